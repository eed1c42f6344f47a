//! Taking in a session that was read from a file, with its members and organisations. Does not know files; a session
//! comes read.

use super::transaction::{CommandNote, Transaction};
use super::{FreshIds, organisations, sessions};
use crate::calendar::Day;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::{Body, Numbering};
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SeatId, SessionId};
use crate::domain::names::{NameIndex, whole_name};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{Guest, Session, Source};
use crate::office::command::{Created, Failure, ImportedSession, Refusal};
use crate::store::Tree;

/// Stores a session with everything in it.
pub(super) fn session(
    t: &mut Transaction,
    imported: ImportedSession,
    ids: &mut FreshIds,
) -> Result<(CommandNote, Vec<Created>), Failure> {
    if let Some(source) = t.get::<Source>(Tree::Sources, &imported.source.sha256)? {
        return Err(Refusal::AlreadyImported(source.session).into());
    }
    let id = SessionId(ids());
    let (body, mut created) = find_or_make_body(t, &imported, ids)?;
    let numbering = t.require::<Body>(Tree::Bodies, body.as_str())?.numbering;
    let mut session = Session {
        id: id.clone(),
        body,
        // The ordinals of a body that counts on through its life belong to no year.
        year: imported.session.year.filter(|_| numbering == Numbering::Yearly),
        ..imported.session
    };
    sessions::refuse_taken_ordinal(t, &session)?;
    let unseated = attendance(t, &session, imported.attendance, ids, &mut created)?;
    session.guests.extend(unseated);
    store_notes(t, &id, imported.notes, ids)?;
    store_resolutions(t, &id, imported.resolutions, ids)?;
    session.source = Some(imported.source.sha256.clone());
    let source = Source {
        session: id.clone(),
        ..imported.source
    };
    t.put(Tree::Sources, &source.sha256, &source)?;
    t.put(Tree::Sessions, id.as_str(), &session)?;
    created.insert(0, Created::Session(id.clone()));
    Ok((CommandNote::about_session("import_session", &id), created))
}

fn find_or_make_body(
    t: &mut Transaction,
    imported: &ImportedSession,
    ids: &mut FreshIds,
) -> Result<(BodyId, Vec<Created>), Failure> {
    if let Some(id) = &imported.body {
        t.require::<Body>(Tree::Bodies, id.as_str())?;
        return Ok((id.clone(), vec![]));
    }
    if imported.body_name.trim().is_empty() {
        return Err(Refusal::BodyIsUnknown.into());
    }
    if let Some(id) = find_body(&t.stored(Tree::Bodies, "")?, &imported.body_name) {
        return Ok((id, vec![]));
    }
    let id = BodyId(ids());
    let name = imported.body_name.trim().to_owned();
    let body = Body {
        id: id.clone(),
        name,
        ..Body::default()
    };
    t.put(Tree::Bodies, id.as_str(), &body)?;
    Ok((id.clone(), vec![Created::Body(id)]))
}

/// The body that a written name means: by full name, short name, or id.
pub fn find_body(bodies: &[Body], written: &str) -> Option<BodyId> {
    let wanted = whole_name(written);
    let is_it = |b: &&Body| {
        whole_name(&b.name) == wanted
            || b.short_name.as_deref().is_some_and(|s| whole_name(s) == wanted)
            || b.id.as_str() == written
    };
    bodies.iter().find(is_it).map(|b| b.id.clone())
}

/// Gives every name of the attendance its seat. Names without a seat make one when the body has no member list yet,
/// or when they were missed (only a member can be); whoever else came is a guest, and so is a second one from the
/// same seat. Returns the guests.
fn attendance(
    t: &mut Transaction,
    session: &Session,
    names: Vec<(String, Attendance)>,
    ids: &mut FreshIds,
    created: &mut Vec<Created>,
) -> Result<Vec<Guest>, Failure> {
    let mut seats: Vec<Seat> = t.stored(Tree::Seats, "")?;
    seats.retain(|s| s.body == session.body);
    let first_list = seats.is_empty();
    let mut order = seats.iter().map(|s| s.order).max().unwrap_or(0);
    let mut index = seat_index(t, &seats)?;
    let mut guests = Vec::new();
    for (name, mut mark) in names {
        let missed = matches!(mark.status, Presence::Absent | Presence::Excused);
        let seat = match index.find(&name) {
            Some(seat) => seat,
            None if first_list || missed => {
                order += 1;
                let seat = new_seat(session, &name, order, SeatId(ids()));
                t.put(Tree::Seats, seat.id.as_str(), &seat)?;
                index.add(&name, &seat.id);
                created.push(Created::Seat(seat.id.clone()));
                seat.id
            }
            None => {
                guests.push(Guest { name, post: None });
                continue;
            }
        };
        let key = Attendance::key(&session.id, &seat);
        if t.get::<Attendance>(Tree::Attendance, &key)?.is_some() {
            guests.push(Guest { name, post: None });
            continue;
        }
        if let Some(seat) = seats.iter().find(|known| known.id == seat) {
            mark.person = mark
                .person
                .filter(|person| !is_holder(seat, session.date, person));
        }
        (mark.session, mark.seat) = (session.id.clone(), seat);
        t.put(Tree::Attendance, &key, &mark)?;
    }
    Ok(guests)
}

/// Whether a written name, alone or with a post behind it, is that of the seat's holder: then nobody else sat there.
fn is_holder(seat: &Seat, day: Option<Day>, written: &str) -> bool {
    let Some(holder) = seat.holder_on(day) else {
        return false;
    };
    let name = written.split_once('،').map_or(written, |(name, _)| name);
    whole_name(name) == whole_name(&holder.name)
}

fn new_seat(session: &Session, name: &str, order: u32, id: SeatId) -> Seat {
    Seat {
        id,
        body: session.body.clone(),
        name: name.to_owned(),
        order,
        ..Seat::default()
    }
}

fn seat_index(t: &Transaction, seats: &[Seat]) -> Result<NameIndex<SeatId>, Failure> {
    let mut index = NameIndex::default();
    for seat in seats {
        index.add(&seat.name, &seat.id);
        for holder in &seat.holders {
            index.add(&holder.name, &seat.id);
        }
        let Some(organisation) = &seat.organisation else {
            continue;
        };
        if let Some(organisation) = t.get::<Organisation>(Tree::Organisations, organisation.as_str())? {
            organisation.names().for_each(|name| index.add(name, &seat.id));
        }
    }
    Ok(index)
}

fn store_notes(
    t: &mut Transaction,
    session: &SessionId,
    notes: Vec<crate::domain::session::Note>,
    ids: &mut FreshIds,
) -> Result<(), Failure> {
    for (place, mut note) in (1u32..).zip(notes) {
        note.id = NoteId::in_session(session, &ids());
        note.position = place * super::POSITION_STEP;
        t.put(Tree::Notes, note.id.as_str(), &note)?;
    }
    Ok(())
}

fn store_resolutions(
    t: &mut Transaction,
    session: &SessionId,
    resolutions: Vec<Resolution>,
    ids: &mut FreshIds,
) -> Result<(), Failure> {
    let mut index = organisations::organisation_index(t)?;
    for (place, mut resolution) in (1u32..).zip(resolutions) {
        resolution.id = ResolutionId::in_session(session, &ids());
        resolution.position = place * super::POSITION_STEP;
        for responsible in resolution.all_responsible_mut() {
            responsible.organisation = match index.find(&responsible.written) {
                Some(id) => Some(id),
                None => Some(organisations::make_organisation(
                    t,
                    &mut index,
                    &responsible.written,
                    ids,
                )?),
            };
        }
        t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
    }
    Ok(())
}

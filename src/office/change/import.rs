//! Taking in a session that was read from a file, with its members and organisations. Does not know files; a session
//! comes read.

use super::seating::{NamedSeat, Seating, seating};
use super::transaction::{CommandNote, Transaction};
use super::{FreshIds, learnt, organisations, sessions};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::{Body, Numbering};
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SeatId, SessionId};
use crate::domain::names::whole_name;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{Guest, KeptLine, Session, Source};
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
    learnt::keep(t, &body, imported.learnt.clone())?;
    learnt::name_organisations(t, &imported.other_names)?;
    let known = t.require::<Body>(Tree::Bodies, body.as_str())?;
    let numbering = known.numbering;
    let mut session = Session {
        id: id.clone(),
        body,
        // The ordinals of a body that counts on through its life belong to no year.
        year: imported.session.year.filter(|_| numbering == Numbering::Yearly),
        ..imported.session.clone()
    };
    sessions::refuse_taken_ordinal(t, &session)?;
    let (unseated, kept) = attendance(t, &session, &imported, ids, &mut created)?;
    session.guests.extend(unseated);
    store_notes(t, &id, imported.notes, ids)?;
    store_resolutions(t, &id, imported.resolutions, known.own_place(), ids)?;
    session.source = Some(imported.source.sha256.clone());
    let mut source = Source {
        session: id.clone(),
        ..imported.source
    };
    source.kept.extend(kept);
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

/// Records the seats of the attendance, and makes those that are new. Returns the guests and the lines that are kept.
fn attendance(
    t: &mut Transaction,
    session: &Session,
    imported: &ImportedSession,
    ids: &mut FreshIds,
    created: &mut Vec<Created>,
) -> Result<(Vec<Guest>, Vec<KeptLine>), Failure> {
    let mut seats: Vec<Seat> = t.stored(Tree::Seats, "")?;
    seats.retain(|seat| seat.body == session.body);
    let organisations: Vec<Organisation> = t.stored(Tree::Organisations, "")?;
    let Seating {
        seats: named,
        guests,
        kept,
        // Told to the person who imports, from the same seats.
        doubts: _,
    } = seating(imported, &seats, &organisations);
    let mut order = seats.iter().map(|seat| seat.order).max().unwrap_or(0);
    for (seat, mut mark) in named {
        let seat = match seat {
            NamedSeat::Known(seat) => seat,
            NamedSeat::New(name) => {
                order += 1;
                let seat = new_seat(session, &name, order, SeatId(ids()));
                t.put(Tree::Seats, seat.id.as_str(), &seat)?;
                created.push(Created::Seat(seat.id.clone()));
                seat.id
            }
        };
        if mark.status == Presence::Unticked {
            continue;
        }
        let key = Attendance::key(&session.id, &seat);
        (mark.session, mark.seat) = (session.id.clone(), seat);
        t.put(Tree::Attendance, &key, &mark)?;
    }
    Ok((guests, kept))
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
    place: Option<&str>,
    ids: &mut FreshIds,
) -> Result<(), Failure> {
    let mut index = organisations::organisation_index(t)?;
    for (number, mut resolution) in (1u32..).zip(resolutions) {
        resolution.id = ResolutionId::in_session(session, &ids());
        resolution.position = number * super::POSITION_STEP;
        for responsible in resolution.all_responsible_mut() {
            responsible.organisation = match index.find_in(&responsible.written, place) {
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

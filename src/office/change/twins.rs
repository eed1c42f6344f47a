//! A session that is recorded twice put into the other one. Does not know how it is asked for.

use super::merging::refuse_same;
use super::transaction::Transaction;
use super::{POSITION_STEP, open_session, sessions};
use crate::domain::attachment::join_attachments;
use crate::domain::attendance::Attendance;
use crate::domain::ids::{NoteId, ResolutionId, SessionId};
use crate::domain::likeness::Fingerprint;
use crate::domain::names::whole_name;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::{AgendaItem, Guest, Note, Session, Source};
use crate::office::command::{Failure, Refusal};
use crate::store::Tree;
use crate::text::fold_tight;
use std::collections::BTreeMap;

/// Puts a session that was recorded twice into the other one: what that one has not comes behind what it has.
pub(super) fn put_into(t: &mut Transaction, gone: &SessionId, kept: &SessionId) -> Result<(), Failure> {
    refuse_same(gone.as_str(), kept.as_str())?;
    let from = open_session(t, gone)?;
    let mut into = open_session(t, kept)?;
    if from.body != into.body {
        return Err(Refusal::NotTwo.into());
    }
    fill_head(&mut into, &from);
    move_marks(t, gone, kept)?;
    let notes = move_notes(t, gone, kept)?;
    let resolutions = move_resolutions(t, (gone, kept), &notes)?;
    follow(t, &resolutions)?;
    if let Some(sha) = &from.source
        && let Some(source) = t.get::<Source>(Tree::Sources, sha)?
    {
        // The file is known as imported, whichever of its sessions stays.
        t.put(
            Tree::Sources,
            sha,
            &Source {
                session: kept.clone(),
                ..source
            },
        )?;
        into.source = into.source.or(from.source.clone());
    }
    t.put(Tree::Sessions, kept.as_str(), &into)?;
    let bare = Session { source: None, ..from };
    t.put(Tree::Sessions, gone.as_str(), &bare)?;
    sessions::remove(t, gone)?;
    Ok(())
}

/// Fills what the head of a session has not with what the other one has.
#[expect(
    clippy::too_many_lines,
    reason = "every field is named where it is taken apart and where it goes"
)]
fn fill_head(into: &mut Session, from: &Session) {
    let Session {
        // It goes, and the body is the same.
        id: _,
        body: _,
        year,
        ordinal,
        // What stands there was said of this one.
        kind: _,
        state: _,
        invitation_number,
        invitation_date,
        date,
        weekday_written,
        start,
        end,
        place,
        chair,
        secretary,
        notified,
        agenda,
        guests,
        // Both are of a meeting that is going on.
        talk: _,
        item_times,
        breaks,
        invitation_text,
        answers,
        annexes,
        attachments,
        signatures,
        // Neither is signed.
        signing: _,
        verification: _,
        // What the one that goes approved, is approved no longer.
        approves: _,
        approval: _,
        // The file is taken over with what was read from it.
        source: _,
        extra,
    } = from.clone();
    into.year = into.year.or(year);
    into.ordinal = into.ordinal.or(ordinal);
    into.invitation_number = into.invitation_number.take().or(invitation_number);
    into.invitation_date = into.invitation_date.or(invitation_date);
    into.date = into.date.or(date);
    into.weekday_written = into.weekday_written.take().or(weekday_written);
    into.start = into.start.or(start);
    into.end = into.end.or(end);
    into.place = into.place.take().or(place);
    into.chair = into.chair.take().or(chair);
    into.secretary = into.secretary.take().or(secretary);
    into.notified = into.notified.or(notified);
    into.invitation_text = into.invitation_text.take().or(invitation_text);
    join_attachments(&mut into.attachments, attachments);
    if into.agenda.is_empty() {
        into.item_times = item_times;
    }
    if into.breaks.is_empty() {
        into.breaks = breaks;
    }
    let is_new = |item: &AgendaItem, own: &[AgendaItem]| {
        let title = fold_tight(&item.title);
        own.iter().all(|own| fold_tight(&own.title) != title)
    };
    add_new(&mut into.agenda, agenda, is_new);
    let is_new = |guest: &Guest, own: &[Guest]| {
        let name = whole_name(&guest.name);
        own.iter().all(|own| whole_name(&own.name) != name)
    };
    add_new(&mut into.guests, guests, is_new);
    add_new(&mut into.annexes, annexes, |one, own| !own.contains(one));
    add_new(&mut into.signatures, signatures, |one, own| !own.contains(one));
    for (seat, answer) in answers {
        into.answers.entry(seat).or_insert(answer);
    }
    for (name, value) in extra {
        into.extra.entry(name).or_insert(value);
    }
}

/// Adds what is new among these behind the others.
fn add_new<T>(into: &mut Vec<T>, from: Vec<T>, is_new: impl Fn(&T, &[T]) -> bool) {
    for one in from {
        if is_new(&one, into) {
            into.push(one);
        }
    }
}

/// Moves the marks of seats that the other session has not ticked.
fn move_marks(t: &mut Transaction, gone: &SessionId, kept: &SessionId) -> Result<(), Failure> {
    for mut mark in t.standing::<Attendance>(Tree::Attendance, &format!("{gone}/"))? {
        let key = Attendance::key(kept, &mark.seat);
        if t.get::<Attendance>(Tree::Attendance, &key)?.is_none() {
            mark.session = kept.clone();
            t.put(Tree::Attendance, &key, &mark)?;
        }
    }
    Ok(())
}

/// Moves the notes that the other session has not; returns where each is then.
fn move_notes(
    t: &mut Transaction,
    gone: &SessionId,
    kept: &SessionId,
) -> Result<BTreeMap<NoteId, NoteId>, Failure> {
    let own: Vec<Note> = t.standing(Tree::Notes, &format!("{kept}/"))?;
    let mut last = own.iter().map(|note| note.position).max().unwrap_or(0);
    let mut places = BTreeMap::new();
    let mut notes: Vec<Note> = t.standing(Tree::Notes, &format!("{gone}/"))?;
    notes.sort_by_key(|note| note.position);
    for note in notes {
        let says = |other: &&Note| fold_tight(&other.text) == fold_tight(&note.text);
        let same = own.iter().find(says).map(|own| own.id.clone());
        let id = match same {
            Some(id) => id,
            None => {
                last += POSITION_STEP;
                let moved = Note {
                    id: NoteId::in_session(kept, name_in(note.id.as_str())),
                    position: last,
                    ..note.clone()
                };
                t.put(Tree::Notes, moved.id.as_str(), &moved)?;
                moved.id
            }
        };
        places.insert(note.id, id);
    }
    Ok(places)
}

/// Moves the resolutions that the other session has not, and of the others what came of them; returns where each is
/// then.
fn move_resolutions(
    t: &mut Transaction,
    (gone, kept): (&SessionId, &SessionId),
    notes: &BTreeMap<NoteId, NoteId>,
) -> Result<BTreeMap<ResolutionId, ResolutionId>, Failure> {
    let mut own: Vec<Resolution> = t.standing(Tree::Resolutions, &format!("{kept}/"))?;
    let mut last = own.iter().map(|one| one.position).max().unwrap_or(0);
    let mut places = BTreeMap::new();
    let mut all: Vec<Resolution> = t.standing(Tree::Resolutions, &format!("{gone}/"))?;
    all.sort_by_key(|one| one.position);
    for mut resolution in all {
        let was = resolution.id.clone();
        if let Some(same) = own.iter_mut().find(|own| is_same(own, &resolution)) {
            take_over(same, resolution);
            t.put(Tree::Resolutions, same.id.as_str(), same)?;
            places.insert(was, same.id.clone());
            continue;
        }
        last += POSITION_STEP;
        resolution.id = ResolutionId::in_session(kept, name_in(was.as_str()));
        resolution.position = last;
        resolution.row = resolution
            .row
            .filter(|row| own.iter().all(|own| own.row != Some(*row)));
        let note = resolution.from_note.take();
        resolution.from_note = note.and_then(|note| notes.get(&note).cloned());
        t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
        places.insert(was, resolution.id.clone());
        own.push(resolution);
    }
    Ok(places)
}

/// Whether two resolutions say the same, or nearly.
fn is_same(one: &Resolution, other: &Resolution) -> bool {
    fold_tight(&one.text) == fold_tight(&other.text)
        || Fingerprint::of(&one.text).is_nearly(&Fingerprint::of(&other.text))
}

/// Takes over what came of a resolution that is recorded twice, and what only the other record knows.
fn take_over(into: &mut Resolution, from: Resolution) {
    let Resolution {
        // It has its own place, and says the same.
        id: _,
        position: _,
        text: _,
        row,
        subject,
        clauses,
        deadline,
        responsible,
        status,
        follow_ups,
        follows,
        // The notes and the agenda are those of the other session.
        from_note: _,
        agenda_item: _,
        extensions,
        // Nobody has heard it read in this session.
        agreed: _,
        // Of signed words, and neither is signed.
        corrected: _,
        vote,
        confidential,
        attachments,
        extra,
    } = from;
    into.subject = into.subject.take().or(subject);
    into.row = into.row.or(row);
    into.deadline = into.deadline.take().or(deadline);
    if into.responsible.is_empty() {
        into.responsible = responsible;
    }
    for (letter, state) in clauses {
        into.clauses.entry(letter).or_insert(state);
    }
    add_new(&mut into.follow_ups, follow_ups, |one, own| !own.contains(one));
    into.follow_ups.sort_by_key(|follow_up| follow_up.date);
    add_new(&mut into.extensions, extensions, |one, own| !own.contains(one));
    into.follows = into.follows.take().or(follows);
    into.vote = into.vote.take().or(vote);
    into.confidential |= confidential;
    join_attachments(&mut into.attachments, attachments);
    if into.status == Status::Open {
        into.status = status;
    }
    for (name, value) in extra {
        into.extra.entry(name).or_insert(value);
    }
}

/// Lets resolutions that follow one that moved follow it where it is now.
fn follow(t: &mut Transaction, places: &BTreeMap<ResolutionId, ResolutionId>) -> Result<(), Failure> {
    for mut resolution in t.standing::<Resolution>(Tree::Resolutions, "")? {
        let followed = resolution
            .follows
            .as_mut()
            .and_then(|follows| follows.resolution.as_mut());
        let Some((followed, now)) = followed.and_then(|id| places.get(id).map(|now| (id, now))) else {
            continue;
        };
        if places.contains_key(&resolution.id) {
            continue;
        }
        *followed = now.clone();
        t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
    }
    Ok(())
}

/// The part of an id behind its session.
fn name_in(id: &str) -> &str {
    id.split_once('/').map_or(id, |(_, name)| name)
}

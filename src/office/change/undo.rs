//! Undo and redo, out of the journal: every entry holds what its records were before and after.
//! Does not know what the records mean.

use super::freezing;
use super::guard::{Road, guard};
use super::transaction::{CommandNote, Transaction, read_note};
use crate::calendar::{Moment, tehran_day};
use crate::domain::attendance::Attendance;
use crate::domain::ids::{BodyId, OrganisationId};
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session};
use crate::domain::signed_minutes::SignedMinutes;
use crate::office::command::{Command, Done, Failure, Refusal};
use crate::store::{Change, Entry, Store, Tree, from_record};
use serde_json::value::RawValue;
use std::collections::HashSet;

/// How far back in the journal a change to take back is looked for.
const REACH: u64 = 500;

/// Carries out undo or redo for `actor`.
pub(super) fn execute(store: &Store, actor: &str, command: &Command, now: Moment) -> Result<Done, Failure> {
    let undo = *command == Command::Undo;
    let entry = if undo {
        last_done(store, actor)?
    } else {
        last_undone(store, actor)?
    };
    let entry = entry.ok_or(Refusal::NothingToUndo)?;
    let about: CommandNote = read_note(&entry.command)?;
    refuse_what_stays(&about, &entry)?;
    let mut note = CommandNote {
        name: if undo { "undo" } else { "redo" }.to_owned(),
        ..about.clone()
    };
    (note.undoes, note.redoes) = if undo {
        (Some(entry.seq), None)
    } else {
        (None, Some(entry.seq))
    };
    if is_on_record_as_wrong(store, entry.seq)? {
        return Err(Refusal::ChangedSince.into());
    }
    let mut transaction = Transaction::over(store);
    for change in entry.changes.iter().filter(|change| !is_kept_on(&entry, change)) {
        let (from, to) = if undo {
            (&change.after, &change.before)
        } else {
            (&change.before, &change.after)
        };
        let stored = store.get_raw(change.tree, &change.key)?;
        if stored.as_deref().map(RawValue::get) != from.as_deref().map(RawValue::get) {
            return Err(Refusal::ChangedSince.into());
        }
        transaction.set(change.tree, &change.key, to.clone())?;
    }
    for change in entry.changes.iter().filter(|change| !is_kept_on(&entry, change)) {
        let to = if undo { &change.before } else { &change.after };
        if to.is_none() && is_named(&transaction, change.tree, &change.key)? {
            return Err(Refusal::ChangedSince.into());
        }
    }
    take_versions_along(&mut transaction)?;
    freezing::keep_what_changes(&mut transaction, tehran_day(now))?;
    guard(&transaction, Road::Journal)?;
    let number = transaction.commit(actor, now, &note)?;
    Ok(Done {
        entry: number,
        created: vec![],
        session: about.session,
        about: Some(about.name),
        notices: vec![],
    })
}

/// Whether another record names this one, which would be gone: somebody has built on it since.
fn is_named(t: &Transaction, tree: Tree, key: &str) -> Result<bool, Failure> {
    let inside = format!("{key}/");
    Ok(match tree {
        Tree::Bodies => {
            let of_body = |body: &BodyId| body.as_str() == key;
            let seats = t.standing::<Seat>(Tree::Seats, "")?;
            let sessions = t.standing::<Session>(Tree::Sessions, "")?;
            seats.iter().any(|seat| of_body(&seat.body))
                || sessions.iter().any(|session| of_body(&session.body))
        }
        Tree::Seats => {
            let marks = t.standing::<Attendance>(Tree::Attendance, "")?;
            marks.iter().any(|mark| mark.seat.as_str() == key)
        }
        Tree::Sessions => {
            let marks = t.standing::<Attendance>(Tree::Attendance, &inside)?;
            let notes = t.standing::<Note>(Tree::Notes, &inside)?;
            let resolutions = t.standing::<Resolution>(Tree::Resolutions, &inside)?;
            !marks.is_empty() || !notes.is_empty() || !resolutions.is_empty()
        }
        Tree::Organisations => {
            let seats = t.standing::<Seat>(Tree::Seats, "")?;
            let resolutions = t.standing::<Resolution>(Tree::Resolutions, "")?;
            let is_it = |id: &Option<OrganisationId>| id.as_ref().is_some_and(|id| id.as_str() == key);
            let mut responsible = resolutions.iter().flat_map(Resolution::all_responsible);
            seats.iter().any(|seat| is_it(&seat.organisation))
                || responsible.any(|one| is_it(&one.organisation))
        }
        Tree::Notes
        | Tree::Attendance
        | Tree::Resolutions
        | Tree::Sources
        | Tree::Corrections
        | Tree::SignedMinutes => false,
    })
}

/// Whether a later entry says that what this one calls the records before it is not what they were.
fn is_on_record_as_wrong(store: &Store, seq: u64) -> Result<bool, Failure> {
    for entry in store.entries(seq + 1)? {
        if entry?.wrong_befores.iter().any(|wrong| wrong.seq == seq) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A signature is not taken back, nor brought back, by the way: signed minutes are opened by a command of its own. What
/// was told of them to others was told.
fn refuse_what_stays(note: &CommandNote, entry: &Entry) -> Result<(), Failure> {
    for change in entry
        .changes
        .iter()
        .filter(|change| change.tree == Tree::Sessions)
    {
        let (Some(before), Some(after)) = (&change.before, &change.after) else {
            continue;
        };
        let before: Session = from_record(change.tree, &change.key, before.get())?;
        let after: Session = from_record(change.tree, &change.key, after.get())?;
        if before.state.is_open() != after.state.is_open() {
            return Err(Refusal::SignatureStays.into());
        }
        if note.name == "record_notification" && !after.state.is_open() {
            return Err(Refusal::NotificationStays.into());
        }
    }
    Ok(())
}

/// Whether a change stays when its entry is taken back: signed minutes that were kept because something around them
/// changed. Those that came with their session go with it.
fn is_kept_on(entry: &Entry, change: &Change) -> bool {
    let session = change.key.split('/').next().unwrap_or_default();
    let came_along =
        |other: &Change| other.tree == Tree::Sessions && other.key == session && other.before.is_none();
    change.tree == Tree::SignedMinutes && !entry.changes.iter().any(came_along)
}

/// The signed versions of sessions that go, go with them.
fn take_versions_along(t: &mut Transaction) -> Result<(), Failure> {
    for id in t.sessions() {
        if t.get::<Session>(Tree::Sessions, id.as_str())?.is_some() {
            continue;
        }
        for version in t.stored::<SignedMinutes>(Tree::SignedMinutes, &format!("{id}/"))? {
            t.remove(Tree::SignedMinutes, &SignedMinutes::key(&id, version.version))?;
        }
    }
    Ok(())
}

/// The actor's entries within reach, newest first, each with its note.
fn recent(store: &Store, actor: &str) -> Result<Vec<(CommandNote, Entry)>, Failure> {
    let from = store.last_seq().saturating_sub(REACH) + 1;
    let mut entries = Vec::new();
    for entry in store.entries(from)? {
        let entry = entry?;
        if entry.actor == actor {
            entries.push((read_note(&entry.command)?, entry));
        }
    }
    entries.reverse();
    Ok(entries)
}

/// The actor's last change that still holds.
fn last_done(store: &Store, actor: &str) -> Result<Option<Entry>, Failure> {
    let mut undone = HashSet::new();
    let mut redone = HashSet::new();
    for (note, entry) in recent(store, actor)? {
        match (note.undoes, note.redoes) {
            // Newest first: a redo seen before its undo cancels that undo.
            (Some(target), _) if !redone.remove(&target) => {
                undone.insert(target);
            }
            (_, Some(target)) => {
                redone.insert(target);
            }
            (Some(_), _) => {}
            (None, None) if !undone.contains(&entry.seq) => return Ok(Some(entry)),
            (None, None) => {}
        }
    }
    Ok(None)
}

/// The change that the actor took back last, unless something else was changed since.
fn last_undone(store: &Store, actor: &str) -> Result<Option<Entry>, Failure> {
    let entries = recent(store, actor)?;
    let mut redone = HashSet::new();
    for (note, _) in &entries {
        match (note.undoes, note.redoes) {
            (_, Some(target)) => {
                redone.insert(target);
            }
            (Some(target), _) if redone.remove(&target) => {}
            (Some(target), _) => {
                return Ok(entries.into_iter().find(|(_, e)| e.seq == target).map(|(_, e)| e));
            }
            (None, None) => return Ok(None),
        }
    }
    Ok(None)
}

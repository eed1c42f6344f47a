//! What an import brought taken away again, as far as nothing else came to use it since. Does not know files.

use super::transaction::{Transaction, read_note};
use super::{removing, sessions};
use crate::domain::attendance::Attendance;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::office::command::{Failure, Refusal};
use crate::store::{Change, Entry, Tree};
use serde_json::value::RawValue;
use std::collections::HashSet;

/// The names of commands that take something in.
const IMPORTS: [&str; 3] = ["import_session", "import_members", "import_archive"];

/// Takes away what the entry of this number took in. What was changed since stays, and so does what is used by others.
pub(super) fn take_back(t: &mut Transaction, number: u64) -> Result<(), Failure> {
    let entry = entry(t, number)?;
    let made = |tree: Tree| {
        let of_tree = move |change: &&Change| change.tree == tree && change.before.is_none();
        entry.changes.iter().filter(of_tree)
    };
    for change in made(Tree::Sessions) {
        if let Some(session) = t.get::<Session>(Tree::Sessions, &change.key)? {
            sessions::remove(t, &session.id)?;
        }
    }
    set_back(t, &entry.changes)?;
    let ticked = ticked_seats(t)?;
    for change in made(Tree::Seats).filter(|change| !ticked.contains(change.key.as_str())) {
        take_seat(t, change)?;
    }
    let named = named_organisations(t)?;
    for change in made(Tree::Organisations).filter(|change| !named.contains(change.key.as_str())) {
        take(t, change)?;
    }
    let meeting = bodies_in_use(t)?;
    for change in made(Tree::Bodies).filter(|change| !meeting.contains(change.key.as_str())) {
        take(t, change)?;
    }
    Ok(())
}

/// The entry, where it is one of an import.
fn entry(t: &Transaction, number: u64) -> Result<Entry, Failure> {
    let missing = || Failure::from(Refusal::NoSuchRecord(number.to_string()));
    let entry = t.store().entries(number)?.next().ok_or_else(missing)??;
    let note = read_note(&entry.command)?;
    match entry.seq == number && IMPORTS.contains(&note.name.as_str()) {
        true => Ok(entry),
        false => Err(missing()),
    }
}

/// Gives records that were there before what they were, where they are still as the import left them.
fn set_back(t: &mut Transaction, changes: &[Change]) -> Result<(), Failure> {
    for change in changes.iter().filter(|change| change.before.is_some()) {
        if is_as_left(t, change)? {
            t.set(change.tree, &change.key, change.before.clone())?;
        }
    }
    Ok(())
}

/// Whether a record is still as the import left it.
fn is_as_left(t: &Transaction, change: &Change) -> Result<bool, Failure> {
    let stored = t.store().get_raw(change.tree, &change.key)?;
    Ok(
        stored.is_some()
            && stored.as_deref().map(RawValue::get) == change.after.as_deref().map(RawValue::get),
    )
}

/// Takes a record away that is still as the import left it.
fn take(t: &mut Transaction, change: &Change) -> Result<(), Failure> {
    match is_as_left(t, change)? {
        true => t.remove(change.tree, &change.key),
        false => Ok(()),
    }
}

/// As [`take`], of a seat that no signed minutes show.
fn take_seat(t: &mut Transaction, change: &Change) -> Result<(), Failure> {
    let Some(seat) = t.get::<Seat>(Tree::Seats, &change.key)? else {
        return Ok(());
    };
    match removing::refuse_signed_seat(t, &seat) {
        Ok(()) => take(t, change),
        Err(Failure::Refused(_)) => Ok(()),
        Err(failure) => Err(failure),
    }
}

fn ticked_seats(t: &Transaction) -> Result<HashSet<String>, Failure> {
    let marks = t.standing::<Attendance>(Tree::Attendance, "")?;
    Ok(marks.into_iter().map(|mark| mark.seat.0).collect())
}

/// The organisations that are to act somewhere, or sit in a body.
fn named_organisations(t: &Transaction) -> Result<HashSet<String>, Failure> {
    let mut named = HashSet::new();
    for mut resolution in t.standing::<Resolution>(Tree::Resolutions, "")? {
        let acting = resolution.all_responsible_mut();
        named.extend(acting.filter_map(|who| who.organisation.take()).map(|id| id.0));
    }
    let seats = t.standing::<Seat>(Tree::Seats, "")?;
    named.extend(
        seats
            .into_iter()
            .filter_map(|seat| seat.organisation)
            .map(|id| id.0),
    );
    Ok(named)
}

/// The bodies that have sessions or seats.
fn bodies_in_use(t: &Transaction) -> Result<HashSet<String>, Failure> {
    let sessions = t.standing::<Session>(Tree::Sessions, "")?;
    let seats = t.standing::<Seat>(Tree::Seats, "")?;
    let of_sessions = sessions.into_iter().map(|session| session.body.0);
    Ok(of_sessions
        .chain(seats.into_iter().map(|seat| seat.body.0))
        .collect())
}

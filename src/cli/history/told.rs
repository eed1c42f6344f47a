//! Entries of the journal as a paper: their records read from the bytes that lie in it. Does not know how a record is put
//! into words.

use super::what;
use crate::cli::call::Call;
use crate::cli::fault::Fault;
use crate::office::Office;
use crate::office::read;
use crate::office::transaction::CommandNote;
use crate::papers::history;
use crate::papers::plain::plain;
use crate::papers::{self, RecordNames};
use crate::store::Entry;
use crate::words::Words;

/// What bodies, seats and organisations are called today.
///
/// # Errors
/// [`Fault`] where the store cannot be read.
pub(super) fn names(call: &Call, office: &Office) -> Result<RecordNames, Fault> {
    let bodies = read::bodies(office).map_err(|failure| call.failed(office, &failure))?;
    let organisations = read::organisations(office).map_err(|failure| call.failed(office, &failure))?;
    let mut names = RecordNames::default();
    for (body, seats) in bodies {
        names.bodies.insert(body.id, body.name);
        let seats = seats.into_iter().map(|seat| (seat.id, seat.name));
        names.seats.extend(seats);
    }
    let organisations = organisations.into_iter().map(|one| (one.id, one.name));
    names.organisations.extend(organisations);
    Ok(names)
}

/// The entries with what they changed in the record `id`, or inside it.
pub(super) fn page(words: &Words, id: &str, entries: &[(CommandNote, Entry)], names: &RecordNames) -> String {
    let blocks = entries.iter().flat_map(|(note, entry)| {
        let entry = told(words, id, note, entry);
        history::entry(words, &entry, names)
    });
    plain(words, &papers::paper(words, blocks.collect()))
}

fn told(words: &Words, id: &str, note: &CommandNote, entry: &Entry) -> history::HistoryEntry {
    // A command about a session changes records that do not lie inside it, as when it is imported with its body.
    let whole = note
        .session
        .as_ref()
        .is_some_and(|session| session.as_str() == id);
    let changes = entry.changes.iter();
    let changes = changes.filter(|change| whole || super::is_inside(id, &change.key));
    history::HistoryEntry {
        number: entry.seq,
        at: entry.at,
        actor: entry.actor.clone(),
        what: what(words, note, entry),
        changes: changes.map(read::changed).collect(),
    }
}

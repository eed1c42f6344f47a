//! Entries of the journal: the last ones, and one with its records as they were before and after. Changes nothing.

use crate::office::Office;
use crate::office::change::transaction::{CommandNote, read_note};
use crate::office::command::Failure;
use crate::office::query::{Changed, EntryView, HistoryRow, Record, RecordChange};
use crate::store::{Change, Entry, StoreError, Tree, from_record};
use serde_json::value::RawValue;

/// The last entries of the journal, newest first.
///
/// # Errors
/// [`Failure`] where the journal cannot be read.
pub fn history(office: &Office, limit: usize) -> Result<Vec<HistoryRow>, Failure> {
    let store = office.store();
    let reach = u64::try_from(limit).unwrap_or(u64::MAX);
    let mut rows = Vec::new();
    for entry in store.entries(store.last_seq().saturating_sub(reach) + 1)? {
        rows.push(row(&entry?)?);
    }
    rows.reverse();
    Ok(rows)
}

/// One entry of the journal with what it changed, none where there is no such entry.
pub(super) fn entry(office: &Office, number: u64) -> Result<Option<EntryView>, Failure> {
    let Some(entry) = office.store().entries(number)?.next().transpose()? else {
        return Ok(None);
    };
    let view = || -> Result<EntryView, Failure> {
        Ok(EntryView {
            row: row(&entry)?,
            changes: entry.changes.iter().map(changed).collect(),
        })
    };
    match entry.seq == number {
        true => Ok(Some(view()?)),
        false => Ok(None),
    }
}

fn row(entry: &Entry) -> Result<HistoryRow, Failure> {
    let note: CommandNote = read_note(&entry.command)?;
    let record = |change: &Change| format!("{}/{}", change.tree.name(), change.key);
    Ok(HistoryRow {
        entry: entry.seq,
        at: entry.at,
        actor: entry.actor.clone(),
        command: note.name,
        of_entry: note.undoes.or(note.redoes),
        session: note.session,
        resolution: note.resolution,
        records: entry.changes.iter().map(record).collect(),
    })
}

/// What a change did to its record, out of the bytes that lie in the journal.
pub fn changed(change: &Change) -> Changed {
    let Change {
        tree,
        key,
        before,
        after,
    } = change;
    let read = |raw: &Option<Box<RawValue>>| -> Result<Option<Record>, StoreError> {
        let raw = raw.as_deref();
        raw.map(|raw| record(*tree, key, raw.get())).transpose()
    };
    let change = match (read(before), read(after)) {
        (Ok(None), Ok(Some(after))) => RecordChange::Made(after),
        (Ok(Some(before)), Ok(Some(after))) => RecordChange::Became(before, after),
        (Ok(Some(before)), Ok(None)) => RecordChange::Removed(before),
        // A record that is on neither side was never written by this program.
        (Ok(None), Ok(None)) | (Err(_), _) | (_, Err(_)) => RecordChange::Unreadable,
    };
    let key = key.clone();
    Changed { key, change }
}

fn record(tree: Tree, key: &str, json: &str) -> Result<Record, StoreError> {
    Ok(match tree {
        Tree::Bodies => Record::Body(Box::new(from_record(tree, key, json)?)),
        Tree::Organisations => Record::Organisation(from_record(tree, key, json)?),
        Tree::Seats => Record::Seat(from_record(tree, key, json)?),
        Tree::Sessions => Record::Session(Box::new(from_record(tree, key, json)?)),
        Tree::Notes => Record::Note(from_record(tree, key, json)?),
        Tree::Attendance => Record::Attendance(from_record(tree, key, json)?),
        Tree::Resolutions => Record::Resolution(Box::new(from_record(tree, key, json)?)),
        Tree::Sources => Record::Source(from_record(tree, key, json)?),
        Tree::SignedMinutes => Record::SignedMinutes(Box::new(from_record(tree, key, json)?)),
        Tree::Corrections => Record::Correction(from_record(tree, key, json)?),
    })
}

//! Entries read where they stand, without a copy of their records: what a check goes through.
//!
//! It does not know what is made of them. What it takes for an entry is what [`Entry`] takes for one.

use super::{
    Entry, Gap, StoreError, Tree, WrongBefore,
    frame::{self, Frame},
    histories::{ChangePlace, Histories},
    journal::Journal,
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// An [`Entry`] in the bytes of its line.
#[derive(Deserialize)]
pub(super) struct ReadEntry<'line> {
    pub(super) seq: u64,
    #[serde(rename = "at")]
    _at: DateTime<Utc>,
    #[serde(rename = "actor", borrow)]
    _actor: Cow<'line, str>,
    #[serde(rename = "command", borrow)]
    _command: &'line RawValue,
    #[serde(borrow)]
    changes: Vec<ReadChange<'line>>,
    #[serde(default)]
    pub(super) gap: Option<Gap>,
    #[serde(default)]
    pub(super) wrong_befores: Vec<WrongBefore>,
}

/// A [`Change`](super::Change) in the bytes of its line.
#[derive(Deserialize)]
struct ReadChange<'line> {
    tree: Tree,
    #[serde(borrow)]
    key: Cow<'line, str>,
    #[serde(borrow)]
    before: Option<&'line RawValue>,
    #[serde(borrow)]
    after: Option<&'line RawValue>,
}

impl<'line> ReadEntry<'line> {
    /// The entry of a whole line; none where the line is not exactly one.
    pub(super) fn of_line(line: &'line [u8]) -> Option<(ReadEntry<'line>, Frame<'line>)> {
        let frame = frame::read(line).filter(|frame| line[frame.length..] == *b"\n")?;
        let entry: ReadEntry = serde_json::from_slice(frame.json).ok()?;
        (entry.seq == frame.seq).then_some((entry, frame))
    }

    /// Tells what the entry says of records.
    pub(super) fn tell(&self, histories: &mut Histories) {
        for (index, change) in (0..).zip(&self.changes) {
            let ReadChange {
                tree,
                key,
                before,
                after,
            } = change;
            let place = ChangePlace { seq: self.seq, index };
            let (before, after) = (before.map(RawValue::get), after.map(RawValue::get));
            histories.change(place, (*tree, key), before, after);
        }
    }
}

/// Entry `seq` of the journal, past lines that cannot be read; none where it is not there.
pub(super) fn entry_at(journal: &Journal, seq: u64) -> Result<Option<Entry>, StoreError> {
    let mut lines = journal.lines(seq)?;
    while let Some(line) = lines.next_line()? {
        match frame::read(line) {
            Some(frame) if frame.seq == seq => return Ok(serde_json::from_slice(frame.json).ok()),
            Some(frame) if frame.seq > seq => break,
            _ => {}
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Change;

    fn raw(json: &str) -> Option<Box<RawValue>> {
        Some(RawValue::from_string(json.to_owned()).unwrap())
    }

    #[test]
    fn an_entry_read_in_place_is_the_entry() {
        let change = |key: &str, before, after| Change {
            tree: Tree::Notes,
            key: key.to_owned(),
            before,
            after,
        };
        let changes = vec![
            change("ردیف \"۱\"", None, raw(r#"{"v":1,"text":"متن\n"}"#)),
            change("2", raw("{}"), None),
        ];
        let entry = Entry {
            seq: 7,
            at: DateTime::UNIX_EPOCH,
            actor: "دبیر\t".to_owned(),
            command: RawValue::NULL.to_owned(),
            changes: changes.clone(),
            gap: None,
            wrong_befores: Vec::new(),
        };
        let json = serde_json::to_string(&entry).unwrap();
        let (line, _) = frame::line(7, &[1; 32], &json);
        let (read, frame) = ReadEntry::of_line(&line).unwrap();
        assert_eq!((read.seq, frame.previous), (7, [1; 32]));
        let owned = |change: &ReadChange| Change {
            tree: change.tree,
            key: change.key.to_string(),
            before: change.before.map(ToOwned::to_owned),
            after: change.after.map(ToOwned::to_owned),
        };
        assert_eq!(read.changes.iter().map(owned).collect::<Vec<_>>(), changes);
        let (other, _) = frame::line(8, &[1; 32], &json);
        assert!(ReadEntry::of_line(&other).is_none());
        assert!(ReadEntry::of_line(&line[..line.len() - 1]).is_none());
    }
}

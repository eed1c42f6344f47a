//! Journal entries as values: who asked for what, and each record before and after.
//!
//! It does not know how an entry lies on disk, nor what a command means.

use super::Tree;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// One record before and after, as the bytes that are stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Change {
    /// Where the record lives.
    pub tree: Tree,
    /// Under which key.
    pub key: String,
    /// The record as it was; `None` when there was none.
    pub before: Option<Box<RawValue>>,
    /// The record as it became; `None` when it was removed.
    pub after: Option<Box<RawValue>>,
}

impl Change {
    /// The same change backwards, as undo wants it.
    pub fn reversed(&self) -> Change {
        Change {
            before: self.after.clone(),
            after: self.before.clone(),
            ..self.clone()
        }
    }
}

/// Two changes are equal when their bytes are.
impl PartialEq for Change {
    fn eq(&self, other: &Change) -> bool {
        let text = |raw: &Option<Box<RawValue>>| raw.as_ref().map(|raw| raw.get().to_owned());
        self.tree == other.tree
            && self.key == other.key
            && text(&self.before) == text(&other.before)
            && text(&self.after) == text(&other.after)
    }
}

/// What is handed to [`Store::commit`](super::Store::commit); the store gives it its number.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// The moment of the command.
    pub at: DateTime<Utc>,
    /// Who gave it.
    pub actor: String,
    /// What was asked; opaque here, kept for history and undo.
    pub command: Box<RawValue>,
    /// What it does to the records, in order.
    pub changes: Vec<Change>,
}

/// One entry of the journal.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// Its number: 1, 2, 3 and so on, without holes other than those that a [`Gap`] names.
    pub seq: u64,
    /// The moment of the command.
    pub at: DateTime<Utc>,
    /// Who gave it; empty for an entry that mends a gap.
    pub actor: String,
    /// What was asked; `null` for an entry that mends a gap.
    pub command: Box<RawValue>,
    /// What it did to the records, in order.
    pub changes: Vec<Change>,
    /// Present when this entry stands for others that could not be read any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
    /// Earlier changes whose `before` is known to be wrong, since this entry was written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong_befores: Vec<WrongBefore>,
}

/// A change whose `before` is not what the entries before it left: it was made while sled had lost the record. What it
/// made of the record holds; what the record was stands in the entry that wrote it last.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct WrongBefore {
    /// The number of the entry.
    pub seq: u64,
    /// Where the record lives.
    pub tree: Tree,
    /// Under which key.
    pub key: String,
}

/// Entries that were lost to damage. The entry that carries it has the number `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The first number that could not be read.
    pub from: u64,
    /// The last one.
    pub to: u64,
    /// The damaged journal, set aside under this name in the store's folder.
    pub set_aside: String,
}

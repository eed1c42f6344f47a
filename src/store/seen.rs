//! What of a large journal was read over before and found sound, so that the next opening need not wait for it.
//!
//! It does not know when it is believed.
//!
//! The file `seen` holds a CRC32C and JSON. It is no truth: without it, or where it does not fit, everything is read.

use super::{StoreError, frame::Hash, reading::EntryStart};
use crate::files::{self, Readers};
use serde::{Deserialize, Serialize};
use std::{fs, path::Path};

/// A journal up to an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    /// Which store's it is.
    pub(super) store: String,
    /// The last entry and its hash.
    pub(super) seq: u64,
    pub(super) hash: Hash,
    /// Where that entry ends.
    pub(super) offset_byte: u64,
    pub(super) marks: Vec<EntryStart>,
}

impl Seen {
    /// What `path` says; nothing where it is damaged or not there.
    pub(super) fn read(path: &Path) -> Option<Seen> {
        let text = fs::read_to_string(path).ok()?;
        let (sum, json) = text.split_once(' ')?;
        let is_whole = sum == format!("{:08x}", crc32c::crc32c(json.as_bytes()));
        is_whole.then(|| serde_json::from_str(json).ok())?
    }

    /// Writes it to `path` in place of what was there.
    pub(super) fn write(&self, path: &Path) -> Result<(), StoreError> {
        let json = serde_json::to_string(self).map_err(|error| StoreError::NotARecord {
            why: error.to_string(),
        })?;
        let sum = crc32c::crc32c(json.as_bytes());
        let written = files::replace(path, Readers::Owner, |out| write!(out, "{sum:08x} {json}"));
        written.map_err(StoreError::io(path))
    }
}

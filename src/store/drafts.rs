//! Drafts: text that is being written and not yet saved.
//!
//! It does not know what a draft is of. Drafts are not in the journal: they are kept at each pause in typing, and an
//! fdatasync each time would be felt. sled's flusher brings them to the disk within half a second.

use super::{SledFault, caught::caught};

/// A key and what was typed.
pub(super) type Draft = (String, Vec<u8>);

pub(super) fn keep(drafts: &sled::Tree, key: &str, draft: &[u8]) -> Result<(), SledFault> {
    caught(|| drafts.insert(key, draft)).map(drop)
}

pub(super) fn clear(drafts: &sled::Tree, key: &str) -> Result<(), SledFault> {
    caught(|| drafts.remove(key)).map(drop)
}

pub(super) fn get(drafts: &sled::Tree, key: &str) -> Result<Option<Vec<u8>>, SledFault> {
    caught(|| Ok(drafts.get(key)?.map(|draft| draft.to_vec())))
}

pub(super) fn all(drafts: &sled::Tree) -> Result<Vec<Draft>, SledFault> {
    caught(|| {
        let text = |key: sled::IVec| String::from_utf8_lossy(&key).into_owned();
        drafts
            .iter()
            .map(|draft| draft.map(|(key, draft)| (text(key), draft.to_vec())))
            .collect()
    })
}

//! The drafts that programs before the file `drafts` kept in sled: read once, and taken over from there.
//!
//! It does not know what a draft is of.

use super::{SledFault, caught::caught, draft_file::Drafts};

/// A key and what was typed.
pub(super) type Draft = (String, Vec<u8>);

pub(super) fn keep(drafts: &sled::Tree, key: &str, draft: &[u8]) -> Result<(), SledFault> {
    caught(|| drafts.insert(key, draft)).map(drop)
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

/// Adds those that are not there yet; whether there are any.
pub(super) fn take_over(drafts: &sled::Tree, to: &mut Drafts) -> bool {
    // What cannot be read was told when sled was compared.
    let old = all(drafts).unwrap_or_default();
    for (key, draft) in &old {
        let text = || String::from_utf8_lossy(draft).into_owned();
        to.entry(key.clone()).or_insert_with(text);
    }
    !old.is_empty()
}

/// Forgets them all.
pub(super) fn clear(drafts: &sled::Tree) {
    // Those that stay are taken over again, which changes nothing.
    let _ = caught(|| drafts.clear());
}

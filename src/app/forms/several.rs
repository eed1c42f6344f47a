//! Several resolutions that are changed together by one form. Does not know what is changed.

use crate::domain::ids::ResolutionId;

/// What tells the drafts of several resolutions from those of others: how many, and a sum of their ids.
pub(super) fn key_of(ids: &[ResolutionId]) -> String {
    let sum = ids
        .iter()
        .fold(0, |sum, id| crc32c::crc32c_append(sum, id.0.as_bytes()));
    format!("several/{}-{sum:08x}", ids.len())
}

/// The only one of these.
pub(super) fn only(ids: &[ResolutionId]) -> Option<&ResolutionId> {
    match ids {
        [only] => Some(only),
        _ => None,
    }
}

/// These, where they are several.
pub(super) fn several(ids: &[ResolutionId]) -> &[ResolutionId] {
    if ids.len() > 1 { ids } else { &[] }
}

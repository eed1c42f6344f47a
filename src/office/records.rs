//! Records of one kind, read from the store. Does not know what they mean.

use super::command::Failure;
use crate::store::{Store, Tree};
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// All records whose key begins with `prefix` and that can be read, in key order; the store remembers the others
/// ([`Store::unreadable`]).
pub(super) fn all<T: DeserializeOwned>(store: &Store, tree: Tree, prefix: &str) -> Result<Vec<T>, Failure> {
    store.readable::<T>(tree, prefix).map(|row| Ok(row?.1)).collect()
}

/// All records of a tree by their ids.
pub(super) fn by_id<K: std::hash::Hash + Eq, T: DeserializeOwned>(
    store: &Store,
    tree: Tree,
    id: impl Fn(&T) -> K,
) -> Result<HashMap<K, T>, Failure> {
    Ok(all::<T>(store, tree, "")?
        .into_iter()
        .map(|record| (id(&record), record))
        .collect())
}

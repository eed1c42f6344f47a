//! Reading past records that cannot be read: what else there is is given, and those are remembered to be named.
//!
//! It does not know who names them. A change never reads like this: it would take such a record for none.

use super::{Store, StoreError, Tree, from_record, sled_copy::Scan};
use serde::de::DeserializeOwned;
use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

/// No more than these are remembered: a person looks at the first.
const MOST_NAMED: usize = 1000;

/// The addresses of records that somebody came upon and could not read.
#[derive(Default)]
pub(super) struct Unreadable(Mutex<BTreeSet<(Tree, String)>>);

impl Unreadable {
    fn add(&self, tree: Tree, key: &str) {
        let mut named = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if named.len() < MOST_NAMED {
            named.insert((tree, key.to_owned()));
        }
    }
}

impl Store {
    /// The records whose keys begin with `prefix` and that read as a `T`, in the order of the keys. Others are among
    /// [`Store::unreadable`] afterwards.
    pub fn readable<T: DeserializeOwned>(
        &self,
        tree: Tree,
        prefix: &str,
    ) -> impl Iterator<Item = Result<(String, T), StoreError>> {
        self.scan::<T>(tree, prefix)
            .filter_map(|record| self.past(record).transpose())
    }

    /// At most `most` such records whose keys come behind `after`; fewer only at the end of the tree.
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn readable_after<T: DeserializeOwned>(
        &self,
        tree: Tree,
        after: &str,
        most: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        let mut after = after.to_owned();
        let mut records = Vec::new();
        while records.len() < most {
            let part = self.on_tree(tree, |sled| {
                raw_part(sled.scan_after(tree, after.as_bytes()), most)
            })?;
            let Some((last, _)) = part.last() else { break };
            after.clone_from(last);
            for (key, record) in part {
                let record = from_record(tree, &key, &String::from_utf8_lossy(&record));
                records.extend(self.past(record)?.map(|record| (key, record)));
            }
        }
        Ok(records)
    }

    /// The record under `key` where it reads as a `T`; otherwise none, and it is among [`Store::unreadable`].
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn get_readable<T: DeserializeOwned>(&self, tree: Tree, key: &str) -> Result<Option<T>, StoreError> {
        Ok(self.past(self.get(tree, key))?.flatten())
    }

    /// The records that somebody came upon since the store was opened and could not read, by tree and key.
    pub fn unreadable(&self) -> Vec<(Tree, String)> {
        let named = self.shared.unreadable.0.lock();
        let named = named.unwrap_or_else(PoisonError::into_inner);
        named.iter().cloned().collect()
    }

    /// What was read; none where only this record cannot be.
    fn past<T>(&self, record: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
        match record {
            Ok(record) => Ok(Some(record)),
            Err(StoreError::RecordDamaged { tree, key, .. } | StoreError::RecordLater { tree, key, .. }) => {
                self.shared.unreadable.add(tree, &key);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

type RawPart = Vec<(String, Vec<u8>)>;

fn raw_part(scan: Scan, most: usize) -> Result<RawPart, super::SledFault> {
    scan.take(most)
        .map(|record| {
            record.map(|(key, record)| (String::from_utf8_lossy(&key).into_owned(), record.to_vec()))
        })
        .collect()
}

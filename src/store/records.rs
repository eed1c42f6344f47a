//! Records as the store gives them out.
//!
//! It does not know where they come from, nor what is in them.

use super::{Change, Store, StoreError, Tree, from_record, sled_copy::Scan, to_record};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

impl Store {
    /// The record under `key`.
    ///
    /// # Errors
    /// [`StoreError::RecordDamaged`] and [`StoreError::RecordLater`] when it does not read as a `T`.
    pub fn get<T: DeserializeOwned>(&self, tree: Tree, key: &str) -> Result<Option<T>, StoreError> {
        let raw = self.get_raw(tree, key)?;
        raw.map(|raw| from_record(tree, key, raw.get())).transpose()
    }

    /// The record under `key`, as the bytes that are stored: what a [`Change`] wants as `before`.
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn get_raw(&self, tree: Tree, key: &str) -> Result<Option<Box<RawValue>>, StoreError> {
        let record = self.on_tree(tree, |sled| sled.get(tree, key))?;
        record.map(|record| raw_value(tree, key, &record)).transpose()
    }

    /// Whether there is a record under `key`, whatever it is.
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn has(&self, tree: Tree, key: &str) -> Result<bool, StoreError> {
        self.on_tree(tree, |sled| Ok(sled.get(tree, key)?.is_some()))
    }

    /// The records whose keys begin with `prefix`, in the order of the keys (by bytes).
    pub fn scan<T: DeserializeOwned>(
        &self,
        tree: Tree,
        prefix: &str,
    ) -> impl Iterator<Item = Result<(String, T), StoreError>> {
        self.scan_bytes(tree, prefix).map(move |record| {
            let (key, record) = record?;
            let text = text_of(tree, &key, &record)?;
            let record = from_record(tree, &key, text)?;
            Ok((key, record))
        })
    }

    /// The same as the bytes that are stored.
    pub fn scan_raw(
        &self,
        tree: Tree,
        prefix: &str,
    ) -> impl Iterator<Item = Result<(String, Box<RawValue>), StoreError>> {
        self.scan_bytes(tree, prefix).map(move |record| {
            let (key, record) = record?;
            let raw = raw_value(tree, &key, &record)?;
            Ok((key, raw))
        })
    }

    /// At most `most` records whose keys come behind `after`, in the order of the keys. Reading a large tree part by
    /// part keeps nothing of sled's between the parts.
    ///
    /// # Errors
    /// [`StoreError::RecordDamaged`] and the like.
    pub fn scan_after<T: DeserializeOwned>(
        &self,
        tree: Tree,
        after: &str,
        most: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        let part = self.on_tree(tree, |sled| {
            sled.scan_after(tree, after.as_bytes())
                .take(most)
                .collect::<Result<Vec<_>, _>>()
        })?;
        let mut records = Vec::with_capacity(part.len());
        for (key, record) in part {
            let key = String::from_utf8_lossy(&key).into_owned();
            let value = from_record(tree, &key, text_of(tree, &key, &record)?)?;
            records.push((key, value));
        }
        Ok(records)
    }

    /// How many records the tree has.
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn count(&self, tree: Tree) -> Result<u64, StoreError> {
        self.on_sled(|sled| Ok(sled.held.tallies[tree.place()].count))
    }

    /// A change of the record under `key` from what it is now to `after`; `None` removes it.
    ///
    /// # Errors
    /// [`StoreError::NotARecord`] when `after` is not an object in JSON.
    pub fn change<T: Serialize>(
        &self,
        tree: Tree,
        key: &str,
        after: Option<&T>,
    ) -> Result<Change, StoreError> {
        let before = self.get_raw(tree, key)?;
        let after = after.map(to_record).transpose()?;
        Ok(Change {
            tree,
            key: key.to_owned(),
            before,
            after,
        })
    }

    fn scan_bytes(
        &self,
        tree: Tree,
        prefix: &str,
    ) -> impl Iterator<Item = Result<(String, Vec<u8>), StoreError>> {
        let (scan, refused) = match self.on_tree(tree, |sled| Ok(sled.scan(tree, prefix))) {
            Ok(scan) => (Some(scan), None),
            Err(error) => (None, Some(Err(error))),
        };
        let records = scan
            .into_iter()
            .flat_map(Scan::into_iter)
            .map(move |record| match record {
                Ok((key, record)) => Ok((String::from_utf8_lossy(&key).into_owned(), record.to_vec())),
                Err(fault) => Err(self.failed(fault)),
            });
        records.chain(refused)
    }
}

fn text_of<'record>(tree: Tree, key: &str, record: &'record [u8]) -> Result<&'record str, StoreError> {
    std::str::from_utf8(record).map_err(|error| damaged(tree, key, &error))
}

fn raw_value(tree: Tree, key: &str, record: &[u8]) -> Result<Box<RawValue>, StoreError> {
    let text = text_of(tree, key, record)?.to_owned();
    RawValue::from_string(text).map_err(|error| damaged(tree, key, &error))
}

fn damaged(tree: Tree, key: &str, error: &dyn std::error::Error) -> StoreError {
    StoreError::RecordDamaged {
        tree,
        key: key.to_owned(),
        why: error.to_string(),
    }
}

//! What the store's tests share: small records and entries.
//!
//! It does not know what any of the tests shows.

use chrono::{DateTime, Utc};
use dabir::store::{Change, NewEntry, Store, StoreError, Tree};
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use std::{collections::BTreeMap, path::Path};

/// A record with a number and some text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub number: u64,
    pub text: String,
}

pub fn row(number: u64) -> Row {
    Row {
        number,
        text: format!("مصوبه شماره {number}: پیگیری تا پایان مهر"),
    }
}

pub fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_660_000_000, 0).unwrap()
}

pub fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).unwrap()
}

pub fn entry(changes: Vec<Change>) -> NewEntry {
    let command = to_raw_value(&("put", changes.len())).unwrap();
    NewEntry {
        at: moment(),
        actor: "دبیر".to_owned(),
        command,
        changes,
    }
}

/// Commits one record, or takes it away.
pub fn put(store: &Store, tree: Tree, key: &str, after: Option<&Row>) -> Result<u64, StoreError> {
    store.commit(entry(vec![store.change(tree, key, after)?]))
}

/// Everything that a store holds.
pub type Everything = BTreeMap<(Tree, String), String>;

pub fn everything(store: &Store) -> Everything {
    let mut all = BTreeMap::new();
    for tree in Tree::ALL {
        for record in store.scan_raw(tree, "") {
            let (key, record) = record.unwrap();
            all.insert((tree, key), record.get().to_owned());
        }
    }
    all
}

/// What the journal alone says that the records are.
pub fn played(store: &Store) -> Everything {
    let mut all = BTreeMap::new();
    for entry in store.entries(1).unwrap() {
        for change in entry.unwrap().changes {
            match change.after {
                Some(record) => all.insert((change.tree, change.key), record.get().to_owned()),
                None => all.remove(&(change.tree, change.key)),
            };
        }
    }
    all
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for item in std::fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        if item.file_type().unwrap().is_dir() {
            copy_folder(&item.path(), &target);
        } else {
            std::fs::copy(item.path(), &target).unwrap();
        }
    }
}

/// Every file below a folder.
pub fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found.sort();
    found
}

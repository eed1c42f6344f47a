//! Journals and drafts. It does not know their lines.

use crate::fuzz;
use crate::rows::{Chance, Maker, entry};
use chrono::DateTime;
use dabir::calendar::Day;
use dabir::store::{Store, StoreError, Tree};
use std::{collections::BTreeMap, fs, path::Path};

/// A store in a folder, closed.
fn store_at(folder: &Path) {
    let (store, _) = Store::open(folder).unwrap();
    Maker::new().fill(&store, 3, Day::from_jalali(1405, 9, 1).unwrap());
    for number in 0..4 {
        let record = BTreeMap::from([("text", format!("یادداشت {number}"))]);
        let change = store.change(Tree::Notes, "s000000/n1", Some(&record)).unwrap();
        store.commit(entry(vec![change])).unwrap();
    }
    for number in 0..4 {
        store.keep_draft("note/1", &format!("پیش‌نویس\n{number}"));
        store.keep_draft("resolution/2", "text");
    }
}

/// Opens a store whose files are what they are: it opens or refuses, and what is made again is sound.
fn opened(folder: &Path) {
    let store = match Store::open(folder) {
        Ok((store, _)) => store,
        Err(StoreError::JournalDamaged(_)) => {
            Store::rebuild(folder, DateTime::UNIX_EPOCH).unwrap();
            Store::open(folder).unwrap().0
        }
        Err(StoreError::NotAStore { .. } | StoreError::LaterVersion { .. }) => return,
        Err(other) => panic!("{other:?}"),
    };
    let report = store.check().unwrap();
    let is_said = |store: &Store| store.entries(1).unwrap().all(|entry| entry.is_ok());
    assert!(report.is_sound() || !report.faults.is_empty());
    assert!(is_said(&store));
    drop(store.drafts());
    let record = BTreeMap::from([("text", "new")]);
    let change = store.change(Tree::Notes, "s000000/n9", Some(&record)).unwrap();
    store.commit(entry(vec![change])).unwrap();
}

#[test]
fn journals() {
    let home = tempfile::tempdir().unwrap();
    store_at(&home.path().join("sound"));
    let seeds = [fs::read(home.path().join("sound/journal")).unwrap()];
    fuzz("journal", &seeds, |input, _: &mut Chance| {
        let folder = home.path().join("changed");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("lock"), "").unwrap();
        fs::write(folder.join("journal"), input).unwrap();
        opened(&folder);
        fs::remove_dir_all(&folder).unwrap();
    });
}

#[test]
fn drafts() {
    let home = tempfile::tempdir().unwrap();
    let sound = home.path().join("sound");
    store_at(&sound);
    let seeds = [fs::read(sound.join("drafts")).unwrap()];
    fuzz("drafts", &seeds, |input, _: &mut Chance| {
        fs::write(sound.join("drafts"), input).unwrap();
        let (store, _) = Store::open(&sound).unwrap();
        for (key, text) in store.drafts() {
            assert!(!key.contains('\n'), "{key:?}: {text:?}");
        }
        drop(store);
        for aside in fs::read_dir(&sound).unwrap().map(|item| item.unwrap().path()) {
            if aside.to_string_lossy().contains("drafts.aside") {
                fs::remove_file(aside).unwrap();
            }
        }
    });
}

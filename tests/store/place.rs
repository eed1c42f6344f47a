//! The journal taken away from under an open store: nothing more is said to be saved until it is there again.
//!
//! It does not know how an open file is told from the one at its path.
#![cfg(unix)]

use crate::records::{everything, put, row};
use dabir::store::{Store, StoreError, Tree};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A store with three entries, open, and its journal.
fn open_store(home: &Path) -> (Store, PathBuf) {
    let folder = home.join("store");
    let (store, _) = Store::open(&folder).unwrap();
    for number in 0..3 {
        put(&store, Tree::Notes, &number.to_string(), Some(&row(number))).unwrap();
    }
    (store, folder.join("journal"))
}

fn refuses(store: &Store, path: &Path, what: &str) {
    for _ in 0..2 {
        let refused = put(store, Tree::Notes, "later", Some(&row(7)));
        let path = path.to_owned();
        assert_eq!(refused, Err(StoreError::JournalAway { path }), "{what}");
    }
    assert_eq!(store.last_seq(), 3, "{what}");
    assert_eq!(
        everything(store).len(),
        3,
        "{what}: what is in memory can still be read"
    );
}

/// What happens to a journal: its name, and what does it.
type Damage = (&'static str, fn(&Path));

#[test]
fn a_journal_that_is_removed_replaced_moved_shortened_or_longer_takes_no_more_entries() {
    let damages: [Damage; 6] = [
        ("removed", |journal| fs::remove_file(journal).unwrap()),
        ("replaced by a copy of itself", |journal| {
            let copy = journal.with_file_name("copy");
            fs::copy(journal, &copy).unwrap();
            fs::rename(copy, journal).unwrap();
        }),
        ("its folder moved", |journal| {
            let folder = journal.parent().unwrap();
            fs::rename(folder, folder.with_file_name("moved")).unwrap();
        }),
        ("its folder removed", |journal| {
            fs::remove_dir_all(journal.parent().unwrap()).unwrap()
        }),
        ("cut", |journal| {
            let length = fs::metadata(journal).unwrap().len();
            let file = fs::OpenOptions::new().write(true).open(journal).unwrap();
            file.set_len(length - 20).unwrap();
        }),
        ("written to by another", |journal| {
            let bytes = fs::read(journal).unwrap();
            fs::write(journal, [bytes, b"x".to_vec()].concat()).unwrap();
        }),
    ];
    for (what, damage) in damages {
        let home = tempfile::tempdir().unwrap();
        let (store, journal) = open_store(home.path());
        damage(&journal);
        refuses(&store, &journal, what);
    }
}

#[test]
fn a_journal_that_is_put_back_takes_entries_again() {
    let home = tempfile::tempdir().unwrap();
    let (store, journal) = open_store(home.path());
    let away = home.path().join("away");
    fs::rename(&journal, &away).unwrap();
    refuses(&store, &journal, "moved");
    fs::rename(&away, &journal).unwrap();
    assert_eq!(put(&store, Tree::Notes, "later", Some(&row(7))), Ok(4));
    drop(store);
    let (store, mended) = Store::open(journal.parent().unwrap()).unwrap();
    assert_eq!((mended, store.last_seq()), (vec![], 4));
    assert!(store.check().unwrap().is_sound());
}

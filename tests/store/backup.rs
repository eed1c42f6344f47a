//! Backups: written while the store is in use, read back whole or not at all.
//!
//! It does not know what a backup looks like inside, but for its length.

use crate::records::{everything, put, row};
use dabir::store::{Store, StoreError, Tree};
use std::fs;

#[test]
fn a_restored_backup_is_the_store_as_it_was_and_can_be_worked_on() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy, file) = (
        home.path().join("a"),
        home.path().join("b"),
        home.path().join("backup"),
    );
    let (store, _) = Store::open(&folder).unwrap();
    for number in 0..50 {
        put(&store, Tree::Notes, &number.to_string(), Some(&row(number))).unwrap();
    }
    let then = everything(&store);
    let backup = store.backup(&file).unwrap();
    assert_eq!(
        (backup.last_seq, backup.bytes),
        (50, fs::metadata(&file).unwrap().len())
    );
    put(&store, Tree::Notes, "later", Some(&row(99))).unwrap();
    assert_eq!(Store::restore(&copy, &file), Ok(backup));
    let (restored, mended) = Store::open(&copy).unwrap();
    assert_eq!((everything(&restored), restored.last_seq()), (then, 50));
    assert!(restored.check().unwrap().is_sound(), "{mended:?}");
    assert_eq!(put(&restored, Tree::Notes, "new", Some(&row(1))), Ok(51));
}

#[test]
fn a_store_with_entries_is_not_written_over_and_an_empty_one_is() {
    let home = tempfile::tempdir().unwrap();
    let (folder, other, file) = (
        home.path().join("a"),
        home.path().join("b"),
        home.path().join("backup"),
    );
    let (store, _) = Store::open(&folder).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(1))).unwrap();
    store.backup(&file).unwrap();
    assert_eq!(
        Store::restore(&folder, &file),
        Err(StoreError::Locked {
            folder: folder.clone(),
            opener: None
        })
    );
    drop(store);
    assert_eq!(
        Store::restore(&folder, &file),
        Err(StoreError::NotEmpty {
            folder: folder.clone()
        })
    );
    drop(Store::open(&other).unwrap());
    Store::restore(&other, &file).unwrap();
    let (restored, _) = Store::open(&other).unwrap();
    assert_eq!(restored.get(Tree::Notes, "n"), Ok(Some(row(1))));
}

#[test]
fn no_damaged_backup_is_restored() {
    let home = tempfile::tempdir().unwrap();
    let (folder, file) = (home.path().join("a"), home.path().join("backup"));
    let (store, _) = Store::open(&folder).unwrap();
    for number in 0..3 {
        put(&store, Tree::Notes, &number.to_string(), Some(&row(number))).unwrap();
    }
    store.backup(&file).unwrap();
    let sound = fs::read(&file).unwrap();
    let target = home.path().join("b");
    let refused = |bytes: &[u8], what: String| {
        fs::write(&file, bytes).unwrap();
        assert!(Store::restore(&target, &file).is_err(), "{what}");
        assert!(!target.exists(), "{what}");
    };
    for at in 0..sound.len() {
        let mut damaged = sound.clone();
        damaged[at] ^= 1 << (at % 8);
        refused(&damaged, format!("bit flipped at {at}"));
        refused(&sound[..at], format!("cut at {at}"));
    }
    refused(&[&sound[..], b"\n"].concat(), "something behind it".to_owned());
    fs::remove_file(&file).unwrap();
    assert_eq!(
        Store::restore(&target, &file),
        Err(StoreError::NotFound { path: file.clone() })
    );
    fs::write(&file, &sound).unwrap();
    assert!(Store::restore(&target, &file).is_ok());
}

#[test]
fn a_backup_that_cannot_be_written_leaves_the_one_before_it() {
    let home = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(&home.path().join("a")).unwrap();
    let missing = home.path().join("none/backup");
    assert!(matches!(store.backup(&missing), Err(StoreError::NotFound { .. })));
    let file = home.path().join("backup");
    store.backup(&file).unwrap();
    let before = fs::read(&file).unwrap();
    // The journal loses its end while it is open: the copy does not agree with what it should be.
    let journal = home.path().join("a/journal");
    let shortened = fs::OpenOptions::new().write(true).open(&journal).unwrap();
    shortened
        .set_len(fs::metadata(&journal).unwrap().len() - 1)
        .unwrap();
    assert!(store.backup(&file).is_err());
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 2);
}

#[test]
fn a_store_that_is_open_elsewhere_is_backed_up_and_copied_as_it_was_at_one_moment() {
    let home = tempfile::tempdir().unwrap();
    let (folder, file) = (home.path().join("a"), home.path().join("backup"));
    let (store, _) = Store::open(&folder).unwrap();
    for number in 0..20 {
        put(&store, Tree::Notes, &number.to_string(), Some(&row(number))).unwrap();
    }
    let writing = std::thread::spawn(move || {
        for number in 20..400 {
            put(&store, Tree::Notes, &number.to_string(), Some(&row(number))).unwrap();
        }
        store
    });
    let mut copies = 0;
    while !writing.is_finished() || copies == 0 {
        let copy = Store::open_copy(&folder, &home.path().join(format!("copy{copies}"))).unwrap();
        assert!(copy.check().unwrap().is_sound());
        let (last, rows) = (copy.last_seq(), everything(&copy));
        let expected: Vec<_> = (0..last as usize).map(|number| number.to_string()).collect();
        let mut keys: Vec<_> = rows.into_keys().map(|(_, key)| key).collect();
        keys.sort_by_key(|key| key.parse::<u64>().unwrap());
        assert_eq!(keys, expected);
        copies += 1;
    }
    let store = writing.join().unwrap();
    let backup = Store::backup_of(&folder, &file).unwrap();
    assert_eq!((backup.last_seq, store.last_seq()), (400, 400));
    assert_eq!(Store::restore(&home.path().join("b"), &file), Ok(backup));
}

#[test]
fn an_entry_that_is_being_written_is_in_no_copy() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("a");
    let (store, _) = Store::open(&folder).unwrap();
    for number in 0..3 {
        put(&store, Tree::Notes, &number.to_string(), Some(&row(number))).unwrap();
    }
    let then = everything(&store);
    let journal = folder.join("journal");
    let whole = fs::read(&journal).unwrap();
    let half: Vec<u8> = whole
        .iter()
        .copied()
        .chain(
            whole[..whole.len() / 2]
                .iter()
                .copied()
                .filter(|byte| *byte != b'\n'),
        )
        .collect();
    fs::write(&journal, half).unwrap();
    let copy = Store::open_copy(&folder, &home.path().join("copy")).unwrap();
    assert_eq!((everything(&copy), copy.last_seq()), (then, 3));
    assert_eq!(
        Store::backup_of(&home.path().join("nowhere"), &home.path().join("backup")).err(),
        Some(StoreError::NotFound {
            path: home.path().join("nowhere")
        })
    );
}

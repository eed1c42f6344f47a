//! Stores as earlier programs left them: every entry, record and draft of theirs is there, and work goes on.
//!
//! It does not know in which formats they are. Each folder in `tests/data/stores` is such a store; none is ever changed.

use crate::records::{copy_folder, everything, played, put, row};
use dabir::store::{ChainHead, Mended, Store, Tree};
use std::{fs, path::Path};

/// A copy of a stored store, open, and what had to be set right.
fn opened(name: &str) -> (tempfile::TempDir, Store, Vec<Mended>) {
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/stores");
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&stored.join(name), folder.path());
    let (store, mended) = Store::open(folder.path()).unwrap();
    (folder, store, mended)
}

#[test]
fn a_store_whose_drafts_were_in_sled_opens_with_everything_and_keeps_its_chain() {
    // Killed while a note was being written.
    let (folder, store, mended) = opened("drafts-in-sled");
    let harmless = |mended: &Mended| matches!(mended, Mended::CaughtUp { .. });
    assert!(mended.iter().all(harmless), "{mended:?}");
    let report = store.check().unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(everything(&store), played(&store));
    let records: Vec<u64> = [Tree::Bodies, Tree::Sessions, Tree::Resolutions, Tree::Sources]
        .map(|tree| store.count(tree).unwrap())
        .to_vec();
    assert_eq!(records, [1, 1, 2, 1]);
    let head = ChainHead::read("1-b5e2cea927cf2b6c8ab4").unwrap();
    assert!(head.is_of(&store).unwrap());
    let drafts = store.drafts();
    assert_eq!(drafts.len(), 1);
    assert!(drafts[0].1.contains("پیش‌نویس ثبت‌نشده"), "{drafts:?}");
    assert_eq!(put(&store, Tree::Organisations, "new", Some(&row(1))), Ok(2));
    drop(store);
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert_eq!((mended, store.drafts()), (vec![], drafts));
    assert!(head.is_of(&store).unwrap() && store.check().unwrap().is_sound());
}

/// A stored store with the version of its journal, the head of its chain, and how many records it has in some trees.
const FORMATS: [(&str, u32, &str, [u64; 4]); 2] = [
    ("version-1", 1, "1-d8792840796b778fb15c", [1, 2, 3, 0]),
    ("version-2", 2, "1-b7f7e1d3c663da4ba314", [1, 2, 3, 1]),
];

#[test]
fn every_format_of_the_journal_is_read_and_kept_beside_before_it_is_raised() {
    for (name, version, head, counts) in FORMATS {
        let (folder, store, mended) = opened(name);
        assert_eq!(mended, [], "{name}");
        let report = store.check().unwrap();
        assert!(report.is_sound(), "{name}: {report:?}");
        assert_eq!(everything(&store), played(&store), "{name}");
        let trees = [Tree::Sessions, Tree::Resolutions, Tree::Seats, Tree::Corrections];
        assert_eq!(trees.map(|tree| store.count(tree).unwrap()), counts, "{name}");
        let head = ChainHead::read(head).unwrap();
        assert!(head.is_of(&store).unwrap(), "{name}");
        let (records, before) = (
            everything(&store),
            fs::read(folder.path().join("journal")).unwrap(),
        );
        assert!(
            before.starts_with(format!("dabir-journal {version} ").as_bytes()),
            "{name}"
        );
        // What this version knows changes nothing of the format.
        assert_eq!(put(&store, Tree::Notes, "new", Some(&row(1))), Ok(2), "{name}");
        let copy = folder.path().join(format!("journal.version-{version}"));
        assert!(!copy.exists(), "{name}");
        let before_raised = fs::read(folder.path().join("journal")).unwrap();
        assert_eq!(
            put(&store, Tree::SignedMinutes, "new", Some(&row(2))),
            Ok(3),
            "{name}"
        );
        assert_eq!(fs::read(&copy).unwrap(), before_raised, "{name}");
        assert!(before_raised.starts_with(&before), "{name}");
        assert!(
            head.is_of(&store).unwrap() && store.check().unwrap().is_sound(),
            "{name}"
        );
        drop(store);
        let raised = fs::read(folder.path().join("journal")).unwrap();
        assert!(raised.starts_with(b"dabir-journal 3 "), "{name}");
        // The copy is a whole journal: an earlier program goes on from it.
        let other = tempfile::tempdir().unwrap();
        fs::copy(&copy, other.path().join("journal")).unwrap();
        let (store, _) = Store::open(other.path()).unwrap();
        let mut with_new = records;
        let new = everything(&store)
            .remove(&(Tree::Notes, "new".to_owned()))
            .unwrap();
        with_new.insert((Tree::Notes, "new".to_owned()), new);
        assert_eq!(everything(&store), with_new, "{name}");
    }
}

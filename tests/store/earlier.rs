//! Stores as earlier programs left them: every entry, record and draft of theirs is there, and work goes on.
//!
//! It does not know in which formats they are. Each folder in `tests/data/stores` is such a store; none is ever changed.

use crate::records::{copy_folder, everything, played, put, row};
use dabir::store::{ChainHead, Mended, Store, Tree};
use std::path::Path;

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

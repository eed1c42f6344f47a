//! A large store opened by what was seen before: quickly, and with every fault found behind it.

use super::{Change, Mended, NewEntry, SledFault, Store, StoreError, Tree};
use serde_json::value::RawValue;
use std::{fs, path::Path};

/// Every store of these tests is large.
const LARGE: u64 = 0;

fn change(store: &Store, key: &str, text: &str) -> Change {
    let record = std::collections::BTreeMap::from([("text", text)]);
    store.change(Tree::Notes, key, Some(&record)).unwrap()
}

fn put(store: &Store, key: &str, text: &str) -> Result<u64, StoreError> {
    let entry = NewEntry {
        at: chrono::DateTime::UNIX_EPOCH,
        actor: "a".to_owned(),
        command: RawValue::NULL.to_owned(),
        changes: vec![change(store, key, text)],
    };
    store.commit(entry)
}

/// A closed store with 300 entries, all of which were read over.
fn store_at(folder: &Path) {
    let (store, _) = Store::open_above(folder, LARGE).unwrap();
    for number in 0..300 {
        put(&store, &format!("{:03}", number % 250), &format!("text {number}")).unwrap();
    }
}

/// Opens the store, believing what was seen, and waits until it has been read over.
fn reopened(folder: &Path) -> (Store, Vec<Mended>) {
    let (mut store, mended) = Store::open_above(folder, LARGE).unwrap();
    assert!(store.rereading.is_some(), "nothing was believed");
    store.rereading.as_mut().unwrap().wait();
    (store, mended)
}

/// Takes the first record of a tree out of a closed store's sled, as a fault of the disk would.
pub(crate) fn lose_first_record(folder: &Path, tree: Tree) {
    let sled = sled::open(folder.join("sled")).unwrap();
    let records = sled.open_tree(tree.name()).unwrap();
    let (first, _) = records.first().unwrap().unwrap();
    records.remove(first).unwrap();
}

#[test]
fn a_sound_store_is_believed_and_found_sound() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    for number in 0..3 {
        let (store, mended) = reopened(folder.path());
        assert_eq!(
            (mended, store.take_mended(), store.damage()),
            (vec![], vec![], None)
        );
        assert_eq!(store.last_seq(), 300 + number);
        put(&store, "one more", &number.to_string()).unwrap();
        assert_eq!(store.entries(1).unwrap().count() as u64, 301 + number);
        assert!(store.check().unwrap().is_sound());
    }
    let (full, mended) = Store::open(folder.path()).unwrap();
    assert_eq!((mended, full.last_seq()), (vec![], 303));
}

#[test]
fn entries_can_be_read_from_anywhere_after_an_opening_that_believed() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    let (store, _) = reopened(folder.path());
    for from in [1, 2, 64, 65, 66, 129, 299, 300] {
        assert_eq!(store.entries(from).unwrap().next().unwrap().unwrap().seq, from);
    }
    let (full, all) = (store.hash_of(7).unwrap(), store.hash_of(300).unwrap());
    drop(store);
    let (store, _) = Store::open(folder.path()).unwrap();
    assert_eq!(
        (store.hash_of(7).unwrap(), store.hash_of(300).unwrap()),
        (full, all)
    );
}

#[test]
fn every_damage_of_the_journal_is_found_at_opening_or_behind_it() {
    let folder = tempfile::tempdir().unwrap();
    let sound = folder.path().join("sound");
    store_at(&sound);
    let journal = fs::read(sound.join("journal")).unwrap();
    for place in (45..journal.len() - 2).step_by(journal.len() / 40) {
        let copy = folder.path().join("copy");
        copy_folder(&sound, &copy);
        let mut damaged = journal.clone();
        damaged[place] ^= 1;
        fs::write(copy.join("journal"), damaged).unwrap();
        match Store::open_above(&copy, LARGE) {
            Err(StoreError::JournalDamaged(_)) => {}
            Err(other) => panic!("byte {place}: {other:?}"),
            Ok((mut store, _)) => {
                store.rereading.as_mut().unwrap().wait();
                assert!(store.damage().is_some(), "byte {place} was passed over");
                assert!(matches!(
                    put(&store, "x", "y"),
                    Err(StoreError::JournalDamaged(_))
                ));
                drop(store);
                let full = Store::open_above(&copy, u64::MAX);
                assert!(matches!(full, Err(StoreError::JournalDamaged(_))), "byte {place}");
            }
        }
        fs::remove_dir_all(&copy).unwrap();
    }
}

#[test]
fn a_record_that_sled_lost_comes_back_behind_the_opening() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    lose_first_record(folder.path(), Tree::Notes);
    let (store, _) = reopened(folder.path());
    let mended = store.take_mended();
    let is_rebuilt = |mended: &Mended| {
        matches!(
            mended,
            Mended::SledRebuilt {
                fault: SledFault::Tally { tree: Tree::Notes },
                ..
            }
        )
    };
    assert!(mended.iter().any(is_rebuilt), "{mended:?}");
    assert!(store.get_raw(Tree::Notes, "000").unwrap().is_some());
    assert!(put(&store, "007", "again").is_ok());
}

#[test]
fn another_journal_or_a_damaged_note_is_not_believed() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    store_at(&one);
    store_at(&other);
    let seen = fs::read(one.join("seen")).unwrap();
    fs::write(other.join("seen"), &seen).unwrap();
    let (store, _) = Store::open_above(&other, LARGE).unwrap();
    assert!(store.rereading.is_none());
    drop(store);
    let mut damaged = seen.clone();
    damaged[seen.len() / 2] ^= 1;
    fs::write(one.join("seen"), damaged).unwrap();
    let (store, mended) = Store::open_above(&one, LARGE).unwrap();
    assert!(store.rereading.is_none() && mended.is_empty());
}

#[test]
fn a_torn_end_is_cut_also_where_the_rest_is_believed() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    let journal = folder.path().join("journal");
    let mut bytes = fs::read(&journal).unwrap();
    bytes.extend(b"120 abc");
    fs::write(&journal, bytes).unwrap();
    let (store, mended) = reopened(folder.path());
    assert!(
        matches!(mended.as_slice(), [Mended::TornEntry { bytes: 7, .. }]),
        "{mended:?}"
    );
    assert_eq!(store.damage(), None);
}

#[test]
fn changes_made_while_records_are_read_over_are_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    let (mut store, _) = Store::open_above(folder.path(), LARGE).unwrap();
    for number in 0..200 {
        put(
            &store,
            &format!("{:03}", number * 7 % 260),
            &format!("other {number}"),
        )
        .unwrap();
    }
    store.rereading.as_mut().unwrap().wait();
    assert_eq!((store.take_mended(), store.damage()), (vec![], None));
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        if item.path().is_dir() {
            copy_folder(&item.path(), &target);
        } else {
            fs::copy(item.path(), target).unwrap();
        }
    }
}

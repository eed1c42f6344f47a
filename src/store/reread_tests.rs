//! A large store opened by what was seen before: quickly, and with every fault found behind it.

use super::{Change, CheckFault, Entry, Mended, NewEntry, SledFault, Store, StoreError, Tree, WrongBefore};
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
fn no_list_is_short_before_the_records_were_compared() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    lose_first_record(folder.path(), Tree::Notes);
    let (store, _) = Store::open_above(folder.path(), LARGE).unwrap();
    assert_eq!(store.scan_raw(Tree::Notes, "").count(), 250);
    drop(store);
    lose_first_record(folder.path(), Tree::Notes);
    let (store, _) = Store::open_above(folder.path(), LARGE).unwrap();
    let first: Vec<(String, serde_json::Value)> = store.scan_after(Tree::Notes, "", 1).unwrap();
    assert_eq!(first[0].0, "000");
}

#[test]
fn what_sled_lost_is_never_committed_over_as_if_it_had_not_been() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    lose_first_record(folder.path(), Tree::Notes);
    let (store, _) = Store::open_above(folder.path(), LARGE).unwrap();
    let mut blind = change(&store, "000", "taken in again");
    assert!(blind.before.is_some(), "the record is there");
    blind.before = None;
    drop(store);
    lose_first_record(folder.path(), Tree::Notes);
    let (store, _) = Store::open_above(folder.path(), LARGE).unwrap();
    let entry = NewEntry {
        at: chrono::DateTime::UNIX_EPOCH,
        actor: "a".to_owned(),
        command: RawValue::NULL.to_owned(),
        changes: vec![blind],
    };
    assert!(matches!(store.commit(entry), Err(StoreError::Stale { .. })));
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_handle_that_waits_for_records_gets_them_when_the_store_is_let_go_of() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    for _ in 0..20 {
        let (store, _) = Store::open_above(folder.path(), LARGE).unwrap();
        let handle = store.handle();
        let reading = std::thread::spawn(move || handle.scan_raw(Tree::Notes, "").count());
        drop(store);
        assert_eq!(reading.join().unwrap(), 250);
    }
}

/// Writes an entry behind the store's back, as an earlier program did that took what sled had lost for none.
fn poison(folder: &Path, key: &str) {
    let (mut journal, _) = super::journal::Journal::open(&folder.join("journal")).unwrap();
    let after = RawValue::from_string(r#"{"v":1,"text":"taken in again"}"#.to_owned()).unwrap();
    let change = Change {
        tree: Tree::Notes,
        key: key.to_owned(),
        before: None,
        after: Some(after),
    };
    let entry = Entry {
        seq: journal.last_seq() + 1,
        at: chrono::DateTime::UNIX_EPOCH,
        actor: "a".to_owned(),
        command: RawValue::NULL.to_owned(),
        changes: vec![change],
        gap: None,
        wrong_befores: Vec::new(),
    };
    journal.append(&entry).unwrap();
}

#[test]
fn a_journal_that_was_written_over_lost_records_is_found_and_mended_without_touching_its_chain() {
    let folder = tempfile::tempdir().unwrap();
    store_at(folder.path());
    poison(folder.path(), "007");
    let (store, _) = Store::open_above(folder.path(), LARGE).unwrap();
    let wrong = WrongBefore {
        seq: 301,
        tree: Tree::Notes,
        key: "007".to_owned(),
    };
    assert_eq!(store.check().unwrap().faults, [CheckFault::Before(wrong.clone())]);
    let hash = store.hash_of(301).unwrap();
    drop(store);
    let at = chrono::DateTime::UNIX_EPOCH;
    assert_eq!(Store::rebuild(folder.path(), at).unwrap().wrong_befores, 1);
    assert_eq!(Store::rebuild(folder.path(), at).unwrap().wrong_befores, 0);
    let (store, _) = Store::open_above(folder.path(), LARGE).unwrap();
    let report = store.check().unwrap();
    assert_eq!((report.faults, report.wrong_befores), (vec![], vec![wrong]));
    assert_eq!((store.hash_of(301).unwrap(), store.last_seq()), (hash, 302));
    let kept: serde_json::Value = store.get(Tree::Notes, "007").unwrap().unwrap();
    assert_eq!(kept["text"], "taken in again");
}

/// Every record of a store, as its listings read them.
fn listed(store: &Store) -> Result<Vec<(String, String)>, StoreError> {
    store
        .scan_raw(Tree::Notes, "")
        .map(|record| record.map(|(key, record)| (key, record.get().to_owned())))
        .collect()
}

#[test]
fn no_flipped_bit_of_a_large_store_shortens_a_list_without_a_word() {
    let home = tempfile::tempdir().unwrap();
    let sound = home.path().join("sound");
    store_at(&sound);
    let expected = listed(&Store::open(&sound).unwrap().0).unwrap();
    let db = fs::read(sound.join("sled/db")).unwrap();
    let flips = std::env::var("DABIR_TEST_FLIPS")
        .ok()
        .and_then(|flips| flips.parse().ok());
    let flips: usize = flips.unwrap_or(60);
    let (mut made_again, mut refused) = (0, 0);
    for number in 0..flips {
        let copy = home.path().join("copy");
        copy_folder(&sound, &copy);
        let at = (number * db.len() / flips + number * 7919) % db.len();
        let mut damaged = db.clone();
        damaged[at] ^= 1 << (number % 8);
        fs::write(copy.join("sled/db"), damaged).unwrap();
        match Store::open_above(&copy, LARGE).map(|(store, _)| (listed(&store), store)) {
            Ok((Ok(rows), store)) => {
                assert!(rows == expected, "byte {at}: {} rows", rows.len());
                made_again += usize::from(!store.take_mended().is_empty());
            }
            Ok((Err(_), _)) | Err(_) => refused += 1,
        }
        fs::remove_dir_all(&copy).unwrap();
    }
    println!("{flips} flips: {made_again} made again behind the opening, {refused} refused");
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

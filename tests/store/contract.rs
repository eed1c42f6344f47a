//! What anyone may rely on who uses the store.
//!
//! It does not know how the store keeps it.

use crate::records::{Row, entry, everything, moment, played, put, raw, row};
use dabir::files::DiskError;
use dabir::store::{Change, Mended, Store, StoreError, Tree};

#[test]
fn what_is_committed_is_read_back_also_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert_eq!(mended, []);
    assert_eq!(put(&store, Tree::Bodies, "b1", Some(&row(1))), Ok(1));
    assert_eq!(put(&store, Tree::Resolutions, "r1", Some(&row(2))), Ok(2));
    assert_eq!(store.get(Tree::Bodies, "b1"), Ok(Some(row(1))));
    drop(store);
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert_eq!(mended, []);
    assert_eq!(store.get(Tree::Bodies, "b1"), Ok(Some(row(1))));
    assert_eq!(store.get(Tree::Resolutions, "r1"), Ok(Some(row(2))));
    assert_eq!(store.get::<Row>(Tree::Bodies, "r1"), Ok(None));
    assert_eq!((store.last_seq(), store.count(Tree::Bodies)), (2, Ok(1)));
}

#[test]
fn a_scan_gives_one_trees_records_under_a_prefix_in_the_order_of_their_keys() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    for key in ["s2/3", "s10/1", "s2/1", "s1/9"] {
        put(&store, Tree::Notes, key, Some(&row(1))).unwrap();
    }
    put(&store, Tree::Seats, "s2/2", Some(&row(1))).unwrap();
    let keys = |prefix| {
        store
            .scan::<Row>(Tree::Notes, prefix)
            .map(|record| record.unwrap().0)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys("s2/"), ["s2/1", "s2/3"]);
    assert_eq!(keys(""), ["s1/9", "s10/1", "s2/1", "s2/3"]);
    assert_eq!(keys("x"), [""; 0]);
}

#[test]
fn a_record_is_overwritten_and_removed_and_the_count_follows() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(1))).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(2))).unwrap();
    assert_eq!(
        (store.get(Tree::Notes, "n"), store.count(Tree::Notes)),
        (Ok(Some(row(2))), Ok(1))
    );
    put(&store, Tree::Notes, "n", None).unwrap();
    assert_eq!(
        (store.get::<Row>(Tree::Notes, "n"), store.count(Tree::Notes)),
        (Ok(None), Ok(0))
    );
}

#[test]
fn an_entry_of_many_changes_is_taken_whole_or_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    let good = store.change(Tree::Bodies, "b", Some(&row(1))).unwrap();
    let stale = Change {
        before: Some(raw(r#"{"number":9}"#)),
        ..store.change(Tree::Seats, "s", Some(&row(2))).unwrap()
    };
    let refused = store.commit(entry(vec![good.clone(), stale]));
    assert_eq!(
        refused,
        Err(StoreError::Stale {
            tree: Tree::Seats,
            key: "s".to_owned()
        })
    );
    assert_eq!((everything(&store).len(), store.last_seq()), (0, 0));
    let other = store.change(Tree::Seats, "s", Some(&row(2))).unwrap();
    assert_eq!(store.commit(entry(vec![good, other])), Ok(1));
    assert_eq!(everything(&store).len(), 2);
}

#[test]
fn of_two_who_change_the_same_record_the_second_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(1))).unwrap();
    let first = store.change(Tree::Notes, "n", Some(&row(2))).unwrap();
    let second = store.change(Tree::Notes, "n", Some(&row(3))).unwrap();
    store.commit(entry(vec![first])).unwrap();
    let stale = StoreError::Stale {
        tree: Tree::Notes,
        key: "n".to_owned(),
    };
    assert_eq!(store.commit(entry(vec![second])), Err(stale));
    assert_eq!(store.get(Tree::Notes, "n"), Ok(Some(row(2))));
}

#[test]
fn one_entry_may_change_the_same_record_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    let first = store.change(Tree::Notes, "n", Some(&row(1))).unwrap();
    let second = Change {
        before: first.after.clone(),
        after: None,
        ..first.clone()
    };
    let third = Change {
        before: None,
        ..first.clone()
    };
    store.commit(entry(vec![first.clone(), second, third])).unwrap();
    assert_eq!(
        (store.get(Tree::Notes, "n"), store.count(Tree::Notes)),
        (Ok(Some(row(1))), Ok(1))
    );
    let stale = store.commit(entry(vec![first.reversed(), first.reversed()]));
    assert!(matches!(stale, Err(StoreError::Stale { .. })));
}

#[test]
fn a_reversed_change_undoes() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(1))).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(2))).unwrap();
    let last = store.entries(2).unwrap().next().unwrap().unwrap();
    store
        .commit(entry(last.changes.iter().rev().map(Change::reversed).collect()))
        .unwrap();
    assert_eq!(store.get(Tree::Notes, "n"), Ok(Some(row(1))));
}

#[test]
fn the_journal_gives_back_who_when_what_and_the_bytes_before_and_after() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(1))).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(2))).unwrap();
    let entries: Vec<_> = store.entries(0).unwrap().map(Result::unwrap).collect();
    assert_eq!(entries.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(
        (entries[1].at, entries[1].actor.as_str(), entries[1].command.get()),
        (moment(), "دبیر", r#"["put",1]"#)
    );
    let before = entries[1].changes[0].before.as_ref().unwrap().get();
    assert_eq!(before, entries[0].changes[0].after.as_ref().unwrap().get());
    assert_eq!(
        store.get_raw(Tree::Notes, "n").unwrap().unwrap().get(),
        entries[1].changes[0].after.as_ref().unwrap().get()
    );
    assert_eq!(everything(&store), played(&store));
}

#[test]
fn the_journal_can_be_read_from_any_entry_also_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    for number in 1..=300 {
        put(&store, Tree::Notes, &number.to_string(), Some(&row(number))).unwrap();
    }
    let all_suffixes_fit = |store: &Store| {
        for from in 1..=301 {
            let seqs = store.entries(from).unwrap().map(|entry| entry.unwrap().seq);
            assert!(seqs.eq(from..=300), "from {from}");
        }
    };
    all_suffixes_fit(&store);
    drop(store);
    all_suffixes_fit(&Store::open(folder.path()).unwrap().0);
}

#[test]
fn records_and_commands_over_many_lines_are_kept_on_one() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    let after = Some(raw("{\n  \"number\": 7,\r\n  \"text\": \"الف\\nب\"\n}"));
    let change = Change {
        tree: Tree::Notes,
        key: "n".to_owned(),
        before: None,
        after,
    };
    let mut new = entry(vec![change]);
    new.command = raw("{\n}");
    store.commit(new).unwrap();
    let text = "الف\nب".to_owned();
    assert_eq!(store.get(Tree::Notes, "n"), Ok(Some(Row { number: 7, text })));
    drop(store);
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert_eq!(
        (mended, store.last_seq(), store.count(Tree::Notes)),
        (vec![], 1, Ok(1))
    );
}

#[test]
fn a_record_that_is_no_object_is_refused_and_one_of_a_later_release_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    let change = |json| Change {
        tree: Tree::Notes,
        key: "n".to_owned(),
        before: None,
        after: Some(raw(json)),
    };
    assert!(matches!(
        store.commit(entry(vec![change("[1]")])),
        Err(StoreError::NotARecord { .. })
    ));
    store
        .commit(entry(vec![change(r#"{"v":9,"number":1,"text":""}"#)]))
        .unwrap();
    let (tree, key) = (Tree::Notes, "n".to_owned());
    assert_eq!(
        store.get::<Row>(Tree::Notes, "n"),
        Err(StoreError::RecordLater {
            tree,
            key,
            found: 9,
            known: 1
        })
    );
}

#[test]
fn drafts_are_kept_listed_and_cleared_and_are_not_in_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    store.keep_draft("resolution/7", "متن");
    store.keep_draft("note/1", "x");
    store.keep_draft("note/1", "xy");
    drop(store);
    let (store, _) = Store::open(folder.path()).unwrap();
    assert_eq!(store.draft("resolution/7").as_deref(), Some("متن"));
    store.clear_draft("resolution/7");
    assert_eq!(store.drafts(), [("note/1".to_owned(), "xy".to_owned())]);
    assert_eq!(store.last_seq(), 0);
}

#[test]
fn a_second_opening_is_told_that_the_store_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    let locked = StoreError::Locked {
        folder: folder.path().to_owned(),
        opener: None,
    };
    assert_eq!(Store::open(folder.path()).err(), Some(locked));
    store.say_opener("z.karimi", 4711);
    match Store::open(folder.path()).err() {
        Some(StoreError::Locked {
            opener: Some(opener), ..
        }) => assert_eq!((&*opener.person, opener.process), ("z.karimi", 4711)),
        other => panic!("{other:?}"),
    }
    put(&store, Tree::Notes, "n", Some(&row(1))).unwrap();
    drop(store);
    assert_eq!(Store::open(folder.path()).unwrap().0.count(Tree::Notes), Ok(1));
}

#[test]
fn a_folder_of_other_things_is_refused_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("نامه.docx"), "x").unwrap();
    let refused = StoreError::NotAStore {
        folder: folder.path().to_owned(),
    };
    assert_eq!(Store::open(folder.path()).err(), Some(refused));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_store_of_a_later_release_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let body = "dabir-journal 4 0011223344556677";
    let line = format!("{body} {:08x}\n", crc32c::crc32c(body.as_bytes()));
    std::fs::write(folder.path().join("journal"), line + "what the future brings\n").unwrap();
    let refused = StoreError::LaterVersion { found: 4, known: 3 };
    assert_eq!(Store::open(folder.path()).err(), Some(refused));
}

#[test]
fn a_journal_gets_a_later_version_with_the_first_record_that_needs_it_and_stays_sound() {
    let folder = tempfile::tempdir().unwrap();
    let version = || {
        let journal = std::fs::read_to_string(folder.path().join("journal")).unwrap();
        journal.split(' ').nth(1).unwrap().to_owned()
    };
    let (store, _) = Store::open(folder.path()).unwrap();
    put(&store, Tree::Sessions, "s", Some(&row(1))).unwrap();
    assert_eq!(version(), "1", "an earlier program can still read it");
    put(&store, Tree::Corrections, "s/1", Some(&row(2))).unwrap();
    put(&store, Tree::Sessions, "s", Some(&row(3))).unwrap();
    assert_eq!(version(), "2");
    let before = everything(&store);
    assert!(store.check().unwrap().is_sound(), "{:?}", store.check());
    drop(store);
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert!(mended.is_empty(), "{mended:?}");
    assert_eq!(everything(&store), before);
    assert!(store.check().unwrap().is_sound());
    put(&store, Tree::Corrections, "s/1", None::<&Row>).unwrap();
    let copy = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let backup = elsewhere.path().join("backup");
    store.backup(&backup).unwrap();
    Store::restore(copy.path(), &backup).unwrap();
    let (restored, _) = Store::open(copy.path()).unwrap();
    assert_eq!(everything(&restored), everything(&store));
}

#[test]
fn a_sled_that_is_gone_is_made_again_from_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    for number in 0..2500 {
        put(
            &store,
            Tree::Notes,
            &(number % 700).to_string(),
            Some(&row(number)),
        )
        .unwrap();
    }
    let before = everything(&store);
    drop(store);
    std::fs::remove_dir_all(folder.path().join("sled")).unwrap();
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert!(
        matches!(
            mended[..],
            [Mended::SledRebuilt {
                records: 700,
                set_aside: None,
                ..
            }]
        ),
        "{mended:?}"
    );
    assert_eq!(everything(&store), before);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_store() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a/b");
    let (store, _) = Store::open(&folder).unwrap();
    put(&store, Tree::Notes, "n", Some(&row(1))).unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&folder.join("sled"))), (0o700, 0o700));
    assert_eq!(
        (mode(&folder.join("journal")), mode(&folder.join("lock"))),
        (0o600, 0o600)
    );
}

#[test]
fn a_store_is_shared_between_threads_and_commits_come_one_after_another() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let store = &store;
            scope.spawn(move || {
                for number in 0..25 {
                    put(
                        store,
                        Tree::Notes,
                        &format!("{thread}/{number}"),
                        Some(&row(number)),
                    )
                    .unwrap();
                }
            });
        }
    });
    assert_eq!((store.last_seq(), store.count(Tree::Notes)), (100, Ok(100)));
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_scan_may_go_on_while_records_are_committed() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    for number in 0..50 {
        put(&store, Tree::Notes, &format!("{number:02}"), Some(&row(number))).unwrap();
    }
    for record in store.scan::<Row>(Tree::Notes, "") {
        let (key, row) = record.unwrap();
        put(
            &store,
            Tree::Notes,
            &key,
            Some(&Row {
                number: row.number + 1000,
                ..row
            }),
        )
        .unwrap();
    }
    assert_eq!(
        store
            .get(Tree::Notes, "49")
            .map(|row: Option<Row>| row.unwrap().number),
        Ok(1049)
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_where_nothing_may_be_written_is_named() {
    let opened = Store::open(std::path::Path::new("/sys/dabir-store")).err();
    assert!(
        matches!(
            opened,
            Some(StoreError::Disk {
                error: DiskError::NotAllowed,
                ..
            })
        ),
        "{opened:?}"
    );
}

//! Damaged stores made whole: what is mended at opening, what is refused, and what a rebuilding brings back.
//!
//! It does not know how.

use crate::records::{Everything, copy_folder, everything, files, moment, put, row};
use dabir::store::{DamagedPlace, Mended, SledFault, Store, StoreError, Tree};
use std::{fs, path::Path};

/// A store of `entries` entries over ten keys.
fn store_of(folder: &Path, entries: u64) -> Everything {
    let (store, _) = Store::open(folder).unwrap();
    for number in 1..=entries {
        let after = (number % 7 > 0).then(|| row(number));
        put(&store, Tree::Notes, &format!("k{}", number % 10), after.as_ref()).unwrap();
    }
    everything(&store)
}

fn lines(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join("journal")).unwrap();
    text.split_inclusive('\n').map(str::to_owned).collect()
}

fn write_lines(folder: &Path, lines: &[String]) {
    fs::write(folder.join("journal"), lines.concat()).unwrap();
}

fn faults(opened: Result<(Store, Vec<Mended>), StoreError>) -> Vec<DamagedPlace> {
    match opened.err() {
        Some(StoreError::JournalDamaged(damage)) => damage.faults,
        other => panic!("{other:?}"),
    }
}

/// Opens a store whose end was set right; gives where the end lies now, and whether it is known to be nobody's.
fn opened_with_end_aside(folder: &Path, end: &[u8]) -> (Store, bool) {
    let (store, mended) = Store::open(folder).unwrap();
    let torn = mended.iter().find_map(|mended| match mended {
        Mended::TornEntry {
            set_aside, is_known, ..
        } => Some((set_aside, *is_known)),
        _ => None,
    });
    let (set_aside, is_known) = torn.unwrap_or_else(|| panic!("{mended:?}"));
    assert_eq!(fs::read(set_aside).unwrap(), end);
    (store, is_known)
}

#[test]
fn a_last_line_that_is_torn_but_ended_is_put_aside_and_the_store_opens() {
    let home = tempfile::tempdir().unwrap();
    let sound = home.path().join("sound");
    let expected = store_of(&sound, 20);
    let next = lines(&sound)[20]
        .replacen("\"seq\":20", "\"seq\":21", 1)
        .into_bytes();
    for at in 0..next.len() - 1 {
        let folder = home.path().join(at.to_string());
        copy_folder(&sound, &folder);
        // A sector that was not written reads as zeros.
        let mut torn = next.clone();
        torn[at] = 0;
        let whole = [fs::read(sound.join("journal")).unwrap(), torn.clone()].concat();
        fs::write(folder.join("journal"), whole).unwrap();
        let (store, is_known) = opened_with_end_aside(&folder, &torn);
        assert!(is_known, "byte {at}");
        assert_eq!(everything(&store), expected);
        assert_eq!(put(&store, Tree::Notes, "x", Some(&row(1))), Ok(21));
        assert!(store.check().unwrap().is_sound());
        drop(store);
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn of_a_copy_that_came_to_no_end_nothing_is_cut_away_and_nothing_is_claimed() {
    let home = tempfile::tempdir().unwrap();
    let sound = home.path().join("sound");
    store_of(&sound, 3);
    let journal = fs::read(sound.join("journal")).unwrap();
    let head = journal.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let copy = home.path().join("copy");
    fs::create_dir(&copy).unwrap();
    let half = &journal[..head + 60];
    fs::write(copy.join("journal"), half).unwrap();
    let backup = home.path().join("backup");
    Store::open(&sound).unwrap().0.backup(&backup).unwrap();
    assert_eq!(
        Store::restore(&copy, &backup),
        Err(StoreError::NotEmpty { folder: copy.clone() })
    );
    let (store, is_known) = opened_with_end_aside(&copy, &half[head..]);
    assert!(!is_known, "no sled says that it was never reported as saved");
    assert_eq!(store.last_seq(), 0);
    let end = copy.join("journal-unknown-end.aside-1");
    assert_eq!(store.check().unwrap().unknown_ends, [end]);
}

#[test]
fn a_rebuilding_puts_an_unknown_end_on_record() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 3);
    fs::remove_dir_all(folder.path().join("sled")).unwrap();
    let journal = fs::read(folder.path().join("journal")).unwrap();
    fs::write(folder.path().join("journal"), &journal[..journal.len() - 9]).unwrap();
    let rebuilt = Store::rebuild(folder.path(), moment()).unwrap();
    let gaps: Vec<_> = rebuilt.gaps.iter().map(|gap| (gap.from, gap.to)).collect();
    assert_eq!((rebuilt.entries, gaps), (2, vec![(3, 3)]));
    assert_eq!(
        fs::read(&rebuilt.set_aside[0]).unwrap(),
        journal[..journal.len() - 9]
    );
}

#[test]
fn a_line_that_was_never_ended_by_a_crash_is_cut_off_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    let mut all = lines(folder.path());
    let offset_byte = all.concat().len() as u64;
    let torn = all[20].replacen("\"seq\":20", "\"seq\":21", 1)[..90].to_owned();
    all.push(torn.clone());
    write_lines(folder.path(), &all);
    let (store, mended) = Store::open(folder.path()).unwrap();
    let set_aside = folder.path().join("journal-end.aside-1");
    assert_eq!(fs::read_to_string(&set_aside).unwrap(), torn);
    assert_eq!(
        mended,
        [Mended::TornEntry {
            offset_byte,
            bytes: 90,
            set_aside,
            is_known: true
        }]
    );
    assert_eq!(everything(&store), expected);
    assert_eq!(put(&store, Tree::Notes, "x", Some(&row(1))), Ok(21));
    drop(store);
    assert_eq!(Store::open(folder.path()).unwrap().1, []);
}

#[test]
fn a_last_line_without_its_end_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 20);
    let whole = fs::read(folder.path().join("journal")).unwrap();
    fs::write(folder.path().join("journal"), &whole[..whole.len() - 1]).unwrap();
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert_eq!(mended, [Mended::LineEnd { seq: 20 }]);
    drop(store);
    assert_eq!(fs::read(folder.path().join("journal")).unwrap(), whole);
}

#[test]
fn a_journal_shorter_than_what_sled_holds_is_refused_and_nothing_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 20);
    let all = lines(folder.path());
    write_lines(folder.path(), &all[..11]);
    let short = || faults(Store::open(folder.path()));
    assert_eq!(
        short(),
        [DamagedPlace::Short {
            last: 10,
            sled_holds: 20
        }]
    );
    assert_eq!(
        short(),
        [DamagedPlace::Short {
            last: 10,
            sled_holds: 20
        }]
    );
    assert_eq!(lines(folder.path()), all[..11]);
}

#[test]
fn a_journal_that_is_gone_is_refused_and_all_records_come_back_from_sled() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    fs::remove_file(folder.path().join("journal")).unwrap();
    assert_eq!(faults(Store::open(folder.path())), [DamagedPlace::Missing]);
    let rebuilt = Store::rebuild(folder.path(), moment()).unwrap();
    assert_eq!(
        (
            rebuilt.entries,
            rebuilt.gaps.len(),
            rebuilt.gaps[0].from,
            rebuilt.gaps[0].to
        ),
        (0, 1, 1, 20)
    );
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert_eq!(
        (mended, everything(&store), store.last_seq()),
        (vec![], expected, 20)
    );
}

#[test]
fn any_entry_that_cannot_be_read_is_a_gap_on_record_and_its_records_come_back() {
    let home = tempfile::tempdir().unwrap();
    let sound = home.path().join("sound");
    let expected = store_of(&sound, 20);
    for lost in 1..=20 {
        let folder = home.path().join(lost.to_string());
        copy_folder(&sound, &folder);
        let mut all = lines(&folder);
        all[lost] = all[lost].replacen("\"at\"", "\"AT\"", 1);
        write_lines(&folder, &all);
        assert!(matches!(
            faults(Store::open(&folder))[0],
            DamagedPlace::Line { .. }
        ));
        let rebuilt = Store::rebuild(&folder, moment()).unwrap();
        assert_eq!((rebuilt.entries, rebuilt.gaps.len()), (19, 1));
        assert_eq!(
            (rebuilt.gaps[0].from, rebuilt.gaps[0].to),
            (lost as u64, lost as u64)
        );
        assert!(folder.join(&rebuilt.gaps[0].set_aside).exists());
        let (store, mended) = Store::open(&folder).unwrap();
        assert_eq!((mended, everything(&store)), (vec![], expected.clone()));
        let report = store.check().unwrap();
        assert!(report.is_sound(), "{report:?}");
        assert_eq!(report.gaps, rebuilt.gaps);
        let entries: Vec<_> = store.entries(1).unwrap().map(Result::unwrap).collect();
        assert!(entries.iter().map(|entry| entry.seq).eq(1..=20));
        assert!(
            entries
                .iter()
                .all(|entry| entry.gap.is_none() == (entry.actor == "دبیر"))
        );
    }
}

#[test]
fn without_sled_what_a_lost_entry_wrote_comes_back_where_a_later_one_tells_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    let mut all = lines(folder.path());
    // Entry 8 wrote k8, and entry 18 says what k8 was before.
    all[8] = all[8].replacen("\"at\"", "\"AT\"", 1);
    write_lines(folder.path(), &all);
    fs::remove_dir_all(folder.path().join("sled")).unwrap();
    let rebuilt = Store::rebuild(folder.path(), moment()).unwrap();
    assert_eq!((rebuilt.entries, rebuilt.recovered), (19, 1));
    let (store, _) = Store::open(folder.path()).unwrap();
    assert_eq!(everything(&store), expected);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn without_sled_a_lost_last_entry_is_a_gap_on_record() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 20);
    let mut all = lines(folder.path());
    all[20] = all[20].replacen("\"at\"", "\"AT\"", 1);
    write_lines(folder.path(), &all);
    fs::remove_dir_all(folder.path().join("sled")).unwrap();
    let rebuilt = Store::rebuild(folder.path(), moment()).unwrap();
    assert_eq!(
        (rebuilt.entries, rebuilt.gaps.len(), rebuilt.recovered),
        (19, 1, 0)
    );
    let (store, _) = Store::open(folder.path()).unwrap();
    assert_eq!(
        (store.last_seq(), store.check().unwrap().gaps),
        (20, rebuilt.gaps)
    );
}

#[test]
fn several_gaps_and_a_lost_end_are_each_on_record() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    let mut all = lines(folder.path());
    for lost in [3, 4, 11] {
        all[lost] = "damaged\n".to_owned();
    }
    write_lines(folder.path(), &all[..17]);
    let rebuilt = Store::rebuild(folder.path(), moment()).unwrap();
    let gaps: Vec<_> = rebuilt.gaps.iter().map(|gap| (gap.from, gap.to)).collect();
    assert_eq!((rebuilt.entries, gaps), (13, vec![(3, 4), (11, 11), (17, 20)]));
    let (store, _) = Store::open(folder.path()).unwrap();
    assert_eq!(everything(&store), expected);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn a_store_mended_once_can_be_mended_again() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    for round in 0..4 {
        let mut all = lines(folder.path());
        all[3 + round * 2] = "damaged\n".to_owned();
        all[14] = "\n".to_owned();
        write_lines(folder.path(), &all);
        Store::rebuild(folder.path(), moment()).unwrap();
        let (store, mended) = Store::open(folder.path()).unwrap();
        assert_eq!(
            (mended, everything(&store), store.last_seq()),
            (vec![], expected.clone(), 20)
        );
        assert!(store.check().unwrap().is_sound());
    }
}

#[test]
fn lines_that_were_moved_or_doubled_are_refused_and_put_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    let mut all = lines(folder.path());
    all.swap(5, 9);
    all.push(all[7].clone());
    write_lines(folder.path(), &all);
    assert!(matches!(
        faults(Store::open(folder.path()))[0],
        DamagedPlace::Order {
            after: 4,
            found: 9,
            ..
        }
    ));
    let rebuilt = Store::rebuild(folder.path(), moment()).unwrap();
    assert_eq!((rebuilt.entries, rebuilt.gaps), (20, vec![]));
    let (store, _) = Store::open(folder.path()).unwrap();
    assert_eq!(everything(&store), expected);
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn two_entries_run_together_by_a_lost_line_end_are_both_kept() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    let mut all = lines(folder.path());
    all[6] = all[6].replace('\n', "J");
    write_lines(folder.path(), &all);
    assert!(matches!(
        faults(Store::open(folder.path()))[0],
        DamagedPlace::Line { after: 5, .. }
    ));
    let rebuilt = Store::rebuild(folder.path(), moment()).unwrap();
    assert_eq!((rebuilt.entries, rebuilt.gaps), (20, vec![]));
    assert_eq!(everything(&Store::open(folder.path()).unwrap().0), expected);
}

#[test]
fn an_entry_that_was_rewritten_with_a_right_checksum_is_found_by_the_chain() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 20);
    let mut all = lines(folder.path());
    let body = all[6]
        .splitn(3, ' ')
        .nth(2)
        .unwrap()
        .trim_end()
        .replace("دبیر", "رییس");
    all[6] = format!("{} {:08x} {body}\n", body.len(), crc32c::crc32c(body.as_bytes()));
    write_lines(folder.path(), &all);
    let (store, _) = Store::open(folder.path()).unwrap();
    let report = store.check().unwrap();
    assert_eq!(report.faults.len(), 1, "{report:?}");
    assert!(format!("{:?}", report.faults[0]).contains("Chain"), "{report:?}");
}

#[test]
fn a_sled_of_another_store_is_set_aside_not_believed() {
    let home = tempfile::tempdir().unwrap();
    let (one, other) = (home.path().join("one"), home.path().join("other"));
    let expected = store_of(&one, 20);
    store_of(&other, 35);
    fs::remove_dir_all(one.join("sled")).unwrap();
    copy_folder(&other.join("sled"), &one.join("sled"));
    let (store, mended) = Store::open(&one).unwrap();
    assert!(
        matches!(
            &mended[..],
            [Mended::SledRebuilt {
                fault: SledFault::Stranger,
                ..
            }]
        ),
        "{mended:?}"
    );
    assert_eq!(everything(&store), expected);
}

#[test]
fn a_sled_that_fell_behind_is_given_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 20);
    let behind = folder.path().join("behind");
    copy_folder(&folder.path().join("sled"), &behind);
    let expected = store_of(folder.path(), 15);
    fs::remove_dir_all(folder.path().join("sled")).unwrap();
    fs::rename(behind, folder.path().join("sled")).unwrap();
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert_eq!(mended, [Mended::CaughtUp { from: 20, to: 35 }]);
    assert_eq!(everything(&store), expected);
}

#[test]
fn drafts_outlive_whatever_happens_to_sled_and_a_rebuilding() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 20);
    Store::open(folder.path()).unwrap().0.keep_draft("d", "text");
    let drafts = || Store::open(folder.path()).unwrap().0.drafts();
    let kept = [("d".to_owned(), "text".to_owned())];
    assert_eq!(drafts(), kept);
    for file in files(&folder.path().join("sled")) {
        fs::write(file, "damaged").unwrap();
        assert_eq!(drafts(), kept);
    }
    Store::rebuild(folder.path(), moment()).unwrap();
    assert_eq!(drafts(), kept);
    fs::remove_dir_all(folder.path().join("sled")).unwrap();
    assert_eq!(drafts(), kept);
}

#[test]
fn a_damaged_file_of_drafts_is_named_and_what_is_readable_of_it_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 1);
    let (store, _) = Store::open(folder.path()).unwrap();
    store.keep_draft("a", "one");
    store.keep_draft("b", "two");
    drop(store);
    let file = folder.path().join("drafts");
    let mut bytes = fs::read(&file).unwrap();
    bytes[20] ^= 1;
    fs::write(&file, &bytes).unwrap();
    let (store, mended) = Store::open(folder.path()).unwrap();
    let set_aside = folder.path().join("drafts.aside-1");
    assert_eq!(fs::read(&set_aside).unwrap(), bytes);
    assert_eq!(
        mended,
        [Mended::DraftsDamaged {
            lines: 1,
            set_aside: Some(set_aside)
        }]
    );
    let kept = [("a", "one"), ("b", "two")].map(|(key, text)| (key.to_owned(), text.to_owned()));
    assert_eq!(store.drafts(), kept);
    store.keep_draft("c", "three");
    drop(store);
    assert_eq!(Store::open(folder.path()).unwrap().1, []);
}

#[test]
fn drafts_that_an_earlier_program_kept_in_sled_are_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    store_of(folder.path(), 1);
    fs::remove_file(folder.path().join("drafts")).unwrap();
    let sled = sled::open(folder.path().join("sled")).unwrap();
    let tree = sled.open_tree("drafts").unwrap();
    tree.insert("note/1", "متن".as_bytes()).unwrap();
    drop((tree, sled));
    let kept = [("note/1".to_owned(), "متن".to_owned())];
    for _ in 0..2 {
        assert_eq!(Store::open(folder.path()).unwrap().0.drafts(), kept);
    }
    fs::remove_dir_all(folder.path().join("sled")).unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    assert_eq!(store.drafts(), kept);
    store.clear_draft("note/1");
    drop(store);
    assert_eq!(Store::open(folder.path()).unwrap().0.drafts(), []);
}

#[test]
fn a_half_written_snapshot_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    let file = folder.path().join("sled/snap.0000000000000123.generating");
    fs::write(&file, "half").unwrap();
    let (store, mended) = Store::open(folder.path()).unwrap();
    assert_eq!(
        (mended, everything(&store)),
        (vec![Mended::LeftoverRemoved { file }], expected)
    );
}

#[test]
fn rebuilding_nothing_or_something_else_is_refused_and_makes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let none = home.path().join("none");
    assert_eq!(
        Store::rebuild(&none, moment()),
        Err(StoreError::NotFound { path: none.clone() })
    );
    assert!(!none.exists());
    fs::write(home.path().join("letter"), "x").unwrap();
    let folder = home.path().to_owned();
    assert_eq!(
        Store::rebuild(home.path(), moment()),
        Err(StoreError::NotAStore { folder })
    );
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

#[test]
fn rebuilding_a_sound_store_changes_no_entry() {
    let folder = tempfile::tempdir().unwrap();
    let expected = store_of(folder.path(), 20);
    let before = lines(folder.path());
    let rebuilt = Store::rebuild(folder.path(), moment()).unwrap();
    assert_eq!(
        (rebuilt.entries, rebuilt.gaps.len(), rebuilt.records),
        (20, 0, expected.len() as u64)
    );
    assert_eq!(lines(folder.path()), before);
    assert_eq!(everything(&Store::open(folder.path()).unwrap().0), expected);
}

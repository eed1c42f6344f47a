//! Every file of the store is damaged in every way that disks and people have: nothing acknowledged may be lost.
//!
//! It does not know what the files mean.

use crate::records::{Everything, Row, copy_folder, entry, everything, files, moment, put, row};
use dabir::store::{Mended, Store, Tree};
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// A store with records in every tree, some of them overwritten, removed, or too large for one of sled's segments.
/// `openings` is how often it was opened again: sled writes a snapshot only then.
fn store_at(folder: &Path, openings: usize) -> Everything {
    let (store, _) = Store::open(folder).unwrap();
    let changes = |tree| (0..40).map(move |number| (tree, format!("{number:03}"), row(number)));
    let all = Tree::ALL.into_iter().flat_map(changes);
    let all = all
        .map(|(tree, key, row)| store.change(tree, &key, Some(&row)).unwrap())
        .collect();
    store.commit(entry(all)).unwrap();
    for number in 0..60 {
        put(
            &store,
            Tree::Resolutions,
            &format!("{:03}", number % 50),
            Some(&row(number + 1000)),
        )
        .unwrap();
        put(
            &store,
            Tree::Notes,
            &format!("{:03}", number % 45),
            (number % 3 > 0).then(|| row(number)).as_ref(),
        )
        .unwrap();
    }
    let large = Row {
        number: 7,
        text: "متن خام ".repeat(30_000),
    };
    put(&store, Tree::Sources, "large", Some(&large)).unwrap();
    store.keep_draft("draft", "text");
    let all = everything(&store);
    drop(store);
    for _ in 0..openings {
        drop(Store::open(folder).unwrap());
    }
    all
}

/// What happened to a damaged store.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Outcome {
    Untouched,
    Mended,
    Rebuilt,
}

/// Opens a damaged store, rebuilds it where it is refused, and compares.
fn survives(folder: &Path, expected: &Everything, what: &str) -> Outcome {
    let opened = Store::open(folder);
    let (store, outcome) = match opened {
        Ok((store, mended)) if mended.is_empty() => (store, Outcome::Untouched),
        Ok((store, _)) => (store, Outcome::Mended),
        Err(refused) => {
            let rebuilt = Store::rebuild(folder, moment());
            assert!(
                rebuilt.is_ok(),
                "{what}: refused with {refused:?}, then {rebuilt:?}"
            );
            let (store, mended) =
                Store::open(folder).unwrap_or_else(|error| panic!("{what}: rebuilt, then {error}"));
            assert_eq!(
                mended,
                [],
                "{what}: refused with {refused:?}, rebuilt {rebuilt:?}"
            );
            (store, Outcome::Rebuilt)
        }
    };
    assert!(
        everything(&store) == *expected,
        "{what}: {outcome:?}, other records"
    );
    let report = store.check().unwrap();
    assert!(report.is_sound(), "{what}: {outcome:?}, {:?}", report.faults);
    assert!(put(&store, Tree::Notes, "new", Some(&row(1))).is_ok(), "{what}");
    outcome
}

/// Damages each file of a store in turn, a new copy of the store each time.
fn each_file(openings: usize, damages: impl Fn(u64) -> Vec<(String, Box<dyn Fn(&mut Vec<u8>)>)>) {
    quiet_caught_panics();
    let home = tempfile::tempdir().unwrap();
    let sound = home.path().join("sound");
    let expected = store_at(&sound, openings);
    for file in files(&sound) {
        let bytes = fs::read(&file).unwrap();
        let mut tally = std::collections::BTreeMap::new();
        for (name, damage) in damages(bytes.len() as u64) {
            let copy = home.path().join("copy");
            copy_folder(&sound, &copy);
            let target: PathBuf = copy.join(file.strip_prefix(&sound).unwrap());
            let mut damaged = bytes.clone();
            damage(&mut damaged);
            fs::write(&target, damaged).unwrap();
            let what = format!("{} {name}", target.strip_prefix(&copy).unwrap().display());
            *tally.entry(survives(&copy, &expected, &what)).or_insert(0) += 1;
            fs::remove_dir_all(&copy).unwrap();
        }
        println!(
            "{}: {} bytes: {tally:?}",
            file.strip_prefix(&sound).unwrap().display(),
            bytes.len()
        );
    }
}

/// Leaves panics that the store catches out of the output, as the host does.
fn quiet_caught_panics() {
    std::panic::set_hook(Box::new(|info| {
        if !dabir::store::panic_is_caught() {
            eprintln!("{info}");
        }
    }));
}

/// Offsets all over a file: all of a small one, some of a large one.
fn offsets(length: u64) -> impl Iterator<Item = usize> {
    let many = std::env::var("DABIR_TEST_DAMAGES")
        .ok()
        .and_then(|many| many.parse().ok())
        .unwrap_or(12);
    let step = (length / many).max(1);
    // An odd shift from round to round keeps clear of any regular layout.
    (0..length)
        .step_by(step as usize)
        .enumerate()
        .map(move |(round, offset)| {
            let shifted = offset + (round as u64 * 7919) % step;
            shifted.min(length - 1) as usize
        })
}

type Damage = (String, Box<dyn Fn(&mut Vec<u8>)>);

fn flips(length: u64) -> Vec<Damage> {
    let flip = |at: usize| -> Damage {
        (
            format!("bit flipped at {at}"),
            Box::new(move |bytes| bytes[at] ^= 1 << (at % 8)),
        )
    };
    offsets(length).map(flip).collect()
}

fn cuts(length: u64) -> Vec<Damage> {
    let cut = |at: usize| -> Damage { (format!("cut at {at}"), Box::new(move |bytes| bytes.truncate(at))) };
    offsets(length)
        .chain(length.checked_sub(1).map(|last| last as usize))
        .map(cut)
        .collect()
}

fn zeroes(length: u64) -> Vec<Damage> {
    let zero = |at: usize| -> Damage {
        (
            format!("4 KiB zeroed at {at}"),
            Box::new(move |bytes| bytes.iter_mut().skip(at).take(4096).for_each(|byte| *byte = 0)),
        )
    };
    offsets(length).map(zero).collect()
}

#[test]
fn a_flipped_bit_in_any_file_loses_nothing() {
    each_file(1, flips);
}

#[test]
fn a_flipped_bit_loses_nothing_while_sled_has_no_snapshot() {
    each_file(0, flips);
}

#[test]
fn a_cut_of_any_file_loses_nothing() {
    each_file(1, cuts);
}

#[test]
fn a_cut_loses_nothing_while_sled_has_no_snapshot() {
    each_file(0, cuts);
}

#[test]
fn a_zeroed_block_in_any_file_loses_nothing() {
    each_file(1, zeroes);
}

/// Deletes each file of a store in turn, a new copy of the store each time.
#[test]
fn any_file_may_be_deleted_and_nothing_is_lost() {
    quiet_caught_panics();
    let home = tempfile::tempdir().unwrap();
    let sound = home.path().join("sound");
    let expected = store_at(&sound, 1);
    for file in files(&sound) {
        let copy = home.path().join("copy");
        copy_folder(&sound, &copy);
        let name = file.strip_prefix(&sound).unwrap();
        fs::remove_file(copy.join(name)).unwrap();
        let outcome = survives(&copy, &expected, &format!("{} deleted", name.display()));
        assert_eq!(
            outcome == Outcome::Rebuilt,
            name == Path::new("journal"),
            "{}",
            name.display()
        );
        fs::remove_dir_all(&copy).unwrap();
    }
}

#[test]
fn a_sled_that_goes_bad_while_in_use_is_made_again_and_every_record_is_read() {
    quiet_caught_panics();
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path()).unwrap();
    // More than sled's cache holds, so that it has to read its file.
    let large = |number| Row {
        number,
        text: "متن خام ".repeat(70),
    };
    for thousand in 0..25 {
        let numbers = thousand * 1000..(thousand + 1) * 1000;
        let changes = numbers.map(|number| {
            store
                .change(Tree::Notes, &format!("{number:05}"), Some(&large(number)))
                .unwrap()
        });
        store.commit(entry(changes.collect())).unwrap();
    }
    drop(store);
    let (store, _) = Store::open(folder.path()).unwrap();
    // sled notices that its cache is over-full only after many readings.
    for number in (0..25_000).cycle().take(75_000) {
        assert!(
            store
                .get_raw(Tree::Notes, &format!("{number:05}"))
                .unwrap()
                .is_some()
        );
    }
    let db = fs::OpenOptions::new()
        .write(true)
        .open(folder.path().join("sled/db"))
        .unwrap();
    let length = db.metadata().unwrap().len();
    std::io::copy(&mut std::io::repeat(0x55).take(length), &mut &db).unwrap();
    // A scan that meets the damage ends with an error; it does not end early as if that were all.
    let scanned: Result<Vec<_>, _> = store.scan::<Row>(Tree::Notes, "").collect();
    assert!(scanned.is_err() || scanned.is_ok_and(|rows| rows.len() == 25_000));
    for number in 0..25_000 {
        assert_eq!(
            store.get(Tree::Notes, &format!("{number:05}")),
            Ok(Some(large(number)))
        );
    }
    assert!(matches!(
        store.take_mended()[..],
        [Mended::SledRebuilt { records: 25_000, .. }]
    ));
    assert!(
        folder.path().join("sled.aside-1").exists(),
        "sled never read its file: the test shows nothing"
    );
    assert!(put(&store, Tree::Notes, "new", Some(&row(1))).is_ok());
    assert!(store.check().unwrap().is_sound());
}

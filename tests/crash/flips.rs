//! One bit flipped anywhere in a store, again and again: whatever is listed or exported afterwards is what was there, or
//! it is said that something is missing.
//!
//! It does not know which file a bit is in. `DABIR_TEST_FLIPS=1000` flips so many, `DABIR_TEST_FLIP_ROWS=30000` makes a
//! store of 35 MiB; a table of what came of them is printed.

use crate::records::{copy_folder, files, moment};
use crate::rows::{Chance, Maker};
use dabir::calendar::Day;
use dabir::office::stored_archive::StoredArchive;
use dabir::office::{Office, read};
use dabir::search::Filter;
use dabir::store::{Store, StoreError};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs::{self, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

fn today() -> Day {
    Day::from_jalali(1405, 9, 1).unwrap()
}

/// What listings, reports and the archive say, as hashes; with what the store could not read.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    said: Vec<[u8; 32]>,
    missing: usize,
}

struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Asks an office for everything that it lists. `Err` where it says that it cannot.
fn seen(office: &Office) -> Result<Seen, String> {
    let mut said = Vec::new();
    let failed = |failure: dabir::office::command::Failure| format!("{failure:?}");
    let mut note = |what: String| said.push(Sha256::digest(what.as_bytes()).into());
    for typed in ["", "گزارش", "مسئول:بهزیستی مهلت<۳۰روز"] {
        let filter = Filter::parse(typed).unwrap();
        for open in [true, false] {
            let rows = read::resolutions(office, &filter, open, today()).map_err(failed)?;
            note(format!("{rows:?}"));
        }
    }
    note(format!("{:?}", read::sessions(office, today()).map_err(failed)?));
    note(format!("{:?}", read::bodies(office).map_err(failed)?));
    note(format!("{:?}", read::organisations(office).map_err(failed)?));
    note(format!("{:?}", read::history(office, 50).map_err(failed)?));
    let mut archive = Hashing(Sha256::new());
    let written = StoredArchive::of(office).write(&mut archive);
    written.map_err(|trouble| format!("{trouble:?}"))?;
    said.push(archive.0.finalize().into());
    let missing = office.store().unreadable().len();
    Ok(Seen { said, missing })
}

/// What came of a flipped bit.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum FlipEnd {
    /// It was found and set right, or it was in nothing that counts.
    Same,
    /// The opening refused and said where; made again, everything was there.
    RefusedThenWhole,
    /// The opening refused and said where; made again, what is lost is on record.
    RefusedThenGap,
    /// A list said that it could not be read.
    SaidSo,
    /// Other answers than before, without a word.
    InSilence,
    /// A store that is damaged, and the check calls it sound.
    CalledSound,
    Panicked,
}

fn after_the_flip(folder: &Path, expected: &Seen) -> FlipEnd {
    let office = match Office::open(folder) {
        Ok((office, _)) => office,
        Err(StoreError::JournalDamaged(_) | StoreError::SledDamaged(_)) => {
            let rebuilt = Store::rebuild(folder, moment()).unwrap();
            let (office, _) = Office::open(folder).unwrap();
            let again = seen(&office);
            let is_sound = office.store().check().is_ok_and(|report| report.is_sound());
            return match (again, rebuilt.gaps.is_empty()) {
                _ if !is_sound => FlipEnd::InSilence,
                (Ok(again), true) if again == *expected => FlipEnd::RefusedThenWhole,
                (Ok(_), true) => FlipEnd::InSilence,
                (_, false) => FlipEnd::RefusedThenGap,
                (Err(_), true) => FlipEnd::SaidSo,
            };
        }
        Err(_) => return FlipEnd::SaidSo,
    };
    let now = match seen(&office) {
        Ok(now) => now,
        Err(_) => return FlipEnd::SaidSo,
    };
    let is_sound = office.store().check().is_ok_and(|report| report.is_sound());
    match (now == *expected, now.missing > 0, is_sound) {
        (true, ..) => FlipEnd::Same,
        (false, true, false) => FlipEnd::SaidSo,
        (false, true, true) => FlipEnd::CalledSound,
        (false, false, _) => FlipEnd::InSilence,
    }
}

fn flip(file: &Path, byte: u64, bit: u32) {
    let mut file = OpenOptions::new().read(true).write(true).open(file).unwrap();
    let mut found = [0];
    file.seek(SeekFrom::Start(byte)).unwrap();
    file.read_exact(&mut found).unwrap();
    file.seek(SeekFrom::Start(byte)).unwrap();
    file.write_all(&[found[0] ^ (1 << bit)]).unwrap();
}

/// A closed store with an index, and what it says.
fn sound_store(folder: &Path, rows: usize) -> Seen {
    let (store, _) = Store::open(folder).unwrap();
    Maker::new().fill(&store, rows, today());
    drop(store);
    let (office, _) = Office::open(folder).unwrap();
    office.make_index();
    seen(&office).unwrap()
}

#[test]
fn no_flipped_bit_changes_what_is_listed_without_a_word() {
    let _alone = crate::alone();
    let (flips, rows) = (
        crate::option("DABIR_TEST_FLIPS", 25),
        crate::option("DABIR_TEST_FLIP_ROWS", 400),
    );
    let home = tempfile::tempdir().unwrap();
    let (sound, copy) = (home.path().join("sound"), home.path().join("copy"));
    let expected = sound_store(&sound, rows);
    let places: Vec<(PathBuf, u64)> = files(&sound)
        .into_iter()
        .map(|file| {
            let bytes = fs::metadata(&file).unwrap().len();
            (file.strip_prefix(&sound).unwrap().to_owned(), bytes)
        })
        .filter(|(_, bytes)| *bytes > 0)
        .collect();
    let all: u64 = places.iter().map(|(_, bytes)| bytes).sum();
    let mut chance = Chance::seeded(14);
    let mut ends: BTreeMap<(String, FlipEnd), u32> = BTreeMap::new();
    std::panic::set_hook(Box::new(|_| {}));
    for number in 0..flips {
        // Half of them where most bytes are, half in any file.
        let (file, byte) = match number % 2 {
            0 => place_of(&places, chance.below(all)),
            _ => {
                let (file, bytes) = &places[usize::try_from(chance.below(places.len() as u64)).unwrap()];
                (file.clone(), chance.below(*bytes))
            }
        };
        copy_folder(&sound, &copy);
        flip(&copy.join(&file), byte, u32::try_from(chance.below(8)).unwrap());
        let ended = catch_unwind(AssertUnwindSafe(|| after_the_flip(&copy, &expected)));
        let top = file
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy()
            .into_owned();
        *ends.entry((top, ended.unwrap_or(FlipEnd::Panicked))).or_default() += 1;
        fs::remove_dir_all(&copy).unwrap();
    }
    let _ = std::panic::take_hook();
    println!("{flips} flips in {all} bytes:");
    ends.iter()
        .for_each(|((file, end), count)| println!("{file}: {end:?}: {count}"));
    let bad = [FlipEnd::InSilence, FlipEnd::CalledSound, FlipEnd::Panicked];
    let bad: Vec<_> = ends.keys().filter(|(_, end)| bad.contains(end)).collect();
    assert!(bad.is_empty(), "{bad:?}");
}

/// The file and place of a byte of all bytes.
fn place_of(places: &[(PathBuf, u64)], mut byte: u64) -> (PathBuf, u64) {
    for (file, bytes) in places {
        if byte < *bytes {
            return (file.clone(), byte);
        }
        byte -= bytes;
    }
    unreachable!("the byte is one of theirs")
}

//! Files kept beside the records, each under the sum of its bytes: what is there once serves everybody who names it.
//!
//! It does not know what they belong to.

use super::StoreError;
use crate::files::{Readers, WholeFile};
use sha2::{Digest, Sha256};
use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

/// The folder in the store.
const FOLDER: &str = "attachments";
/// Read at a time.
const STEP_BYTES: usize = 1 << 16;
/// Letters of a sum.
const SUM_LETTERS: usize = 64;
/// So many names are tried where a file is given out to a folder that has others.
const MOST_NAMES: u32 = 1000;

/// The files that a store keeps beside its records.
#[derive(Clone, Debug)]
pub struct KeptFiles {
    folder: PathBuf,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileSum {
    /// Its length.
    pub bytes: u64,
    /// SHA-256, hex.
    pub sha256: String,
    /// Whether its bytes are kept; else it was longer than what is.
    pub is_kept: bool,
}

/// How a file is kept that should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptState {
    /// As it was.
    Sound,
    /// It is not there.
    Missing,
    /// Its bytes are others.
    Changed,
}

impl KeptFiles {
    /// Those of the store in a folder.
    pub fn of(store: &Path) -> KeptFiles {
        KeptFiles {
            folder: store.join(FOLDER),
        }
    }

    /// Reads a file, and keeps its bytes where they are no more than `most_bytes`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Disk`]: the file is none, cannot be read, or cannot be kept.
    pub fn keep(&self, file: &Path, most_bytes: u64) -> Result<FileSum, StoreError> {
        // A pipe or a device would be waited for without an end.
        let known = fs::metadata(file).map_err(StoreError::io(file))?;
        if !known.is_file() {
            let kind = match known.is_dir() {
                true => io::ErrorKind::IsADirectory,
                false => io::ErrorKind::AlreadyExists,
            };
            return Err(StoreError::io(file)(kind.into()));
        }
        let mut sum = summed(file, &mut io::sink()).map_err(StoreError::io(file))?;
        sum.is_kept = sum.bytes <= most_bytes;
        if sum.is_kept && self.state(&sum.sha256)? != KeptState::Sound {
            self.copy_in(file, &sum)?;
        }
        Ok(sum)
    }

    fn copy_in(&self, file: &Path, sum: &FileSum) -> Result<(), StoreError> {
        fs::create_dir_all(&self.folder).map_err(StoreError::io(&self.folder))?;
        let place = self.place(&sum.sha256)?;
        let mut out = WholeFile::beside(&place, Readers::Owner).map_err(StoreError::io(&place))?;
        let copied = summed(file, &mut out).map_err(StoreError::io(&place))?;
        // Somebody wrote into it meanwhile: what was read first is not there any more.
        if copied.sha256 != sum.sha256 {
            return Err(StoreError::io(file)(io::ErrorKind::Interrupted.into()));
        }
        out.replace().map_err(StoreError::io(&place))
    }

    /// How the file of a sum is kept.
    ///
    /// # Errors
    /// [`StoreError::Disk`] where it is there and cannot be read.
    pub fn state(&self, sha256: &str) -> Result<KeptState, StoreError> {
        let Ok(place) = self.place(sha256) else {
            return Ok(KeptState::Missing);
        };
        match summed(&place, &mut io::sink()) {
            Ok(sum) if sum.sha256 == sha256 => Ok(KeptState::Sound),
            Ok(_) => Ok(KeptState::Changed),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(KeptState::Missing),
            Err(error) => Err(StoreError::io(place)(error)),
        }
    }

    /// How many files are kept.
    pub fn count(&self) -> usize {
        let listing = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        listing.filter(|one| is_sum(&one.file_name())).count()
    }

    /// Gives the file of a sum out into a folder, under a name that nothing has there: with a number where another has its
    /// own. Returns where it lies; a file that is there already and has the same bytes is left.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where it is not kept, [`StoreError::Disk`] where it cannot be written, or its bytes are
    /// others than they were.
    pub fn give(&self, sha256: &str, folder: &Path, name: &str) -> Result<PathBuf, StoreError> {
        let place = self.place(sha256)?;
        for number in 1..=MOST_NAMES {
            let to = folder.join(numbered(name, number));
            match summed(&to, &mut io::sink()) {
                Ok(sum) if sum.sha256 == sha256 => return Ok(to),
                Ok(_) => continue,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(StoreError::io(to)(error)),
            }
            let mut out = WholeFile::beside(&to, Readers::Owner).map_err(StoreError::io(&to))?;
            let given = summed(&place, &mut out).map_err(StoreError::io(&place))?;
            if given.sha256 != sha256 {
                return Err(StoreError::io(place)(io::ErrorKind::InvalidData.into()));
            }
            return match out.create() {
                Ok(()) => Ok(to),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => Err(StoreError::io(to)(error)),
            };
        }
        Err(StoreError::io(folder)(io::ErrorKind::AlreadyExists.into()))
    }

    /// Where the file of a sum lies. A sum comes out of a record, and a record may come from anywhere: nothing else may
    /// lead to a place.
    fn place(&self, sha256: &str) -> Result<PathBuf, StoreError> {
        match is_sum(OsStr::new(sha256)) {
            true => Ok(self.folder.join(sha256)),
            false => Err(StoreError::NotFound {
                path: self.folder.clone(),
            }),
        }
    }
}

fn is_sum(name: &OsStr) -> bool {
    let is_hex = |name: &str| {
        name.bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    };
    name.to_str()
        .is_some_and(|name| name.len() == SUM_LETTERS && is_hex(name))
}

/// «نقشه (2).pdf».
fn numbered(name: &str, number: u32) -> String {
    let (stem, ending) = match name.rfind('.').filter(|dot| *dot > 0) {
        Some(dot) => name.split_at(dot),
        None => (name, ""),
    };
    match number {
        1 => name.to_owned(),
        number => format!("{stem} ({number}){ending}"),
    }
}

/// Reads a file to its end, step by step, into `out`, and sums it.
fn summed(file: &Path, out: &mut dyn Write) -> io::Result<FileSum> {
    let mut file = File::open(file)?;
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    let mut step = vec![0; STEP_BYTES];
    loop {
        let read = match file.read(&mut step) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(&step[..read]);
        out.write_all(&step[..read])?;
        bytes += u64::try_from(read).unwrap_or(0);
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(FileSum {
        bytes,
        sha256,
        is_kept: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_by_its_sum_and_given_out_with_the_same_bytes() {
        let home = tempfile::tempdir().unwrap();
        let (store, out) = (home.path().join("store"), home.path().join("out"));
        fs::create_dir(&out).unwrap();
        let file = home.path().join("map.pdf");
        fs::write(&file, b"wells").unwrap();
        let kept = KeptFiles::of(&store);
        let sum = kept.keep(&file, 5).unwrap();
        assert_eq!((sum.bytes, sum.is_kept, kept.count()), (5, true, 1));
        assert_eq!(kept.state(&sum.sha256).unwrap(), KeptState::Sound);
        // The same again, and a neighbour of that name with other bytes.
        fs::write(out.join("map.pdf"), b"other").unwrap();
        for _ in 0..2 {
            let given = kept.give(&sum.sha256, &out, "map.pdf").unwrap();
            assert_eq!(given, out.join("map (2).pdf"));
            assert_eq!(fs::read(&given).unwrap(), b"wells");
        }
        fs::write(store.join(FOLDER).join(&sum.sha256), b"Wells").unwrap();
        assert_eq!(kept.state(&sum.sha256).unwrap(), KeptState::Changed);
        assert!(kept.give(&sum.sha256, &out, "again.pdf").is_err());
        assert!(!out.join("again.pdf").exists());
        // Kept once more, it is whole again.
        kept.keep(&file, 5).unwrap();
        assert_eq!(kept.state(&sum.sha256).unwrap(), KeptState::Sound);
    }

    #[test]
    fn a_long_file_is_only_summed() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("film.mp4");
        fs::write(&file, vec![7; STEP_BYTES + 1]).unwrap();
        let kept = KeptFiles::of(home.path());
        let sum = kept.keep(&file, 5).unwrap();
        assert!(!sum.is_kept && kept.count() == 0);
        assert_eq!(kept.state(&sum.sha256).unwrap(), KeptState::Missing);
        assert!(kept.keep(home.path(), 5).is_err(), "a folder is no file");
    }

    #[test]
    fn a_sum_that_is_none_leads_nowhere() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("secret"), b"x").unwrap();
        let kept = KeptFiles::of(&home.path().join("store"));
        for sum in ["../secret", "", "secret", &"A".repeat(64), &"../".repeat(21)] {
            assert_eq!(kept.state(sum).unwrap(), KeptState::Missing, "{sum}");
            assert!(kept.give(sum, home.path(), "out").is_err(), "{sum}");
        }
        assert!(!home.path().join("out").exists());
    }
}

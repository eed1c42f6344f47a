//! Who has a store open, as the lock file says it to whoever meets the lock.
//!
//! It does not know what anybody may do, and is no lock: the words of a process that was killed stay in the file until
//! the next one takes the lock.

use crate::{calendar::Moment, text::short_line};
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io::{Read, Write},
    path::Path,
};

/// A process that has a store open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opener {
    /// The name of who began it.
    pub person: String,
    /// Its number at the operating system.
    pub process: u32,
    /// When it said so.
    pub since: Moment,
}

/// What stands in the lock file.
#[derive(Serialize, Deserialize)]
struct OpenerName {
    person: String,
    process: u32,
}

/// More than this is not read of a lock file: anybody who may write there may have filled it.
const MOST_BYTES: u64 = 4096;
/// A name is cut after so many letters.
const MOST_LETTERS: usize = 64;

/// Writes into the lock file who has the store open. Where that cannot be written, the lock is held all the same.
pub(super) fn say(mut lock: &File, person: &str, process: u32) {
    let name = OpenerName {
        person: person.to_owned(),
        process,
    };
    let said = serde_json::to_vec(&name).map(|bytes| lock.write_all(&bytes));
    if !matches!(said, Ok(Ok(()))) {
        forget(lock);
    }
}

/// Takes out what an earlier process said.
pub(super) fn forget(lock: &File) {
    let _ = lock.set_len(0);
}

/// Who has the store of the lock file at `path` open; none where nothing was said, or nothing that can be read.
pub(super) fn read(path: &Path) -> Option<Opener> {
    let mut bytes = Vec::new();
    File::open(path)
        .ok()?
        .take(MOST_BYTES)
        .read_to_end(&mut bytes)
        .ok()?;
    let since = fs::metadata(path).and_then(|file| file.modified()).ok()?;
    let OpenerName { person, process } = serde_json::from_slice(&bytes).ok()?;
    let person = short_line(&person, MOST_LETTERS);
    (!person.is_empty()).then(|| Opener {
        person,
        process,
        since: Moment::from(since),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_read_clean_and_what_is_no_name_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        assert_eq!(read(&path), None);
        say(&File::create(&path).unwrap(), "z.karimi", 4711);
        let opener = read(&path).unwrap();
        assert_eq!((&*opener.person, opener.process), ("z.karimi", 4711));
        fs::write(&path, r#"{"person":" \u001b[31m\n\u202Eza hra ","process":7}"#).unwrap();
        assert_eq!(read(&path).unwrap().person, "[31m za hra");
        for unreadable in ["", "{", r#"{"person":" ","process":7}"#] {
            fs::write(&path, unreadable).unwrap();
            assert_eq!(read(&path), None, "{unreadable}");
        }
    }
}

//! What was copied, written into a file of its own where the terminal may not have taken it. Does not know what it is.

use crate::files::{DiskError, Readers, WholeFile};
use std::io::Write;
use std::path::{Path, PathBuf};

/// So many names are tried.
const NAMES: u32 = 99;

/// Writes a text into a new file in a folder; returns its path. A file that is there is left alone.
///
/// # Errors
/// Why the disk refuses.
pub(super) fn write(folder: &Path, text: &str) -> Result<PathBuf, DiskError> {
    let mut last = DiskError::Taken;
    for number in 1..=NAMES {
        let name = match number {
            1 => "dabir-copy.txt".to_owned(),
            number => format!("dabir-copy-{number}.txt"),
        };
        let path = folder.join(name);
        let written = WholeFile::beside(&path, Readers::Owner).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.create()
        });
        match written {
            Ok(()) => return Ok(path),
            Err(error) => last = DiskError::from(&error),
        }
        if last != DiskError::Taken {
            break;
        }
    }
    Err(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_copy_gets_a_file_of_its_own_and_none_is_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = write(folder.path(), "گندم").expect("written");
        let second = write(folder.path(), "جو").expect("written");
        assert_ne!(first, second);
        assert_eq!(fs::read_to_string(first).expect("read"), "گندم");
        assert_eq!(fs::read_to_string(second).expect("read"), "جو");
        let missing = folder.path().join("missing");
        assert_eq!(write(&missing, "جو"), Err(DiskError::NotFound));
    }
}

//! Files as they come: what kind, how large, readable or not. Does not know what is inside but for its first bytes.

use crate::exchange::archive::FORMAT;
use crate::exchange::{FileShape, MOST_BYTES};
use crate::files::DiskError;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

pub(super) const MEGABYTE: usize = 1024 * 1024;
/// An archive of this size holds the minutes of many offices; what is larger is some other file.
const MOST_ARCHIVE_BYTES: usize = 1024 * MEGABYTE;
/// An archive says what it is in its first field.
const ARCHIVE_WORD_WITHIN: usize = 200;

/// What a file is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// Everything an office keeps.
    Archive,
    /// A list of members or organisations.
    Members,
    /// Minutes in any format; what is inside says in which.
    Minutes,
}

impl FileKind {
    /// What its ending says; the rest is minutes.
    pub(super) fn of(path: &Path) -> FileKind {
        let ending = path
            .extension()
            .and_then(OsStr::to_str)
            .unwrap_or_default()
            .to_ascii_lowercase();
        match ending.as_str() {
            "json" => FileKind::Archive,
            "csv" => FileKind::Members,
            _ => FileKind::Minutes,
        }
    }

    /// What it is, as far as its bytes say something else than its ending: an archive begins with a brace and its own
    /// word, a list is text.
    pub(super) fn seen_in(self, bytes: &[u8]) -> FileKind {
        let start = &bytes[..bytes.len().min(ARCHIVE_WORD_WITHIN)];
        let start = String::from_utf8_lossy(start);
        let written = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let is_json = written.starts_with('{') && !written.starts_with("{\\rtf");
        match self {
            FileKind::Archive if !is_json => FileKind::Minutes,
            FileKind::Members if FileShape::of(bytes) != FileShape::Text => FileKind::Minutes,
            FileKind::Minutes if is_json && written.contains(FORMAT) => FileKind::Archive,
            kind => kind,
        }
    }

    pub(super) fn most_bytes(self) -> usize {
        if self == FileKind::Archive {
            MOST_ARCHIVE_BYTES
        } else {
            MOST_BYTES
        }
    }
}

/// Why a file's bytes cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileFault {
    NotFound,
    Folder,
    NotAllowed,
    Empty,
    TooLarge {
        /// Bytes that are read at most.
        most: usize,
    },
    Unreadable(DiskError),
}

/// The bytes of a file, `most` of them at most; what is longer is refused before it fills the memory.
pub(super) fn read(path: &Path, most: usize) -> Result<Vec<u8>, FileFault> {
    let file = File::open(path).map_err(|error| fault(&error))?;
    let about = file.metadata().map_err(|error| fault(&error))?;
    if about.is_dir() {
        return Err(FileFault::Folder);
    }
    if about.len() > most as u64 {
        return Err(FileFault::TooLarge { most });
    }
    // A pipe does not tell its length, so it is counted as it comes.
    let mut bytes = Vec::new();
    file.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| fault(&error))?;
    match bytes.len() {
        0 => Err(FileFault::Empty),
        length if length > most => Err(FileFault::TooLarge { most }),
        _ => Ok(bytes),
    }
}

fn fault(error: &io::Error) -> FileFault {
    tracing::warn!(%error, "the file was not read");
    match DiskError::from(error) {
        DiskError::NotFound | DiskError::NotAFolder => FileFault::NotFound,
        DiskError::NotAllowed => FileFault::NotAllowed,
        DiskError::IsAFolder => FileFault::Folder,
        error => FileFault::Unreadable(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_what_a_file_is_taken_for_unless_its_bytes_know_better() {
        let of = |name, bytes: &[u8]| FileKind::of(Path::new(name)).seen_in(bytes);
        assert_eq!(of("a/صورتجلسه.DOCX", b"PK"), FileKind::Minutes);
        assert_eq!(of("members.CSV", b"organisation"), FileKind::Members);
        assert_eq!(of("members.csv", b"{\\rtf1}"), FileKind::Minutes);
        assert_eq!(of("a.json", b"{\"format\": "), FileKind::Archive);
        assert_eq!(of("a.json", "صورتجلسه".as_bytes()), FileKind::Minutes);
        assert_eq!(
            of("a.txt", b"{\n \"format\": \"dabir-archive\","),
            FileKind::Archive
        );
        assert_eq!(of("a.txt", b"{\"format\": \"other\"}"), FileKind::Minutes);
    }

    #[test]
    fn a_file_that_cannot_be_had_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        assert_eq!(read(&path, 10), Err(FileFault::NotFound));
        assert_eq!(read(folder.path(), 10), Err(FileFault::Folder));
        std::fs::write(&path, "").unwrap();
        assert_eq!(read(&path, 10), Err(FileFault::Empty));
        std::fs::write(&path, "12345678901").unwrap();
        assert_eq!(read(&path, 10), Err(FileFault::TooLarge { most: 10 }));
        assert_eq!(read(&path, 11).map(|bytes| bytes.len()), Ok(11));
    }
}

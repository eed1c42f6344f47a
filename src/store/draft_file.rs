//! The file of drafts: text that is being written and not yet saved, a line for each time it was kept.
//!
//! It does not know what a draft is of, nor when it is kept.
//!
//! ```text
//! LENGTH CRC32C {"key":KEY,"text":TEXT}
//! ```
//! The last line of a key holds; one without a text says that the draft is not needed any more. A line that cannot be
//! read is passed over, so that the one before it holds. Written anew, the file has each draft twice: one damaged place
//! does not lose it.

use super::StoreError;
use crate::files::{self, Readers};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

/// Drafts by their keys.
pub(super) type Drafts = BTreeMap<String, String>;

/// So much of the file may be of no use any more before it is written anew.
const SPARE_BYTES: u64 = 1 << 20;

/// Where drafts lie.
#[derive(Debug)]
pub(super) struct DraftFile {
    path: PathBuf,
    /// The end of the last line that was written whole.
    length_byte: u64,
    /// It is written anew before it is added to: whether it ends with a whole line is not known.
    is_unsure: bool,
}

/// What was found in the file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FoundDrafts {
    pub(super) drafts: Drafts,
    /// How many lines could not be read, the last one aside: that may be one that was being written.
    pub(super) bad_lines: u64,
}

#[derive(Serialize, Deserialize)]
struct DraftLine {
    key: String,
    text: Option<String>,
}

impl DraftFile {
    /// The file at `path` and what is in it; nothing where there is none.
    pub(super) fn open(path: PathBuf) -> Result<(DraftFile, FoundDrafts), StoreError> {
        let bytes = match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            read => read.map_err(StoreError::io(&path))?,
        };
        let found = read(&bytes);
        let file = DraftFile {
            path,
            length_byte: 0,
            is_unsure: true,
        };
        Ok((file, found))
    }

    /// Puts what became of these keys on the disk; `drafts` are all that there are now.
    ///
    /// # Errors
    /// [`StoreError::Disk`] and the like; what was in the file before is in it still.
    pub(super) fn put(&mut self, keys: &[String], drafts: &Drafts) -> Result<(), StoreError> {
        let live: u64 = drafts
            .iter()
            .map(|(key, text)| (key.len() + text.len()) as u64)
            .sum();
        if self.is_unsure || self.length_byte > 4 * live + SPARE_BYTES {
            return self.write_anew(drafts);
        }
        let mut lines = Vec::new();
        for key in keys {
            write_line(&mut lines, key, drafts.get(key).map(String::as_str))
                .map_err(StoreError::io(&self.path))?;
        }
        match append(&self.path, self.length_byte, &lines) {
            Ok(()) => {
                self.length_byte += lines.len() as u64;
                Ok(())
            }
            Err(error) => {
                self.is_unsure = true;
                Err(StoreError::io(&self.path)(error))
            }
        }
    }

    /// Writes all drafts in the place of the file.
    pub(super) fn write_anew(&mut self, drafts: &Drafts) -> Result<(), StoreError> {
        let mut bytes = Vec::new();
        for (key, text) in drafts.iter().chain(drafts) {
            write_line(&mut bytes, key, Some(text)).map_err(StoreError::io(&self.path))?;
        }
        let written = files::replace(&self.path, Readers::Owner, |out| out.write_all(&bytes));
        written.map_err(StoreError::io(&self.path))?;
        (self.length_byte, self.is_unsure) = (bytes.len() as u64, false);
        Ok(())
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// Adds lines to a file that is as long as it was left; what of them could not be written is taken away again.
fn append(path: &Path, length_byte: u64, lines: &[u8]) -> io::Result<()> {
    let mut file = File::options().append(true).open(path)?;
    if file.metadata()?.len() != length_byte {
        return Err(io::Error::other("another length"));
    }
    let written = file.write_all(lines).and_then(|()| file.sync_data());
    if written.is_err() {
        file.set_len(length_byte)?;
    }
    written
}

fn write_line(out: &mut Vec<u8>, key: &str, text: Option<&str>) -> io::Result<()> {
    let line = DraftLine {
        key: key.to_owned(),
        text: text.map(str::to_owned),
    };
    let json = serde_json::to_string(&line)?;
    writeln!(
        out,
        "{} {:08x} {json}",
        json.len(),
        crc32c::crc32c(json.as_bytes())
    )
}

/// Reads what can be read.
fn read(bytes: &[u8]) -> FoundDrafts {
    let mut found = FoundDrafts::default();
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        match read_line(line) {
            Some(DraftLine {
                key,
                text: Some(text),
            }) => {
                found.drafts.insert(key, text);
            }
            Some(DraftLine { key, text: None }) => {
                found.drafts.remove(&key);
            }
            None => found.bad_lines += u64::from(lines.peek().is_some()),
        }
    }
    found
}

fn read_line(line: &[u8]) -> Option<DraftLine> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
    let (length, rest) = line.split_once(' ')?;
    let (sum, json) = rest.split_once(' ')?;
    let is_whole =
        length == json.len().to_string() && sum == format!("{:08x}", crc32c::crc32c(json.as_bytes()));
    is_whole.then(|| serde_json::from_str(json).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafts(of: &[(&str, &str)]) -> Drafts {
        of.iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect()
    }

    fn put(file: &mut DraftFile, drafts: &mut Drafts, key: &str, text: Option<&str>) {
        match text {
            Some(text) => drafts.insert(key.to_owned(), text.to_owned()),
            None => drafts.remove(key),
        };
        file.put(&[key.to_owned()], drafts).unwrap();
    }

    #[test]
    fn what_was_kept_last_is_read_back_and_what_was_cleared_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts");
        let (mut file, found) = DraftFile::open(path.clone()).unwrap();
        assert_eq!(found, FoundDrafts::default());
        let mut now = Drafts::new();
        file.write_anew(&now).unwrap();
        put(&mut file, &mut now, "a", Some("یک\nدو"));
        put(&mut file, &mut now, "b", Some("x"));
        put(&mut file, &mut now, "a", Some("یک\nدو\nسه"));
        put(&mut file, &mut now, "b", None);
        let (_, found) = DraftFile::open(path).unwrap();
        assert_eq!(
            (found.drafts, found.bad_lines),
            (drafts(&[("a", "یک\nدو\nسه")]), 0)
        );
    }

    #[test]
    fn of_a_damaged_file_each_draft_is_what_its_last_sound_line_says() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts");
        let (mut file, _) = DraftFile::open(path.clone()).unwrap();
        let mut now = drafts(&[("a", "one"), ("b", "two")]);
        file.write_anew(&now).unwrap();
        put(&mut file, &mut now, "a", Some("one and more"));
        let bytes = fs::read(&path).unwrap();
        for byte in 0..bytes.len() {
            for bit in 0..8 {
                let mut damaged = bytes.clone();
                damaged[byte] ^= 1 << bit;
                let found = read(&damaged);
                assert_eq!(found.drafts["b"], "two", "byte {byte} bit {bit}");
                assert!(["one", "one and more"].contains(&found.drafts["a"].as_str()));
            }
            assert!(read(&bytes[..byte]).drafts.len() <= 2);
        }
    }

    #[test]
    fn a_file_full_of_old_versions_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts");
        let (mut file, _) = DraftFile::open(path.clone()).unwrap();
        let mut now = Drafts::new();
        let long = "متن ".repeat(10_000);
        for number in 0..60 {
            put(&mut file, &mut now, "a", Some(&format!("{long}{number}")));
        }
        assert!(fs::metadata(&path).unwrap().len() < 2 * SPARE_BYTES);
        let (_, found) = DraftFile::open(path).unwrap();
        assert_eq!(found.drafts, now);
    }

    #[test]
    fn drafts_go_on_after_a_file_that_was_replaced_or_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts");
        let (mut file, _) = DraftFile::open(path.clone()).unwrap();
        let mut now = drafts(&[("a", "one"), ("b", "two")]);
        file.write_anew(&now).unwrap();
        for damage in [
            |path: &Path| fs::write(path, "other").unwrap(),
            |path: &Path| fs::remove_file(path).unwrap(),
        ] {
            damage(&path);
            now.insert("a".to_owned(), "three".to_owned());
            let refused = file.put(&["a".to_owned()], &now);
            assert!(refused.is_err());
            file.put(&["a".to_owned()], &now).unwrap();
            assert_eq!(DraftFile::open(path.clone()).unwrap().1.drafts, now);
        }
    }
}

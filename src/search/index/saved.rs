//! The index's folder: which files belong to it, and what of them is not valid any more. Does not know what a segment
//! holds.
//!
//! `list` is the one file that says so, written under another name first; a segment that it does not name is left
//! over and removed. Its line is JSON behind a CRC32C.

use super::build::private_file;
use super::held::{Index, Part};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const LIST: &str = "list";
const LIST_NEW: &str = "list.new";

#[derive(Serialize, Deserialize)]
struct List {
    version: u32,
    /// What the index's owner wants to know again.
    note: String,
    /// Names of segments, each with its documents that are gone.
    segments: Vec<(String, Vec<usize>)>,
    touched: BTreeMap<String, bool>,
}

/// Another one when what segments hold is changed: an index of another version is made again.
const VERSION: u32 = 2;

impl Index {
    /// Opens the index in `folder`. Beside it stands the note with which it was saved.
    ///
    /// # Errors
    /// `NotFound` where there is none, `InvalidData` where it is damaged or of another version; it is made again then.
    pub fn open(folder: &Path) -> io::Result<(Index, String)> {
        let bytes = fs::read_to_string(folder.join(LIST))?;
        let invalid = || io::Error::new(io::ErrorKind::InvalidData, "the index's list is damaged");
        let (sum, json) = bytes.split_once(' ').ok_or_else(invalid)?;
        if sum != format!("{:08x}", crc32c::crc32c(json.as_bytes())) {
            return Err(invalid());
        }
        let list: List = serde_json::from_str(json)?;
        if list.version != VERSION {
            return Err(invalid());
        }
        let mut index = Index::default();
        for (name, gone) in &list.segments {
            index.add_segment(&folder.join(name))?;
            if let Some(part) = index.segments.last_mut() {
                gone.iter().for_each(|document| part.gone.add(*document));
            }
        }
        index.touched = list.touched;
        remove_others(folder, &index.names())?;
        Ok((index, list.note))
    }

    /// Writes what is in memory and then the list, with a note for the next opening.
    ///
    /// # Errors
    /// Those of the file system; what was saved before is still valid then.
    pub fn save(&mut self, folder: &Path, note: &str) -> io::Result<()> {
        while self.fresh() > 0 {
            self.write_fresh(&free_name(folder))?;
        }
        let gone = |part: &Part| part.gone.iter().collect::<Vec<_>>();
        let list = List {
            version: VERSION,
            note: note.to_owned(),
            segments: self
                .names()
                .into_iter()
                .zip(self.segments.iter().map(gone))
                .collect(),
            touched: self.touched.clone(),
        };
        let json = serde_json::to_string(&list)?;
        let mut file = private_file(&folder.join(LIST_NEW))?;
        write!(file, "{:08x} {json}", crc32c::crc32c(json.as_bytes()))?;
        file.sync_all()?;
        fs::rename(folder.join(LIST_NEW), folder.join(LIST))?;
        remove_others(folder, &self.names())
    }

    fn names(&self) -> Vec<String> {
        let name = |part: &Part| {
            part.segment
                .path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        };
        self.segments.iter().map(name).collect()
    }
}

/// A name that no file in the folder has.
pub(super) fn free_name(folder: &Path) -> PathBuf {
    let mut names = (1u32..).map(|number| folder.join(format!("segment-{number}")));
    names
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join("segment"))
}

fn remove_others(folder: &Path, names: &[String]) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let item = item?;
        let name = item.file_name().to_string_lossy().into_owned();
        if name.starts_with("segment") && !names.contains(&name) {
            // One that cannot be removed does no harm.
            let _ = fs::remove_file(item.path());
        }
    }
    Ok(())
}

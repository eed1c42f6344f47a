//! The ways that people chose for their terminals, in a small file in their configuration folder. Does not know what a
//! terminal is: its key is given.

use crate::files::{self, Readers};
use crate::host::ways::Way;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name of the file in the configuration folder.
pub const FILE_NAME: &str = "terminals.json";

/// Choices by terminal. What cannot be read is as if it were not there: a choice is easily made anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered {
    path: Option<PathBuf>,
    ways: BTreeMap<String, String>,
}

impl Remembered {
    /// Reads the file of a configuration folder; without a folder nothing is remembered beyond this program's end.
    pub fn read(folder: Option<&Path>) -> Remembered {
        let path = folder.map(|folder| folder.join(FILE_NAME));
        let text = path.as_ref().and_then(|path| fs::read_to_string(path).ok());
        let ways = text.and_then(|text| serde_json::from_str(&text).ok());
        Remembered {
            path,
            ways: ways.unwrap_or_default(),
        }
    }

    /// What was chosen for a terminal.
    pub fn way(&self, key: &str) -> Option<Way> {
        self.ways.get(key)?.parse().ok()
    }

    /// Whether something was chosen for any terminal with this `TERM`, with which its key begins.
    pub fn has_any_for(&self, term: &str) -> bool {
        self.ways.keys().any(|key| {
            let rest = key.strip_prefix(term);
            rest.is_some_and(|rest| rest.starts_with(" | "))
        })
    }

    /// Keeps a choice. The file is replaced as a whole, so that it is never half written.
    ///
    /// # Errors
    /// What the file system reports; the choice holds for this program's time all the same.
    pub fn keep(&mut self, key: String, way: Way) -> io::Result<()> {
        self.ways.insert(key, way.name().to_owned());
        let Some(path) = &self.path else {
            return Ok(());
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let text = serde_json::to_string_pretty(&self.ways)?;
        files::replace(path, Readers::AsBefore, |out| writeln!(out, "{text}"))
    }
}

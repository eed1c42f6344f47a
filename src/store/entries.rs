//! The journal read back, entry by entry.
//!
//! It does not know what an entry is wanted for.

use super::{DamagedPlace, Entry, JournalDamage, StoreError, frame, journal::Journal, lines::Lines};
use std::{fs::File, io, path::PathBuf};

/// Entries in the order of their numbers. Entries committed after it was made are not among them.
pub struct Entries {
    lines: Lines<io::BufReader<io::Take<File>>>,
    path: PathBuf,
    from: u64,
    last: u64,
    readable: u64,
    /// A journal that is damaged in one place is not read on: what follows may not fit what came before.
    is_over: bool,
}

impl Entries {
    pub(super) fn of(journal: &Journal, from: u64) -> Result<Entries, StoreError> {
        let lines = journal.lines(from)?;
        Ok(Entries {
            lines,
            path: journal.path().to_owned(),
            from,
            last: 0,
            readable: 0,
            is_over: false,
        })
    }

    fn next_entry(&mut self) -> Result<Option<Entry>, StoreError> {
        loop {
            let Some(line) = self.lines.next_line()? else {
                return Ok(None);
            };
            let Some(frame) = frame::read(line) else {
                return Err(self.damaged());
            };
            if frame.seq < self.from {
                continue;
            }
            let Ok(entry) = serde_json::from_slice::<Entry>(frame.json) else {
                return Err(self.damaged());
            };
            self.last = entry.seq;
            self.readable += 1;
            return Ok(Some(entry));
        }
    }

    fn damaged(&self) -> StoreError {
        StoreError::JournalDamaged(JournalDamage {
            file: self.path.clone(),
            faults: vec![DamagedPlace::Line {
                offset_byte: self.lines.line_start_byte(),
                after: self.last,
            }],
            readable: self.readable,
            sled_holds: None,
        })
    }
}

impl Iterator for Entries {
    type Item = Result<Entry, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let next = self.next_entry();
        self.is_over = next.is_err();
        next.transpose()
    }
}

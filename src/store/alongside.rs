//! A store that another process has open, as it was at one moment: a backup of it, or a copy to read.
//!
//! It does not know who has it open. A journal is only ever appended to, so all of it up to the end of its last whole
//! line can be read without the lock; an entry that is being written at that moment is not in it.

use super::{
    Backup, Store, StoreError,
    backup::{note_backup, write_to},
    folder::{Folder, FolderContent, held, journal_of, make_private_folder, private_file},
    inside::need_outside,
    journal::Journal,
};
use chrono::{DateTime, Utc};
use std::{
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom},
    path::Path,
};

/// Of a longer journal no copy is made to read: that would take minutes.
const MOST_TO_COPY_BYTES: u64 = 256 << 20;
/// Read at a time when the end of the last line is looked for.
const STEP_BYTES: u64 = 1 << 16;

impl Store {
    /// Writes a backup of the store in `folder` to `file`, whoever has it open; otherwise as [`Store::backup`].
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no store, [`StoreError::JournalDamaged`], [`StoreError::Disk`] and the
    /// like.
    pub fn backup_of(folder: &Path, file: &Path) -> Result<Backup, StoreError> {
        need_outside(file)?;
        let (length, last_seq) = moment(folder)?;
        let made = write_to(file, &journal_of(folder), (length, last_seq), None)?;
        note_backup(folder, &made);
        Ok(made)
    }

    /// Opens a copy of the store in `folder`, whoever has that one open. The copy is made in `copy`, an absent or
    /// empty folder, and costs as much as making sled anew from the journal.
    ///
    /// # Errors
    /// Those of [`Store::backup_of`] and [`Store::open`]; [`StoreError::Locked`] where a copy would take too long.
    pub fn open_copy(folder: &Path, copy: &Path) -> Result<Store, StoreError> {
        let (length, _) = moment(folder)?;
        copy_journal(folder, copy, length)?;
        Ok(Store::open(copy)?.0)
    }

    /// Opens a copy of what can be read of a damaged store, whoever has that open; the store itself is not touched. `at`
    /// is as for [`Store::rebuild`].
    ///
    /// # Errors
    /// Those of [`Store::rebuild`] and [`Store::open`]; [`StoreError::Locked`] where a copy would take too long.
    pub fn open_readable_copy(folder: &Path, copy: &Path, at: DateTime<Utc>) -> Result<Store, StoreError> {
        let journal = journal_of(folder);
        let length = fs::metadata(&journal).map_err(StoreError::io(&journal))?.len();
        copy_journal(folder, copy, length)?;
        Store::rebuild(copy, at)?;
        Ok(Store::open(copy)?.0)
    }
}

/// Copies the first `length` bytes of a store's journal into the folder `copy`.
fn copy_journal(folder: &Path, copy: &Path, length: u64) -> Result<(), StoreError> {
    if length > MOST_TO_COPY_BYTES {
        return Err(held(folder));
    }
    make_private_folder(copy).map_err(StoreError::io(copy))?;
    let (from, to) = (journal_of(folder), journal_of(copy));
    let input = File::open(&from).map_err(StoreError::io(&from))?;
    let mut out = private_file()
        .create_new(true)
        .write(true)
        .open(&to)
        .map_err(StoreError::io(&to))?;
    io::copy(&mut input.take(length), &mut out).map_err(StoreError::io(&to))?;
    Ok(())
}

/// How much of the journal in `folder` is whole now, and its last entry.
fn moment(folder: &Path) -> Result<(u64, u64), StoreError> {
    if Folder::look(folder)? != FolderContent::Store {
        return Err(StoreError::NotFound {
            path: folder.to_owned(),
        });
    }
    let journal = journal_of(folder);
    let length = end_of_last_line(&journal).map_err(StoreError::io(&journal))?;
    let reading = Journal::read_over(&journal, length)?;
    Ok((reading.end.offset_byte, reading.end.seq))
}

/// The byte behind the last line end; 0 where there is none.
fn end_of_last_line(path: &Path) -> io::Result<u64> {
    let mut file = File::open(path)?;
    let mut end = fs::metadata(path)?.len();
    let mut bytes = Vec::new();
    while end > 0 {
        let start = end.saturating_sub(STEP_BYTES);
        file.seek(SeekFrom::Start(start))?;
        bytes.clear();
        (&mut file).take(end - start).read_to_end(&mut bytes)?;
        if let Some(last) = bytes.iter().rposition(|byte| *byte == b'\n') {
            return Ok(start + last as u64 + 1);
        }
        end = start;
    }
    Ok(0)
}

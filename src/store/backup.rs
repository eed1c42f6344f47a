//! A store's whole truth as one file, and a store made from such a file.
//!
//! It does not know where backups are kept or how many, nor how one is written down.

use super::{
    Store, StoreError,
    backup_file::{BackupBase, BackupFile, hash_of},
    folder::{Folder, FolderContent},
    frame::Hash,
    inside::need_outside,
    journal::Journal,
    reading::JournalTail,
};
use crate::files::{self, Readers, WholeFile};
use chrono::{DateTime, Utc};
use std::{
    fs::{self, File},
    io::{self, BufReader, Read, Seek, SeekFrom, Write},
    path::Path,
};

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backup {
    /// The number of the last entry in it.
    pub last_seq: u64,
    /// The file's length in bytes.
    pub bytes: u64,
}

/// The file in the store's folder that is written anew with each backup.
const NOTE: &str = "backed-up";

impl Store {
    /// Writes a consistent copy of the store to `file`, in place of what was there, while commits go on. The copy
    /// is on the disk and was read over once when this returns.
    ///
    /// # Errors
    /// [`StoreError::InStore`], [`StoreError::Disk`] and the like; what was at `file` is then still there.
    pub fn backup(&self, file: &Path) -> Result<Backup, StoreError> {
        self.backup_from(file, None)
    }

    /// The same, of what came behind a backup beside it where that is the beginning of this journal; else whole.
    pub(super) fn backup_from(&self, file: &Path, base: Option<&BackupFile>) -> Result<Backup, StoreError> {
        need_outside(file)?;
        let (journal, length, last_seq) = self.with_both(|journal, _| {
            Ok((
                journal.path().to_owned(),
                journal.length_byte(),
                journal.last_seq(),
            ))
        })?;
        let made = write_to(file, &journal, (length, last_seq), base)?;
        note_backup(self.folder(), &made);
        Ok(made)
    }

    /// When the last backup of the store was made, here or by another process.
    pub fn last_backup(&self) -> Option<DateTime<Utc>> {
        let note = fs::metadata(self.folder().join(NOTE)).ok()?;
        note.modified().ok().map(DateTime::from)
    }

    /// Makes the store in `folder` from a backup. The folder is absent or empty, or its store has no entries.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`], [`StoreError::BackupDamaged`], [`StoreError::NotFound`] when there is no such file,
    /// [`StoreError::LaterVersion`], [`StoreError::Locked`], [`StoreError::Disk`] and the like.
    pub fn restore(folder: &Path, file: &Path) -> Result<Backup, StoreError> {
        let backup = BackupFile::found(file)?;
        backup.read_over()?;
        Folder::look(folder)?;
        let folder = Folder::lock(folder)?;
        if !is_empty(&folder)? {
            return Err(StoreError::NotEmpty {
                folder: folder.path().to_owned(),
            });
        }
        let journal = folder.journal();
        let mut out = WholeFile::beside(&journal, Readers::Owner).map_err(StoreError::io(&journal))?;
        io::copy(&mut backup.journal()?, &mut out).map_err(StoreError::io(&journal))?;
        out.synced().map_err(StoreError::io(&journal))?;
        // An empty store's sled holds at most drafts of what is not there any more.
        folder.set_aside(&folder.sled())?;
        out.replace().map_err(StoreError::io(&journal))?;
        let last_seq = Journal::open(&journal)?.0.last_seq();
        let bytes = fs::metadata(file).map_err(StoreError::io(file))?.len();
        Ok(Backup { last_seq, bytes })
    }
}

/// Remembers that a backup was made just now: the file's own time says when.
pub(super) fn note_backup(store: &Path, made: &Backup) {
    let seq = made.last_seq;
    let noted = files::replace(&store.join(NOTE), Readers::Owner, |out| writeln!(out, "{seq}"));
    if let Err(error) = noted {
        tracing::warn!(%error, "that a backup was made was not noted");
    }
}

/// Writes the first `length` bytes of a journal, which end with entry `last_seq`, to `file` as a backup; where `base` is
/// their beginning, only what came behind it.
pub(super) fn write_to(
    file: &Path,
    journal: &Path,
    (length, last_seq): (u64, u64),
    base: Option<&BackupFile>,
) -> Result<Backup, StoreError> {
    let failed = || StoreError::io(file);
    // The hashes are of the journal itself: a copy that went wrong shows when it is read over.
    let base = base.map(|base| base_of(base, journal)).transpose()?.flatten();
    let hash = hash_of_first(journal, length)?;
    let mut out = WholeFile::beside(file, Readers::Owner).map_err(failed())?;
    let mut input = File::open(journal).map_err(StoreError::io(journal))?;
    let from = base.as_ref().map_or(0, |base| base.from);
    input
        .seek(SeekFrom::Start(from))
        .map_err(StoreError::io(journal))?;
    io::copy(&mut in_steps(input, length.saturating_sub(from)), &mut out).map_err(failed())?;
    let backup = BackupFile::new(file, length, hash, base);
    out.write_all(backup.last_line().as_bytes()).map_err(failed())?;
    BackupFile::found(out.synced().map_err(failed())?)?.read_over()?;
    out.replace().map_err(failed())?;
    let bytes = fs::metadata(file).map_err(StoreError::io(file))?.len();
    Ok(Backup { last_seq, bytes })
}

/// A backup as one that another goes on from; none where it is not the beginning of the journal.
fn base_of(base: &BackupFile, journal: &Path) -> Result<Option<BackupBase>, StoreError> {
    let is_beginning = base.base.is_none() && hash_of_first(journal, base.length)? == base.hash;
    Ok(base.as_base().filter(|_| is_beginning))
}

fn is_empty(folder: &Folder) -> Result<bool, StoreError> {
    match Folder::look(folder.path())? {
        FolderContent::Nothing => Ok(true),
        FolderContent::JournalMissing => Ok(false),
        FolderContent::Store => {
            let (journal, tail) = Journal::open(&folder.journal())?;
            // What stands behind the head and cannot be read may be somebody's work.
            Ok(journal.last_seq() == 0 && tail == JournalTail::Clean)
        }
    }
}

/// The first `length` bytes of a file, read in large steps.
fn in_steps(file: File, length: u64) -> BufReader<io::Take<File>> {
    BufReader::with_capacity(1 << 16, file.take(length))
}

fn hash_of_first(file: &Path, length: u64) -> Result<Hash, StoreError> {
    let input = File::open(file).map_err(StoreError::io(file))?;
    let hash = hash_of(&mut in_steps(input, length));
    Ok(hash.map_err(StoreError::io(file))?.0)
}

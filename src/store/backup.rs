//! A store's whole truth as one file, and a store made from such a file.
//!
//! It does not know where backups are kept or how many.
//!
//! A backup is the journal as it was at one moment, and one more line: `dabir-backup 1 LENGTH SHA256`.

use super::{
    Store, StoreError,
    folder::{Folder, FolderContent},
    frame,
    inside::need_outside,
    journal::Journal,
    reading::JournalTail,
};
use crate::files::{self, Readers, WholeFile};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write},
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

const MAGIC: &str = "dabir-backup";
const VERSION: u32 = 1;

/// The last line is never longer: the words, two numbers, a hash.
const LAST_LINE_BYTES: u64 = 128;

impl Store {
    /// Writes a consistent copy of the store to `file`, in place of what was there, while commits go on. The copy
    /// is on the disk and was read over once when this returns.
    ///
    /// # Errors
    /// [`StoreError::InStore`], [`StoreError::Disk`] and the like; what was at `file` is then still there.
    pub fn backup(&self, file: &Path) -> Result<Backup, StoreError> {
        need_outside(file)?;
        let (journal, length, last_seq) = self.with_both(|journal, _| {
            Ok((
                journal.path().to_owned(),
                journal.length_byte(),
                journal.last_seq(),
            ))
        })?;
        let made = write_to(file, &journal, length, last_seq)?;
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
        let length = read_over(file)?;
        Folder::look(folder)?;
        let folder = Folder::lock(folder)?;
        if !is_empty(&folder)? {
            return Err(StoreError::NotEmpty {
                folder: folder.path().to_owned(),
            });
        }
        let journal = folder.journal();
        let mut out = WholeFile::beside(&journal, Readers::Owner).map_err(StoreError::io(&journal))?;
        let input = File::open(file).map_err(StoreError::io(file))?;
        io::copy(&mut in_steps(input, length), &mut out).map_err(StoreError::io(&journal))?;
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

/// Writes the first `length` bytes of a journal, which end with entry `last_seq`, to `file` as a backup.
pub(super) fn write_to(
    file: &Path,
    journal: &Path,
    length: u64,
    last_seq: u64,
) -> Result<Backup, StoreError> {
    let failed = || StoreError::io(file);
    let mut out = WholeFile::beside(file, Readers::Owner).map_err(failed())?;
    let input = File::open(journal).map_err(StoreError::io(journal))?;
    io::copy(&mut in_steps(input, length), &mut out).map_err(failed())?;
    // The hash is of the journal itself: a copy that went wrong shows when it is read over.
    let hash = hash_of_first(journal, length)?;
    out.write_all(last_line(length, &hash).as_bytes())
        .map_err(failed())?;
    read_over(out.synced().map_err(failed())?)?;
    out.replace().map_err(failed())?;
    let bytes = fs::metadata(file).map_err(StoreError::io(file))?.len();
    Ok(Backup { last_seq, bytes })
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

fn hash_of_first(file: &Path, length: u64) -> Result<frame::Hash, StoreError> {
    let mut input = in_steps(File::open(file).map_err(StoreError::io(file))?, length);
    let mut hash = Sha256::new();
    loop {
        let bytes = input.fill_buf().map_err(StoreError::io(file))?;
        if bytes.is_empty() {
            return Ok(hash.finalize().into());
        }
        hash.update(bytes);
        let read = bytes.len();
        input.consume(read);
    }
}

fn last_line(length: u64, hash: &frame::Hash) -> String {
    format!("{MAGIC} {VERSION} {length} {}\n", frame::hex(hash))
}

/// Reads a backup over and gives the length of the journal in it.
fn read_over(file: &Path) -> Result<u64, StoreError> {
    let damaged = || StoreError::BackupDamaged {
        file: file.to_owned(),
    };
    let mut input = File::open(file).map_err(StoreError::io(file))?;
    let whole = input.metadata().map_err(StoreError::io(file))?.len();
    input
        .seek(SeekFrom::Start(whole.saturating_sub(LAST_LINE_BYTES)))
        .map_err(StoreError::io(file))?;
    let mut end = Vec::new();
    input.read_to_end(&mut end).map_err(StoreError::io(file))?;
    let line_start = end
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map(|last| &end[..last]);
    let line_start = line_start
        .and_then(|end| end.iter().rposition(|byte| *byte == b'\n'))
        .ok_or_else(damaged)?
        + 1;
    let line = std::str::from_utf8(&end[line_start..]).map_err(|_| damaged())?;
    let mut words = line.trim_end().split(' ');
    let is_backup = words.next() == Some(MAGIC);
    let mut number = || {
        words
            .next()
            .and_then(|word| word.parse::<u64>().ok())
            .filter(|_| is_backup)
            .ok_or_else(damaged)
    };
    let (version, length) = (number()?, number()?);
    if version > VERSION.into() {
        return Err(StoreError::LaterVersion {
            found: version.try_into().unwrap_or(u32::MAX),
            known: VERSION,
        });
    }
    let hash = hash_of_first(file, length)?;
    if line != last_line(length, &hash) || length.checked_add(line.len() as u64) != Some(whole) {
        return Err(damaged());
    }
    let reading = Journal::read_over(file, length)?.insisting_on_its_end();
    match reading.faults.is_empty() {
        true => Ok(length),
        false => Err(damaged()),
    }
}

//! What can go wrong with the store, and what was set right at opening; as values.
//!
//! It does not know the sentences that a person reads about it.

use super::{Opener, Tree};
use crate::files::DiskError;
use std::{io, path::PathBuf};

/// Why the store could not do what was asked. `Display` is for the trace, not for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum StoreError {
    /// A later release made this store.
    #[error("store of version {found}, known is {known}")]
    LaterVersion { found: u32, known: u32 },
    /// The folder holds other things and no store, or is not a folder.
    #[error("not a store: {}", folder.display())]
    NotAStore { folder: PathBuf },
    /// The folder does not exist and may not be made, or a backup file is not there.
    #[error("not found: {}", path.display())]
    NotFound { path: PathBuf },
    /// `restore` was asked to write over a store that has entries.
    #[error("not empty: {}", folder.display())]
    NotEmpty { folder: PathBuf },
    /// Another process has the store open: who, where it said so.
    #[error("locked: {}", folder.display())]
    Locked { folder: PathBuf, opener: Option<Opener> },
    /// The journal is damaged, missing or shorter than what sled holds. Nothing was changed; `rebuild` mends it.
    #[error("journal damaged: {0:?}")]
    JournalDamaged(JournalDamage),
    /// The journal that is open is not the file at its path any more: somebody removed, replaced, moved or changed it.
    /// Nothing more is saved until it is there again.
    #[error("journal away: {}", path.display())]
    JournalAway { path: PathBuf },
    /// A file was to be written into a store, where nobody but the store writes.
    #[error("in a store: {}", folder.display())]
    InStore { folder: PathBuf },
    /// The backup file is not what was written.
    #[error("backup damaged: {}", file.display())]
    BackupDamaged { file: PathBuf },
    /// sled failed while in use. What was committed is in the journal; the next call opens sled again.
    #[error("sled: {0:?}")]
    SledDamaged(SledFault),
    /// The record is not as the change says it was: somebody else changed it in between.
    #[error("stale: {tree:?}/{key}")]
    Stale { tree: Tree, key: String },
    /// A record does not read as what it should be.
    #[error("record damaged: {tree:?}/{key}: {why}")]
    RecordDamaged { tree: Tree, key: String, why: String },
    /// A later release wrote this record.
    #[error("record of version {found}: {tree:?}/{key}, known is {known}")]
    RecordLater {
        tree: Tree,
        key: String,
        found: u32,
        known: u32,
    },
    /// A value that cannot be a record: not a JSON object.
    #[error("not a record: {why}")]
    NotARecord { why: String },
    /// The file system refused; the system's own words are for the trace. Nothing half-written remains, and the
    /// store can be used on.
    #[error("{}: {error:?}: {why}", path.display())]
    Disk {
        path: PathBuf,
        error: DiskError,
        why: String,
    },
}

impl StoreError {
    /// Whether something on the disk is damaged, other than being in the way.
    pub fn is_damage(&self) -> bool {
        use StoreError::{BackupDamaged, JournalDamaged, RecordDamaged, SledDamaged};
        matches!(
            self,
            JournalDamaged(_) | BackupDamaged { .. } | SledDamaged(_) | RecordDamaged { .. }
        )
    }
    /// The error of a file operation on `path`.
    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> StoreError {
        let path = path.into();
        move |error| match DiskError::from(&error) {
            DiskError::NotFound => StoreError::NotFound { path },
            of_disk => StoreError::Disk {
                path,
                error: of_disk,
                why: error.to_string(),
            },
        }
    }
}

/// What is wrong with a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalDamage {
    /// The journal file.
    pub file: PathBuf,
    /// The places found, in order, at most [`JournalDamage::MOST_FAULTS`] of them.
    pub faults: Vec<DamagedPlace>,
    /// How many entries can be read.
    pub readable: u64,
    /// The last entry that sled holds, where that was looked at.
    pub sled_holds: Option<u64>,
}

impl JournalDamage {
    /// No more places than this are listed.
    pub const MOST_FAULTS: usize = 20;
}

/// One damaged place of a journal. Offsets are bytes from the start of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum DamagedPlace {
    /// There is no journal file though there is a store.
    Missing,
    /// The first line is not the head of a journal.
    Head,
    /// A line whose length, checksum or JSON does not fit. `after` is the last entry read before it.
    Line { offset_byte: u64, after: u64 },
    /// The number does not follow the one before: lines are missing or moved.
    Order {
        offset_byte: u64,
        after: u64,
        found: u64,
    },
    /// The hash does not fit the entry before: something before it was changed. Found by `check` only.
    Chain { offset_byte: u64, seq: u64 },
    /// The journal ends before the last entry that sled holds.
    Short { last: u64, sled_holds: u64 },
}

/// Why sled could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SledFault {
    /// sled's files are not there, or hold nothing.
    Missing,
    /// sled itself gave an error.
    Error { why: String },
    /// sled panicked; the panic was caught.
    Panic { why: String },
    /// Fewer, more or other records than sled itself has in its checkpoint.
    Tally { tree: Tree },
    /// It belongs to another store, or to another history of this one.
    Stranger,
    /// A record is not what the journal says it was before the next entry.
    Differs { tree: Tree, key: String },
    /// Its file is open elsewhere in this process.
    Busy,
    /// The file system failed or refused.
    Disk { error: DiskError, why: String },
}

/// What was set right at opening.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Mended {
    /// A line at the end that is not whole was set aside. `is_known` says that sled knows the last entry before it as
    /// the last: then it is of a commit that was never answered. Otherwise nobody can say whether it was.
    TornEntry {
        offset_byte: u64,
        bytes: u64,
        set_aside: PathBuf,
        is_known: bool,
    },
    /// The last line was whole but not ended; its end was written.
    LineEnd { seq: u64 },
    /// sled was behind and was given the entries after `from`, up to `to`. Usual after a crash, no damage.
    CaughtUp { from: u64, to: u64 },
    /// sled was damaged and was made again from the journal. `set_aside` is where the damaged one lies.
    /// `drafts_lost` says that drafts of an earlier program, which kept them in there, could not be read.
    SledRebuilt {
        fault: SledFault,
        set_aside: Option<PathBuf>,
        records: u64,
        drafts_lost: bool,
    },
    /// Lines of the file of drafts could not be read; a copy of the file is at `set_aside`. A draft whose last line is
    /// among them is as it was a little earlier, or lost where it had no other.
    DraftsDamaged { lines: u64, set_aside: Option<PathBuf> },
    /// A part of sled that it can do without was damaged (its snapshot, its settings) and was set aside; all is there.
    SledPartSetAside { fault: SledFault },
    /// A half-written file of sled's was removed.
    LeftoverRemoved { file: PathBuf },
}

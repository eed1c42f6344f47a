//! The journal file: read over at opening, appended to, never rewritten.
//!
//! It does not know records or sled; an entry is a number, a hash and JSON.

use super::{
    DamagedPlace, Entry, JournalDamage, StoreError,
    folder::{Folder, private_file},
    frame::{self, Hash, JournalHead},
    lines::Lines,
    reading::{EntryStart, FoundJournal, JournalTail, SoundEnd, is_marked},
    seen::Seen,
};
use crate::files::{self, Readers, WholeFile};
use std::{
    fs::{self, File, Metadata},
    io::{self, BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// How the names of ends begin of which nobody knows whether they were reported as saved.
const UNKNOWN_END: &str = "journal-unknown-end";

/// How the name of a copy begins that is kept before the journal gets a later version; its own version follows.
const VERSION_COPY: &str = "journal.version-";

/// The ends in a store's folder of which nobody knows what they were.
pub(super) fn unknown_ends(folder: &Path) -> Vec<PathBuf> {
    let is_end = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(UNKNOWN_END)
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut ends: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_end).collect();
    ends.sort();
    ends
}

/// An open, sound journal.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// Which store this is.
    pub(super) store: String,
    /// The version in the head.
    version: u32,
    end: SoundEnd,
    /// How many entries there are; fewer than the last number where a gap was mended.
    count: u64,
    marks: Vec<EntryStart>,
    /// Bytes of a failed append may lie behind `end` and must go before the next one.
    unclean: bool,
}

impl Journal {
    /// Makes the journal of a new store in `folder`, durable before it has its name.
    pub(super) fn create(folder: &Folder, store: String) -> Result<(), StoreError> {
        let head = JournalHead {
            version: frame::FIRST_VERSION,
            store,
        };
        let path = folder.journal();
        let created = WholeFile::beside(&path, Readers::Owner).and_then(|mut file| {
            file.write_all(head.line().as_bytes())?;
            file.create()
        });
        created.map_err(StoreError::io(&path))
    }

    /// Reads the whole file over: framing, checksums and numbers, not JSON.
    ///
    /// # Errors
    /// [`StoreError::LaterVersion`], or [`StoreError::JournalDamaged`] with every place. A torn end is no error.
    pub(super) fn open(path: &Path) -> Result<(Journal, JournalTail), StoreError> {
        Journal::found(path, Journal::read_over(path, u64::MAX)?)
    }

    /// Reads only what lies behind the part that was seen before. `None` where the file does not fit that, or has a
    /// fault behind it; then everything must be read.
    pub(super) fn open_seen(path: &Path, seen: &Seen) -> Result<Option<(Journal, JournalTail)>, StoreError> {
        let reading = FoundJournal::behind(path, &seen.marks)?;
        if !reading.faults.is_empty()
            || reading.store != seen.store
            || reading.end.offset_byte < seen.offset_byte
        {
            return Ok(None);
        }
        let (journal, tail) = Journal::found(path, reading)?;
        let fits = journal.hash_at(seen.seq)? == Some(seen.hash);
        Ok(fits.then_some((journal, tail)))
    }

    /// What a later opening may believe of this journal.
    pub(super) fn seen(&self) -> Seen {
        Seen {
            store: self.store.clone(),
            seq: self.end.seq,
            hash: self.end.hash,
            offset_byte: self.end.offset_byte,
            marks: self.marks.clone(),
        }
    }

    fn found(path: &Path, reading: FoundJournal) -> Result<(Journal, JournalTail), StoreError> {
        let file = private_file()
            .read(true)
            .append(true)
            .open(path)
            .map_err(StoreError::io(path))?;
        let FoundJournal {
            store,
            version,
            end,
            count,
            marks,
            tail,
            ..
        } = reading;
        Ok((
            Journal {
                path: path.to_owned(),
                file,
                store,
                version,
                end,
                count,
                marks,
                unclean: false,
            },
            tail,
        ))
    }

    /// Reads the first `length` bytes of the file at `path` over.
    pub(super) fn read_over(path: &Path, length: u64) -> Result<FoundJournal, StoreError> {
        let reading = FoundJournal::of(path, length)?;
        if reading.faults.is_empty() {
            Ok(reading)
        } else {
            Err(StoreError::JournalDamaged(reading.damage(path)))
        }
    }

    /// The error for a store that lost its journal.
    pub(super) fn missing(folder: &Folder) -> StoreError {
        let faults = vec![DamagedPlace::Missing];
        StoreError::JournalDamaged(JournalDamage {
            file: folder.journal(),
            faults,
            readable: 0,
            sled_holds: None,
        })
    }

    /// The number of the last entry; 0 when there is none.
    pub(super) fn last_seq(&self) -> u64 {
        self.end.seq
    }

    /// How many entries there are.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// The hash of the last entry's body.
    pub(super) fn last_hash(&self) -> Hash {
        self.end.hash
    }

    /// Bytes from the start of the file to behind the last sound entry.
    pub(super) fn length_byte(&self) -> u64 {
        self.end.offset_byte
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes one entry to its end and to the disk; when this returns, a power cut does not take it.
    ///
    /// # Errors
    /// [`StoreError::Disk`] and the like. The entry is then not in the journal, and the journal can be used on.
    /// [`StoreError::JournalAway`] where the open file is not the journal any more.
    pub(super) fn append(&mut self, entry: &Entry) -> Result<(), StoreError> {
        self.stands_at_its_path()?;
        if self.unclean {
            self.cut_tail()?;
        }
        let needed = entry.changes.iter().map(|change| change.tree.since()).max();
        if needed.is_some_and(|needed| needed > self.version) {
            self.raise_version(needed.unwrap_or(frame::VERSION))?;
        }
        let json = serde_json::to_string(entry).map_err(|error| StoreError::NotARecord {
            why: error.to_string(),
        })?;
        let (line, hash) = frame::line(entry.seq, &self.end.hash, &json);
        if let Err(error) = self.file.write_all(&line).and_then(|()| self.file.sync_data()) {
            self.unclean = true;
            // Where even this fails, the next append or the next open tries again.
            let _ = self.cut_tail();
            return Err(StoreError::io(&self.path)(error));
        }
        self.unclean = true;
        // Asked again: what went into a file that nobody will find is not saved.
        self.stands_at_its_path()?;
        self.unclean = false;
        self.mark(entry.seq);
        self.count += 1;
        self.end = SoundEnd {
            seq: entry.seq,
            hash,
            offset_byte: self.end.offset_byte + line.len() as u64,
        };
        Ok(())
    }

    /// Whether the open file is the one that its path leads to, and as long as it was left.
    fn stands_at_its_path(&self) -> Result<(), StoreError> {
        let open = self.file.metadata().map_err(StoreError::io(&self.path))?;
        let is_as_left = match self.unclean {
            true => open.len() >= self.end.offset_byte,
            false => open.len() == self.end.offset_byte,
        };
        let is_there = fs::metadata(&self.path).is_ok_and(|there| is_same_file(&open, &there));
        if is_as_left && is_there {
            return Ok(());
        }
        tracing::error!(is_as_left, is_there, path = %self.path.display(), "the open journal is not the one there");
        Err(StoreError::JournalAway {
            path: self.path.clone(),
        })
    }

    fn head(&self, version: u32) -> JournalHead {
        JournalHead {
            version,
            store: self.store.clone(),
        }
    }

    /// Keeps the journal as earlier programs read it, beside it. Where there is no room for that, nothing is raised.
    fn keep_copy(&self) -> Result<(), StoreError> {
        let to = self
            .path
            .with_file_name(format!("{VERSION_COPY}{}", self.version));
        let kept = files::replace(&to, Readers::Owner, |out| {
            let whole = File::open(&self.path)?.take(self.end.offset_byte);
            io::copy(&mut BufReader::with_capacity(1 << 16, whole), out).map(drop)
        });
        kept.map_err(StoreError::io(&to))
    }

    /// Writes the head with a later version over the old one, of the same length and far shorter than what a disk
    /// writes whole; a copy of all that was there is kept first. It is on the disk before the entry that needs it. A
    /// backup that is being taken meanwhile may have to be taken again.
    fn raise_version(&mut self, version: u32) -> Result<(), StoreError> {
        if self.count > 0 {
            self.keep_copy()?;
        }
        let (old, new) = (self.head(self.version).line(), self.head(version).line());
        if old.len() != new.len() {
            return Err(StoreError::NotARecord {
                why: "a head of another length".to_owned(),
            });
        }
        let raised = private_file().write(true).open(&self.path).and_then(|mut file| {
            file.write_all(new.as_bytes())?;
            file.sync_data()
        });
        raised.map_err(StoreError::io(&self.path))?;
        self.version = version;
        Ok(())
    }

    /// Puts what lies behind the last sound entry into a file of its own in `folder`, under a name by which one of which
    /// nobody knows what it was is found again; then takes it away. Gives where it lies now.
    pub(super) fn put_tail_aside(&mut self, folder: &Folder, is_known: bool) -> Result<PathBuf, StoreError> {
        let to = folder.free_name(Path::new(if is_known { "journal-end" } else { UNKNOWN_END }));
        let mut tail = File::open(&self.path).map_err(StoreError::io(&self.path))?;
        tail.seek(SeekFrom::Start(self.end.offset_byte))
            .map_err(StoreError::io(&self.path))?;
        let mut out = WholeFile::beside(&to, Readers::Owner).map_err(StoreError::io(&to))?;
        io::copy(&mut tail, &mut out).map_err(StoreError::io(&to))?;
        out.create().map_err(StoreError::io(&to))?;
        self.cut_tail()?;
        Ok(to)
    }

    /// Takes away what lies behind the last sound entry.
    fn cut_tail(&mut self) -> Result<(), StoreError> {
        let cut = self
            .file
            .set_len(self.end.offset_byte)
            .and_then(|()| self.file.sync_data());
        cut.map_err(StoreError::io(&self.path))?;
        self.unclean = false;
        Ok(())
    }

    /// Ends the last line.
    pub(super) fn end_line(&mut self) -> Result<(), StoreError> {
        let written = self.file.write_all(b"\n").and_then(|()| self.file.sync_data());
        written.map_err(StoreError::io(&self.path))?;
        self.end.offset_byte += 1;
        Ok(())
    }

    /// The hash of entry `seq`, or of the head for 0. `None` when there is no such entry.
    pub(super) fn hash_at(&self, seq: u64) -> Result<Option<Hash>, StoreError> {
        if seq == 0 {
            return Ok(Some(self.head(self.version).hash()));
        }
        if seq == self.end.seq {
            return Ok(Some(self.end.hash));
        }
        let mut lines = self.lines(seq)?;
        while let Some(line) = lines.next_line()? {
            match frame::read(line) {
                Some(frame) if frame.seq < seq => {}
                Some(frame) if frame.seq == seq => return Ok(Some(frame::hash(frame.body))),
                _ => break,
            }
        }
        Ok(None)
    }

    /// The lines from a little before entry `from` to the end as it is now.
    pub(super) fn lines(&self, from: u64) -> Result<Lines<BufReader<std::io::Take<File>>>, StoreError> {
        let behind = self.marks.partition_point(|mark| mark.seq <= from);
        // Before the first mark only the head can be, and it is no entry: start behind it.
        let start = self
            .marks
            .get(behind.saturating_sub(1))
            .map_or(self.end.offset_byte, |mark| mark.offset_byte);
        let mut file = File::open(&self.path).map_err(StoreError::io(&self.path))?;
        file.seek(SeekFrom::Start(start))
            .map_err(StoreError::io(&self.path))?;
        let length = self.end.offset_byte - start;
        Ok(Lines::new(
            BufReader::with_capacity(1 << 16, file.take(length)),
            &self.path,
            start,
        ))
    }

    fn mark(&mut self, seq: u64) {
        if is_marked(&self.marks, seq) {
            self.marks.push(EntryStart {
                seq,
                offset_byte: self.end.offset_byte,
                before: self.count,
            });
        }
    }
}

/// Whether two names are of one file. A file without a name is no file that is found again.
#[cfg(unix)]
fn is_same_file(open: &Metadata, there: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (open.dev(), open.ino()) == (there.dev(), there.ino()) && open.nlink() > 0
}

/// Windows lets nobody remove or rename a file that is open.
#[cfg(not(unix))]
fn is_same_file(open: &Metadata, there: &Metadata) -> bool {
    open.len() == there.len()
}

//! The journal file: read over at opening, appended to, never rewritten.
//!
//! It does not know records or sled; an entry is a number, a hash and JSON.

use super::{
    Entry, Fault, JournalDamage, StoreError,
    folder::{Folder, private_file},
    frame::{self, Hash, Head},
};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// How many entries apart the remembered places are: reading from any entry passes over fewer than this many.
const MARK_EVERY: u64 = 64;

/// An open, sound journal.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// Which store this is.
    pub(super) store: String,
    end: End,
    /// How many entries there are; fewer than the last number where a gap was mended.
    count: u64,
    marks: Vec<Mark>,
    /// Bytes of a failed append may lie behind `end` and must go before the next one.
    unclean: bool,
}

/// Where the sound part of a journal ends.
#[derive(Debug, Clone, Copy)]
struct End {
    seq: u64,
    hash: Hash,
    offset_byte: u64,
}

/// Where an entry begins.
#[derive(Debug, Clone, Copy)]
struct Mark {
    seq: u64,
    offset_byte: u64,
}

/// What stands behind the last sound entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// Nothing.
    Clean,
    /// Only the line end is missing.
    NoLineEnd,
    /// The beginning of a line: an append that did not come to its end.
    Torn { bytes: u64 },
}

impl Journal {
    /// Makes the journal of a new store in `folder`, durable before it has its name.
    pub(super) fn create(folder: &Folder, store: String) -> Result<(), StoreError> {
        let head = Head {
            version: frame::VERSION,
            store,
        };
        let new = folder.journal_new();
        let mut file = private_file()
            .create(true)
            .truncate(true)
            .write(true)
            .open(&new)
            .map_err(StoreError::io(&new))?;
        let written = file
            .write_all(head.line().as_bytes())
            .and_then(|()| file.sync_all());
        written.map_err(StoreError::io(&new))?;
        fs::rename(&new, folder.journal()).map_err(StoreError::io(&new))?;
        folder.sync()
    }

    /// Reads the whole file over: framing, checksums and numbers, not JSON.
    ///
    /// # Errors
    /// [`StoreError::LaterVersion`], or [`StoreError::JournalDamaged`] with every place. A torn end is no error.
    pub(super) fn open(path: &Path) -> Result<(Journal, Tail), StoreError> {
        let reading = Journal::read_over(path, u64::MAX)?;
        let file = private_file()
            .append(true)
            .open(path)
            .map_err(StoreError::io(path))?;
        let Reading {
            store,
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
                end,
                count,
                marks,
                unclean: false,
            },
            tail,
        ))
    }

    /// Reads the first `length` bytes of the file at `path` over.
    pub(super) fn read_over(path: &Path, length: u64) -> Result<Reading, StoreError> {
        let reading = Reading::of(path, length)?;
        if reading.faults.is_empty() {
            Ok(reading)
        } else {
            Err(StoreError::JournalDamaged(reading.damage(path)))
        }
    }

    /// The error for a store that lost its journal.
    pub(super) fn missing(folder: &Folder) -> StoreError {
        let faults = vec![Fault::Missing];
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
    /// [`StoreError::Full`] and the like. The entry is then not in the journal, and the journal can be used on.
    pub(super) fn append(&mut self, entry: &Entry) -> Result<(), StoreError> {
        if self.unclean {
            self.cut_tail()?;
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
        self.mark(entry.seq);
        self.count += 1;
        self.end = End {
            seq: entry.seq,
            hash,
            offset_byte: self.end.offset_byte + line.len() as u64,
        };
        Ok(())
    }

    /// Takes away what lies behind the last sound entry.
    pub(super) fn cut_tail(&mut self) -> Result<(), StoreError> {
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
            let head = Head {
                version: frame::VERSION,
                store: self.store.clone(),
            };
            return Ok(Some(head.hash()));
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
            self.marks.push(Mark {
                seq,
                offset_byte: self.end.offset_byte,
            });
        }
    }
}

fn is_marked(marks: &[Mark], seq: u64) -> bool {
    marks.last().is_none_or(|mark| seq >= mark.seq + MARK_EVERY)
}

/// A journal as it was found.
#[derive(Debug)]
pub(super) struct Reading {
    store: String,
    end: End,
    marks: Vec<Mark>,
    tail: Tail,
    count: u64,
    faults: Vec<Fault>,
}

impl Reading {
    /// Reads the first `length` bytes of the file at `path`, past every damage.
    fn of(path: &Path, length: u64) -> Result<Reading, StoreError> {
        let file = File::open(path).map_err(StoreError::io(path))?;
        let mut lines = Lines::new(BufReader::with_capacity(1 << 20, file.take(length)), path, 0);
        let head = lines.next_line()?.and_then(Head::read);
        if let Some(Head { version: found, .. }) = head.as_ref().filter(|head| head.version > frame::VERSION)
        {
            return Err(StoreError::LaterVersion {
                found: *found,
                known: frame::VERSION,
            });
        }
        let hash = head.as_ref().map_or([0; 32], Head::hash);
        let mut reading = Reading {
            faults: if head.is_none() {
                vec![Fault::Head]
            } else {
                Vec::new()
            },
            store: head.map_or_else(String::new, |head| head.store),
            end: End {
                seq: 0,
                hash,
                offset_byte: lines.offset_byte(),
            },
            marks: Vec::new(),
            tail: Tail::Clean,
            count: 0,
        };
        // Only the last body is hashed, so it is kept until the next one is seen to be there.
        let mut last_line = Vec::new();
        while lines.next_line()?.is_some() {
            if reading.take(lines.line(), lines.line_start_byte()) {
                lines.swap_line(&mut last_line);
            }
        }
        if let Some(frame) = frame::read(&last_line) {
            reading.end.hash = frame::hash(frame.body);
        }
        Ok(reading)
    }

    /// Judges one line; `true` when it is a sound entry.
    fn take(&mut self, line: &[u8], offset_byte: u64) -> bool {
        let after = self.end.seq;
        let Some(frame) = frame::read(line) else {
            match line.last() {
                Some(b'\n') => self.fault(Fault::Line { offset_byte, after }),
                _ => {
                    self.tail = Tail::Torn {
                        bytes: line.len() as u64,
                    }
                }
            }
            return false;
        };
        match &line[frame.length..] {
            b"\n" => {}
            b"" => self.tail = Tail::NoLineEnd,
            _ => {
                self.fault(Fault::Line { offset_byte, after });
                return false;
            }
        }
        if !follows(after, frame.seq, frame.json) {
            self.fault(Fault::Order {
                offset_byte,
                after,
                found: frame.seq,
            });
        }
        if is_marked(&self.marks, frame.seq) {
            self.marks.push(Mark {
                seq: frame.seq,
                offset_byte,
            });
        }
        self.end.seq = frame.seq;
        self.end.offset_byte = offset_byte + line.len() as u64;
        self.count += 1;
        true
    }

    fn fault(&mut self, fault: Fault) {
        if self.faults.len() < JournalDamage::MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    fn damage(self, path: &Path) -> JournalDamage {
        JournalDamage {
            file: path.to_owned(),
            faults: self.faults,
            readable: self.count,
            sled_holds: None,
        }
    }
}

/// Whether `seq` may come behind `after`: the next number, or the end of a gap that begins with it.
fn follows(after: u64, seq: u64, json: &[u8]) -> bool {
    if seq == after + 1 {
        return true;
    }
    let gap = serde_json::from_slice::<Entry>(json)
        .ok()
        .and_then(|entry| entry.gap);
    gap.is_some_and(|gap| gap.from == after + 1 && gap.to == seq)
}

/// Lines of a journal, one at a time in one buffer.
pub(super) struct Lines<R> {
    reader: R,
    path: PathBuf,
    line: Vec<u8>,
    line_start_byte: u64,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R, path: &Path, start_byte: u64) -> Lines<R> {
        Lines {
            reader,
            path: path.to_owned(),
            line: Vec::new(),
            line_start_byte: start_byte,
        }
    }

    /// The next line with its line end; the last may be without one. `None` at the end.
    pub(super) fn next_line(&mut self) -> Result<Option<&[u8]>, StoreError> {
        self.line_start_byte = self.offset_byte();
        self.line.clear();
        let read = self
            .reader
            .read_until(b'\n', &mut self.line)
            .map_err(StoreError::io(&self.path))?;
        Ok((read > 0).then_some(self.line.as_slice()))
    }

    /// The line read last.
    pub(super) fn line(&self) -> &[u8] {
        &self.line
    }

    /// Where the line read last begins, in bytes from the start of the file.
    pub(super) fn line_start_byte(&self) -> u64 {
        self.line_start_byte
    }

    fn offset_byte(&self) -> u64 {
        self.line_start_byte + self.line.len() as u64
    }

    /// Gives the line away and takes another buffer; the place in the file stays right.
    fn swap_line(&mut self, other: &mut Vec<u8>) {
        let next = self.offset_byte();
        std::mem::swap(&mut self.line, other);
        self.line.clear();
        self.line_start_byte = next;
    }
}

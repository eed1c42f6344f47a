//! A journal file read over from its start to its end, past every damage.
//!
//! It does not know how a journal is written or mended.

use super::{
    DamagedPlace, Entry, JournalDamage, StoreError,
    frame::{self, Hash, JournalHead},
    lines::Lines,
};
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::{BufRead, BufReader, Read, Seek, SeekFrom},
    path::Path,
};

/// The head is never longer; what is cut off behind it is not looked at.
const HEAD_BYTES: u64 = 64;

/// How many entries apart the remembered places are: reading from any entry passes over fewer than this many.
const MARK_EVERY: u64 = 64;

/// Where the sound part of a journal ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct SoundEnd {
    pub(super) seq: u64,
    pub(super) hash: Hash,
    pub(super) offset_byte: u64,
}

/// Where an entry begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct EntryStart {
    pub(super) seq: u64,
    pub(super) offset_byte: u64,
    /// How many entries stand before it.
    pub(super) before: u64,
}

/// What stands behind the last sound entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JournalTail {
    /// Nothing.
    Clean,
    /// Only the line end is missing.
    NoLineEnd,
    /// A line that is not whole, whether its line end is there or not: an append that did not come to its end leaves
    /// any of its parts behind, the last among them.
    Torn { bytes: u64 },
}

/// Whether the place of entry `seq` is to be remembered.
pub(super) fn is_marked(marks: &[EntryStart], seq: u64) -> bool {
    marks.last().is_none_or(|mark| seq >= mark.seq + MARK_EVERY)
}

/// A journal as it was found.
#[derive(Debug)]
pub(super) struct FoundJournal {
    pub(super) store: String,
    pub(super) version: u32,
    pub(super) end: SoundEnd,
    pub(super) marks: Vec<EntryStart>,
    pub(super) tail: JournalTail,
    /// How many entries could be read.
    pub(super) count: u64,
    pub(super) faults: Vec<DamagedPlace>,
}

impl FoundJournal {
    /// Reads the first `length` bytes of the file at `path`, past every damage.
    pub(super) fn of(path: &Path, length: u64) -> Result<FoundJournal, StoreError> {
        FoundJournal::through(path, length, |file| file)
    }

    /// The same through something that reads the file.
    pub(super) fn through<R: Read>(
        path: &Path,
        length: u64,
        reader: impl FnOnce(File) -> R,
    ) -> Result<FoundJournal, StoreError> {
        let file = File::open(path).map_err(StoreError::io(path))?;
        let reader = BufReader::with_capacity(1 << 20, reader(file).take(length));
        FoundJournal::read(reader, path)
    }

    /// The same of what `reader` gives; `path` is only named.
    pub(super) fn read(reader: impl BufRead, path: &Path) -> Result<FoundJournal, StoreError> {
        let mut lines = Lines::new(reader, path, 0);
        let head = lines.next_line()?.and_then(JournalHead::read);
        if let Some(JournalHead { version: found, .. }) =
            head.as_ref().filter(|head| head.version > frame::VERSION)
        {
            return Err(StoreError::LaterVersion {
                found: *found,
                known: frame::VERSION,
            });
        }
        let hash = head.as_ref().map_or([0; 32], JournalHead::hash);
        let reading = FoundJournal {
            faults: if head.is_none() {
                vec![DamagedPlace::Head]
            } else {
                Vec::new()
            },
            version: head.as_ref().map_or(frame::FIRST_VERSION, |head| head.version),
            store: head.map_or_else(String::new, |head| head.store),
            end: SoundEnd {
                seq: 0,
                hash,
                offset_byte: lines.offset_byte(),
            },
            marks: Vec::new(),
            tail: JournalTail::Clean,
            count: 0,
        };
        reading.go_on(lines)
    }

    /// Reads the file at `path` from the last of these marks on, for a journal that was read over before. The head is
    /// read too.
    pub(super) fn behind(path: &Path, marks: &[EntryStart]) -> Result<FoundJournal, StoreError> {
        let mut reading = FoundJournal::of(path, HEAD_BYTES)?;
        let Some(last) = marks.last() else {
            return FoundJournal::of(path, u64::MAX);
        };
        reading.end = SoundEnd {
            seq: last.seq - 1,
            hash: [0; 32],
            offset_byte: last.offset_byte,
        };
        (reading.marks, reading.count, reading.tail) =
            (marks[..marks.len() - 1].to_vec(), last.before, JournalTail::Clean);
        let mut file = File::open(path).map_err(StoreError::io(path))?;
        file.seek(SeekFrom::Start(last.offset_byte))
            .map_err(StoreError::io(path))?;
        let lines = Lines::new(BufReader::with_capacity(1 << 20, file), path, last.offset_byte);
        reading.go_on(lines)
    }

    fn go_on(mut self, mut lines: Lines<impl BufRead>) -> Result<FoundJournal, StoreError> {
        let reading = &mut self;
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
        reading.pardon_last(&lines);
        Ok(self)
    }

    /// One unreadable line at the very end is no damage by itself: whether it was ever reported as saved is for others
    /// to say. More than one is never what one append leaves.
    fn pardon_last(&mut self, lines: &Lines<impl BufRead>) {
        let last = lines.last_start_byte();
        let is_last = |fault: &DamagedPlace| matches!(fault, DamagedPlace::Line { offset_byte, .. } if *offset_byte == last);
        let stands_alone = self.end.offset_byte == last && self.tail == JournalTail::Clean;
        if stands_alone && self.faults.last().is_some_and(is_last) {
            self.faults.pop();
            self.tail = JournalTail::Torn {
                bytes: lines.offset_byte() - last,
            };
        }
    }

    /// Judges one line; `true` when it is a sound entry.
    fn take(&mut self, line: &[u8], offset_byte: u64) -> bool {
        let after = self.end.seq;
        let Some(frame) = frame::read(line) else {
            match line.last() {
                Some(b'\n') => self.fault(DamagedPlace::Line { offset_byte, after }),
                _ => {
                    self.tail = JournalTail::Torn {
                        bytes: line.len() as u64,
                    }
                }
            }
            return false;
        };
        match &line[frame.length..] {
            b"\n" => {}
            b"" => self.tail = JournalTail::NoLineEnd,
            _ => {
                self.fault(DamagedPlace::Line { offset_byte, after });
                return false;
            }
        }
        if !follows(after, frame.seq, frame.json) {
            self.fault(DamagedPlace::Order {
                offset_byte,
                after,
                found: frame.seq,
            });
        }
        if is_marked(&self.marks, frame.seq) {
            self.marks.push(EntryStart {
                seq: frame.seq,
                offset_byte,
                before: self.count,
            });
        }
        self.end.seq = frame.seq;
        self.end.offset_byte = offset_byte + line.len() as u64;
        self.count += 1;
        true
    }

    fn fault(&mut self, fault: DamagedPlace) {
        if self.faults.len() < JournalDamage::MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    /// The same where nothing may stand behind the last sound entry.
    pub(super) fn insisting_on_its_end(mut self) -> FoundJournal {
        if let JournalTail::Torn { .. } = self.tail {
            self.fault(DamagedPlace::Line {
                offset_byte: self.end.offset_byte,
                after: self.end.seq,
            });
        }
        self
    }

    /// The faults as an error carries them.
    pub(super) fn damage(self, path: &Path) -> JournalDamage {
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

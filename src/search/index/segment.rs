//! A segment as it lies on the disk: small parts in memory, lists and records read when asked for. Does not know
//! filters.

use super::bits::Bits;
use super::build::{Head, MAGIC, Section, word_bytes};
use super::document::{NO_DAY, Order, Place, SessionFacts};
use super::lexicon::Lexicon;
use crate::domain::names::core_name;
use crate::domain::resolution::Status;
use crate::text::fold;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// An open segment.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) path: PathBuf,
    file: File,
    /// Where the sections begin in the file.
    base: u64,
    head: Head,
    pub(super) lexicon: Lexicon,
    session: Vec<u16>,
    pub(super) due: Vec<i32>,
    late_from: Vec<i32>,
    position: Vec<u32>,
    status: Vec<u8>,
    /// Those that are open.
    pub(super) open: Bits,
    orders: [Vec<u16>; 2],
    lists_at: Vec<u32>,
    records_at: Vec<u32>,
    /// Sessions in the order of their ids.
    by_id: Vec<u16>,
    /// Documents of each session.
    first_of: Vec<u32>,
    names: OnceLock<Vec<KnownName>>,
}

/// A name with all that a pattern compares.
#[derive(Debug, Clone)]
pub(super) struct KnownName {
    pub(super) folded: String,
    pub(super) core: String,
}

impl KnownName {
    pub(super) fn of(written: &str) -> KnownName {
        KnownName {
            folded: fold(written),
            core: core_name(written),
        }
    }
}

/// A document's own words and the end of its key.
pub(super) struct Record {
    bytes: Vec<u8>,
    words_from: usize,
    word_bytes: usize,
}

impl Record {
    /// The key behind the session's id.
    pub(super) fn own(&self) -> &str {
        std::str::from_utf8(&self.bytes[6..self.words_from]).unwrap_or_default()
    }

    /// The words of the subject and then of the other texts; none between two texts.
    pub(super) fn words(&self) -> impl Iterator<Item = Option<usize>> {
        self.bytes[self.words_from..]
            .chunks_exact(self.word_bytes)
            .map(|bytes| {
                let code = bytes
                    .iter()
                    .rev()
                    .fold(0, |code, byte| code << 8 | usize::from(*byte));
                code.checked_sub(1)
            })
    }
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a segment of the index is damaged")
}

impl Segment {
    /// Opens the segment at `path`, and reads and checks all but its lists and records.
    ///
    /// # Errors
    /// Those of the file system, and `InvalidData` where it is not as it was written.
    pub(super) fn open(path: &Path) -> io::Result<Segment> {
        let mut file = File::open(path)?;
        let mut start = [0; 16];
        file.read_exact(&mut start)?;
        let number = |at: usize| {
            start[at..at + 4]
                .try_into()
                .map(u32::from_le_bytes)
                .map_err(io::Error::other)
        };
        let (length, sum) = (number(8)?, number(12)?);
        if &start[..8] != MAGIC || u64::from(length) > file.metadata()?.len() {
            return Err(damaged());
        }
        let mut head = vec![0; length as usize];
        file.read_exact(&mut head)?;
        if crc32c::crc32c(&head) != sum {
            return Err(damaged());
        }
        let head: Head = serde_json::from_slice(&head)?;
        let mut segment = Segment {
            path: path.to_owned(),
            file,
            base: 16 + u64::from(length),
            head,
            lexicon: Lexicon::default(),
            session: Vec::new(),
            due: Vec::new(),
            late_from: Vec::new(),
            position: Vec::new(),
            status: Vec::new(),
            open: Bits::none(0),
            orders: [Vec::new(), Vec::new()],
            lists_at: Vec::new(),
            records_at: Vec::new(),
            by_id: Vec::new(),
            first_of: Vec::new(),
            names: OnceLock::new(),
        };
        segment.read_small_parts()?;
        Ok(segment)
    }

    fn read_small_parts(&mut self) -> io::Result<()> {
        let letters = String::from_utf8(self.section(Section::Lexicon)?).map_err(|_| damaged())?;
        self.lexicon = Lexicon::read(letters, numbers(&self.section(Section::Ends)?));
        let columns = self.section(Section::Columns)?;
        let documents = self.head.documents;
        if columns.len() != documents * 15 {
            return Err(damaged());
        }
        let (session, rest) = columns.split_at(documents * 2);
        let (due, rest) = rest.split_at(documents * 4);
        let (late_from, rest) = rest.split_at(documents * 4);
        let (position, status) = rest.split_at(documents * 4);
        self.session = shorts(session);
        let signed = |bytes: &[u8]| numbers(bytes).into_iter().map(u32::cast_signed).collect();
        (self.due, self.late_from) = (signed(due), signed(late_from));
        (self.position, self.status) = (numbers(position), status.to_vec());
        self.open = Bits::of(documents, |document| self.has_status(document, Status::Open));
        let orders = self.section(Section::Orders)?;
        let (by_session, pressing) = orders.split_at(orders.len() / 2);
        self.orders = [shorts(by_session), shorts(pressing)];
        self.lists_at = numbers(&self.section(Section::ListsAt)?);
        self.records_at = numbers(&self.section(Section::RecordsAt)?);
        self.find_sessions();
        Ok(())
    }

    fn find_sessions(&mut self) {
        let sessions = &self.head.sessions;
        self.by_id = (0..sessions.len()).map(|session| session as u16).collect();
        self.by_id
            .sort_by_key(|session| &sessions[usize::from(*session)].id.0);
        let of = |session: usize| {
            self.session
                .partition_point(|other| usize::from(*other) < session) as u32
        };
        self.first_of = (0..=sessions.len()).map(of).collect();
    }

    fn section(&self, section: Section) -> io::Result<Vec<u8>> {
        let (at, length, sum) = self
            .head
            .sections
            .get(section as usize)
            .copied()
            .ok_or_else(damaged)?;
        if length > self.file.metadata()?.len() {
            return Err(damaged());
        }
        let mut bytes = vec![0; length as usize];
        read_at(&self.file, &mut bytes, self.base + at)?;
        if crc32c::crc32c(&bytes) == sum {
            Ok(bytes)
        } else {
            Err(damaged())
        }
    }

    /// A thing of a pile, whose bytes lie between two places of the section.
    fn thing(&self, section: Section, at: &[u32], number: usize) -> io::Result<Vec<u8>> {
        let (&from, &to) = at.get(number).zip(at.get(number + 1)).ok_or_else(damaged)?;
        let (base, ..) = self
            .head
            .sections
            .get(section as usize)
            .copied()
            .ok_or_else(damaged)?;
        let mut bytes = vec![0; to.saturating_sub(from) as usize];
        read_at(&self.file, &mut bytes, self.base + base + u64::from(from))?;
        let sum = bytes.first_chunk().map(|sum| u32::from_le_bytes(*sum));
        if bytes.len() > 4 && sum == Some(crc32c::crc32c(&bytes[4..])) {
            Ok(bytes)
        } else {
            Err(damaged())
        }
    }

    /// How many documents it has.
    pub(super) fn documents(&self) -> usize {
        self.head.documents
    }

    /// What reading the lists of these words costs: bytes, and something for each reading.
    pub(super) fn cost(&self, words: &Bits) -> usize {
        let cost = |word: usize| (self.lists_at[word + 1] - self.lists_at[word]) as usize + 150;
        words.iter().map(cost).sum()
    }

    /// Documents with any of these words.
    pub(super) fn with_words(&self, words: &Bits) -> io::Result<Bits> {
        self.united(words.iter())
    }

    /// Documents with any of these responsible organisations, by their places in the head.
    pub(super) fn with_organisations(&self, organisations: impl Iterator<Item = usize>) -> io::Result<Bits> {
        let before = self.lexicon.count() + self.head.names.len();
        self.united(organisations.map(|organisation| before + organisation))
    }

    /// Documents with any of these written names, by their places in the head.
    pub(super) fn with_names(&self, names: impl Iterator<Item = usize>) -> io::Result<Bits> {
        self.united(names.map(|name| self.lexicon.count() + name))
    }

    fn united(&self, lists: impl Iterator<Item = usize>) -> io::Result<Bits> {
        let mut all = Bits::none(self.documents());
        for list in lists {
            let bytes = self.thing(Section::Lists, &self.lists_at, list)?;
            match bytes[4] {
                1 => all.or_bytes(&bytes[5..]),
                _ => each_number(&bytes[5..], |document| all.add(document)),
            }
        }
        Ok(all)
    }

    /// A document's words and key.
    pub(super) fn record(&self, document: usize) -> io::Result<Record> {
        let bytes = self.thing(Section::Records, &self.records_at, document)?;
        let own = bytes.get(4..6).ok_or_else(damaged)?;
        let words_from = 6 + usize::from(u16::from_le_bytes([own[0], own[1]]));
        if words_from > bytes.len() {
            return Err(damaged());
        }
        Ok(Record {
            bytes,
            words_from,
            word_bytes: word_bytes(self.lexicon.count()),
        })
    }

    pub(super) fn sessions(&self) -> &[SessionFacts] {
        &self.head.sessions
    }

    pub(super) fn organisations(&self) -> &[String] {
        &self.head.organisations
    }

    /// The written names of responsible organisations.
    pub(super) fn names(&self) -> &[KnownName] {
        self.names
            .get_or_init(|| self.head.names.iter().map(|name| KnownName::of(name)).collect())
    }

    /// The place of a document's session in [`Segment::sessions`].
    pub(super) fn session_of(&self, document: usize) -> usize {
        usize::from(self.session[document])
    }

    /// The documents of the session with this id.
    pub(super) fn documents_of(&self, session: &str) -> Range<usize> {
        let id = |session: &u16| self.head.sessions[usize::from(*session)].id.0.as_str();
        match self.by_id.binary_search_by(|other| id(other).cmp(session)) {
            Ok(place) => {
                let session = usize::from(self.by_id[place]);
                self.first_of[session] as usize..self.first_of[session + 1] as usize
            }
            Err(_) => 0..0,
        }
    }

    pub(super) fn has_status(&self, document: usize, status: Status) -> bool {
        Status::ALL.get(usize::from(self.status[document])) == Some(&status)
    }

    /// Whether it is open and late on a day.
    pub(super) fn is_overdue(&self, document: usize, today: i32) -> bool {
        let late_from = self.late_from[document];
        late_from != NO_DAY && late_from <= today && self.has_status(document, Status::Open)
    }

    /// Its documents in an order.
    pub(super) fn in_order(&self, order: Order) -> &[u16] {
        match order {
            Order::Session => &self.orders[0],
            Order::Pressing => &self.orders[1],
        }
    }

    /// Where a document stands in an order.
    pub(super) fn place(&self, order: Order, document: usize) -> Place<'_> {
        let session = &self.head.sessions[self.session_of(document)];
        Place::new(order, session, self.due[document], self.position[document])
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|four| u32::from_le_bytes(*four))
        .collect()
}

fn shorts(bytes: &[u8]) -> Vec<u16> {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|two| u16::from_le_bytes(*two))
        .collect()
}

/// Calls `take` with each document of a list of distances.
fn each_number(bytes: &[u8], mut take: impl FnMut(usize)) {
    let (mut next, mut distance, mut shift) = (0usize, 0usize, 0u32);
    for byte in bytes {
        distance |= usize::from(byte & 0x7F) << shift.min(31);
        shift += 7;
        if byte & 0x80 == 0 {
            take(next + distance);
            next += distance + 1;
            (distance, shift) = (0, 0);
        }
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(windows)]
fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    let mut done = 0;
    while done < bytes.len() {
        match std::os::windows::fs::FileExt::seek_read(file, &mut bytes[done..], at + done as u64)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => done += read,
        }
    }
    Ok(())
}

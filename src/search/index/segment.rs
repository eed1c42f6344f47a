//! A segment as it lies on the disk: small parts in memory, lists and records read when asked for. Does not know
//! filters.

use super::bits::Bits;
use super::build::{DocumentColumns, word_bytes};
use super::document::{NO_DAY, Order, SessionFacts, SortKey};
use super::file::{LENGTH_BITS, MAGIC, ONLY_ONE, SHORT, SegmentHead, SegmentSection, TRAILER_BYTES};
use super::lexicon::Lexicon;
use super::words::WordNumbers;
use crate::domain::names::core_name;
use crate::domain::resolution::Status;
use crate::text::fold;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// An open segment.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) path: PathBuf,
    file: File,
    head: SegmentHead,
    pub(super) lexicon: Lexicon,
    session: Vec<u32>,
    pub(super) due: Vec<i32>,
    late_from: Vec<i32>,
    position: Vec<u32>,
    status: Vec<u8>,
    pub(super) by_session: Vec<u32>,
    lists_at: Vec<u64>,
    short_lists: Vec<u8>,
    records_at: Vec<u64>,
    /// Sessions in the order of their ids.
    by_id: Vec<u32>,
    /// Where each session's documents begin in `by_session`, and how many there are.
    of_session: Vec<(u32, u32)>,
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
pub(super) struct SegmentRecord {
    bytes: Vec<u8>,
    words_from: usize,
    word_bytes: usize,
}

impl SegmentRecord {
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
        let file = File::open(path)?;
        let head = read_head(&file)?;
        let documents = head.documents;
        let section = |section| section_of(&file, &head, section);
        let letters = String::from_utf8(section(SegmentSection::Lexicon)?).map_err(|_| damaged())?;
        let lexicon = Lexicon::read(letters, numbers(&section(SegmentSection::Ends)?));
        let columns = section(SegmentSection::DocumentColumns)?;
        let by_session = numbers(&section(SegmentSection::BySession)?);
        if columns.len() != documents * 17 || by_session.len() != documents {
            return Err(damaged());
        }
        let mut four = columns[..documents * 16].chunks_exact((documents * 4).max(1));
        let mut next = || numbers(four.next().unwrap_or_default());
        let signed = |column: Vec<u32>| column.into_iter().map(u32::cast_signed).collect();
        let mut segment = Segment {
            path: path.to_owned(),
            session: next(),
            due: signed(next()),
            late_from: signed(next()),
            position: next(),
            status: columns[documents * 16..].to_vec(),
            by_session,
            lists_at: places(&section(SegmentSection::ListsAt)?),
            short_lists: section(SegmentSection::ShortLists)?,
            records_at: places(&section(SegmentSection::RecordsAt)?),
            lexicon,
            by_id: Vec::new(),
            of_session: Vec::new(),
            names: OnceLock::new(),
            file,
            head,
        };
        segment.find_sessions()?;
        Ok(segment)
    }

    fn find_sessions(&mut self) -> io::Result<()> {
        let sessions = &self.head.sessions;
        self.by_id = (0..sessions.len() as u32).collect();
        self.by_id
            .sort_by_key(|session| &sessions[*session as usize].id.0);
        self.of_session = vec![(0, 0); sessions.len()];
        for (place, document) in self.by_session.iter().enumerate() {
            let session = self.session.get(*document as usize).ok_or_else(damaged)?;
            let own = self.of_session.get_mut(*session as usize).ok_or_else(damaged)?;
            *own = match own.1 {
                0 => (place as u32, 1),
                count => (own.0, count + 1),
            };
        }
        Ok(())
    }

    /// A thing of a pile.
    fn thing(&self, section: SegmentSection, place: u64) -> io::Result<Vec<u8>> {
        let (base, whole, _) = self
            .head
            .sections
            .get(section as usize)
            .copied()
            .ok_or_else(damaged)?;
        let (at, length) = (place >> LENGTH_BITS, length_of(place) as u64);
        if length <= 4 || at + length > whole {
            return Err(damaged());
        }
        let mut bytes = vec![0; length as usize];
        read_at(&self.file, &mut bytes, base + at)?;
        let sum = bytes.first_chunk().map(|sum| u32::from_le_bytes(*sum));
        if sum == Some(crc32c::crc32c(&bytes[4..])) {
            Ok(bytes)
        } else {
            Err(damaged())
        }
    }

    /// How many documents it has.
    pub(super) fn documents(&self) -> usize {
        self.head.documents
    }

    /// How many of the first documents are open ones; all others are not.
    pub(super) fn open_documents(&self) -> usize {
        self.head.open
    }

    /// Whether reading the lists of these words costs more than `most`: bytes, and something for each reading.
    pub(super) fn costs_more(&self, words: &WordNumbers, most: usize) -> bool {
        let mut cost = 0;
        words.any(|word| {
            cost += match self.lists_at.get(word) {
                Some(place) if place & (ONLY_ONE | SHORT) == 0 => length_of(*place) + 150,
                _ => 8,
            };
            cost > most
        })
    }

    /// Documents below `scope` with any of these words.
    pub(super) fn with_words(&self, words: &WordNumbers, scope: usize) -> io::Result<Bits> {
        let mut all = Bits::none(scope);
        let mut error = None;
        words.any(|word| match self.add_list(word, &mut all) {
            Ok(()) => false,
            Err(found) => {
                error = Some(found);
                true
            }
        });
        error.map_or(Ok(all), Err)
    }

    /// Documents below `scope` with any of these responsible organisations, by their places in the head.
    pub(super) fn with_organisations(
        &self,
        organisations: impl Iterator<Item = usize>,
        scope: usize,
    ) -> io::Result<Bits> {
        let before = self.head.names.len();
        self.with_names(organisations.map(|organisation| before + organisation), scope)
    }

    /// Documents below `scope` with any of these written names, by their places in the head.
    pub(super) fn with_names(&self, names: impl Iterator<Item = usize>, scope: usize) -> io::Result<Bits> {
        let mut all = Bits::none(scope);
        for name in names {
            self.add_list(self.lexicon.count() + name, &mut all)?;
        }
        Ok(all)
    }

    fn add_list(&self, list: usize, to: &mut Bits) -> io::Result<()> {
        let mut bytes = Vec::new();
        match self.list(list, &mut bytes)? {
            List::One(document) => to.add(document),
            List::Bits(bits) => to.or_bytes(bits),
            List::Distances(distances) => each_number(distances, |document| {
                to.add(document);
                document < to.length()
            }),
        }
        Ok(())
    }

    /// Calls `take` with each document of a list: of a word, of a written name behind all words, or of a known one
    /// behind those.
    pub(super) fn each_of_list(&self, list: usize, mut take: impl FnMut(usize)) -> io::Result<()> {
        let mut bytes = Vec::new();
        match self.list(list, &mut bytes)? {
            List::One(document) => take(document),
            List::Bits(bits) => {
                let mut all = Bits::none(self.documents());
                all.or_bytes(bits);
                all.iter().for_each(take);
            }
            List::Distances(distances) => each_number(distances, |document| {
                take(document);
                true
            }),
        }
        Ok(())
    }

    /// A list, read into `bytes` where it is not in memory.
    fn list<'a>(&'a self, list: usize, bytes: &'a mut Vec<u8>) -> io::Result<List<'a>> {
        let place = *self.lists_at.get(list).ok_or_else(damaged)?;
        if place & ONLY_ONE != 0 {
            return Ok(List::One(place as u32 as usize));
        }
        let list = if place & SHORT != 0 {
            let at = ((place & !SHORT) >> LENGTH_BITS) as usize;
            self.short_lists.get(at..at + length_of(place))
        } else {
            *bytes = self.thing(SegmentSection::Lists, place)?;
            bytes.get(4..)
        };
        match list.and_then(<[u8]>::split_first).ok_or_else(damaged)? {
            (1, bits) => Ok(List::Bits(bits)),
            (_, distances) => Ok(List::Distances(distances)),
        }
    }

    /// A document's words and key.
    pub(super) fn record(&self, document: usize) -> io::Result<SegmentRecord> {
        let place = *self.records_at.get(document).ok_or_else(damaged)?;
        let bytes = self.thing(SegmentSection::Records, place)?;
        let own = bytes.get(4..6).ok_or_else(damaged)?;
        let words_from = 6 + usize::from(u16::from_le_bytes([own[0], own[1]]));
        if words_from > bytes.len() {
            return Err(damaged());
        }
        Ok(SegmentRecord {
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

    pub(super) fn written_names(&self) -> &[String] {
        &self.head.names
    }

    /// The place of a document's session in [`Segment::sessions`].
    pub(super) fn session_of(&self, document: usize) -> usize {
        self.session[document] as usize
    }

    /// The documents of the session with this id, in the order of their places.
    pub(super) fn documents_of(&self, session: &str) -> &[u32] {
        let id = |session: &u32| self.head.sessions[*session as usize].id.0.as_str();
        let Ok(place) = self.by_id.binary_search_by(|other| id(other).cmp(session)) else {
            return &[];
        };
        let (first, count) = self.of_session[self.by_id[place] as usize];
        self.by_session
            .get(first as usize..(first + count) as usize)
            .unwrap_or_default()
    }

    pub(super) fn columns(&self, document: usize) -> DocumentColumns {
        DocumentColumns {
            session: self.session[document],
            due: self.due[document],
            late_from: self.late_from[document],
            position: self.position[document],
            status: self.status[document],
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

    /// Where a document stands in an order.
    pub(super) fn place(&self, order: Order, document: usize) -> SortKey<'_> {
        let session = &self.head.sessions[self.session_of(document)];
        SortKey::new(order, session, self.due[document], self.position[document])
    }
}

/// The documents of a word or name.
enum List<'a> {
    One(usize),
    Bits(&'a [u8]),
    Distances(&'a [u8]),
}

/// The length of the thing at a place, in bytes.
fn length_of(place: u64) -> usize {
    (place & ((1 << LENGTH_BITS) - 1)) as usize
}

fn read_head(file: &File) -> io::Result<SegmentHead> {
    let length = file.metadata()?.len();
    let (mut magic, mut trailer) = ([0; 8], [0; 8]);
    read_at(file, &mut magic, 0)?;
    let behind = length.checked_sub(TRAILER_BYTES).ok_or_else(damaged)?;
    read_at(file, &mut trailer, behind)?;
    let [a, b, c, d, sum @ ..] = trailer;
    let own = u64::from(u32::from_le_bytes([a, b, c, d]));
    let at = behind.checked_sub(own).ok_or_else(damaged)?;
    let mut head = vec![0; own as usize];
    read_at(file, &mut head, at)?;
    if magic != *MAGIC || crc32c::crc32c(&head) != u32::from_le_bytes(sum) {
        return Err(damaged());
    }
    let head: SegmentHead = serde_json::from_slice(&head)?;
    let is_inside =
        |(at, length, _): &(u64, u64, u32)| at.checked_add(*length).is_some_and(|end| end <= behind);
    if head.sections.iter().all(is_inside) && head.open <= head.documents {
        Ok(head)
    } else {
        Err(damaged())
    }
}

fn section_of(file: &File, head: &SegmentHead, section: SegmentSection) -> io::Result<Vec<u8>> {
    let (at, length, sum) = head.sections.get(section as usize).copied().ok_or_else(damaged)?;
    let mut bytes = vec![0; length as usize];
    read_at(file, &mut bytes, at)?;
    if crc32c::crc32c(&bytes) == sum {
        Ok(bytes)
    } else {
        Err(damaged())
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let fours = bytes.as_chunks().0.iter();
    fours.map(|four| u32::from_le_bytes(*four)).collect()
}

fn places(bytes: &[u8]) -> Vec<u64> {
    let eights = bytes.as_chunks().0.iter();
    eights.map(|eight| u64::from_le_bytes(*eight)).collect()
}

/// Calls `take` with each document of a list of distances, as long as it wants more.
fn each_number(bytes: &[u8], mut take: impl FnMut(usize) -> bool) {
    let (mut next, mut distance, mut shift) = (0usize, 0usize, 0u32);
    for byte in bytes {
        distance |= usize::from(byte & 0x7F) << shift.min(31);
        shift += 7;
        if byte & 0x80 == 0 {
            if !take(next + distance) {
                return;
            }
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

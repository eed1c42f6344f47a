//! A segment's file as it is written, from its start to its end. Does not know what the sections mean.
//!
//! ```text
//! MAGIC (8 bytes), sections, head (JSON), length and CRC32C of the head (4 bytes each)
//! ```
//! The head says where each section lies. Numbers are little-endian. Each list of documents and each record has its
//! own checksum, since they are read one by one.

use super::bits::Bits;
use super::document::SessionFacts;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What a segment's file begins with.
pub(super) const MAGIC: &[u8; 8] = b"dabirix4";

/// Length and checksum of the head.
pub(super) const TRAILER_BYTES: u64 = 8;

/// In the place of a list: its only document, in the lower half.
pub(super) const ONLY_ONE: u64 = 1 << 63;

/// In the place of a list: it is a short one, and the place is that in the section of these.
pub(super) const SHORT: u64 = 1 << 62;

/// Lists of so many bytes are short: words that are seldom written have them, and letters that are typed stand in
/// thousands of such words. They are kept in memory, as their places are.
const SHORT_BYTES: usize = 48;

/// How many of a place's lower bits are the length of the thing.
pub(super) const LENGTH_BITS: u32 = 24;

/// The head of a segment's file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct SegmentHead {
    pub(super) documents: usize,
    /// The first so many documents are open.
    pub(super) open: usize,
    pub(super) sessions: Vec<SessionFacts>,
    /// Written names of responsible organisations.
    pub(super) names: Vec<String>,
    /// Ids of known ones.
    pub(super) organisations: Vec<String>,
    /// Where each section begins in the file, how long it is, and its CRC32C (0 for those with checksums inside).
    pub(super) sections: Vec<(u64, u64, u32)>,
}

/// The sections in their order.
#[derive(Clone, Copy)]
pub(super) enum SegmentSection {
    Lists,
    ListsAt,
    Records,
    RecordsAt,
    ShortLists,
    Lexicon,
    Ends,
    /// Session, due, late from, position (4 bytes each), status (1 byte): one column after another.
    DocumentColumns,
    /// Documents in the order of sessions (4 bytes each).
    BySession,
}

/// A new file that only its owner may read, in place of what was there.
fn private_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A file in the writing.
pub(super) struct SegmentFile {
    out: BufWriter<File>,
    at: u64,
    sections: Vec<(u64, u64, u32)>,
    /// Places of the things of the pile that is being written.
    places: Vec<u64>,
    pile_at: u64,
    short: Vec<u8>,
}

impl SegmentFile {
    pub(super) fn begin(path: &Path) -> io::Result<SegmentFile> {
        let mut out = BufWriter::with_capacity(1 << 18, private_file(path)?);
        out.write_all(MAGIC)?;
        let at = MAGIC.len() as u64;
        Ok(SegmentFile {
            out,
            at,
            sections: Vec::new(),
            places: Vec::new(),
            pile_at: at,
            short: Vec::new(),
        })
    }

    /// Writes a section that is read whole.
    pub(super) fn section(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sections
            .push((self.at, bytes.len() as u64, crc32c::crc32c(bytes)));
        self.at += bytes.len() as u64;
        self.pile_at = self.at;
        self.out.write_all(bytes)
    }

    /// Writes one thing of the pile that comes next: its sum and its bytes.
    pub(super) fn thing(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = bytes.len() as u64 + 4;
        if length >> LENGTH_BITS > 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.places.push((self.at - self.pile_at) << LENGTH_BITS | length);
        self.at += length;
        self.out.write_all(&crc32c::crc32c(bytes).to_le_bytes())?;
        self.out.write_all(bytes)
    }

    /// Writes a list of documents, ascending: as bits or, where that is shorter, as distances. A single one is kept
    /// in the list's place.
    pub(super) fn list(&mut self, list: &[u32], documents: usize) -> io::Result<()> {
        if let [document] = list {
            self.places.push(ONLY_ONE | u64::from(*document));
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(list.len() + 1);
        if list.len() > documents / 8 {
            let mut bits = Bits::none(documents);
            list.iter().for_each(|document| bits.add(*document as usize));
            bytes.push(1);
            bytes.extend(bits.bytes());
        } else {
            bytes.push(0);
            let mut next = 0;
            for document in list {
                push_number(&mut bytes, document - next);
                next = document + 1;
            }
        }
        if bytes.len() > SHORT_BYTES {
            return self.thing(&bytes);
        }
        let place = (self.short.len() as u64) << LENGTH_BITS | bytes.len() as u64;
        self.places.push(SHORT | place);
        self.short.extend(&bytes);
        Ok(())
    }

    /// Writes the short lists, when all lists were given.
    pub(super) fn short_lists(&mut self) -> io::Result<()> {
        let short = std::mem::take(&mut self.short);
        self.section(&short)
    }

    /// Ends a pile: its section, and behind it the places of its things.
    pub(super) fn end_pile(&mut self) -> io::Result<()> {
        self.sections.push((self.pile_at, self.at - self.pile_at, 0));
        let places = std::mem::take(&mut self.places);
        let bytes: Vec<u8> = places.iter().flat_map(|place| place.to_le_bytes()).collect();
        self.section(&bytes)
    }

    /// Writes the head, and waits for the disk.
    pub(super) fn end(mut self, mut head: SegmentHead) -> io::Result<()> {
        head.sections = self.sections;
        let head = serde_json::to_vec(&head)?;
        let length = u32::try_from(head.len()).map_err(io::Error::other)?;
        self.out.write_all(&head)?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(&crc32c::crc32c(&head).to_le_bytes())?;
        self.out.into_inner()?.sync_all()
    }
}

/// Seven bits a byte, the lowest first.
fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

//! A segment made of documents and written to a file. Does not know how it is read.
//!
//! ```text
//! MAGIC (8 bytes), length and CRC32C of the head (4 bytes each), head (JSON), sections
//! ```
//! The head says where each section lies. Numbers are little-endian. Each list of documents and each record has its
//! own checksum, since they are read one by one.

use super::bits::Bits;
use super::document::{Document, Order, Place, SessionFacts, number};
use super::lexicon::Lexicon;
use crate::domain::resolution::Status;
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// What a segment's file begins with.
pub(super) const MAGIC: &[u8; 8] = b"dabirix1";

/// No segment has more documents.
pub(super) const MOST_DOCUMENTS: usize = 1 << 16;

/// The head of a segment's file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) documents: usize,
    pub(super) sessions: Vec<SessionFacts>,
    /// Written names of responsible organisations.
    pub(super) names: Vec<String>,
    /// Ids of known ones.
    pub(super) organisations: Vec<String>,
    /// Where each section begins behind the head, how long it is, and its CRC32C (0 for those with checksums inside).
    pub(super) sections: Vec<(u64, u64, u32)>,
}

/// The sections in their order.
#[derive(Clone, Copy)]
pub(super) enum Section {
    Lexicon,
    Ends,
    /// Session (2 bytes), due, late from, position (4 bytes each), status (1 byte): one column after another.
    Columns,
    /// Documents in each of the two orders (2 bytes each).
    Orders,
    ListsAt,
    RecordsAt,
    Lists,
    Records,
}

/// Gathers documents for one segment.
#[derive(Debug, Default)]
pub(super) struct Builder {
    words: HashMap<Box<str>, u32>,
    documents: Vec<Pending>,
    /// Words of all documents; [`BOUNDARY`] between texts.
    text: Vec<u32>,
    sessions: Vec<SessionFacts>,
    names: BTreeMap<String, Vec<u32>>,
    organisations: BTreeMap<String, Vec<u32>>,
}

#[derive(Debug)]
struct Pending {
    own: String,
    session: usize,
    due: i32,
    late_from: i32,
    position: u32,
    status: Status,
    /// Where its words end in `Builder::text`.
    text_end: usize,
}

const BOUNDARY: u32 = u32::MAX;

impl Builder {
    /// How many documents it has.
    pub(super) fn len(&self) -> usize {
        self.documents.len()
    }

    /// Takes one in; they come in the order of their keys.
    pub(super) fn add(&mut self, document: &Document, session: &SessionFacts) {
        let place = self.documents.len() as u32;
        self.add_text(document.subject.as_deref().unwrap_or_default());
        for text in &document.texts {
            self.text.push(BOUNDARY);
            self.add_text(text);
        }
        if self.sessions.last().map(|last| &last.id) != Some(&session.id) {
            self.sessions.push(session.clone());
        }
        for (names, all) in [
            (&document.responsible, &mut self.names),
            (&document.organisations, &mut self.organisations),
        ] {
            for name in names {
                let list = all.entry(name.clone()).or_default();
                if list.last() != Some(&place) {
                    list.push(place);
                }
            }
        }
        self.documents.push(Pending {
            own: own_part(&document.key).to_owned(),
            session: self.sessions.len() - 1,
            due: number(document.due),
            late_from: number(document.late_from),
            position: document.position,
            status: document.status,
            text_end: self.text.len(),
        });
    }

    fn add_text(&mut self, text: &str) {
        let folded = fold(text);
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            let number = match self.words.get(word) {
                Some(number) => *number,
                None => {
                    let number = self.words.len() as u32;
                    self.words.insert(word.into(), number);
                    number
                }
            };
            self.text.push(number);
        }
    }

    /// Writes the segment to a new file at `path`, and waits for the disk.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn write(self, path: &Path) -> io::Result<()> {
        let documents = self.documents.len();
        let (lexicon, number_of) = numbered(&self.words);
        drop(self.words);
        let mut text = self.text;
        for word in text.iter_mut().filter(|word| **word != BOUNDARY) {
            *word = number_of[*word as usize];
        }
        let orders = orders(&self.documents, &self.sessions);
        let mut head = Head {
            documents,
            sessions: self.sessions,
            names: self.names.keys().cloned().collect(),
            organisations: self.organisations.keys().cloned().collect(),
            sections: Vec::new(),
        };
        let mut lists = lists_of_words(&self.documents, &text, lexicon.count());
        let of_names = self.names.into_values().chain(self.organisations.into_values());
        for list in of_names {
            lists.add(&list, documents);
        }
        let records = records(&self.documents, &text, lexicon.count());
        drop(text);
        let (letters, ends) = lexicon.parts();
        let sections: [(&[u8], bool); 8] = [
            (letters.as_bytes(), true),
            (&bytes_of(ends), true),
            (&columns(&self.documents), true),
            (&orders, true),
            (&bytes_of(&lists.at), true),
            (&bytes_of(&records.at), true),
            (&lists.bytes, false),
            (&records.bytes, false),
        ];
        let mut at = 0;
        for (bytes, is_summed) in sections {
            let sum = if is_summed { crc32c::crc32c(bytes) } else { 0 };
            head.sections.push((at, bytes.len() as u64, sum));
            at += bytes.len() as u64;
        }
        let mut file = private_file(path)?;
        write_head(&mut file, &head)?;
        for (bytes, _) in sections {
            file.write_all(bytes)?;
        }
        file.sync_all()
    }
}

/// The key behind its session.
pub(super) fn own_part(key: &str) -> &str {
    key.split_once('/').map_or("", |(_, own)| own)
}

fn write_head(file: &mut File, head: &Head) -> io::Result<()> {
    let head = serde_json::to_vec(head)?;
    let length = u32::try_from(head.len()).map_err(io::Error::other)?;
    file.write_all(MAGIC)?;
    file.write_all(&length.to_le_bytes())?;
    file.write_all(&crc32c::crc32c(&head).to_le_bytes())?;
    file.write_all(&head)
}

/// A new file that only its owner may read, in place of what was there.
pub(super) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The lexicon, and for each word's number until now the one in it.
fn numbered(words: &HashMap<Box<str>, u32>) -> (Lexicon, Vec<u32>) {
    let mut sorted: Vec<(&str, u32)> = words.iter().map(|(word, number)| (&**word, *number)).collect();
    sorted.sort_unstable();
    let mut number_of = vec![0; sorted.len()];
    for (number, (_, before)) in sorted.iter().enumerate() {
        number_of[*before as usize] = number as u32;
    }
    (Lexicon::of(sorted.iter().map(|(word, _)| *word)), number_of)
}

fn bytes_of(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn columns(documents: &[Pending]) -> Vec<u8> {
    let session = documents.iter().flat_map(|d| (d.session as u16).to_le_bytes());
    let due = documents.iter().flat_map(|d| d.due.to_le_bytes());
    let late_from = documents.iter().flat_map(|d| d.late_from.to_le_bytes());
    let position = documents.iter().flat_map(|d| d.position.to_le_bytes());
    let place = |status| Status::ALL.iter().position(|other| *other == status).unwrap_or(0) as u8;
    let status = documents.iter().map(|d| place(d.status));
    session
        .chain(due)
        .chain(late_from)
        .chain(position)
        .chain(status)
        .collect()
}

fn orders(documents: &[Pending], sessions: &[SessionFacts]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(documents.len() * 4);
    for order in [Order::Session, Order::Pressing] {
        let mut sorted: Vec<usize> = (0..documents.len()).collect();
        sorted.sort_by_cached_key(|document| {
            let document = &documents[*document];
            Place::new(
                order,
                &sessions[document.session],
                document.due,
                document.position,
            )
        });
        bytes.extend(
            sorted
                .iter()
                .flat_map(|document| (*document as u16).to_le_bytes()),
        );
    }
    bytes
}

/// Things of different lengths one after another, and where each begins.
struct Pile {
    at: Vec<u32>,
    bytes: Vec<u8>,
}

impl Pile {
    fn new() -> Pile {
        Pile {
            at: vec![0],
            bytes: Vec::new(),
        }
    }

    /// Ends the thing whose bytes, behind room for the sum, have been put there.
    fn end(&mut self) {
        let start = self.at.last().map_or(0, |at| *at as usize);
        let sum = crc32c::crc32c(&self.bytes[start + 4..]);
        self.bytes[start..start + 4].copy_from_slice(&sum.to_le_bytes());
        self.at.push(self.bytes.len() as u32);
    }

    /// Adds a list of documents, ascending: as bits or, where that is shorter, as distances.
    fn add(&mut self, list: &[u32], documents: usize) {
        self.bytes.extend([0; 4]);
        if list.len() > documents / 8 {
            let mut bits = Bits::none(documents);
            list.iter().for_each(|document| bits.add(*document as usize));
            self.bytes.push(1);
            self.bytes.extend(bits.bytes());
        } else {
            self.bytes.push(0);
            let mut next = 0;
            for document in list {
                self.push_number(document - next);
                next = document + 1;
            }
        }
        self.end();
    }

    /// Seven bits a byte, the lowest first.
    fn push_number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

fn lists_of_words(documents: &[Pending], text: &[u32], words: usize) -> Pile {
    // How often each word stands, then where its list begins, then where it ends.
    let mut ends = vec![0u32; words + 1];
    for word in text.iter().filter(|word| **word != BOUNDARY) {
        ends[*word as usize + 1] += 1;
    }
    for word in 0..words {
        ends[word + 1] += ends[word];
    }
    let starts = ends.clone();
    let mut all = vec![0u32; ends[words] as usize];
    let mut from = 0;
    for (number, document) in documents.iter().enumerate() {
        for &word in text[from..document.text_end]
            .iter()
            .filter(|word| **word != BOUNDARY)
        {
            let (word, number) = (word as usize, number as u32);
            if ends[word] == starts[word] || all[ends[word] as usize - 1] != number {
                all[ends[word] as usize] = number;
                ends[word] += 1;
            }
        }
        from = document.text_end;
    }
    let mut lists = Pile::new();
    for word in 0..words {
        lists.add(&all[starts[word] as usize..ends[word] as usize], documents.len());
    }
    lists
}

/// How many bytes a word's number takes in a record. 0 there is the boundary between two texts.
pub(super) fn word_bytes(words: usize) -> usize {
    if words < usize::from(u16::MAX) { 2 } else { 3 }
}

fn records(documents: &[Pending], text: &[u32], words: usize) -> Pile {
    let mut records = Pile::new();
    let mut from = 0;
    for document in documents {
        records.bytes.extend([0; 4]);
        // Keys are short; one that is not is cut, and found by its start in no other record.
        let own = document.own.as_bytes();
        let length = own.len().min(usize::from(u16::MAX));
        records.bytes.extend((length as u16).to_le_bytes());
        records.bytes.extend(&own[..length]);
        for word in &text[from..document.text_end] {
            let code = word.wrapping_add(1);
            records.bytes.extend(&code.to_le_bytes()[..word_bytes(words)]);
        }
        records.end();
        from = document.text_end;
    }
    records
}

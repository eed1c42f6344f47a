//! A segment made of documents and written to a file. Does not know how it is read.

use super::document::{Document, NO_DAY, Order, SessionFacts, SortKey, number};
use super::file::{SegmentFile, SegmentHead};
use super::lexicon::Lexicon;
use crate::domain::resolution::Status;
use crate::text::fold;
use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::path::Path;

/// No segment is made with more documents at once; merged ones have more.
pub(super) const MOST_DOCUMENTS: usize = 1 << 16;

/// Gathers documents for one segment.
#[derive(Debug, Default)]
pub(super) struct SegmentBuilder {
    words: Interned,
    documents: Vec<Pending>,
    /// Words of all documents; [`BOUNDARY`] between texts.
    text: Vec<u32>,
    sessions: Vec<SessionFacts>,
    names: Interned,
    organisations: Interned,
}

#[derive(Debug)]
struct Pending {
    own: String,
    columns: DocumentColumns,
    /// Where its words stand in `SegmentBuilder::text`.
    words: Range<usize>,
    in_session_order: u32,
    names: Vec<u32>,
    organisations: Vec<u32>,
}

/// What every document has a number of.
#[derive(Debug, Clone, Copy)]
pub(super) struct DocumentColumns {
    pub(super) session: u32,
    pub(super) due: i32,
    pub(super) late_from: i32,
    pub(super) position: u32,
    pub(super) status: u8,
}

/// Things numbered as they come.
#[derive(Debug, Default)]
struct Interned(HashMap<Box<str>, u32>);

const BOUNDARY: u32 = u32::MAX;

impl Interned {
    fn number(&mut self, thing: &str) -> u32 {
        if let Some(number) = self.0.get(thing) {
            return *number;
        }
        let number = self.0.len() as u32;
        self.0.insert(thing.into(), number);
        number
    }

    /// In their order, each with its number.
    fn sorted(&self) -> Vec<(&str, u32)> {
        let mut sorted: Vec<(&str, u32)> = self.0.iter().map(|(word, number)| (&**word, *number)).collect();
        sorted.sort_unstable();
        sorted
    }

    fn in_order_of_numbers(self) -> Vec<String> {
        let mut all: Vec<(u32, String)> = self.0.into_iter().map(|(name, n)| (n, name.into())).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, name)| name).collect()
    }
}

impl SegmentBuilder {
    /// How many documents it has.
    pub(super) fn len(&self) -> usize {
        self.documents.len()
    }

    /// Takes one in; they come in the order of their keys.
    pub(super) fn add(&mut self, document: &Document, session: &SessionFacts) {
        let from = self.text.len();
        self.add_text(document.subject.as_deref().unwrap_or_default());
        for text in &document.texts {
            self.text.push(BOUNDARY);
            self.add_text(text);
        }
        if self.sessions.last().map(|last| &last.id) != Some(&session.id) {
            self.sessions.push(session.clone());
        }
        let status = Status::ALL.iter().position(|other| *other == document.status);
        let numbered = |names: &[String], all: &mut Interned| {
            names.iter().map(|name| all.number(name)).collect::<Vec<_>>()
        };
        self.documents.push(Pending {
            own: own_part(&document.key).to_owned(),
            columns: DocumentColumns {
                session: self.sessions.len() as u32 - 1,
                due: number(document.due),
                late_from: number(document.late_from),
                position: document.position,
                status: status.unwrap_or(0) as u8,
            },
            words: from..self.text.len(),
            in_session_order: 0,
            names: numbered(&document.responsible, &mut self.names),
            organisations: numbered(&document.organisations, &mut self.organisations),
        });
    }

    fn add_text(&mut self, text: &str) {
        let folded = fold(text);
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            self.text.push(self.words.number(word));
        }
    }

    /// Writes the segment to a new file at `path`, and waits for the disk.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn write(mut self, path: &Path) -> io::Result<()> {
        let (lexicon, number_of) = numbered(&self.words);
        drop(self.words);
        for word in self.text.iter_mut().filter(|word| **word != BOUNDARY) {
            *word = number_of[*word as usize];
        }
        let sessions = &self.sessions;
        self.documents.sort_by(|a, b| {
            let place = |document: &Pending| {
                let columns = &document.columns;
                SortKey::new(
                    Order::Session,
                    &sessions[columns.session as usize],
                    columns.due,
                    columns.position,
                )
            };
            (place(a), &a.own).cmp(&(place(b), &b.own))
        });
        (0u32..)
            .zip(&mut self.documents)
            .for_each(|(number, document)| document.in_session_order = number);
        self.documents.sort_by_key(|document| document.columns.pressing());
        let by_session = turned_round(self.documents.iter().map(|document| document.in_session_order));
        let documents = self.documents.len();
        let mut file = SegmentFile::begin(path)?;
        lists_of_words(&mut file, &self.documents, &self.text, lexicon.count())?;
        let (names, organisations) = (
            self.names.in_order_of_numbers(),
            self.organisations.in_order_of_numbers(),
        );
        let of_names = lists_of_names(names.len(), self.documents.iter().map(|d| &d.names));
        let of_known = lists_of_names(
            organisations.len(),
            self.documents.iter().map(|d| &d.organisations),
        );
        for list in of_names.into_iter().chain(of_known) {
            file.list(&list, documents)?;
        }
        file.end_pile()?;
        let mut record = Vec::new();
        for document in &self.documents {
            begin_record(&mut record, &document.own);
            for word in &self.text[document.words.clone()] {
                let code = word.wrapping_add(1);
                record.extend(&code.to_le_bytes()[..word_bytes(lexicon.count())]);
            }
            file.thing(&record)?;
        }
        file.end_pile()?;
        let columns: Vec<DocumentColumns> = self.documents.iter().map(|d| d.columns).collect();
        drop((self.documents, self.text));
        let head = SegmentHead {
            documents,
            sessions: self.sessions,
            names,
            organisations,
            ..SegmentHead::default()
        };
        write_rest(file, &lexicon, &columns, &by_session, head)
    }
}

/// Writes what comes behind lists and records.
pub(super) fn write_rest(
    mut file: SegmentFile,
    lexicon: &Lexicon,
    columns: &[DocumentColumns],
    by_session: &[u32],
    mut head: SegmentHead,
) -> io::Result<()> {
    file.short_lists()?;
    let (letters, ends) = lexicon.parts();
    file.section(letters.as_bytes())?;
    file.section(&bytes_of(ends.iter().copied()))?;
    file.section(&bytes_of_columns(columns))?;
    file.section(&bytes_of(by_session.iter().copied()))?;
    head.open = columns.iter().take_while(|columns| columns.is_open()).count();
    file.end(head)
}

impl DocumentColumns {
    pub(super) fn is_open(&self) -> bool {
        Status::ALL.get(usize::from(self.status)) == Some(&Status::Open)
    }

    /// Documents are numbered in the order of this: open ones first, the most pressing first. Those with the same
    /// stay in the order of sessions.
    pub(super) fn pressing(&self) -> (bool, bool, i32) {
        (!self.is_open(), self.due == NO_DAY, self.due)
    }
}

/// For each number where it stands.
pub(super) fn turned_round(numbers: impl ExactSizeIterator<Item = u32>) -> Vec<u32> {
    let mut places = vec![0; numbers.len()];
    for (place, number) in numbers.enumerate() {
        places[number as usize] = place as u32;
    }
    places
}

/// The key behind its session.
pub(super) fn own_part(key: &str) -> &str {
    key.split_once('/').map_or("", |(_, own)| own)
}

/// The lexicon, and for each word's number until now the one in it.
fn numbered(words: &Interned) -> (Lexicon, Vec<u32>) {
    let sorted = words.sorted();
    let mut number_of = vec![0; sorted.len()];
    for (number, (_, before)) in sorted.iter().enumerate() {
        number_of[*before as usize] = number as u32;
    }
    (Lexicon::of(sorted.iter().map(|(word, _)| *word)), number_of)
}

fn bytes_of(numbers: impl Iterator<Item = u32>) -> Vec<u8> {
    numbers.flat_map(u32::to_le_bytes).collect()
}

fn bytes_of_columns(columns: &[DocumentColumns]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(columns.len() * 17);
    bytes.extend(columns.iter().flat_map(|c| c.session.to_le_bytes()));
    bytes.extend(columns.iter().flat_map(|c| c.due.to_le_bytes()));
    bytes.extend(columns.iter().flat_map(|c| c.late_from.to_le_bytes()));
    bytes.extend(columns.iter().flat_map(|c| c.position.to_le_bytes()));
    bytes.extend(columns.iter().map(|c| c.status));
    bytes
}

fn lists_of_words(
    file: &mut SegmentFile,
    documents: &[Pending],
    text: &[u32],
    words: usize,
) -> io::Result<()> {
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
    for (number, document) in documents.iter().enumerate() {
        let words = &text[document.words.clone()];
        for &word in words.iter().filter(|word| **word != BOUNDARY) {
            let (word, number) = (word as usize, number as u32);
            if ends[word] == starts[word] || all[ends[word] as usize - 1] != number {
                all[ends[word] as usize] = number;
                ends[word] += 1;
            }
        }
    }
    for word in 0..words {
        file.list(&all[starts[word] as usize..ends[word] as usize], documents.len())?;
    }
    Ok(())
}

/// For each name the documents that have it.
pub(super) fn lists_of_names<'a>(
    names: usize,
    documents: impl Iterator<Item = &'a Vec<u32>>,
) -> Vec<Vec<u32>> {
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); names];
    for (place, own) in documents.enumerate() {
        for name in own {
            let list = &mut lists[*name as usize];
            if list.last() != Some(&(place as u32)) {
                list.push(place as u32);
            }
        }
    }
    lists
}

/// How many bytes a word's number takes in a record. 0 there is the boundary between two texts.
pub(super) fn word_bytes(words: usize) -> usize {
    if words < usize::from(u16::MAX) { 2 } else { 3 }
}

/// The beginning of a record: the end of the key, as long as keys are.
pub(super) fn begin_record(record: &mut Vec<u8>, own: &str) {
    record.clear();
    // Keys are short; one that is not is cut, and found by its start in no other record.
    let own = own.as_bytes();
    let length = own.len().min(usize::from(u16::MAX));
    record.extend((length as u16).to_le_bytes());
    record.extend(&own[..length]);
}

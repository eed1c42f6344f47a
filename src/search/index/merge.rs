//! Several segments made into one, without what is gone from them. Does not know when that is wanted, nor where the
//! documents came from.

use super::build::{DocumentColumns, begin_record, turned_round, word_bytes, write_rest};
use super::document::SessionFacts;
use super::file::{SegmentFile, SegmentHead};
use super::held::LiveSegment;
use super::lexicon::Lexicon;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::io;
use std::path::Path;

/// In the place of a new number: the document is not in the merged segment.
pub(super) const GONE: u32 = u32::MAX;

/// The numbers of words that lists of ends and records have room for.
const MOST_WORDS: usize = (1 << 24) - 2;

/// A document of one of the segments.
#[derive(Clone, Copy)]
struct SourceDocument {
    source: u32,
    document: u32,
}

/// Segments in the merging.
struct Merge<'a> {
    sources: &'a [LiveSegment],
    sessions: Vec<SessionFacts>,
    /// For each source and each of its sessions the number of the session.
    session_of: Vec<Vec<u32>>,
    /// All documents that are still valid, in the order of sessions.
    taken: Vec<SourceDocument>,
    /// Places in `taken`, in the order of the merged segment.
    order: Vec<u32>,
    /// For each source and each of its documents the new number.
    numbers: Vec<Vec<u32>>,
}

/// Writes one segment with all valid documents of the sources to `path`. Returns for each source the new numbers of
/// its documents, [`GONE`] for those left out.
///
/// # Errors
/// Where a source cannot be read or the file not be written; `Interrupted` where it is no longer wanted.
pub(super) fn merge(
    sources: &[LiveSegment],
    path: &Path,
    is_wanted: &dyn Fn() -> bool,
) -> io::Result<Vec<Vec<u32>>> {
    let merge = Merge::of(sources)?;
    let (lexicon, words) = lexicon(sources)?;
    let mut file = SegmentFile::begin(path)?;
    merge.lists_of_words(&mut file, lexicon.count(), &words, is_wanted)?;
    let names = by_name(sources.iter().map(|part| part.segment.written_names()));
    merge.lists_of_names(&mut file, &names, |_| 0)?;
    let organisations = by_name(sources.iter().map(|part| part.segment.organisations()));
    merge.lists_of_names(&mut file, &organisations, |source| {
        sources[source].segment.written_names().len()
    })?;
    file.end_pile()?;
    merge.records(&mut file, lexicon.count(), &words, is_wanted)?;
    drop(words);
    let columns: Vec<DocumentColumns> = merge.order.iter().map(|place| merge.columns(*place)).collect();
    let by_session = turned_round(merge.order.iter().copied());
    let owned = |names: BTreeMap<&str, _>| names.into_keys().map(str::to_owned).collect();
    let head = SegmentHead {
        documents: merge.order.len(),
        names: owned(names),
        organisations: owned(organisations),
        sessions: merge.sessions,
        ..SegmentHead::default()
    };
    drop((merge.taken, merge.order));
    write_rest(file, &lexicon, &columns, &by_session, head)?;
    Ok(merge.numbers)
}

impl Merge<'_> {
    fn of(sources: &[LiveSegment]) -> io::Result<Merge<'_>> {
        let (sessions, session_of) = sessions(sources);
        let mut merge = Merge {
            sources,
            sessions,
            session_of,
            taken: Vec::new(),
            order: Vec::new(),
            numbers: Vec::new(),
        };
        for (source, part) in (0u32..).zip(sources) {
            let valid = part.segment.by_session.iter().copied();
            let valid = valid.filter(|document| !part.gone.contains(*document as usize));
            merge
                .taken
                .extend(valid.map(|document| SourceDocument { source, document }));
        }
        let mut taken = std::mem::take(&mut merge.taken);
        taken.sort_by_key(|taken| merge.in_session(*taken));
        merge.by_key_where_equal(&mut taken)?;
        merge.taken = taken;
        merge.order = (0..merge.taken.len() as u32).collect();
        let mut order = std::mem::take(&mut merge.order);
        order.sort_by_key(|place| merge.columns(*place).pressing());
        merge.numbers = sources
            .iter()
            .map(|part| vec![GONE; part.segment.documents()])
            .collect();
        for (number, place) in (0u32..).zip(&order) {
            let taken = merge.taken[*place as usize];
            merge.numbers[taken.source as usize][taken.document as usize] = number;
        }
        merge.order = order;
        Ok(merge)
    }

    /// The number of its session and its place there.
    fn in_session(&self, taken: SourceDocument) -> (u32, u32) {
        let columns = self.sources[taken.source as usize]
            .segment
            .columns(taken.document as usize);
        let session = self.session_of[taken.source as usize][columns.session as usize];
        (session, columns.position)
    }

    /// Those at the same place of a session are in the order of their keys in each source, but not yet together.
    fn by_key_where_equal(&self, taken: &mut [SourceDocument]) -> io::Result<()> {
        for equal in taken.chunk_by_mut(|a, b| self.in_session(*a) == self.in_session(*b)) {
            if equal.iter().any(|taken| taken.source != equal[0].source) {
                let own = |taken: &SourceDocument| {
                    let segment = &self.sources[taken.source as usize].segment;
                    segment
                        .record(taken.document as usize)
                        .map(|record| record.own().to_owned())
                };
                let keys: Vec<String> = equal.iter().map(own).collect::<io::Result<_>>()?;
                let mut keyed: Vec<(String, SourceDocument)> =
                    keys.into_iter().zip(equal.iter().copied()).collect();
                keyed.sort_by(|a, b| a.0.cmp(&b.0));
                equal
                    .iter_mut()
                    .zip(keyed)
                    .for_each(|(place, (_, taken))| *place = taken);
            }
        }
        Ok(())
    }

    /// The columns of the document at a place of `taken`.
    fn columns(&self, place: u32) -> DocumentColumns {
        let taken = self.taken[place as usize];
        let columns = self.sources[taken.source as usize]
            .segment
            .columns(taken.document as usize);
        let session = self.session_of[taken.source as usize][columns.session as usize];
        DocumentColumns { session, ..columns }
    }

    fn lists_of_words(
        &self,
        file: &mut SegmentFile,
        count: usize,
        words: &[Vec<u32>],
        is_wanted: &dyn Fn() -> bool,
    ) -> io::Result<()> {
        let mut next = vec![0; self.sources.len()];
        let mut list = Vec::new();
        for word in 0..count as u32 {
            if word % 1024 == 0 {
                check(is_wanted)?;
            }
            for (source, words) in words.iter().enumerate() {
                if words.get(next[source]) == Some(&word) {
                    self.add_list(source, next[source], &mut list)?;
                    next[source] += 1;
                }
            }
            self.write_list(file, &mut list)?;
        }
        Ok(())
    }

    /// Lists of names; those of a source begin behind its words and `behind` others.
    fn lists_of_names(
        &self,
        file: &mut SegmentFile,
        names: &BTreeMap<&str, Vec<(usize, usize)>>,
        behind: impl Fn(usize) -> usize,
    ) -> io::Result<()> {
        let mut list = Vec::new();
        for places in names.values() {
            for &(source, place) in places {
                let words = self.sources[source].segment.lexicon.count();
                self.add_list(source, words + behind(source) + place, &mut list)?;
            }
            self.write_list(file, &mut list)?;
        }
        Ok(())
    }

    fn add_list(&self, source: usize, number: usize, list: &mut Vec<u32>) -> io::Result<()> {
        let numbers = &self.numbers[source];
        self.sources[source].segment.each_of_list(number, |document| {
            list.extend(numbers.get(document).copied().filter(|number| *number != GONE));
        })
    }

    fn write_list(&self, file: &mut SegmentFile, list: &mut Vec<u32>) -> io::Result<()> {
        list.sort_unstable();
        file.list(list, self.order.len())?;
        list.clear();
        Ok(())
    }

    fn records(
        &self,
        file: &mut SegmentFile,
        count: usize,
        words: &[Vec<u32>],
        is_wanted: &dyn Fn() -> bool,
    ) -> io::Result<()> {
        let mut bytes = Vec::new();
        for (number, place) in self.order.iter().enumerate() {
            if number % 1024 == 0 {
                check(is_wanted)?;
            }
            let SourceDocument { source, document } = self.taken[*place as usize];
            let record = self.sources[source as usize].segment.record(document as usize)?;
            begin_record(&mut bytes, record.own());
            let words = &words[source as usize];
            for word in record.words() {
                // A number that is too large was damaged before its sum was made.
                let code = word.and_then(|word| words.get(word)).map_or(0, |word| word + 1);
                bytes.extend(&code.to_le_bytes()[..word_bytes(count)]);
            }
            file.thing(&bytes)?;
        }
        file.end_pile()
    }
}

fn check(is_wanted: &dyn Fn() -> bool) -> io::Result<()> {
    match is_wanted() {
        true => Ok(()),
        false => Err(io::ErrorKind::Interrupted.into()),
    }
}

/// All sessions of the sources in their order, each once, and for each source the numbers of its own.
fn sessions(sources: &[LiveSegment]) -> (Vec<SessionFacts>, Vec<Vec<u32>>) {
    // A session that was changed has valid documents only where it is as it is now.
    let mut by_id: HashMap<&str, SessionFacts> = HashMap::new();
    for part in sources {
        for facts in part.segment.sessions() {
            let is_valid = |document: &u32| !part.gone.contains(*document as usize);
            if part.segment.documents_of(&facts.id.0).iter().any(is_valid) {
                let known = by_id.entry(&facts.id.0).or_insert_with(|| facts.clone());
                known.look_at_all |= facts.look_at_all;
            }
        }
    }
    let mut sessions: Vec<SessionFacts> = by_id.into_values().collect();
    sessions.sort_by(|a, b| {
        let place = |facts: &SessionFacts| (facts.date, facts.year, facts.ordinal);
        place(a).cmp(&place(b)).then_with(|| a.id.cmp(&b.id))
    });
    let numbers: HashMap<&str, u32> = sessions
        .iter()
        .map(|facts| facts.id.0.as_str())
        .zip(0..)
        .collect();
    let number = |facts: &SessionFacts| numbers.get(facts.id.0.as_str()).copied().unwrap_or_default();
    let session_of = sources
        .iter()
        .map(|part| part.segment.sessions().iter().map(number).collect())
        .collect();
    (sessions, session_of)
}

/// The lexicon of all words of the sources, and for each source the numbers of its words in it.
fn lexicon(sources: &[LiveSegment]) -> io::Result<(Lexicon, Vec<Vec<u32>>)> {
    let mut text = String::new();
    let mut words: Vec<Vec<u32>> = vec![Vec::new(); sources.len()];
    let mut heads = BinaryHeap::new();
    let push = |heads: &mut BinaryHeap<_>, source: usize, word: usize| {
        let lexicon = &sources[source].segment.lexicon;
        if word < lexicon.count() {
            heads.push(Reverse((lexicon.word(word), source, word)));
        }
    };
    (0..sources.len()).for_each(|source| push(&mut heads, source, 0));
    let (mut count, mut last) = (0, None);
    while let Some(Reverse((letters, source, word))) = heads.pop() {
        if last != Some(letters) {
            text.push_str(letters);
            text.push('\n');
            (count, last) = (count + 1, Some(letters));
        }
        words[source].push(count - 1);
        push(&mut heads, source, word + 1);
    }
    if count as usize > MOST_WORDS {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok((Lexicon::of(text.split_terminator('\n')), words))
}

/// All names, each with the sources that have it and its place there.
fn by_name<'a>(of_sources: impl Iterator<Item = &'a [String]>) -> BTreeMap<&'a str, Vec<(usize, usize)>> {
    let mut all: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for (source, names) in of_sources.enumerate() {
        for (place, name) in names.iter().enumerate() {
            all.entry(name).or_default().push((source, place));
        }
    }
    all
}

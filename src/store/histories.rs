//! What a journal says of each record over time, and what sled has of it at the end, held against each other without
//! keeping all of it in memory.
//!
//! It does not know journal or sled; it is told what they say, each record by its weight. What is said is parted by the
//! records' places, and each part is judged by itself; what is much lies in a file without a name meanwhile.

use super::{Tree, held::weight_of};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// How many parts there are. One part of them is in memory at a time.
const PARTS: usize = 64;
/// How many things said are kept of each part before they go to the file.
const IN_CHUNK: usize = 256;
const SAID_BYTES: usize = 48;
/// The number of what sled says: it comes behind every entry.
const AT_THE_END: u64 = u64::MAX;

/// A record's place: the beginning of SHA-256 over its tree and key.
pub(super) type HashedPlace = [u8; 16];

/// The place of the record under `key`.
pub(super) fn hashed_place(tree: Tree, key: &[u8]) -> HashedPlace {
    let hash = Sha256::new()
        .chain_update(tree.name())
        .chain_update("/")
        .chain_update(key);
    let hash: [u8; 32] = hash.finalize().into();
    let mut place = HashedPlace::default();
    place.copy_from_slice(&hash[..16]);
    place
}

/// A change, by the number of its entry and its place among the changes of that, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ChangePlace {
    pub(super) seq: u64,
    pub(super) index: u32,
}

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HistoryFault {
    /// The change says that the record was otherwise before than the change before it left it.
    Before(ChangePlace),
    /// sled has another record than this change, the last of its record, left, or none, or one that it took away.
    Differs(ChangePlace),
    /// sled has a record that no change made.
    OfNobody(HashedPlace),
}

/// What was said of one record at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct SaidOfRecord {
    place: HashedPlace,
    change: ChangePlace,
    before: Option<u64>,
    after: Option<u64>,
}

/// Everything that was said.
pub(super) struct Histories {
    parts: Vec<HistoryPart>,
    folder: PathBuf,
    /// Where chunks go, once there are some; none where no file can be had or written.
    file: Option<File>,
    is_in_memory: bool,
    length_byte: u64,
}

#[derive(Default)]
struct HistoryPart {
    open: Vec<u8>,
    chunks: Vec<Chunk>,
}

enum Chunk {
    InFile(u64),
    InMemory(Vec<u8>),
}

impl Histories {
    /// Nothing was said yet. What is much will lie in `folder`, or in memory where that cannot be.
    pub(super) fn in_folder(folder: &Path) -> Histories {
        Histories {
            parts: (0..PARTS).map(|_| HistoryPart::default()).collect(),
            folder: folder.to_owned(),
            file: None,
            is_in_memory: false,
            length_byte: 0,
        }
    }

    /// A change of the journal says what the record was and became.
    pub(super) fn change(
        &mut self,
        change: ChangePlace,
        (tree, key): (Tree, &str),
        before: Option<&str>,
        after: Option<&str>,
    ) {
        let weigh = |record: &str| weight_of(key.as_bytes(), record.as_bytes());
        self.add(SaidOfRecord {
            place: hashed_place(tree, key.as_bytes()),
            change,
            before: before.map(weigh),
            after: after.map(weigh),
        });
    }

    /// sled has a record of this weight.
    pub(super) fn in_sled(&mut self, place: HashedPlace, weight: u64) {
        self.add(SaidOfRecord {
            place,
            change: ChangePlace {
                seq: AT_THE_END,
                index: 0,
            },
            before: Some(weight),
            after: None,
        });
    }

    fn add(&mut self, said: SaidOfRecord) {
        let part = &mut self.parts[usize::from(said.place[0]) % PARTS];
        part.open.extend_from_slice(&said.to_bytes());
        if part.open.len() < IN_CHUNK * SAID_BYTES {
            return;
        }
        let chunk = std::mem::take(&mut part.open);
        let kept = self.put_away(chunk);
        self.parts[usize::from(said.place[0]) % PARTS].chunks.push(kept);
    }

    fn put_away(&mut self, chunk: Vec<u8>) -> Chunk {
        if !self.is_in_memory && self.file.is_none() {
            self.file = tempfile::tempfile_in(&self.folder).ok();
        }
        let written = match self.file.as_mut() {
            Some(file) if !self.is_in_memory => file.write_all(&chunk),
            _ => Err(io::ErrorKind::NotFound.into()),
        };
        match written {
            Ok(()) => {
                let start = self.length_byte;
                self.length_byte += chunk.len() as u64;
                Chunk::InFile(start)
            }
            Err(error) => {
                // A disk that is full or read-only is checked all the same.
                tracing::debug!(%error, "what is said of records stays in memory");
                self.is_in_memory = true;
                Chunk::InMemory(chunk)
            }
        }
    }

    /// Gives everything that does not fit, in no order.
    ///
    /// # Errors
    /// Where the file cannot be read back.
    pub(super) fn judge(mut self, fault: &mut dyn FnMut(HistoryFault)) -> io::Result<()> {
        for part in std::mem::take(&mut self.parts) {
            let mut said = self.read_back(part)?;
            said.sort_unstable();
            for of_record in said.chunk_by(|one, next| one.place == next.place) {
                judge_record(of_record, fault);
            }
        }
        Ok(())
    }

    fn read_back(&mut self, part: HistoryPart) -> io::Result<Vec<SaidOfRecord>> {
        let mut said = Vec::with_capacity((part.chunks.len() + 1) * IN_CHUNK);
        let mut take =
            |bytes: &[u8]| said.extend(bytes.chunks_exact(SAID_BYTES).map(SaidOfRecord::from_bytes));
        let mut bytes = vec![0; IN_CHUNK * SAID_BYTES];
        for chunk in &part.chunks {
            match (chunk, self.file.as_mut()) {
                (Chunk::InMemory(bytes), _) => take(bytes),
                (Chunk::InFile(start), Some(file)) => {
                    file.seek(SeekFrom::Start(*start))?;
                    file.read_exact(&mut bytes)?;
                    take(&bytes);
                }
                (Chunk::InFile(_), None) => return Err(io::ErrorKind::NotFound.into()),
            }
        }
        take(&part.open);
        Ok(said)
    }
}

/// Judges what was said of one record, in the order of the entries.
fn judge_record(said: &[SaidOfRecord], fault: &mut dyn FnMut(HistoryFault)) {
    let mut last: Option<&SaidOfRecord> = None;
    let mut is_in_sled = false;
    for one in said {
        let left = last.and_then(|last| last.after);
        is_in_sled = one.change.seq == AT_THE_END;
        match (one.before == left, is_in_sled, last) {
            (true, ..) => {}
            (false, false, _) => fault(HistoryFault::Before(one.change)),
            (false, true, Some(last)) => fault(HistoryFault::Differs(last.change)),
            (false, true, None) => fault(HistoryFault::OfNobody(one.place)),
        }
        if !is_in_sled {
            last = Some(one);
        }
    }
    if let Some(last) = last.filter(|last| !is_in_sled && last.after.is_some()) {
        fault(HistoryFault::Differs(last.change));
    }
}

impl SaidOfRecord {
    fn to_bytes(self) -> [u8; SAID_BYTES] {
        let SaidOfRecord {
            place,
            change: ChangePlace { seq, index },
            before,
            after,
        } = self;
        let there = u32::from(before.is_some()) | (u32::from(after.is_some()) << 1);
        let mut bytes = [0; SAID_BYTES];
        bytes[..16].copy_from_slice(&place);
        bytes[16..24].copy_from_slice(&seq.to_le_bytes());
        bytes[24..28].copy_from_slice(&index.to_le_bytes());
        bytes[28..32].copy_from_slice(&there.to_le_bytes());
        bytes[32..40].copy_from_slice(&before.unwrap_or_default().to_le_bytes());
        bytes[40..].copy_from_slice(&after.unwrap_or_default().to_le_bytes());
        bytes
    }

    /// `bytes` are as many as a thing said has.
    fn from_bytes(bytes: &[u8]) -> SaidOfRecord {
        let long = |at: usize| {
            let mut number = [0; 8];
            number.copy_from_slice(&bytes[at..at + 8]);
            u64::from_le_bytes(number)
        };
        let mut place = HashedPlace::default();
        place.copy_from_slice(&bytes[..16]);
        // Two numbers of four bytes; the first is the lower half.
        let (index, there) = (long(24) as u32, long(24) >> 32);
        SaidOfRecord {
            place,
            change: ChangePlace { seq: long(16), index },
            before: (there & 1 != 0).then(|| long(32)),
            after: (there & 2 != 0).then(|| long(40)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn judged(histories: Histories) -> Vec<HistoryFault> {
        let mut faults = Vec::new();
        histories.judge(&mut |fault| faults.push(fault)).unwrap();
        faults
    }

    fn place(seq: u64) -> ChangePlace {
        ChangePlace { seq, index: 0 }
    }

    fn put(histories: &mut Histories, key: &str, record: &str) {
        let weight = weight_of(key.as_bytes(), record.as_bytes());
        histories.in_sled(hashed_place(Tree::Notes, key.as_bytes()), weight);
    }

    /// What a plain map of all records says of the same changes and the same sled.
    fn plainly(
        changes: &[(u8, Option<u8>, Option<u8>)],
        sled: &BTreeMap<u8, u8>,
    ) -> (BTreeSet<u64>, BTreeSet<u8>) {
        let mut now: BTreeMap<u8, u8> = BTreeMap::new();
        let mut wrong = BTreeSet::new();
        for (seq, (key, before, after)) in (1..).zip(changes) {
            let found = match after {
                Some(after) => now.insert(*key, *after),
                None => now.remove(key),
            };
            if found != *before {
                wrong.insert(seq);
            }
        }
        let keys: BTreeSet<u8> = now.keys().chain(sled.keys()).copied().collect();
        let differing = keys.into_iter().filter(|key| now.get(key) != sled.get(key));
        (wrong, differing.collect())
    }

    proptest! {
        #[test]
        fn everything_is_found_that_a_map_of_all_records_finds(
            changes in proptest::collection::vec((0u8..6, proptest::option::of(0u8..3), proptest::option::of(0u8..3)), 0..40),
            sled in proptest::collection::btree_map(0u8..6, 0u8..3, 0..6),
        ) {
            let mut histories = Histories::in_folder(Path::new("no such folder"));
            let text = |number: u8| number.to_string();
            for (seq, (key, before, after)) in (1..).zip(&changes) {
                let (before, after) = (before.map(text), after.map(text));
                histories.change(place(seq), (Tree::Notes, &text(*key)), before.as_deref(), after.as_deref());
            }
            sled.iter().for_each(|(key, record)| put(&mut histories, &text(*key), &text(*record)));
            let (wrong, differing) = plainly(&changes, &sled);
            let (mut found_wrong, mut found_differing) = (BTreeSet::new(), BTreeSet::new());
            for fault in judged(histories) {
                match fault {
                    HistoryFault::Before(change) => prop_assert!(found_wrong.insert(change.seq)),
                    HistoryFault::Differs(change) => {
                        let place = usize::try_from(change.seq).unwrap() - 1;
                        prop_assert!(found_differing.insert(changes[place].0));
                    }
                    HistoryFault::OfNobody(place) => {
                        let is_it = |key: &u8| hashed_place(Tree::Notes, text(*key).as_bytes()) == place;
                        let key = (0u8..6).find(is_it).unwrap();
                        prop_assert!(found_differing.insert(key));
                    }
                }
            }
            prop_assert_eq!((found_wrong, found_differing), (wrong, differing));
        }
    }

    #[test]
    fn much_lies_in_a_file_and_in_memory_where_none_can_be_had_and_reads_back_the_same() {
        let home = tempfile::tempdir().unwrap();
        for folder in [home.path().to_owned(), home.path().join("none")] {
            let mut histories = Histories::in_folder(&folder);
            let keys: Vec<String> = (0..3 * PARTS * IN_CHUNK).map(|key| key.to_string()).collect();
            for (seq, key) in (1..).zip(&keys) {
                histories.change(place(seq), (Tree::Notes, key), None, Some("record"));
                if seq != 7 {
                    put(&mut histories, key, "record");
                }
            }
            assert_eq!(histories.file.is_some(), folder.exists());
            assert!(histories.parts.iter().all(|part| !part.chunks.is_empty()));
            assert_eq!(judged(histories), [HistoryFault::Differs(place(7))]);
        }
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    }
}

//! What can still be read of a damaged journal, and what sled can say about the rest.
//!
//! It does not know what is made of it.

use super::{
    Entry, SledFault, StoreError, Tree, drafts,
    drafts::Draft,
    frame::{self, Hash, JournalHead},
    held::Checkpoint,
    lines::Lines,
    sled_copy::SledCopy,
};
use serde_json::value::RawValue;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufReader, ErrorKind},
    path::Path,
};

/// Where a record lives.
pub(super) type RecordPlace = (Tree, String);

/// Records by their places.
pub(super) type Records = BTreeMap<RecordPlace, Box<RawValue>>;

/// The readable entries of a journal, in the order of their numbers, each number once.
#[derive(Debug, Default)]
pub(super) struct Salvage {
    pub(super) head: Option<JournalHead>,
    pub(super) lines: Vec<SalvagedLine>,
    /// How many unreadable lines stand behind the last readable one.
    pub(super) bad_at_end: u64,
    /// The last line has no line end and cannot be read.
    pub(super) is_torn: bool,
}

/// One readable entry. Its JSON is kept as it stood, so that nothing of it changes by being copied.
#[derive(Debug)]
pub(super) struct SalvagedLine {
    /// The first number that the entry stands for: `seq`, or the beginning of a gap that an earlier mending left.
    pub(super) first: u64,
    pub(super) seq: u64,
    /// The hash of the body.
    pub(super) hash: Hash,
    json: String,
}

impl SalvagedLine {
    /// The entry.
    pub(super) fn entry(&self) -> Result<Entry, StoreError> {
        serde_json::from_str(&self.json).map_err(|error| StoreError::NotARecord {
            why: error.to_string(),
        })
    }

    pub(super) fn json(&self) -> &str {
        &self.json
    }
}

/// Reads whatever is readable of the journal at `path`; nothing where there is no file.
pub(super) fn salvage(path: &Path) -> Result<Salvage, StoreError> {
    let mut found = Salvage::default();
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
        file => file.map_err(StoreError::io(path))?,
    };
    let mut lines = Lines::new(BufReader::with_capacity(1 << 20, file), path, 0);
    while let Some(line) = lines.next_line()? {
        if found.head.is_none() && found.lines.is_empty() {
            found.head = JournalHead::read(line);
            if found.head.is_some() {
                continue;
            }
        }
        let is_whole_line = line.ends_with(b"\n");
        if found.take(line) {
            found.bad_at_end = 0;
        } else if is_whole_line {
            found.bad_at_end += 1;
        } else {
            // Of a torn end sled knows whether anybody was told that it is saved.
            found.is_torn = true;
        }
    }
    found.lines.sort_by_key(|line| line.seq);
    found.lines.dedup_by_key(|line| line.seq);
    Ok(found)
}

impl Salvage {
    /// Takes the entries out of a line: one, or several where a line end was damaged. `false` when there is none.
    fn take(&mut self, line: &[u8]) -> bool {
        let mut at = 0;
        let mut has_entry = false;
        while at < line.len() {
            match salvaged(&line[at..]) {
                Some((salvaged, length)) => {
                    self.lines.push(salvaged);
                    has_entry = true;
                    at += length + 1;
                }
                None => at += next_possible_start(&line[at..]),
            }
        }
        has_entry
    }
}

/// An entry begins with digits; nothing else needs to be tried.
fn next_possible_start(bytes: &[u8]) -> usize {
    let in_number = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let other = bytes[in_number..]
        .iter()
        .take_while(|byte| !byte.is_ascii_digit())
        .count();
    in_number + other
}

fn salvaged(bytes: &[u8]) -> Option<(SalvagedLine, usize)> {
    let frame = frame::read(bytes)?;
    let json = std::str::from_utf8(frame.json).ok()?;
    let entry: Entry = serde_json::from_str(json)
        .ok()
        .filter(|entry: &Entry| entry.seq == frame.seq)?;
    let first = entry.gap.map_or(frame.seq, |gap| gap.from);
    let line = SalvagedLine {
        first,
        seq: frame.seq,
        hash: frame::hash(frame.body),
        json: json.to_owned(),
    };
    Some((line, frame.length))
}

/// What sled knows by itself.
pub(super) struct Witness {
    pub(super) held: Checkpoint,
    pub(super) records: Records,
    /// Whether the records are what sled has in its checkpoint. If not, some may be missing and some be old.
    pub(super) is_whole: bool,
    pub(super) drafts: Option<Vec<Draft>>,
}

/// Asks the sled in `folder`. A sled that cannot be opened or has no checkpoint knows nothing.
pub(super) fn witness(folder: &Path) -> Result<Witness, SledFault> {
    if !folder.join("db").exists() {
        return Err(SledFault::Missing);
    }
    let no_checkpoint = Checkpoint {
        store: String::new(),
        seq: 0,
        hash: [0; 32],
        tallies: Default::default(),
    };
    let sled = SledCopy::open(folder, no_checkpoint)?;
    let outcome = if sled.is_new {
        Err(SledFault::Missing)
    } else {
        question(&sled)
    };
    sled.close();
    outcome
}

fn question(sled: &SledCopy) -> Result<Witness, SledFault> {
    let mut records = Records::new();
    let mut tallies = super::held::Tallies::default();
    let mut is_whole = true;
    'trees: for tree in Tree::ALL {
        for record in sled.scan(tree, "") {
            let Ok((key, record)) = record else {
                // What was read before the damaged place still counts.
                is_whole = false;
                continue 'trees;
            };
            tallies[tree.place()].add(&key, &record);
            let text = (
                String::from_utf8(key.to_vec()).ok(),
                String::from_utf8(record.to_vec()).ok(),
            );
            if let (Some(key), Some(Ok(record))) = (text.0, text.1.map(RawValue::from_string)) {
                records.insert((tree, key), record);
            }
        }
    }
    is_whole &= tallies == sled.held.tallies;
    Ok(Witness {
        held: sled.held.clone(),
        records,
        is_whole,
        drafts: drafts::all(&sled.drafts).ok(),
    })
}

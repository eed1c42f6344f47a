//! The whole store read over: does everything that lies on the disk fit together?
//!
//! It does not mend anything.

use super::{
    Change, DamagedPlace, Entry, Gap, Store, StoreError, Tree, WrongBefore, frame, from_record,
    held::{TreeTally, weight},
    journal::{Journal, unknown_ends},
    sled_copy::SledCopy,
};
use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
};

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// Which store this is: sixteen hexadecimal digits.
    pub store: String,
    /// How many entries the journal has.
    pub entries: u64,
    /// The number of the last one.
    pub last_seq: u64,
    /// The journal's length in bytes.
    pub journal_bytes: u64,
    /// For each tree how many records it has, and their sum.
    pub trees: Vec<(Tree, TreeTally)>,
    /// Gaps that earlier mendings left on record. They are known and no fault.
    pub gaps: Vec<Gap>,
    /// Changes with a wrong `before` that an earlier mending left on record. They are known and no fault.
    pub wrong_befores: Vec<WrongBefore>,
    /// Ends of the journal that were put aside and of which nobody knows whether they were reported as saved.
    pub unknown_ends: Vec<PathBuf>,
    /// What does not fit, at most [`CheckReport::MOST_FAULTS`] things.
    pub faults: Vec<CheckFault>,
}

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CheckFault {
    /// A place of the journal.
    Journal(DamagedPlace),
    /// The entry says that the record was otherwise before than the entries before it left it.
    Before(WrongBefore),
    /// sled has another record than the journal says, or one too many, or none.
    Differs { tree: Tree, key: String },
    /// What sled's checkpoint has of the tree is not what its records give.
    Tally { tree: Tree },
    /// A record is not JSON, or not of a version that is known.
    Record(StoreError),
}

impl CheckReport {
    /// No more faults than this are listed.
    pub const MOST_FAULTS: usize = 100;

    /// Whether everything fits.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    fn fault(&mut self, fault: CheckFault) {
        if self.faults.len() < CheckReport::MOST_FAULTS {
            self.faults.push(fault);
        }
    }
}

/// The weight of each record, as the journal leaves it.
type Weights = HashMap<(Tree, String), u64>;

impl Store {
    /// Reads everything: the chain of hashes, every entry, every record, and whether playing the journal gives what
    /// sled has. Commits wait meanwhile.
    ///
    /// # Errors
    /// Only what keeps the check from being made; what it finds is in the report.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        // What can be set right by itself is set right first.
        drop(self.lock_compared(&Tree::ALL));
        self.with_both(|journal, sled| {
            let mut report = CheckReport {
                store: journal.store.clone(),
                entries: 0,
                last_seq: journal.last_seq(),
                journal_bytes: journal.length_byte(),
                trees: Vec::new(),
                gaps: Vec::new(),
                wrong_befores: Vec::new(),
                unknown_ends: unknown_ends(self.folder()),
                faults: Vec::new(),
            };
            let played = play_journal(journal, &mut report)?;
            for unknown in played.unknown(&report.wrong_befores) {
                report.fault(CheckFault::Before(unknown));
            }
            check_sled(sled, played.weights, &mut report);
            Ok(report)
        })
    }
}

/// What the journal comes to.
#[derive(Default)]
struct Played {
    weights: Weights,
    /// In the order of the entries.
    wrong_befores: Vec<WrongBefore>,
}

impl Played {
    /// Those that no entry names.
    fn unknown(&self, known: &[WrongBefore]) -> Vec<WrongBefore> {
        let known: HashSet<&WrongBefore> = known.iter().collect();
        let found = self.wrong_befores.iter();
        found.filter(|found| !known.contains(found)).cloned().collect()
    }
}

/// The changes of a sound journal whose `before` is wrong and that no entry names yet.
pub(super) fn unknown_wrong_befores(journal: &Journal) -> Result<Vec<WrongBefore>, StoreError> {
    let mut report = CheckReport::default();
    let played = play_journal(journal, &mut report)?;
    Ok(played.unknown(&report.wrong_befores))
}

fn play_journal(journal: &Journal, report: &mut CheckReport) -> Result<Played, StoreError> {
    let mut played = Played::default();
    let mut lines = journal.lines(0)?;
    let mut previous = journal.hash_at(0)?.unwrap_or_default();
    let mut last = 0;
    while lines.next_line()?.is_some() {
        let offset_byte = lines.line_start_byte();
        let Some((entry, frame)) = sound_line(lines.line()) else {
            report.fault(CheckFault::Journal(DamagedPlace::Line {
                offset_byte,
                after: last,
            }));
            continue;
        };
        if frame.previous != previous {
            report.fault(CheckFault::Journal(DamagedPlace::Chain {
                offset_byte,
                seq: frame.seq,
            }));
        }
        let first = entry.gap.as_ref().map_or(entry.seq, |gap| gap.from);
        if first != last + 1 {
            report.fault(CheckFault::Journal(DamagedPlace::Order {
                offset_byte,
                after: last,
                found: entry.seq,
            }));
        }
        (previous, last) = (frame::hash(frame.body), entry.seq);
        report.entries += 1;
        report.gaps.extend(entry.gap);
        report.wrong_befores.extend(entry.wrong_befores);
        for change in entry.changes {
            play(entry.seq, change, &mut played);
        }
    }
    Ok(played)
}

fn sound_line(line: &[u8]) -> Option<(Entry, frame::Frame<'_>)> {
    let frame = frame::read(line).filter(|frame| line[frame.length..] == *b"\n")?;
    let entry: Entry = serde_json::from_slice(frame.json).ok()?;
    (entry.seq == frame.seq).then_some((entry, frame))
}

fn play(seq: u64, change: Change, played: &mut Played) {
    let Change {
        tree,
        key,
        before,
        after,
    } = change;
    let weigh = |record: &serde_json::value::RawValue| weight(key.as_bytes(), record.get().as_bytes());
    let (before, after) = (before.as_deref().map(weigh), after.as_deref().map(weigh));
    let place = (tree, key);
    let found = match after {
        Some(after) => played.weights.insert(place.clone(), after),
        None => played.weights.remove(&place),
    };
    if found != before {
        let key = place.1;
        played.wrong_befores.push(WrongBefore { seq, tree, key });
    }
}

fn check_sled(sled: &SledCopy, mut weights: Weights, report: &mut CheckReport) {
    for tree in Tree::ALL {
        let mut tally = TreeTally::default();
        for record in sled.scan(tree, "") {
            // A fault ends the scan; the tally shows it.
            let Ok((key, record)) = record else { break };
            tally.add(&key, &record);
            let key_text = String::from_utf8_lossy(&key).into_owned();
            let place = (tree, key_text);
            if weights.remove(&place) != Some(weight(&key, &record)) {
                report.fault(CheckFault::Differs {
                    tree,
                    key: place.1.clone(),
                });
            }
            let text = String::from_utf8_lossy(&record);
            if let Err(error) =
                from_record::<serde_json::Map<String, serde_json::Value>>(tree, &place.1, &text)
            {
                report.fault(CheckFault::Record(error));
            }
        }
        if tally != sled.held.tallies[tree.place()] {
            report.fault(CheckFault::Tally { tree });
        }
        report.trees.push((tree, tally));
    }
    let mut missing: Vec<_> = weights.into_keys().collect();
    missing.sort();
    for (tree, key) in missing {
        report.fault(CheckFault::Differs { tree, key });
    }
}

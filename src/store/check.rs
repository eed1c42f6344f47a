//! The whole store read over: does everything that lies on the disk fit together?
//!
//! It does not mend anything but a sled that the journal does not fit.
//!
//! Journal and sled are read once each and nothing of them is kept, whatever their size.

use super::{
    DamagedPlace, Gap, JournalDamage, SledFault, Store, StoreError, Tree, WrongBefore, frame, from_record,
    held::{TreeTally, weight_of},
    histories::{ChangePlace, HashedPlace, Histories, HistoryFault, hashed_place},
    inner::Inner,
    journal::{Journal, unknown_ends},
    read_entry::{ReadEntry, entry_at},
    sled_copy::SledCopy,
};
use serde::de::IgnoredAny;
use std::{
    collections::{BTreeSet, HashSet},
    path::{Path, PathBuf},
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

    /// Whether something is wrong that making sled again sets right.
    fn blames_sled(&self) -> bool {
        let is_of_sled =
            |fault: &CheckFault| matches!(fault, CheckFault::Differs { .. } | CheckFault::Tally { .. });
        self.faults.iter().any(is_of_sled)
    }

    /// What is wrong with the journal at the path.
    fn journal_damage(&self, path: &Path) -> Option<JournalDamage> {
        let place = |fault: &CheckFault| match fault {
            // A broken chain is for people to judge; entries can be added to it.
            CheckFault::Journal(DamagedPlace::Chain { .. }) => None,
            CheckFault::Journal(place) => Some(place.clone()),
            _ => None,
        };
        let faults: Vec<DamagedPlace> = self.faults.iter().filter_map(place).collect();
        (!faults.is_empty()).then(|| JournalDamage {
            file: path.to_owned(),
            faults,
            readable: self.entries,
            sled_holds: None,
        })
    }

    fn fault(&mut self, fault: CheckFault) {
        if self.faults.len() < CheckReport::MOST_FAULTS {
            self.faults.push(fault);
        }
    }
}

impl Store {
    /// Reads everything: the chain of hashes, every entry, every record, and whether playing the journal gives what
    /// sled has. Commits wait meanwhile, and what was being read over behind the opening is read here instead.
    ///
    /// # Errors
    /// Only what keeps the check from being made; what it finds is in the report.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let mut inner = self.lock();
        let was_unproved = inner.proof.take_over();
        self.shared.stop_rereading();
        let mut looked = self.look_over(&mut inner);
        let is_sound = looked.as_ref().is_ok_and(|report| !report.blames_sled());
        if was_unproved && !is_sound {
            // What can be set right by itself is set right first.
            inner.close_unproved();
            if looked.is_ok() {
                looked = self.look_over(&mut inner);
            }
        }
        if let Ok(report) = &looked {
            inner.damage = report
                .journal_damage(inner.journal.path())
                .or(inner.damage.take());
            inner.is_read_over = inner.damage.is_none() && inner.sled.is_some();
            inner.remember(&self.shared.folder);
        }
        drop(inner);
        self.shared.compared.notify_all();
        looked
    }

    fn look_over(&self, inner: &mut Inner) -> Result<CheckReport, StoreError> {
        if inner.sled.is_none() {
            inner.revive(&self.shared.folder)?;
        }
        let Inner { journal, sled, .. } = &*inner;
        let sled = sled.as_ref().ok_or(StoreError::SledDamaged(SledFault::Missing))?;
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
        let mut histories = Histories::in_folder(self.folder());
        play_journal(journal, &mut report, &mut histories)?;
        let read = read_sled(sled, &mut histories);
        let judged = judged(journal, histories)?;
        for wrong in unknown(judged.befores, &report.wrong_befores) {
            report.fault(CheckFault::Before(wrong));
        }
        for (tree, key) in names_of_differing(journal, sled, &judged.differing, &judged.of_nobody)? {
            report.fault(CheckFault::Differs { tree, key });
        }
        read.faults.into_iter().for_each(|fault| report.fault(fault));
        report.trees = read.trees;
        Ok(report)
    }
}

/// Those that no entry names.
fn unknown(found: Vec<WrongBefore>, known: &[WrongBefore]) -> Vec<WrongBefore> {
    let known: HashSet<&WrongBefore> = known.iter().collect();
    found.into_iter().filter(|found| !known.contains(found)).collect()
}

/// The changes of a sound journal whose `before` is wrong and that no entry names yet, in the order of the entries.
pub(super) fn unknown_wrong_befores(
    folder: &Path,
    journal: &Journal,
) -> Result<Vec<WrongBefore>, StoreError> {
    let mut report = CheckReport::default();
    let mut histories = Histories::in_folder(folder);
    play_journal(journal, &mut report, &mut histories)?;
    Ok(unknown(
        judged(journal, histories)?.befores,
        &report.wrong_befores,
    ))
}

/// What does not fit, as far as it is named by the changes themselves.
#[derive(Default)]
struct MisfitsFound {
    /// In the order of the entries.
    befores: Vec<WrongBefore>,
    /// The last changes of some of the records in which sled differs.
    differing: BTreeSet<ChangePlace>,
    /// The places of some of the records that sled has and nobody made.
    of_nobody: HashSet<HashedPlace>,
}

fn judged(journal: &Journal, histories: Histories) -> Result<MisfitsFound, StoreError> {
    let (mut judged, mut befores) = (MisfitsFound::default(), BTreeSet::new());
    let most = CheckReport::MOST_FAULTS;
    let read = histories.judge(&mut |fault| match fault {
        HistoryFault::Before(change) => {
            befores.insert(change);
        }
        HistoryFault::Differs(change) if judged.differing.len() < most => {
            judged.differing.insert(change);
        }
        HistoryFault::OfNobody(place) if judged.of_nobody.len() < most => {
            judged.of_nobody.insert(place);
        }
        HistoryFault::Differs(_) | HistoryFault::OfNobody(_) => {}
    });
    read.map_err(StoreError::io(journal.path()))?;
    for change in befores {
        if let Some((tree, key)) = name_of(journal, change)? {
            let seq = change.seq;
            judged.befores.push(WrongBefore { seq, tree, key });
        }
    }
    Ok(judged)
}

/// The record that a change is of; none where its entry cannot be read, which is a fault by itself.
fn name_of(journal: &Journal, change: ChangePlace) -> Result<Option<(Tree, String)>, StoreError> {
    let entry = entry_at(journal, change.seq)?;
    let named = entry.and_then(|entry| entry.changes.into_iter().nth(change.index as usize));
    Ok(named.map(|change| (change.tree, change.key)))
}

/// The records in which sled differs, by tree and key.
fn names_of_differing(
    journal: &Journal,
    sled: &SledCopy,
    differing: &BTreeSet<ChangePlace>,
    of_nobody: &HashSet<HashedPlace>,
) -> Result<BTreeSet<(Tree, String)>, StoreError> {
    let mut names = BTreeSet::new();
    for change in differing {
        names.extend(name_of(journal, *change)?);
    }
    if of_nobody.is_empty() {
        return Ok(names);
    }
    for tree in Tree::ALL {
        for (key, _) in sled.scan(tree, "").map_while(Result::ok) {
            if of_nobody.contains(&hashed_place(tree, &key)) {
                names.insert((tree, String::from_utf8_lossy(&key).into_owned()));
            }
        }
    }
    Ok(names)
}

fn play_journal(
    journal: &Journal,
    report: &mut CheckReport,
    histories: &mut Histories,
) -> Result<(), StoreError> {
    let mut lines = journal.lines(0)?;
    let mut previous = journal.hash_at(0)?.unwrap_or_default();
    let mut last = 0;
    while lines.next_line()?.is_some() {
        let offset_byte = lines.line_start_byte();
        let Some((entry, frame)) = ReadEntry::of_line(lines.line()) else {
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
        entry.tell(histories);
        report.gaps.extend(entry.gap);
        report.wrong_befores.extend(entry.wrong_befores);
    }
    Ok(())
}

/// What sled has, by itself.
#[derive(Default)]
struct ReadSled {
    trees: Vec<(Tree, TreeTally)>,
    faults: Vec<CheckFault>,
}

fn read_sled(sled: &SledCopy, histories: &mut Histories) -> ReadSled {
    let mut read = ReadSled::default();
    for tree in Tree::ALL {
        let mut tally = TreeTally::default();
        for record in sled.scan(tree, "") {
            // A fault ends the scan; the tally shows it.
            let Ok((key, record)) = record else { break };
            let weight = weight_of(&key, &record);
            tally.add_weight(weight);
            histories.in_sled(hashed_place(tree, &key), weight);
            if read.faults.len() < CheckReport::MOST_FAULTS
                && let Some(fault) = record_fault(tree, &key, &record)
            {
                read.faults.push(fault);
            }
        }
        if tally != sled.held.tallies[tree.place()] {
            read.faults.push(CheckFault::Tally { tree });
        }
        read.trees.push((tree, tally));
    }
    read
}

/// What is wrong with a record whatever it is of: it is no object, or one of a later version.
fn record_fault(tree: Tree, key: &[u8], record: &[u8]) -> Option<CheckFault> {
    let (key, text) = (String::from_utf8_lossy(key), String::from_utf8_lossy(record));
    let read = from_record::<IgnoredAny>(tree, &key, &text);
    let fault = match read {
        Ok(_) if text.starts_with('{') => return None,
        Ok(_) => StoreError::RecordDamaged {
            tree,
            key: key.into_owned(),
            why: "not an object".to_owned(),
        },
        Err(error) => error,
    };
    Some(CheckFault::Record(fault))
}

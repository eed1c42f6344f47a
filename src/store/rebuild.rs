//! A store made whole again on demand: the journal mended where it is damaged, sled made from it.
//!
//! It does not know how gaps are filled.

use super::{
    Entry, Gap, Store, StoreError,
    attach::{make_again, refusal, remove_leftovers, set_parts_aside},
    check::unknown_wrong_befores,
    folder::{Folder, FolderContent},
    frame::{self, JournalHead},
    journal::Journal,
    mend::Mending,
    open::{fresh_id, mend_tail},
    reading::JournalTail,
    salvage::{Salvage, Witness, salvage, witness},
};
use chrono::{DateTime, Utc};
use serde_json::value::RawValue;
use std::path::{Path, PathBuf};

/// What a rebuilding found and did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// How many entries were read and kept.
    pub entries: u64,
    /// What could not be read, as far as this rebuilding found it; empty when the journal was sound.
    pub gaps: Vec<Gap>,
    /// How many records the gaps' entries bring back or set right, by the traces that the lost entries left.
    pub recovered: u64,
    /// How many changes say otherwise of a record than the entries before them left it, and are on record as such now.
    pub wrong_befores: u64,
    /// How many records there are now.
    pub records: u64,
    /// Where the damaged journal and the old sled lie now.
    pub set_aside: Vec<PathBuf>,
}

impl Store {
    /// Throws sled aside and makes it again from the journal; a damaged journal is set aside and mended first.
    /// `at` is the moment that entries which stand for a gap will carry.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no store; [`StoreError::Locked`], [`StoreError::LaterVersion`],
    /// [`StoreError::Disk`] and the like. What was there is then still there, at its place or set aside.
    pub fn rebuild(folder: &Path, at: DateTime<Utc>) -> Result<Rebuilt, StoreError> {
        if Folder::look(folder)? == FolderContent::Nothing {
            return Err(StoreError::NotFound {
                path: folder.to_owned(),
            });
        }
        let folder = Folder::lock(folder)?;
        let witness = ask_sled(&folder)?;
        let mut rebuilt = match sound_journal(&folder, witness.as_ref())? {
            Some(entries) => Rebuilt {
                entries,
                gaps: vec![],
                recovered: 0,
                wrong_befores: 0,
                records: 0,
                set_aside: vec![],
            },
            None => mend(&folder, witness.as_ref(), at)?,
        };
        let (mut journal, _) = Journal::open(&folder.journal())?;
        rebuilt.wrong_befores = put_on_record(folder.path(), &mut journal, at)?;
        let drafts = witness.and_then(|witness| witness.drafts);
        let (sled, set_aside) = make_again(&folder, &journal, drafts.as_deref())?;
        rebuilt.records = sled.records();
        rebuilt.set_aside.extend(set_aside);
        sled.close();
        Ok(rebuilt)
    }
}

/// Writes an entry that names the changes with a wrong `before`. The chain stays as it was, so that its head can be
/// compared with one that was printed earlier. Gives how many it names.
fn put_on_record(folder: &Path, journal: &mut Journal, at: DateTime<Utc>) -> Result<u64, StoreError> {
    let wrong_befores = unknown_wrong_befores(folder, journal)?;
    let count = wrong_befores.len() as u64;
    if count > 0 {
        let entry = Entry {
            seq: journal.last_seq() + 1,
            at,
            actor: String::new(),
            command: RawValue::NULL.to_owned(),
            changes: Vec::new(),
            gap: None,
            wrong_befores,
        };
        journal.append(&entry)?;
    }
    Ok(count)
}

/// What sled knows; `None` when it can say nothing.
fn ask_sled(folder: &Folder) -> Result<Option<Witness>, StoreError> {
    let sled = folder.sled();
    remove_leftovers(&sled)?;
    let answer = match witness(&sled) {
        // sled can do without its snapshot and its settings.
        Err(fault) if refusal(folder, &fault).is_none() && set_parts_aside(&sled)? => witness(&sled),
        answer => answer,
    };
    match answer {
        Ok(witness) => Ok(Some(witness)),
        // A sled that is only hindered may still know everything: it is not given up.
        Err(fault) => refusal(folder, &fault).map_or(Ok(None), Err),
    }
}

/// How many entries the journal has, when it is sound and sled does not hold more. Its end is mended.
fn sound_journal(folder: &Folder, witness: Option<&Witness>) -> Result<Option<u64>, StoreError> {
    let (mut journal, tail) = match Journal::open(&folder.journal()) {
        Err(StoreError::JournalDamaged(_) | StoreError::NotFound { .. }) => return Ok(None),
        opened => opened?,
    };
    let same_store = witness.filter(|witness| witness.held.store == journal.store);
    if same_store.is_some_and(|witness| witness.held.seq > journal.last_seq()) {
        return Ok(None);
    }
    match (tail, same_store) {
        // Nobody knows what the line at the end was: it is a gap on record.
        (JournalTail::Torn { .. }, None) => return Ok(None),
        _ => mend_tail(folder, &mut journal, tail, true)?,
    };
    Ok(Some(journal.count()))
}

fn mend(folder: &Folder, witness: Option<&Witness>, at: DateTime<Utc>) -> Result<Rebuilt, StoreError> {
    let mut salvage = salvage(&folder.journal())?;
    let witness = witness.filter(|witness| is_of_this_history(witness, &salvage));
    if witness.is_none() {
        salvage.bad_at_end += u64::from(salvage.is_torn);
    }
    let head = match (&salvage.head, witness) {
        (Some(head), _) => head.clone(),
        (None, Some(witness)) => JournalHead {
            version: frame::VERSION,
            store: witness.held.store.clone(),
        },
        (None, None) => JournalHead {
            version: frame::VERSION,
            store: fresh_id()?,
        },
    };
    let set_aside = folder.keep_aside(&folder.journal())?;
    let name = set_aside
        .as_ref()
        .and_then(|path| path.file_name())
        .unwrap_or_default();
    let mending = Mending::of(&salvage, witness, at, name.to_string_lossy().into_owned())?;
    mending.write(folder, &head)?;
    Ok(Rebuilt {
        entries: salvage.lines.len() as u64,
        gaps: mending.gaps(),
        recovered: mending.recovered(),
        wrong_befores: 0,
        records: 0,
        set_aside: set_aside.into_iter().collect(),
    })
}

/// A sled of another store, or one whose last entry reads otherwise in the journal, has nothing to say.
fn is_of_this_history(witness: &Witness, salvage: &Salvage) -> bool {
    let same_store = salvage
        .head
        .as_ref()
        .is_none_or(|head| head.store == witness.held.store);
    let its_last = salvage.lines.iter().find(|line| line.seq == witness.held.seq);
    witness.held.seq > 0 && same_store && its_last.is_none_or(|line| line.hash == witness.held.hash)
}

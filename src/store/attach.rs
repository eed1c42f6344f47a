//! Opening sled beside a sound journal: compared, caught up, and made again where it does not fit.
//!
//! It does not know how a journal is mended; it only reads it.

use super::{
    DamagedPlace, Entries, JournalDamage, Mended, SledFault, StoreError, Tree,
    drafts::{self, Draft},
    folder::Folder,
    held::{Checkpoint, Tallies},
    journal::Journal,
    sled_copy::SledCopy,
};
use crate::files::DiskError;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// So many changes go into one transaction when entries are played.
const CHANGES_AT_ONCE: usize = 1000;

/// How much of sled is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparing {
    /// Its checkpoint and all its records.
    Everything,
    /// Its checkpoint; the records are compared afterwards.
    Checkpoint,
}

/// A sled that holds exactly what the journal says, and what had to be done for it.
///
/// # Errors
/// [`StoreError::JournalDamaged`] when sled holds entries that the journal has not.
pub(super) fn attach(
    folder: &Folder,
    journal: &Journal,
    comparing: Comparing,
) -> Result<(SledCopy, Vec<Mended>), StoreError> {
    let mut mended = remove_leftovers(&folder.sled())?;
    let (fault, mut drafts) = match usable(folder, journal, comparing) {
        Ok((sled, caught_up)) => {
            mended.extend(caught_up);
            return Ok((sled, mended));
        }
        Err(Unusable::Refused(error)) => return Err(error),
        Err(Unusable::DamagedPlace(fault, drafts)) => (fault, drafts),
    };
    tracing::warn!(?fault, "sled does not fit the journal");
    // A damaged snapshot or settings file is no loss: without them sled reads its whole log and takes its own
    // settings, which are ours. It is tried for the drafts' sake.
    if drafts.is_none() && set_parts_aside(&folder.sled())? {
        match usable(folder, journal, Comparing::Everything) {
            Ok((sled, caught_up)) => {
                mended.push(Mended::SledPartSetAside { fault });
                mended.extend(caught_up);
                return Ok((sled, mended));
            }
            Err(Unusable::Refused(error)) => return Err(error),
            Err(Unusable::DamagedPlace(_, found)) => drafts = found,
        }
    }
    let (sled, set_aside) = make_again(folder, journal, drafts.as_deref())?;
    let records = sled.records();
    let drafts_lost = drafts.is_none() && fault_may_hide_drafts(&fault) && !folder.drafts().exists();
    mended.push(Mended::SledRebuilt {
        fault,
        set_aside,
        records,
        drafts_lost,
    });
    Ok((sled, mended))
}

/// Whether drafts of an earlier program may have been in a sled with this fault: not in one that never was.
fn fault_may_hide_drafts(fault: &SledFault) -> bool {
    *fault != SledFault::Missing
}

/// Why sled cannot be used as it is.
enum Unusable {
    /// It must not be touched.
    Refused(StoreError),
    /// It can be made again; with its drafts where they could be read.
    DamagedPlace(SledFault, Option<Vec<Draft>>),
}

fn usable(
    folder: &Folder,
    journal: &Journal,
    comparing: Comparing,
) -> Result<(SledCopy, Option<Mended>), Unusable> {
    if journal.last_seq() > 0 && !folder.sled().join("db").exists() {
        return Err(Unusable::DamagedPlace(SledFault::Missing, None));
    }
    let mut sled = open_sled(folder, journal).map_err(|fault| match refusal(folder, &fault) {
        Some(refused) => Unusable::Refused(refused),
        None => Unusable::DamagedPlace(fault, None),
    })?;
    let from = sled.held.seq;
    let outcome = compare(&mut sled, journal, comparing).and_then(|()| {
        play(&mut sled, journal, true)?;
        Ok((from < journal.last_seq()).then_some(Mended::CaughtUp {
            from,
            to: journal.last_seq(),
        }))
    });
    match outcome {
        Ok(caught_up) => Ok((sled, caught_up)),
        Err(Misfit::Refused(error)) => {
            sled.close();
            Err(Unusable::Refused(error))
        }
        Err(Misfit::DamagedPlace(fault)) => {
            let drafts = drafts::all(&sled.drafts).ok();
            sled.close();
            // A disk that filled up while entries were played says nothing against sled.
            Err(refusal(folder, &fault).map_or(Unusable::DamagedPlace(fault, drafts), Unusable::Refused))
        }
    }
}

fn open_sled(folder: &Folder, journal: &Journal) -> Result<SledCopy, SledFault> {
    // A journal always has a hash for 0; the zeros would only make sled a stranger.
    let hash = journal.hash_at(0).ok().flatten().unwrap_or_default();
    let fresh = Checkpoint {
        store: journal.store.clone(),
        seq: 0,
        hash,
        tallies: Tallies::default(),
    };
    SledCopy::open(&folder.sled(), fresh)
}

/// What cannot be helped by making sled again.
pub(super) fn refusal(folder: &Folder, fault: &SledFault) -> Option<StoreError> {
    match fault {
        // What may not be written, or finds no room, would not be made again either; what cannot be read may.
        SledFault::Disk {
            error:
                error @ (DiskError::Full
                | DiskError::Quota
                | DiskError::TooLarge
                | DiskError::ReadOnly
                | DiskError::NotAllowed),
            why,
        } => Some(StoreError::Disk {
            path: folder.sled(),
            error: *error,
            why: why.clone(),
        }),
        SledFault::Busy => Some(StoreError::Locked {
            folder: folder.path().to_owned(),
            opener: None,
        }),
        _ => None,
    }
}

/// Why an open sled and the journal do not go together.
enum Misfit {
    Refused(StoreError),
    DamagedPlace(SledFault),
}

impl From<SledFault> for Misfit {
    fn from(fault: SledFault) -> Misfit {
        Misfit::DamagedPlace(fault)
    }
}

impl From<StoreError> for Misfit {
    fn from(error: StoreError) -> Misfit {
        Misfit::Refused(error)
    }
}

fn compare(sled: &mut SledCopy, journal: &Journal, comparing: Comparing) -> Result<(), Misfit> {
    if sled.is_new {
        return if journal.last_seq() == 0 {
            Ok(sled.begin()?)
        } else {
            Err(SledFault::Missing.into())
        };
    }
    let held = &sled.held;
    if held.store != journal.store {
        return Err(SledFault::Stranger.into());
    }
    // Asked first: entries that are missing from the journal must not be lost with a sled that is set aside.
    if held.seq > journal.last_seq() {
        return Err(Misfit::Refused(short(journal, held.seq)));
    }
    if journal.hash_at(held.seq)? != Some(held.hash) {
        return Err(SledFault::Stranger.into());
    }
    if comparing == Comparing::Checkpoint {
        return Ok(());
    }
    let found = sled.tallies()?;
    match Tree::ALL
        .into_iter()
        .find(|tree| found[tree.place()] != held.tallies[tree.place()])
    {
        Some(tree) => Err(SledFault::Tally { tree }.into()),
        None => Ok(()),
    }
}

fn short(journal: &Journal, sled_holds: u64) -> StoreError {
    StoreError::JournalDamaged(JournalDamage {
        file: journal.path().to_owned(),
        faults: vec![DamagedPlace::Short {
            last: journal.last_seq(),
            sled_holds,
        }],
        readable: journal.last_seq(),
        sled_holds: Some(sled_holds),
    })
}

/// Gives sled the entries that it does not hold yet.
fn play(sled: &mut SledCopy, journal: &Journal, strict: bool) -> Result<(), Misfit> {
    let mut entries = Entries::of(journal, sled.held.seq + 1)?;
    loop {
        let mut batch = Vec::new();
        let mut changes = 0;
        while changes < CHANGES_AT_ONCE
            && let Some(entry) = entries.next().transpose()?
        {
            changes += entry.changes.len();
            batch.push(entry);
        }
        let Some(last) = batch.last() else { return Ok(()) };
        let hash = journal.hash_at(last.seq)?.ok_or(SledFault::Stranger)?;
        sled.take(&batch, hash, strict)?;
    }
}

/// Sets sled aside and makes it again from the journal, with these drafts. Gives where the old one lies.
pub(super) fn make_again(
    folder: &Folder,
    journal: &Journal,
    drafts: Option<&[Draft]>,
) -> Result<(SledCopy, Option<PathBuf>), StoreError> {
    let set_aside = folder.set_aside(&folder.sled())?;
    let failed = |fault: SledFault| refusal(folder, &fault).unwrap_or(StoreError::SledDamaged(fault));
    let mut sled = open_sled(folder, journal).map_err(failed)?;
    sled.begin().map_err(failed)?;
    play(&mut sled, journal, false).map_err(|misfit| match misfit {
        Misfit::Refused(error) => error,
        Misfit::DamagedPlace(fault) => failed(fault),
    })?;
    for (key, draft) in drafts.into_iter().flatten() {
        drafts::keep(&sled.drafts, key, draft).map_err(failed)?;
    }
    sled.flush().map_err(failed)?;
    Ok((sled, set_aside))
}

/// Removes half-written snapshots: sled would take one for whole and refuse to open.
pub(super) fn remove_leftovers(sled: &Path) -> Result<Vec<Mended>, StoreError> {
    let mut mended = Vec::new();
    for file in snapshots(sled)? {
        if file.extension().is_some_and(|ending| ending == "generating") {
            fs::remove_file(&file).map_err(StoreError::io(&file))?;
            mended.push(Mended::LeftoverRemoved { file });
        }
    }
    Ok(mended)
}

/// Renames what sled can do without, its snapshots and its settings, so that it does not see them; `false` when there
/// was nothing.
pub(super) fn set_parts_aside(sled: &Path) -> Result<bool, StoreError> {
    let mut files = snapshots(sled)?;
    files.extend(Some(sled.join("conf")).filter(|conf| conf.exists()));
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        fs::rename(file, file.with_file_name(format!("aside.{name}"))).map_err(StoreError::io(file))?;
    }
    Ok(!files.is_empty())
}

fn snapshots(sled: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let listing = match fs::read_dir(sled) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing.map_err(StoreError::io(sled))?,
    };
    let mut files = Vec::new();
    for item in listing {
        let file = item.map_err(StoreError::io(sled))?.path();
        if file
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("snap."))
        {
            files.push(file);
        }
    }
    Ok(files)
}

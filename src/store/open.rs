//! The store as others see it: opened once, read at any time, changed by entries.
//!
//! It does not know what a record or a command means.

use super::{
    DamagedPlace, JournalDamage, Mended, SledFault, StoreError, Tree,
    attach::{Comparing, attach, refusal},
    draft_file::{DraftFile, FoundDrafts},
    draft_keeper::DraftKeeper,
    drafts,
    folder::{Folder, FolderContent},
    inner::Inner,
    journal::Journal,
    proof::Proof,
    readable::Unreadable,
    reading::JournalTail,
    recent::Recent,
    reread::Reread,
    seen::Seen,
    sled_copy::SledCopy,
};
use crate::files::DiskError;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// An open store. It can be shared between threads; commits come one after another.
pub struct Store {
    /// In the handle that opened the store.
    pub(super) rereading: Option<Reread>,
    pub(super) shared: Arc<Shared>,
}

/// What all handles of an open store have together.
pub(super) struct Shared {
    inner: Mutex<Inner>,
    pub(super) unreadable: Unreadable,
    pub(super) drafts: DraftKeeper,
    /// A tree was compared, or nobody compares it any more.
    pub(super) compared: Condvar,
    /// Nobody needs the reading over behind the opening any more.
    pub(super) stops_rereading: Arc<AtomicBool>,
    /// Last, so that the lock outlives the files.
    pub(super) folder: Folder,
}

/// Above so many bytes the journal's sound part is not read over again before the store can be used.
const LARGE_BYTES: u64 = 32 << 20;

impl Store {
    /// Opens the store in `folder`, and makes one where the folder is absent or empty. What was set right on the
    /// way is in the list.
    ///
    /// The journal's checksums are read over and sled's counts and sums compared, so that no loss stays unseen. Of a
    /// journal above 32 MiB only what came after the part that was found sound before is read at once, and the records
    /// in sled are compared behind the opening, tree by tree: who wants one waits until it was, and a sled that does
    /// not fit is made again first ([`Store::take_mended`]). Then the rest of the journal is read over while the store
    /// is in use; one that is found damaged takes no more entries ([`Store::damage`]).
    ///
    /// # Errors
    /// [`StoreError::NotAStore`], [`StoreError::LaterVersion`], [`StoreError::Locked`], [`StoreError::Disk`], and [`StoreError::JournalDamaged`], which `rebuild` mends.
    pub fn open(folder: &Path) -> Result<(Store, Vec<Mended>), StoreError> {
        Store::open_above(folder, LARGE_BYTES)
    }

    /// The same with another limit of what is large.
    pub(crate) fn open_above(folder: &Path, large_bytes: u64) -> Result<(Store, Vec<Mended>), StoreError> {
        Folder::look(folder)?;
        let folder = Folder::lock(folder)?;
        // Looked at again: another process may have made the store before the lock was had.
        match Folder::look(folder.path())? {
            // A mending that was broken off leaves a half-made journal.
            FolderContent::Store => folder.remove_left_over(),
            FolderContent::Nothing => {
                folder.sync_parent()?;
                Journal::create(&folder, fresh_id()?)?;
            }
            FolderContent::JournalMissing => return Err(Journal::missing(&folder)),
        }
        let believed = believed(&folder, large_bytes);
        let is_read_over = believed.is_none();
        let (mut journal, tail) = match believed {
            Some(believed) => believed,
            None => Journal::open(&folder.journal())?,
        };
        let comparing = if is_read_over {
            Comparing::Everything
        } else {
            Comparing::Checkpoint
        };
        // sled is asked before the tail is put aside: it knows whether that entry was ever whole.
        let had_sled = folder.sled().join("db").exists();
        let attached = attach(&folder, &journal, comparing);
        let (sled, mut mended) = attached.map_err(|error| with_tail(error, &journal, tail))?;
        let remade = |mended: &Mended| matches!(mended, Mended::SledRebuilt { .. });
        let is_known = had_sled && !mended.iter().any(remade);
        mended.extend(mend_tail(&folder, &mut journal, tail, is_known)?);
        let (drafts, damaged) = open_drafts(&folder, &sled)?;
        mended.extend(damaged);
        let proof = Proof::of(sled.smallest_first());
        let inner = Inner {
            journal,
            sled: Some(sled),
            sled_panicked: false,
            mended: Vec::new(),
            recent: Recent::default(),
            damage: None,
            proof: match comparing {
                Comparing::Everything => Proof::default(),
                Comparing::Checkpoint => proof,
            },
            is_journal_away: false,
            is_read_over,
            large_bytes,
        };
        let shared = Shared {
            inner: Mutex::new(inner),
            unreadable: Unreadable::default(),
            drafts,
            compared: Condvar::new(),
            stops_rereading: Arc::default(),
            folder,
        };
        let shared = Arc::new(shared);
        let rereading = (!is_read_over).then(|| Reread::begin(&shared));
        let store = Store { rereading, shared };
        Ok((store, mended))
    }

    /// Another handle of the same open store, for a thread. The store is closed when the last one is dropped.
    pub fn handle(&self) -> Store {
        Store {
            rereading: None,
            shared: Arc::clone(&self.shared),
        }
    }

    /// Whether it is being read over behind its opening; what that finds is known when it ends.
    pub fn is_being_read_over(&self) -> bool {
        self.rereading.as_ref().is_some_and(Reread::goes_on)
    }

    /// What was set right since the store was opened or this was last asked: sled may go bad while in use.
    pub fn take_mended(&self) -> Vec<Mended> {
        std::mem::take(&mut self.lock().mended)
    }

    /// The journal's path, where the last entry could not be written since the open file is not the one there any more.
    pub fn journal_away(&self) -> Option<PathBuf> {
        let inner = self.lock();
        inner.is_journal_away.then(|| inner.journal.path().to_owned())
    }

    /// What is wrong with the journal, where reading it over after opening found something. `rebuild` mends it.
    pub fn damage(&self) -> Option<JournalDamage> {
        self.lock().damage.clone()
    }

    /// Says to others who meet the lock that `person` has the store open, by the process of that number.
    pub fn say_opener(&self, person: &str, process: u32) {
        self.shared.folder.say_opener(person, process);
    }

    /// The store's folder.
    pub fn folder(&self) -> &Path {
        self.shared.folder.path()
    }

    /// Does `work` on journal and sled while no commit comes between them.
    pub(super) fn with_both<T>(
        &self,
        work: impl FnOnce(&Journal, &SledCopy) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut inner = self.lock();
        if inner.sled.is_none() {
            inner.revive(&self.shared.folder)?;
        }
        let Inner { journal, sled, .. } = &*inner;
        let sled = sled.as_ref().ok_or(StoreError::SledDamaged(SledFault::Missing))?;
        work(journal, sled)
    }

    /// Does `work` on a tree of sled's, when it was compared.
    pub(super) fn on_tree<T>(
        &self,
        tree: Tree,
        work: impl Fn(&SledCopy) -> Result<T, SledFault>,
    ) -> Result<T, StoreError> {
        self.lock_compared(&[tree]).on_sled(&self.shared.folder, work)
    }

    /// Does `work` on what no comparing is about.
    pub(super) fn on_sled<T>(
        &self,
        work: impl Fn(&SledCopy) -> Result<T, SledFault>,
    ) -> Result<T, StoreError> {
        self.lock().on_sled(&self.shared.folder, work)
    }

    /// The two halves, when these trees were compared.
    pub(super) fn lock_compared(&self, trees: &[Tree]) -> MutexGuard<'_, Inner> {
        let mut inner = self.lock();
        while let Some(tree) = trees.iter().find(|tree| inner.proof.is_due(**tree)) {
            inner.proof.hurry(*tree);
            let waited = self.shared.compared.wait(inner);
            inner = waited.unwrap_or_else(PoisonError::into_inner);
        }
        inner
    }

    /// Closes sled after a fault outside the lock.
    pub(super) fn failed(&self, fault: SledFault) -> StoreError {
        self.lock().close_sled(&fault);
        refusal(&self.shared.folder, &fault).unwrap_or(StoreError::SledDamaged(fault))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.shared.lock()
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // It works with the store until it ends.
        drop(self.rereading.take());
    }
}

impl Shared {
    /// Ends the reading over behind the opening soon. What is not compared then stays so.
    pub(super) fn stop_rereading(&self) {
        self.stops_rereading.store(true, Ordering::Relaxed);
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Inner> {
        // A panic between journal and sled leaves sled behind, which `differs` and the next open see; no state in
        // here is half-changed.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.lock().remember(&self.folder);
    }
}

/// A large journal of which only what came after the part that was seen before is read; none where it is not large, or
/// does not fit that.
fn believed(folder: &Folder, large_bytes: u64) -> Option<(Journal, JournalTail)> {
    let path = folder.journal();
    fs::metadata(&path).ok().filter(|file| file.len() > large_bytes)?;
    // A journal that cannot be read from there is read from its start, and what is wrong is named.
    Journal::open_seen(&path, &Seen::read(&folder.seen())?)
        .ok()
        .flatten()
}

/// The drafts, with those of an earlier program, and what was wrong with their file.
fn open_drafts(folder: &Folder, sled: &SledCopy) -> Result<(DraftKeeper, Option<Mended>), StoreError> {
    let (mut file, found) = DraftFile::open(folder.drafts())?;
    let FoundDrafts {
        mut drafts,
        bad_lines,
    } = found;
    let damaged = match bad_lines {
        0 => None,
        lines => {
            let set_aside = folder.keep_aside(file.path())?;
            Some(Mended::DraftsDamaged { lines, set_aside })
        }
    };
    // Where the disk refuses, they stay where they are, and in memory.
    let is_first = !file.path().exists();
    let has_old = drafts::take_over(&sled.drafts, &mut drafts);
    if (has_old || is_first) && file.write_anew(&drafts).is_ok() {
        drafts::clear(&sled.drafts);
    }
    Ok((DraftKeeper::new(file, drafts), damaged))
}

/// The error with the unreadable end of the journal among its places, in front: where sled holds more than the journal,
/// that is what it holds.
fn with_tail(error: StoreError, journal: &Journal, tail: JournalTail) -> StoreError {
    match (error, tail) {
        (StoreError::JournalDamaged(mut damage), JournalTail::Torn { .. }) => {
            let line = DamagedPlace::Line {
                offset_byte: journal.length_byte(),
                after: journal.last_seq(),
            };
            damage.faults.insert(0, line);
            StoreError::JournalDamaged(damage)
        }
        (error, _) => error,
    }
}

/// Sets the journal's end right. `is_known` says whether sled knows that there was nothing more.
pub(super) fn mend_tail(
    folder: &Folder,
    journal: &mut Journal,
    tail: JournalTail,
    is_known: bool,
) -> Result<Option<Mended>, StoreError> {
    match tail {
        JournalTail::Clean => Ok(None),
        JournalTail::NoLineEnd => {
            journal.end_line()?;
            Ok(Some(Mended::LineEnd {
                seq: journal.last_seq(),
            }))
        }
        JournalTail::Torn { bytes } => {
            let set_aside = journal.put_tail_aside(folder, is_known)?;
            Ok(Some(Mended::TornEntry {
                offset_byte: journal.length_byte(),
                bytes,
                set_aside,
                is_known,
            }))
        }
    }
}

/// Which store this is: by chance, so that two stores' files are never taken for each other's.
pub(super) fn fresh_id() -> Result<String, StoreError> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Disk {
        path: "getrandom".into(),
        error: DiskError::Other,
        why: error.to_string(),
    })?;
    Ok(format!("{:016x}", u64::from_le_bytes(bytes)))
}

//! The store as others see it: opened once, read at any time, changed by entries.
//!
//! It does not know what a record or a command means.

use super::{
    JournalDamage, Mended, SledFault, StoreError,
    attach::{Comparing, attach, make_again, refusal},
    folder::{Folder, FolderContent},
    journal::Journal,
    reading::JournalTail,
    recent::Recent,
    reread::{Audit, Reread},
    seen::Seen,
    sled_copy::SledCopy,
};
use crate::files::DiskError;
use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
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
    /// Last, so that the lock outlives the files.
    pub(super) folder: Folder,
}

/// The two halves, one commit at a time.
pub(super) struct Inner {
    pub(super) journal: Journal,
    /// `None` after sled failed, until it could be opened again.
    pub(super) sled: Option<SledCopy>,
    /// The last handle of sled ended with a panic.
    sled_panicked: bool,
    /// What was set right since the store was opened, until it is asked for.
    mended: Vec<Mended>,
    pub(super) recent: Recent,
    /// What reading over found after opening. Nothing is written to a journal that is damaged.
    pub(super) damage: Option<JournalDamage>,
    pub(super) audit: Option<Audit>,
    /// Everything was read over, now or since opening.
    pub(super) is_read_over: bool,
    large_bytes: u64,
}

/// Above so many bytes the journal's sound part is not read over again before the store can be used.
const LARGE_BYTES: u64 = 32 << 20;

impl Store {
    /// Opens the store in `folder`, and makes one where the folder is absent or empty. What was set right on the
    /// way is in the list.
    ///
    /// The journal's checksums are read over and sled's counts and sums compared, so that no loss stays unseen. Of a
    /// journal above 32 MiB only what came after the part that was found sound before is read at once. The rest, and
    /// the records in sled, are read over while the store is in use: a journal that is found damaged then takes no
    /// more entries ([`Store::damage`]), and a sled that does not fit is made again ([`Store::take_mended`]).
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
        let is_large = fs::metadata(folder.journal()).is_ok_and(|file| file.len() > large_bytes);
        let seen = is_large.then(|| Seen::read(&folder.seen())).flatten();
        let believed = match &seen {
            // A journal that cannot be read from there is read from its start, and what is wrong is named.
            Some(seen) => Journal::open_seen(&folder.journal(), seen).ok().flatten(),
            None => None,
        };
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
        // sled is asked before the tail is cut: it knows whether that entry was ever whole.
        let (sled, mut mended) = attach(&folder, &journal, comparing)?;
        mended.extend(mend_tail(&mut journal, tail)?);
        let inner = Inner {
            journal,
            sled: Some(sled),
            sled_panicked: false,
            mended: Vec::new(),
            recent: Recent::default(),
            damage: None,
            audit: None,
            is_read_over,
            large_bytes,
        };
        let shared = Shared {
            inner: Mutex::new(inner),
            folder,
        };
        let shared = Arc::new(shared);
        let rereading = (!is_read_over).then(|| Reread::begin(&shared, &shared.lock().journal));
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

    /// What is wrong with the journal, where reading it over after opening found something. `rebuild` mends it.
    pub fn damage(&self) -> Option<JournalDamage> {
        self.lock().damage.clone()
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

    pub(super) fn on_sled<T>(
        &self,
        work: impl Fn(&SledCopy) -> Result<T, SledFault>,
    ) -> Result<T, StoreError> {
        self.lock().on_sled(&self.shared.folder, work)
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

impl Inner {
    /// Does `work` on sled; when sled fails, opens it again and tries once more.
    pub(super) fn on_sled<T>(
        &mut self,
        folder: &Folder,
        work: impl Fn(&SledCopy) -> Result<T, SledFault>,
    ) -> Result<T, StoreError> {
        if let Some(sled) = &self.sled {
            match work(sled) {
                Ok(done) => return Ok(done),
                Err(fault) => self.close_sled(&fault),
            }
        }
        let sled = self.revive(folder)?;
        work(sled).map_err(|fault| {
            let error = refusal(folder, &fault).unwrap_or_else(|| StoreError::SledDamaged(fault.clone()));
            self.close_sled(&fault);
            error
        })
    }

    pub(super) fn close_sled(&mut self, fault: &SledFault) {
        tracing::error!(?fault, "sled failed");
        self.sled_panicked = matches!(fault, SledFault::Panic { .. });
        self.audit = None;
        if let Some(sled) = self.sled.take() {
            sled.close();
        }
    }

    /// Lets the next opening believe what was read over, where that is much.
    pub(super) fn remember(&self, folder: &Folder) {
        if self.is_read_over && self.journal.length_byte() > self.large_bytes {
            // Where it cannot be written, the next opening reads everything.
            let _ = self.journal.seen().write(&folder.seen());
        }
    }

    /// Opens sled again beside the journal as it is now.
    pub(super) fn revive(&mut self, folder: &Folder) -> Result<&SledCopy, StoreError> {
        let attached = match attach(folder, &self.journal, Comparing::Everything) {
            // The handle that panicked still has the file: sled is made again beside it.
            Err(StoreError::Locked { .. }) if self.sled_panicked => {
                let (sled, set_aside) = make_again(folder, &self.journal, None)?;
                let (fault, records) = (SledFault::Busy, sled.records());
                (
                    sled,
                    vec![Mended::SledRebuilt {
                        fault,
                        set_aside,
                        records,
                        drafts_kept: None,
                    }],
                )
            }
            attached => attached?,
        };
        let (sled, mended) = attached;
        tracing::warn!(?mended, "sled opened again");
        self.mended.extend(mended);
        self.sled_panicked = false;
        Ok(self.sled.insert(sled))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(sled) = self.sled.take() {
            sled.close();
        }
    }
}

/// Sets the journal's end right.
pub(super) fn mend_tail(journal: &mut Journal, tail: JournalTail) -> Result<Option<Mended>, StoreError> {
    match tail {
        JournalTail::Clean => Ok(None),
        JournalTail::NoLineEnd => {
            journal.end_line()?;
            Ok(Some(Mended::LineEnd {
                seq: journal.last_seq(),
            }))
        }
        JournalTail::Torn { bytes } => {
            journal.cut_tail()?;
            Ok(Some(Mended::TornEntry {
                offset_byte: journal.length_byte(),
                bytes,
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

//! The store as others see it: opened once, read at any time, changed by entries.
//!
//! It does not know what a record or a command means.

use super::{
    Change, Entries, Entry, Mended, NewEntry, ShelfFault, StoreError, Tree,
    attach::{attach, make_again, refusal},
    drafts,
    folder::{Content, Folder},
    from_record,
    held::Tally,
    journal::{Journal, Tail},
    record::{normal, one_line},
    shelf::{Scan, Shelf},
    to_record,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// An open store. It can be shared between threads; commits come one after another.
pub struct Store {
    inner: Mutex<Inner>,
    /// Last, so that the lock outlives the files.
    folder: Folder,
}

struct Inner {
    journal: Journal,
    /// `None` after sled failed, until it could be opened again.
    shelf: Option<Shelf>,
    /// The last handle of sled ended with a panic.
    sled_panicked: bool,
}

impl Store {
    /// Opens the store in `folder`, and makes one where the folder is absent or empty. What was set right on the
    /// way is in the list.
    ///
    /// The journal's checksums are read over and sled's counts and sums compared, so that no loss stays unseen.
    ///
    /// # Errors
    /// [`StoreError::NotAStore`], [`StoreError::LaterVersion`], [`StoreError::Locked`], [`StoreError::ReadOnly`],
    /// [`StoreError::Full`], and [`StoreError::JournalDamaged`], which `rebuild` mends.
    pub fn open(folder: &Path) -> Result<(Store, Vec<Mended>), StoreError> {
        Folder::look(folder)?;
        let folder = Folder::lock(folder)?;
        // Looked at again: another process may have made the store before the lock was had.
        match Folder::look(folder.path())? {
            Content::Store => {}
            Content::Nothing => Journal::create(&folder, fresh_id()?)?,
            Content::JournalMissing => return Err(Journal::missing(&folder)),
        }
        let (mut journal, tail) = Journal::open(&folder.journal())?;
        // sled is asked before the tail is cut: it knows whether that entry was ever whole.
        let (shelf, mut mended) = attach(&folder, &journal)?;
        mended.extend(mend_tail(&mut journal, tail)?);
        let inner = Inner {
            journal,
            shelf: Some(shelf),
            sled_panicked: false,
        };
        Ok((
            Store {
                inner: Mutex::new(inner),
                folder,
            },
            mended,
        ))
    }

    /// The store's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The record under `key`.
    ///
    /// # Errors
    /// [`StoreError::RecordDamaged`] and [`StoreError::RecordLater`] when it does not read as a `T`.
    pub fn get<T: DeserializeOwned>(&self, tree: Tree, key: &str) -> Result<Option<T>, StoreError> {
        let raw = self.get_raw(tree, key)?;
        raw.map(|raw| from_record(tree, key, raw.get())).transpose()
    }

    /// The record under `key`, as the bytes that are stored: what a [`Change`] wants as `before`.
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn get_raw(&self, tree: Tree, key: &str) -> Result<Option<Box<RawValue>>, StoreError> {
        let record = self.on_shelf(|shelf| shelf.get(tree, key))?;
        record.map(|record| raw_value(tree, key, &record)).transpose()
    }

    /// The records whose keys begin with `prefix`, in the order of the keys (by bytes).
    pub fn scan<T: DeserializeOwned>(
        &self,
        tree: Tree,
        prefix: &str,
    ) -> impl Iterator<Item = Result<(String, T), StoreError>> {
        self.scan_bytes(tree, prefix).map(move |record| {
            let (key, record) = record?;
            let text = text_of(tree, &key, &record)?;
            let record = from_record(tree, &key, text)?;
            Ok((key, record))
        })
    }

    /// The same as the bytes that are stored.
    pub fn scan_raw(
        &self,
        tree: Tree,
        prefix: &str,
    ) -> impl Iterator<Item = Result<(String, Box<RawValue>), StoreError>> {
        self.scan_bytes(tree, prefix).map(move |record| {
            let (key, record) = record?;
            let raw = raw_value(tree, &key, &record)?;
            Ok((key, raw))
        })
    }

    /// How many records the tree has.
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn count(&self, tree: Tree) -> Result<u64, StoreError> {
        Ok(self.tally(tree)?.count)
    }

    fn tally(&self, tree: Tree) -> Result<Tally, StoreError> {
        self.on_shelf(|shelf| Ok(shelf.held.tallies[tree.place()]))
    }

    /// A change of the record under `key` from what it is now to `after`; `None` removes it.
    ///
    /// # Errors
    /// [`StoreError::NotARecord`] when `after` is not an object in JSON.
    pub fn change<T: Serialize>(
        &self,
        tree: Tree,
        key: &str,
        after: Option<&T>,
    ) -> Result<Change, StoreError> {
        let before = self.get_raw(tree, key)?;
        let after = after.map(to_record).transpose()?;
        Ok(Change {
            tree,
            key: key.to_owned(),
            before,
            after,
        })
    }

    /// Writes an entry to the journal and the disk, then to sled, and gives its number. When this returns `Ok` the
    /// entry is safe from a crash and a power cut.
    ///
    /// # Errors
    /// Nothing is changed by any of them: [`StoreError::Stale`] when a `before` is not what is stored,
    /// [`StoreError::Full`] and the like when the journal cannot be written, [`StoreError::NotARecord`].
    pub fn commit(&self, new: NewEntry) -> Result<u64, StoreError> {
        let mut inner = self.lock();
        let seq = inner.journal.last_seq() + 1;
        let entry = numbered(new, seq)?;
        match inner.on_shelf(&self.folder, |shelf| shelf.differs(&entry.changes))? {
            Some((tree, key)) => return Err(StoreError::Stale { tree, key }),
            None => inner.journal.append(&entry)?,
        }
        let hash = inner.journal.last_hash();
        if let Some(shelf) = inner.shelf.as_mut()
            && let Err(fault) = shelf.take(std::slice::from_ref(&entry), hash, true)
        {
            // The entry is saved; sled is given it when it is opened again, now or at the next call.
            inner.put_down(&fault);
            let _ = inner.revive(&self.folder);
        }
        Ok(seq)
    }

    /// The number of the last entry; 0 when there is none.
    pub fn last_seq(&self) -> u64 {
        self.lock().journal.last_seq()
    }

    /// The entries from number `from` on, oldest first. Those before are not read.
    ///
    /// # Errors
    /// When the journal cannot be opened again for reading.
    pub fn entries(&self, from: u64) -> Result<Entries, StoreError> {
        Entries::of(&self.lock().journal, from)
    }

    /// Keeps what is being typed. In memory at once, on the disk within half a second.
    ///
    /// # Errors
    /// [`StoreError::Full`] and the like.
    pub fn keep_draft(&self, key: &str, draft: &[u8]) -> Result<(), StoreError> {
        self.on_shelf(|shelf| drafts::keep(&shelf.drafts, key, draft))
    }

    /// The draft under `key`.
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn draft(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.on_shelf(|shelf| drafts::get(&shelf.drafts, key))
    }

    /// Every draft with its key, in the order of the keys.
    ///
    /// # Errors
    /// [`StoreError::SledDamaged`] and the like.
    pub fn drafts(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.on_shelf(|shelf| drafts::all(&shelf.drafts))
    }

    /// Forgets the draft under `key`, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Full`] and the like.
    pub fn clear_draft(&self, key: &str) -> Result<(), StoreError> {
        self.on_shelf(|shelf| drafts::clear(&shelf.drafts, key))
    }

    fn scan_bytes(
        &self,
        tree: Tree,
        prefix: &str,
    ) -> impl Iterator<Item = Result<(String, Vec<u8>), StoreError>> {
        let (scan, refused) = match self.on_shelf(|shelf| Ok(shelf.scan(tree, prefix))) {
            Ok(scan) => (Some(scan), None),
            Err(error) => (None, Some(Err(error))),
        };
        let records = scan
            .into_iter()
            .flat_map(Scan::into_iter)
            .map(move |record| match record {
                Ok((key, record)) => Ok((String::from_utf8_lossy(&key).into_owned(), record.to_vec())),
                Err(fault) => Err(self.failed(fault)),
            });
        records.chain(refused)
    }

    /// Does `work` on journal and sled while no commit comes between them.
    pub(super) fn with_both<T>(
        &self,
        work: impl FnOnce(&Journal, &Shelf) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut inner = self.lock();
        if inner.shelf.is_none() {
            inner.revive(&self.folder)?;
        }
        let Inner { journal, shelf, .. } = &*inner;
        let shelf = shelf
            .as_ref()
            .ok_or(StoreError::SledDamaged(ShelfFault::Missing))?;
        work(journal, shelf)
    }

    fn on_shelf<T>(&self, work: impl Fn(&Shelf) -> Result<T, ShelfFault>) -> Result<T, StoreError> {
        self.lock().on_shelf(&self.folder, work)
    }

    /// Puts sled down after a fault outside the lock.
    fn failed(&self, fault: ShelfFault) -> StoreError {
        self.lock().put_down(&fault);
        refusal(&self.folder, &fault).unwrap_or(StoreError::SledDamaged(fault))
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // A panic between journal and sled leaves sled behind, which `differs` and the next open see; no state in
        // here is half-changed.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Does `work` on sled; when sled fails, opens it again and tries once more.
    fn on_shelf<T>(
        &mut self,
        folder: &Folder,
        work: impl Fn(&Shelf) -> Result<T, ShelfFault>,
    ) -> Result<T, StoreError> {
        if let Some(shelf) = &self.shelf {
            match work(shelf) {
                Ok(done) => return Ok(done),
                Err(fault) => self.put_down(&fault),
            }
        }
        let shelf = self.revive(folder)?;
        work(shelf).map_err(|fault| {
            let error = refusal(folder, &fault).unwrap_or_else(|| StoreError::SledDamaged(fault.clone()));
            self.put_down(&fault);
            error
        })
    }

    fn put_down(&mut self, fault: &ShelfFault) {
        tracing::error!(?fault, "sled failed");
        self.sled_panicked = matches!(fault, ShelfFault::Panic { .. });
        if let Some(shelf) = self.shelf.take() {
            shelf.abandon(fault);
        }
    }

    /// Opens sled again beside the journal as it is now.
    fn revive(&mut self, folder: &Folder) -> Result<&Shelf, StoreError> {
        let attached = match attach(folder, &self.journal) {
            // The handle that panicked still has the file: sled is made again beside it.
            Err(StoreError::Locked { .. }) if self.sled_panicked => {
                make_again(folder, &self.journal, None).map(|made| made.0)
            }
            attached => attached.map(|attached| attached.0),
        };
        let shelf = attached?;
        tracing::warn!("sled opened again");
        self.sled_panicked = false;
        Ok(self.shelf.insert(shelf))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(shelf) = self.shelf.take() {
            shelf.close();
        }
    }
}

/// The entry with its number, its records and command fit for a line.
fn numbered(new: NewEntry, seq: u64) -> Result<Entry, StoreError> {
    let NewEntry {
        at,
        actor,
        command,
        changes,
    } = new;
    let mut fit = Vec::with_capacity(changes.len());
    for Change {
        tree,
        key,
        before,
        after,
    } in changes
    {
        let (before, after) = (before.map(normal).transpose()?, after.map(normal).transpose()?);
        fit.push(Change {
            tree,
            key,
            before,
            after,
        });
    }
    let command = match RawValue::from_string(one_line(command.get())) {
        Ok(command) => command,
        Err(error) => {
            return Err(StoreError::NotARecord {
                why: error.to_string(),
            });
        }
    };
    Ok(Entry {
        seq,
        at,
        actor,
        command,
        changes: fit,
        gap: None,
    })
}

/// Sets the journal's end right.
pub(super) fn mend_tail(journal: &mut Journal, tail: Tail) -> Result<Option<Mended>, StoreError> {
    match tail {
        Tail::Clean => Ok(None),
        Tail::NoLineEnd => {
            journal.end_line()?;
            Ok(Some(Mended::LineEnd {
                seq: journal.last_seq(),
            }))
        }
        Tail::Torn { bytes } => {
            journal.cut_tail()?;
            Ok(Some(Mended::TornEntry {
                offset_byte: journal.length_byte(),
                bytes,
            }))
        }
    }
}

fn text_of<'record>(tree: Tree, key: &str, record: &'record [u8]) -> Result<&'record str, StoreError> {
    std::str::from_utf8(record).map_err(|error| damaged(tree, key, &error))
}

fn raw_value(tree: Tree, key: &str, record: &[u8]) -> Result<Box<RawValue>, StoreError> {
    let text = text_of(tree, key, record)?.to_owned();
    RawValue::from_string(text).map_err(|error| damaged(tree, key, &error))
}

fn damaged(tree: Tree, key: &str, error: &dyn std::error::Error) -> StoreError {
    StoreError::RecordDamaged {
        tree,
        key: key.to_owned(),
        why: error.to_string(),
    }
}

/// Which store this is: by chance, so that two stores' files are never taken for each other's.
pub(super) fn fresh_id() -> Result<String, StoreError> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Io {
        path: "getrandom".into(),
        kind: std::io::ErrorKind::Other,
        why: error.to_string(),
    })?;
    Ok(format!("{:016x}", u64::from_le_bytes(bytes)))
}

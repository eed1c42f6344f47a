//! sled: every record, ready to read. The only file that names sled's trees and transactions.
//!
//! It does not know the journal file; it is given entries and says which was the last.

use super::{
    Change, Entry, SledFault, Tree,
    behind::WorkBehind,
    caught::caught,
    folder::make_private_folder,
    frame::Hash,
    held::{Checkpoint, Tallies, TreeTally},
};
use sled::transaction::{
    ConflictableTransactionError::Abort, ConflictableTransactionResult, TransactionError, Transactional,
    TransactionalTree,
};
use std::{
    collections::HashMap,
    fs::File,
    path::Path,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

/// sled's cache. 16 MiB holds a busy office, and keeps the program small beside a store of any size.
const CACHE_BYTES: u64 = 16 << 20;

/// Up to so many records one thread reads them all.
const ONE_THREAD_RECORDS: u64 = 50_000;

/// How long closing may take: sled writes what it still has, which is much after a large import.
const CLOSE_PATIENCE: Duration = Duration::from_secs(10);

/// How long after a change sled's files are written. sled's own flusher would wake and sync them twice a second for ever.
const WRITTEN_AFTER: Duration = Duration::from_millis(500);

/// How long sled's own threads may take to let go of a file.
const PATIENCE: Duration = Duration::from_secs(2);

/// The tree of the checkpoint, under the name that earlier programs gave it.
const CHECKPOINT: &str = "account";
const HELD: &str = "held";
const DRAFTS: &str = "drafts";

/// sled, open.
pub(super) struct SledCopy {
    /// In front, so that its thread has let go of sled before the rest does.
    writing: WorkBehind,
    db: sled::Db,
    /// One for each of [`Tree::ALL`], and the checkpoint behind them.
    trees: Vec<sled::Tree>,
    pub(super) drafts: sled::Tree,
    pub(super) held: Checkpoint,
    /// It had no checkpoint when it was opened.
    pub(super) is_new: bool,
}

impl SledCopy {
    /// Opens sled in `folder`, and makes it where there is none. `fresh` is the checkpoint of one that has none.
    pub(super) fn open(folder: &Path, fresh: Checkpoint) -> Result<SledCopy, SledFault> {
        make_private_folder(folder).map_err(|error| SledFault::of_disk(&error))?;
        // Left-over `snap.*.generating` must be gone by now: sled takes it for a snapshot and fails.
        let config = sled::Config::new()
            .path(folder)
            .cache_capacity(CACHE_BYTES)
            .flush_every_ms(None);
        let db = open_when_free(&config)?;
        let trees = Tree::ALL.iter().map(|tree| tree.name()).chain([CHECKPOINT]);
        let trees = trees
            .map(|name| caught(|| db.open_tree(name)))
            .collect::<Result<Vec<_>, _>>()?;
        let drafts = caught(|| db.open_tree(DRAFTS))?;
        let checkpoint = caught(|| trees[Tree::COUNT].get(HELD))?;
        let is_new = checkpoint.is_none();
        let held = checkpoint.map_or(Ok(fresh), |checkpoint| serde_json::from_slice(&checkpoint));
        let held = held.map_err(|error| SledFault::Error {
            why: error.to_string(),
        })?;
        Ok(SledCopy {
            writing: writing(&db, folder),
            db,
            trees,
            drafts,
            held,
            is_new,
        })
    }

    /// Writes the checkpoint of a new one, and waits for it: from now on a sled without one has lost it.
    pub(super) fn begin(&mut self) -> Result<(), SledFault> {
        let checkpoint = serde_json::to_vec(&self.held).map_err(|error| SledFault::Error {
            why: error.to_string(),
        })?;
        caught(|| self.checkpoint().insert(HELD, checkpoint.as_slice()))?;
        self.flush()?;
        self.is_new = false;
        Ok(())
    }

    fn checkpoint(&self) -> &sled::Tree {
        &self.trees[Tree::COUNT]
    }

    /// The bytes under `key`.
    pub(super) fn get(&self, tree: Tree, key: &str) -> Result<Option<sled::IVec>, SledFault> {
        caught(|| self.trees[tree.place()].get(key))
    }

    /// Keys and bytes under `prefix`, in the order of the keys.
    pub(super) fn scan(&self, tree: Tree, prefix: &str) -> Scan {
        Scan {
            records: Some(self.trees[tree.place()].scan_prefix(prefix)),
        }
    }

    /// Keys and bytes behind the key `after`, in the order of the keys.
    pub(super) fn scan_after(&self, tree: Tree, after: &[u8]) -> Scan {
        let behind = (std::ops::Bound::Excluded(after), std::ops::Bound::Unbounded);
        Scan {
            records: Some(self.trees[tree.place()].range::<&[u8], _>(behind)),
        }
    }

    /// Counts and sums as the records themselves give them.
    ///
    /// All records are read, whatever their number: it is the only way to see that sled silently lost some. A hundred thousand take a fifth of a second; above that two threads share the trees, and a million
    /// take about as long as everything else at opening together.
    pub(super) fn tallies(&self) -> Result<Tallies, SledFault> {
        let next = AtomicUsize::new(0);
        let share = || {
            let mut share = Vec::new();
            while let Some(tree) = Tree::ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                share.push((tree.place(), self.tally(*tree)?));
            }
            Ok(share)
        };
        let (mine, theirs) = thread::scope(|scope| {
            let is_large = self.records() > ONE_THREAD_RECORDS;
            let helper = is_large
                .then(|| thread::Builder::new().spawn_scoped(scope, share).ok())
                .flatten();
            let mine = share();
            let ended = SledFault::Panic {
                why: "a thread that read records ended".to_owned(),
            };
            (
                mine,
                helper.map_or(Ok(Vec::new()), |helper| helper.join().unwrap_or(Err(ended))),
            )
        });
        let mut tallies = Tallies::default();
        for (place, tally) in mine?.into_iter().chain(theirs?) {
            tallies[place] = tally;
        }
        Ok(tallies)
    }

    fn tally(&self, tree: Tree) -> Result<TreeTally, SledFault> {
        let mut tally = TreeTally::default();
        for record in self.scan(tree, "") {
            let (key, record) = record?;
            tally.add(&key, &record);
        }
        Ok(tally)
    }

    /// The first change whose `before` is not what is stored.
    pub(super) fn differs(&self, changes: &[Change]) -> Result<Option<(Tree, String)>, SledFault> {
        // A key that was changed before in the same entry must be as that change left it.
        let mut earlier = HashMap::new();
        for change in changes {
            let place = (change.tree, change.key.as_str());
            let fits = match earlier.insert(place, text(&change.after)) {
                Some(left) => left == text(&change.before),
                None => self.get(change.tree, &change.key)?.as_deref() == text(&change.before),
            };
            if !fits {
                return Ok(Some((change.tree, change.key.clone())));
            }
        }
        Ok(None)
    }

    /// Takes entries over in one transaction: the records, the tallies and the number of the last, whose hash is
    /// `hash`.
    ///
    /// # Errors
    /// [`SledFault::Differs`] when `strict` and a record is not what an entry says it was; nothing is changed then.
    pub(super) fn take(&mut self, entries: &[Entry], hash: Hash, strict: bool) -> Result<(), SledFault> {
        let Some(last) = entries.last() else { return Ok(()) };
        let outcome = caught(|| {
            let done = self.trees[..].transaction(|views| {
                let mut held = self.held.clone();
                (held.seq, held.hash) = (last.seq, hash);
                for change in entries.iter().flat_map(|entry| &entry.changes) {
                    let place = change.tree.place();
                    apply(&views[place], &mut held.tallies[place], change, strict)?;
                }
                let checkpoint = serde_json::to_vec(&held).map_err(|error| Abort(Err(error.to_string())))?;
                views[Tree::COUNT].insert(HELD, checkpoint)?;
                Ok(held)
            });
            match done {
                Ok(held) => Ok(Ok(held)),
                Err(TransactionError::Storage(error)) => Err(error),
                Err(TransactionError::Abort(Ok((tree, key)))) => Ok(Err(SledFault::Differs { tree, key })),
                Err(TransactionError::Abort(Err(why))) => Ok(Err(SledFault::Error { why })),
            }
        });
        self.held = outcome??;
        self.writing.is_due();
        Ok(())
    }

    /// How many records all trees have.
    pub(super) fn records(&self) -> u64 {
        self.held.tallies.iter().map(|tally| tally.count).sum()
    }

    /// The trees by how many records they have.
    pub(super) fn smallest_first(&self) -> Vec<Tree> {
        let mut trees = Tree::ALL.to_vec();
        trees.sort_by_key(|tree| self.held.tallies[tree.place()].count);
        trees
    }

    /// Waits until sled's files hold everything.
    pub(super) fn flush(&self) -> Result<(), SledFault> {
        caught(|| self.db.flush()).map(|_bytes| ())
    }

    /// Closes sled and waits for it, but not for ever: if one of sled's threads panicked, closing may never end.
    /// Everything is in the journal whatever happens here.
    pub(super) fn close(self) {
        aside_from_us(self, CLOSE_PATIENCE);
    }
}

/// What writes sled's files to the disk after changes.
fn writing(db: &sled::Db, folder: &Path) -> WorkBehind {
    let (db, file) = (db.clone(), folder.join("db"));
    WorkBehind::new("sled-writing", WRITTEN_AFTER, move || {
        // sled's own flush gives the bytes to the system; the disk has them only when the file is synced.
        let written = caught(|| {
            db.flush()?;
            File::open(&file)?.sync_data().map_err(sled::Error::from)
        });
        if let Err(fault) = written {
            // Whoever uses sled next meets the same fault, and the journal has everything.
            tracing::warn!(?fault, "sled's files were not written");
        }
    })
}

/// Drops something of sled's on a thread of its own, and waits so long for it.
fn aside_from_us<T: Send + 'static>(handle: T, patience: Duration) {
    let (done, wait) = mpsc::channel();
    let work = move || {
        let _ = caught(|| {
            drop(handle);
            Ok(())
        });
        // Nobody may be waiting any more.
        let _ = done.send(());
    };
    // Where no thread can be had, the handle is dropped here with the closure.
    if thread::Builder::new()
        .name("sled-close".to_owned())
        .spawn(work)
        .is_ok()
    {
        let _ = wait.recv_timeout(patience);
    }
}

/// Opens sled. Its threads may hold the file for a moment after an earlier handle in this process was dropped; no
/// other process can, while the folder's lock is ours. So a file that is not free is waited for, but not for ever.
fn open_when_free(config: &sled::Config) -> Result<sled::Db, SledFault> {
    let patience = Instant::now() + PATIENCE;
    loop {
        match caught(|| config.open()) {
            Err(SledFault::Busy) if Instant::now() < patience => thread::sleep(Duration::from_millis(2)),
            outcome => return outcome,
        }
    }
}

/// What ends a transaction from inside: a record that differs, or why the checkpoint could not be written.
type Aborted = Result<(Tree, String), String>;

fn apply(
    view: &TransactionalTree,
    tally: &mut TreeTally,
    change: &Change,
    strict: bool,
) -> ConflictableTransactionResult<(), Aborted> {
    let key = change.key.as_bytes();
    let old = match text(&change.after) {
        Some(record) => {
            tally.add(key, record);
            view.insert(key, record)?
        }
        None => view.remove(key)?,
    };
    if strict && old.as_deref() != text(&change.before) {
        return Err(Abort(Ok((change.tree, change.key.clone()))));
    }
    if let Some(old) = old {
        tally.remove(key, &old);
    }
    Ok(())
}

fn text(record: &Option<Box<serde_json::value::RawValue>>) -> Option<&[u8]> {
    record.as_ref().map(|record| record.get().as_bytes())
}

/// Keys and bytes in the order of the keys; ends after a fault.
pub(super) struct Scan {
    records: Option<sled::Iter>,
}

impl Iterator for Scan {
    type Item = Result<(sled::IVec, sled::IVec), SledFault>;

    fn next(&mut self) -> Option<Self::Item> {
        let records = self.records.as_mut()?;
        let next = caught(|| records.next().transpose());
        if next.is_err() {
            aside_from_us(self.records.take(), Duration::ZERO);
        }
        next.transpose()
    }
}

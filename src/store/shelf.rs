//! sled: every record, ready to read. The only file that names sled's trees and transactions.
//!
//! It does not know the journal file; it is given entries and says which was the last.

use super::{
    Change, Entry, ShelfFault, Tree,
    caught::caught,
    folder::make_private_folder,
    frame::Hash,
    held::{Held, Tallies, Tally},
};
use sled::transaction::{
    ConflictableTransactionError::Abort, ConflictableTransactionResult, TransactionError, Transactional,
    TransactionalTree,
};
use std::{
    collections::HashMap,
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// sled's cache. 16 MiB holds a busy office, and keeps the program small beside a store of any size.
const CACHE_BYTES: u64 = 16 << 20;

/// How long sled's own threads may take to let go of a file.
const PATIENCE: Duration = Duration::from_secs(2);

const ACCOUNT: &str = "account";
const HELD: &str = "held";
const DRAFTS: &str = "drafts";

/// sled, open.
pub(super) struct Shelf {
    db: sled::Db,
    /// One for each of [`Tree::ALL`], and the account behind them.
    trees: Vec<sled::Tree>,
    pub(super) drafts: sled::Tree,
    pub(super) held: Held,
}

impl Shelf {
    /// Opens sled in `folder`, and makes it where there is none. `fresh` is the account of a shelf without one.
    pub(super) fn open(folder: &Path, fresh: Held) -> Result<Shelf, ShelfFault> {
        make_private_folder(folder).map_err(|error| ShelfFault::Error {
            why: error.to_string(),
        })?;
        // Left-over `snap.*.generating` must be gone by now: sled takes it for a snapshot and fails.
        let config = sled::Config::new().path(folder).cache_capacity(CACHE_BYTES);
        let db = open_when_free(&config)?;
        let trees = Tree::ALL.iter().map(|tree| tree.name()).chain([ACCOUNT]);
        let trees = trees
            .map(|name| caught(|| db.open_tree(name)))
            .collect::<Result<Vec<_>, _>>()?;
        let drafts = caught(|| db.open_tree(DRAFTS))?;
        let mut shelf = Shelf {
            db,
            trees,
            drafts,
            held: fresh,
        };
        if let Some(held) = caught(|| shelf.account().get(HELD))? {
            shelf.held = serde_json::from_slice(&held).map_err(|error| ShelfFault::Error {
                why: error.to_string(),
            })?;
        }
        Ok(shelf)
    }

    fn account(&self) -> &sled::Tree {
        &self.trees[Tree::COUNT]
    }

    /// The bytes under `key`.
    pub(super) fn get(&self, tree: Tree, key: &str) -> Result<Option<sled::IVec>, ShelfFault> {
        caught(|| self.trees[tree.place()].get(key))
    }

    /// Keys and bytes under `prefix`, in the order of the keys.
    pub(super) fn scan(&self, tree: Tree, prefix: &str) -> Scan {
        Scan {
            records: Some(self.trees[tree.place()].scan_prefix(prefix)),
        }
    }

    /// Counts and sums as the records themselves give them.
    pub(super) fn tallies(&self) -> Result<Tallies, ShelfFault> {
        let mut tallies = Tallies::default();
        for tree in Tree::ALL {
            for record in self.scan(tree, "") {
                let (key, record) = record?;
                tallies[tree.place()].add(&key, &record);
            }
        }
        Ok(tallies)
    }

    /// The first change whose `before` is not what is stored.
    pub(super) fn differs(&self, changes: &[Change]) -> Result<Option<(Tree, String)>, ShelfFault> {
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
    /// [`ShelfFault::Differs`] when `strict` and a record is not what an entry says it was; nothing is changed then.
    pub(super) fn take(&mut self, entries: &[Entry], hash: Hash, strict: bool) -> Result<(), ShelfFault> {
        let Some(last) = entries.last() else { return Ok(()) };
        let outcome = caught(|| {
            let done = self.trees[..].transaction(|views| {
                let mut held = self.held.clone();
                (held.seq, held.hash) = (last.seq, hash);
                for change in entries.iter().flat_map(|entry| &entry.changes) {
                    let place = change.tree.place();
                    apply(&views[place], &mut held.tallies[place], change, strict)?;
                }
                let account = serde_json::to_vec(&held).map_err(|error| Abort(Err(error.to_string())))?;
                views[Tree::COUNT].insert(HELD, account)?;
                Ok(held)
            });
            match done {
                Ok(held) => Ok(Ok(held)),
                Err(TransactionError::Storage(error)) => Err(error),
                Err(TransactionError::Abort(Ok((tree, key)))) => Ok(Err(ShelfFault::Differs { tree, key })),
                Err(TransactionError::Abort(Err(why))) => Ok(Err(ShelfFault::Error { why })),
            }
        });
        self.held = outcome??;
        Ok(())
    }

    /// How many records all trees have.
    pub(super) fn records(&self) -> u64 {
        self.held.tallies.iter().map(|tally| tally.count).sum()
    }

    /// Waits until sled's files hold everything.
    pub(super) fn flush(&self) -> Result<(), ShelfFault> {
        caught(|| self.db.flush()).map(|_bytes| ())
    }

    /// Closes sled after `fault`. After a panic this is left to a thread of its own: it waits for ever if the
    /// thread that panicked was sled's flusher.
    pub(super) fn abandon(self, fault: &ShelfFault) {
        match fault {
            // Where no thread can be had, the handle goes with the closure that was to drop it.
            ShelfFault::Panic { .. } => drop(
                thread::Builder::new()
                    .name("sled-close".to_owned())
                    .spawn(|| self.close()),
            ),
            _ => self.close(),
        }
    }

    /// Closes sled; a panic on the way is caught.
    pub(super) fn close(self) {
        // Everything that sled failed to write is in the journal.
        let _ = caught(|| {
            drop(self);
            Ok(())
        });
    }
}

/// Opens sled. Its threads may hold the file for a moment after an earlier handle in this process was dropped; no
/// other process can, while the folder's lock is ours. So a file that is not free is waited for, but not for ever.
fn open_when_free(config: &sled::Config) -> Result<sled::Db, ShelfFault> {
    let patience = Instant::now() + PATIENCE;
    loop {
        match caught(|| config.open()) {
            Err(ShelfFault::Busy) if Instant::now() < patience => thread::sleep(Duration::from_millis(2)),
            outcome => return outcome,
        }
    }
}

/// What ends a transaction from inside: a record that differs, or why the account could not be written.
type Aborted = Result<(Tree, String), String>;

fn apply(
    view: &TransactionalTree,
    tally: &mut Tally,
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
    type Item = Result<(sled::IVec, sled::IVec), ShelfFault>;

    fn next(&mut self) -> Option<Self::Item> {
        let records = self.records.as_mut()?;
        let next = caught(|| records.next().transpose());
        if next.is_err() {
            // After a panic the iterator is not to be trusted, nor dropped.
            std::mem::forget(self.records.take());
        }
        next.transpose()
    }
}

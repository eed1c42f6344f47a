//! The one way to change the store, and the journal given back.
//!
//! It does not know what a command means.

use super::{
    Change, Entries, Entry, NewEntry, Store, StoreError, Tree,
    record::{normal, one_line},
};
use serde_json::value::RawValue;

impl Store {
    /// Writes an entry to the journal and the disk, then to sled, and gives its number. When this returns `Ok` the
    /// entry is safe from a crash and a power cut.
    ///
    /// # Errors
    /// Nothing is changed by any of them: [`StoreError::Stale`] when a `before` is not what is stored,
    /// [`StoreError::Disk`] and the like when the journal cannot be written, [`StoreError::NotARecord`], and
    /// [`StoreError::JournalDamaged`] when reading it over after opening found a fault.
    pub fn commit(&self, new: NewEntry) -> Result<u64, StoreError> {
        let trees: Vec<Tree> = new.changes.iter().map(|change| change.tree).collect();
        let mut inner = self.lock_compared(&trees);
        if let Some(damage) = &inner.damage {
            return Err(StoreError::JournalDamaged(damage.clone()));
        }
        let seq = inner.journal.last_seq() + 1;
        let entry = numbered(new, seq)?;
        match inner.on_sled(&self.shared.folder, |sled| sled.differs(&entry.changes))? {
            Some((tree, key)) => return Err(StoreError::Stale { tree, key }),
            None => {
                let appended = inner.journal.append(&entry);
                inner.is_journal_away = matches!(appended, Err(StoreError::JournalAway { .. }));
                appended?;
            }
        }
        inner.recent.add(&entry);
        let hash = inner.journal.last_hash();
        if let Some(sled) = inner.sled.as_mut()
            && let Err(fault) = sled.take(std::slice::from_ref(&entry), hash, true)
        {
            // The entry is saved; sled is given it when it is opened again, now or at the next call.
            inner.close_sled(&fault);
            let _ = inner.revive(&self.shared.folder);
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
}

impl Store {
    /// The addresses of the records that were changed by the entries from number `from` on, oldest first. Those of the
    /// last entries are remembered, others are read from the journal.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn changed_since(&self, from: u64) -> Result<Vec<(Tree, String)>, StoreError> {
        if let Some(addresses) = self.lock().recent.since(from) {
            return Ok(addresses);
        }
        let mut addresses = Vec::new();
        for entry in self.entries(from)? {
            addresses.extend(entry?.changes.into_iter().map(|change| (change.tree, change.key)));
        }
        Ok(addresses)
    }

    /// The SHA-256 of entry `seq` as it stands in the journal, chained to all before it; `None` where there is none.
    /// Two stores with the same hash under the same number have the same history up to there.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn hash_of(&self, seq: u64) -> Result<Option<[u8; 32]>, StoreError> {
        self.lock().journal.hash_at(seq)
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
        wrong_befores: Vec::new(),
    })
}

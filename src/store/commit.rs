//! The one way to change the store, and the journal given back.
//!
//! It does not know what a command means.

use super::{
    Change, Entries, Entry, NewEntry, Store, StoreError,
    record::{normal, one_line},
};
use serde_json::value::RawValue;

impl Store {
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

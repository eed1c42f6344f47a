//! Changes gathered for one journal entry: what a record was, and what it shall be. Does not know any rule.

use crate::calendar::Moment;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::office::command::{DiskError, Failure, Refusal, StoreFailure};
use crate::store::{Change, NewEntry, SledFault, Store, StoreError, Tree, from_record, to_record};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// What the journal says of a command beside its changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommandNote {
    /// Name, `record_resolution`.
    pub name: String,
    /// The session it was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The resolution it was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<ResolutionId>,
    /// For undo: the entry that it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<u64>,
    /// For redo: the entry that it brings back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redoes: Option<u64>,
}

impl CommandNote {
    /// A note of a command with this name.
    pub fn named(name: &str) -> CommandNote {
        CommandNote {
            name: name.to_owned(),
            ..CommandNote::default()
        }
    }

    /// The same, about a session.
    pub fn about_session(name: &str, session: &SessionId) -> CommandNote {
        CommandNote {
            session: Some(session.clone()),
            ..CommandNote::named(name)
        }
    }

    /// The same, about a resolution and its session.
    pub fn about_resolution(name: &str, resolution: &ResolutionId) -> CommandNote {
        CommandNote {
            resolution: Some(resolution.clone()),
            ..CommandNote::about_session(name, &resolution.session())
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale { .. } => Failure::Refused(Refusal::RecordIsStale),
            error => {
                tracing::error!(%error, "the store failed");
                Failure::Store(StoreFailure::from(&error))
            }
        }
    }
}

impl From<&StoreError> for StoreFailure {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Disk { error, .. } | StoreError::SledDamaged(SledFault::Disk { error, .. }) => {
                StoreFailure::Disk(*error)
            }
            StoreError::NotFound { .. } => StoreFailure::Disk(DiskError::NotFound),
            StoreError::LaterVersion { .. } | StoreError::RecordLater { .. } => StoreFailure::LaterVersion,
            StoreError::Locked { .. } => StoreFailure::Locked,
            StoreError::JournalAway { .. } => StoreFailure::JournalAway,
            StoreError::JournalDamaged(_)
            | StoreError::BackupDamaged { .. }
            | StoreError::SledDamaged(_)
            | StoreError::RecordDamaged { .. } => StoreFailure::Damaged,
            // The first three are of opening, restoring and backups, and a stale record is a refusal: none comes from a change.
            StoreError::NotAStore { .. }
            | StoreError::InStore { .. }
            | StoreError::NotEmpty { .. }
            | StoreError::Stale { .. }
            | StoreError::NotARecord { .. } => StoreFailure::Unfit,
        }
    }
}

/// A record as the store holds it.
type Raw = Option<Box<RawValue>>;

/// The changes of one command. Reading through it shows them as if they were made.
pub struct Transaction<'a> {
    store: &'a Store,
    changes: BTreeMap<(Tree, String), (Raw, Raw)>,
}

impl<'a> Transaction<'a> {
    /// An empty one over `store`.
    pub fn over(store: &'a Store) -> Transaction<'a> {
        Transaction {
            store,
            changes: BTreeMap::new(),
        }
    }

    /// A record as it will stand, none where there is none.
    ///
    /// # Errors
    /// Those of the store, by what a person can do about them.
    pub fn get<T: DeserializeOwned>(&self, tree: Tree, key: &str) -> Result<Option<T>, Failure> {
        match self.changes.get(&(tree, key.to_owned())) {
            Some((_, after)) => Ok(after
                .as_deref()
                .map(|raw| from_record(tree, key, raw.get()))
                .transpose()?),
            None => Ok(self.store.get(tree, key)?),
        }
    }

    /// A record that must be there.
    ///
    /// # Errors
    /// [`Refusal::NoSuchRecord`], and those of the store.
    pub fn require<T: DeserializeOwned>(&self, tree: Tree, key: &str) -> Result<T, Failure> {
        self.get(tree, key)?
            .ok_or_else(|| Refusal::NoSuchRecord(key.to_owned()).into())
    }

    /// All stored records whose key begins with `prefix`, in key order, as they stood before this transaction.
    ///
    /// # Errors
    /// Those of the store.
    pub fn stored<T: DeserializeOwned>(&self, tree: Tree, prefix: &str) -> Result<Vec<T>, Failure> {
        self.store.scan::<T>(tree, prefix).map(|row| Ok(row?.1)).collect()
    }

    /// The same as they will stand after it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn standing<T: DeserializeOwned>(&self, tree: Tree, prefix: &str) -> Result<Vec<T>, Failure> {
        let is_changed = |key: &str| self.changes.contains_key(&(tree, key.to_owned()));
        let mut records = Vec::new();
        for row in self.store.scan::<T>(tree, prefix) {
            let (key, record) = row?;
            if !is_changed(&key) {
                records.push((key, record));
            }
        }
        for ((_, key), (_, after)) in self
            .changes
            .iter()
            .filter(|((t, key), _)| *t == tree && key.starts_with(prefix))
        {
            if let Some(raw) = after {
                records.push((key.clone(), from_record(tree, key, raw.get())?));
            }
        }
        records.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(records.into_iter().map(|(_, record)| record).collect())
    }

    /// Whether a record whose key begins with `prefix` will stand after it. No record is read.
    ///
    /// # Errors
    /// Those of the store.
    pub fn has_any(&self, tree: Tree, prefix: &str) -> Result<bool, Failure> {
        let changed = |key: &str| self.changes.get(&(tree, key.to_owned()));
        for row in self.store.scan_raw(tree, prefix) {
            let (key, _) = row?;
            if changed(&key).is_none_or(|(_, after)| after.is_some()) {
                return Ok(true);
            }
        }
        let made = |((t, key), (_, after)): (&(Tree, String), &(Raw, Raw))| {
            *t == tree && key.starts_with(prefix) && after.is_some()
        };
        Ok(self.changes.iter().any(made))
    }

    /// A record as it stood before this transaction.
    ///
    /// # Errors
    /// Those of the store.
    pub fn stood<T: DeserializeOwned>(&self, tree: Tree, key: &str) -> Result<Option<T>, Failure> {
        Ok(self.store.get(tree, key)?)
    }

    /// The sessions whose own records, notes, attendance, resolutions or corrections this transaction touches.
    pub fn sessions(&self) -> BTreeSet<SessionId> {
        let inside = [
            Tree::Sessions,
            Tree::Notes,
            Tree::Attendance,
            Tree::Resolutions,
            Tree::Corrections,
        ];
        let touched = self.changes.keys().filter(|(tree, _)| inside.contains(tree));
        touched
            .map(|(_, key)| SessionId(key.split('/').next().unwrap_or_default().to_owned()))
            .collect()
    }

    /// The keys of a tree that this transaction touches.
    pub fn touched(&self, tree: Tree) -> Vec<String> {
        let touched = self.changes.keys().filter(|(touched, _)| *touched == tree);
        touched.map(|(_, key)| key.clone()).collect()
    }

    /// The keys of a tree whose records it makes others, or takes away.
    pub fn differing(&self, tree: Tree) -> Vec<&str> {
        let text = |raw: &Raw| raw.as_deref().map(|raw| raw.get().to_owned());
        let of_tree = self.changes.iter().filter(|((of, _), _)| *of == tree);
        of_tree
            .filter(|(_, (before, after))| text(before) != text(after))
            .map(|((_, key), _)| key.as_str())
            .collect()
    }

    /// The store it is over.
    pub fn store(&self) -> &'a Store {
        self.store
    }

    /// Whether the record is still what the form saw.
    ///
    /// # Errors
    /// [`Refusal::RecordIsStale`] where it is not, [`Refusal::NoSuchRecord`], and those of the store.
    pub fn expect_unchanged<T>(&self, tree: Tree, key: &str, seen: &T) -> Result<(), Failure>
    where
        T: DeserializeOwned + PartialEq,
    {
        let stored: T = self.require(tree, key)?;
        if stored == *seen {
            Ok(())
        } else {
            Err(Refusal::RecordIsStale.into())
        }
    }

    /// Writes a record.
    ///
    /// # Errors
    /// Those of the store, which is asked what the record was.
    pub fn put<T: Serialize>(&mut self, tree: Tree, key: &str, record: &T) -> Result<(), Failure> {
        self.set(tree, key, Some(to_record(record)?))
    }

    /// Takes a record away.
    ///
    /// # Errors
    /// Those of the store, which is asked what the record was.
    pub fn remove(&mut self, tree: Tree, key: &str) -> Result<(), Failure> {
        self.set(tree, key, None)
    }

    /// Gives a record these bytes, or none.
    ///
    /// # Errors
    /// Those of the store, which is asked what the record was.
    pub fn set(&mut self, tree: Tree, key: &str, after: Raw) -> Result<(), Failure> {
        let address = (tree, key.to_owned());
        match self.changes.get_mut(&address) {
            Some(change) => change.1 = after,
            None => {
                let before = self.store.get_raw(tree, key)?;
                self.changes.insert(address, (before, after));
            }
        }
        Ok(())
    }

    /// Commits what differs. Returns the entry's number, none where nothing differs.
    ///
    /// # Errors
    /// Those of the store; nothing was changed then.
    pub fn commit(self, actor: &str, now: Moment, note: &CommandNote) -> Result<Option<u64>, Failure> {
        let changes: Vec<Change> = self
            .changes
            .into_iter()
            .filter(|(_, (before, after))| {
                before.as_deref().map(RawValue::get) != after.as_deref().map(RawValue::get)
            })
            .map(|((tree, key), (before, after))| Change {
                tree,
                key,
                before,
                after,
            })
            .collect();
        if changes.is_empty() {
            return Ok(None);
        }
        let command = serde_json::value::to_raw_value(note).map_err(|error| {
            tracing::error!(%error, "the note of a command was not written");
            Failure::Store(StoreFailure::Unfit)
        })?;
        let entry = NewEntry {
            at: now,
            actor: actor.to_owned(),
            command,
            changes,
        };
        Ok(Some(self.store.commit(entry)?))
    }
}

/// Reads what a command noted in the journal.
///
/// # Errors
/// [`StoreFailure::Damaged`] where it is no such note.
pub fn read_note(raw: &RawValue) -> Result<CommandNote, Failure> {
    serde_json::from_str(raw.get()).map_err(|error| {
        tracing::error!(%error, "the note of a command was not read");
        Failure::Store(StoreFailure::Damaged)
    })
}

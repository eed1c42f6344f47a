//! An index kept beside a store: opened where it fits the journal, brought up to the last entry before each question,
//! thrown away where it is damaged. Does not know which documents are in it.
//!
//! It is a copy. It is stamped with the number and hash of the journal's entry that it holds; one that does not fit the
//! journal, is damaged or was made with other holidays is thrown away and made again. Until it is whole there is no
//! answer from it, and whoever asks reads the records themselves.

use super::document::{tell_body, tell_organisation};
use super::heads::Heads;
use crate::domain::body::Body;
use crate::domain::organisation::Organisation;
use crate::office::command::Failure;
use crate::search::index::{FilterNames, Index, Making};
use crate::store::{Store, StoreError, Tree};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;

/// So many documents changed since the index was written are no trouble at the next opening.
const FRESH_AT_CLOSE: usize = 256;
/// More changes than this are not followed one by one; the index is made again.
const MOST_TO_FOLLOW: usize = 50_000;
/// Another one when documents are made otherwise from the same records; the fourth was never made from records that
/// had not been compared with the journal.
const MADE_AS: u32 = 4;
/// From these the first day of lateness is reckoned.
const HOLIDAYS: &[u8] = include_bytes!("../../../data/holidays.txt");

/// Takes records that were changed, by tree and key, from the store into an index.
pub(super) type Follow = fn(&Store, &mut Index, &mut Heads, &[(Tree, String)]) -> Result<(), Trouble>;

/// What tells one index beside a store from another.
#[derive(Clone, Copy)]
pub(super) struct IndexKind {
    /// Its folder in that of the store.
    pub folder: &'static str,
    /// So many changed documents are written at once, so that looking through them stays quick.
    pub fresh_in_use: usize,
    /// Takes in what became of changed records.
    pub follow: Follow,
}

/// An index with what is asked beside it.
pub(super) struct KeptIndex {
    kind: IndexKind,
    /// None until it is whole.
    pub index: Option<Index>,
    names: FilterNames,
    /// Read when a document is taken in that waits for another session.
    heads: Heads,
    /// The last entry that is in it.
    pub seq: u64,
}

/// What an index on the disk is of.
#[derive(PartialEq, Serialize, Deserialize)]
struct Stamp {
    made_as: u32,
    seq: u64,
    hash: [u8; 32],
    holidays: u32,
}

/// Why an index gave no answer.
pub(super) enum Trouble {
    Store(Failure),
    Index(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        Trouble::Index(error)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Trouble {
        Trouble::Store(error.into())
    }
}

impl IndexKind {
    /// Where it lies.
    pub(super) fn folder(&self, store: &Store) -> PathBuf {
        store.folder().join(self.folder)
    }

    /// The index that lies on the disk, if it fits; else one that is to be made.
    pub(super) fn opened(self, store: &Store) -> KeptIndex {
        let found = self.found(store).unwrap_or_else(|trouble| {
            trouble.warn(self, "was not opened");
            None
        });
        found.unwrap_or_else(|| KeptIndex {
            kind: self,
            index: None,
            names: FilterNames::default(),
            heads: Heads::default(),
            seq: 0,
        })
    }

    fn found(self, store: &Store) -> Result<Option<KeptIndex>, Trouble> {
        let (index, note) = match Index::open(&self.folder(store)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        let Some(seq) = entry_of(store, &note)? else {
            return Ok(None);
        };
        Ok(Some(KeptIndex {
            kind: self,
            index: Some(index),
            names: names(store)?,
            heads: Heads::default(),
            seq,
        }))
    }

    /// The index that was made from the records as of entry `seq`, written.
    pub(super) fn made(
        self,
        store: &Store,
        making: Making,
        names: FilterNames,
        seq: u64,
    ) -> Result<KeptIndex, Trouble> {
        let mut index = making.end()?;
        index.save(&self.folder(store), &stamp(store, seq)?)?;
        Ok(KeptIndex {
            kind: self,
            index: Some(index),
            names,
            heads: Heads::default(),
            seq,
        })
    }
}

impl KeptIndex {
    /// Asks it as of the last entry; none where it is not whole, or no longer is.
    pub(super) fn ask<T>(
        &mut self,
        store: &Store,
        question: impl FnOnce(&Index, &FilterNames) -> io::Result<T>,
    ) -> Result<Option<T>, Failure> {
        let answer = self.follow(store).and_then(|follows| match &self.index {
            Some(index) if follows => Ok(Some(question(index, &self.names)?)),
            _ => Ok(None),
        });
        match answer {
            Ok(Some(answer)) => Ok(Some(answer)),
            Ok(None) => {
                self.index = None;
                Ok(None)
            }
            Err(Trouble::Store(failure)) => {
                self.index = None;
                Err(failure)
            }
            Err(trouble) => {
                trouble.warn(self.kind, "is damaged and made again");
                self.index = None;
                // What cannot be removed leads to the same damage again, not to a wrong answer.
                let _ = std::fs::remove_dir_all(self.kind.folder(store));
                Ok(None)
            }
        }
    }

    /// Brings it up to the last entry; `false` where it is not whole, or too much was changed for that.
    fn follow(&mut self, store: &Store) -> Result<bool, Trouble> {
        let Some(index) = self.index.as_mut() else {
            return Ok(false);
        };
        let last = store.last_seq();
        if last == self.seq {
            return Ok(true);
        }
        let changed = store.changed_since(self.seq + 1)?;
        if changed.len() > MOST_TO_FOLLOW {
            return Ok(false);
        }
        tell_changed(store, &mut self.names, &changed)?;
        (self.kind.follow)(store, index, &mut self.heads, &changed)?;
        self.seq = last;
        if index.fresh() > self.kind.fresh_in_use {
            index.save(&self.kind.folder(store), &stamp(store, last)?)?;
        }
        Ok(true)
    }

    /// Writes what was changed, where that is much.
    pub(super) fn close(&mut self, store: &Store) {
        let is_much = |index: &&mut Index| index.fresh() > FRESH_AT_CLOSE;
        if let Some(index) = self.index.as_mut().filter(is_much)
            && let Ok(stamp) = stamp(store, self.seq)
        {
            // One that could not be written is brought up to date at the next opening.
            let _ = index.save(&self.kind.folder(store), &stamp);
        }
    }
}

impl Trouble {
    /// Writes to the trace what happened to an index.
    pub(super) fn warn(&self, kind: IndexKind, what: &str) {
        let folder = kind.folder;
        match self {
            Trouble::Store(failure) => tracing::warn!(?failure, folder, "the index {what}"),
            Trouble::Index(error) => tracing::warn!(%error, folder, "the index {what}"),
        }
    }
}

/// What is written beside an index that holds all up to entry `seq`.
pub(super) fn stamp(store: &Store, seq: u64) -> Result<String, Trouble> {
    let stamp = Stamp {
        made_as: MADE_AS,
        seq,
        hash: store.hash_of(seq)?.unwrap_or_default(),
        holidays: crc32c::crc32c(HOLIDAYS),
    };
    Ok(serde_json::to_string(&stamp).map_err(io::Error::from)?)
}

/// The entry that an index with this stamp holds, where it is of this store's history.
fn entry_of(store: &Store, note: &str) -> Result<Option<u64>, Trouble> {
    let Ok(found) = serde_json::from_str::<Stamp>(note) else {
        return Ok(None);
    };
    let fits = found.seq <= store.last_seq() && stamp(store, found.seq)? == note;
    Ok(fits.then_some(found.seq))
}

/// The names of all bodies and organisations.
pub(super) fn names(store: &Store) -> Result<FilterNames, StoreError> {
    let mut names = FilterNames::default();
    for body in store.readable::<Body>(Tree::Bodies, "") {
        tell_body(&mut names, &body?.1);
    }
    for organisation in store.readable::<Organisation>(Tree::Organisations, "") {
        tell_organisation(&mut names, &organisation?.1);
    }
    Ok(names)
}

fn tell_changed(
    store: &Store,
    names: &mut FilterNames,
    changed: &[(Tree, String)],
) -> Result<(), StoreError> {
    for (tree, key) in changed {
        match tree {
            Tree::Bodies => match store.get_readable::<Body>(*tree, key)? {
                Some(body) => tell_body(names, &body),
                None => names.set_body(key.clone(), Vec::new()),
            },
            Tree::Organisations => match store.get_readable::<Organisation>(*tree, key)? {
                Some(organisation) => tell_organisation(names, &organisation),
                None => names.set_organisation(key.clone(), Vec::new()),
            },
            _ => {}
        }
    }
    Ok(())
}

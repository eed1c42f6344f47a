//! Everything an office keeps, put into an archive: read while it is written, so that it costs no memory whatever there
//! is. Does not know files, nor what becomes of an archive.

use super::Office;
use super::command::Failure;
use crate::domain::correction::Correction;
use crate::domain::session::Session;
use crate::domain::signed_minutes::SignedMinutes;
use crate::exchange::archive::{Archive, FORMAT, has_papers_of_items, version_that_has};
use crate::store::{Store, Tree};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::{SerializeMap, Serializer};
use std::cell::RefCell;
use std::fmt;
use std::io::{self, Write};
use std::marker::PhantomData;

/// Everything in the store that can be read, as an archive; the store remembers what cannot
/// ([`Store::unreadable`](Store::unreadable)).
///
/// # Errors
/// [`Failure`] where the store cannot be read.
#[cfg(test)]
pub fn whole_archive(office: &Office) -> Result<Archive, Failure> {
    let mut bytes = Vec::new();
    match StoredArchive::of(office).write(&mut bytes) {
        Ok(()) => Ok(crate::exchange::archive::read_archive(&bytes).unwrap_or_default()),
        Err(ArchiveTrouble::Unread(failure)) => Err(failure),
        Err(ArchiveTrouble::Disk(error)) => panic!("memory refused: {error}"),
    }
}

/// Everything in a store, on its way into an archive: it is read while it is written, and never held whole.
pub struct StoredArchive {
    store: Store,
}

/// Why an archive was not written.
#[derive(Debug)]
pub enum ArchiveTrouble {
    /// The store could not be read.
    Unread(Failure),
    /// What it was written to refused.
    Disk(io::Error),
}

impl fmt::Debug for StoredArchive {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("StoredArchive").finish_non_exhaustive()
    }
}

impl StoredArchive {
    /// Of an office; it works with a handle of its own.
    pub fn of(office: &Office) -> StoredArchive {
        StoredArchive {
            store: office.store().handle(),
        }
    }

    /// Writes everything that can be read, as an indented JSON document that ends with a newline; the store remembers
    /// what cannot ([`Store::unreadable`]).
    ///
    /// # Errors
    /// [`ArchiveTrouble`]; what was written until then is no archive.
    pub fn write(&self, out: &mut dyn Write) -> Result<(), ArchiveTrouble> {
        let reading = ArchiveReading {
            store: &self.store,
            refused: RefCell::default(),
        };
        let written = reading.serialize(&mut serde_json::Serializer::pretty(&mut *out));
        match (reading.refused.into_inner(), written) {
            (Some(failure), _) => Err(ArchiveTrouble::Unread(failure)),
            (None, Err(error)) => Err(ArchiveTrouble::Disk(error.into())),
            (None, Ok(())) => out.write_all(b"\n").map_err(ArchiveTrouble::Disk),
        }
    }
}

/// A store that is being written out.
struct ArchiveReading<'a> {
    store: &'a Store,
    /// Why it could not be read on.
    refused: RefCell<Option<Failure>>,
}

impl ArchiveReading<'_> {
    /// The records of a tree, up to its end or to where the store refuses.
    fn records<T: DeserializeOwned>(&self, tree: Tree) -> impl Iterator<Item = T> {
        self.store
            .readable::<T>(tree, "")
            .map_while(|record| match record {
                Ok((_, record)) => Some(record),
                Err(error) => {
                    *self.refused.borrow_mut() = Some(error.into());
                    None
                }
            })
    }

    /// The records of a tree, of the type that the archive's list has.
    fn list<T>(&self, tree: Tree, _alike: &[T]) -> ArchiveList<'_, T> {
        ArchiveList {
            reading: self,
            tree,
            of: PhantomData,
        }
    }
}

impl Serialize for ArchiveReading<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // It has nothing; its lists say what the document's lists are of, and none is forgotten.
        let Archive {
            format: _,
            version: _,
            bodies,
            organisations,
            seats,
            sessions,
            notes,
            attendance,
            resolutions,
            sources,
            corrections,
            signed_minutes,
        } = &Archive::default();
        let has_corrections = self.records::<Correction>(Tree::Corrections).next().is_some();
        let has_signed = self
            .records::<SignedMinutes>(Tree::SignedMinutes)
            .next()
            .is_some();
        let has_papers = self
            .records::<Session>(Tree::Sessions)
            .any(|session| has_papers_of_items(&session));
        let version = version_that_has(has_corrections, has_signed, has_papers);
        let mut written = serializer.serialize_map(None)?;
        written.serialize_entry("format", FORMAT)?;
        written.serialize_entry("version", &version)?;
        written.serialize_entry("bodies", &self.list(Tree::Bodies, bodies))?;
        written.serialize_entry("organisations", &self.list(Tree::Organisations, organisations))?;
        written.serialize_entry("seats", &self.list(Tree::Seats, seats))?;
        written.serialize_entry("sessions", &self.list(Tree::Sessions, sessions))?;
        written.serialize_entry("notes", &self.list(Tree::Notes, notes))?;
        written.serialize_entry("attendance", &self.list(Tree::Attendance, attendance))?;
        written.serialize_entry("resolutions", &self.list(Tree::Resolutions, resolutions))?;
        written.serialize_entry("sources", &self.list(Tree::Sources, sources))?;
        if has_corrections {
            written.serialize_entry("corrections", &self.list(Tree::Corrections, corrections))?;
        }
        if has_signed {
            let list = self.list(Tree::SignedMinutes, signed_minutes);
            written.serialize_entry("signed_minutes", &list)?;
        }
        written.end()
    }
}

struct ArchiveList<'a, T> {
    reading: &'a ArchiveReading<'a>,
    tree: Tree,
    of: PhantomData<T>,
}

impl<T: Serialize + DeserializeOwned> Serialize for ArchiveList<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.reading.records::<T>(self.tree))
    }
}

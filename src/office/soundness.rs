//! Whether every record reads as what it is, lies under its own key, and names only records that are there.
//! Does not know how a record lies on the disk: the store has compared that.

use crate::domain::attendance::Attendance;
use crate::domain::body::Body;
use crate::domain::correction::Correction;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session, Source};
use crate::domain::signed_minutes::SignedMinutes;
use crate::office::command::Failure;
use crate::store::{Store, StoreError, Tree};
use serde::de::DeserializeOwned;
use std::collections::HashSet;

/// What is wrong with a record that the store gives back as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordFault {
    /// Where the record lives.
    pub tree: Tree,
    /// Under which key.
    pub key: String,
    /// What is wrong.
    pub kind: RecordFaultKind,
}

/// Kinds of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordFaultKind {
    /// It does not read as what it should be.
    Unread,
    /// A later release wrote it.
    OfLaterVersion,
    /// It carries another key than it lies under.
    OtherKey(String),
    /// It names a record that is not there.
    NamesNobody(Tree, String),
}

/// No more faults than this are listed.
const MOST_FAULTS: usize = 100;

/// How many names are remembered to be there; most are named many times in a row.
const MOST_REMEMBERED: usize = 10_000;

/// Reads every record as the program does. Gives the first hundred faults, by tree and key.
///
/// # Errors
/// [`Failure`] where the store itself cannot be read.
pub fn faults(store: &Store) -> Result<Vec<RecordFault>, Failure> {
    let mut faults = Faults {
        store,
        found: Vec::new(),
        there: HashSet::new(),
    };
    faults.of_tree(Tree::Bodies, |r: &Body| r.id.to_string(), |_| vec![])?;
    faults.of_tree(
        Tree::Organisations,
        |r: &Organisation| r.id.to_string(),
        |_| vec![],
    )?;
    let of_seat = |r: &Seat| {
        let organisation = r
            .organisation
            .iter()
            .map(|id| (Tree::Organisations, id.to_string()));
        std::iter::once((Tree::Bodies, r.body.to_string()))
            .chain(organisation)
            .collect()
    };
    faults.of_tree(Tree::Seats, |r: &Seat| r.id.to_string(), of_seat)?;
    faults.of_tree(Tree::Sessions, |r: &Session| r.id.to_string(), of_session)?;
    faults.of_tree(
        Tree::Notes,
        |r: &Note| r.id.to_string(),
        |r| vec![session_of(r.id.as_str())],
    )?;
    let key = |r: &Attendance| Attendance::key(&r.session, &r.seat);
    let of_mark = |r: &Attendance| {
        vec![
            (Tree::Sessions, r.session.to_string()),
            (Tree::Seats, r.seat.to_string()),
        ]
    };
    faults.of_tree(Tree::Attendance, key, of_mark)?;
    let of_resolution = |r: &Resolution| {
        let known = r.all_responsible().filter_map(|one| one.organisation.as_ref());
        let organisations = known.map(|id| (Tree::Organisations, id.to_string()));
        std::iter::once((Tree::Sessions, r.id.session().to_string()))
            .chain(organisations)
            .collect()
    };
    faults.of_tree(
        Tree::Resolutions,
        |r: &Resolution| r.id.to_string(),
        of_resolution,
    )?;
    faults.of_tree(Tree::Sources, |r: &Source| r.sha256.clone(), |_| vec![])?;
    let of_correction = |r: &Correction| vec![session_of(r.id.as_str())];
    faults.of_tree(
        Tree::Corrections,
        |r: &Correction| r.id.to_string(),
        of_correction,
    )?;
    let key = |r: &SignedMinutes| SignedMinutes::key(&r.session.id, r.version);
    let of_version = |r: &SignedMinutes| vec![(Tree::Sessions, r.session.id.to_string())];
    faults.of_tree(Tree::SignedMinutes, key, of_version)?;
    Ok(faults.found)
}

fn of_session(session: &Session) -> Vec<(Tree, String)> {
    let source = session.source.iter().map(|key| (Tree::Sources, key.clone()));
    std::iter::once((Tree::Bodies, session.body.to_string()))
        .chain(source)
        .collect()
}

/// The session whose id stands in front of this one.
fn session_of(id: &str) -> (Tree, String) {
    let session = id.split('/').next().unwrap_or_default();
    (Tree::Sessions, session.to_owned())
}

struct Faults<'a> {
    store: &'a Store,
    found: Vec<RecordFault>,
    /// Records that were named and are there.
    there: HashSet<(Tree, String)>,
}

impl Faults<'_> {
    fn of_tree<T: DeserializeOwned>(
        &mut self,
        tree: Tree,
        own_key: impl Fn(&T) -> String,
        names: impl Fn(&T) -> Vec<(Tree, String)>,
    ) -> Result<(), Failure> {
        for record in self.store.scan::<T>(tree, "") {
            if self.found.len() >= MOST_FAULTS {
                return Ok(());
            }
            match record {
                Ok((key, record)) => self.of_record(tree, key, &own_key(&record), names(&record))?,
                Err(StoreError::RecordDamaged { key, .. }) => self.add(tree, key, RecordFaultKind::Unread),
                Err(StoreError::RecordLater { key, .. }) => {
                    self.add(tree, key, RecordFaultKind::OfLaterVersion)
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn of_record(
        &mut self,
        tree: Tree,
        key: String,
        own_key: &str,
        names: Vec<(Tree, String)>,
    ) -> Result<(), Failure> {
        if key != own_key {
            self.add(tree, key, RecordFaultKind::OtherKey(own_key.to_owned()));
            return Ok(());
        }
        for (named, of) in names {
            let name = (named, of);
            if !self.is_there(&name)? {
                let (named, of) = name;
                self.add(tree, key.clone(), RecordFaultKind::NamesNobody(named, of));
            }
        }
        Ok(())
    }

    fn is_there(&mut self, name: &(Tree, String)) -> Result<bool, Failure> {
        if self.there.contains(name) {
            return Ok(true);
        }
        let is_there = self.store.has(name.0, &name.1)?;
        if is_there {
            if self.there.len() >= MOST_REMEMBERED {
                self.there.clear();
            }
            self.there.insert(name.clone());
        }
        Ok(is_there)
    }

    fn add(&mut self, tree: Tree, key: String, kind: RecordFaultKind) {
        self.found.push(RecordFault { tree, key, kind });
    }
}

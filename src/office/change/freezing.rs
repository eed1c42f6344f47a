//! Minutes kept whole as they were signed: gathered when they are signed, and of minutes that an earlier program signed
//! before anything around them changes. Does not know what may change afterwards.

use super::transaction::Transaction;
use crate::calendar::Day;
use crate::domain::attendance::Attendance;
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::domain::signed_minutes::{SignedMinutes, frozen_body, frozen_seat};
use crate::office::command::Failure;
use crate::store::Tree;
use serde::de::DeserializeOwned;
use std::collections::{BTreeSet, HashSet};

/// On which side of a transaction records are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// As they stood before it.
    Before,
    /// As they will stand after it.
    After,
}

impl Side {
    pub fn all<T: DeserializeOwned>(
        self,
        t: &Transaction,
        tree: Tree,
        prefix: &str,
    ) -> Result<Vec<T>, Failure> {
        match self {
            Side::Before => t.stored(tree, prefix),
            Side::After => t.standing(tree, prefix),
        }
    }

    fn one<T: DeserializeOwned>(self, t: &Transaction, tree: Tree, key: &str) -> Result<Option<T>, Failure> {
        match self {
            Side::Before => t.stood(tree, key),
            Side::After => t.get(tree, key),
        }
    }
}

/// The records of a session's minutes, without what stands around them.
pub(super) fn records(t: &Transaction, side: Side, session: Session) -> Result<SignedMinutes, Failure> {
    let inside = format!("{}/", session.id);
    Ok(SignedMinutes {
        attendance: side.all(t, Tree::Attendance, &inside)?,
        notes: side.all(t, Tree::Notes, &inside)?,
        resolutions: side.all(t, Tree::Resolutions, &inside)?,
        session,
        ..SignedMinutes::default()
    })
}

/// The whole minutes of a session, with its body and the seats of its roll as they are.
pub(super) fn minutes(t: &Transaction, side: Side, session: Session) -> Result<SignedMinutes, Failure> {
    let date = session.date;
    let minutes = records(t, side, session)?;
    let body: Option<Body> = side.one(t, Tree::Bodies, minutes.session.body.as_str())?;
    let marked: HashSet<_> = minutes
        .attendance
        .iter()
        .map(|Attendance { seat, .. }| seat)
        .collect();
    let mut seats: Vec<Seat> = side.all(t, Tree::Seats, "")?;
    seats.retain(|seat| {
        seat.body == minutes.session.body && (seat.exists_on(date) || marked.contains(&seat.id))
    });
    let mut notes = minutes.notes;
    // What is for the secretary alone is not signed.
    notes.retain(|note| !note.private);
    Ok(SignedMinutes {
        notes,
        version: last_version(t, &minutes.session.id)? + 1,
        body: frozen_body(&body.unwrap_or_default(), date),
        seats: seats.iter().map(|seat| frozen_seat(seat, date)).collect(),
        ..minutes
    })
}

/// The number of the last version that was signed, 0 before the first.
fn last_version(t: &Transaction, id: &SessionId) -> Result<u32, Failure> {
    let all = versions(t, Side::After, id)?;
    Ok(all.last().map_or(0, |last| last.version))
}

/// The versions that were signed, the first one first.
pub(super) fn versions(t: &Transaction, side: Side, id: &SessionId) -> Result<Vec<SignedMinutes>, Failure> {
    let mut all: Vec<SignedMinutes> = side.all(t, Tree::SignedMinutes, &format!("{id}/"))?;
    all.sort_by_key(|one| one.version);
    Ok(all)
}

/// The version that holds: the last one, where it was not opened again.
pub(super) fn version_that_holds(
    t: &Transaction,
    side: Side,
    id: &SessionId,
) -> Result<Option<SignedMinutes>, Failure> {
    let last = versions(t, side, id)?.pop();
    Ok(last.filter(|last| last.reopened.is_none()))
}

/// Writes a version.
pub(super) fn put(t: &mut Transaction, minutes: &SignedMinutes) -> Result<(), Failure> {
    let key = SignedMinutes::key(&minutes.session.id, minutes.version);
    t.put(Tree::SignedMinutes, &key, minutes)
}

/// Keeps minutes that are final and of which no version was kept, as they stood before this transaction.
pub(super) fn keep_late(t: &mut Transaction, session: Session, today: Day) -> Result<SignedMinutes, Failure> {
    let minutes = SignedMinutes {
        kept_late: Some(today),
        ..minutes(t, Side::Before, session)?
    };
    put(t, &minutes)?;
    Ok(minutes)
}

/// Before a seat or a body changes, the signed minutes that show it are kept, where an earlier program did not.
pub(super) fn keep_what_changes(t: &mut Transaction, today: Day) -> Result<(), Failure> {
    let bodies = changed_bodies(t)?;
    if bodies.is_empty() {
        return Ok(());
    }
    for session in t.stored::<Session>(Tree::Sessions, "")? {
        if session.state.is_open() || !bodies.contains(&session.body) {
            continue;
        }
        // One whose import is taken back goes with its body.
        let stays = t.get::<Session>(Tree::Sessions, session.id.as_str())?.is_some();
        if stays && !t.has_any(Tree::SignedMinutes, &format!("{}/", session.id))? {
            keep_late(t, session, today)?;
        }
    }
    Ok(())
}

/// The bodies that were there before, and that this transaction changes, or a seat of theirs.
fn changed_bodies(t: &Transaction) -> Result<BTreeSet<BodyId>, Failure> {
    let mut bodies: BTreeSet<BodyId> = t.touched(Tree::Bodies).into_iter().map(BodyId).collect();
    for key in t.touched(Tree::Seats) {
        let sides: [Option<Seat>; 2] = [t.stood(Tree::Seats, &key)?, t.get(Tree::Seats, &key)?];
        bodies.extend(sides.into_iter().flatten().map(|seat| seat.body));
    }
    let mut stood = BTreeSet::new();
    for body in bodies {
        if t.stood::<Body>(Tree::Bodies, body.as_str())?.is_some() {
            stood.insert(body);
        }
    }
    Ok(stood)
}

//! The name of a person mended wherever the person is named, but never in signed minutes. A person is one in all
//! bodies; two persons of one name are told apart by their holdings.
//! Does not know which form the name was mended in.

use super::transaction::Transaction;
use crate::domain::attendance::Attendance;
use crate::domain::ids::{BodyId, SeatId, SessionId};
use crate::domain::names::whole_name;
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::{Note, Session};
use crate::office::command::Failure;
use crate::store::Tree;
use std::collections::{HashMap, HashSet};

/// A name as it was written and as it is right, of one person.
struct MendedName {
    was: Holder,
    is: Holder,
}

/// Where the one whose name is mended sits, and where others of the name do.
struct WhereTheySit {
    seats: HashSet<SeatId>,
    /// Bodies in which a name can only mean this one.
    bodies: HashSet<BodyId>,
    /// Whether nobody else has the name.
    is_alone: bool,
}

/// Mends the names of holders that a seat has otherwise than before, everywhere else.
pub(super) fn correct_names(t: &mut Transaction, before: &Seat, after: &Seat) -> Result<(), Failure> {
    let pairs = before.holders.iter().zip(&after.holders);
    let mended: Vec<MendedName> = pairs
        .filter(|(was, is)| was.name != is.name && !was.name.trim().is_empty())
        .map(|(was, is)| MendedName {
            was: was.clone(),
            is: is.clone(),
        })
        .collect();
    for name in mended {
        let sits = WhereTheySit::of(t, before, &name.was)?;
        mend_seats(t, after, &name)?;
        let open = mend_sessions(t, &name, &sits)?;
        mend_inside(t, &open, &name, &sits)?;
    }
    Ok(())
}

impl WhereTheySit {
    /// As it was before the name was mended in its seat.
    fn of(t: &Transaction, own: &Seat, person: &Holder) -> Result<WhereTheySit, Failure> {
        let (mut seats, mut bodies, mut others) = (HashSet::new(), HashSet::new(), HashSet::new());
        let stored = t.standing::<Seat>(Tree::Seats, "")?;
        let stored = stored.iter().filter(|seat| seat.id != own.id);
        for seat in stored.chain([own]) {
            for holder in seat.holders.iter().filter(|one| is_of_name(one, person)) {
                if holder.is_same_person(person) {
                    seats.insert(seat.id.clone());
                    bodies.insert(seat.body.clone());
                } else {
                    others.insert(seat.body.clone());
                }
            }
        }
        Ok(WhereTheySit {
            seats,
            bodies: bodies.difference(&others).cloned().collect(),
            is_alone: others.is_empty(),
        })
    }

    /// Whether the name means this person in a session of a body.
    fn is_meant_in(&self, body: &BodyId) -> bool {
        self.is_alone || self.bodies.contains(body)
    }
}

fn is_of_name(one: &Holder, other: &Holder) -> bool {
    whole_name(&one.name) == whole_name(&other.name)
}

impl MendedName {
    /// Puts the right name in the place of the wrong one; returns whether it stood there.
    fn mend(&self, name: &mut String) -> bool {
        let is_it = whole_name(name) == whole_name(&self.was.name);
        if is_it {
            name.clone_from(&self.is.name);
        }
        is_it
    }

    fn mend_some(&self, name: &mut Option<String>) -> bool {
        name.as_mut().is_some_and(|name| self.mend(name))
    }

    /// The same of a name with a post behind it: «مهرداد کیانی (استاندار)».
    fn mend_speaker(&self, speaker: &mut Option<String>) -> bool {
        if self.mend_some(speaker) {
            return true;
        }
        let Some(written) = speaker else { return false };
        let behind = written.strip_prefix(&self.was.name).map(str::to_owned);
        let Some(behind) = behind.filter(|rest| rest.starts_with([' ', '،', '(', ',', '-'])) else {
            return false;
        };
        *written = format!("{}{behind}", self.is.name);
        true
    }
}

/// In the other seats, of every body.
fn mend_seats(t: &mut Transaction, own: &Seat, name: &MendedName) -> Result<(), Failure> {
    for mut seat in t.standing::<Seat>(Tree::Seats, "")? {
        let mut is_changed = false;
        for holder in &mut seat.holders {
            if holder.is_same_person(&name.was) {
                holder.name.clone_from(&name.is.name);
                holder.namesake = name.is.namesake;
                is_changed = true;
            }
        }
        if is_changed && seat.id != own.id {
            t.put(Tree::Seats, seat.id.as_str(), &seat)?;
        }
    }
    Ok(())
}

/// In the heads of sessions that are not signed; returns these, and of each whether the name means this person in it.
fn mend_sessions(
    t: &mut Transaction,
    name: &MendedName,
    sits: &WhereTheySit,
) -> Result<HashMap<SessionId, bool>, Failure> {
    let mut open = HashMap::new();
    for mut session in t.standing::<Session>(Tree::Sessions, "")? {
        if !session.state.is_open() {
            continue;
        }
        let is_meant = sits.is_meant_in(&session.body);
        open.insert(session.id.clone(), is_meant);
        if !is_meant {
            continue;
        }
        let mut is_changed = name.mend_some(&mut session.chair);
        is_changed |= name.mend_some(&mut session.secretary);
        for guest in &mut session.guests {
            is_changed |= name.mend(&mut guest.name);
        }
        if is_changed {
            t.put(Tree::Sessions, session.id.as_str(), &session)?;
        }
    }
    Ok(open)
}

/// In the rolls and notes of these sessions.
fn mend_inside(
    t: &mut Transaction,
    open: &HashMap<SessionId, bool>,
    name: &MendedName,
    sits: &WhereTheySit,
) -> Result<(), Failure> {
    for mut mark in t.standing::<Attendance>(Tree::Attendance, "")? {
        let Some(is_meant) = open.get(&mark.session) else {
            continue;
        };
        // In the seat itself it is this person, whoever else has the name.
        let own = sits.is_alone || sits.seats.contains(&mark.seat);
        let mut is_changed = own && name.mend_some(&mut mark.person);
        if let Some(representative) = mark.representative.as_mut().filter(|_| *is_meant) {
            is_changed |= name.mend_some(&mut representative.name);
        }
        if is_changed {
            let key = Attendance::key(&mark.session, &mark.seat);
            t.put(Tree::Attendance, &key, &mark)?;
        }
    }
    for mut note in t.standing::<Note>(Tree::Notes, "")? {
        let is_meant = open.get(&note.id.session()) == Some(&true);
        if is_meant && name.mend_speaker(&mut note.speaker) {
            t.put(Tree::Notes, note.id.as_str(), &note)?;
        }
    }
    Ok(())
}

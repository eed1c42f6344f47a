//! The name of a person mended wherever the person is named, but never in signed minutes. A person is one in all bodies.
//! Does not know which form the name was mended in.

use super::transaction::Transaction;
use crate::domain::attendance::Attendance;
use crate::domain::ids::SessionId;
use crate::domain::names::whole_name;
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session};
use crate::office::command::Failure;
use crate::store::Tree;
use std::collections::HashSet;

/// A name as it was written and as it is right.
struct MendedName {
    was: String,
    is: String,
}

/// Mends the names of holders that a seat has otherwise than before, everywhere else.
pub(super) fn correct_names(t: &mut Transaction, before: &Seat, after: &Seat) -> Result<(), Failure> {
    let pairs = before.holders.iter().zip(&after.holders);
    let mended: Vec<MendedName> = pairs
        .filter(|(was, is)| was.name != is.name && !was.name.trim().is_empty())
        .map(|(was, is)| MendedName {
            was: was.name.clone(),
            is: is.name.clone(),
        })
        .collect();
    for name in mended {
        mend_seats(t, after, &name)?;
        let open = mend_sessions(t, &name)?;
        mend_inside(t, &open, &name)?;
    }
    Ok(())
}

impl MendedName {
    /// Puts the right name in the place of the wrong one; returns whether it stood there.
    fn mend(&self, name: &mut String) -> bool {
        let is_it = whole_name(name) == whole_name(&self.was);
        if is_it {
            name.clone_from(&self.is);
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
        let behind = written.strip_prefix(&self.was).map(str::to_owned);
        let Some(behind) = behind.filter(|rest| rest.starts_with([' ', '،', '(', ',', '-'])) else {
            return false;
        };
        *written = format!("{}{behind}", self.is);
        true
    }
}

/// In the other seats, of every body.
fn mend_seats(t: &mut Transaction, own: &Seat, name: &MendedName) -> Result<(), Failure> {
    for mut seat in t.standing::<Seat>(Tree::Seats, "")? {
        let mut is_changed = false;
        for holder in &mut seat.holders {
            is_changed |= name.mend(&mut holder.name);
        }
        if is_changed && seat.id != own.id {
            t.put(Tree::Seats, seat.id.as_str(), &seat)?;
        }
    }
    Ok(())
}

/// In the heads of sessions that are not signed; returns these.
fn mend_sessions(t: &mut Transaction, name: &MendedName) -> Result<HashSet<SessionId>, Failure> {
    let mut open = HashSet::new();
    for mut session in t.standing::<Session>(Tree::Sessions, "")? {
        if !session.state.is_open() {
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
        open.insert(session.id);
    }
    Ok(open)
}

/// In the rolls and notes of these sessions.
fn mend_inside(t: &mut Transaction, open: &HashSet<SessionId>, name: &MendedName) -> Result<(), Failure> {
    for mut mark in t.standing::<Attendance>(Tree::Attendance, "")? {
        if !open.contains(&mark.session) {
            continue;
        }
        let mut is_changed = name.mend_some(&mut mark.person);
        if let Some(representative) = &mut mark.representative {
            is_changed |= name.mend_some(&mut representative.name);
        }
        if is_changed {
            let key = Attendance::key(&mark.session, &mark.seat);
            t.put(Tree::Attendance, &key, &mark)?;
        }
    }
    for mut note in t.standing::<Note>(Tree::Notes, "")? {
        if open.contains(&note.id.session()) && name.mend_speaker(&mut note.speaker) {
            t.put(Tree::Notes, note.id.as_str(), &note)?;
        }
    }
    Ok(())
}

//! The roll call: ticking, what everybody is before it, and each seat with what is remembered of it.
//! Does not know how it is shown.

use super::Office;
use super::command::{Failure, Notice};
use super::execute::{Applied, open_session};
use super::query::{LastAway, RollRow};
use super::read::{all, sessions_of};
use super::transaction::{CommandNote, Transaction};
use crate::calendar::{Day, Moment, tehran_day, tehran_time};
use crate::domain::absence::{Absences, Earlier};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::{Body, RollCall};
use crate::domain::ids::{SeatId, SessionId};
use crate::domain::seat::Seat;
use crate::domain::session::{Session, SessionState};
use crate::store::{Store, Tree};
use std::collections::HashMap;

/// At least so many earlier sessions are looked at, and all of the year: enough for every limit in a row that bodies
/// set, and bounded whatever the body's age.
const SESSIONS_LOOKED_AT: usize = 12;

/// Records how seats were filled.
pub(super) fn tick(t: &mut Transaction, id: &SessionId, marks: Vec<Attendance>) -> Applied {
    open_session(t, id)?;
    for mut mark in marks {
        t.require::<Seat>(Tree::Seats, mark.seat.as_str())?;
        mark.session = id.clone();
        let key = Attendance::key(id, &mark.seat);
        match mark.status {
            Presence::Unticked => t.remove(Tree::Attendance, &key)?,
            _ => t.put(Tree::Attendance, &key, &mark)?,
        }
    }
    Ok((CommandNote::about_session("tick", id), vec![]))
}

/// Opens the roll of a session by its body's custom.
pub(super) fn open_roll(t: &mut Transaction, id: &SessionId) -> Applied {
    let session = open_session(t, id)?;
    apply_custom(t, &session)?;
    Ok((CommandNote::about_session("open_roll", id), vec![]))
}

/// Makes everybody present where the body's custom says so and nobody was ticked yet.
pub(super) fn apply_custom(t: &mut Transaction, session: &Session) -> Result<(), Failure> {
    let body: Option<Body> = t.get(Tree::Bodies, session.body.as_str())?;
    if body.is_none_or(|body| body.roll_call != RollCall::Present) {
        return Ok(());
    }
    let inside = format!("{}/", session.id);
    if !t.stored::<Attendance>(Tree::Attendance, &inside)?.is_empty() {
        return Ok(());
    }
    for seat in t.stored::<Seat>(Tree::Seats, "")? {
        if seat.body == session.body && seat.exists_on(session.date) {
            let key = Attendance::key(&session.id, &seat.id);
            let mark = Attendance {
                session: session.id.clone(),
                seat: seat.id,
                status: Presence::Present,
                ..Attendance::default()
            };
            t.put(Tree::Attendance, &key, &mark)?;
        }
    }
    Ok(())
}

/// What is said of a resolution that a running session takes at `now` without its quorum. Times of arrival and
/// departure speak only on the day itself.
pub(super) fn quorum_notice(
    t: &Transaction,
    session: &Session,
    now: Moment,
) -> Result<Option<Notice>, Failure> {
    if session.state != SessionState::Running {
        return Ok(None);
    }
    let body: Option<Body> = t.get(Tree::Bodies, session.body.as_str())?;
    let rules = body.as_ref().and_then(|body| body.rules_for(session.date));
    let Some(quorum) = rules.and_then(|rules| rules.quorum) else {
        return Ok(None);
    };
    let marks = t.stored::<Attendance>(Tree::Attendance, &format!("{}/", session.id))?;
    let seats = t.stored::<Seat>(Tree::Seats, "")?;
    let of_day = |seat: &&Seat| {
        seat.body == session.body && (seat.exists_on(session.date) || marks.iter().any(|m| m.seat == seat.id))
    };
    let needed = quorum.needed(counted(seats.iter().filter(of_day).count()));
    let is_today = session.date == Some(tehran_day(now));
    let is_here = |mark: &&Attendance| match is_today {
        true => mark.counts_at(tehran_time(now)),
        false => mark.status.counts(),
    };
    let present = counted(marks.iter().filter(is_here).count());
    Ok((present < needed).then_some(Notice::QuorumNotMet { present, needed }))
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The seats of the session's day in protocol order; a seat that was ticked is there even if its dates say otherwise.
/// `past` are the earlier rolls of which it remembers something.
pub(super) fn rows(
    store: &Store,
    session: &Session,
    body: &Body,
    past: &[EarlierRoll],
) -> Result<Vec<RollRow>, Failure> {
    let mut marks = marks_of(store, &session.id)?;
    let mut seats: Vec<Seat> = all(store, Tree::Seats, "")?;
    seats.retain(|s| s.body == session.body && (s.exists_on(session.date) || marks.contains_key(&s.id)));
    seats.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    let rules = body.rules_for(session.date);
    let row = |seat: Seat| {
        let unticked = || Attendance {
            session: session.id.clone(),
            seat: seat.id.clone(),
            ..Attendance::default()
        };
        let before = past
            .iter()
            .filter(|roll| seat.exists_on(roll.date))
            .map(|roll| Earlier {
                presence: roll.marks.get(&seat.id).map_or(Presence::Unticked, |m| m.status),
                same_year: roll.same_year,
            });
        RollRow {
            attendance: marks.remove(&seat.id).unwrap_or_else(unticked),
            last: last_away(past.iter().filter_map(|roll| roll.marks.get(&seat.id))),
            absences: Absences::of(before, rules),
            seat,
        }
    };
    Ok(seats.into_iter().map(row).collect())
}

type Marks = HashMap<SeatId, Attendance>;

fn marks_of(store: &Store, session: &SessionId) -> Result<Marks, Failure> {
    let marks = all::<Attendance>(store, Tree::Attendance, &format!("{session}/"))?;
    Ok(marks.into_iter().map(|m| (m.seat.clone(), m)).collect())
}

/// The roll of an earlier session.
pub(super) struct EarlierRoll {
    date: Option<Day>,
    same_year: bool,
    marks: Marks,
}

/// The rolls of the sessions of the body that were held before this one, the latest first: those of its year, and
/// [`SESSIONS_LOOKED_AT`] at least. Minutes without a roll call are passed over.
pub(super) fn earlier_rolls(office: &Office, session: &Session) -> Result<Vec<EarlierRoll>, Failure> {
    let mut rolls = Vec::new();
    for (place, earlier) in earlier_held(office, session)?.into_iter().enumerate() {
        let year = session.jalali_year();
        let same_year = year.is_some() && earlier.jalali_year() == year;
        if place >= SESSIONS_LOOKED_AT && !same_year {
            break;
        }
        let marks = marks_of(office.store(), &earlier.id)?;
        if !marks.is_empty() {
            rolls.push(EarlierRoll {
                date: earlier.date,
                same_year,
                marks,
            });
        }
    }
    Ok(rolls)
}

/// The sessions of the body that were held before this one, the latest first.
pub(super) fn earlier_held(office: &Office, session: &Session) -> Result<Vec<Session>, Failure> {
    let mut sessions = sessions_of(office, &session.body)?;
    sessions.retain(|s| s.id != session.id && s.is_held() && s.is_before(session));
    sessions.sort_by_key(super::read::latest_first);
    Ok(sessions)
}

fn last_away<'a>(latest_first: impl Iterator<Item = &'a Attendance>) -> Option<LastAway> {
    let mut last = LastAway::default();
    for mark in latest_first {
        if last.representative.is_none() {
            last.representative.clone_from(&mark.representative);
        }
        if last.reason.is_none() {
            last.reason.clone_from(&mark.reason);
        }
    }
    (last != LastAway::default()).then_some(last)
}

//! Each seat of a session with its record and what is remembered of it. Changes nothing.

use super::sessions_of;
use crate::calendar::Day;
use crate::domain::absence::{Absences, Earlier};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::Body;
use crate::domain::ids::{SeatId, SessionId};
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::domain::signed_minutes::SignedMinutes;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::lookup::heads::latest_first;
use crate::office::query::{LastAway, RollRow};
use crate::office::records::all;
use crate::store::{Store, Tree};
use std::collections::HashMap;

/// At least so many earlier sessions are looked at, and all of the year: enough for every limit in a row that bodies
/// set, and bounded whatever the body's age.
const SESSIONS_LOOKED_AT: usize = 12;

/// Those of its body's seats that are of the session's day, in protocol order; a seat that was ticked is there even if its dates say otherwise.
/// `past` are the earlier rolls of which it remembers something.
pub(super) fn rows(
    store: &Store,
    session: &Session,
    body: &Body,
    of_body: &[Seat],
    past: &[EarlierRoll],
) -> Result<Vec<RollRow>, Failure> {
    let marks = marks_of(store, &session.id)?;
    let is_there = |seat: &&Seat| seat.exists_on(session.date) || marks.contains_key(&seat.id);
    let seats = of_body.iter().filter(is_there).cloned().collect();
    Ok(rows_of(session, body, seats, marks, past))
}

/// The seats that were signed, each with its record of today.
pub(super) fn rows_signed(
    store: &Store,
    session: &Session,
    signed: &SignedMinutes,
    past: &[EarlierRoll],
) -> Result<Vec<RollRow>, Failure> {
    let marks = marks_of(store, &session.id)?;
    Ok(rows_of(session, &signed.body, signed.seats.clone(), marks, past))
}

fn rows_of(
    session: &Session,
    body: &Body,
    mut seats: Vec<Seat>,
    mut marks: Marks,
    past: &[EarlierRoll],
) -> Vec<RollRow> {
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
    seats.into_iter().map(row).collect()
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
    sessions.sort_by_key(latest_first);
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

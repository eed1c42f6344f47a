//! What the papers of a body's year are made of: its resolutions in order, its roll, and all that is handed over.
//! Changes nothing, and does not know what stands in a paper.

use super::signed;
use crate::calendar::{Day, Holidays};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::Body;
use crate::domain::figures::Held;
use crate::domain::ids::{BodyId, SeatId, SessionId};
use crate::domain::resolution::{Resolution, Status};
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::lookup::heads::latest_first;
use crate::office::query::ResolutionRow;
use crate::office::records::{all, by_id};
use crate::office::standing::row;
use crate::store::Tree;
use std::collections::{BTreeSet, HashMap};

/// The rolls of a body's sessions of a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearRoll {
    /// The body.
    pub body: Body,
    /// The year; none for all of them.
    pub year: Option<i32>,
    /// The seats that were expected in one of the sessions or were ticked there, in protocol order.
    pub seats: Vec<Seat>,
    /// The sessions that were held, earliest first.
    pub sessions: Vec<Session>,
    /// The same as figures need them, with the rolls that were signed.
    pub held: Vec<Held>,
    marks: HashMap<(SessionId, SeatId), Attendance>,
}

impl YearRoll {
    /// The rolls of these sessions.
    pub fn new(
        body: Body,
        year: Option<i32>,
        sessions: Vec<Session>,
        mut seats: Vec<Seat>,
        marks: Vec<Attendance>,
        held: Vec<Held>,
    ) -> YearRoll {
        let ticked: BTreeSet<&SeatId> = marks.iter().map(|mark| &mark.seat).collect();
        let expected = |seat: &Seat| held.iter().any(|held| held.expects(seat));
        seats.retain(|seat| ticked.contains(&seat.id) || expected(seat));
        seats.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        let key = |mark: Attendance| ((mark.session.clone(), mark.seat.clone()), mark);
        YearRoll {
            body,
            year,
            seats,
            sessions,
            marks: marks.into_iter().map(key).collect(),
            held,
        }
    }

    /// Whether a seat was expected in a session.
    pub fn expects(&self, session: &Session, seat: &Seat) -> bool {
        let held = self.held.iter().find(|held| held.id == session.id);
        held.is_some_and(|held| held.expects(seat))
    }

    /// How a seat was filled in a session; none where it was not ticked.
    pub fn mark(&self, session: &Session, seat: &Seat) -> Option<&Attendance> {
        self.marks.get(&(session.id.clone(), seat.id.clone()))
    }

    /// What a seat was ticked as in a session.
    pub fn presence(&self, session: &SessionId, seat: &SeatId) -> Presence {
        let mark = self.marks.get(&(session.clone(), seat.clone()));
        mark.map_or(Presence::Unticked, |mark| mark.status)
    }
}

/// A body as it is handed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandoverView {
    /// The body.
    pub body: Body,
    /// All its seats in protocol order, with their holders.
    pub seats: Vec<Seat>,
    /// All its sessions, earliest first, those without a day last.
    pub sessions: Vec<Session>,
    /// Its open resolutions by session and place.
    pub open: Vec<ResolutionRow>,
}

/// The resolutions of a body and a year (or of all) by session, earliest first, and place; without warnings. The year is
/// the one that their session counts in.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn resolutions_in(
    office: &Office,
    body: Option<&BodyId>,
    year: Option<i32>,
    today: Day,
) -> Result<Vec<ResolutionRow>, Failure> {
    let sessions = sessions_in(office, body, year)?;
    rows_of(office, &sessions, today)
}

/// The roll of a body's year (or of all of them); none where there is no such body.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn year_roll(office: &Office, body: &BodyId, year: Option<i32>) -> Result<Option<YearRoll>, Failure> {
    let store = office.store();
    let Some(record) = store.get_readable::<Body>(Tree::Bodies, body.as_str())? else {
        return Ok(None);
    };
    let mut sessions = sessions_in(office, Some(body), year)?;
    sessions.retain(Session::is_held);
    let mut marks = Vec::new();
    for session in &sessions {
        marks.extend(all::<Attendance>(
            store,
            Tree::Attendance,
            &format!("{}/", session.id),
        )?);
    }
    let mut seats = seats_of(office, body)?;
    let mut held: Vec<Held> = sessions.iter().filter_map(Held::of).collect();
    for (held, session) in held.iter_mut().zip(&sessions) {
        let signed = signed::expected_seats(store, session)?;
        held.signed_roll = signed
            .as_ref()
            .map(|seats| seats.iter().map(|seat| seat.id.clone()).collect());
        let gone = signed.into_iter().flatten();
        let gone: Vec<Seat> = gone
            .filter(|one| !seats.iter().any(|seat| seat.id == one.id))
            .collect();
        seats.extend(gone);
    }
    Ok(Some(YearRoll::new(record, year, sessions, seats, marks, held)))
}

/// What the handover book of a body tells; none where there is no such body.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn handover(office: &Office, body: &BodyId, today: Day) -> Result<Option<HandoverView>, Failure> {
    let Some(record) = office.store().get_readable::<Body>(Tree::Bodies, body.as_str())? else {
        return Ok(None);
    };
    let sessions = sessions_in(office, Some(body), None)?;
    let mut open = rows_of(office, &sessions, today)?;
    open.retain(|row| row.status == Status::Open);
    let mut seats = seats_of(office, body)?;
    seats.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    Ok(Some(HandoverView {
        body: record,
        seats,
        sessions,
        open,
    }))
}

/// Earliest first, those without a day last.
fn sessions_in(office: &Office, body: Option<&BodyId>, year: Option<i32>) -> Result<Vec<Session>, Failure> {
    let mut sessions: Vec<Session> = all(office.store(), Tree::Sessions, "")?;
    let is_wanted = |session: &Session| {
        body.is_none_or(|body| session.body == *body) && (year.is_none() || session.year_counted() == year)
    };
    sessions.retain(is_wanted);
    sessions.sort_by_cached_key(latest_first);
    sessions.reverse();
    sessions.sort_by_key(|session| session.date.is_none());
    Ok(sessions)
}

fn seats_of(office: &Office, body: &BodyId) -> Result<Vec<Seat>, Failure> {
    let mut seats: Vec<Seat> = all(office.store(), Tree::Seats, "")?;
    seats.retain(|seat| seat.body == *body);
    Ok(seats)
}

fn rows_of(office: &Office, sessions: &[Session], today: Day) -> Result<Vec<ResolutionRow>, Failure> {
    let store = office.store();
    let bodies = by_id(store, Tree::Bodies, |body: &Body| body.id.clone())?;
    let (nameless, holidays) = (Body::default(), Holidays::built_in());
    let days = office.lookup().days()?;
    let mut rows = Vec::new();
    for session in sessions {
        let after = days.after(session);
        let mut own: Vec<Resolution> = all(store, Tree::Resolutions, &format!("{}/", session.id))?;
        own.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let body = bodies.get(&session.body).unwrap_or(&nameless);
        // Warnings are for who keeps the records, not for who reads a paper.
        let row = |resolution| row(body, session, after, resolution, Vec::new(), today, &holidays);
        rows.extend(own.into_iter().map(row));
    }
    Ok(rows)
}

//! Sessions read one after the other, with what they all need read once. Changes nothing.

use super::{near, view};
use crate::calendar::Day;
use crate::domain::closing::NearName;
use crate::domain::deadline::DaysAfter;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::SessionView;
use crate::office::records::all;
use crate::store::{Store, Tree};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

/// Calls `take` with every session whose minutes are or were signed, in the order of their ids.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn each_signed(office: &Office, today: Day, mut take: impl FnMut(&SessionView)) -> Result<(), Failure> {
    let mut ids = BTreeSet::new();
    for version in office.store().scan_raw(Tree::SignedMinutes, "") {
        let (key, _) = version?;
        ids.insert(SessionId(key.split('/').next().unwrap_or_default().to_owned()));
    }
    for session in office.store().scan::<Session>(Tree::Sessions, "") {
        let (_, session) = session?;
        if !session.state.is_open() {
            ids.insert(session.id);
        }
    }
    let reader = SessionReader::of(office, today)?;
    for id in ids {
        if let Some(view) = reader.session(&id)? {
            take(&view);
        }
    }
    Ok(())
}

/// What sessions are read with, read once for lists of many.
pub struct SessionReader<'a> {
    office: &'a Office,
    today: Day,
    seats: HashMap<BodyId, Vec<Seat>>,
    /// Read for the first session that is open.
    sure: OnceCell<near::SureNames>,
    days: OnceCell<SessionDays>,
}

impl<'a> SessionReader<'a> {
    /// Of an office, as of `today`.
    ///
    /// # Errors
    /// [`Failure`] where the store cannot be read.
    pub fn of(office: &'a Office, today: Day) -> Result<SessionReader<'a>, Failure> {
        Ok(SessionReader {
            office,
            today,
            seats: seats_by_body(office.store())?,
            sure: OnceCell::new(),
            days: OnceCell::new(),
        })
    }

    /// [`session_alone`] with what was read before.
    ///
    /// # Errors
    /// [`Failure`] where the store cannot be read.
    pub fn session(&self, id: &SessionId) -> Result<Option<SessionView>, Failure> {
        view(self, id, false)
    }

    pub(super) fn office(&self) -> &'a Office {
        self.office
    }

    pub(super) fn today(&self) -> Day {
        self.today
    }

    /// The seats of a body, whenever they exist.
    pub(super) fn seats_of(&self, body: &BodyId) -> &[Seat] {
        self.seats.get(body).map_or(&[], Vec::as_slice)
    }

    /// What comes behind a session and deadlines wait for.
    pub(super) fn after(&self, session: &Session) -> Result<DaysAfter, Failure> {
        let days = match self.days.get() {
            Some(days) => days,
            None => {
                let read = self.office.lookup().days()?;
                self.days.get_or_init(|| read)
            }
        };
        Ok(days.after(session))
    }

    /// Names in these resolutions that may be slips of an organisation's name.
    pub(super) fn near_names(&self, resolutions: &[Resolution]) -> Result<Vec<NearName>, Failure> {
        if !near::has_acting(resolutions) {
            return Ok(Vec::new());
        }
        let sure = match self.sure.get() {
            Some(sure) => sure,
            None => {
                let read = near::SureNames::read(self.office.store())?;
                self.sure.get_or_init(|| read)
            }
        };
        Ok(sure.near_names(resolutions))
    }
}

/// Every seat, by its body.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub(super) fn seats_by_body(store: &Store) -> Result<HashMap<BodyId, Vec<Seat>>, Failure> {
    let mut seats: HashMap<BodyId, Vec<Seat>> = HashMap::new();
    for seat in all::<Seat>(store, Tree::Seats, "")? {
        seats.entry(seat.body.clone()).or_default().push(seat);
    }
    Ok(seats)
}

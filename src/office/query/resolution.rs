//! Resolutions as they are answered, with what is derived from them on a day. Does not know how they are found.

use super::CameAbout;
use crate::calendar::Day;
use crate::domain::deadline::{DaysAfter, Round};
use crate::domain::ids::{BodyId, OrganisationId, SessionId};
use crate::domain::resolution::{Resolution, Status};
use crate::domain::warnings::Warning;

/// A resolution with what is derived from it today.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolutionRow {
    /// The record.
    pub resolution: Resolution,
    /// The session it was taken in.
    pub session: SessionId,
    /// The body of that session.
    pub body: BodyId,
    /// Short name of the body.
    pub body_name: String,
    /// The session's day.
    pub session_date: Option<Day>,
    /// The session's ordinal.
    pub session_ordinal: Option<u32>,
    /// The session's year.
    pub session_year: Option<i32>,
    /// When the session's minutes were notified, and when the body's next session is held.
    pub session_after: DaysAfter,
    /// Status rolled up from the clauses.
    pub status: Status,
    /// When it is due, by the last longer time that was granted; none for kinds without a day.
    pub due: Option<Day>,
    /// When the same was due at first, from which days of delay count; the same day where nothing was granted.
    pub first_due: Option<Day>,
    /// Open and past its day.
    pub overdue: bool,
    /// Of a recurring deadline: how many of its days have passed without an answer.
    pub missed: u32,
    /// What the secretary should look at.
    pub warnings: Vec<Warning>,
    /// Who was there, and what its vote comes to; empty where only the resolution was read and not its session.
    pub came_about: CameAbout,
}

impl ResolutionRow {
    /// The day that its own deadline comes to, whatever its clauses have; [`ResolutionRow::due`] is the first of all.
    pub fn own_due(&self) -> Option<Day> {
        let granted = self.resolution.granted();
        granted.due(self.session_date, self.session_after)
    }

    /// When it is due by one of its clauses, before its own deadline.
    pub fn due_by_clause(&self) -> Option<Day> {
        self.due.filter(|_| self.due != self.own_due())
    }

    /// The year that its session counts in; see [`crate::domain::session::Session::year_counted`].
    pub fn year_counted(&self) -> Option<i32> {
        self.session_year
            .or_else(|| self.session_date.map(|day| day.jalali().year))
    }

    /// How many days it is overdue, counted from its first deadline where longer times were granted.
    pub fn days_late(&self, today: Day) -> u32 {
        let from = self.first_due.or(self.due).filter(|_| self.overdue);
        let days = from.map_or(0, |from| from.days_until(today));
        u32::try_from(days).unwrap_or(0)
    }

    /// The rounds of its own deadline where that recurs; see [`crate::domain::resolution::Granted::rounds`].
    pub fn rounds(&self, today: Day, most: usize) -> (Vec<Round>, usize) {
        let granted = self.resolution.granted();
        granted.rounds(self.session_date, self.status, today, most)
    }
}

/// A resolution that says much the same.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarRow {
    /// The resolution.
    pub row: ResolutionRow,
    /// How much alike, in percent: 60 and more.
    pub percent: u8,
    /// Whether it is a near-duplicate, of which the secretary is warned.
    pub nearly_the_same: bool,
}

/// The resolutions that one organisation leads.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewGroup {
    /// The organisation, where the name is a known one.
    pub organisation: Option<OrganisationId>,
    /// Its name, or the name as written; empty where nobody is to act.
    pub name: String,
    /// Late ones first, then by their day, those without a day last, done ones behind all.
    pub rows: Vec<ReviewRow>,
}

/// A resolution with its light.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewRow {
    /// The resolution.
    pub row: ResolutionRow,
    /// Its light.
    pub light: Light,
}

/// How a resolution stands, at a glance; in the order in which a review shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// Open and past its day.
    Late,
    /// Open, and its day has not passed or there is none.
    InTime,
    /// No longer open.
    Done,
}

//! The figures that the minutes themselves ask for: the year at a glance, attendance, execution. Each has its value,
//! the parts its formula is made of, and the rows behind it.
//! Does not know where the records are kept nor how a figure is shown; rows are positions in the lists that were given.
//!
//! # Rules
//! - A figure is about sessions that were held: planned ones, and what stands in them already, count nowhere.
//! - The year of a session is the one its ordinal belongs to, else that of its day ([`Session::year_counted`]); what
//!   was passed in it and who was there count in that year.
//! - Every rule more stands at the figure: [`year`], [`attendance`], [`execution`].

mod attendance;
mod doing;
mod execution;
mod measure;
#[cfg(test)]
mod tests;
mod year;

pub use attendance::{Mark, attendance, marks};
pub use doing::{PartOutcome, PartStanding};
pub use execution::{Assignment, RANKED_FROM, Who, assignments, best_and_weakest, execution};
pub use measure::Measure;
pub use year::{Passed, year};

use super::ids::{BodyId, SeatId, SessionId};
use super::seat::Seat;
use super::session::Session;
use crate::calendar::Day;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// A session that was held, as figures need it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Its id.
    pub id: SessionId,
    /// Its body.
    pub body: BodyId,
    /// The year it counts in.
    pub year: Option<i32>,
    /// Its day.
    pub date: Option<Day>,
    /// Its ordinal.
    pub ordinal: Option<u32>,
    /// The seats that were expected in it, where its minutes are signed and say so; else those that exist on its day.
    pub signed_roll: Option<BTreeSet<SeatId>>,
}

impl Held {
    /// The session as figures need it; none where it was not held.
    pub fn of(session: &Session) -> Option<Held> {
        session.is_held().then(|| Held {
            id: session.id.clone(),
            body: session.body.clone(),
            year: session.year_counted(),
            date: session.date,
            ordinal: session.ordinal,
            signed_roll: None,
        })
    }

    /// Whether a seat was expected in it.
    pub fn expects(&self, seat: &Seat) -> bool {
        match &self.signed_roll {
            Some(roll) => roll.contains(&seat.id),
            None => seat.exists_on(self.date),
        }
    }
}

/// One number of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is measured.
    pub measure: Measure,
    /// How much.
    pub value: Value,
    /// What the formula of a share is made of, by the names that its sentence has for them; empty of a count.
    pub parts: Vec<(&'static str, u32)>,
    /// The rows behind it, ascending, each once; of a share those of its part.
    pub rows: RowsBehind,
}

/// How much a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// So many.
    Count(u32),
    /// A part of a whole.
    Share {
        /// Above the line.
        part: u32,
        /// Below the line; where it is zero there is nothing to say.
        whole: u32,
    },
}

impl Value {
    /// Tenths of a percent, rounded half up, of a share; none for a share of nothing and for a count.
    ///
    /// ```
    /// use dabir::domain::figures::Value;
    /// assert_eq!(Value::Share { part: 2, whole: 3 }.per_mille(), Some(667));
    /// assert_eq!(Value::Share { part: 0, whole: 0 }.per_mille(), None);
    /// ```
    pub fn per_mille(self) -> Option<u32> {
        match self {
            Value::Share { part, whole } if whole > 0 => {
                let (part, whole) = (u64::from(part), u64::from(whole));
                u32::try_from((part * 2000 + whole) / (whole * 2)).ok()
            }
            _ => None,
        }
    }

    /// Which is more: counts by their number, shares by their part of the whole, a share of nothing below all.
    pub fn compare(self, other: Value) -> Ordering {
        let above_and_below = |value| match value {
            Value::Count(number) => (u64::from(number), 1),
            Value::Share { part, whole } => (u64::from(part), u64::from(whole)),
        };
        let ((a, b), (c, d)) = (above_and_below(self), above_and_below(other));
        match (b, d) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            _ => (a * d).cmp(&(c * b)),
        }
    }
}

/// What stands behind a figure, as positions in the lists of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowsBehind {
    /// Sessions.
    Sessions(Vec<u32>),
    /// Resolutions.
    Resolutions(Vec<u32>),
    /// Seats in sessions: [`Mark`]s.
    Marks(Vec<u32>),
}

impl RowsBehind {
    /// The positions.
    pub fn positions(&self) -> &[u32] {
        match self {
            RowsBehind::Sessions(rows) | RowsBehind::Resolutions(rows) | RowsBehind::Marks(rows) => rows,
        }
    }
}

/// Figures about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureGroup {
    /// What they are about.
    pub subject: Subject,
    /// The figures, in the order of their report.
    pub figures: Vec<Figure>,
}

impl FigureGroup {
    /// The figure of a measure.
    pub fn figure(&self, measure: Measure) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.measure == measure)
    }

    /// How many a count is; zero where there is no such count.
    pub fn count(&self, measure: Measure) -> u32 {
        match self.figure(measure).map(|figure| figure.value) {
            Some(Value::Count(number)) => number,
            _ => 0,
        }
    }
}

/// What figures are about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Everything that was asked for.
    All,
    /// A body.
    Body(BodyId),
    /// A year; none for sessions without a day and a year.
    Year(Option<i32>),
    /// A body in a year.
    BodyYear(BodyId, Option<i32>),
    /// A seat, by its position in the list of seats, over the sessions.
    Seat(u32),
    /// A session, by its position in the list of held ones, over the seats.
    Session(u32),
    /// An organisation, or what else was made responsible.
    Organisation(Who),
}

/// The positions of `items` that `wanted` says yes to.
fn positions<T>(items: impl IntoIterator<Item = T>, wanted: impl Fn(&T) -> bool) -> Vec<u32> {
    let numbered = (0..).zip(items);
    numbered
        .filter(|(_, item)| wanted(item))
        .map(|(at, _)| at)
        .collect()
}

/// How many positions there are.
fn len(rows: &[u32]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}

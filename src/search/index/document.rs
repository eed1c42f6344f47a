//! A resolution as the index takes it in: all that a filter or an order asks of it and that no day changes.
//! Does not know where it is stored, nor the names of bodies and organisations, which may change without it.

use crate::calendar::Day;
use crate::domain::resolution::Status;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// One resolution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its key in the store: the session's id, a slash, its own part.
    pub key: String,
    /// Subject, as written.
    pub subject: Option<String>,
    /// All other texts of its own, as written, those of `responsible` among them.
    pub texts: Vec<String>,
    /// The responsible organisations, as written.
    pub responsible: Vec<String>,
    /// Ids of the responsible organisations that are known.
    pub organisations: Vec<String>,
    /// Status, rolled up.
    pub status: Status,
    /// When it is due.
    pub due: Option<Day>,
    /// The first day on which it is late, if it is open then.
    pub late_from: Option<Day>,
    /// Place in the session.
    pub position: u32,
}

/// What the index keeps of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SessionFacts {
    /// Its day.
    pub date: Option<Day>,
    /// The year that its ordinal counts in.
    pub year: Option<i32>,
    /// Its ordinal.
    pub ordinal: Option<u32>,
    /// Its id; of two that are otherwise alike, the later id comes first.
    pub id: Reverse<String>,
    /// Id of its body.
    pub body: String,
    /// When its resolutions were notified.
    pub notified: Option<Day>,
    /// When the next session of its body is held.
    pub next_session: Option<Day>,
    /// The year that filters ask for: `year`, or that of its date.
    pub year_asked: Option<i32>,
    /// Its resolutions may have warnings about one another.
    pub look_at_all: bool,
}

/// The two orders in which resolutions are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By session and place in it.
    Session,
    /// The soonest due first, then those without a day; then as by session.
    Pressing,
}

/// Where a document stands in an order; comparing places compares documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SortKey<'a> {
    undated: bool,
    due: i32,
    session: (Option<Day>, Option<i32>, Option<u32>, &'a Reverse<String>),
    position: u32,
}

impl<'a> SortKey<'a> {
    pub(super) fn new(order: Order, session: &'a SessionFacts, due: i32, position: u32) -> SortKey<'a> {
        let due = if order == Order::Pressing { due } else { NO_DAY };
        SortKey {
            undated: due == NO_DAY,
            due,
            session: (session.date, session.year, session.ordinal, &session.id),
            position,
        }
    }
}

/// A day as the columns of a segment have it: days from a fixed one; [`NO_DAY`] where there is none.
pub(in crate::search) fn number(day: Option<Day>) -> i32 {
    day.map_or(NO_DAY, |day| day.naive_date().num_days_from_ce())
}

/// In the columns: no day.
pub(in crate::search) const NO_DAY: i32 = i32::MIN;

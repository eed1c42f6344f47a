//! The JSON of the listings: one struct a shape, fields in the order in which scripts see them.
//! Knows no store and no language; names and sentences are given.

mod approval;
mod attachment;
mod clock;
mod code;
mod deadline;
mod minutes;
mod resolution;
mod session;
mod vote;

use crate::calendar::Day;
use serde::Serialize;

pub use approval::{ListedApproval, ListedApproved};
pub use attachment::ListedAttachment;
pub use clock::ListedClock;
pub use code::{ListedCode, ListedCorrection, ListedDifference, ListedVersion};
pub use deadline::{ListedDeadline, ListedExtension, ListedRound};
pub use minutes::{ListedAttendance, ListedNote, ListedStretch};
pub use resolution::{ListedClause, ListedFollowUp, ListedResolution};
pub use session::{ListedAnswer, ListedInvitation, ListedItem, ListedSession};
pub use vote::{ListedItemPresence, ListedMajority, ListedRoom, ListedVote};

/// A day in both calendars, with Latin digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedDay {
    /// `1401/03/12`
    pub jalali: String,
    /// `2022-06-02`
    pub iso: String,
}

impl From<Day> for ListedDay {
    fn from(day: Day) -> Self {
        ListedDay {
            jalali: day.to_string(),
            iso: day.iso(),
        }
    }
}

/// «نام، سمت», or the one that is known.
fn with_post(name: Option<&str>, post: Option<&str>) -> String {
    let known: Vec<&str> = [name, post]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    known.join("، ")
}

#[cfg(test)]
mod tests;

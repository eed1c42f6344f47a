//! The JSON of deadlines, longer times and rounds, each with the day it comes to. Does not know whose they are.

use super::ListedDay;
use crate::calendar::Day;
use crate::domain::deadline::{DaysAfter, Round, RoundState};
use crate::domain::resolution::{Extension, Granted};
use serde::Serialize;

/// A deadline as written, as understood, and the day it comes to.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedDeadline {
    pub written: String,
    pub kind: &'static str,
    pub due: Option<ListedDay>,
}

/// A longer time that was granted; `letter` is the number of the letter.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedExtension {
    pub written: String,
    pub due: Option<ListedDay>,
    pub granted_on: Option<ListedDay>,
    pub by: Option<String>,
    pub letter: Option<String>,
}

/// A day of a recurring deadline. `state` is `answered` or `passed_over` (by the answer of `answered`, to a
/// later round), `missed` or `next`.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedRound {
    pub due: ListedDay,
    pub state: &'static str,
    pub answered: Option<ListedDay>,
}

impl From<Round> for ListedRound {
    fn from(round: Round) -> Self {
        let Round { due, state } = round;
        let (state, answered) = match state {
            RoundState::Answered(day) => ("answered", Some(day)),
            RoundState::PassedOver(day) => ("passed_over", Some(day)),
            RoundState::Missed => ("missed", None),
            RoundState::Next => ("next", None),
        };
        ListedRound {
            due: ListedDay::from(due),
            state,
            answered: answered.map(ListedDay::from),
        }
    }
}

/// The days that deadlines of a resolution count from.
#[derive(Clone, Copy)]
pub(super) struct Days {
    pub session_date: Option<Day>,
    pub after: DaysAfter,
}

impl Days {
    /// The first deadline with its own day, longer times left aside.
    pub fn deadline(self, granted: &Granted) -> Option<ListedDeadline> {
        granted.first.map(|deadline| ListedDeadline {
            written: deadline.written.clone(),
            kind: deadline.kind(),
            due: granted
                .first_due(self.session_date, self.after)
                .map(ListedDay::from),
        })
    }

    /// Longer times with their own days.
    pub fn extensions(self, granted: &Granted) -> Vec<ListedExtension> {
        let longer = |extension: &Extension| {
            let due = extension.due(self.session_date, self.after, &granted.answered);
            let Extension {
                deadline,
                granted_on,
                by,
                letter,
            } = extension;
            ListedExtension {
                written: deadline.written.clone(),
                due: due.map(ListedDay::from),
                granted_on: granted_on.map(ListedDay::from),
                by: by.clone(),
                letter: letter.clone(),
            }
        };
        granted.extensions.iter().map(longer).collect()
    }
}

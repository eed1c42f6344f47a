//! A deadline with the longer times that were granted to it. Does not know whose it is.

use super::{Extension, Status};
use crate::calendar::Day;
use crate::domain::deadline::{DaysAfter, Deadline, Round, RoundState};

/// A deadline with the longer times that were granted to it, and the days on which it was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Granted<'a> {
    /// The first deadline, as the minutes have it.
    pub first: Option<&'a Deadline>,
    /// Longer times, oldest first.
    pub extensions: &'a [Extension],
    /// Days of the answers, for recurring deadlines; see [`super::Resolution::answers`].
    pub answered: Vec<Day>,
}

impl<'a> Granted<'a> {
    /// The deadline in force and the day it counts from: the last longer time from the day it was granted on, else the
    /// first deadline from the session.
    pub fn in_force(&self, session: Option<Day>) -> Option<(&'a Deadline, Option<Day>)> {
        match self.extensions.last() {
            Some(last) => Some((&last.deadline, last.granted_on.or(session))),
            None => Some((self.first?, session)),
        }
    }

    /// The day on which the deadline in force is due.
    pub fn due(&self, session: Option<Day>, after: DaysAfter) -> Option<Day> {
        let (deadline, from) = self.in_force(session)?;
        deadline.due(from, after, &self.answered)
    }

    /// The day on which the first deadline is due, from which days of delay count.
    pub fn first_due(&self, session: Option<Day>, after: DaysAfter) -> Option<Day> {
        self.first?.due(session, after, &self.answered)
    }

    /// The rounds of a recurring deadline, and how many older ones were left out; see [`Deadline::rounds`]. What
    /// was closed recurs no more: then those until the last answer.
    pub fn rounds(
        &self,
        session: Option<Day>,
        status: Status,
        today: Day,
        most: usize,
    ) -> (Vec<Round>, usize) {
        let Some((deadline, from)) = self.in_force(session) else {
            return (Vec::new(), 0);
        };
        let (mut rounds, left_out) = deadline.rounds(from, &self.answered, today, most);
        if status != Status::Open {
            rounds.retain(|round| !matches!(round.state, RoundState::Missed | RoundState::Next));
        }
        (rounds, left_out)
    }

    /// How many rounds of a recurring deadline passed before `today` without an answer.
    pub fn missed(&self, session: Option<Day>, today: Day) -> usize {
        self.in_force(session)
            .map_or(0, |(deadline, from)| deadline.missed(from, &self.answered, today))
    }
}

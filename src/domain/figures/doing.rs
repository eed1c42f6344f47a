//! What came of one organisation's part in a resolution: done on time or late, open, dropped; and on which day it was
//! done. Knows no organisation: whose part it is was found before.

use crate::calendar::{Day, Holidays};
use crate::domain::deadline::DaysAfter;
use crate::domain::resolution::{ClauseState, FollowUp, Granted, Resolution, Status};
use crate::domain::session::Session;

/// What came of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartOutcome {
    /// Done, not after the first deadline.
    OnTime,
    /// Done after the first deadline.
    Late,
    /// Done, with no deadline that has a day, or on a day that nothing tells.
    Undated,
    /// Not done.
    Open,
    /// Cancelled or superseded.
    Dropped,
}

/// How a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartStanding {
    /// What came of it.
    pub outcome: PartOutcome,
    /// Open and past the day in force, longer times counted.
    pub overdue: bool,
    /// A longer time was granted.
    pub extended: bool,
}

/// What is judged, and by which day.
pub(super) struct Judged<'a> {
    pub session: &'a Session,
    /// What comes behind the session.
    pub after: DaysAfter,
    pub resolution: &'a Resolution,
    /// The letters of the clauses in the wording.
    pub letters: &'a [String],
    pub today: Day,
    pub holidays: &'a Holidays,
}

/// The whole of a resolution, or one clause.
struct Duty<'a> {
    status: Status,
    done_on: Option<Day>,
    granted: Granted<'a>,
}

impl Judged<'_> {
    /// A part that is made of the whole resolution, where `whole`, and of clauses.
    pub fn part<'a>(
        &self,
        whole: bool,
        clauses: impl Iterator<Item = (&'a String, &'a ClauseState)>,
    ) -> PartStanding {
        let whole = whole.then(|| self.whole());
        let clauses = clauses.map(|(letter, state)| self.clause(letter, state));
        let pieces: Vec<(PartOutcome, bool, bool)> = whole
            .into_iter()
            .chain(clauses)
            .map(|piece| {
                (
                    self.outcome(&piece),
                    self.overdue(&piece),
                    !piece.granted.extensions.is_empty(),
                )
            })
            .collect();
        // An open piece leaves the part open; of done ones the worst counts; it is dropped where all are.
        let order = [
            PartOutcome::Open,
            PartOutcome::Late,
            PartOutcome::Undated,
            PartOutcome::OnTime,
            PartOutcome::Dropped,
        ];
        let has = |outcome: &PartOutcome| pieces.iter().any(|piece| piece.0 == *outcome);
        PartStanding {
            outcome: order.into_iter().find(has).unwrap_or(PartOutcome::Open),
            overdue: pieces.iter().any(|piece| piece.1),
            extended: pieces.iter().any(|piece| piece.2),
        }
    }

    fn whole(&self) -> Duty<'_> {
        let resolution = self.resolution;
        Duty {
            status: resolution.rolled_up(self.letters),
            done_on: set_done(&resolution.follow_ups, None).or_else(|| self.clauses_done_on()),
            granted: resolution.granted(),
        }
    }

    /// The last of the days on which the clauses were done; none where one of them is not known.
    fn clauses_done_on(&self) -> Option<Day> {
        let done = self.resolution.clauses.iter();
        let done = done.filter(|(_, state)| state.status == Status::Done);
        let days: Option<Vec<Day>> = done
            .map(|(letter, _)| set_done(&self.resolution.follow_ups, Some(letter)))
            .collect();
        days?.into_iter().max()
    }

    /// A clause: what it has of its own, else what the resolution has.
    fn clause<'a>(&'a self, letter: &str, state: &'a ClauseState) -> Duty<'a> {
        let whole = self.whole();
        let own = state.deadline.is_some() || !state.extensions.is_empty();
        Duty {
            status: match state.status {
                Status::Open => whole.status,
                own => own,
            },
            done_on: set_done(&self.resolution.follow_ups, Some(letter)).or(whole.done_on),
            granted: Granted {
                first: state.deadline.as_ref().or(whole.granted.first),
                extensions: if own {
                    &state.extensions
                } else {
                    whole.granted.extensions
                },
                answered: self.resolution.granted_to(letter, state).answered,
            },
        }
    }

    fn outcome(&self, piece: &Duty) -> PartOutcome {
        match piece.status {
            Status::Open => PartOutcome::Open,
            Status::Cancelled | Status::Superseded => PartOutcome::Dropped,
            Status::Done => self.done(piece).unwrap_or(PartOutcome::Undated),
        }
    }

    /// On time or late by the first deadline; none where a day is missing. Of a recurring one, the round that
    /// no earlier answer stands for.
    fn done(&self, piece: &Duty) -> Option<PartOutcome> {
        let (first, done_on) = (piece.granted.first?, piece.done_on?);
        let mut answered = piece.granted.answered.clone();
        answered.retain(|day| *day < done_on);
        let due = first.due(self.session.date, self.after, &answered)?;
        Some(match first.is_overdue(due, done_on, self.holidays) {
            true => PartOutcome::Late,
            false => PartOutcome::OnTime,
        })
    }

    fn overdue(&self, piece: &Duty) -> bool {
        let late = || {
            let (deadline, _) = piece.granted.in_force(self.session.date)?;
            let due = piece.granted.due(self.session.date, self.after)?;
            Some(deadline.is_overdue(due, self.today, self.holidays))
        };
        piece.status == Status::Open && late() == Some(true)
    }
}

/// The day of the follow-up that set the resolution, or a clause, done: the first of those that said so after
/// anything else was said last. None where no follow-up did, or where it has no day.
fn set_done(follow_ups: &[FollowUp], clause: Option<&str>) -> Option<Day> {
    let said = follow_ups
        .iter()
        .filter(|f| f.clause.as_deref() == clause && f.status.is_some());
    let last_run = said.rev().take_while(|f| f.status == Some(Status::Done));
    last_run.last()?.date
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(month: u8, status: Option<Status>) -> FollowUp {
        FollowUp {
            date: Day::from_jalali(1401, month, 1).ok(),
            status,
            ..FollowUp::default()
        }
    }

    #[test]
    fn the_day_of_doing_is_that_of_the_answer_that_set_it_done_not_of_one_that_said_it_again() {
        let (done, open) = (Some(Status::Done), Some(Status::Open));
        let month = |follow_ups: &[FollowUp]| set_done(follow_ups, None).map(|day| day.jalali().month);
        assert_eq!(month(&[said(2, None), said(3, done), said(5, done)]), Some(3));
        assert_eq!(
            month(&[said(3, done), said(4, open), said(6, done), said(7, None)]),
            Some(6)
        );
        assert_eq!(month(&[said(3, done), said(4, open)]), None);
        assert_eq!(month(&[said(3, None)]), None);
    }
}

//! Recurring deadlines: which of their days were answered, which were missed, which is the next one.
//! It does not know words.

use crate::calendar::{Day, Jalali, Span, Weekday};
use std::collections::VecDeque;

/// A day on which a recurring deadline was due, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// The day.
    pub due: Day,
    /// What came of it.
    pub state: RoundState,
}

/// What came of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// Answered on this day, which may lie behind the day it was due.
    Answered(Day),
    /// Not answered in its time; the answer of this day, to a later round, closed it too.
    PassedOver(Day),
    /// Its day has passed and nobody has answered.
    Missed,
    /// It comes next.
    Next,
}

/// The day of a round after every span. Every day is counted from the session itself, so that 31 Khordad cut to 30 Mehr
/// does not stay cut.
pub(super) fn after_span(session: Day, span: Span, round: u32) -> Day {
    session.plus(span.times(round))
}

/// The day of a round at the end of a week, month, quarter, ... after the session.
pub(super) fn period_end(session: Day, span: Span, round: u32) -> Day {
    let first = session.plus_days(1);
    let earlier = span.times(round.saturating_sub(1));
    match span {
        Span::Days(_) | Span::WorkingDays(_) | Span::MonthsAndDays { .. } => session.plus(span.times(round)),
        Span::Weeks(_) => first.end_of_week().plus(earlier),
        // The end is taken anew: from 30 Mehr a month on it is 30 Aban, but from 29 Esfand 31 Farvardin.
        Span::Months(months) => end_of_months(first, months).plus(earlier).end_of_month(),
        Span::Years(_) => first.end_of_year().plus(earlier).end_of_year(),
    }
}

/// The day of a round on a weekday after the session.
pub(super) fn on_weekday(session: Day, weekday: Weekday, round: u32) -> Day {
    let ahead = 1 + i64::from(weekday.days_since(session.weekday().succ()));
    session.plus_days(ahead + 7 * i64::from(round.saturating_sub(1)))
}

/// The day of a round on a day of the month after the session, cut to the month's length.
pub(super) fn on_day_of_month(session: Day, day: u8, round: u32) -> Day {
    let first = session.plus_days(1 - i64::from(session.jalali().day));
    let in_month = |later: u32| {
        let first = first.plus(Span::Months(later));
        first.plus_days(i64::from(day) - 1).min(first.end_of_month())
    };
    let has_passed = in_month(0) <= session;
    in_month(round.saturating_sub(1).saturating_add(u32::from(has_passed)))
}

/// Returns the last day of the group of so many months of the year (3: quarter, 6: half-year) that the day lies in.
pub(super) fn end_of_months(day: Day, months: u32) -> Day {
    let Jalali { month, .. } = day.jalali();
    let group = months.clamp(1, 12);
    let to_end = (group - u32::from(month) % group) % group;
    day.plus(Span::Months(to_end)).end_of_month()
}

/// The rounds of a recurring deadline, from the first one on: those answered, passed over and missed until
/// `today`, and behind them the one that comes next. Where more than `most` lie behind, the oldest are left out; the
/// second part says how many.
pub(super) fn listed(
    session: Day,
    answered: &[Day],
    today: Day,
    most: usize,
    due: impl Fn(u32) -> Day,
) -> (Vec<Round>, usize) {
    let mut rounds = VecDeque::new();
    let mut left_out = 0;
    let mut take = |round: Round| {
        rounds.push_back(round);
        if rounds.len() > most {
            rounds.pop_front();
            left_out += 1;
        }
    };
    let next = through(session, answered, &due, &mut take);
    for round in unanswered(next, &due) {
        let state = match round < today {
            true => RoundState::Missed,
            false => RoundState::Next,
        };
        take(Round { due: round, state });
        if state == RoundState::Next {
            break;
        }
    }
    (rounds.into(), left_out)
}

/// How many rounds passed before `today` that no answer stands for.
pub(super) fn missed(session: Day, answered: &[Day], today: Day, due: impl Fn(u32) -> Day) -> usize {
    let next = through(session, answered, &due, &mut |_| {});
    unanswered(next, &due).take_while(|round| *round < today).count()
}

/// The days of the rounds from this one on, as long as one comes after another.
fn unanswered(first: u32, due: &impl Fn(u32) -> Day) -> impl Iterator<Item = Day> {
    let mut last = None;
    (first..).map_while(move |round| {
        let day = due(round);
        let goes_on = last.is_none_or(|last| last < day);
        last = Some(day);
        goes_on.then_some(day)
    })
}

/// Returns the first day due that no answer stands for; `due` gives the day of each round, counted from 1.
pub(super) fn next_unanswered(session: Day, answered: &[Day], due: impl Fn(u32) -> Day) -> Day {
    due(through(session, answered, &due, &mut |_| {}))
}

/// Goes through the rounds that an answer stands for, in their order, and returns the number of the one behind them.
///
/// An answer stands for the round it falls in, or, given late, for all that were due until then: for the last of
/// these; those before it were passed over.
fn through(session: Day, answered: &[Day], due: &impl Fn(u32) -> Day, take: &mut impl FnMut(Round)) -> u32 {
    let mut answered = answered.to_vec();
    answered.sort_unstable();
    let (mut round, mut last_due) = (1, session);
    for answer in answered {
        if answer <= last_due {
            // Before the first round began, or one more answer to a round that has one.
            continue;
        }
        loop {
            let answered_now = due(round);
            if answered_now <= last_due {
                // An empty span, or the end of all days: no round comes after.
                return round;
            }
            last_due = answered_now;
            round += 1;
            let is_last = due(round) > answer || due(round) <= last_due;
            let state = match is_last {
                true => RoundState::Answered(answer),
                false => RoundState::PassedOver(answer),
            };
            take(Round {
                due: answered_now,
                state,
            });
            if is_last {
                break;
            }
        }
    }
    round
}

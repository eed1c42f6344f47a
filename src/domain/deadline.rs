//! A deadline (مهلت اقدام): the words that were written, what they mean, when it falls due and when it is overdue.
//! It does not know today, nor the resolution it belongs to; days are arguments.

mod brackets;
mod dates;
mod manner;
mod near;
mod next_session;
mod periods;
mod reading;
mod recurring;
mod rounds;
mod spans;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::calendar::{Day, Holidays, Span, Weekday};

pub use reading::{DeadlineMisfit, misfit, read_deadline};
pub use rounds::{Round, RoundState};

/// A deadline as written and as understood. The words are never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The words as they stand in the minutes.
    pub written: String,
    /// What the words mean.
    pub meaning: Meaning,
}

/// What the words of a deadline mean; the rows of the table of deadlines in the domain's description.
///
/// Stored as `{"kind": "within", "span": {"days": 10}}`. A kind or a span of a later version is read as
/// [`Meaning::Unclear`]: the written words stand beside it and can be read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredMeaning", into = "StoredMeaning")]
pub enum Meaning {
    /// Within a span from the session (ده روز).
    Within(Span),
    /// The same, said as the longest time (حداکثر شش ماه).
    AtMost(Span),
    /// By a day (تا پایان مهر), that day included.
    By(Day),
    /// Within a span from the day of notification (یک ماه پس از ابلاغ); nothing of a span is at once (پس از ابلاغ).
    AfterNotification(Span),
    /// At once (فوری).
    Immediate,
    /// As soon as possible (در اسرع وقت).
    Asap,
    /// Without an end (مستمر).
    Continuous,
    /// Until there is a result (تا حصول نتیجه).
    UntilResult,
    /// Again after every span, counted from the session (سه ماه یکبار).
    Every(Span),
    /// At the end of every week, month, quarter or year of the calendar (پایان هر ماه).
    AtEndOfEvery(Span),
    /// On a day of every week or month (پنجم هر ماه).
    OnEvery(PeriodDay),
    /// By the body's next session (تا جلسه آینده).
    NextSession,
    /// Not understood.
    #[default]
    Unclear,
}

/// What comes behind a session and deadlines wait for, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DaysAfter {
    /// The day on which the session's minutes were notified.
    pub notified: Option<Day>,
    /// The day of the body's next session, planned or held.
    pub next_session: Option<Day>,
}

/// A day that recurs in every period of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodDay {
    /// A day of the week.
    OfWeek(Weekday),
    /// A day of the month, 1 to 31, cut to the month's length.
    OfMonth(u8),
}

impl Meaning {
    /// Whether it recurs after every answer.
    pub fn comes_round(self) -> bool {
        matches!(
            self,
            Meaning::Every(_) | Meaning::AtEndOfEvery(_) | Meaning::OnEvery(_)
        )
    }

    /// Returns the first day on which it is late, where it was due on `due`: the day after, and of what is to be done at
    /// once the next working day.
    pub fn late_from(self, due: Day, holidays: &Holidays) -> Day {
        let day_after = due.plus_days(1);
        match self {
            Meaning::Immediate | Meaning::AfterNotification(Span::Days(0)) => {
                due.next_working_day(holidays).max(day_after)
            }
            _ => day_after,
        }
    }

    /// The days of the rounds of what recurs, counted from 1; none of other kinds.
    fn round_days(self, session: Day) -> Option<impl Fn(u32) -> Day> {
        self.comes_round().then_some(move |round| match self {
            Meaning::Every(span) => rounds::after_span(session, span, round),
            Meaning::AtEndOfEvery(span) => rounds::period_end(session, span, round),
            Meaning::OnEvery(PeriodDay::OfWeek(weekday)) => rounds::on_weekday(session, weekday, round),
            Meaning::OnEvery(PeriodDay::OfMonth(day)) => rounds::on_day_of_month(session, day, round),
            _ => session,
        })
    }
}

impl Deadline {
    /// Returns the kind's name in the JSON of the commands; all sorts of periods are `every`.
    pub fn kind(&self) -> &'static str {
        match self.meaning {
            Meaning::AtEndOfEvery(_) | Meaning::OnEvery(_) => "every",
            other => stored_kind(other),
        }
    }

    /// Returns the day it falls due, `None` for kinds without one and where the day it runs from or to is not known.
    ///
    /// `answered` holds the days of the answers, in any order; only recurring deadlines ask for it: theirs is
    /// the next period that was not answered. An answer stands for the period it falls in, or, given late, for all
    /// that were due until then.
    ///
    /// ```
    /// use dabir::calendar::Day;
    /// use dabir::domain::deadline::{DaysAfter, read_deadline};
    /// let session = Day::from_jalali(1401, 8, 28).ok();
    /// let deadline = read_deadline("حداکثر شش ماه", session);
    /// assert_eq!(deadline.due(session, DaysAfter::default(), &[]).unwrap().to_string(), "1402/02/28");
    /// ```
    pub fn due(&self, session: Option<Day>, after: DaysAfter, answered: &[Day]) -> Option<Day> {
        match self.meaning {
            Meaning::Within(span) | Meaning::AtMost(span) => Some(session?.plus(span)),
            Meaning::By(day) => Some(day),
            Meaning::AfterNotification(span) => Some(after.notified?.plus(span)),
            Meaning::Immediate => session,
            Meaning::Every(_) | Meaning::AtEndOfEvery(_) | Meaning::OnEvery(_) => {
                let session = session?;
                let days = self.meaning.round_days(session)?;
                Some(rounds::next_unanswered(session, answered, days))
            }
            // A longer time until the next session is granted behind one; which one comes then is known only before.
            Meaning::NextSession => after
                .next_session
                .filter(|next| session.is_none_or(|from| from < *next)),
            Meaning::Asap | Meaning::Continuous | Meaning::UntilResult | Meaning::Unclear => None,
        }
    }

    /// Whether it recurs after every answer.
    pub fn comes_round(&self) -> bool {
        self.meaning.comes_round()
    }

    /// Returns the rounds of a recurring deadline until `today`, the oldest first, and the one that comes next;
    /// at most the last `most`, and how many older ones were left out. Nothing of other kinds.
    ///
    /// ```
    /// use dabir::calendar::Day;
    /// use dabir::domain::deadline::{RoundState, read_deadline};
    /// let session = Day::from_jalali(1401, 3, 12).ok();
    /// let day = |month, day| Day::from_jalali(1401, month, day).unwrap();
    /// let deadline = read_deadline("ماهانه", session);
    /// let (rounds, _) = deadline.rounds(session, &[day(4, 10)], day(6, 1), 24);
    /// let states: Vec<RoundState> = rounds.iter().map(|round| round.state).collect();
    /// assert_eq!(states, [RoundState::Answered(day(4, 10)), RoundState::Missed, RoundState::Next]);
    /// assert_eq!(deadline.missed(session, &[day(4, 10)], day(6, 1)), 1);
    /// ```
    pub fn rounds(
        &self,
        session: Option<Day>,
        answered: &[Day],
        today: Day,
        most: usize,
    ) -> (Vec<Round>, usize) {
        let days = session.and_then(|session| Some((session, self.meaning.round_days(session)?)));
        days.map_or((Vec::new(), 0), |(session, days)| {
            rounds::listed(session, answered, today, most, days)
        })
    }

    /// Returns how many rounds of a recurring deadline passed before `today` without an answer; none of other
    /// kinds.
    pub fn missed(&self, session: Option<Day>, answered: &[Day], today: Day) -> usize {
        let days = session.and_then(|session| Some((session, self.meaning.round_days(session)?)));
        days.map_or(0, |(session, days)| {
            rounds::missed(session, answered, today, days)
        })
    }

    /// Says whether it is late on a day: after the day it was due; what is to be done at once from the next working day
    /// on.
    pub fn is_overdue(&self, due: Day, today: Day, holidays: &Holidays) -> bool {
        today > due && today >= self.meaning.late_from(due, holidays)
    }
}

/// A meaning on disk. Spans stay values at first, so that those of later versions are no error.
#[derive(Serialize, Deserialize)]
struct StoredMeaning {
    #[serde(default)]
    kind: String,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    span: Value,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    day: Value,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    on: Value,
}

fn stored_kind(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Within(_) => "within",
        Meaning::AtMost(_) => "at_most",
        Meaning::By(_) => "by",
        Meaning::AfterNotification(_) => "after_notification",
        Meaning::Immediate => "immediate",
        Meaning::Asap => "asap",
        Meaning::Continuous => "continuous",
        Meaning::UntilResult => "until_result",
        Meaning::Every(_) => "every",
        Meaning::AtEndOfEvery(_) => "at_end_of_every",
        Meaning::OnEvery(_) => "on_every",
        Meaning::NextSession => "next_session",
        Meaning::Unclear => "unclear",
    }
}

impl From<Meaning> for StoredMeaning {
    fn from(meaning: Meaning) -> StoredMeaning {
        let (mut span, mut day, mut on) = (Value::Null, Value::Null, Value::Null);
        match meaning {
            Meaning::Within(length)
            | Meaning::AtMost(length)
            | Meaning::AfterNotification(length)
            | Meaning::Every(length)
            | Meaning::AtEndOfEvery(length) => span = serde_json::to_value(length).unwrap_or_default(),
            Meaning::By(date) => day = Value::String(date.iso()),
            Meaning::OnEvery(place) => on = serde_json::to_value(place).unwrap_or_default(),
            _ => {}
        }
        StoredMeaning {
            kind: stored_kind(meaning).to_owned(),
            span,
            day,
            on,
        }
    }
}

impl From<StoredMeaning> for Meaning {
    fn from(stored: StoredMeaning) -> Meaning {
        let span = serde_json::from_value(stored.span).ok();
        let day = serde_json::from_value(stored.day).ok();
        let meaning = match stored.kind.as_str() {
            "within" => span.map(Meaning::Within),
            "at_most" => span.map(Meaning::AtMost),
            "by" => day.map(Meaning::By),
            "after_notification" => span.map(Meaning::AfterNotification),
            "immediate" => Some(Meaning::Immediate),
            "asap" => Some(Meaning::Asap),
            "continuous" => Some(Meaning::Continuous),
            "until_result" => Some(Meaning::UntilResult),
            "every" => span.map(Meaning::Every),
            "at_end_of_every" => span.map(Meaning::AtEndOfEvery),
            "on_every" => serde_json::from_value(stored.on).ok().map(Meaning::OnEvery),
            "next_session" => Some(Meaning::NextSession),
            _ => None,
        };
        meaning.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;

//! Deadlines that come round: which of their days is the next one not yet answered.
//! It does not know words.

use crate::calendar::{Day, Jalali, Span};

/// Returns the first day of session + span, session + 2 spans, ... that was not answered.
///
/// Every day is counted from the session itself, so that 31 Khordad cut to 30 Mehr does not stay cut.
pub(super) fn next_after_span(session: Day, span: Span, answered: &[Day]) -> Day {
    next_unanswered(session, answered, |round| session.plus(span.times(round)))
}

/// Returns the first end of a week, month, quarter, ... after the session that was not answered.
pub(super) fn next_period_end(session: Day, span: Span, answered: &[Day]) -> Day {
    let first = session.plus_days(1);
    next_unanswered(session, answered, |round| {
        let earlier = span.times(round.saturating_sub(1));
        match span {
            Span::Days(_) => session.plus(span.times(round)),
            Span::Weeks(_) => first.end_of_week().plus(earlier),
            // The end is taken anew: from 30 Mehr a month on it is 30 Aban, but from 29 Esfand 31 Farvardin.
            Span::Months(months) => end_of_months(first, months).plus(earlier).end_of_month(),
            Span::Years(_) => first.end_of_year().plus(earlier).end_of_year(),
        }
    })
}

/// Returns the last day of the group of so many months of the year (3: quarter, 6: half-year) that the day lies in.
pub(super) fn end_of_months(day: Day, months: u32) -> Day {
    let Jalali { month, .. } = day.jalali();
    let group = months.clamp(1, 12);
    let to_end = (group - u32::from(month) % group) % group;
    day.plus(Span::Months(to_end)).end_of_month()
}

/// Returns the first day due that no answer stands for; `due` gives the day of each round, counted from 1.
///
/// An answer stands for the round it falls in, or, given late, for all that were due until then.
fn next_unanswered(session: Day, answered: &[Day], due: impl Fn(u32) -> Day) -> Day {
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
                return last_due;
            }
            last_due = answered_now;
            round += 1;
            if due(round) > answer {
                break;
            }
        }
    }
    due(round)
}

//! The terms of a resolution or a clause in words: deadline and its day, longer times, who is to act, what was answered.
//! Does not know in which order a document tells them.

use super::labelled;
use crate::calendar::{Day, Holidays};
use crate::domain::deadline::Deadline;
use crate::domain::resolution::{Extension, FollowUp, FollowUpKind, Granted, Responsible, Status};
use crate::exchange::paper::{LabelledText, Run, Text};
use crate::office::query::ResolutionRow;
use crate::say;
use crate::words::Words;

/// Between the parts of one line.
pub(super) const DOT: &str = " · ";

/// How a deadline stands on a day.
pub(super) struct DeadlineStanding {
    /// Past its day, and still to be met.
    pub overdue: bool,
    /// The day with what makes it late: the first day where longer times were granted, and rounds without an answer.
    pub due: Text,
}

/// «بند الف».
pub(super) fn clause(words: &Words, letter: &str) -> String {
    words.say_with("paper-clause", &[("letter", letter.into())])
}

/// «اصلاحیه ۱، اصلاحیه ۳»; nothing without a number.
pub(super) fn corrections(words: &Words, numbers: &[u32]) -> Text {
    let told = numbers
        .iter()
        .map(|number| words.say_with("paper-correction", &[("number", (*number).into())]));
    Text::joined(told.map(Text::ours), "، ")
}

/// Puts the numbers of the corrections behind the words that they set right.
pub(super) fn mark_corrected(words: &Words, said: &mut [Text], numbers: &[u32]) {
    if let (Some(last), false) = (said.last_mut(), numbers.is_empty()) {
        let remarks = numbers.iter().map(|number| remark(words, *number));
        last.runs.extend(remarks);
    }
}

/// The remark at something that was corrected.
pub(super) fn remark(words: &Words, number: u32) -> Run {
    Run::Remark(words.say_with("paper-correction", &[("number", number.into())]))
}

/// The words of a deadline. What they mean shows in its day.
pub(super) fn written(deadline: Option<&Deadline>) -> Text {
    let written = deadline.map(|Deadline { written, meaning: _ }| written);
    Text::some(written)
}

/// How the deadline of `row` or of one of its clauses stands.
pub(super) fn standing(
    words: &Words,
    row: &ResolutionRow,
    granted: &Granted,
    status: Status,
    today: Day,
) -> DeadlineStanding {
    let Some(day) = granted.due(row.session_date, row.session_after) else {
        return DeadlineStanding {
            overdue: false,
            due: Text::default(),
        };
    };
    let in_force = granted.in_force(row.session_date);
    let is_late =
        in_force.is_some_and(|(deadline, _)| deadline.is_overdue(day, today, &Holidays::built_in()));
    let overdue = is_late && status == Status::Open;
    let first = granted.first_due(row.session_date, row.session_after);
    let first = first.filter(|first| *first != day);
    let first = first.map(|first| words.say_with("show-first-due", &[("date", words.day(first).into())]));
    let missed = if overdue {
        granted.missed(row.session_date, today)
    } else {
        0
    };
    let missed = (missed > 0).then(|| words.say_with("rounds-missed", &[("count", missed.into())]));
    let parts = [Some(words.day(day)), first, missed].into_iter().flatten();
    DeadlineStanding {
        overdue,
        due: Text::joined(parts.map(Text::ours), DOT),
    }
}

/// The names as written; the organisations they were found to mean stand behind them and are not read.
pub(super) fn responsible(all: &[Responsible]) -> Text {
    let name = |who: &Responsible| {
        let Responsible {
            written,
            organisation: _,
        } = who;
        Text::stored(written)
    };
    Text::joined(all.iter().map(name), "؛ ")
}

/// Longer times, each under its label.
pub(super) fn extensions(words: &Words, all: &[Extension]) -> Vec<LabelledText> {
    let one = |one: &Extension| labelled(words, "head-extension", extension(words, one));
    all.iter().map(one).collect()
}

/// A longer time: its words, the day it was granted on, who granted it, the letter.
pub(super) fn extension(words: &Words, extension: &Extension) -> Text {
    let Extension {
        deadline,
        granted_on,
        by,
        letter,
    } = extension;
    let parts = [
        written(Some(deadline)),
        granted_on
            .map(|day| Text::ours(words.day(day)))
            .unwrap_or_default(),
        Text::some(by.as_ref()),
        letter_of(words, letter.as_ref()),
    ];
    Text::joined(parts, DOT)
}

/// What was answered or asked: its head, then its words.
pub(super) fn follow_up(words: &Words, follow_up: &FollowUp) -> Text {
    let text = Text::stored(&follow_up.text);
    Text::joined([follow_up_head(words, follow_up), text], DOT)
}

/// What stands before the words of a follow-up: its kind where nobody answered, the clause it is about, when, who, the
/// letter, the status it brought.
pub fn follow_up_head(words: &Words, follow_up: &FollowUp) -> Text {
    let FollowUp {
        date,
        by,
        letter,
        clause,
        text: _,
        status,
        kind,
    } = follow_up;
    let kind = (*kind == FollowUpKind::Reminder).then(|| words.say(say::follow_up_kind(*kind)));
    let clause = clause.as_deref();
    let clause = clause.map(|letter| self::clause(words, letter));
    let ours = |text: Option<String>| text.map(Text::ours).unwrap_or_default();
    let parts = [
        ours(kind),
        ours(clause),
        ours(date.map(|day| words.day(day))),
        Text::some(by.as_ref()),
        letter_of(words, letter.as_ref()),
        ours(status.map(|status| say::status(words, status, false).0)),
    ];
    Text::joined(parts, DOT)
}

/// By what something was answered: «نامه ۱۲/۳۴», or who answered without a letter.
pub fn answered_by(words: &Words, answer: &FollowUp) -> Text {
    let letter = letter_of(words, answer.letter.as_ref());
    match letter.is_blank() {
        true => Text::some(answer.by.as_ref()),
        false => letter,
    }
}

/// «نامه ۱۲/۳۴».
fn letter_of(words: &Words, letter: Option<&String>) -> Text {
    let letter = letter.map(|letter| words.say_with("follow-up-letter", &[("letter", letter.into())]));
    letter.map(Text::ours).unwrap_or_default()
}

//! What many forms need: fields for days, times, numbers and words, and how they are read. Does not know any form.

use super::{FieldProblem, Form};
use crate::app::context::Context;
use crate::app::field::{Field, FieldInput};
use crate::calendar::{Day, TimeOfDay, days_from_today, parse_day, parse_day_on_or_after};
use crate::domain::stretch::{TimeStretch, are_in_order};
use crate::say;
use crate::text::digits::latin_digits;
use crate::ui::Role;

/// A day as people write it, in numbers, words or as «فردا»; one without a year lies around today.
pub(in crate::app) fn read_day(context: &Context, written: &str) -> Option<Day> {
    let today = context.setup.today;
    if let Some(days) = days_from_today(written) {
        return Some(today.plus_days(days));
    }
    let half_a_year_ago = today.plus_days(-182);
    parse_day(written)
        .or_else(|_| parse_day_on_or_after(written, half_a_year_ago))
        .ok()
}

/// How a day or a time was understood, shown while it is typed; none of other fields.
pub(in crate::app) fn read_back(context: &Context, field: &str, written: &str) -> Option<(String, Role)> {
    let words = context.words;
    match field {
        "date" | "invitation-date" | "notified" | "signed" | "from" | "until" | "since" | "held_until" => {
            Some(match read_day(context, written) {
                Some(day) => (say::day_long(words, day), Role::Good),
                None => (words.say("problem-date"), Role::Warn),
            })
        }
        "start" | "end" | "arrived" | "departed" => Some(match TimeOfDay::parse(written) {
            Ok(time) => (words.time(time), Role::Good),
            Err(_) => (words.say("problem-time"), Role::Warn),
        }),
        _ => None,
    }
}

/// Which of the names in a field is nearly that of a known organisation and may be a slip; said until it is another.
pub(in crate::app) fn near_names(context: &Context, field: &Field) -> Option<(String, Role)> {
    let FieldInput::Names { chosen, .. } = &field.input else {
        return None;
    };
    let all = context.books.organisations.as_ref()?;
    let unknown = chosen
        .iter()
        .filter(|who| who.organisation.is_none() && all.named(&who.written).is_none());
    let (written, near) = unknown
        .filter_map(|who| Some((&who.written, all.near(&who.written)?)))
        .next()?;
    let args = [("written", written.into()), ("name", near.written.into())];
    Some((context.words.say_with("name-of-these-is-near", &args), Role::Warn))
}

/// The day in a field; none when it is empty.
pub(in crate::app) fn day_of(
    context: &Context,
    form: &Form,
    field: &'static str,
) -> Result<Option<Day>, FieldProblem> {
    match form.written(field) {
        "" => Ok(None),
        written => read_day(context, written)
            .map(Some)
            .ok_or(FieldProblem::at(field, "problem-date")),
    }
}

/// The time in a field; none when it is empty.
pub(in crate::app) fn time_of(form: &Form, field: &'static str) -> Result<Option<TimeOfDay>, FieldProblem> {
    match form.written(field) {
        "" => Ok(None),
        written => TimeOfDay::parse(written)
            .map(Some)
            .map_err(|_| FieldProblem::at(field, "problem-time")),
    }
}

/// The number in a field, in digits of any kind; none when it is empty.
pub(in crate::app) fn number_of(form: &Form, field: &'static str) -> Result<Option<u32>, FieldProblem> {
    match form.written(field) {
        "" => Ok(None),
        written => latin_digits(written)
            .parse()
            .map(Some)
            .map_err(|_| FieldProblem::at(field, "problem-number")),
    }
}

/// The words in a field that may not be empty.
pub(in crate::app) fn words_of(form: &Form, field: &'static str) -> Result<String, FieldProblem> {
    form.some(field).ok_or(FieldProblem::at(field, "problem-empty"))
}

/// A field of one line for a number.
pub(in crate::app) fn number_field(
    context: &Context,
    name: &'static str,
    label: &'static str,
    number: Option<u32>,
) -> Field {
    Field::line(
        name,
        label,
        &number
            .map(|number| context.words.number(number))
            .unwrap_or_default(),
    )
}

/// A field of one line for a day.
pub(in crate::app) fn day_field(
    context: &Context,
    name: &'static str,
    label: &'static str,
    day: Option<Day>,
) -> Field {
    Field::line(
        name,
        label,
        &day.map(|day| context.words.day(day)).unwrap_or_default(),
    )
    .hinted("hint-date")
}

/// A field of one line for a time.
pub(in crate::app) fn time_field(
    context: &Context,
    name: &'static str,
    label: &'static str,
    time: Option<TimeOfDay>,
) -> Field {
    Field::line(
        name,
        label,
        &time.map(|time| context.words.time(time)).unwrap_or_default(),
    )
    .hinted("hint-time")
}

/// A field of one line for stretches of time, «۱۰:۰۰-۱۰:۱۵، ۱۱:۳۰-».
pub(in crate::app) fn stretches_field(
    context: &Context,
    name: &'static str,
    label: &'static str,
    stretches: &[TimeStretch],
) -> Field {
    let words = context.words;
    let one = |stretch: &TimeStretch| {
        let until = stretch.until.map(|until| words.time(until)).unwrap_or_default();
        format!("{}-{until}", words.time(stretch.from))
    };
    let written: Vec<String> = stretches.iter().map(one).collect();
    Field::line(name, label, &written.join("، ")).hinted("hint-stretches")
}

/// The stretches in a field, in their order; none when it is empty.
pub(in crate::app) fn stretches_of(
    form: &Form,
    field: &'static str,
) -> Result<Vec<TimeStretch>, FieldProblem> {
    let wrong = || FieldProblem::at(field, "problem-stretches");
    let parts = form.written(field).split(['،', ',', '؛', ';']).map(str::trim);
    let read: Option<Vec<TimeStretch>> = parts.filter(|part| !part.is_empty()).map(stretch).collect();
    read.filter(|all| are_in_order(all)).ok_or_else(wrong)
}

/// «۱۰:۰۰-۱۰:۱۵» or «۱۰:۰۰ تا ۱۰:۱۵»; without an end it goes on.
fn stretch(written: &str) -> Option<TimeStretch> {
    let (from, until) = written
        .split_once(" تا ")
        .or_else(|| written.split_once(['-', '–', '—']))
        .unwrap_or((written, ""));
    let until = match until.trim() {
        "" => None,
        until => Some(TimeOfDay::parse(until).ok()?),
    };
    let from = TimeOfDay::parse(from.trim()).ok()?;
    Some(TimeStretch { from, until })
}

/// A field of one line for words that may be missing.
pub(in crate::app) fn line_field(name: &'static str, label: &'static str, text: &Option<String>) -> Field {
    Field::line(name, label, text.as_deref().unwrap_or_default())
}

/// The place of a record in its list, in the key of a draft.
pub(in crate::app) fn place(at: Option<usize>) -> String {
    at.map_or_else(|| "new".to_owned(), |at| at.to_string())
}

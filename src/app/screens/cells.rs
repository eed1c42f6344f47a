//! One resolution as several lists have it: deadline, responsible, status, what is to be said about it. Does not know
//! which list.

use super::{rounds, sought};
use crate::app::context::Context;
use crate::app::{say, sentences};
use crate::calendar::Day;
use crate::domain::resolution::{Resolution, Status};
use crate::office::query::ResolutionRow;
use crate::search::TextPart;
use crate::ui::{Piece, Role, TableCell};

/// The deadline as written, and the day it is due where that says more.
pub(super) fn deadline(context: &Context, row: &ResolutionRow) -> TableCell {
    let written = row
        .resolution
        .deadline
        .as_ref()
        .map(|deadline| deadline.written.clone());
    let Some(written) = written else {
        return vec![Piece::ours("—").role(Role::Faint)];
    };
    let words = context.words;
    let due = row.own_due().map(|day| words.day(day));
    let says_more = |day: &String| crate::text::fold(day) != crate::text::fold(&written);
    let role = if row.overdue { Role::Late } else { Role::Faint };
    let due = match row.resolution.extensions.is_empty() {
        true => due.filter(says_more),
        false => due.map(|day| words.say_with("due-extended", &[("date", day.into())])),
    };
    let of_clause = row.due_by_clause().map(|day| due_of_clause(context, day));
    // What is late is the clause.
    let own_role = if of_clause.is_some() { Role::Faint } else { role };
    let due = due.map(|day| Piece::ours(day).role(own_role));
    let due = due
        .into_iter()
        .chain(of_clause.map(|day| Piece::ours(day).role(role)));
    // One missed round is said by its day; more are counted.
    let missed = rounds::missed(context, row.missed as usize).filter(|_| row.missed > 1);
    let written = std::iter::once(sought::piece(context, &written, TextPart::Text));
    written.chain(due).chain(missed).collect()
}

/// The day that the first clause is due.
pub(super) fn due_of_clause(context: &Context, day: Day) -> String {
    let day = context.words.day(day);
    context.words.say_with("due-of-clause", &[("date", day.into())])
}

/// Who is responsible, the lead first.
pub(super) fn responsible(context: &Context, resolution: &Resolution) -> TableCell {
    resolution
        .responsible
        .iter()
        .map(|who| sought::name(context, who))
        .collect()
}

/// «مصوبه ۳، هشتمین جلسه کتاف»; without a row number its subject.
pub(in crate::app) fn name_with_session(context: &Context, row: &ResolutionRow) -> String {
    let words = context.words;
    let resolution = match row.resolution.row {
        Some(number) => words.say_with("resolution-title", &[("row", number.into())]),
        None => row.resolution.name().to_owned(),
    };
    let session = say::session_of(words, row);
    let args = [("resolution", resolution.into()), ("session", session.into())];
    words.say_with("resolution-of-session", &args)
}

/// The status in its word and role.
pub(super) fn status_piece(context: &Context, row: &ResolutionRow) -> Piece {
    let (word, role) = say::status_of_row(context.words, row);
    Piece::ours(word).role(role)
}

/// «اصلاحیه ۱» for each correction that was recorded of a resolution after its minutes were signed.
pub(super) fn corrected_pieces(context: &Context, resolution: &Resolution) -> TableCell {
    let numbers = resolution.corrected.iter();
    let told = numbers.map(|number| {
        let args = [("number", (*number).into())];
        Piece::ours(context.words.say_with("paper-correction", &args)).role(Role::Warn)
    });
    told.collect()
}

/// The first warning of a resolution, or how far its deadline lies.
pub(super) fn row_note(context: &Context, row: &ResolutionRow) -> Option<(String, Role)> {
    let warning = row
        .warnings
        .first()
        .map(|warning| (sentences::warning(context.words, warning), Role::Warn));
    let due = || {
        row.due
            .filter(|_| row.status == Status::Open)
            .map(|day| due_note(context, row, day))
    };
    warning.or_else(due)
}

fn due_note(context: &Context, row: &ResolutionRow, day: Day) -> (String, Role) {
    let words = context.words;
    let distance = say::distance(words, context.setup.today, day);
    let args = [
        ("date", say::day_marked(words, day).into()),
        ("distance", distance.into()),
    ];
    let mut note = words.say_with("due-note", &args);
    if row.due_by_clause().is_some() {
        note = words.say_with("due-of-clause", &[("date", note.into())]);
    }
    if let Some(first) = row.first_due.filter(|first| *first != day) {
        note = [note, say::first_due(words, context.setup.today, first)].join(" · ");
    }
    if row.missed > 0 {
        let missed = words.say_with("rounds-missed", &[("count", row.missed.into())]);
        note = [note, missed].join(" · ");
    }
    (note, if row.overdue { Role::Late } else { Role::Faint })
}

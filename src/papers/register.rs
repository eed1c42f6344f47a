//! The register of resolutions (دفتر ثبت مصوبات): every resolution of a body's year in a row, with what came of it last.
//! Does not know how the rows were read.

use super::letters::plain_title;
use super::{paper, terms};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::resolution::{ClauseState, Resolution};
use crate::exchange::paper::{Block, Paper, PaperCell, PaperColumn, PaperTable, Text};
use crate::office::query::ResolutionRow;
use crate::papers::page_of_pages;
use crate::papers::resolution::confidential_text;
use crate::say;
use crate::words::Words;
use std::collections::BTreeMap;

/// The register of these resolutions, in their order, as they stand on `today`; of all bodies or all years where none is
/// given.
pub fn register(
    words: &Words,
    body: Option<&Body>,
    year: Option<i32>,
    rows: &[ResolutionRow],
    today: Day,
) -> Paper {
    let title = title_of(words, "register", body, year);
    let as_of = words.say_with(
        "register-as-of",
        &[
            ("date", say::day_long(words, today).into()),
            ("count", rows.len().into()),
        ],
    );
    let table = PaperTable {
        columns: columns(words),
        rows: (1u32..)
            .zip(rows)
            .map(|(number, row)| entry(words, number, row))
            .collect(),
        signed: false,
    };
    let mut blocks = vec![
        Block::Title(Text::ours(&title)),
        Block::Centred(Text::ours(as_of)),
    ];
    blocks.push(match rows.is_empty() {
        true => Block::Paragraph(Text::ours(words.say("register-empty"))),
        false => Block::Table(table),
    });
    Paper {
        title: plain_title(&title),
        date: Some(today),
        landscape: true,
        foot: page_of_pages(words),
        ..paper(words, blocks)
    }
}

/// The title of a paper about a body and a year, by the words that begin with `id`: «دفتر ثبت مصوبات ... سال ۱۴۰۵».
pub(super) fn title_of(words: &Words, id: &str, body: Option<&Body>, year: Option<i32>) -> String {
    let name = words.say(&format!("{id}-title"));
    let body = body.map_or_else(|| words.say("paper-all-bodies"), |body| body.name.clone());
    let args = [("name", name.into()), ("body", body.into())];
    match year {
        Some(year) => {
            let [name, body] = args;
            words.say_with(
                "paper-of-body-year",
                &[name, body, ("year", words.number(year).into())],
            )
        }
        None => words.say_with("paper-of-body", &args),
    }
}

fn columns(words: &Words) -> Vec<PaperColumn> {
    let column = |(id, share)| PaperColumn {
        head: Text::ours(words.say(id)),
        share,
    };
    let columns = [
        ("register-number", 5),
        ("head-session", 14),
        ("head-row", 5),
        ("head-resolution-text", 38),
        ("head-responsible", 14),
        ("head-deadline", 12),
        ("head-status", 8),
        ("register-last", 18),
    ];
    columns.map(column).into()
}

fn entry(words: &Words, number: u32, row: &ResolutionRow) -> Vec<PaperCell> {
    let ResolutionRow {
        resolution,
        session: _,
        body: _,
        // It is in the name of the session.
        body_name: _,
        session_date,
        session_ordinal: _,
        session_year: _,
        session_after: _,
        status,
        due,
        first_due: _,
        overdue,
        missed: _,
        warnings: _,
        // As the vote itself, for the minutes.
        came_about: _,
    } = row;
    let [own_number, wording, whos, until, last] = decided(words, resolution, *due);
    let date = session_date.map(|day| Text::ours(words.day(day)));
    let cells = [
        vec![Text::ours(words.number(number))],
        vec![Text::ours(say::session_of(words, row)), date.unwrap_or_default()],
        own_number,
        wording,
        whos,
        until,
        vec![Text::ours(say::status(words, *status, *overdue).0)],
        last,
    ];
    let filled = |cell: PaperCell| cell.into_iter().filter(|text| !text.is_blank()).collect();
    cells.map(filled).into()
}

/// Its row in the minutes, the wording, who is to act, until when, and what came of it last.
fn decided(words: &Words, resolution: &Resolution, due: Option<Day>) -> [PaperCell; 5] {
    let Resolution {
        id: _,
        position: _,
        row,
        subject,
        text,
        clauses,
        deadline,
        responsible,
        // The one that was rolled up from the clauses stands in the row.
        status: _,
        follow_ups,
        follows: _,
        from_note: _,
        agenda_item: _,
        extensions,
        agreed: _,
        // What is voted on, and how, is for the minutes.
        vote: _,
        confidential,
        attachments: _,
        corrected,
        extra: _,
    } = resolution;
    let ours = |text: Option<String>| text.map(Text::ours).unwrap_or_default();
    let mut wording = vec![Text::some(subject.as_ref())];
    wording.extend(text.lines().map(|line| Text::stored(line.trim())));
    wording.push(confidential_text(words, *confidential));
    terms::mark_corrected(words, &mut wording, corrected);
    let mut whos = vec![terms::responsible(responsible)];
    whos.extend(of_clauses(words, clauses, |clause| {
        terms::responsible(&clause.responsible)
    }));
    let mut until = vec![terms::written(deadline.as_ref())];
    until.extend(of_clauses(words, clauses, |clause| {
        terms::written(clause.deadline.as_ref())
    }));
    let longer = terms::extensions(words, extensions).into_iter();
    until.extend(longer.map(|one| Text::ours(format!("{}: ", one.label)).and(one.value)));
    until.push(ours(due.map(|day| words.day(day))));
    let number = vec![ours(row.map(|row| words.number(row)))];
    let last = follow_ups.last().map(|one| terms::follow_up(words, one));
    [number, wording, whos, until, last.into_iter().collect()]
}

/// «بند الف: فرمانداری» of each clause of which there is something to tell.
fn of_clauses<'a>(
    words: &'a Words,
    clauses: &'a BTreeMap<String, ClauseState>,
    told: impl Fn(&ClauseState) -> Text + 'a,
) -> impl Iterator<Item = Text> + 'a {
    clauses.iter().filter_map(move |(letter, clause)| {
        let told = told(clause);
        let label = Text::ours(format!("{}: ", terms::clause(words, letter)));
        (!told.is_blank()).then(|| label.and(told))
    })
}

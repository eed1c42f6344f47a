//! The open matters of a body in its handover book, by who leads them. Does not know what else stands in the book.

use super::{heading, table};
use crate::domain::resolution::{Responsible, Status};
use crate::exchange::paper::{Block, PaperCell, Text};
use crate::office::query::ResolutionRow;
use crate::papers::letters::{AddresseeKey, OrganisationNames};
use crate::papers::resolution::confidential_text;
use crate::papers::terms;
use crate::say;
use crate::words::Words;
use std::collections::HashMap;

/// «سومین جلسه کمیته آب، ردیف ۷».
pub(super) fn place_of(words: &Words, row: &ResolutionRow) -> Text {
    let number = row.resolution.row;
    let number = number.map(|row| Text::ours(words.say_with("letter-passed-row", &[("row", row.into())])));
    Text::joined(
        [
            Text::ours(say::session_of(words, row)),
            number.unwrap_or_default(),
        ],
        &words.say("place-comma"),
    )
}

/// The open resolutions by who leads them, in the order in which they were passed.
pub(super) fn open_matters(words: &Words, open: &[ResolutionRow], names: &OrganisationNames) -> Vec<Block> {
    let mut groups: Vec<(Text, Vec<&ResolutionRow>)> = Vec::new();
    let mut places: HashMap<Option<AddresseeKey>, usize> = HashMap::new();
    for row in open.iter().filter(|row| row.status == Status::Open) {
        let lead = lead(row);
        let at = *places.entry(lead.and_then(AddresseeKey::of)).or_insert_with(|| {
            let name = lead.map(|who| Text::stored(names.name(who)));
            groups.push((
                name.unwrap_or_else(|| Text::ours(words.say("figure-nobody"))),
                Vec::new(),
            ));
            groups.len() - 1
        });
        groups[at].1.push(row);
    }
    let mut blocks = vec![heading(words, "handover-matters")];
    if groups.is_empty() {
        blocks.push(Block::Paragraph(Text::ours(words.say("handover-no-matters"))));
    }
    let columns = [
        ("letter-passed-in", 18),
        ("letter-text", 38),
        ("letter-deadline", 16),
        ("head-status", 10),
        ("register-last", 18),
    ];
    for (name, rows) in groups {
        let count = words.say_with("handover-count", &[("count", rows.len().into())]);
        blocks.push(Block::Paragraph(Text::joined([name, Text::ours(count)], " ")));
        // The book is a paper like any other: what is confidential is asked for at the desk.
        let rows = rows
            .into_iter()
            .map(|row| matter(words, &row.clone().for_readers()));
        blocks.push(table(words, &columns, rows.collect()));
    }
    blocks
}

/// The first who is to act, in the resolution or, where it names nobody, in its clauses.
fn lead(row: &ResolutionRow) -> Option<&Responsible> {
    let of_clauses = row
        .resolution
        .clauses
        .values()
        .flat_map(|clause| &clause.responsible);
    let mut all = row.resolution.responsible.iter().chain(of_clauses);
    all.find(|who| AddresseeKey::of(who).is_some())
}

fn matter(words: &Words, row: &ResolutionRow) -> Vec<PaperCell> {
    let resolution = &row.resolution;
    let due = row.due.map(|day| Text::ours(words.day(day))).unwrap_or_default();
    let last = resolution
        .follow_ups
        .last()
        .map(|one| terms::follow_up(words, one));
    let mut wording = vec![Text::some(resolution.subject.as_ref())];
    wording.extend(resolution.text.lines().map(|line| Text::stored(line.trim())));
    wording.push(confidential_text(words, resolution.confidential));
    wording.retain(|text| !text.is_blank());
    vec![
        vec![place_of(words, row)],
        wording,
        vec![terms::written(resolution.deadline.as_ref()), due],
        vec![Text::ours(say::status(words, row.status, row.overdue).0)],
        last.into_iter().collect(),
    ]
}

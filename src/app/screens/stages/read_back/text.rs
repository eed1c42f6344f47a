//! What of a resolution is read aloud: subject, wording, and its terms. Does not know whether it was agreed to.

use crate::app::context::Context;
use crate::app::say;
use crate::domain::resolution::Resolution;
use crate::office::query::ResolutionRow;
use crate::papers::{self, LabelledText, plain::line};
use crate::ui::{PageEntry, Piece, Role};
use crate::words::Words;

/// A paragraph without a label; without words a blank line.
pub(super) fn paragraphs(pieces: Vec<Piece>) -> PageEntry {
    PageEntry {
        label: String::new(),
        pieces,
    }
}

/// One resolution as it is read aloud.
pub(super) fn entries(context: &Context, row: &ResolutionRow) -> Vec<PageEntry> {
    let resolution = &row.resolution;
    let mut entries = Vec::new();
    if let Some(subject) = resolution.subject.as_ref().filter(|s| !s.trim().is_empty()) {
        let subject = Piece::stored(subject.clone()).role(Role::Strong);
        entries.extend([paragraphs(vec![subject]), paragraphs(Vec::new())]);
    }
    entries.push(paragraphs(
        resolution.text.split('\n').map(Piece::stored).collect(),
    ));
    entries.push(paragraphs(Vec::new()));
    let mut terms = vec![due(context.words, row), responsible(context.words, resolution)];
    terms.extend(clauses(context, row));
    entries.push(paragraphs(terms));
    entries
}

fn labelled(words: &Words, label: String, text: String) -> Piece {
    let args = [("label", label.into()), ("text", text.into())];
    Piece::ours(words.say_with("read-back-line", &args))
}

/// The deadline as written, and the day that it is due.
fn due(words: &Words, row: &ResolutionRow) -> Piece {
    let label = words.say("field-deadline");
    match (&row.resolution.deadline, row.own_due()) {
        (None, _) => labelled(words, label, "—".to_owned()).role(Role::Warn),
        (Some(written), None) => labelled(words, label, written.written.clone()),
        (Some(written), Some(day)) => {
            let args = [
                ("label", label.into()),
                ("written", written.written.as_str().into()),
                ("date", say::day_long(words, day).into()),
            ];
            Piece::ours(words.say_with("read-back-due", &args))
        }
    }
}

fn responsible(words: &Words, resolution: &Resolution) -> Piece {
    let who: Vec<&str> = resolution
        .responsible
        .iter()
        .map(|who| who.written.as_str())
        .collect();
    let label = words.say("field-responsible");
    match who.is_empty() {
        true => labelled(words, label, "—".to_owned()).role(Role::Warn),
        false => labelled(words, label, who.join(&words.say("place-comma"))),
    }
}

/// Each clause that has an owner or a deadline of its own, as documents tell it.
fn clauses(context: &Context, row: &ResolutionRow) -> Vec<Piece> {
    let words = context.words;
    let letters = row.resolution.known_letters().into_iter();
    let terms = letters.filter_map(|letter| papers::clause_terms(words, row, &letter, context.setup.today));
    let told = terms.map(|LabelledText { label, value }| labelled(words, label, line(&value)));
    told.collect()
}

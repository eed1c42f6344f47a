//! The table of resolutions with the office's columns, in the order and widths of the body's layout: clauses as
//! paragraphs of their cell, each with who acts and until when. Does not know what came of a resolution.

use super::{heading, remarks, remarks_at};
use crate::domain::correction::Corrected;
use crate::domain::minutes_layout::{ResolutionColumn, ResolutionField, Section};
use crate::domain::reference::reference;
use crate::domain::resolution::{ClauseState, Reference, Resolution};
use crate::domain::vote::{Ballot, Cast};
use crate::domain::wording;
use crate::exchange::paper::{Block, PaperCell, PaperColumn, PaperTable, Text};
use crate::office::query::{ResolutionRow, SessionView};
use crate::papers::terms;
use crate::say;
use crate::words::Words;

/// «مصوبات»; nothing where nothing was decided.
pub(super) fn resolutions(words: &Words, view: &SessionView, columns: &[ResolutionColumn]) -> Vec<Block> {
    let rows: Vec<&ResolutionRow> = view.resolutions.iter().collect();
    if rows.is_empty() || columns.is_empty() {
        return Vec::new();
    }
    vec![
        heading(words, Section::Resolutions),
        table(words, view, columns, &rows),
    ]
}

/// These resolutions in a table with these columns.
pub(super) fn table(
    words: &Words,
    view: &SessionView,
    columns: &[ResolutionColumn],
    rows: &[&ResolutionRow],
) -> Block {
    let head = |ResolutionColumn { field, share }: &ResolutionColumn| PaperColumn {
        head: Text::ours(say::resolution_field(words, *field)),
        share: *share,
    };
    let row = |row: &&ResolutionRow| {
        let decided = Decided::of(words, view, &row.resolution);
        columns.iter().map(|column| decided.cell(column.field)).collect()
    };
    Block::Table(PaperTable {
        columns: columns.iter().map(head).collect(),
        rows: rows.iter().map(row).collect(),
        signed: false,
    })
}

/// The number that a resolution has in the minutes: its row, or its place where none has a row yet.
pub(super) fn number(view: &SessionView, resolution: &Resolution) -> Option<u32> {
    let mut all = view.resolutions.iter().map(|row| &row.resolution);
    if all.clone().any(|one| one.row.is_some()) {
        return resolution.row;
    }
    let place = all.position(|one| one.id == resolution.id)?;
    u32::try_from(place + 1).ok()
}

/// What stands in the row of a resolution.
struct Decided {
    number: PaperCell,
    subject: PaperCell,
    wording: PaperCell,
    deadline: PaperCell,
    responsible: PaperCell,
}

impl Decided {
    fn of(words: &Words, view: &SessionView, resolution: &Resolution) -> Decided {
        let Resolution {
            id,
            position: _,
            row: _,
            subject,
            text: _,
            clauses: _,
            deadline,
            responsible,
            follows: _,
            // What came of it, and how it came about, is not in the minutes.
            status: _,
            follow_ups: _,
            from_note: _,
            agenda_item: _,
            extensions: _,
            agreed: _,
            vote: _,
            confidential,
            // They stand among the annexes.
            attachments: _,
            // The marks stand at the fields that were corrected.
            corrected: _,
            extra: _,
        } = resolution;
        let number = number(view, resolution).map(|number| Text::ours(words.number(number)));
        let about = Corrected::Resolution(id.clone());
        let at = |field| remarks_at(words, view, &about, field);
        // The terms of clauses stand behind their words.
        let of_words = ["resolution", "clause_deadline", "clause_responsible"];
        let corrected = of_words
            .into_iter()
            .fold(remarks(words, view, &about), |all, field| all.and(at(field)));
        let mut wording = match confidential {
            true => vec![Text::ours(words.say("paper-confidential"))],
            false => wording_of(words, resolution),
        };
        wording.extend(voted(words, view, resolution));
        if !corrected.is_blank() {
            let last = wording.pop().unwrap_or_default();
            wording.push(last.and(corrected));
        }
        Decided {
            number: vec![number.unwrap_or_default()],
            subject: vec![Text::some(subject.as_ref()).and(at("subject"))],
            wording,
            deadline: vec![terms::written(deadline.as_ref()).and(at("deadline"))],
            responsible: vec![terms::responsible(responsible).and(at("responsible"))],
        }
    }

    fn cell(&self, field: ResolutionField) -> PaperCell {
        match field {
            ResolutionField::Row => &self.number,
            ResolutionField::Subject => &self.subject,
            ResolutionField::Text => &self.wording,
            ResolutionField::Deadline => &self.deadline,
            ResolutionField::Responsible => &self.responsible,
        }
        .clone()
    }
}

/// The wording in paragraphs, every clause in its own with its own terms behind it; then what it follows, where the
/// wording does not say so.
fn wording_of(words: &Words, resolution: &Resolution) -> PaperCell {
    let text = resolution.text.as_str();
    let mut cell = PaperCell::new();
    let mut told = Vec::new();
    let mut from_byte = 0;
    for clause in wording::clauses(text) {
        cell.extend(paragraphs(&text[from_byte..clause.range_byte.start]));
        cell.extend(paragraphs(&text[clause.range_byte.clone()]));
        from_byte = clause.range_byte.end;
        let state = resolution.clauses.get(&clause.letter);
        cell.extend(state.and_then(|state| clause_terms(words, state)));
        told.push(clause.letter);
    }
    cell.extend(paragraphs(&text[from_byte..]));
    // Of clauses that the wording no longer has, what is known must name its letter.
    let rest = resolution
        .clauses
        .iter()
        .filter(|(letter, _)| !told.contains(letter));
    cell.extend(rest.filter_map(|(letter, state)| {
        let label = Text::ours(format!("{} ", terms::clause(words, letter)));
        clause_terms(words, state).map(|terms| label.and(terms))
    }));
    cell.extend(followed(words, resolution));
    cell
}

/// «پیرو: بند ۷ جلسه هفتم»; nothing where the wording says it in so many words.
fn followed(words: &Words, resolution: &Resolution) -> Option<Text> {
    let Reference {
        written,
        resolution: _,
    } = resolution.follows.as_ref()?;
    let is_said = reference(&resolution.text) == Some(written.as_str());
    let label = || Text::ours(format!("{}: ", words.say("head-follows")));
    (!is_said).then(|| label().and(Text::stored(written)))
}

/// «(رأی‌گیری علنی: ۱۹ موافق، ۲ مخالف، ۱ ممتنع؛ به اکثریت لازم (۱۲ رأی) رسید؛ مخالفان: ...)»; nothing where nobody voted.
fn voted(words: &Words, view: &SessionView, resolution: &Resolution) -> Option<Text> {
    let vote = resolution.vote.as_ref()?;
    let comes_to = view.tallied(resolution);
    let mut parts = vec![Text::ours(say::voted(words, vote, comes_to))];
    if let Cast::ByName(seats) = &vote.cast {
        // Who voted for it is the rest of those present.
        for ballot in [Ballot::Against, Ballot::Abstaining] {
            let those = view
                .roll
                .iter()
                .filter(|row| seats.get(&row.seat.id) == Some(&ballot));
            let names = Text::joined(those.map(|row| Text::stored(&row.seat.name)), "، ");
            let label = Text::ours(format!("{}: ", say::ballot(words, ballot)));
            parts.extend((!names.is_blank()).then(|| label.and(names)));
        }
    }
    let said = Text::joined(parts, "؛ ");
    Some(Text::ours("(").and(said).and(Text::ours(")")))
}

fn paragraphs(text: &str) -> impl Iterator<Item = Text> + '_ {
    let filled = text.lines().map(str::trim).filter(|line| !line.is_empty());
    filled.map(Text::stored)
}

/// «(مسئول پیگیری: بهزیستی - مهلت اقدام: ۵ روز)»; nothing where the clause has nothing of its own.
fn clause_terms(words: &Words, state: &ClauseState) -> Option<Text> {
    let ClauseState {
        responsible,
        deadline,
        status: _,
        extensions: _,
    } = state;
    let under = |field, value: Text| match value.is_blank() {
        true => value,
        false => Text::ours(format!("{}: ", say::resolution_field(words, field))).and(value),
    };
    let parts = [
        under(ResolutionField::Responsible, terms::responsible(responsible)),
        under(ResolutionField::Deadline, terms::written(deadline.as_ref())),
    ];
    let terms = Text::joined(parts, " - ");
    (!terms.is_blank()).then(|| Text::ours("(").and(terms).and(Text::ours(")")))
}

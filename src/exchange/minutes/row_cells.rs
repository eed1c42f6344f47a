//! The cells of a row by what they hold, and what all rows of a table say together of their numbers.
//! Knows no resolution: rows are made into resolutions elsewhere.

use super::duty::duty_of;
use super::enumerate::number_alone;
use super::heads::ColumnRole;
use super::lines::{SourceLine, cell_text};
use super::resolutions::append;
use super::row_marks::{RowMark, bare_number, row_mark, whole_number};

/// The cells of one row, by role; empty where the row has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RowCells {
    pub row: String,
    pub subject: String,
    pub text: String,
    pub deadline: String,
    pub responsible: String,
    pub other: Vec<String>,
    /// The row is a part of the one above by its mark.
    pub continues: bool,
    /// What cells say that began in a row above and reach into this one.
    pub merged: MergedWords,
}

/// The words of merged cells, by role: they hold for every row that they reach into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MergedWords {
    pub row: String,
    pub subject: String,
    pub text: String,
    pub deadline: String,
    pub responsible: String,
}

impl MergedWords {
    /// Puts a cell's text where its role says.
    pub fn put(&mut self, role: ColumnRole, text: &str) {
        let fields = [
            &mut self.row,
            &mut self.subject,
            &mut self.text,
            &mut self.deadline,
            &mut self.responsible,
        ];
        put_in(fields, role, text);
    }

    /// Whether a row is one of its own because what is due is merged over rows that have no numbers.
    pub(super) fn is_of_several(&self) -> bool {
        self.row.is_empty()
            && self.text.is_empty()
            && !(self.deadline.is_empty() && self.responsible.is_empty())
    }
}

impl RowCells {
    /// Takes over what merged cells say, where the row itself says nothing. A wording holds only for a row with a number
    /// of its own: without one it is the same resolution.
    pub(super) fn take_merged(&mut self, is_numbered: bool) {
        let merged = std::mem::take(&mut self.merged);
        let fill = |field: &mut String, said: String| {
            if field.is_empty() && said.contains(char::is_alphanumeric) {
                *field = said;
            }
        };
        if is_numbered {
            fill(&mut self.text, merged.text);
        }
        fill(&mut self.subject, merged.subject);
        fill(&mut self.deadline, merged.deadline);
        fill(&mut self.responsible, merged.responsible);
    }

    /// Puts a cell's text where its role says; a second cell of one role follows the first on a new line.
    pub fn put(&mut self, role: ColumnRole, text: String) {
        if role == ColumnRole::Other && !text.is_empty() {
            return self.other.push(text);
        }
        let fields = [
            &mut self.row,
            &mut self.subject,
            &mut self.text,
            &mut self.deadline,
            &mut self.responsible,
        ];
        put_in(fields, role, &text);
    }
}

/// Puts a text behind what the field of its role says already; there is none for remarks.
fn put_in(fields: [&mut String; 5], role: ColumnRole, text: &str) {
    let [row, subject, wording, deadline, responsible] = fields;
    let field = match role {
        ColumnRole::Row => row,
        ColumnRole::Subject => subject,
        ColumnRole::Text => wording,
        ColumnRole::Deadline => deadline,
        ColumnRole::Responsible => responsible,
        ColumnRole::Duty => {
            let (until, who) = duty_of(text);
            append(deadline, &until, "\n");
            return append(responsible, &who, "\n");
        }
        ColumnRole::Other => return,
    };
    append(field, text, "\n");
}

pub(super) fn row_cells(row: &SourceLine, roles: &[ColumnRole]) -> RowCells {
    let mut cells = RowCells::default();
    for (cell, role) in row.cells.iter().zip(roles) {
        cells.put(*role, cell_text(cell));
    }
    for merged in &row.merged {
        if let Some(role) = roles.get(merged.cell) {
            cells.merged.put(*role, &cell_text(&merged.paras));
        }
    }
    cells
}

/// A number below «مدت (روز)» has its unit from the head; a cell over both columns names deadline and responsible.
pub(super) fn with_duty(mut cells: RowCells, unit: Option<&str>) -> RowCells {
    if let Some(unit) = unit.filter(|_| number_alone(&cells.deadline).is_some()) {
        cells.deadline = format!("{} {unit}", cells.deadline.trim());
    }
    let (filled, empty) = match (cells.deadline.is_empty(), cells.responsible.is_empty()) {
        (true, false) => (&mut cells.responsible, &mut cells.deadline),
        _ => return cells,
    };
    let (deadline, responsible) = duty_of(filled);
    if !deadline.is_empty() && !responsible.is_empty() {
        *empty = deadline;
        *filled = responsible;
    }
    cells
}

/// Where every number slipped into the row below its own (the first row has none, the last one nothing else), they go
/// back up.
pub(super) fn lift_numbers(rows: &mut [RowCells]) {
    let alone = |row: &RowCells| {
        RowCells {
            row: row.row.clone(),
            ..RowCells::default()
        } == *row
    };
    let numbered = |row: &RowCells| whole_number(&row.row).is_some();
    let slipped = match rows {
        [first, middle @ .., last] => {
            !numbered(first)
                && !first.text.is_empty()
                && middle.iter().all(numbered)
                && numbered(last)
                && alone(last)
        }
        _ => false,
    };
    if slipped {
        for at in 1..rows.len() {
            rows[at - 1].row = std::mem::take(&mut rows[at].row);
        }
    }
}

pub(super) fn has_words(cells: &RowCells) -> bool {
    [&cells.text, &cells.subject, &cells.deadline, &cells.responsible]
        .into_iter()
        .chain(&cells.other)
        .any(|text| text.contains(char::is_alphanumeric))
}

/// For every row the number of the next one that has one.
pub(super) fn next_numbers(rows: &[RowCells]) -> Vec<Option<u32>> {
    let mut next = vec![None; rows.len()];
    for at in (0..rows.len().saturating_sub(1)).rev() {
        next[at] = whole_number(&rows[at + 1].row).or(next[at + 1]);
    }
    next
}

/// How many different numbers the filled rows have: each is a resolution of the source.
pub(super) fn counted_rows(rows: &[RowCells]) -> usize {
    let filled = rows.iter().filter(|cells| has_words(cells));
    let mut marks: Vec<String> = filled
        .filter(|cells| cells.row.contains(|c: char| c.is_numeric()))
        .map(|cells| whole_number(&cells.row).map_or_else(|| cells.row.clone(), |number| number.to_string()))
        .collect();
    marks.sort();
    marks.dedup();
    marks.len()
}

/// «۱ مقرر شد», «۲ ...»: where no column has the numbers and the wordings count on, their numbers are the rows'.
pub(super) fn lift_text_numbers(rows: &mut [RowCells], last: Option<u32>) {
    if rows.iter().any(|cells| !cells.row.is_empty()) {
        return;
    }
    let found: Vec<Option<(u32, usize)>> = rows.iter().map(|cells| bare_number(&cells.text)).collect();
    let numbers: Vec<u32> = found.iter().flatten().map(|(number, _)| *number).collect();
    let begins = numbers
        .first()
        .is_some_and(|first| *first == 1 || last.is_some_and(|last| *first == last + 1));
    if !begins || !numbers.windows(2).all(|pair| pair[1] == pair[0] + 1) {
        return;
    }
    for (cells, found) in rows.iter_mut().zip(found) {
        if let Some((number, after)) = found {
            cells.row = number.to_string();
            cells.text = cells.text.split_off(after);
        }
    }
}

/// «۱۲-۱», «۱۲-۲» in every row: the first number is the session's, and the second one the row's.
pub(super) fn parts_to_numbers(rows: &mut [RowCells]) {
    let marks: Vec<Option<RowMark>> = rows.iter().map(|cells| row_mark(&cells.row)).collect();
    let firsts: Vec<Option<u32>> = marks
        .iter()
        .flatten()
        .map(|mark| mark.part.and(mark.number))
        .collect();
    if firsts.len() < 2 || firsts[0].is_none() || firsts.iter().any(|first| *first != firsts[0]) {
        return;
    }
    for (cells, mark) in rows.iter_mut().zip(marks) {
        if let Some(part) = mark.and_then(|mark| mark.part) {
            cells.row = part.to_string();
        }
    }
}

//! Rows of a table whose kind is known: to resolutions, attendance, agenda items and names.
//! Knows no head: the columns are given.

use super::account::left_over;
use super::attendance::person_and_seat;
use super::columns::arrange;
use super::doubt::DoubtKind;
use super::enumerate::{item_number, number_alone};
use super::heads::ColumnRole;
use super::lines::{SourceLine, cell_text};
use super::names::{begins_as_a_name, is_organisation, is_post};
use super::reader::MinutesReader;
use super::resolutions::add_row;
use super::roll_marks::{CellMark, cell_mark};
use super::roll_rows::is_total;
use super::row_cells::{
    RowCells, counted_rows, has_words, lift_numbers, lift_text_numbers, next_numbers, parts_to_numbers,
    row_cells, with_duty,
};
use super::row_marks::whole_number;
use super::tables::{RunStart, TableKind, is_other_head, row_text};
use super::values::{RawLine, ReadStatus};
use super::words::first_words;

impl MinutesReader {
    /// Rows of the resolution table, or of its next page.
    pub(super) fn resolution_rows(&mut self, rows: &[&SourceLine], start: RunStart) {
        let Some(roles) = self.roles.clone() else {
            return self.unknown_rows(rows, start);
        };
        let arranged = arrange(&roles, rows);
        if start.headless && (arranged.fit <= 0 || !self.numbers_go_on(rows, &arranged.roles)) {
            self.table = TableKind::Unknown;
            return self.unknown_rows(rows, start);
        }
        self.add_resolutions(rows, &arranged.roles, start);
    }

    /// A page of the same table counts on from the last row.
    fn numbers_go_on(&self, rows: &[&SourceLine], roles: &[Vec<ColumnRole>]) -> bool {
        let first = rows
            .iter()
            .zip(roles)
            .find_map(|(row, roles)| row_number(row, roles));
        let last = self
            .read
            .resolutions
            .iter()
            .rev()
            .find_map(|resolution| resolution.row);
        match (first, last) {
            (Some(first), Some(last)) => first > last && first <= last + 4,
            _ => true,
        }
    }

    pub(super) fn add_resolutions(
        &mut self,
        rows: &[&SourceLine],
        roles: &[Vec<ColumnRole>],
        start: RunStart,
    ) {
        let mut all: Vec<RowCells> = rows
            .iter()
            .zip(roles)
            .map(|(row, roles)| row_cells(row, roles))
            .map(|cells| with_duty(cells, self.deadline_unit.as_deref()))
            .collect();
        lift_numbers(&mut all);
        lift_text_numbers(&mut all, self.read.resolutions.last().and_then(|last| last.row));
        parts_to_numbers(&mut all);
        let has_numbers = all.iter().any(|cells| whole_number(&cells.row).is_some());
        let next_numbers = next_numbers(&all);
        let numbered = counted_rows(&all);
        let first = self.read.resolutions.len();
        for (at, (row, cells)) in rows.iter().zip(all).enumerate() {
            if is_total(row) || self.is_beside_resolutions(&cells) {
                self.keep_loose_row(row);
                continue;
            }
            let before = self.read.resolutions.len();
            let number = whole_number(&cells.row);
            add_row(
                &mut self.read.resolutions,
                cells,
                start.after_break && at == 0,
                has_numbers,
                next_numbers[at],
            );
            self.keep_row_numbers(row, before, number);
        }
        self.drop_empty(first, rows);
        let read = self.read.resolutions.len() - first;
        if read < numbered {
            self.doubt(
                rows[0].number,
                &row_text(rows[0]),
                DoubtKind::RowsMissing { numbered, read },
            );
        }
        self.after_resolution = true;
    }

    /// A row that names who acts and until when, but nothing to do, is no resolution: it is kept as it stands.
    fn drop_empty(&mut self, first: usize, rows: &[&SourceLine]) {
        let number = rows.first().map_or(0, |row| row.number);
        let added = self
            .read
            .resolutions
            .split_off(first.min(self.read.resolutions.len()));
        for resolution in added {
            if resolution.text.contains(char::is_alphanumeric) {
                self.read.resolutions.push(resolution);
                continue;
            }
            let row = resolution.row.map(|row| row.to_string());
            let fields = [
                row,
                resolution.subject,
                resolution.responsible_written,
                resolution.deadline_written,
            ];
            let fields = fields.into_iter().flatten().chain(resolution.remarks);
            let fields: Vec<String> = fields.collect();
            self.raw(number, &fields.join(" | "));
        }
    }

    /// A row of the form that was not filled in, or one before the first wording.
    fn is_beside_resolutions(&self, cells: &RowCells) -> bool {
        let below_head =
            self.read.resolutions.is_empty() && cells.text.is_empty() && cells.subject.is_empty();
        !has_words(cells) || below_head
    }

    /// A number alone was understood; words are kept.
    fn keep_loose_row(&mut self, row: &SourceLine) {
        let text = row_text(row);
        if text.contains(char::is_alphabetic) {
            self.raw(row.number, &text)
        } else {
            self.understood(row.number, &text)
        }
    }

    /// The written number of a row, from its cell or from the start of its wording, is among what was understood.
    fn keep_row_numbers(&mut self, row: &SourceLine, before: usize, number: Option<u32>) {
        if number.is_none() && self.read.resolutions.len() == before {
            return;
        }
        let source = row_text(row);
        // A clause with a row of its own went into the resolution above.
        let first = if self.read.resolutions.len() == before {
            before.saturating_sub(1)
        } else {
            before
        };
        let added = &self.read.resolutions[first.min(self.read.resolutions.len())..];
        let parts: Vec<&str> = added
            .iter()
            .flat_map(|resolution| {
                [
                    resolution.subject.as_deref().unwrap_or(""),
                    resolution.text.as_str(),
                    resolution.deadline_written.as_deref().unwrap_or(""),
                    resolution.responsible_written.as_deref().unwrap_or(""),
                ]
                .into_iter()
                .chain(
                    resolution
                        .clauses
                        .iter()
                        .filter_map(|clause| clause.deadline_written.as_deref()),
                )
                .chain(resolution.remarks.iter().map(String::as_str))
            })
            .collect();
        let left = left_over(&source, &parts);
        self.understood(row.number, &left);
    }

    /// An agenda in a table: number, item, and who presents it.
    pub(super) fn agenda_rows(&mut self, rows: &[&SourceLine]) {
        for row in rows {
            if is_other_head(row) {
                self.understood(row.number, &row_text(row));
                continue;
            }
            let cells = row
                .cells
                .iter()
                .map(cell_text)
                .filter(|text| text.contains(char::is_alphanumeric));
            let (numbers, texts): (Vec<String>, Vec<String>) =
                cells.partition(|text| number_alone(text).is_some());
            numbers
                .iter()
                .for_each(|number| self.understood(row.number, number));
            if !texts.is_empty() {
                let item = texts.join(" - ").replace('\n', " ");
                let after = item_number(&item).map_or(0, |(_, after)| after);
                self.understood(row.number, &item[..after]);
                self.read.agenda.push(item[after..].to_owned());
            }
        }
    }

    /// A table of names without a head: a row whose first cell is a number is one person; else every cell is a list.
    pub(super) fn rows_of_names(&mut self, rows: &[&SourceLine]) {
        for row in rows {
            let (signs, texts): (Vec<String>, Vec<String>) = row
                .filled_texts()
                .into_iter()
                .partition(|text| row.cells.len() > 2 && is_sign(text));
            let before = self.read.attendance.len();
            let counted = texts.len() > 1 && number_alone(&texts[0]).is_some();
            let number = usize::from(counted);
            if counted || is_one_person(&texts) {
                texts[..number]
                    .iter()
                    .for_each(|number| self.understood(row.number, number));
                self.one_person(row.number, &texts[number..]);
            } else {
                for text in &texts {
                    self.names_of(row.number, text);
                }
            }
            self.signs_of_names(row.number, &signs, before);
        }
    }

    /// A person and the post beside it, whichever column came first.
    pub(super) fn one_person(&mut self, number: usize, texts: &[String]) {
        let mut parts: Vec<&str> = texts.iter().map(String::as_str).collect();
        parts.sort_by_key(|text| begins_as_a_name(text) && person_and_seat(text).0.is_none());
        let person = parts.join(" - ").replace('\n', " ");
        self.names_of(number, &format!("۱- {person}"));
        self.drop_made_number(number);
    }

    /// «امضا», «غایب», «✓» beside a name: what it says holds for those who were named in its row.
    fn signs_of_names(&mut self, number: usize, signs: &[String], before: usize) {
        for sign in signs {
            if let CellMark::Says(status) = cell_mark(sign) {
                let named = self.read.attendance.iter_mut().skip(before);
                named.for_each(|line| line.status = status);
            }
            self.understood(number, sign);
        }
    }

    /// The «۱» that made one item of a row was not in the input.
    fn drop_made_number(&mut self, number: usize) {
        let understood = &mut self.read.understood;
        let is_alone = |last: &mut RawLine| last.number == number && last.text == "۱";
        if understood.pop_if(is_alone).is_none()
            && let Some(last) = understood.last_mut().filter(|last| last.number == number)
            && let Some(rest) = last.text.strip_suffix(" ۱")
        {
            last.text = rest.to_owned();
        }
    }
}

/// A cell that names nobody: a signature, a tick, a status.
fn is_sign(text: &str) -> bool {
    let signed = first_words(text, 3)
        .first()
        .is_some_and(|word| word.key == "امضا");
    let said = matches!(
        cell_mark(text),
        CellMark::Yes
            | CellMark::Cross
            | CellMark::Says(
                ReadStatus::Present | ReadStatus::Absent | ReadStatus::Excused | ReadStatus::Video
            )
    );
    signed || (said && number_alone(text).is_none())
}

/// «مهندس فاتحی | معاون عمرانی»: a name without a post and a post beside it.
pub(super) fn is_one_person(texts: &[String]) -> bool {
    let post = |text: &String| {
        let words = first_words(text, 1);
        words
            .first()
            .is_some_and(|word| is_post(&word.key) || is_organisation(&word.key))
    };
    let posts = texts.iter().filter(|text| post(text)).count();
    let short = texts.iter().all(|text| first_words(text, 11).len() <= 10);
    (2..=4).contains(&texts.len()) && short && posts > 0 && posts < texts.len()
}

fn row_number(row: &SourceLine, roles: &[ColumnRole]) -> Option<u32> {
    let at = roles.iter().position(|role| *role == ColumnRole::Row)?;
    whole_number(&cell_text(row.cells.get(at)?))
}

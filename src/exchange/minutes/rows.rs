//! Rows of a table whose kind is known: to resolutions, attendance, agenda items and names.
//! Knows no head: the columns are given.

use std::ops::Range;

use super::account::left_over;
use super::attendance::{person_and_seat, status_of};
use super::columns::arrange;
use super::enumerate::{item_number, number_alone};
use super::heads::ColumnRole;
use super::labels::MinutesPart;
use super::lines::{CellParas, SourceLine, cell_text};
use super::names::{begins_as_a_name, is_organisation, is_post};
use super::reader::MinutesReader;
use super::resolutions::{RowCells, add_row};
use super::roll::{RollColumn, attendance_row, is_unticked};
use super::tables::{RunStart, TableKind, is_other_head, row_text};
use super::values::{ReadAttendance, ReadGuest, ReadStatus};
use super::words::first_words;
use crate::domain::names::whole_name;

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
        let has_numbers = roles.iter().any(|roles| roles.contains(&ColumnRole::Row));
        let mut next_numbers = vec![None; rows.len()];
        for at in (0..rows.len().saturating_sub(1)).rev() {
            next_numbers[at] = row_number(rows[at + 1], &roles[at + 1]).or(next_numbers[at + 1]);
        }
        let mut all: Vec<RowCells> = rows
            .iter()
            .zip(roles)
            .map(|(row, roles)| row_cells(row, roles))
            .collect();
        lift_numbers(&mut all);
        for (at, (row, cells)) in rows.iter().zip(all).enumerate() {
            let has_words = [&cells.text, &cells.subject, &cells.deadline, &cells.responsible]
                .into_iter()
                .chain(&cells.other)
                .any(|text| text.contains(char::is_alphanumeric));
            // A number alone is a row of the form that was not filled in; a second line of the head has no wording yet.
            let below_head =
                self.read.resolutions.is_empty() && cells.text.is_empty() && cells.subject.is_empty();
            if !has_words || below_head {
                self.understood(row.number, &row_text(row));
                continue;
            }
            let before = self.read.resolutions.len();
            let number = number_alone(&cells.row);
            add_row(
                &mut self.read.resolutions,
                cells,
                start.after_break && at == 0,
                has_numbers,
                next_numbers[at],
            );
            self.keep_row_numbers(row, before, number);
        }
        self.after_resolution = true;
    }

    /// The written number of a row, from its cell or from the start of its wording, is among what was understood.
    fn keep_row_numbers(&mut self, row: &SourceLine, before: usize, number: Option<u32>) {
        if number.is_none() && self.read.resolutions.len() == before {
            return;
        }
        let source = row_text(row);
        let added = &self.read.resolutions[before.min(self.read.resolutions.len())..];
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

    pub(super) fn attendance_rows(&mut self, rows: &[&SourceLine], columns: &[Option<RollColumn>]) {
        let status = status_of(self.section).unwrap_or(ReadStatus::Present);
        for row in rows {
            if is_unticked(&row.cells, columns) {
                self.understood(row.number, &row_text(row));
                continue;
            }
            let turned = row.cells.len() == columns.len() && is_turned(row, columns);
            let order: Vec<Option<RollColumn>> = if turned {
                columns.iter().rev().copied().collect()
            } else {
                columns.to_vec()
            };
            let mut parts: Vec<String> = Vec::new();
            let mut is_signer = false;
            let all = with_merged(row, &order);
            for people in side_by_side(&order) {
                let Some(cells) = all.get(people.start..people.end.min(all.len())) else {
                    continue;
                };
                let Some(line) = attendance_row(cells, &order[people], status) else {
                    continue;
                };
                if self.section == MinutesPart::Signatures && self.is_listed(&line) {
                    // Who was there signs below; the roll above has them with how they were there.
                    is_signer = true;
                } else {
                    self.take_attendance(line, &mut parts);
                }
            }
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let left = left_over(&row_text(row), &parts);
            if parts.is_empty() && !is_signer {
                self.raw(row.number, &left)
            } else {
                self.understood(row.number, &left)
            }
        }
    }

    /// Keeps one line of attendance, among the guests where the section is theirs; `parts` gets its texts.
    fn take_attendance(&mut self, line: ReadAttendance, parts: &mut Vec<String>) {
        let texts = std::iter::once(line.name.as_str()).chain(line.beside_the_name());
        let texts: Vec<String> = texts.map(str::to_owned).collect();
        if self.section == MinutesPart::Guests {
            self.read.guests.push(guest(line));
        } else {
            line.person
                .iter()
                .chain(&line.representative)
                .for_each(|person| self.known.is_there(person));
            self.read.attendance.push(line);
        }
        parts.extend(texts);
    }

    /// Whether the roll has the seat that a row of signatures names, «معاون، اداره کل ...» or «نماینده اداره کل ...».
    fn is_listed(&self, line: &ReadAttendance) -> bool {
        let named = whole_name(&line.name);
        let mut known = self.read.attendance.iter().map(|one| whole_name(&one.name));
        known.any(|name| !name.is_empty() && named.ends_with(&name))
    }

    /// An agenda in a table: number, item, and who presents it.
    pub(super) fn agenda_rows(&mut self, rows: &[&SourceLine]) {
        for row in rows {
            if is_other_head(row) {
                self.understood(row.number, &row_text(row));
                continue;
            }
            let cells = row.cells.iter().map(cell_text).filter(|text| !text.is_empty());
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
            let texts: Vec<String> = row
                .cells
                .iter()
                .map(cell_text)
                .filter(|text| !text.is_empty())
                .collect();
            let counted = texts.len() > 1 && number_alone(&texts[0]).is_some();
            let number = usize::from(counted);
            if counted || is_one_person(&texts) {
                let mut parts: Vec<&str> = texts[number..].iter().map(String::as_str).collect();
                // The person before the post, whichever column came first.
                parts.sort_by_key(|text| begins_as_a_name(text) && person_and_seat(text).0.is_none());
                let person = parts.join(" - ").replace('\n', " ");
                texts[..number]
                    .iter()
                    .for_each(|number| self.understood(row.number, number));
                self.names_of(row.number, &format!("۱- {person}"));
                self.drop_made_number(row.number);
            } else {
                for text in &texts {
                    self.names_of(row.number, text);
                }
            }
        }
    }

    /// The «۱» that made one item of a row was not in the input.
    fn drop_made_number(&mut self, number: usize) {
        if let Some(last) = self
            .read
            .understood
            .last_mut()
            .filter(|last| last.number == number)
            && let Some(rest) = last.text.strip_suffix(" ۱")
        {
            last.text = rest.to_owned();
        }
    }
}

/// A row of a table of guests: the person, and behind the name whatever else the row says.
fn guest(line: ReadAttendance) -> ReadGuest {
    let ReadAttendance {
        name,
        person,
        post,
        status: _,
        representative,
        representative_post,
        reason,
        arrived: _,
        departed: _,
    } = line;
    let (name, seat) = match person {
        Some(person) => (person, Some(name)),
        None => (name, None),
    };
    let rest = [post, seat, representative, representative_post, reason];
    let rest: Vec<String> = rest.into_iter().flatten().collect();
    ReadGuest {
        name,
        post: (!rest.is_empty()).then(|| rest.join("، ")),
    }
}

/// «مهندس فاتحی | معاون عمرانی»: a name without a post and a post beside it.
fn is_one_person(texts: &[String]) -> bool {
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

/// The cells of a row of people, with what merged cells say for it, where the row names anybody itself.
fn with_merged(row: &SourceLine, columns: &[Option<RollColumn>]) -> Vec<CellParas> {
    let mut cells = row.cells.clone();
    let names = |column: Option<RollColumn>| {
        matches!(
            column,
            Some(RollColumn::Person | RollColumn::Organisation | RollColumn::Post)
        )
    };
    if cells
        .iter()
        .zip(columns)
        .any(|(cell, column)| names(*column) && !cell.is_empty())
    {
        for merged in &row.merged {
            if columns.get(merged.cell) != Some(&Some(RollColumn::Row)) {
                cells[merged.cell].clone_from(&merged.paras);
            }
        }
    }
    cells
}

fn row_cells(row: &SourceLine, roles: &[ColumnRole]) -> RowCells {
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

/// Where every number slipped into the row below its own (the first row has none, the last one nothing else), they go
/// back up.
fn lift_numbers(rows: &mut [RowCells]) {
    let alone = |row: &RowCells| {
        RowCells {
            row: row.row.clone(),
            ..RowCells::default()
        } == *row
    };
    let numbered = |row: &RowCells| number_alone(&row.row).is_some();
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

fn row_number(row: &SourceLine, roles: &[ColumnRole]) -> Option<u32> {
    let at = roles.iter().position(|role| *role == ColumnRole::Row)?;
    number_alone(&cell_text(row.cells.get(at)?))
}

/// A row whose number stands at the other end than the head's.
fn is_turned(row: &SourceLine, columns: &[Option<RollColumn>]) -> bool {
    let numbered = |at: usize| {
        row.cells
            .get(at)
            .is_some_and(|cell| number_alone(&cell_text(cell)).is_some())
    };
    let Some(at) = columns.iter().position(|column| *column == Some(RollColumn::Row)) else {
        return false;
    };
    let other = columns.len() - 1 - at;
    at != other && !numbered(at) && numbered(other)
}

/// The columns of one person each, where a table has two people in a row: a role that comes again begins the next.
fn side_by_side(columns: &[Option<RollColumn>]) -> Vec<Range<usize>> {
    let first = columns.iter().position(|column| {
        matches!(
            column,
            Some(RollColumn::Row | RollColumn::Person | RollColumn::Organisation)
        )
    });
    let Some(first) = first else {
        return std::iter::once(0..columns.len()).collect();
    };
    let mut starts: Vec<usize> = (first..columns.len())
        .filter(|at| columns[*at] == columns[first])
        .collect();
    starts[0] = 0;
    let ends = starts.iter().skip(1).copied().chain([columns.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}

//! Blocks of table rows: which table they are, and their rows to resolutions, attendance, head fields or annexes.
//! Knows no prose.

use std::ops::Range;

use super::account::left_over;
use super::attendance::{Column, attendance_columns, attendance_row, status_of};
use super::columns::{Role, arrange, guess_columns, resolution_columns, role_of};
use super::enumerate::{item_number, number_alone};
use super::labels::{Section, section_label};
use super::lines::{Cell, Line, cell_text};
use super::reader::{Reader, could_be_a_title};
use super::resolutions::{RowCells, add_row};
use super::values::{ReadAnnex, ReadAttendance, ReadStatus};
use super::words::first_words;

/// Longest cell of a row of signatures, in words.
const SIGNATURE_WORDS: usize = 12;

/// The table that rows belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TableKind {
    Unknown,
    Resolutions,
    Attendance(Vec<Option<Column>>),
    Annex,
}

/// How a run of rows begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Start {
    /// No head stands above it in its block: it may be the next page of a table before it.
    headless: bool,
    /// Its first row may be the rest of a row on the page before.
    after_break: bool,
}

impl Reader {
    /// Reads a block of rows without a blank line between them. It may hold several tables one after the other.
    pub(super) fn block(&mut self, rows: &[Line]) {
        let mut pending: Vec<&Line> = Vec::new();
        let mut at = 0;
        let mut start = Start {
            headless: true,
            after_break: true,
        };
        while at < rows.len() {
            let below = rows.get(at + 1).map(|row| (row.number, row.cells.as_slice()));
            let goes_on = self.roles.is_some();
            let taken = self.special_row(&rows[at], below, &mut pending, start);
            if taken == 0 {
                pending.push(&rows[at]);
            } else {
                // The head that is repeated on the next page does not part a row from its rest.
                start = Start {
                    headless: false,
                    after_break: goes_on && self.table == TableKind::Resolutions,
                };
            }
            at += taken.max(1);
        }
        self.flush(&mut pending, start);
    }

    /// A row that begins another table or part, or gives fields of the head; how many rows were taken.
    fn special_row(
        &mut self,
        row: &Line,
        below: Option<(usize, &[Cell])>,
        pending: &mut Vec<&Line>,
        start: Start,
    ) -> usize {
        if let Some(roles) = resolution_columns(&row.cells) {
            self.flush(pending, start);
            self.open_resolutions(row, roles);
            return 1;
        }
        if let Some(columns) = attendance_columns(&row.cells) {
            self.flush(pending, start);
            self.understood(row.number, &row_text(row));
            self.table = TableKind::Attendance(columns);
            return 1;
        }
        if self.is_labelled(row) {
            self.flush(pending, start);
            self.labelled_row(row);
            return 1;
        }
        if is_other_head(row) && self.section != Section::Agenda {
            self.flush(pending, start);
            self.table = TableKind::Annex;
            self.open_annex();
            return 0;
        }
        let past_head = matches!(
            self.section,
            Section::Notes | Section::Annex | Section::Resolutions
        );
        if self.table == TableKind::Unknown && pending.is_empty() && !past_head {
            return self.head_rows(row.number, &row.cells, below);
        }
        0
    }

    fn open_resolutions(&mut self, row: &Line, roles: Vec<Role>) {
        let text = row_text(row);
        self.understood(row.number, &text);
        for (cell, role) in row.cells.iter().zip(&roles) {
            if *role == Role::Text {
                self.opening_of_table(&cell_text(cell));
            }
        }
        self.found_session = true;
        self.table = TableKind::Resolutions;
        self.roles = Some(roles);
        self.section = Section::Signatures;
    }

    /// «مصوبات هشتمین جلسه شورا مورخ ...» in the head of the table may be all that names the session.
    fn opening_of_table(&mut self, text: &str) {
        if self.read.ordinal.is_none() || self.read.date.is_none() || self.read.body.is_none() {
            self.names_in_heading(text);
        }
    }

    /// Whether a cell of the row opens a part: alone in its row, or as a label with its content in the next cell.
    fn is_labelled(&self, row: &Line) -> bool {
        let filled: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
        let opens = |cell: &&Cell| {
            cell.first()
                .and_then(|para| section_label(&para.text))
                .filter(|label| label.label != Section::Signatures)
        };
        match filled.as_slice() {
            [only] => opens(only).is_some(),
            [label, content] => {
                let alone = |cell: &&Cell| {
                    opens(cell).is_some_and(|found| found.rest_byte == cell[0].text.len()) && cell.len() == 1
                };
                (alone(label) && !alone(content)) || (alone(content) && !alone(label))
            }
            _ => filled
                .iter()
                .any(|cell| opens(cell).is_some_and(|found| found.rest_byte < cell[0].text.len())),
        }
    }

    fn labelled_row(&mut self, row: &Line) {
        let filled: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
        let mut cells = filled;
        // In a reversed row the label stands behind its content.
        if let [first, last] = cells.as_slice()
            && section_label(&first[0].text).is_none()
            && section_label(&last[0].text).is_some()
        {
            cells.reverse();
        }
        self.table = TableKind::Unknown;
        for cell in cells {
            for para in cell {
                self.text_line(row.number, para, false);
            }
        }
        self.forget_waiting_label();
        if self.roles.is_some() && status_of(self.section).is_some() {
            // The list ended with its cell; what stands below the table are signatures.
            self.section = Section::Signatures;
        }
    }

    fn flush(&mut self, pending: &mut Vec<&Line>, start: Start) {
        let rows = std::mem::take(pending);
        if rows.is_empty() {
            return;
        }
        match self.table.clone() {
            TableKind::Resolutions => self.resolution_rows(&rows, start),
            TableKind::Attendance(columns) => self.attendance_rows(&rows, &columns),
            TableKind::Annex => self.annex_rows(&rows),
            TableKind::Unknown => self.unknown_rows(&rows, start),
        }
    }

    /// Rows of the resolution table, or of its next page.
    fn resolution_rows(&mut self, rows: &[&Line], start: Start) {
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
    fn numbers_go_on(&self, rows: &[&Line], roles: &[Vec<Role>]) -> bool {
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

    fn add_resolutions(&mut self, rows: &[&Line], roles: &[Vec<Role>], start: Start) {
        let has_numbers = roles.iter().any(|roles| roles.contains(&Role::Row));
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
            if cells == RowCells::default() {
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
    fn keep_row_numbers(&mut self, row: &Line, before: usize, number: Option<u32>) {
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

    fn attendance_rows(&mut self, rows: &[&Line], columns: &[Option<Column>]) {
        let status = status_of(self.section).unwrap_or(ReadStatus::Present);
        for row in rows {
            let turned = row.cells.len() == columns.len() && is_turned(row, columns);
            let order: Vec<Option<Column>> = if turned {
                columns.iter().rev().copied().collect()
            } else {
                columns.to_vec()
            };
            let mut parts: Vec<String> = Vec::new();
            for people in side_by_side(&order) {
                let Some(cells) = row.cells.get(people.start..people.end.min(row.cells.len())) else {
                    continue;
                };
                if let Some(line) = attendance_row(cells, &order[people], status) {
                    self.take_attendance(line, &mut parts);
                }
            }
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let left = left_over(&row_text(row), &parts);
            if parts.is_empty() {
                self.raw(row.number, &left)
            } else {
                self.understood(row.number, &left)
            }
        }
    }

    /// Keeps one line of attendance, among the guests where the section is theirs; `parts` gets its texts.
    fn take_attendance(&mut self, line: ReadAttendance, parts: &mut Vec<String>) {
        let fields = [
            Some(&line.name),
            line.person.as_ref(),
            line.post.as_ref(),
            line.representative.as_ref(),
            line.reason.as_ref(),
        ];
        let texts: Vec<String> = fields.into_iter().flatten().cloned().collect();
        if self.section == Section::Guests {
            let who = [
                line.person,
                line.post,
                Some(line.name),
                line.representative,
                line.reason,
            ];
            self.read
                .guests
                .push(who.into_iter().flatten().collect::<Vec<_>>().join("، "));
        } else {
            self.read.attendance.push(line);
        }
        parts.extend(texts);
    }

    fn open_annex(&mut self) {
        let title = self.last_line.take().filter(|(_, text)| could_be_a_title(text));
        let title = title.map(|(_, text)| {
            // The line was taken for a signature before the table below it was seen.
            if self.read.signatures.last() == Some(&text) {
                self.read.signatures.pop();
            }
            text
        });
        self.read.annexes.push(ReadAnnex {
            title,
            rows: Vec::new(),
        });
    }

    fn annex_rows(&mut self, rows: &[&Line]) {
        if self.table != TableKind::Annex || self.read.annexes.is_empty() {
            self.open_annex();
            self.table = TableKind::Annex;
        }
        if let Some(annex) = self.read.annexes.last_mut() {
            annex
                .rows
                .extend(rows.iter().map(|row| row.cells.iter().map(cell_text).collect()));
        }
    }

    /// Rows of a table whose head says nothing: what they are follows from where they stand.
    fn unknown_rows(&mut self, rows: &[&Line], start: Start) {
        match self.section {
            Section::Head => {
                for row in rows {
                    for para in row.cells.iter().flatten() {
                        self.text_line(row.number, para, false);
                    }
                    self.forget_waiting_label();
                }
            }
            Section::Agenda => self.agenda_rows(rows),
            Section::Present
            | Section::Video
            | Section::Represented
            | Section::Excused
            | Section::Absent
            | Section::Guests => {
                self.rows_of_names(rows);
            }
            Section::Resolutions => match guess_columns(rows) {
                Some(roles) => {
                    self.add_resolutions(rows, &arrange(&roles, rows).roles, start);
                    self.table = TableKind::Resolutions;
                    self.roles = Some(roles);
                    self.section = Section::Signatures;
                }
                None => self.annex_rows(rows),
            },
            Section::Signatures if are_signatures(rows) => {
                for cell in rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .filter(|cell| !cell.is_empty())
                {
                    self.read.signatures.push(cell_text(cell).replace('\n', " "));
                }
            }
            _ => self.annex_rows(rows),
        }
    }

    /// An agenda in a table: number, item, and who presents it.
    fn agenda_rows(&mut self, rows: &[&Line]) {
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
    fn rows_of_names(&mut self, rows: &[&Line]) {
        for row in rows {
            let texts: Vec<String> = row
                .cells
                .iter()
                .map(cell_text)
                .filter(|text| !text.is_empty())
                .collect();
            let counted = texts.len() > 1 && number_alone(&texts[0]).is_some();
            if counted {
                let person = texts[1..].join(" - ").replace('\n', " ");
                self.understood(row.number, &texts[0]);
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

fn row_cells(row: &Line, roles: &[Role]) -> RowCells {
    let mut cells = RowCells::default();
    for (cell, role) in row.cells.iter().zip(roles) {
        cells.put(*role, cell_text(cell));
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

fn row_number(row: &Line, roles: &[Role]) -> Option<u32> {
    let at = roles.iter().position(|role| *role == Role::Row)?;
    number_alone(&cell_text(row.cells.get(at)?))
}

/// The words of all cells of a row.
fn row_text(row: &Line) -> String {
    let texts: Vec<String> = row
        .cells
        .iter()
        .map(cell_text)
        .filter(|text| !text.is_empty())
        .collect();
    texts.join(" | ")
}

/// The head of a table that is neither of resolutions nor of attendance: it has «ردیف» and only short cells.
fn is_other_head(row: &Line) -> bool {
    let texts: Vec<String> = row.cells.iter().map(cell_text).collect();
    let numbered = texts.iter().any(|text| role_of(text) == Some(Role::Row));
    numbered
        && texts
            .iter()
            .all(|text| first_words(text, 11).len() <= 10 && number_alone(text).is_none())
}

/// A row whose number stands at the other end than the head's.
fn is_turned(row: &Line, columns: &[Option<Column>]) -> bool {
    let numbered = |at: usize| {
        row.cells
            .get(at)
            .is_some_and(|cell| number_alone(&cell_text(cell)).is_some())
    };
    let Some(at) = columns.iter().position(|column| *column == Some(Column::Row)) else {
        return false;
    };
    let other = columns.len() - 1 - at;
    at != other && !numbered(at) && numbered(other)
}

/// The columns of one person each, where a table has two people in a row: a role that comes again begins the next.
fn side_by_side(columns: &[Option<Column>]) -> Vec<Range<usize>> {
    let first = columns
        .iter()
        .position(|column| matches!(column, Some(Column::Row | Column::Person | Column::Organisation)));
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

/// Short cells without numbers: names and posts side by side.
fn are_signatures(rows: &[&Line]) -> bool {
    let cells = || {
        rows.iter()
            .flat_map(|row| &row.cells)
            .filter(|cell| !cell.is_empty())
    };
    rows.len() <= 8
        && rows.iter().all(|row| row.cells.len() <= 8)
        && cells().all(|cell| {
            let text = cell_text(cell);
            first_words(&text, SIGNATURE_WORDS + 1).len() <= SIGNATURE_WORDS
                && !text.contains(char::is_numeric)
        })
}

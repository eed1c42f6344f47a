//! Blocks of table rows: which table they are, and their rows to resolutions, attendance, head fields or annexes.
//! Knows no prose.

use super::attendance::status_of;
use super::closing::could_be_a_title;
use super::columns::{arrange, guess_columns};
use super::enumerate::number_alone;
use super::heads::{ColumnRole, resolution_columns, role_of};
use super::labels::{MinutesPart, is_of_before, section_label};
use super::lines::{CellParas, SourceLine, cell_text};
use super::reader::MinutesReader;
use super::roll::{RollColumn, attendance_columns};
use super::values::ReadAnnex;
use super::words::first_words;

/// Longest cell of a row of signatures, in words.
const SIGNATURE_WORDS: usize = 20;

/// The table that rows belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TableKind {
    Unknown,
    Resolutions,
    Attendance(Vec<Option<RollColumn>>),
    Annex,
}

/// How a run of rows begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RunStart {
    /// No head stands above it in its block: it may be the next page of a table before it.
    pub headless: bool,
    /// Its first row may be the rest of a row on the page before.
    pub after_break: bool,
}

impl MinutesReader {
    /// Reads a block of rows without a blank line between them. It may hold several tables one after the other.
    pub(super) fn block(&mut self, rows: &[SourceLine]) {
        let mut pending: Vec<&SourceLine> = Vec::new();
        let mut at = 0;
        let mut start = RunStart {
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
                start = RunStart {
                    headless: false,
                    after_break: goes_on && self.table == TableKind::Resolutions,
                };
            }
            at += taken.max(1);
        }
        self.flush(&mut pending, start);
        self.line_above = None;
    }

    /// A row that begins another table or part, or gives fields of the head; how many rows were taken.
    fn special_row(
        &mut self,
        row: &SourceLine,
        below: Option<(usize, &[CellParas])>,
        pending: &mut Vec<&SourceLine>,
        start: RunStart,
    ) -> usize {
        if let Some(roles) = resolution_columns(&row.cells) {
            self.flush(pending, start);
            if self.is_table_of_before(row) {
                self.table = TableKind::Annex;
                self.open_annex();
                return 0;
            }
            self.open_resolutions(row, roles);
            return 1;
        }
        if self.table == TableKind::Annex {
            // What a table of another kind says is its own.
            return 0;
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
        if is_other_head(row) && self.section != MinutesPart::Agenda {
            self.flush(pending, start);
            self.table = TableKind::Annex;
            self.open_annex();
            return 0;
        }
        let past_head = matches!(
            self.section,
            MinutesPart::Notes | MinutesPart::Annex | MinutesPart::Resolutions
        );
        if self.table == TableKind::Unknown && pending.is_empty() && !past_head {
            return self.head_rows(row.number, &row.cells, below);
        }
        0
    }

    /// A table that follows up the resolutions of an earlier session: the line above or its own head says so.
    fn is_table_of_before(&self, row: &SourceLine) -> bool {
        let above = self.line_above.as_deref().unwrap_or("");
        let speaks = |text: &str| {
            let words = first_words(text, 20);
            is_of_before(&words) && words.iter().any(|word| word.key.starts_with("مصوب"))
        };
        speaks(above) || speaks(&row_text(row))
    }

    fn open_resolutions(&mut self, row: &SourceLine, roles: Vec<ColumnRole>) {
        let text = row_text(row);
        self.understood(row.number, &text);
        for (cell, role) in row.cells.iter().zip(&roles) {
            if *role == ColumnRole::Text {
                self.opening_of_table(&cell_text(cell));
            }
        }
        self.found_session = true;
        self.table = TableKind::Resolutions;
        self.roles = Some(roles);
        self.section = MinutesPart::Signatures;
    }

    /// «مصوبات هشتمین جلسه شورا مورخ ...» in the head of the table may be all that names the session.
    fn opening_of_table(&mut self, text: &str) {
        if self.read.ordinal.is_none() || self.read.date.is_none() || self.read.body.is_none() {
            self.names_in_heading(text);
        }
    }

    /// Whether a cell of the row opens a part: alone in its row, or as a label with its content in the next cell.
    fn is_labelled(&self, row: &SourceLine) -> bool {
        let filled: Vec<&CellParas> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
        let opens = |cell: &&CellParas| {
            cell.first()
                .and_then(|para| section_label(&para.text))
                .filter(|label| label.label != MinutesPart::Signatures)
        };
        if self.table == TableKind::Resolutions {
            // «اعضای شورا» in a cell of its own may be the rest of who is responsible.
            return match filled.as_slice() {
                [only] => opens(only)
                    .is_some_and(|found| found.rest_byte < only[0].text.len() || only[0].text.ends_with(':')),
                _ => false,
            };
        }
        match filled.as_slice() {
            [only] => opens(only).is_some(),
            [label, content] => {
                let alone = |cell: &&CellParas| {
                    opens(cell).is_some_and(|found| found.rest_byte == cell[0].text.len()) && cell.len() == 1
                };
                (alone(label) && !alone(content)) || (alone(content) && !alone(label))
            }
            _ => filled
                .iter()
                .any(|cell| opens(cell).is_some_and(|found| found.rest_byte < cell[0].text.len())),
        }
    }

    fn labelled_row(&mut self, row: &SourceLine) {
        let filled: Vec<&CellParas> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
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
            self.section = MinutesPart::Signatures;
        }
    }

    fn flush(&mut self, pending: &mut Vec<&SourceLine>, start: RunStart) {
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

    /// «رئیس جلسه ...» with the chair that the head names: a box to sign in, not a line of its own.
    fn is_known_signer(&self, text: &str) -> bool {
        let chair = self.read.chair.as_ref().filter(|_| text.starts_with("رئیس جلسه"));
        let secretary = self
            .read
            .secretary
            .as_ref()
            .filter(|_| text.starts_with("دبیر جلسه"));
        let ends = |name: Option<&String>| name.is_some_and(|name| text.ends_with(name.as_str()));
        ends(chair) || ends(secretary)
    }

    fn open_annex(&mut self) {
        let above = self
            .last_line
            .take()
            .map(|(_, text)| text)
            .or(self.line_above.take());
        let title = above.filter(|text| could_be_a_title(text) && self.give_back(text));
        let title = title.map(|text| text.trim_end_matches([':', ' ']).to_owned());
        self.read.annexes.push(ReadAnnex {
            title,
            rows: Vec::new(),
        });
    }

    /// Takes a line out of where it went before the table below it was seen; false where it is part of more.
    fn give_back(&mut self, line: &str) -> bool {
        let read = &mut self.read;
        let bare = line.trim();
        if read.signatures.pop_if(|last| last == bare).is_some() {
            return true;
        }
        let raw = read.raw.pop_if(|last| last.text == bare).is_some();
        raw || read.notes.pop_if(|last| last.speaker.is_none() && last.text == bare).is_some()
            // «پیوست ۱: ...» opened the part; its label is among what was understood.
            || (self.section == MinutesPart::Annex && !read.notes.iter().any(|note| note.text == bare))
    }

    fn annex_rows(&mut self, rows: &[&SourceLine]) {
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
    pub(super) fn unknown_rows(&mut self, rows: &[&SourceLine], start: RunStart) {
        match self.section {
            MinutesPart::Head => {
                for row in rows {
                    for para in row.cells.iter().flatten() {
                        self.text_line(row.number, para, false);
                    }
                    self.forget_waiting_label();
                }
            }
            MinutesPart::Agenda => self.agenda_rows(rows),
            MinutesPart::Corrections => rows.iter().for_each(|row| self.raw(row.number, &row_text(row))),
            MinutesPart::Present
            | MinutesPart::Video
            | MinutesPart::Represented
            | MinutesPart::Excused
            | MinutesPart::Absent
            | MinutesPart::Guests => {
                self.rows_of_names(rows);
            }
            MinutesPart::Resolutions => match guess_columns(rows) {
                Some(roles) => {
                    self.add_resolutions(rows, &arrange(&roles, rows).roles, start);
                    self.table = TableKind::Resolutions;
                    self.roles = Some(roles);
                    self.section = MinutesPart::Signatures;
                }
                None => self.annex_rows(rows),
            },
            MinutesPart::Signatures if are_signatures(rows) => {
                for cell in rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .filter(|cell| !cell.is_empty())
                {
                    let text = cell_text(cell).replace('\n', " ");
                    let (label, text) = without_label(&text);
                    self.understood(rows[0].number, label);
                    if self.is_known_signer(text) {
                        self.understood(rows[0].number, text);
                    } else {
                        self.read.signatures.push(text.to_owned());
                    }
                }
            }
            _ => self.annex_rows(rows),
        }
    }
}

/// The words of all cells of a row.
pub(super) fn row_text(row: &SourceLine) -> String {
    let texts: Vec<String> = row
        .cells
        .iter()
        .map(cell_text)
        .filter(|text| !text.is_empty())
        .collect();
    texts.join(" | ")
}

/// The head of a table that is neither of resolutions nor of attendance: it has «ردیف» and only short cells.
pub(super) fn is_other_head(row: &SourceLine) -> bool {
    let texts: Vec<String> = row.cells.iter().map(cell_text).collect();
    let numbered = texts.iter().any(|text| role_of(text) == Some(ColumnRole::Row));
    numbered
        && texts
            .iter()
            .all(|text| first_words(text, 11).len() <= 10 && number_alone(text).is_none())
}

/// «امضا: نام — سمت»: the label of a box to sign in, and what stands behind it.
fn without_label(text: &str) -> (&str, &str) {
    let label = "امضا";
    match text.strip_prefix(label) {
        Some(rest) if rest.starts_with([':', ' ']) => (label, rest.trim_start_matches([':', ' '])),
        _ => ("", text),
    }
}

/// Short cells without numbers: names and posts side by side.
fn are_signatures(rows: &[&SourceLine]) -> bool {
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

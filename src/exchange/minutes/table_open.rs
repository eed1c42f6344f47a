//! Heads of tables, once found: which table opens, and what its head says for the rows below.
//! Knows no row but by its cells' shapes.

use super::attendance::status_of;
use super::head_lines::{HeadLines, agenda_head, repeated_after, roll_from};
use super::headings::section_label;
use super::heads::ColumnRole;
use super::labels::MinutesPart;
use super::lines::{CellParas, SourceLine, cell_text};
use super::loose_rows::told_table;
use super::reader::MinutesReader;
use super::side_tables::{list_columns, roll_below, talk_columns};
use super::tables::{RowBlock, TableKind, is_other_head, row_text};
use super::told::told_columns;

/// Rows below an unknown head that are looked at.
const TOLD_ROWS: usize = 60;

impl MinutesReader {
    /// A title in one merged cell above a head. It is no item, no name and no signature.
    pub(super) fn title_row(&mut self, number: usize, title: &CellParas) -> usize {
        for para in title {
            if self.in_head() || section_label(&para.text).is_some() {
                self.text_line(number, para, true);
            } else {
                self.raw(number, &para.text);
            }
            self.line_above = Some(para.text.clone());
        }
        self.last_line = title.last().map(|para| (number, para.text.clone()));
        1
    }

    /// The head of a table with wordings: of the resolutions, of the agenda, or of an earlier session.
    pub(super) fn open_table<'r>(&mut self, block: &mut RowBlock<'r>, at: usize, head: HeadLines) -> usize {
        let rows = &block.rows[at..at + head.lines];
        if self.is_table_of_before(&rows[0]) {
            self.table = TableKind::Annex;
            self.open_annex();
            if self.section == MinutesPart::Resolutions {
                // Its heading opened no part of this session.
                self.section = MinutesPart::Notes;
            }
            self.line_above = None;
            block.pending.extend(rows);
            block.start.headless = false;
            return head.lines;
        }
        for row in rows {
            self.understood(row.number, &row_text(row));
        }
        if self.is_agenda(&head) {
            self.open_agenda(head.texts);
        } else {
            self.open_resolutions(&rows[0], head);
        }
        rows.len()
    }

    /// The heading above a table says that it is the agenda, unless its own head says «مصوبه» or «تصمیم».
    fn is_agenda(&self, head: &HeadLines) -> bool {
        let below = self.section == MinutesPart::Agenda && !self.agenda_is_read() && !head.decides;
        // The same head again is that of its next page.
        below || self.agenda_head.as_ref() == Some(&head.texts)
    }

    fn open_agenda(&mut self, head: Vec<String>) {
        self.found_session = true;
        self.section = MinutesPart::Agenda;
        self.table = TableKind::Agenda;
        self.agenda_numbered = true;
        self.agenda_head = Some(head);
    }

    /// The head of a table of people, of lists of names, or of an agenda that no deadline stands beside.
    pub(super) fn roll_row<'r>(&mut self, block: &mut RowBlock<'r>, at: usize) -> Option<usize> {
        let row = &block.rows[at];
        let among_names = status_of(self.section).is_some() || self.section == MinutesPart::Guests;
        if let Some(columns) = talk_columns(&row.cells).filter(|_| !block.is_open()) {
            self.flush(block);
            self.found_session = true;
            self.understood(row.number, &row_text(row));
            self.section = MinutesPart::Notes;
            self.table = TableKind::Talk(columns);
            return Some(1);
        }
        if let Some(parts) = list_columns(&row.cells) {
            self.flush(block);
            self.found_session = true;
            self.understood(row.number, &row_text(row));
            let below = block.rows.get(at + 1);
            if let Some((next, head)) = below.and_then(|next| Some((next, roll_below(next, &parts)?))) {
                self.understood(next.number, &row_text(next));
                self.table = TableKind::Rolls(parts, head);
                return Some(2);
            }
            self.table = TableKind::Lists(parts);
            return Some(1);
        }
        if let Some((head, lines)) = roll_from(block.rows, at, among_names, block.is_open()) {
            self.flush(block);
            for row in &block.rows[at..at + lines] {
                self.understood(row.number, &row_text(row));
            }
            self.table = TableKind::Attendance(head);
            return Some(lines);
        }
        let below_agenda =
            self.section == MinutesPart::Agenda && !self.agenda_is_read() && is_other_head(row);
        let is_agenda = agenda_head(&row.cells) && self.section != MinutesPart::Resolutions;
        if !block.is_open() && (is_agenda || below_agenda) {
            self.flush(block);
            self.understood(row.number, &row_text(row));
            self.open_agenda(row.cells.iter().map(cell_text).collect());
            return Some(1);
        }
        None
    }

    /// The head of a table that is none of these: an annex, unless its cells show resolutions or it is the agenda.
    pub(super) fn is_annex_head(&self, block: &RowBlock, at: usize) -> bool {
        let row = &block.rows[at];
        let is_agenda = self.section == MinutesPart::Agenda && !self.agenda_is_read();
        if !is_other_head(row) || is_agenda {
            return false;
        }
        let rows: Vec<&SourceLine> = block.rows[at..].iter().take(TOLD_ROWS).collect();
        self.cells_tell_nothing() || told_table(&rows, self.section == MinutesPart::Resolutions).is_none()
    }

    /// Two tables side by side, one below the other; empty where there is only one.
    pub(super) fn parted_rows(&self, rows: &[&SourceLine]) -> Vec<SourceLine> {
        let Some(width) = self.row_width else {
            return Vec::new();
        };
        let most = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let part = |row: &SourceLine, from: usize| SourceLine {
            number: row.number,
            after_blank: false,
            cells: row.cells[from..row.cells.len().min(from + width)].to_vec(),
            merged: Vec::new(),
        };
        (0..most)
            .step_by(width)
            .flat_map(|from| {
                rows.iter()
                    .filter(move |row| row.cells.len() > from)
                    .map(move |row| part(row, from))
            })
            .filter(|row| !row.cells.iter().all(Vec::is_empty))
            .collect()
    }

    fn open_resolutions(&mut self, row: &SourceLine, mut head: HeadLines) {
        self.row_width = repeated_after(&head.texts);
        if let Some(width) = self.row_width {
            head.texts.truncate(width);
            head.roles.truncate(width);
        }
        self.deadline_unit = head.deadline_unit();
        for (text, role) in head.texts.iter().zip(&head.roles) {
            if *role == Some(ColumnRole::Text) {
                self.opening_of_table(text);
            }
        }
        self.found_session = true;
        self.table = TableKind::Resolutions;
        self.roles = Some(
            head.roles
                .iter()
                .map(|role| role.unwrap_or(ColumnRole::Other))
                .collect(),
        );
        let is_whole = head.roles.iter().all(Option::is_some);
        self.open_head = (!is_whole).then_some((row.number, head));
        self.section = MinutesPart::Signatures;
    }

    /// Columns whose head is in no list are told by their cells, once, when the first rows are there.
    pub(super) fn settle_open_head(&mut self, rows: &[&SourceLine]) {
        let Some((number, head)) = self.open_head.take() else {
            return;
        };
        let Some(told) = told_columns(rows, &head.roles) else {
            return;
        };
        self.doubt_columns(number, &told, &head.texts, rows);
        self.roles = Some(told.roles);
    }

    /// «مصوبات هشتمین جلسه شورا مورخ ...» in the head of the table may be all that names the session.
    fn opening_of_table(&mut self, text: &str) {
        if self.read.ordinal.is_none() || self.read.date.is_none() || self.read.body.is_none() {
            self.names_in_heading(text);
        }
    }
}

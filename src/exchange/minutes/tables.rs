//! Blocks of table rows: which table they are, and their rows to resolutions, attendance, head fields or annexes.
//! Knows no prose.

use super::attendance::status_of;
use super::enumerate::number_alone;
use super::head_lines::{HeadLines, agenda_head, heads_from, merged_title, repeated_after, roll_from};
use super::headings::section_label;
use super::heads::{ColumnRole, role_of};
use super::labels::MinutesPart;
use super::lines::{CellParas, SourceLine, cell_text};
use super::loose_rows::told_table;
use super::reader::MinutesReader;
use super::roll::RollColumn;
use super::side_tables::{TalkColumns, list_columns, talk_columns};
use super::told::told_columns;
use super::words::first_words;

/// Rows below an unknown head that are looked at.
const TOLD_ROWS: usize = 60;

/// The table that rows belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TableKind {
    Unknown,
    Resolutions,
    Attendance(RollHead),
    Agenda,
    /// Lists of names side by side, each under its own heading.
    Lists(Vec<Option<MinutesPart>>),
    /// Who said what: the columns of the speaker and of the words.
    Talk(TalkColumns),
    Annex,
}

/// The head of a table of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RollHead {
    pub columns: Vec<Option<RollColumn>>,
    /// The heads as written.
    pub texts: Vec<String>,
}

/// How a run of rows begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RunStart {
    /// No head stands above it in its block: it may be the next page of a table before it.
    pub headless: bool,
    /// Its first row may be the rest of a row on the page before.
    pub after_break: bool,
}

/// A block of rows while it is walked through.
struct RowBlock<'r> {
    rows: &'r [SourceLine],
    pending: Vec<&'r SourceLine>,
    start: RunStart,
}

impl RowBlock<'_> {
    /// A head was read in this block: what follows are its rows.
    fn is_open(&self) -> bool {
        !self.start.headless
    }
}

impl MinutesReader {
    /// Reads a block of rows without a blank line between them. It may hold several tables one after the other.
    pub(super) fn block(&mut self, rows: &[SourceLine]) {
        let mut block = RowBlock {
            rows,
            pending: Vec::new(),
            start: RunStart {
                headless: true,
                after_break: true,
            },
        };
        let mut at = 0;
        while at < rows.len() {
            let goes_on = self.roles.is_some();
            let taken = self.special_row(&mut block, at);
            if taken == 0 {
                block.pending.push(&rows[at]);
            } else {
                // The head that is repeated on the next page does not part a row from its rest.
                block.start = RunStart {
                    headless: false,
                    after_break: goes_on && self.table == TableKind::Resolutions,
                };
            }
            at += taken.max(1);
        }
        self.flush(&mut block);
        self.line_above = None;
    }

    /// A row that begins another table or part, or gives fields of the head; how many rows were taken.
    fn special_row<'r>(&mut self, block: &mut RowBlock<'r>, at: usize) -> usize {
        let row = &block.rows[at];
        if let Some(title) = merged_title(block.rows, at) {
            self.flush(block);
            return self.title_row(row.number, title);
        }
        if let Some(head) = heads_from(block.rows, at, block.is_open()) {
            self.flush(block);
            return self.open_table(block, at, head);
        }
        if self.table == TableKind::Annex && (self.section == MinutesPart::Annex || !block.pending.is_empty())
        {
            // What a table of another kind says is its own.
            return 0;
        }
        if let Some(taken) = self.roll_row(block, at) {
            return taken;
        }
        if self.is_labelled(row) {
            self.flush(block);
            self.labelled_row(row);
            return 1;
        }
        if self.is_annex_head(block, at) {
            self.flush(block);
            self.table = TableKind::Annex;
            self.open_annex();
            return 0;
        }
        let past_head = matches!(
            self.section,
            MinutesPart::Notes | MinutesPart::Annex | MinutesPart::Resolutions
        );
        if self.table == TableKind::Unknown && block.pending.is_empty() && !past_head {
            let below = block
                .rows
                .get(at + 1)
                .map(|row| (row.number, row.cells.as_slice()));
            return self.head_rows(row.number, &row.cells, below);
        }
        0
    }

    /// A title in one merged cell above a head. It is no item, no name and no signature.
    fn title_row(&mut self, number: usize, title: &CellParas) -> usize {
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
    fn open_table<'r>(&mut self, block: &mut RowBlock<'r>, at: usize, head: HeadLines) -> usize {
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
    fn roll_row<'r>(&mut self, block: &mut RowBlock<'r>, at: usize) -> Option<usize> {
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
        if !block.is_open() && agenda_head(&row.cells) && self.section != MinutesPart::Resolutions {
            self.flush(block);
            self.understood(row.number, &row_text(row));
            self.open_agenda(row.cells.iter().map(cell_text).collect());
            return Some(1);
        }
        None
    }

    /// The head of a table that is none of these: an annex, unless its cells show resolutions or it is the agenda.
    fn is_annex_head(&self, block: &RowBlock, at: usize) -> bool {
        let row = &block.rows[at];
        let is_agenda = self.section == MinutesPart::Agenda && !self.agenda_is_read();
        if !is_other_head(row) || is_agenda {
            return false;
        }
        let rows: Vec<&SourceLine> = block.rows[at..].iter().take(TOLD_ROWS).collect();
        self.section == MinutesPart::Annex
            || told_table(&rows, self.section == MinutesPart::Resolutions).is_none()
    }

    /// Two tables side by side, one below the other; empty where there is only one.
    fn parted_rows(&self, rows: &[&SourceLine]) -> Vec<SourceLine> {
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
    fn settle_open_head(&mut self, rows: &[&SourceLine]) {
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
                [label, _] => self.is_where_numbers_are(row) && opens(label).is_some(),
                _ => false,
            };
        }
        match filled.as_slice() {
            [only] => opens(only).is_some(),
            // «فرمانداری | ☒ حاضر ☐ غایب» is a row of the roll.
            _ if matches!(self.table, TableKind::Attendance(_) | TableKind::Lists(_)) => false,
            [label, content] => {
                let alone = |cell: &&CellParas| {
                    opens(cell).is_some_and(|found| found.rest_byte == cell[0].text.len()) && cell.len() == 1
                };
                (alone(label) && !alone(content)) || (alone(content) && !alone(label))
            }
            // «۳ | اعضا: ... | شهرداری» is a row that is counted.
            _ if filled.iter().any(|cell| number_alone(&cell_text(cell)).is_some()) => false,
            _ => filled
                .iter()
                .any(|cell| opens(cell).is_some_and(|found| found.rest_byte < cell[0].text.len())),
        }
    }

    /// Whether the first words of a row stand in the column of numbers: in a form, the parts below the resolutions have
    /// their labels there.
    fn is_where_numbers_are(&self, row: &SourceLine) -> bool {
        let roles = self.roles.as_deref().unwrap_or_default();
        let first = row.cells.iter().position(|cell| !cell.is_empty());
        row.cells.len() == roles.len() && first.is_some_and(|at| roles[at] == ColumnRole::Row)
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
        let table = std::mem::replace(&mut self.table, TableKind::Unknown);
        let is_heading = cells.len() == 1;
        for cell in cells {
            for para in cell {
                self.text_line(row.number, para, false);
            }
        }
        self.forget_waiting_label();
        if is_heading && matches!(table, TableKind::Attendance(_)) && status_of(self.section).is_some() {
            // «غایبین» between the rows of a roll: its columns stay.
            self.table = table;
            return;
        }
        if self.roles.is_some() && status_of(self.section).is_some() {
            // The list ended with its cell; what stands below the table are signatures.
            self.section = MinutesPart::Signatures;
        }
    }

    fn flush(&mut self, block: &mut RowBlock) {
        let rows = std::mem::take(&mut block.pending);
        if rows.is_empty() {
            return;
        }
        match self.table.clone() {
            TableKind::Resolutions => {
                let parts = self.parted_rows(&rows);
                let rows = if parts.is_empty() {
                    rows
                } else {
                    parts.iter().collect()
                };
                self.settle_open_head(&rows);
                self.resolution_rows(&rows, block.start);
            }
            TableKind::Attendance(head) => self.attendance_rows(&rows, &head),
            TableKind::Agenda => self.agenda_rows(&rows),
            TableKind::Lists(parts) => self.list_rows(&rows, &parts),
            TableKind::Talk(columns) => self.talk_rows(&rows, columns),
            TableKind::Annex => self.annex_rows(&rows),
            TableKind::Unknown => self.unknown_rows(&rows, block.start),
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

//! Blocks of table rows: which table they are, and their rows to resolutions, attendance, head fields or annexes.
//! Knows no prose.

use super::attendance::status_of;
use super::enumerate::number_alone;
use super::head_lines::{heads_from, merged_title};
use super::headings::section_label;
use super::heads::{ColumnRole, role_of};
use super::labels::MinutesPart;
use super::lines::{CellParas, SourceLine, cell_text};
use super::reader::MinutesReader;
use super::roll::RollColumn;
use super::side_tables::TalkColumns;
use super::words::first_words;

/// The table that rows belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TableKind {
    Unknown,
    Resolutions,
    Attendance(RollHead),
    Agenda,
    /// Lists of names side by side, each under its own heading.
    Lists(Vec<Option<MinutesPart>>),
    /// The same with heads of their columns.
    Rolls(Vec<Option<MinutesPart>>, RollHead),
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
pub(super) struct RowBlock<'r> {
    pub rows: &'r [SourceLine],
    /// Rows of the table that is open, until its kind is sure to end.
    pub pending: Vec<&'r SourceLine>,
    pub start: RunStart,
}

impl RowBlock<'_> {
    /// A head was read in this block: what follows are its rows.
    pub fn is_open(&self) -> bool {
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
        if self.signs_below(row) {
            return self.signature_table(block, at);
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
            _ if matches!(
                self.table,
                TableKind::Attendance(_) | TableKind::Lists(_) | TableKind::Rolls(..)
            ) =>
            {
                false
            }
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

    pub(super) fn flush(&mut self, block: &mut RowBlock) {
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
            TableKind::Rolls(parts, head) => self.rolls_side_by_side(&rows, &parts, &head),
            TableKind::Talk(columns) => self.talk_rows(&rows, columns),
            TableKind::Annex => self.annex_rows(&rows),
            TableKind::Unknown => self.unknown_rows(&rows, block.start),
        }
    }
}

/// The words of all cells of a row.
pub(super) fn row_text(row: &SourceLine) -> String {
    row.filled_texts().join(" | ")
}

/// The head of a table that is neither of resolutions nor of attendance: it has «ردیف» and only short cells.
pub(super) fn is_other_head(row: &SourceLine) -> bool {
    let texts: Vec<String> = row.cells.iter().map(cell_text).collect();
    texts
        .iter()
        .all(|text| first_words(text, 11).len() <= 10 && number_alone(text).is_none())
        // «شماره: ۱۲/۴۵۶» is a label with its value.
        && texts
            .iter()
            .any(|text| role_of(text) == Some(ColumnRole::Row) && !text.contains(char::is_numeric))
}

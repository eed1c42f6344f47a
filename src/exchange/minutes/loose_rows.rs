//! Rows of tables that have no kind of their own: what they are follows from where they stand, and from their cells.
//! Knows no head in any list.

use super::closing::could_be_a_title;
use super::columns::arrange;
use super::doubt::{ColumnMeaning, DoubtKind};
use super::enumerate::number_alone;
use super::heads::{ColumnRole, is_pure_head, role_of};
use super::labels::{MinutesPart, ends_with_verb};
use super::lines::{CellParas, SourceLine, cell_text};
use super::reader::MinutesReader;
use super::signing::are_signatures;
use super::tables::{RunStart, TableKind, row_text};
use super::told::{ToldColumns, told_columns};
use super::values::ReadAnnex;
use super::words::first_words;

/// Longest cell of a head that is in no list, in words.
const UNKNOWN_HEAD_WORDS: usize = 6;

impl MinutesReader {
    pub(super) fn open_annex(&mut self) {
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
        let section = self.section;
        let read = &mut self.read;
        let bare = line.trim();
        if read.signatures.pop_if(|last| last == bare).is_some() {
            return true;
        }
        let raw = read.raw.pop_if(|last| last.text == bare).is_some();
        // «مصوبات جلسه هفتم:» opened a part before the table showed which session it is of.
        let opened = || {
            section == MinutesPart::Resolutions
                && read.understood.last().is_some_and(|last| last.text == bare)
        };
        raw || opened() || read.notes.pop_if(|last| last.speaker.is_none() && last.text == bare).is_some()
            // «پیوست ۱: ...» opened the part; its label is among what was understood.
            || (section == MinutesPart::Annex && !read.notes.iter().any(|note| note.text == bare))
    }

    pub(super) fn annex_rows(&mut self, rows: &[&SourceLine]) {
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
        let heading_says_agenda = self.section == MinutesPart::Agenda && !self.agenda_is_read();
        if !heading_says_agenda && self.rows_told_by_cells(rows, start) {
            return;
        }
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
            MinutesPart::Signatures if are_signatures(rows) => self.signature_rows(rows),
            _ => self.annex_rows(rows),
        }
    }

    /// Items of the agenda were read: what stands below them is something else.
    pub(super) fn agenda_is_read(&self) -> bool {
        !self.read.agenda.is_empty()
    }

    /// Below annexes and corrections, and behind a table of resolutions with heads that were known, a table in other words
    /// is another table, whatever its cells look like.
    pub(super) fn cells_tell_nothing(&self) -> bool {
        let behind = self.section == MinutesPart::Signatures
            && self.roles.is_some()
            && !self.read.resolutions.is_empty();
        behind || matches!(self.section, MinutesPart::Annex | MinutesPart::Corrections)
    }

    /// A table of resolutions whose heads are in no list, or that has none: its cells tell. False where they do not.
    fn rows_told_by_cells(&mut self, rows: &[&SourceLine], start: RunStart) -> bool {
        if self.cells_tell_nothing() {
            return false;
        }
        let Some((has_head, told)) = told_table(rows, self.section == MinutesPart::Resolutions) else {
            return false;
        };
        let texts: Vec<String> = if has_head {
            rows[0].cells.iter().map(cell_text).collect()
        } else {
            Vec::new()
        };
        if has_head {
            self.understood(rows[0].number, &row_text(rows[0]));
        }
        let rows = &rows[usize::from(has_head)..];
        self.doubt_columns(rows[0].number, &told, &texts, rows);
        self.found_session = true;
        self.table = TableKind::Resolutions;
        self.section = MinutesPart::Signatures;
        self.roles = Some(told.roles.clone());
        self.add_resolutions(rows, &arrange(&told.roles, rows).roles, start);
        true
    }

    /// Says of each column that was told by its cells what it was taken for.
    pub(super) fn doubt_columns(
        &mut self,
        number: usize,
        told: &ToldColumns,
        texts: &[String],
        rows: &[&SourceLine],
    ) {
        for at in 0..told.roles.len() {
            let is_filled = rows.iter().any(|row| {
                row.cells
                    .get(at)
                    .is_some_and(|cell| cell_text(cell).contains(char::is_alphanumeric))
            });
            // What counts is plain to see.
            if !told.by_cells[at] || !is_filled || told.roles[at] == ColumnRole::Row {
                continue;
            }
            let head = texts.get(at).cloned().unwrap_or_default().replace('\n', " ");
            let text = if head.is_empty() {
                rows.first().map_or(String::new(), |row| row_text(row))
            } else {
                head.clone()
            };
            self.doubt(
                number,
                &text,
                DoubtKind::ColumnByItsCells {
                    head,
                    role: meaning(told.roles[at]),
                },
            );
        }
    }
}

/// Whether rows are a table of resolutions by their cells, and whether the first of them is its head. Below «مصوبات»
/// (`is_sure`) a column of wordings is enough; elsewhere there must be sentences beside deadlines or organisations.
pub(super) fn told_table(rows: &[&SourceLine], is_sure: bool) -> Option<(bool, ToldColumns)> {
    let first = rows.first()?;
    let has_head = rows.len() > 1 && is_unknown_head(first, rows);
    let known: Vec<Option<ColumnRole>> = match has_head {
        true => first.cells.iter().map(|cell| role_of(&cell_text(cell))).collect(),
        false => vec![None; rows.iter().map(|row| row.cells.len()).max()?],
    };
    let rows = &rows[usize::from(has_head)..];
    let told = told_columns(rows, &known)?;
    (is_sure && told.has_wording || told.is_certain).then_some((has_head, told))
}

/// The first row of a table is its head: it has no number, no date and no sentence, and its words are few.
fn is_unknown_head(first: &SourceLine, rows: &[&SourceLine]) -> bool {
    let short = |cell: &CellParas| {
        let text = cell_text(cell);
        first_words(&text, UNKNOWN_HEAD_WORDS + 1).len() <= UNKNOWN_HEAD_WORDS
            && !ends_with_verb(&text)
            && !text.contains(|c: char| c.is_numeric())
    };
    let filled = first.cells.iter().filter(|cell| !cell.is_empty()).count();
    let counts = |row: &&SourceLine| {
        row.cells
            .iter()
            .any(|cell| number_alone(&cell_text(cell)).is_some())
    };
    let longer = |row: &&SourceLine| {
        let most = |row: &SourceLine| {
            row.cells
                .iter()
                .map(|cell| first_words(&cell_text(cell), 20).len())
                .max()
        };
        most(row) > most(first)
    };
    filled > 1
        && first.cells.iter().all(short)
        && (is_pure_head(&first.cells) || rows[1..].iter().any(counts) || rows[1..].iter().all(longer))
}

fn meaning(role: ColumnRole) -> ColumnMeaning {
    match role {
        ColumnRole::Row => ColumnMeaning::Row,
        ColumnRole::Subject => ColumnMeaning::Subject,
        ColumnRole::Text => ColumnMeaning::Text,
        ColumnRole::Deadline => ColumnMeaning::Deadline,
        ColumnRole::Responsible | ColumnRole::Duty => ColumnMeaning::Responsible,
        ColumnRole::Other => ColumnMeaning::Remark,
    }
}

//! What a document is made of, once it is read: lines, tables with their rows and cells, and text of another format.
//! Does not know tags.

use super::grid;
use std::collections::HashSet;

/// A piece of a part or of a cell.
pub(super) enum WordBlock {
    /// A paragraph; breaks in it are newlines.
    Paragraph(String),
    Table(WordTable),
    /// Text that another format brought in; its lines and tags are already those of the reader of minutes.
    Foreign(String),
}

#[derive(Default)]
pub(super) struct WordTable {
    /// Widths of the columns of its grid, in twentieths of a point; empty where none are said.
    pub widths: Vec<u32>,
    pub rows: Vec<WordRow>,
}

#[derive(Default)]
pub(super) struct WordRow {
    /// Columns of the grid before the first cell.
    pub before: usize,
    pub cells: Vec<WordCell>,
    /// Struck out in a tracked change.
    pub is_deleted: bool,
}

/// Whether a cell begins a merged one or belongs to the one before it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum CellMerge {
    #[default]
    Alone,
    Begins,
    GoesOn,
}

#[derive(Default)]
pub(super) struct WordCell {
    pub blocks: Vec<WordBlock>,
    /// Columns of the grid that it covers; 0 means one.
    pub across: usize,
    /// With the cells above and below.
    pub down: CellMerge,
    /// With the cells before and behind, as older files have it.
    pub aside: CellMerge,
}

impl WordCell {
    /// The lines of the cell that say anything; a row of a table inside it is one.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                WordBlock::Paragraph(text) => lines.extend(filled_lines(text)),
                WordBlock::Foreign(text) => lines.extend(filled_lines(text)),
                WordBlock::Table(table) => {
                    for row in table.kept_rows() {
                        let cells: Vec<String> = row.cells.iter().flat_map(|cell| cell.lines()).collect();
                        lines.extend(Some(cells.join(" - ")).filter(|line| !line.is_empty()));
                    }
                }
            }
        }
        lines
    }

    pub(super) fn holds_table(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, WordBlock::Table(_)))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines().is_empty()
    }
}

impl WordTable {
    pub(super) fn kept_rows(&self) -> impl Iterator<Item = &WordRow> {
        self.rows.iter().filter(|row| !row.is_deleted)
    }
}

impl WordRow {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn holds_table(&self) -> bool {
        self.cells.iter().any(WordCell::holds_table)
    }

    /// Whether it only puts other tables in place. A row with a small table in its wording is none: others of the same
    /// shape, without one, stand beside it. `shapes` are those.
    fn is_frame(&self, shapes: &HashSet<usize>) -> bool {
        self.holds_table() && (!shapes.contains(&self.cells.len()) || self.filled() < 3)
    }
}

fn filled_lines(text: &str) -> impl Iterator<Item = String> + '_ {
    let lines = text
        .split('\n')
        .map(|line| line.replace('\t', " ").trim().to_owned());
    lines.filter(|line| !line.is_empty())
}

/// Writes blocks as lines and rows; tables in frames stand in their place.
pub(super) fn write_blocks(blocks: &[WordBlock], text: &mut String) {
    for block in blocks {
        match block {
            WordBlock::Paragraph(paragraph) => {
                for line in paragraph.split('\n') {
                    text.push_str(without_indent(line));
                    text.push('\n');
                }
            }
            WordBlock::Foreign(foreign) => {
                text.push_str(foreign.trim_end_matches('\n'));
                text.push('\n');
            }
            WordBlock::Table(table) => write_table(table, text),
        }
    }
}

/// Tabs before a line or behind it put it in its place; between its words they are columns.
fn without_indent(line: &str) -> &str {
    let bare = line.trim();
    if bare.contains('\t') { line } else { bare }
}

fn write_table(table: &WordTable, text: &mut String) {
    let is_of_data = |row: &&WordRow| row.cells.len() > 2 && !row.holds_table() && row.filled() > 2;
    let shapes = table
        .kept_rows()
        .filter(is_of_data)
        .map(|row| row.cells.len())
        .collect();
    let mut rows: Vec<&WordRow> = Vec::new();
    for row in table.kept_rows() {
        if row.is_frame(&shapes) {
            grid::write_rows(&std::mem::take(&mut rows), &table.widths, text);
            for cell in &row.cells {
                write_blocks(&cell.blocks, text);
            }
        } else {
            rows.push(row);
        }
    }
    grid::write_rows(&rows, &table.widths, text);
}

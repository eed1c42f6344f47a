//! A document as it flows by: paragraphs become lines, rows of tables become lines of cells, whatever the format.
//! Knows nothing of tags and of minutes.

use crate::exchange::cell_rows::{LaidCell, write_laid};
use std::collections::HashSet;

/// The most columns or rows that one cell is taken to cover; more is no table that anybody drew.
const MOST_COVERED: usize = 64;
/// Cells that are written more than once in a document, at most: real ones have some hundred.
const MOST_WRITTEN_AGAIN: usize = 100_000;
/// Columns in which cells may reach down; a table of more is none that anybody drew.
const MOST_COLUMNS: usize = 128;
/// Tables inside tables, at most; what is deeper is text of the cell that it stands in.
const DEEPEST: usize = 16;

/// Lines that have words, each once: the heads and feet of first, even and odd pages often repeat them.
pub(super) fn each_once(text: &str) -> String {
    let mut seen = HashSet::new();
    let lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && seen.insert(*line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The text of a document as it grows.
#[derive(Default)]
pub(super) struct FlowText {
    text: String,
    paragraph: String,
    tables: Vec<FlowTable>,
    /// Tables below [`DEEPEST`], whose tags are passed over.
    too_deep: usize,
    /// Cells that were written again for other columns and rows.
    again: usize,
}

#[derive(Default)]
struct FlowTable {
    rows: Vec<Vec<FlowCell>>,
}

#[derive(Default)]
struct FlowCell {
    blocks: Vec<FlowBlock>,
    columns: usize,
    rows: usize,
    /// It says what the cell above it says.
    from_above: bool,
}

enum FlowBlock {
    Paragraph(String),
    Table(FlowTable),
}

impl FlowText {
    /// Adds words to the paragraph.
    pub(super) fn push(&mut self, words: &str) {
        self.paragraph.push_str(words);
    }

    /// Adds words as a page shows them: blanks of any number and kind are one, none at the start.
    pub(super) fn push_collapsed(&mut self, c: char) {
        if !c.is_whitespace() || c == '\u{a0}' {
            self.paragraph.push(c);
        } else if !self.paragraph.is_empty() && !self.paragraph.ends_with([' ', '\n']) {
            self.paragraph.push(' ');
        }
    }

    /// Whether nothing but blanks stands in the paragraph.
    pub(super) fn is_at_start(&self) -> bool {
        self.paragraph.trim().is_empty()
    }

    /// Takes away the paragraph that is being written, to go on with another in between.
    pub(super) fn take_paragraph(&mut self) -> String {
        std::mem::take(&mut self.paragraph)
    }

    /// Ends the paragraph; an empty one is a blank line, but none inside a table.
    pub(super) fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        match self.tables.last_mut() {
            None => {
                self.text.push_str(paragraph.trim_end());
                self.text.push('\n');
            }
            Some(table) => {
                let cell = table.open_cell();
                let lines = paragraph
                    .split('\n')
                    .map(str::trim)
                    .filter(|line| !line.is_empty());
                cell.blocks
                    .extend(lines.map(|line| FlowBlock::Paragraph(line.to_owned())));
            }
        }
    }

    /// Ends the paragraph where it has words.
    pub(super) fn end_words(&mut self) {
        if self.is_at_start() {
            self.paragraph.clear();
        } else {
            self.end_paragraph();
        }
    }

    pub(super) fn open_table(&mut self) {
        self.end_words();
        if self.tables.len() < DEEPEST {
            self.tables.push(FlowTable::default());
        } else {
            self.too_deep += 1;
        }
    }

    pub(super) fn open_row(&mut self) {
        self.end_words();
        if let Some(table) = self.table() {
            table.rows.push(Vec::new());
        }
    }

    /// Opens a cell that covers so many columns and rows; 1 and 1 is a plain one.
    pub(super) fn open_cell(&mut self, columns: usize, rows: usize) {
        self.begin_cell(FlowCell {
            columns: columns.clamp(1, MOST_COVERED),
            rows: rows.clamp(1, MOST_COVERED),
            ..FlowCell::default()
        });
    }

    /// Opens a cell that goes on from the one above it.
    pub(super) fn open_cell_from_above(&mut self) {
        self.begin_cell(FlowCell {
            from_above: true,
            ..FlowCell::default()
        });
    }

    fn begin_cell(&mut self, cell: FlowCell) {
        self.end_words();
        if let Some(table) = self.table() {
            if table.rows.is_empty() {
                table.rows.push(Vec::new());
            }
            if let Some(row) = table.rows.last_mut() {
                row.push(cell);
            }
        }
    }

    /// A row of a table inside the open cell, as its cells with their paragraphs.
    pub(super) fn inner_row(&mut self, cells: Vec<Vec<String>>) {
        self.end_words();
        let Some(table) = self.table() else { return };
        let row: Vec<FlowCell> = cells.into_iter().map(FlowCell::of).collect();
        let blocks = &mut table.open_cell().blocks;
        match blocks.last_mut() {
            Some(FlowBlock::Table(inner)) => inner.rows.push(row),
            _ => blocks.push(FlowBlock::Table(FlowTable { rows: vec![row] })),
        }
    }

    pub(super) fn close_cell(&mut self) {
        self.end_words();
    }

    /// Closes a cell that stands for so many with the same words.
    pub(super) fn close_cell_and_repeat(&mut self, times: usize) {
        self.end_words();
        let times = times.min(MOST_WRITTEN_AGAIN - self.again);
        self.again += times.saturating_sub(1);
        let Some(row) = self.table().and_then(|table| table.rows.last_mut()) else {
            return;
        };
        let Some(cell) = row.last() else { return };
        let (columns, rows) = (cell.columns, cell.rows);
        let lines = cell.paragraphs();
        row.extend((1..times).map(|_| FlowCell {
            columns,
            rows,
            ..FlowCell::of(lines.clone())
        }));
    }

    pub(super) fn close_table(&mut self) {
        self.end_words();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(table) = self.tables.pop() else { return };
        match self.tables.last_mut() {
            None => table.write(&mut self.text),
            Some(outer) => outer.open_cell().blocks.push(FlowBlock::Table(table)),
        }
    }

    /// The whole text.
    pub(super) fn into_text(mut self) -> String {
        self.too_deep = 0;
        while !self.tables.is_empty() {
            self.close_table();
        }
        self.end_words();
        self.text
    }

    fn table(&mut self) -> Option<&mut FlowTable> {
        self.tables.last_mut().filter(|_| self.too_deep == 0)
    }
}

impl FlowTable {
    /// The cell that words go to; words between cells get one of their own.
    fn open_cell(&mut self) -> &mut FlowCell {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let last = self.rows.len() - 1;
        if self.rows[last].is_empty() {
            self.rows[last].push(FlowCell::default());
        }
        let cell = self.rows[last].len() - 1;
        &mut self.rows[last][cell]
    }

    /// Whether it only holds other tables in place: its own cells are no cells of minutes.
    fn is_frame(&self) -> bool {
        let is_real = |block: &FlowBlock| match block {
            FlowBlock::Paragraph(_) => false,
            FlowBlock::Table(table) => table.is_frame() || table.rows.iter().any(|row| row.len() > 1),
        };
        self.rows
            .iter()
            .flatten()
            .flat_map(|cell| &cell.blocks)
            .any(is_real)
    }

    fn write(self, text: &mut String) {
        if !self.is_frame() {
            return write_laid(&self.laid_out(), text);
        }
        for block in self.rows.into_iter().flatten().flat_map(|cell| cell.blocks) {
            match block {
                FlowBlock::Paragraph(line) => {
                    text.push_str(&line);
                    text.push('\n');
                }
                FlowBlock::Table(table) => table.write(text),
            }
        }
    }

    /// Its cells in their places: what goes on from above is a part of the cell that it goes on with.
    fn laid_out(self) -> Vec<Vec<LaidCell>> {
        let mut laid: Vec<Vec<LaidCell>> = Vec::with_capacity(self.rows.len());
        let mut columns: Vec<ColumnAbove> = Vec::new();
        for row in self.rows {
            let mut cells: Vec<LaidCell> = Vec::with_capacity(row.len());
            let mut start = 0;
            for cell in row {
                while columns.get(start).is_some_and(|column| column.rows > 0) {
                    start += 1;
                }
                let (across, down) = (cell.columns.max(1), cell.rows.max(1));
                let above = columns.get(start).filter(|_| cell.from_above);
                let lines = cell.into_lines();
                if let Some(column) = above.filter(|_| lines.is_empty()) {
                    laid[column.row][column.place].down += 1;
                } else {
                    let end = (start + across).min(MOST_COLUMNS);
                    columns.resize(columns.len().max(end), ColumnAbove::default());
                    columns[start.min(end)..end].fill(ColumnAbove {
                        row: laid.len(),
                        place: cells.len(),
                        rows: down,
                    });
                    cells.push(LaidCell {
                        start,
                        across,
                        down,
                        lines,
                    });
                }
                start += across;
            }
            for column in &mut columns {
                column.rows = column.rows.saturating_sub(1);
            }
            laid.push(cells);
        }
        laid
    }
}

/// The last cell that began in a column: where it stands, and for how many rows it still reaches down.
#[derive(Clone, Default)]
struct ColumnAbove {
    row: usize,
    place: usize,
    rows: usize,
}

impl FlowCell {
    fn of(paragraphs: Vec<String>) -> FlowCell {
        FlowCell {
            blocks: paragraphs.into_iter().map(FlowBlock::Paragraph).collect(),
            ..FlowCell::default()
        }
    }

    /// Its paragraphs without the tables in it.
    fn paragraphs(&self) -> Vec<String> {
        let paragraph = |block: &FlowBlock| match block {
            FlowBlock::Paragraph(line) => Some(line.clone()),
            FlowBlock::Table(_) => None,
        };
        self.blocks.iter().filter_map(paragraph).collect()
    }

    /// Its paragraphs; a table inside it is paragraphs of it.
    fn into_lines(self) -> Vec<String> {
        let mut lines = Vec::new();
        for block in self.blocks {
            match block {
                FlowBlock::Paragraph(line) => lines.push(line),
                FlowBlock::Table(table) => {
                    let cells = table.rows.into_iter().flatten();
                    lines.extend(cells.flat_map(FlowCell::into_lines));
                }
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of rows of cells, each with its columns, its rows and its paragraphs.
    fn table(flow: &mut FlowText, rows: &[&[(usize, usize, &str)]]) {
        flow.open_table();
        for row in rows {
            flow.open_row();
            for (columns, rows, words) in *row {
                flow.open_cell(*columns, *rows);
                for line in words.split('/') {
                    flow.push(line);
                    flow.end_paragraph();
                }
                flow.close_cell();
            }
        }
        flow.close_table();
    }

    fn text_of(rows: &[&[(usize, usize, &str)]]) -> String {
        let mut flow = FlowText::default();
        table(&mut flow, rows);
        flow.into_text()
    }

    #[test]
    fn rows_are_lines_and_cells_with_paragraphs_are_html() {
        let rows: [&[(usize, usize, &str)]; 2] =
            [&[(1, 1, "۱"), (1, 1, "آب")], &[(1, 1, "۲"), (1, 1, "الف<ب/ج")]];
        assert_eq!(
            text_of(&rows),
            "۱\tآب\n<tr><td>۲</td><td>الف&lt;ب<br>ج</td></tr>\n"
        );
    }

    #[test]
    fn merged_cells_are_one_cell_over_several_rows() {
        let rows: [&[(usize, usize, &str)]; 3] = [
            &[(1, 1, "ردیف"), (1, 1, "متن"), (1, 1, "مسئول"), (1, 1, "مهلت")],
            &[(1, 2, "۱"), (1, 2, "نهر"), (1, 1, "آب"), (1, 2, "یک ماه")],
            &[(1, 1, "برق")],
        ];
        assert_eq!(
            text_of(&rows),
            "<table><tr><td>ردیف</td><td>متن</td><td>مسئول</td><td>مهلت</td></tr>\n\
             <tr><td rowspan=2>۱</td><td rowspan=2>نهر</td><td>آب</td><td rowspan=2>یک ماه</td></tr>\n\
             <tr><td>برق</td></tr></table>\n"
        );
    }

    #[test]
    fn wide_cells_are_one_cell_over_several_columns() {
        let rows: [&[(usize, usize, &str)]; 4] = [
            &[(2, 1, "شماره: ۲"), (1, 1, "محل: تالار")],
            &[(1, 1, "ردیف"), (1, 1, "متن"), (1, 1, "مهلت")],
            &[(2, 1, "۱ نهر"), (1, 1, "فوری")],
            &[(3, 1, "پایان")],
        ];
        assert_eq!(
            text_of(&rows),
            "<table><tr><td colspan=2>شماره: ۲</td><td>محل: تالار</td></tr>\n\
             <tr><td>ردیف</td><td>متن</td><td>مهلت</td></tr>\n\
             <tr><td colspan=2>۱ نهر</td><td>فوری</td></tr>\n\
             <tr><td colspan=3>پایان</td></tr></table>\n"
        );
    }

    #[test]
    fn a_table_in_a_frame_is_a_table_and_one_of_a_single_cell_is_words() {
        let mut flow = FlowText::default();
        flow.open_table();
        flow.open_row();
        flow.open_cell(1, 1);
        flow.push("سر");
        table(&mut flow, &[&[(1, 1, "۱"), (1, 1, "آب")]]);
        flow.close_table();
        table(&mut flow, &[&[(1, 1, "الف"), (1, 1, "ب")]]);
        flow.open_table();
        flow.open_row();
        flow.open_cell(1, 1);
        table(&mut flow, &[&[(1, 1, "تنها")]]);
        flow.open_cell(1, 1);
        flow.push("دو");
        assert_eq!(flow.into_text(), "سر\n۱\tآب\nالف\tب\nتنها\tدو\n");
    }

    #[test]
    fn tables_without_end_stay_bearable() {
        let mut flow = FlowText::default();
        for _ in 0..100_000 {
            flow.open_table();
            flow.open_row();
            flow.open_cell(1_000_000, 1_000_000);
            flow.push("آب");
        }
        let text = flow.into_text();
        assert!(text.contains("آب") && text.len() < 2_000_000, "{}", text.len());
    }
}

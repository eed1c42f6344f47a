//! A document as it flows by: paragraphs become lines, rows of tables become lines of cells, whatever the format.
//! Knows nothing of tags and of minutes.

use std::fmt::Write as _;

/// The most columns or rows that one cell is taken to cover; more is no table that anybody drew.
const MOST_COVERED: usize = 64;
/// Cells that are written more than once in a document, at most: real ones have some hundred.
const MOST_WRITTEN_AGAIN: usize = 100_000;
/// Tables inside tables, at most; what is deeper is text of the cell that it stands in.
const DEEPEST: usize = 16;
/// A merged cell with more letters than this is the wording, which is said once; a shorter one (a deadline, who is
/// responsible) holds for every row that it covers.
const LONGEST_REPEATED: usize = 40;

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
            None => table.write(&mut self.text, &mut self.again),
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

    fn write(self, text: &mut String, again: &mut usize) {
        if !self.is_frame() {
            return write_rows(&self.laid_out(again), text);
        }
        for block in self.rows.into_iter().flatten().flat_map(|cell| cell.blocks) {
            match block {
                FlowBlock::Paragraph(line) => {
                    text.push_str(&line);
                    text.push('\n');
                }
                FlowBlock::Table(table) => table.write(text, again),
            }
        }
    }

    /// Its rows with a cell for every column that is covered: what a merged cell says stands in each row, as a person
    /// reads it.
    fn laid_out(self, again: &mut usize) -> Vec<Vec<Vec<String>>> {
        let mut laid: Vec<Vec<Vec<String>>> = Vec::with_capacity(self.rows.len());
        let mut above = CellsAbove::default();
        let mut widest = 0;
        for row in self.rows {
            let covers = row.iter().any(|cell| cell.columns > 1);
            // Above a row that has all columns, wide cells are a head of the page and no columns.
            let keeps_columns = covers && row.len() > 1 && widest > row.len();
            let mut cells = Vec::new();
            for cell in row {
                above.go_on(&mut cells, again);
                let (columns, rows, from_above) = (cell.columns.max(1), cell.rows, cell.from_above);
                let mut words = cell.into_lines();
                if from_above && words.is_empty() && may_repeat(again) {
                    words = above.words_at(cells.len());
                } else {
                    above.remember(cells.len(), &words, rows);
                }
                cells.push(words);
                for _ in (1..if keeps_columns { columns } else { 1 }).take_while(|_| may_repeat(again)) {
                    above.remember(cells.len(), &[], rows);
                    cells.push(Vec::new());
                }
            }
            above.go_on(&mut cells, again);
            above.next_row();
            if !covers {
                widest = widest.max(cells.len());
            }
            laid.push(cells);
        }
        laid
    }
}

/// Counts one more cell that is written again, unless there were too many.
fn may_repeat(again: &mut usize) -> bool {
    *again += usize::from(*again < MOST_WRITTEN_AGAIN);
    *again < MOST_WRITTEN_AGAIN
}

/// For each column, what the last cell in it said, and for how many rows it still stands.
#[derive(Default)]
struct CellsAbove(Vec<(Vec<String>, usize)>);

impl CellsAbove {
    fn remember(&mut self, column: usize, words: &[String], rows: usize) {
        self.0.resize(self.0.len().max(column + 1), (Vec::new(), 0));
        self.0[column] = (repeated(words), if rows > 1 { rows } else { 0 });
    }

    fn words_at(&self, column: usize) -> Vec<String> {
        self.0
            .get(column)
            .map_or_else(Vec::new, |(words, _)| words.clone())
    }

    /// Adds the cells that go on from above at this place of a row.
    fn go_on(&self, cells: &mut Vec<Vec<String>>, again: &mut usize) {
        while let Some((words, _)) = self.0.get(cells.len()).filter(|(_, rows)| *rows > 0)
            && may_repeat(again)
        {
            cells.push(words.clone());
        }
    }

    fn next_row(&mut self) {
        for (_, rows) in &mut self.0 {
            *rows = rows.saturating_sub(1);
        }
    }
}

/// What a merged cell says in the rows that it covers further down: nothing where it is a number or the wording.
fn repeated(words: &[String]) -> Vec<String> {
    let is_number = |line: &String| !line.chars().any(char::is_alphabetic);
    let letters: usize = words.iter().map(|line| line.chars().count()).sum();
    if words.iter().all(is_number) || letters > LONGEST_REPEATED {
        return Vec::new();
    }
    words.to_vec()
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

/// A row is a line with a tab between its cells; where a cell holds several paragraphs, it is a row of HTML.
fn write_rows(rows: &[Vec<Vec<String>>], text: &mut String) {
    for row in rows.iter().filter(|row| !row.is_empty()) {
        if row.iter().any(|cell| cell.len() > 1) {
            text.push_str("<tr>");
            for cell in row {
                let lines: Vec<String> = cell.iter().map(|line| escaped(line)).collect();
                // Writing to a string does not fail.
                let _ = write!(text, "<td>{}</td>", lines.join("<br>"));
            }
            text.push_str("</tr>\n");
        } else {
            let cells: Vec<String> = row.iter().map(|cell| cell.concat().replace('\t', " ")).collect();
            text.push_str(&cells.join("\t"));
            text.push('\n');
        }
    }
}

fn escaped(line: &str) -> String {
    line.replace('&', "&amp;").replace('<', "&lt;")
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
    fn what_a_merged_cell_says_holds_for_every_row_but_for_numbers_and_wordings() {
        let long = "این متن یک مصوبه است که در چند سطر پشت هم آمده و یک بار گفته می‌شود";
        let rows: [&[(usize, usize, &str)]; 3] = [
            &[(1, 1, "ردیف"), (1, 1, "متن"), (1, 1, "مسئول"), (1, 1, "مهلت")],
            &[(1, 2, "۱"), (1, 2, long), (1, 1, "آب"), (1, 2, "یک ماه")],
            &[(1, 1, "برق")],
        ];
        assert_eq!(
            text_of(&rows),
            format!("ردیف\tمتن\tمسئول\tمهلت\n۱\t{long}\tآب\tیک ماه\n\t\tبرق\tیک ماه\n")
        );
    }

    #[test]
    fn wide_cells_keep_columns_below_a_head_and_not_above_it() {
        let rows: [&[(usize, usize, &str)]; 4] = [
            &[(2, 1, "شماره: ۲"), (1, 1, "محل: تالار")],
            &[(1, 1, "ردیف"), (1, 1, "متن"), (1, 1, "مهلت")],
            &[(2, 1, "۱ نهر"), (1, 1, "فوری")],
            &[(3, 1, "پایان")],
        ];
        assert_eq!(
            text_of(&rows),
            "شماره: ۲\tمحل: تالار\nردیف\tمتن\tمهلت\n۱ نهر\t\tفوری\nپایان\n"
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
    fn merged_cells_are_not_written_without_end() {
        let mut flow = FlowText::default();
        flow.open_table();
        for _ in 0..200 {
            flow.open_row();
            for _ in 0..200 {
                flow.open_cell(1, 64);
                flow.push("آب");
            }
            (0..63).for_each(|_| flow.open_row());
        }
        assert!(flow.into_text().len() < 2_000_000);
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

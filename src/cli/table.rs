//! A table of text: as aligned lines on a screen or in a pipe, or as CSV. Does not know what its columns mean.

use super::output::PrintedLines;
use crate::exchange::sheet_csv::not_reckoned;
use crate::text::{Direction, LineStyle, TextForm, VisualLine, cell_width_styled, truncate};
use ratatui::style::Style;

/// Between two columns.
const BORDER: &str = " │ ";
const EDGE: char = '│';
const RULE: char = '─';
const CROSS: char = '┼';
const CROSSING: &str = "─┼─";
const BORDER_COLUMNS: usize = 3;
/// How narrow columns are made for want of room, step by step: the main one, others of several words, those of one.
const STAGES: [(usize, usize, usize); 4] = [
    (40, 14, usize::MAX),
    (24, 10, usize::MAX),
    (10, 6, usize::MAX),
    (6, 4, 4),
];

/// Heads and rows; every row has as many cells as there are heads.
pub(super) struct TextTable {
    /// Heads of the columns, the first one at the start.
    pub heads: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
    /// Columns that are left out, one after the other, where the others would have no room.
    pub less: &'static [usize],
}

impl TextTable {
    /// As CSV (RFC 4180, but lines end with a newline alone) with the heads as first line. A cell that a spreadsheet
    /// would take for a formula begins with an apostrophe.
    pub(super) fn to_csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&self.heads).chain(&self.rows) {
            // Writing to memory with equal lengths does not fail.
            let _ = writer.write_record(row.iter().map(|cell| not_reckoned(cell).into_owned()));
        }
        writer.into_inner().unwrap_or_default()
    }

    /// As logical lines, whole or in so many columns.
    pub(super) fn to_lines(&self, columns: Option<usize>, base: Direction) -> Vec<String> {
        let laid = self.laid(columns, base, TextForm::Logical);
        let line = |row: &Vec<VisualLine>| {
            let cells = row.iter().zip(&laid.widths);
            let padded = cells.map(|(cell, width)| {
                let gap = " ".repeat(width.saturating_sub(cell.columns));
                cell.symbols() + &gap
            });
            let line = padded.collect::<Vec<_>>().join(BORDER);
            line.trim_end().to_owned()
        };
        let mut lines: Vec<String> = laid.rows.iter().map(line).collect();
        let rules = laid.widths.iter().map(|width| RULE.to_string().repeat(*width));
        lines.insert(1, rules.collect::<Vec<_>>().join(CROSSING));
        lines
    }

    /// Laid out to be painted in so many columns.
    pub(super) fn for_screen(&self, columns: u16, base: Direction) -> LaidTable {
        self.laid(Some(usize::from(columns)), base, TextForm::Visual)
    }

    fn laid(&self, columns: Option<usize>, base: Direction, form: TextForm) -> LaidTable {
        let style = LineStyle {
            base,
            form,
            ..LineStyle::default()
        };
        let rows: Vec<Vec<String>> = std::iter::once(&self.heads)
            .chain(&self.rows)
            .map(|row| row.iter().map(|cell| one_line(cell)).collect())
            .collect();
        let widths: Vec<usize> = (0..self.heads.len())
            .map(|column| {
                rows.iter()
                    .map(|row| width(row, column, &style))
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        let (mut rows, mut widths) = (rows, widths);
        if let Some(columns) = columns {
            leave_out(&mut widths, &mut rows, self.less, columns);
            fit(&mut widths, columns, &rows);
        }
        let cells = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths);
            cells.map(|(cell, width)| cut(cell, *width, &style)).collect()
        };
        LaidTable {
            rows: rows.iter().map(cells).collect(),
            widths,
        }
    }
}

/// Cells cut to the widths of their columns, heads first.
pub(super) struct LaidTable {
    rows: Vec<Vec<VisualLine>>,
    widths: Vec<usize>,
}

impl LaidTable {
    /// How wide it is; wider than asked for where even the narrowest columns do not fit.
    pub(super) fn columns(&self) -> u16 {
        let borders = BORDER_COLUMNS * self.widths.len().saturating_sub(1);
        column_number(self.widths.iter().sum::<usize>() + borders)
    }

    /// Paints it, the first column where reading starts.
    pub(super) fn paint(&self, page: &mut PrintedLines) {
        let plain = Style::new();
        for (number, row) in self.rows.iter().enumerate() {
            page.line(|canvas| {
                for (start, cell) in self.starts().zip(row) {
                    canvas.line(start, 0, cell, plain);
                }
                for start in self.starts().skip(1) {
                    canvas.put(start - 2, 0, EDGE, plain);
                }
            });
            if number == 0 {
                page.line(|canvas| {
                    canvas.rule(0, 0, self.columns(), RULE, plain);
                    for start in self.starts().skip(1) {
                        canvas.put(start - 2, 0, CROSS, plain);
                    }
                });
            }
        }
    }

    /// Where each column starts.
    fn starts(&self) -> impl Iterator<Item = u16> {
        let mut next = 0;
        self.widths.iter().map(move |width| {
            let start = next;
            next += width + BORDER_COLUMNS;
            column_number(start)
        })
    }
}

fn column_number(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// Paragraphs of a cell in one line.
fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn width(row: &[String], column: usize, style: &LineStyle) -> usize {
    row.get(column).map_or(0, |cell| cell_width_styled(cell, style))
}

/// Columns of text that are worth reading: the main one, and the others.
const WORTH_READING: (usize, usize) = (24, 10);

/// Leaves out columns until those of one word are whole and the others worth reading.
fn leave_out(widths: &mut Vec<usize>, rows: &mut [Vec<String>], less: &[usize], columns: usize) {
    let mut gone: Vec<usize> = Vec::new();
    for column in less {
        if least_columns(widths, rows) <= columns {
            return;
        }
        // Those before it that are gone already moved it to the start.
        let at = column - gone.iter().filter(|before| *before < column).count();
        widths.remove(at);
        rows.iter_mut().for_each(|row| drop(row.remove(at)));
        gone.push(*column);
    }
}

/// The columns that a table needs for whole ids and dates, and for words that are worth reading.
fn least_columns(widths: &[usize], rows: &[Vec<String>]) -> usize {
    let one_word = one_word(widths, rows);
    let main = main_column(widths, &one_word);
    let (main_least, least) = WORTH_READING;
    let needed = (0..widths.len()).map(|column| match (one_word[column], Some(column) == main) {
        (true, _) => widths[column],
        (false, true) => widths[column].min(main_least),
        (false, false) => widths[column].min(least),
    });
    needed.sum::<usize>() + BORDER_COLUMNS * widths.len().saturating_sub(1)
}

/// Whether all cells of a column are ids, numbers or dates.
fn one_word(widths: &[usize], rows: &[Vec<String>]) -> Vec<bool> {
    let is_one_word = |column: usize| {
        rows.iter()
            .skip(1)
            .all(|row| row.get(column).is_none_or(|cell| !cell.contains(' ')))
    };
    (0..widths.len()).map(is_one_word).collect()
}

/// The widest column of several words: what the table is about.
fn main_column(widths: &[usize], one_word: &[bool]) -> Option<usize> {
    (0..widths.len())
        .filter(|column| !one_word[*column])
        .max_by_key(|column| widths[*column])
}

/// Narrows columns until the table fits: first those of several words but the widest one, which holds what the table
/// is about; ids, numbers and dates, which are worth nothing when cut, last.
fn fit(widths: &mut [usize], columns: usize, rows: &[Vec<String>]) {
    let room = columns.saturating_sub(BORDER_COLUMNS * widths.len().saturating_sub(1));
    let one_word = one_word(widths, rows);
    let main = main_column(widths, &one_word);
    for (main_least, least, one_word_least) in STAGES {
        let floor = |column: usize| match (one_word[column], Some(column) == main) {
            (true, _) => one_word_least,
            (false, true) => main_least,
            (false, false) => least,
        };
        while widths.iter().sum::<usize>() > room {
            let above = (0..widths.len()).filter(|column| widths[*column] > floor(*column));
            let Some(widest) = above.max_by_key(|column| widths[*column] - floor(*column)) else {
                break;
            };
            widths[widest] -= 1;
        }
    }
}

/// The cell in at most so many columns.
fn cut(cell: &str, width: usize, style: &LineStyle) -> VisualLine {
    let base = Direction::of(cell).unwrap_or(style.base);
    truncate(cell, width, &LineStyle { base, ..*style })
}

#[cfg(test)]
mod tests {
    use super::super::output::tests::printed;
    use super::*;

    fn table() -> TextTable {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        TextTable {
            less: &[],
            heads: row(["شناسه", "متن", "مهلت"]),
            rows: vec![
                row([
                    "k3f9m2x8qa",
                    "گزارش کامل سلامت خانواده به دبیرخانه ارسال شود",
                    "۱۴۰۱/۰۳/۱۲",
                ]),
                row(["a\u{1b}[31m", "یک\nدو، \"سه\"", ""]),
            ],
        }
    }

    fn screen(columns: u16) -> Vec<String> {
        let laid = table().for_screen(columns, Direction::Rtl);
        printed(laid.columns().max(columns), Direction::Rtl, |page| {
            laid.paint(page)
        })
    }

    #[test]
    fn on_a_screen_the_first_column_is_at_the_right_and_borders_are_straight() {
        let lines = screen(60);
        let borders = |line: &String| -> Vec<usize> {
            line.chars()
                .enumerate()
                .filter(|(_, c)| matches!(c, '│' | '┼'))
                .map(|(at, _)| at)
                .collect()
        };
        assert_eq!(lines.len(), 4);
        assert!(
            lines.iter().all(|line| borders(line) == borders(&lines[0])),
            "{lines:#?}"
        );
        assert!(lines[2].ends_with("k3f9m2x8qa"), "{lines:#?}");
        assert!(
            lines[2].contains('…') && lines[2].starts_with("۱۴۰۱/۰۳/۱۲"),
            "{lines:#?}"
        );
        assert!(!lines.concat().contains('\u{1b}'));
    }

    #[test]
    fn a_narrow_screen_does_without_columns_so_that_ids_and_dates_are_whole() {
        let cells = [
            "k3f9m2x8qa/b7c2d9e1",
            "کارگروه سلامت و امنیت غذایی",
            "۸",
            "۱۴۰۱/۰۳/۱۲",
        ];
        let wide = TextTable {
            heads: ["شناسه", "متن", "ردیف", "سررسید"].map(str::to_owned).to_vec(),
            rows: vec![cells.map(str::to_owned).to_vec()],
            less: &[2],
        };
        let line = |columns| wide.to_lines(Some(columns), Direction::Rtl)[2].clone();
        for columns in [60, 66, 80] {
            assert!(line(columns).contains("k3f9m2x8qa/b7c2d9e1"), "{}", line(columns));
            assert!(line(columns).contains("۱۴۰۱/۰۳/۱۲"), "{}", line(columns));
        }
        assert_eq!(
            (line(60).matches('│').count(), line(80).matches('│').count()),
            (2, 3)
        );
    }

    #[test]
    fn in_a_pipe_text_is_logical_and_whole() {
        let lines = table().to_lines(None, Direction::Rtl);
        assert!(
            lines[2].starts_with("k3f9m2x8qa │ گزارش کامل سلامت خانواده به دبیرخانه ارسال شود │ ۱۴۰۱"),
            "{lines:#?}"
        );
    }

    #[test]
    fn csv_keeps_paragraphs_and_quotes() {
        let csv = String::from_utf8(table().to_csv()).unwrap();
        assert!(csv.starts_with("شناسه,متن,مهلت\n"));
        assert!(csv.ends_with("\"یک\nدو، \"\"سه\"\"\",\n"), "{csv}");
    }

    #[test]
    fn no_cell_of_a_csv_is_a_formula() {
        let csv = |cell: &str| {
            let table = TextTable {
                less: &[],
                heads: vec!["متن".to_owned()],
                rows: vec![vec![cell.to_owned()]],
            };
            let csv = String::from_utf8(table.to_csv()).unwrap();
            csv.strip_prefix("متن\n").unwrap().trim_end().to_owned()
        };
        assert_eq!(csv("=HYPERLINK(A1)"), "'=HYPERLINK(A1)");
        for cell in ["+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1+1", "- پیگیری شود"] {
            let printed = csv(cell);
            assert!(
                printed.trim_start_matches('"').starts_with('\''),
                "{cell:?}: {printed}"
            );
        }
        for cell in ["-12", "+3.5", "۱۴۰۱/۰۳/۱۲", "a=b", "k3f9"] {
            assert_eq!(csv(cell), cell);
        }
    }

    #[test]
    fn no_width_is_too_small_to_be_laid_out() {
        for columns in 0..40 {
            assert_eq!(screen(columns).len(), 4);
            assert_eq!(
                table().to_lines(Some(usize::from(columns)), Direction::Rtl).len(),
                4
            );
        }
    }
}

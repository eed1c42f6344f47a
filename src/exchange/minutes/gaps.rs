//! Columns that are kept apart by wide gaps of blanks or by slashes alone, as plain text has them.
//! Knows only heads of tables and labels; a gap or a slash in prose stays what it is.

use super::heads::resolution_columns;
use super::labels::colons;
use super::lines::{CellParas, Para, SourceLine};
use super::roll::attendance_columns;

/// Blanks that part two columns of a head or two labels.
const WIDE: usize = 3;
/// Blanks that part two columns below such a head.
const NARROW: usize = 2;

/// What parts the columns of a head and of the rows below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnGap {
    /// At least so many blanks.
    Blanks(usize),
    /// « / »
    Slash,
}

/// Turns lines into rows where a head of known columns shows that gaps or slashes are columns, and where labels stand
/// side by side.
pub(super) fn rows_by_gaps(lines: Vec<SourceLine>) -> Vec<SourceLine> {
    let mut found = Vec::with_capacity(lines.len());
    let mut table: Option<(ColumnGap, usize)> = None;
    for line in lines {
        let text = match line.cells.as_slice() {
            [cell] => cell.first().map_or("", |para| para.text.as_str()),
            _ => "",
        };
        let head = head_of(text);
        let below = table
            .filter(|_| head.is_none() && !line.after_blank)
            .and_then(|(between, columns)| {
                let cells = parted(text, between);
                (cells.len() > 1 && cells.len() <= columns).then_some(cells)
            });
        let (cells, next) = match (head, below) {
            (Some((between, cells)), _) => {
                let columns = cells.len();
                (cells, Some((between, columns)))
            }
            (None, Some(cells)) => (cells, table),
            (None, None) => {
                let labels = parted(text, ColumnGap::Blanks(WIDE));
                // A line between two rows may be the rest of a cell.
                let goes_on = table.filter(|_| !line.after_blank && !text.trim_end().ends_with(':'));
                (if are_labels(&labels) { labels } else { line.cells }, goes_on)
            }
        };
        table = next;
        found.push(SourceLine { cells, ..line });
    }
    found
}

/// The cells of a head whose columns are parted by blanks or slashes, and by which.
fn head_of(text: &str) -> Option<(ColumnGap, Vec<CellParas>)> {
    let known =
        |cells: &[CellParas]| resolution_columns(cells).is_some() || attendance_columns(cells).is_some();
    let wide = parted(text, ColumnGap::Blanks(WIDE));
    if wide.len() > 2 && known(&wide) {
        return Some((ColumnGap::Blanks(NARROW), wide));
    }
    let slashed = parted(text, ColumnGap::Slash);
    (slashed.len() > 2 && known(&slashed)).then_some((ColumnGap::Slash, slashed))
}

fn parted(text: &str, between: ColumnGap) -> Vec<CellParas> {
    match between {
        ColumnGap::Blanks(gap) => cells_by_gaps(text, gap),
        ColumnGap::Slash => text.split(" / ").map(|part| vec![Para::from(part)]).collect(),
    }
}

/// Two or more parts that each have a label before a colon.
fn are_labels(cells: &[CellParas]) -> bool {
    let labelled = |cell: &CellParas| {
        let text = cell.first().map_or("", |para| para.text.as_str());
        colons(text)
            .next()
            .is_some_and(|colon| text[..colon].split_whitespace().count() <= 5)
    };
    cells.len() > 1 && cells.iter().all(labelled)
}

fn cells_by_gaps(text: &str, gap: usize) -> Vec<CellParas> {
    let mut cells: Vec<CellParas> = Vec::new();
    let mut start = 0;
    let mut blanks = 0;
    for (at, c) in text.char_indices() {
        if c == ' ' || c == '\u{a0}' {
            blanks += 1;
            continue;
        }
        if blanks >= gap {
            cells.push(vec![Para::from(&text[start..at])]);
            start = at;
        }
        blanks = 0;
    }
    if start < text.len() {
        cells.push(vec![Para::from(&text[start..])]);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_table_laid_out_with_blanks_becomes_rows() {
        let text = "ردیف     شرح مصوبه        مجری      مهلت\n۱     نهر پاک شود    شهرداری   یک ماه\n\nپایان   کار   جلسه";
        let found = rows_by_gaps(lines(text));
        let counts: Vec<usize> = found.iter().map(|line| line.cells.len()).collect();
        assert_eq!(counts, [4, 4, 1]);
    }

    #[test]
    fn labels_side_by_side_become_cells_and_prose_does_not() {
        assert_eq!(
            rows_by_gaps(lines("شماره: ۱۲     تاریخ: ۱۴۰۲/۰۱/۰۲"))[0]
                .cells
                .len(),
            2
        );
        assert_eq!(rows_by_gaps(lines("آب   شهر    کم است"))[0].cells.len(), 1);
    }
}

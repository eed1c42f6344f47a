//! Columns that are kept apart by wide gaps of blanks alone, as text taken from pages with their layout has them.
//! Knows only heads of tables and labels; a gap in prose stays a gap.

use super::heads::resolution_columns;
use super::labels::colons;
use super::lines::{Cell, Line, Para};
use super::roll::attendance_columns;

/// Blanks that part two columns of a head or two labels.
const WIDE: usize = 3;
/// Blanks that part two columns below such a head.
const NARROW: usize = 2;

/// Turns lines into rows where a head of known columns shows that gaps are columns, and where labels stand side by side.
pub(super) fn rows_by_gaps(lines: Vec<Line>) -> Vec<Line> {
    let mut found = Vec::with_capacity(lines.len());
    let mut columns = 0;
    for line in lines {
        let text = match line.cells.as_slice() {
            [cell] => cell.first().map_or("", |para| para.text.as_str()),
            _ => "",
        };
        let wide = cells_by_gaps(text, WIDE);
        let is_head =
            wide.len() > 2 && (resolution_columns(&wide).is_some() || attendance_columns(&wide).is_some());
        if is_head {
            columns = wide.len();
        } else if text.is_empty() || line.after_blank {
            columns = 0;
        }
        let narrow = if columns > 0 && !is_head {
            cells_by_gaps(text, NARROW)
        } else {
            Vec::new()
        };
        let is_row = narrow.len() > 1 && narrow.len() <= columns;
        if columns > 0 && !is_head && !is_row {
            columns = 0;
        }
        let cells = if is_head || are_labels(&wide) {
            wide
        } else if is_row {
            narrow
        } else {
            line.cells
        };
        found.push(Line { cells, ..line });
    }
    found
}

/// Two or more parts that each have a label before a colon.
fn are_labels(cells: &[Cell]) -> bool {
    let labelled = |cell: &Cell| {
        let text = cell[0].text.as_str();
        colons(text)
            .next()
            .is_some_and(|colon| text[..colon].split_whitespace().count() <= 5)
    };
    cells.len() > 1 && cells.iter().all(labelled)
}

fn cells_by_gaps(text: &str, gap: usize) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
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

//! Rows that newlines inside their cells broke into several lines are put together again.
//! Knows the head of a resolution table and the number that its rows begin with, no more.

use super::enumerate::number_alone;
use super::heads::{ColumnRole, resolution_columns};
use super::lines::{CellParas, SourceLine, cell_text};

/// Puts broken rows below the head of a resolution table together, where the pieces give exactly the head's columns.
pub(super) fn mended(lines: Vec<SourceLine>) -> Vec<SourceLine> {
    let mut found: Vec<SourceLine> = Vec::with_capacity(lines.len());
    let mut columns = 0;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        match resolution_columns(&line.cells) {
            Some(roles) if roles[0] == ColumnRole::Row => columns = line.cells.len(),
            Some(_) => columns = 0,
            None if line.after_blank => columns = 0,
            None => {}
        }
        let pieces = if columns > 2 {
            pieces_of_row(&lines[at..], columns)
        } else {
            1
        };
        found.push(joined_row(&lines[at..at + pieces]));
        at += pieces;
    }
    found
}

/// How many lines from the first on make one row of so many cells; 1 where they do not.
fn pieces_of_row(lines: &[SourceLine], columns: usize) -> usize {
    if !begins_row(&lines[0]) || lines[0].cells.len() >= columns {
        return 1;
    }
    let mut cells = lines[0].cells.len();
    for (index, line) in lines.iter().enumerate().skip(1) {
        if line.after_blank || begins_row(line) {
            break;
        }
        // The last cell of one piece and the first of the next are one cell.
        cells += line.cells.len() - 1;
        if cells >= columns {
            return if cells == columns { index + 1 } else { 1 };
        }
    }
    1
}

fn begins_row(line: &SourceLine) -> bool {
    line.is_row() && line.cells[0].len() == 1 && number_alone(&cell_text(&line.cells[0])).is_some()
}

fn joined_row(pieces: &[SourceLine]) -> SourceLine {
    let mut cells: Vec<CellParas> = Vec::new();
    for piece in pieces {
        let mut next = piece.cells.iter().cloned();
        if let (Some(last), Some(first)) = (cells.last_mut(), piece.cells.first()) {
            last.extend(first.iter().cloned());
            next.next();
        }
        cells.extend(next);
    }
    SourceLine {
        cells,
        ..pieces[0].clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_row_with_newlines_in_its_cells_is_one_row() {
        let head = "ردیف\tشرح مصوبه\tمهلت\tمسئول";
        let text = format!("{head}\n۱\tمقرر شد:\nالف) نهر\nب) چاه\tیک ماه\tآب\nبرق\n۲\tپل\tفوری\tراه");
        let found = mended(lines(&text));
        let counts: Vec<usize> = found.iter().map(|line| line.cells.len()).collect();
        assert_eq!(counts, [4, 4, 1, 4]);
        assert_eq!(cell_text(&found[1].cells[1]), "مقرر شد:\nالف) نهر\nب) چاه");
    }

    #[test]
    fn rows_without_their_last_cells_stay_as_they_are() {
        let text = "ردیف\tشرح مصوبه\tمهلت\tمسئول\n۱\tنهر\nتبصره: آب\n۲\tپل\tفوری\tراه";
        let counts: Vec<usize> = mended(lines(text)).iter().map(|line| line.cells.len()).collect();
        assert_eq!(counts, [4, 2, 1, 4]);
    }
}

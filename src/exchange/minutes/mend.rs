//! Rows that newlines inside their cells broke into several lines are put together again.
//! Knows the head of a resolution table and the number that its rows begin with, no more.

use super::enumerate::{heading_number, number_alone};
use super::heads::{ColumnRole, resolution_columns};
use super::labels::{ends_a_sentence, ends_with_verb};
use super::lines::{CellParas, SourceLine, cell_text};
use super::names::is_organisation;
use super::resolutions::{begins_with_proviso, ends_whole};
use super::words::{Word, first_words, without_bullet};

/// Most lines between two rows that are the rest of a cell.
const REST_LINES: usize = 3;
/// Longest rest of a cell that is no wording, in words.
const REST_WORDS: usize = 3;

/// Puts broken rows below the head of a resolution table together, where the pieces give exactly the head's columns.
pub(super) fn mended(lines: Vec<SourceLine>) -> Vec<SourceLine> {
    let mut found: Vec<SourceLine> = Vec::with_capacity(lines.len());
    let mut roles: Vec<ColumnRole> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        match resolution_columns(&line.cells) {
            Some(head) if head[0] == ColumnRole::Row || head.last() == Some(&ColumnRole::Row) => roles = head,
            Some(_) => roles.clear(),
            None if line.after_blank => roles.clear(),
            None => {}
        }
        let is_open = roles.len() > 2;
        if let Some(count) = lines_before_a_row(&lines[at..], &roles) {
            found.push(with_lines_before(&lines[at..=at + count]));
            at += count + 1;
            continue;
        }
        let pieces = if is_open {
            pieces_of_row(&lines[at..], roles.len())
        } else {
            1
        };
        let mut row = joined_row(&lines[at..at + pieces]);
        at += pieces;
        if is_open && begins_row(&row) && row.cells.len() == roles.len() {
            at += take_rest(&mut row, &roles, &lines[at..]);
        }
        found.push(row);
    }
    found
}

/// Where rows end with their number, the lines above a row that its first cell, a wording, begins with.
fn lines_before_a_row(lines: &[SourceLine], roles: &[ColumnRole]) -> Option<usize> {
    if roles.len() < 3 || roles[0] != ColumnRole::Text || roles.last() != Some(&ColumnRole::Row) {
        return None;
    }
    let is_rest = |line: &&SourceLine| !line.is_row() && !line.after_blank && is_rest_of_a_cell(line);
    let count = lines.iter().take(REST_LINES).take_while(is_rest).count();
    let row = lines
        .get(count)
        .filter(|row| count > 0 && row.cells.len() == roles.len())?;
    let is_numbered = row
        .cells
        .last()
        .is_some_and(|cell| number_alone(&cell_text(cell)).is_some());
    (is_numbered && !row.after_blank).then_some(count)
}

/// The row at the end of some lines, with the others before the words of its first cell.
fn with_lines_before(lines: &[SourceLine]) -> SourceLine {
    let mut row = lines[lines.len() - 1].clone();
    let mut cell: CellParas = Vec::new();
    for line in lines.iter().take(lines.len() - 1) {
        add_line(&mut cell, &line.cells[0]);
    }
    add_line(&mut cell, &row.cells[0]);
    row.cells[0] = cell;
    row.number = lines[0].number;
    row
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
            add_line(last, first);
            next.next();
        }
        cells.extend(next);
    }
    SourceLine {
        cells,
        ..pieces[0].clone()
    }
}

/// Takes the lines between a row and the next one into the cell that they are the rest of; how many were taken.
fn take_rest(row: &mut SourceLine, roles: &[ColumnRole], below: &[SourceLine]) -> usize {
    let is_rest = |line: &&SourceLine| !line.is_row() && !line.after_blank && is_rest_of_a_cell(line);
    let count = below.iter().take(REST_LINES + 1).take_while(is_rest).count();
    let is_followed = below
        .get(count)
        .is_some_and(|next| begins_row(next) && !next.after_blank);
    if count == 0 || count > REST_LINES || !is_followed {
        return take_rest_of_name(row, &below[..count.min(1)]);
    }
    let wording = roles.iter().position(|role| *role == ColumnRole::Text);
    for (taken, line) in below[..count].iter().enumerate() {
        let rest = &line.cells[0];
        let text = cell_text(rest);
        let is_short = first_words(&text, REST_WORDS + 1).len() <= REST_WORDS;
        let cell = if ends_a_sentence(&text) {
            wording.and_then(|at| row.cells.get_mut(at))
        } else if is_short {
            row.cells.last_mut()
        } else {
            let is_open = |at: &usize| !ends_whole(&cell_text(&row.cells[*at]));
            wording.filter(is_open).and_then(|at| row.cells.get_mut(at))
        };
        match cell {
            Some(cell) => add_line(cell, rest),
            None => return taken,
        }
    }
    count
}

/// «اداره» in the last cell of the last row goes on in the line below: «راه».
fn take_rest_of_name(row: &mut SourceLine, below: &[SourceLine]) -> usize {
    let last = row
        .cells
        .last_mut()
        .filter(|cell| cell.len() == 1 && breaks_off(&cell[0].text));
    match (last, below) {
        (Some(cell), [line]) if first_words(&cell[0].text, 2).len() == 1 => {
            add_line(cell, &line.cells[0]);
            1
        }
        _ => 0,
    }
}

/// A heading, a label, a clause or a proviso is a line of its own.
fn is_rest_of_a_cell(line: &SourceLine) -> bool {
    let text = cell_text(&line.cells[0]);
    !text.contains(':')
        && heading_number(&text) == 0
        && !begins_with_proviso(&text)
        && without_bullet(&text) == text
}

/// Adds a line to a cell: to its last paragraph where that breaks off, else as a paragraph.
fn add_line(cell: &mut CellParas, line: &CellParas) {
    let mut paras = line.iter().cloned();
    if let (Some(last), Some(first)) = (cell.last_mut(), line.first())
        && (breaks_off(&last.text) || (ends_with_verb(&first.text) && is_begun(&last.text)))
        && heading_number(&first.text) == 0
        && !begins_with_proviso(&first.text)
        && let Some(first) = paras.next()
    {
        let moved_byte = last.text.len() + 1;
        let bold = first
            .bold
            .iter()
            .map(|range| range.start + moved_byte..range.end + moved_byte);
        last.bold.extend(bold);
        last.text = format!("{} {}", last.text, first.text);
    }
    cell.extend(paras);
}

/// A sentence without its end, or the first word of an office's name alone.
pub(super) fn breaks_off(text: &str) -> bool {
    let words = first_words(text, WHOLE_WORDS);
    let is_office = |word: &Word| is_organisation(&word.key);
    match words.as_slice() {
        [only] => is_office(only),
        several => several.len() == WHOLE_WORDS && !ends_whole(text),
    }
}

/// A short sentence without its end: «چاه‌ها پلمب».
fn is_begun(text: &str) -> bool {
    !ends_whole(text) && first_words(text, 2).len() == 2
}

/// Fewer words than these may be a cell of their own, «شهرداری بهار».
const WHOLE_WORDS: usize = 4;

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
        assert_eq!(counts, [4, 4, 4]);
        assert_eq!(cell_text(&found[1].cells[1]), "مقرر شد:\nالف) نهر\nب) چاه");
        assert_eq!(cell_text(&found[1].cells[3]), "آب\nبرق");
    }

    #[test]
    fn a_first_cell_that_broke_where_rows_end_with_their_number_is_one_cell() {
        let head = "شرح اقدام\tپیگیری کننده\tسررسید\tشماره";
        let text = format!(
            "{head}\nنهر پاک شود.\tآب\tفوری\t۱\nسالن شماره دو\nتعمیر شود.\tشهرداری\tدو ماه\t۲\nپایان جلسه"
        );
        let found = mended(lines(&text));
        let counts: Vec<usize> = found.iter().map(|line| line.cells.len()).collect();
        assert_eq!(counts, [4, 4, 4, 1]);
        assert_eq!(cell_text(&found[2].cells[0]), "سالن شماره دو تعمیر شود.");
    }

    #[test]
    fn rows_without_their_last_cells_stay_as_they_are() {
        let text = "ردیف\tشرح مصوبه\tمهلت\tمسئول\n۱\tنهر\nتبصره: آب\n۲\tپل\tفوری\tراه";
        let counts: Vec<usize> = mended(lines(text)).iter().map(|line| line.cells.len()).collect();
        assert_eq!(counts, [4, 2, 1, 4]);
    }
}

//! The rows of one table on one lattice: cells that reach over several columns or rows get their places.
//! Knows no word: what a place means that a cell above reaches into is for those who know the columns.

use super::lines::{CellParas, MergedCell, SourceLine};
use super::markup::CellSpan;

/// A table of more columns is no table of minutes; its rows stay as they are. Word allows no more either.
const MOST_COLUMNS: usize = 63;
/// A head of more lines is none.
const MOST_HEAD_LINES: usize = 4;
/// What an empty cell takes of the room for what is written more than once.
const EMPTY_CELL_BYTES: usize = size_of::<CellParas>();

/// A row as its tags give it.
pub(super) struct TableRow {
    pub number: usize,
    pub after_blank: bool,
    pub cells: Vec<(CellParas, CellSpan)>,
}

/// A cell with its place: columns from `start` to before `end`.
struct PlacedCell {
    start: usize,
    end: usize,
    /// How many rows below it reaches into.
    below: usize,
    /// It began in a row above.
    is_merged: bool,
    paras: CellParas,
}

struct PlacedRow {
    number: usize,
    after_blank: bool,
    cells: Vec<PlacedCell>,
}

impl PlacedRow {
    fn starts(&self) -> Vec<usize> {
        self.cells.iter().map(|cell| cell.start).collect()
    }

    fn has_words(&self) -> bool {
        self.cells
            .iter()
            .any(|cell| !cell.is_merged && !cell.paras.is_empty())
    }
}

/// The rows with their cells in the columns of their neighbours. `room` bounds what is written a second time, in
/// bytes: where it is used up, covered places stay empty.
pub(super) fn settle(rows: Vec<TableRow>, room: &mut usize) -> Vec<SourceLine> {
    let wide = |row: &TableRow| row.cells.iter().map(|(_, span)| span.across).sum::<usize>() > MOST_COLUMNS;
    let plain = |row: &TableRow| row.cells.iter().all(|(_, span)| *span == CellSpan::default());
    if rows.iter().all(plain) || rows.iter().any(wide) {
        return rows.into_iter().map(as_it_is).collect();
    }
    let placed = place(rows, room);
    let sections = sections(&placed);
    let mut placed = placed.into_iter();
    let mut lines = Vec::with_capacity(placed.len());
    for (count, columns) in sections {
        let mut rows: Vec<PlacedRow> = placed.by_ref().take(count).collect();
        let head = rows.iter().position(|row| row.cells.len() > 1);
        let head = head.and_then(|at| Some((at, head_lines(&rows[at..])?)));
        if let Some((at, count)) = head {
            let joined = joined_head(&rows[at..at + count], &columns, room);
            rows.splice(at..at + count, [joined]);
        }
        lines.extend(rows.into_iter().map(|row| line(row, &columns, room)));
    }
    lines
}

fn as_it_is(row: TableRow) -> SourceLine {
    SourceLine {
        number: row.number,
        after_blank: row.after_blank,
        cells: row.cells.into_iter().map(|(paras, _)| paras).collect(),
        merged: Vec::new(),
    }
}

/// Gives every cell its columns: the first ones that no cell from above reaches into.
fn place(rows: Vec<TableRow>, room: &mut usize) -> Vec<PlacedRow> {
    let mut placed: Vec<PlacedRow> = Vec::with_capacity(rows.len());
    for row in rows {
        let above = placed.last().map_or(&[][..], |above| above.cells.as_slice());
        let mut cells: Vec<PlacedCell> = above
            .iter()
            .filter(|cell| cell.below > 0)
            .map(|cell| PlacedCell {
                start: cell.start,
                end: cell.end,
                below: cell.below - 1,
                is_merged: true,
                paras: affordable(&cell.paras, room),
            })
            .collect();
        let mut start = 0;
        for (paras, span) in row.cells {
            while let Some(cell) = cells
                .iter()
                .find(|cell| cell.is_merged && (cell.start..cell.end).contains(&start))
            {
                start = cell.end;
            }
            let next = cells.iter().map(|cell| cell.start).filter(|next| *next > start);
            let end = next.fold(start + span.across, usize::min);
            cells.push(PlacedCell {
                start,
                end,
                below: span.down - 1,
                is_merged: false,
                paras,
            });
            start = end;
        }
        cells.sort_by_key(|cell| cell.start);
        placed.push(PlacedRow {
            number: row.number,
            after_blank: row.after_blank,
            cells,
        });
    }
    placed
}

/// A copy, where there is room for one.
fn affordable(paras: &CellParas, room: &mut usize) -> CellParas {
    let bytes = EMPTY_CELL_BYTES + paras.iter().map(|para| para.text.len()).sum::<usize>();
    match room.checked_sub(bytes) {
        Some(rest) => {
            *room = rest;
            paras.clone()
        }
        None => Vec::new(),
    }
}

/// The stretches of rows that share their columns: how many rows, and where the columns begin.
fn sections(rows: &[PlacedRow]) -> Vec<(usize, Vec<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let (count, columns) = section(&rows[at..]);
        at += count;
        found.push((count, columns));
    }
    found
}

/// How many rows from the first on share their columns, and where these begin. A form may hold several tables one below
/// the other; each keeps its own columns.
fn section(rows: &[PlacedRow]) -> (usize, Vec<usize>) {
    let mut columns = rows[0].starts();
    let is_in =
        |starts: &[usize], columns: &[usize]| starts.iter().all(|start| columns.binary_search(start).is_ok());
    for (at, row) in rows.iter().enumerate().skip(1) {
        let starts = row.starts();
        if is_in(&starts, &columns) {
            continue;
        }
        let hangs_on = row.cells.iter().any(|cell| cell.is_merged);
        let below_head = rows[..at].iter().filter(|row| row.cells.len() > 1).count() < 2;
        if !is_in(&columns, &starts) || !(hangs_on || below_head) {
            return (at, columns);
        }
        columns = starts;
    }
    (rows.len(), columns)
}

/// How many lines the head of a table has, where it has more than one: every cell of its first line reaches down to the
/// last one, has nothing below it, or stands above several cells that it names together.
fn head_lines(rows: &[PlacedRow]) -> Option<usize> {
    let first = &rows[0];
    let deepest = first.cells.iter().map(|cell| cell.below).max()?;
    let count = deepest.max(1) + 1;
    if count > MOST_HEAD_LINES || rows.len() < count || first.cells.iter().any(|cell| cell.is_merged) {
        return None;
    }
    let under = |cell: &PlacedCell| {
        let (start, end) = (cell.start, cell.end);
        let below = rows[1..count].iter().flat_map(|row| &row.cells);
        below.filter(move |own| !own.is_merged && own.start >= start && own.end <= end)
    };
    let is_split = |cell: &PlacedCell| {
        cell.below == 0
            && !cell.paras.is_empty()
            && under(cell).filter(|own| !own.paras.is_empty()).count() > 1
    };
    let is_whole = |cell: &PlacedCell| under(cell).all(|own| own.paras.is_empty());
    let ends_there = |(at, row): (usize, &PlacedRow)| row.cells.iter().all(|cell| at + cell.below < count);
    let in_words = |row: &PlacedRow| {
        let mut texts = row.cells.iter().flat_map(|cell| &cell.paras);
        texts.all(|para| para.text.contains(char::is_alphabetic))
    };
    let fits = first.cells.iter().any(is_split)
        && first
            .cells
            .iter()
            .any(|cell| is_whole(cell) && !cell.paras.is_empty())
        && first.cells.iter().all(|cell| is_split(cell) || is_whole(cell))
        && rows[..count].iter().enumerate().all(ends_there)
        && rows[..count].iter().all(in_words);
    fits.then_some(count)
}

/// The lines of a head as one: what stands above a cell comes behind it, «مهلت» below «اقدام» is «مهلت اقدام».
fn joined_head(rows: &[PlacedRow], columns: &[usize], room: &mut usize) -> PlacedRow {
    let cells = columns.iter().enumerate().map(|(at, start)| {
        let over = rows.iter().rev().flat_map(|row| &row.cells);
        let over = over.filter(|cell| !cell.is_merged && (cell.start..cell.end).contains(start));
        PlacedCell {
            start: *start,
            end: columns.get(at + 1).copied().unwrap_or(start + 1),
            below: 0,
            is_merged: false,
            paras: over.flat_map(|cell| affordable(&cell.paras, room)).collect(),
        }
    });
    PlacedRow {
        number: rows[0].number,
        after_blank: rows[0].after_blank,
        cells: cells.collect(),
    }
}

/// The row with empty cells where one of its own reaches over more columns than one. A cell alone is a line.
fn line(row: PlacedRow, columns: &[usize], room: &mut usize) -> SourceLine {
    let mut cells: Vec<CellParas> = Vec::new();
    let mut merged = Vec::new();
    let is_line = row.cells.len() == 1;
    if row.has_words() {
        for cell in row.cells {
            let at = columns.partition_point(|start| *start < cell.start);
            let end = columns.partition_point(|start| *start < cell.end);
            let end = if is_line { 1 } else { end.max(at + 1) };
            let empty = end.saturating_sub(cells.len() + 1) * EMPTY_CELL_BYTES;
            let end = match room.checked_sub(empty) {
                Some(rest) => {
                    *room = rest;
                    end
                }
                None => cells.len() + 1,
            };
            let at = at.min(end - 1);
            cells.resize(end.max(cells.len()), CellParas::new());
            if cell.is_merged {
                merged.push(MergedCell {
                    cell: at,
                    paras: cell.paras,
                });
            } else {
                cells[at] = cell.paras;
            }
        }
    }
    SourceLine {
        number: row.number,
        after_blank: row.after_blank,
        cells,
        merged,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::{SourceLine, cell_text, lines};

    fn cells(line: &SourceLine) -> Vec<String> {
        line.cells.iter().map(cell_text).collect()
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        lines(text).iter().map(cells).collect()
    }

    fn merged(line: &SourceLine) -> Vec<(usize, String)> {
        let text = |merged: &super::MergedCell| (merged.cell, cell_text(&merged.paras));
        line.merged.iter().map(text).collect()
    }

    #[test]
    fn what_a_merged_cell_says_is_known_in_every_row_below_and_stands_once() {
        let found = lines(
            "<table><tr><td>ردیف<td>مصوبه<td>مسئول</tr><tr><td>۱<td>آب<td rowspan=3>شهرداری</tr>\
             <tr><td>۲<td>برق</tr><tr><td>۳<td>راه</tr><tr><td>۴<td>پل<td>راهداری</tr></table>",
        );
        assert_eq!(cells(&found[2]), ["۲", "برق", ""]);
        assert_eq!(merged(&found[2]), [(2, "شهرداری".to_owned())]);
        assert_eq!(merged(&found[3]), [(2, "شهرداری".to_owned())]);
        assert_eq!(
            (cells(&found[4]), merged(&found[4])),
            (vec!["۴".into(), "پل".into(), "راهداری".into()], vec![])
        );
    }

    #[test]
    fn a_cell_over_several_columns_keeps_those_behind_it_in_place() {
        let text = "<table><tr><td>ردیف<td>شرح<td>مهلت<td>مسئول</tr><tr><td>۱<td colspan=2>آب<td>شهرداری</tr></table>";
        assert_eq!(rows(text)[1], ["۱", "آب", "", "شهرداری"]);
        // Spans that all rows share are how the table was drawn, no columns.
        let drawn = "<table><tr><td colspan=2>ردیف<td colspan=3>شرح<td>مهلت</tr><tr><td colspan=2>۱<td colspan=3>آب<td>فوری</tr></table>";
        assert_eq!(rows(drawn), [["ردیف", "شرح", "مهلت"], ["۱", "آب", "فوری"]]);
    }

    #[test]
    fn a_cell_over_the_whole_table_is_a_line() {
        let text = "<table><tr><td colspan=3>مصوبات جلسه</tr><tr><td>ردیف<td>شرح<td>مهلت</tr></table>";
        assert_eq!(rows(text), [vec!["مصوبات جلسه"], vec!["ردیف", "شرح", "مهلت"]]);
    }

    #[test]
    fn a_head_of_two_lines_becomes_one() {
        let below = "<tr><td>۱<td>آب<td>شهرداری<td>فوری</tr></table>";
        for head in [
            "<tr><td rowspan=2>ردیف<td rowspan=2>شرح<td colspan=2>اقدام</tr><tr><td>مسئول<td>مهلت</tr>",
            "<tr><td>ردیف<td>شرح<td colspan=2>اقدام</tr><tr><td><td><td>مسئول<td>مهلت</tr>",
        ] {
            let found = rows(&format!("<table>{head}{below}"));
            assert_eq!(found[0], ["ردیف", "شرح", "مسئول\nاقدام", "مهلت\nاقدام"], "{head}");
            assert_eq!(found[1], ["۱", "آب", "شهرداری", "فوری"]);
        }
    }

    #[test]
    fn rows_of_values_below_a_wide_cell_are_no_head() {
        let text = "<table><tr><td rowspan=2>ردیف<td colspan=2>شرح</tr><tr><td>۱۲<td>۱۳</tr></table>";
        assert_eq!(rows(text), [vec!["ردیف", "شرح", ""], vec!["", "۱۲", "۱۳"]]);
        let groups = "<table><tr><td colspan=2>حاضرین<td colspan=2>غایبین</tr><tr><td>نام<td>سمت<td>نام<td>سمت</tr></table>";
        assert_eq!(rows(groups)[0], ["حاضرین", "", "غایبین", ""]);
    }

    #[test]
    fn tables_below_each_other_in_one_form_keep_their_own_columns() {
        let text = "<table><tr><td colspan=3>شماره<td colspan=3>تاریخ</tr><tr><td>ردیف<td colspan=4>شرح<td>مهلت</tr>\
                    <tr><td>۱<td colspan=4>آب<td>فوری</tr></table>";
        assert_eq!(
            rows(text),
            [
                vec!["شماره", "تاریخ"],
                vec!["ردیف", "شرح", "مهلت"],
                vec!["۱", "آب", "فوری"]
            ]
        );
    }

    #[test]
    fn spans_without_end_take_no_more_room_than_a_few_times_the_text() {
        let long = "آب ".repeat(2000);
        let text = format!(
            "<table><tr><td>۱<td rowspan=1000>{long}</tr>{}</table>",
            "<tr><td>۲</tr>".repeat(900)
        );
        let written: usize = lines(&text)
            .iter()
            .flat_map(|line| &line.merged)
            .map(|merged| cell_text(&merged.paras).len())
            .sum();
        assert!(written > 0 && written <= 4 * text.len() + 64 * 1024, "{written}");
        let wide = format!(
            "<table>{}</table>",
            "<tr><td colspan=60>آب<td>خاک</tr><tr><td>آ".repeat(500)
        );
        assert!(lines(&wide).len() >= 1000);
    }
}

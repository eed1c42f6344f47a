//! Rows of a table on its grid: merged cells are one cell over several columns or rows, and every row is a line.
//! Does not know what cells say.

use super::blocks::{CellMerge, WordRow};
use std::collections::HashMap;
use std::fmt::Write as _;

/// A column of the grid that is narrower than this, in twentieths of a point (half a centimetre), is none: borders that
/// were drawn by hand do not meet.
const NARROWEST: u32 = 280;

/// A cell with its place.
struct LaidCell {
    start: usize,
    across: usize,
    down: usize,
    lines: Vec<String>,
}

/// Writes rows: a line with a tab between the cells, a row of HTML where a cell holds several paragraphs, and a table of
/// HTML where cells are merged.
pub(super) fn write_rows(rows: &[&WordRow], widths: &[u32], text: &mut String) {
    if rows.is_empty() {
        return;
    }
    let mut laid: Vec<Vec<LaidCell>> = rows.iter().map(|row| laid_row(row)).collect();
    join_down(rows, &mut laid);
    settle_narrow(widths, &mut laid);
    if is_even(&laid) {
        for row in &laid {
            write_plain(row, text);
            text.push('\n');
        }
        return;
    }
    text.push_str("<table>");
    for (at, row) in laid.iter().enumerate() {
        write_spanned(row, text);
        if at + 1 == laid.len() {
            text.push_str("</table>");
        }
        text.push('\n');
    }
}

/// The cells of a row; what older files merge aside is one cell.
fn laid_row(row: &WordRow) -> Vec<LaidCell> {
    let mut laid: Vec<LaidCell> = Vec::new();
    let mut start = 0;
    if row.before > 0 {
        laid.push(LaidCell {
            start,
            across: row.before,
            down: 1,
            lines: Vec::new(),
        });
        start = row.before;
    }
    for cell in &row.cells {
        let across = cell.across.max(1);
        match laid.last_mut() {
            Some(last) if cell.aside == CellMerge::GoesOn => {
                last.across += across;
                last.lines.extend(cell.lines());
            }
            _ => laid.push(LaidCell {
                start,
                across,
                down: 1,
                lines: cell.lines(),
            }),
        }
        start += across;
    }
    laid
}

/// Cells that go on from above become part of the cell that they go on with; what they say, Word does not show, but it is
/// not lost.
fn join_down(rows: &[&WordRow], laid: &mut [Vec<LaidCell>]) {
    // For each column, the row and place of the merged cell that begins there.
    let mut open: HashMap<usize, (usize, usize)> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let mut still: HashMap<usize, (usize, usize)> = HashMap::new();
        let merges: Vec<(usize, CellMerge)> = merges_of(row);
        let mut kept = Vec::new();
        for cell in std::mem::take(&mut laid[at]) {
            let found = merges.binary_search_by_key(&cell.start, |(start, _)| *start);
            let merge = found.map_or(CellMerge::Alone, |at| merges[at].1);
            let above = open.get(&cell.start).copied();
            match (merge, above) {
                (CellMerge::GoesOn, Some((row, place))) => {
                    let first = &mut laid[row][place];
                    first.down += 1;
                    first.lines.extend(cell.lines);
                    still.insert(cell.start, (row, place));
                }
                _ => {
                    if merge != CellMerge::Alone {
                        still.insert(cell.start, (at, kept.len()));
                    }
                    kept.push(cell);
                }
            }
        }
        laid[at] = kept;
        open = still;
    }
}

/// Where the cells of a row begin, and how each is merged with those above.
fn merges_of(row: &WordRow) -> Vec<(usize, CellMerge)> {
    let mut start = row.before;
    let mut merges = Vec::with_capacity(row.cells.len());
    for cell in &row.cells {
        if cell.aside != CellMerge::GoesOn {
            merges.push((start, cell.down));
        }
        start += cell.across.max(1);
    }
    merges
}

/// Takes columns out of the grid that are too narrow to hold anything, where no cell stands in them alone.
fn settle_narrow(widths: &[u32], laid: &mut [Vec<LaidCell>]) {
    let mut settled = vec![0];
    let mut since = 0;
    for width in widths {
        since = width.saturating_add(since);
        let last = settled.last().copied().unwrap_or(0);
        let is_column = since >= NARROWEST;
        if is_column {
            since = 0;
        }
        settled.push(last + usize::from(is_column));
    }
    let place = |column: usize| {
        let beyond = column.saturating_sub(settled.len() - 1);
        settled[column.min(settled.len() - 1)] + beyond
    };
    let fits = |cell: &LaidCell| place(cell.start + cell.across) > place(cell.start);
    if laid.iter().flatten().all(fits) {
        for cell in laid.iter_mut().flatten() {
            let (start, end) = (place(cell.start), place(cell.start + cell.across));
            (cell.start, cell.across) = (start, end - start);
        }
    }
}

/// Whether all rows have the same columns and no cell reaches down: how wide cells were drawn says nothing then.
fn is_even(laid: &[Vec<LaidCell>]) -> bool {
    let starts = |row: &[LaidCell]| -> Vec<usize> { row.iter().map(|cell| cell.start).collect() };
    let several = || laid.iter().filter(|row| row.len() > 1);
    let first = several().next().map(|row| starts(row));
    several().all(|row| Some(starts(row)) == first) && laid.iter().flatten().all(|cell| cell.down == 1)
}

fn write_plain(row: &[LaidCell], text: &mut String) {
    if row.iter().any(|cell| cell.lines.len() > 1) {
        text.push_str("<tr>");
        for cell in row {
            let _ = write!(text, "<td>{}</td>", paragraphs(&cell.lines));
        }
        text.push_str("</tr>");
    } else {
        let cells: Vec<String> = row.iter().map(|cell| cell.lines.concat()).collect();
        text.push_str(&cells.join("\t"));
    }
}

fn write_spanned(row: &[LaidCell], text: &mut String) {
    text.push_str("<tr>");
    for cell in row {
        text.push_str("<td");
        for (name, span) in [("colspan", cell.across), ("rowspan", cell.down)] {
            if span > 1 {
                // Writing to a string does not fail.
                let _ = write!(text, " {name}={span}");
            }
        }
        let _ = write!(text, ">{}</td>", paragraphs(&cell.lines));
    }
    text.push_str("</tr>");
}

fn paragraphs(lines: &[String]) -> String {
    let escaped: Vec<String> = lines
        .iter()
        .map(|line| line.replace('&', "&amp;").replace('<', "&lt;"))
        .collect();
    escaped.join("<br>")
}

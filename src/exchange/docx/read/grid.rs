//! Rows of a table on its grid: merged cells are one cell over several columns or rows.
//! Does not know what cells say.

use super::blocks::{CellMerge, WordRow};
use crate::exchange::cell_rows::{LaidCell, write_laid};
use std::collections::HashMap;

/// A column of the grid that is narrower than this, in twentieths of a point (half a centimetre), is none: borders that
/// were drawn by hand do not meet.
const NARROWEST: u32 = 280;

/// Writes rows; merged cells are one over several columns or rows.
pub(super) fn write_rows(rows: &[&WordRow], widths: &[u32], text: &mut String) {
    if rows.is_empty() {
        return;
    }
    let mut laid: Vec<Vec<LaidCell>> = rows.iter().map(|row| laid_row(row)).collect();
    join_down(rows, &mut laid);
    settle_narrow(widths, &mut laid);
    write_laid(&laid, text);
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

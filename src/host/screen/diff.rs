//! Which cells of a screen are to be written, so that the next frame stands on it. Does not know how they are written.

use super::pen::PenPlace;
use ratatui::buffer::{Buffer, Cell, CellWidth};

/// A cell and where it is put.
pub type Put<'a> = (PenPlace, &'a Cell);

/// The cells of a frame that do not stand there yet, in reading order. Rows that stand there are not looked at further.
pub fn changed<'a>(shown: &Buffer, next: &'a Buffer) -> Vec<Put<'a>> {
    let width = usize::from(next.area.width).max(1);
    let rows = shown.content.chunks(width).zip(next.content.chunks(width));
    let mut puts = Vec::new();
    for ((before, after), y) in rows.zip(0..) {
        if before != after {
            put_row(before, after, y, &mut puts);
        }
    }
    puts
}

/// The cell behind a letter of two columns is part of it. When that letter goes, what its second column looks like is each
/// terminal's own affair, so it is written, too.
fn put_row<'a>(before: &[Cell], after: &'a [Cell], y: u16, puts: &mut Vec<Put<'a>>) {
    let mut uncovered = 0;
    let mut covered = 0;
    for ((before, after), x) in before.iter().zip(after).zip(0..) {
        let is_written = covered == 0 && (uncovered > 0 || before != after);
        if is_written {
            puts.push(((x, y), after));
            uncovered = uncovered.max(before.cell_width());
        }
        if covered == 0 {
            covered = after.cell_width().max(1);
        }
        covered -= 1;
        uncovered = uncovered.saturating_sub(1);
    }
}

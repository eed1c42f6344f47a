//! What stands on a terminal, as far as it was sent there, and what changes it into the next frame. A frame is bytes:
//! whoever has the terminal writes them, all at once. Does not know what is on a frame, nor which terminal it is.

mod diff;
mod ink;
mod moves;
mod pen;
mod scroll;
#[cfg(test)]
mod tests;

use diff::{Put, changed};
use ink::Ink;
use pen::{Pen, PenPlace};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use scroll::Scroll;

/// A terminal's screen.
#[derive(Debug)]
pub struct TerminalScreen {
    shown: Buffer,
    next: Buffer,
    pen: Pen,
    /// Whether it is to be cleared before the next frame.
    clears: bool,
}

impl TerminalScreen {
    /// A clear screen without a caret.
    pub fn new(columns: u16, rows: u16) -> TerminalScreen {
        let blank = Buffer::empty(Rect::new(0, 0, columns, rows));
        TerminalScreen {
            shown: blank.clone(),
            next: blank,
            pen: Pen::new(),
            clears: false,
        }
    }

    /// Takes another size in. What terminals keep of a screen then differs, so the next frame is sent whole.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        if self.shown.area != Rect::new(0, 0, columns, rows) {
            self.shown = Buffer::empty(Rect::new(0, 0, columns, rows));
            self.next = self.shown.clone();
            self.pen.lose_place();
            self.clears = true;
        }
    }

    /// Has the next frame sent whole, over a cleared screen.
    pub fn repaint(&mut self) {
        self.shown.reset();
        self.clears = true;
    }

    /// Forgets what was known of the terminal: it was taken over anew, clear and without a caret.
    pub fn forget(&mut self) {
        self.shown.reset();
        self.pen = Pen::new();
        self.clears = false;
    }

    /// What turns the screen into the frame that `paint` paints, and puts the caret where it says; nothing where it
    /// stands so already. Where `erases` is true, long blanks are erased rather than written: for terminals that order
    /// text themselves a blank that was written may be another one.
    pub fn frame(&mut self, erases: bool, paint: impl FnOnce(&mut Buffer) -> Option<PenPlace>) -> Vec<u8> {
        self.next.reset();
        let caret = paint(&mut self.next);
        if std::mem::take(&mut self.clears) {
            self.pen.clear();
        }
        if let Some(scroll) = Scroll::between(&self.shown, &self.next) {
            self.pen.scroll(scroll);
            scroll.apply(&mut self.shown);
        }
        let changed = changed(&self.shown, &self.next);
        write(&mut self.pen, &changed, &self.next, erases);
        self.pen.rest(caret);
        std::mem::swap(&mut self.shown, &mut self.next);
        self.pen.take()
    }
}

/// Puts the cells that changed, in their order.
fn write(pen: &mut Pen, changed: &[Put], next: &Buffer, erases: bool) {
    let columns = next.area.width;
    let mut last = None;
    let mut rest = changed;
    while let [((x, y), cell), after @ ..] = rest {
        let blanks = if erases { blanks(rest) } else { 0 };
        if is_erased(*x, blanks, columns) {
            pen.erase((*x, *y), blanks, columns);
            (last, rest) = (None, &rest[blanks..]);
            continue;
        }
        let (gap, from) = between(next, last, (*x, *y));
        if pen.prefers(gap) {
            for (cell, x) in gap.iter().zip(from..) {
                pen.put(cell, (x, *y), columns);
            }
        }
        pen.put(cell, (*x, *y), columns);
        (last, rest) = (Some((*x, *y)), after);
    }
}

/// How many plain blanks of one row begin here.
fn blanks(changed: &[Put]) -> usize {
    let Some(&((first, row), _)) = changed.first() else {
        return 0;
    };
    let is_next = |(((x, y), cell), column): &(&Put, u16)| {
        *x == *column && *y == row && cell.symbol() == " " && Ink::of(cell) == Ink::default()
    };
    changed.iter().zip(first..).take_while(is_next).count()
}

/// Whether so many blanks take fewer bytes when they are erased: at the end of a row nothing is left to be done, else
/// the pen is still to be moved behind them.
fn is_erased(column: u16, blanks: usize, columns: u16) -> bool {
    match usize::from(column) + blanks < usize::from(columns) {
        true => blanks > 10,
        false => blanks > 3,
    }
}

/// The cells between the last one that was put and the next in its row, and the column of the first of them.
fn between(next: &Buffer, last: Option<PenPlace>, (x, y): PenPlace) -> (&[Cell], u16) {
    let from = match last {
        Some((before, row)) if row == y && before < x => before + 1,
        _ => x,
    };
    let cells = next.index_of(from, y)..next.index_of(x, y);
    (&next.content[cells], from)
}

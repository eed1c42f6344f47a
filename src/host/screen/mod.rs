//! What stands on a terminal, as far as it was sent there, and what changes it into the next frame. A frame is bytes:
//! whoever has the terminal writes them, all at once. Does not know what is on a frame, nor which terminal it is.

mod ink;
mod pen;
#[cfg(test)]
mod tests;

use pen::{Pen, Place};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// A terminal's screen.
#[derive(Debug)]
pub struct Screen {
    shown: Buffer,
    next: Buffer,
    pen: Pen,
    /// Whether it is to be cleared before the next frame.
    clears: bool,
}

impl Screen {
    /// A clear screen without a caret.
    pub fn new(columns: u16, rows: u16) -> Screen {
        let blank = Buffer::empty(Rect::new(0, 0, columns, rows));
        Screen {
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
    /// stands so already.
    pub fn frame(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Place>) -> Vec<u8> {
        self.next.reset();
        let caret = paint(&mut self.next);
        if std::mem::take(&mut self.clears) {
            self.pen.clear();
        }
        let columns = self.next.area.width;
        let mut last = None;
        for (x, y, cell) in self.shown.diff_iter(&self.next) {
            let (gap, from) = between(&self.next, last, (x, y));
            if self.pen.prefers(gap) {
                for (cell, x) in gap.iter().zip(from..) {
                    self.pen.put(cell, (x, y), columns);
                }
            }
            self.pen.put(cell, (x, y), columns);
            last = Some((x, y));
        }
        self.pen.rest(caret);
        std::mem::swap(&mut self.shown, &mut self.next);
        self.pen.take()
    }
}

/// The cells between the last one that was put and the next in its row, and the column of the first of them.
fn between(next: &Buffer, last: Option<Place>, (x, y): Place) -> (&[Cell], u16) {
    let from = match last {
        Some((before, row)) if row == y && before < x => before + 1,
        _ => x,
    };
    let cells = next.index_of(from, y)..next.index_of(x, y);
    (&next.content[cells], from)
}

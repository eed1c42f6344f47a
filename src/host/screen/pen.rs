//! The pen of a terminal: puts cells with few bytes, by what is known of where it stands and how it writes; both are kept
//! from frame to frame. Does not know which cells are put, nor what they mean.

use super::ink::Ink;
use super::moves::{PenStand, moved};
use super::scroll::Scroll;
use ratatui::buffer::{Cell, CellWidth};
use std::io::Write;

/// Where something stands: column and row.
pub type PenPlace = (u16, u16);

/// A pen, and what it was told since it was last looked at.
#[derive(Debug)]
pub struct Pen {
    bytes: Vec<u8>,
    stand: PenStand,
    /// Whether it stands there on every terminal. Where letters are joined in a cell, one may count otherwise: then the
    /// next place is said whole, so that a fault does not spread.
    is_sure: bool,
    ink: Ink,
    is_seen: bool,
}

impl Pen {
    /// A pen that is hidden and writes plainly, wherever it stands.
    pub fn new() -> Pen {
        Pen {
            bytes: Vec::new(),
            stand: PenStand::Anywhere,
            is_sure: false,
            ink: Ink::default(),
            is_seen: false,
        }
    }

    /// Puts a cell on a screen of so many columns.
    pub fn put(&mut self, cell: &Cell, place: PenPlace, columns: u16) {
        self.go(place);
        self.turn(Ink::of(cell));
        self.bytes.extend_from_slice(cell.symbol().as_bytes());
        self.is_sure &= is_one_letter(cell);
        let (column, row) = place;
        self.stand = match cell.cell_width() {
            1 if column + 1 < columns => PenStand::In((column + 1, row)),
            1 => PenStand::Behind(row),
            _ => PenStand::Anywhere,
        };
    }

    /// Whether it would go on in these cells to get behind them, rather than be moved: that takes no more bytes.
    pub fn prefers(&self, cells: &[Cell]) -> bool {
        let moved = if cells.len() == 1 { 3 } else { 4 };
        let is_alike =
            |cell: &Cell| Ink::of(cell) == self.ink && cell.cell_width() == 1 && is_one_letter(cell);
        let bytes: usize = cells.iter().map(|cell| cell.symbol().len()).sum();
        // Behind a letter of two columns it stands nowhere, and the second column is not to be written over.
        let is_in_cell = matches!(self.stand, PenStand::In(_));
        is_in_cell && self.is_sure && bytes <= moved && cells.iter().all(is_alike)
    }

    /// Erases so many cells from a place on, in few bytes, and stays there. What is erased is blank and plain.
    pub fn erase(&mut self, place: PenPlace, count: usize, columns: u16) {
        self.turn(Ink::default());
        self.go(place);
        // Writing into memory does not fail.
        let _ = match usize::from(place.0) + count < usize::from(columns) {
            true => write!(self.bytes, "\x1b[{count}X"),
            false => write!(self.bytes, "\x1b[K"),
        };
    }

    /// Clears the whole screen.
    pub fn clear(&mut self) {
        self.turn(Ink::default());
        self.bytes.extend_from_slice(b"\x1b[2J");
    }

    /// Moves rows between two margins, by deleting or inserting at the first of them: old terminals know that form, too.
    /// Some fill the rows that come in with the ground that is set, others never do, so none is.
    pub fn scroll(&mut self, scroll: Scroll) {
        let Scroll { first, last, rows } = scroll;
        self.turn(Ink::default());
        let letter = if rows > 0 { 'M' } else { 'L' };
        let count = match rows.unsigned_abs() {
            1 => String::new(),
            count => count.to_string(),
        };
        let (top, bottom) = (first + 1, last + 1);
        // Writing into memory does not fail.
        let _ = write!(
            self.bytes,
            "\x1b[{top};{bottom}r\x1b[{top}H\x1b[{count}{letter}\x1b[r"
        );
        self.stand = PenStand::Anywhere;
    }

    /// Shows the caret at a place, or hides it.
    pub fn rest(&mut self, caret: Option<PenPlace>) {
        if let Some(place) = caret {
            self.go(place);
        }
        if self.is_seen != caret.is_some() {
            self.is_seen = caret.is_some();
            self.bytes
                .extend_from_slice(if self.is_seen { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
    }

    /// It may stand anywhere.
    pub fn lose_place(&mut self) {
        self.stand = PenStand::Anywhere;
    }

    /// What it was told since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    fn turn(&mut self, ink: Ink) {
        self.ink.turn(ink, &mut self.bytes);
        self.ink = ink;
    }

    fn go(&mut self, to: PenPlace) {
        if self.stand == PenStand::In(to) {
            return;
        }
        let from = match self.is_sure {
            true => self.stand,
            false => PenStand::Anywhere,
        };
        let way = moved(from, to);
        self.is_sure |= way.ends_with(b"H");
        self.bytes.extend(way);
        self.stand = PenStand::In(to);
    }
}

fn is_one_letter(cell: &Cell) -> bool {
    cell.symbol().chars().nth(1).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_letters_joined_in_one_cell_the_next_place_is_said_whole() {
        let joined = Cell::new("ب\u{200E}");
        let mut pen = Pen::new();
        pen.put(&joined, (3, 4), 80);
        pen.put(&joined, (4, 4), 80);
        pen.put(&joined, (6, 4), 80);
        let written = String::from_utf8(pen.take()).unwrap();
        assert_eq!(written, "\x1b[5;4Hب\u{200E}ب\u{200E}\x1b[5;7Hب\u{200E}");
    }

    #[test]
    fn rows_are_moved_between_margins_in_plain_ink_and_the_next_place_is_said_whole() {
        let mut pen = Pen::new();
        let mut red = Cell::new("a");
        red.fg = ratatui::style::Color::LightRed;
        pen.put(&red, (0, 0), 80);
        pen.scroll(Scroll {
            first: 4,
            last: 20,
            rows: 1,
        });
        pen.scroll(Scroll {
            first: 4,
            last: 20,
            rows: -2,
        });
        pen.put(&red, (0, 0), 80);
        let written = String::from_utf8(pen.take()).unwrap();
        assert_eq!(
            written,
            "\x1b[H\x1b[91ma\x1b[m\x1b[5;21r\x1b[5H\x1b[M\x1b[r\x1b[5;21r\x1b[5H\x1b[2L\x1b[r\x1b[H\x1b[91ma"
        );
    }
}

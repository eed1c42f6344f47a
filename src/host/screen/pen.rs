//! The pen of a terminal: puts cells with few bytes, by what is known of where it stands and how it writes.
//! Does not know which cells are put, nor what they mean.

use super::ink::Ink;
use ratatui::buffer::{Cell, CellWidth};
use std::io::Write;

/// Where something stands: column and row.
pub type PenPlace = (u16, u16);

/// A pen, and what it was told since it was last looked at.
#[derive(Debug)]
pub struct Pen {
    bytes: Vec<u8>,
    /// Where it stands; none where nobody knows.
    at: Option<PenPlace>,
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
            at: None,
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
        // After the last column terminals wait for the next letter, and some stand elsewhere meanwhile.
        let goes_on = cell.cell_width() == 1 && place.0 + 1 < columns;
        self.at = goes_on.then_some((place.0 + 1, place.1));
        self.is_sure &= is_one_letter(cell);
    }

    /// Whether it would go on in these cells to get behind them, rather than be moved: that takes no more bytes.
    pub fn prefers(&self, cells: &[Cell]) -> bool {
        let moved = if cells.len() == 1 { 3 } else { 4 };
        let is_alike =
            |cell: &Cell| Ink::of(cell) == self.ink && cell.cell_width() == 1 && is_one_letter(cell);
        let bytes: usize = cells.iter().map(|cell| cell.symbol().len()).sum();
        // Behind a letter of two columns it stands nowhere, and the second column is not to be written over.
        self.at.is_some() && self.is_sure && bytes <= moved && cells.iter().all(is_alike)
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

    /// Shows the caret at a place, or hides it, and writes plainly from then on.
    pub fn rest(&mut self, caret: Option<PenPlace>) {
        self.turn(Ink::default());
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
        self.at = None;
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
        if self.at == Some(to) {
            return;
        }
        let whole = whole_move(to);
        let moved = match self.at {
            Some(at) if self.is_sure => shorter(relative_move(at, to), whole),
            _ => whole,
        };
        self.is_sure |= moved.ends_with(b"H");
        self.bytes.extend(moved);
        self.at = Some(to);
    }
}

fn is_one_letter(cell: &Cell) -> bool {
    cell.symbol().chars().nth(1).is_none()
}

fn shorter(one: Vec<u8>, other: Vec<u8>) -> Vec<u8> {
    if one.len() < other.len() { one } else { other }
}

/// CUP; what is not said is 1.
fn whole_move((column, row): PenPlace) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    // Writing into memory does not fail.
    let _ = match (column, row) {
        (0, 0) => Ok(()),
        (0, row) => write!(bytes, "{}", row + 1),
        (column, row) => write!(bytes, "{};{}", row + 1, column + 1),
    };
    bytes.push(b'H');
    bytes
}

/// Up or down, then within the row.
fn relative_move(from: PenPlace, to: PenPlace) -> Vec<u8> {
    let mut bytes = Vec::new();
    step(from.1, to.1, [b'B', b'A'], &mut bytes);
    if to.0 == 0 && from.0 > 0 {
        bytes.push(b'\r');
    } else {
        step(from.0, to.0, [b'C', b'D'], &mut bytes);
    }
    bytes
}

/// CUU, CUD, CUF, CUB, by how far it is; backspaces for the shortest ways back.
fn step(from: u16, to: u16, [on, back]: [u8; 2], bytes: &mut Vec<u8>) {
    let (letter, count) = match from.cmp(&to) {
        std::cmp::Ordering::Equal => return,
        std::cmp::Ordering::Less => (on, to - from),
        std::cmp::Ordering::Greater => (back, from - to),
    };
    match (letter, count) {
        (b'D', 1..=3) => bytes.extend(std::iter::repeat_n(b'\x08', usize::from(count))),
        (letter, 1) => bytes.extend([b'\x1b', b'[', letter]),
        (letter, count) => {
            let _ = write!(bytes, "\x1b[{count}");
            bytes.push(letter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: PenPlace, to: PenPlace) -> String {
        let mut pen = Pen::new();
        pen.go(from);
        pen.take();
        pen.go(to);
        String::from_utf8(pen.take()).unwrap()
    }

    #[test]
    fn the_shortest_way_is_taken() {
        assert_eq!(moved((3, 4), (3, 4)), "");
        assert_eq!(moved((3, 4), (4, 4)), "\x1b[C");
        assert_eq!(moved((30, 4), (10, 4)), "\x1b[20D");
        assert_eq!(moved((30, 4), (28, 4)), "\x08\x08");
        assert_eq!(moved((30, 4), (0, 4)), "\r");
        assert_eq!(moved((30, 4), (0, 5)), "\x1b[6H");
        assert_eq!(moved((30, 4), (32, 20)), "\x1b[21;33H");
        assert_eq!(moved((30, 4), (0, 0)), "\x1b[H");
    }

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
}

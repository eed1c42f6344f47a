//! The shortest way of a pen from one place of a screen to another, among those that are right in every terminal
//! measured: CUP, VPA, CHA, the four steps, CR, BS and LF. Does not know what is written.
//!
//! Behind the last column terminals wait for the next letter before they go on to the next row, and BS and the steps mean
//! something else in some of them meanwhile: from there only CR, CHA, VPA and CUP are taken. The line is raw, so LF goes
//! down and nowhere else; the last row is never left by it.

use super::pen::PenPlace;
use std::io::Write;

/// Where a pen stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PenStand {
    /// Nobody knows.
    #[default]
    Anywhere,
    /// Behind the last column of a row.
    Behind(u16),
    /// In a cell.
    In(PenPlace),
}

/// The bytes of the shortest way; the first of those that are equally short.
pub fn moved(from: PenStand, to: PenPlace) -> Vec<u8> {
    let mut best = whole(to);
    let mut consider = |way: Vec<u8>| {
        if way.len() < best.len() {
            best = way;
        }
    };
    match from {
        PenStand::Anywhere => {}
        PenStand::Behind(row) => {
            consider([b"\r".to_vec(), down_or_up(row, to.1), along(0, to.0)].concat());
            if row == to.1 {
                consider(column(to.0));
            }
        }
        PenStand::In((column_now, row)) => {
            let rows = down_or_up(row, to.1);
            consider([rows.clone(), along(column_now, to.0)].concat());
            consider([b"\r".to_vec(), rows.clone(), along(0, to.0)].concat());
            consider([rows, column(to.0)].concat());
        }
    }
    best
}

/// CUP; what is not said is 1.
fn whole((column, row): PenPlace) -> Vec<u8> {
    match (column, row) {
        (0, 0) => b"\x1b[H".to_vec(),
        (0, row) => sequence(row + 1, b'H'),
        (column, row) => {
            let mut bytes = Vec::new();
            // Writing into memory does not fail.
            let _ = write!(bytes, "\x1b[{};{}H", row + 1, column + 1);
            bytes
        }
    }
}

/// CHA.
fn column(to: u16) -> Vec<u8> {
    sequence(to + 1, b'G')
}

/// Line feeds, CUD, CUU or VPA.
fn down_or_up(from: u16, to: u16) -> Vec<u8> {
    let stepped = match from.cmp(&to) {
        std::cmp::Ordering::Equal => return Vec::new(),
        std::cmp::Ordering::Less => shorter(vec![b'\n'; usize::from(to - from)], sequence(to - from, b'B')),
        std::cmp::Ordering::Greater => sequence(from - to, b'A'),
    };
    shorter(stepped, sequence(to + 1, b'd'))
}

/// CUF, CUB or backspaces.
fn along(from: u16, to: u16) -> Vec<u8> {
    match from.cmp(&to) {
        std::cmp::Ordering::Equal => Vec::new(),
        std::cmp::Ordering::Less => sequence(to - from, b'C'),
        std::cmp::Ordering::Greater => {
            shorter(vec![b'\x08'; usize::from(from - to)], sequence(from - to, b'D'))
        }
    }
}

/// A control sequence with one number, which is left out where it is 1.
fn sequence(number: u16, last: u8) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    if number != 1 {
        // Writing into memory does not fail.
        let _ = write!(bytes, "{number}");
    }
    bytes.push(last);
    bytes
}

fn shorter(one: Vec<u8>, other: Vec<u8>) -> Vec<u8> {
    if other.len() < one.len() { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: PenStand, to: PenPlace) -> String {
        String::from_utf8(moved(from, to)).unwrap()
    }

    #[test]
    fn the_shortest_way_is_taken() {
        let from = |to| way(PenStand::In((30, 4)), to);
        assert_eq!(from((30, 4)), "");
        assert_eq!(from((31, 4)), "\x1b[C");
        assert_eq!(from((10, 4)), "\x1b[20D");
        assert_eq!(from((4, 4)), "\x1b[5G");
        assert_eq!(from((28, 4)), "\x08\x08");
        assert_eq!(from((0, 4)), "\r");
        assert_eq!(from((0, 5)), "\r\n");
        assert_eq!(from((30, 6)), "\n\n");
        assert_eq!(from((30, 3)), "\x1b[A");
        assert_eq!(from((32, 20)), "\x1b[21;33H");
        assert_eq!(from((0, 0)), "\x1b[H");
    }

    #[test]
    fn behind_the_last_column_no_step_is_taken() {
        let from = |to| way(PenStand::Behind(4), to);
        assert_eq!(from((0, 5)), "\r\n");
        assert_eq!(from((0, 4)), "\r");
        assert_eq!(from((79, 4)), "\x1b[80G");
        assert_eq!(from((40, 9)), "\x1b[10;41H");
        assert_eq!(way(PenStand::Anywhere, (3, 4)), "\x1b[5;4H");
    }
}

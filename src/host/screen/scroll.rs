//! Which rows of a screen are to be moved before the rest of the next frame is written: those that stand in it again,
//! higher or lower. Does not know how a terminal is told, nor what is on a row.
//!
//! A screen has a head and a foot that stay, marks at its edge that go their own way, and a cursor row, so rows are not
//! looked for whole: what is compared is how many bytes would be written with and without a move.

use super::ink::Ink;
use ratatui::buffer::{Buffer, Cell};
use std::hash::{Hash, Hasher};

/// Rows from `first` to `last` move by `rows`: upwards, downwards where that is negative. What comes in is blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scroll {
    /// The first row.
    pub first: u16,
    /// The last one.
    pub last: u16,
    /// How far.
    pub rows: i16,
}

/// A move takes about so many bytes, and must spare more than them.
const COST: i64 = 40;
/// Fewer rows that differ are no list that moved.
const ROWS_LEAST: usize = 4;

impl Scroll {
    /// The move that spares most between two frames of the same size; none where none is worth it.
    pub fn between(shown: &Buffer, next: &Buffer) -> Option<Scroll> {
        let width = usize::from(next.area.width).max(1);
        let pairs = || shown.content.chunks(width).zip(next.content.chunks(width));
        let differing: Vec<usize> = pairs()
            .zip(0..)
            .filter_map(|((before, after), row)| (before != after).then_some(row))
            .collect();
        let (first, last) = (*differing.first()?, *differing.last()?);
        if differing.len() < ROWS_LEAST {
            return None;
        }
        let band = pairs().take(last + 1).skip(first);
        let mut band: Vec<Marked> = band.map(|(before, after)| Marked::of(before, after)).collect();
        let up = best(&band);
        band.reverse();
        let down = best(&band);
        let (from, to, rows) = match up.spared >= down.spared {
            true => (first + up.from, first + up.to, i16::try_from(up.by).ok()?),
            false => (last - down.to, last - down.from, -i16::try_from(down.by).ok()?),
        };
        (up.spared.max(down.spared) > COST).then_some(Scroll {
            first: u16::try_from(from).ok()?,
            last: u16::try_from(to).ok()?,
            rows,
        })
    }

    /// Does to a buffer what the terminal does.
    pub fn apply(self, buffer: &mut Buffer) {
        let width = usize::from(buffer.area.width);
        let rows = usize::from(self.first) * width..(usize::from(self.last) + 1) * width;
        let cells = &mut buffer.content[rows];
        let moved = usize::from(self.rows.unsigned_abs()) * width;
        let come_in = if self.rows > 0 {
            cells.rotate_left(moved);
            cells.len() - moved..cells.len()
        } else {
            cells.rotate_right(moved);
            0..moved
        };
        cells[come_in].fill(Cell::EMPTY);
    }
}

/// A row before and after, as numbers that are alike where cells are.
struct Marked {
    before: Vec<u64>,
    after: Vec<u64>,
    /// The bytes of each cell that is to be seen.
    weights: Vec<i64>,
    blank: u64,
}

impl Marked {
    fn of(before: &[Cell], after: &[Cell]) -> Marked {
        let weight = |cell: &Cell| i64::try_from(cell.symbol().len()).unwrap_or(i64::MAX);
        Marked {
            before: before.iter().map(mark).collect(),
            after: after.iter().map(mark).collect(),
            weights: after.iter().map(weight).collect(),
            blank: mark(&Cell::EMPTY),
        }
    }

    /// The bytes that are written where so many cells stand already.
    fn written(&self, stand: impl Iterator<Item = u64>) -> i64 {
        let cells = self.after.iter().zip(&self.weights).zip(stand);
        cells
            .filter(|((after, _), before)| **after != *before)
            .map(|((_, weight), _)| weight)
            .sum()
    }
}

/// Rows move towards the first one: those from `from` to `to`, by so many.
#[derive(Default)]
struct BandMove {
    from: usize,
    to: usize,
    by: usize,
    /// The bytes that are not written then.
    spared: i64,
}

/// The best move of a band towards its first row: for each distance the stretch of rows with the greatest sum of what they
/// spare, together with the rows that come in blank behind it.
fn best(band: &[Marked]) -> BandMove {
    let in_place: Vec<i64> = band
        .iter()
        .map(|row| row.written(row.before.iter().copied()))
        .collect();
    let mut come_in = vec![0];
    for (row, cost) in band.iter().zip(&in_place) {
        let spared = cost - row.written(std::iter::repeat(row.blank));
        come_in.push(come_in.last().unwrap_or(&0) + spared);
    }
    let mut best = BandMove::default();
    for by in 1..band.len() {
        let (mut run, mut from) = (0, 0);
        for to in 0..band.len() - by {
            if run <= 0 {
                (run, from) = (0, to);
            }
            run += in_place[to] - band[to].written(band[to + by].before.iter().copied());
            let spared = run + come_in[to + by + 1] - come_in[to + 1];
            if spared > best.spared {
                best = BandMove {
                    from,
                    to: to + by,
                    by,
                    spared,
                };
            }
        }
    }
    best
}

fn mark(cell: &Cell) -> u64 {
    let mut hasher = Mixed(0xCBF2_9CE4_8422_2325);
    cell.symbol().hash(&mut hasher);
    Ink::of(cell).hash(&mut hasher);
    hasher.finish()
}

/// FNV-1a: quick for the few bytes of a cell. Two cells that are alike by chance cost bytes, not truth.
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn screen(rows: &[String]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 12));
        for (text, y) in rows.iter().zip(0..) {
            buffer.set_string(0, y, text, Style::default());
        }
        buffer
    }

    /// A head, ten rows of a long list from one on with a mark beside them that stays, and a foot.
    fn list(top: u128) -> Buffer {
        let number = |row: u128| (row + 1) * 9_876_543_210_987_654_321 % 10_u128.pow(20);
        let body = (0..10).map(|row| format!("{row} {:020}", number(top + row)));
        let rows: Vec<String> = std::iter::once("head".to_owned())
            .chain(body)
            .chain(["foot".to_owned()])
            .collect();
        screen(&rows)
    }

    fn found(before: &Buffer, after: &Buffer) -> Option<(u16, u16, i16)> {
        Scroll::between(before, after).map(|scroll| (scroll.first, scroll.last, scroll.rows))
    }

    #[test]
    fn a_list_between_head_and_foot_moves_up_and_down() {
        assert_eq!(found(&list(3), &list(4)), Some((1, 10, 1)));
        assert_eq!(found(&list(4), &list(3)), Some((1, 10, -1)));
        assert_eq!(found(&list(3), &list(8)), Some((1, 10, 5)));
        assert_eq!(found(&list(8), &list(3)), Some((1, 10, -5)));
    }

    #[test]
    fn what_has_nothing_in_common_or_little_to_write_is_not_moved() {
        assert_eq!(found(&list(3), &list(3)), None);
        assert_eq!(found(&list(3), &list(300)), None);
        let blank = screen(&[]);
        assert_eq!(found(&blank, &list(3)), None);
    }

    #[test]
    fn a_buffer_is_moved_as_the_terminal_moves_it() {
        let mut buffer = screen(&["a", "b", "c", "d"].map(str::to_owned));
        let up = Scroll {
            first: 1,
            last: 3,
            rows: 2,
        };
        up.apply(&mut buffer);
        assert_eq!(buffer, screen(&["a", "d", "", ""].map(str::to_owned)));
        Scroll { rows: -1, ..up }.apply(&mut buffer);
        assert_eq!(buffer, screen(&["a", "", "d", ""].map(str::to_owned)));
    }
}

//! Rows of cells: the height of the highest, lines around each, and a cut where a row is higher than a page.
//! Does not know what is told in them.

use super::lines::SetLine;
use super::setter::{LinesAt, Setter, leading};
use super::slab::{DrawnArea, Slab, SlabInk};
use super::structure::Place;
use crate::text::Direction;

/// The room between the edge of a cell and its words.
const ACROSS: f32 = 4.5;
const DOWN: f32 = 2.5;
/// The shade of heads and labels.
const SHADE: u8 = 236;

/// A cell before its row has a height.
#[derive(Debug)]
pub(super) struct GridCell {
    pub(super) x: f32,
    pub(super) width: f32,
    /// The lines, each with the paragraph that it belongs to.
    pub(super) lines: Vec<(Place, SetLine)>,
    pub(super) is_shaded: bool,
    pub(super) is_centred: bool,
    pub(super) is_framed: bool,
}

/// How broad the words of a cell may be.
pub(super) fn inside(width: f32) -> f32 {
    (width - 2.0 * ACROSS).max(1.0)
}

/// How broad a cell is for words of this width.
pub(super) fn outside(width: f32) -> f32 {
    width + 2.0 * ACROSS
}

/// The places of columns by their shares of a width, in the order of reading; each from its left edge.
pub(super) fn columns(shares: &[u32], width: f32, base: Direction) -> Vec<(f32, f32)> {
    let shares: Vec<f32> = shares.iter().map(|share| (*share).max(1) as f32).collect();
    let whole: f32 = shares.iter().sum();
    let mut passed = 0.0;
    let mut columns = Vec::with_capacity(shares.len());
    for share in shares {
        let broad = width * share / whole;
        let x = match base {
            Direction::Ltr => passed,
            Direction::Rtl => width - passed - broad,
        };
        columns.push((x, broad));
        passed += broad;
    }
    columns
}

/// Shares as widths in which no column is narrower than what it must hold, as long as half of the whole is left for the
/// others.
pub(super) fn widened(shares: &[u32], least: &[f32], width: f32) -> Vec<u32> {
    // Tenths of a point are fine enough.
    let whole: f32 = shares.iter().map(|share| (*share).max(1) as f32).sum();
    let natural: Vec<f32> = shares
        .iter()
        .map(|share| width * (*share).max(1) as f32 / whole)
        .collect();
    let lacks = |at: usize| least.get(at).is_some_and(|least| natural[at] < *least);
    let held: f32 = (0..shares.len())
        .filter(|at| lacks(*at))
        .map(|at| least[at])
        .sum();
    let free: f32 = (0..shares.len())
        .filter(|at| !lacks(*at))
        .map(|at| natural[at])
        .sum();
    if held == 0.0 || held > width / 2.0 || free == 0.0 {
        return shares.to_vec();
    }
    let scale = (width - held) / free;
    let wide = |at: usize| if lacks(at) { least[at] } else { natural[at] * scale };
    (0..shares.len())
        .map(|at| (wide(at) * 10.0).ceil() as u32)
        .collect()
}

/// A row as one slab, or as several where it is higher than `most`; never lower than `least`.
pub(super) fn row(setter: &mut Setter<'_>, cells: Vec<GridCell>, least: f32, most: f32) -> Vec<Slab> {
    let mut slabs = Vec::new();
    let mut rest = cells;
    loop {
        let (now, behind) = part(rest, most);
        let is_last = behind.iter().all(|cell| cell.lines.is_empty());
        slabs.push(one(setter, now, least.min(most)));
        if is_last {
            return slabs;
        }
        rest = behind;
    }
}

/// What of each cell stands within `most`, and the rest. At least one line of each is taken.
fn part(cells: Vec<GridCell>, most: f32) -> (Vec<GridCell>, Vec<GridCell>) {
    let mut now = Vec::with_capacity(cells.len());
    let mut behind = Vec::with_capacity(cells.len());
    for mut cell in cells {
        let mut height = 2.0 * DOWN;
        let mut fits = 0;
        for (_, line) in &cell.lines {
            height += leading(line.size);
            if height > most && fits > 0 {
                break;
            }
            fits += 1;
        }
        let rest = cell.lines.split_off(fits.min(cell.lines.len()));
        behind.push(GridCell {
            lines: rest,
            ..cell_like(&cell)
        });
        now.push(cell);
    }
    (now, behind)
}

fn cell_like(cell: &GridCell) -> GridCell {
    GridCell {
        lines: Vec::new(),
        ..*cell
    }
}

fn one(setter: &mut Setter<'_>, cells: Vec<GridCell>, least: f32) -> Slab {
    let height = |cell: &GridCell| cell.lines.iter().map(|(_, line)| leading(line.size)).sum::<f32>();
    let highest = cells.iter().map(height).fold(0.0, f32::max) + 2.0 * DOWN;
    let mut slab = Slab {
        height: highest.max(least),
        ..Slab::default()
    };
    for cell in &cells {
        slab.inks.push(SlabInk::Area(DrawnArea {
            x: cell.x,
            y: 0.0,
            width: cell.width,
            height: slab.height,
            fill: cell.is_shaded.then_some(SHADE),
            is_framed: cell.is_framed,
            place: None,
        }));
    }
    for cell in cells {
        let mut spot = LinesAt {
            x: cell.x + ACROSS,
            y: DOWN,
            width: inside(cell.width),
            is_centred: cell.is_centred,
        };
        if cell.is_shaded {
            // Heads and labels stand in the middle of their height.
            spot.y = (slab.height - height(&cell)) / 2.0;
        }
        for (place, line) in cell.lines {
            spot.y += setter.put(&mut slab.inks, vec![line], spot, place);
        }
    }
    slab
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_its_head_needs() {
        assert_eq!(widened(&[1, 9], &[5.0, 5.0], 100.0), [1, 9]);
        assert_eq!(widened(&[1, 9], &[20.0, 5.0], 100.0), [200, 800]);
        assert_eq!(widened(&[1, 1, 8], &[60.0, 5.0, 5.0], 100.0), [1, 1, 8]);
    }

    #[test]
    fn columns_stand_mirrored_in_a_paper_from_right_to_left() {
        assert_eq!(
            columns(&[1, 3], 100.0, Direction::Rtl),
            [(75.0, 25.0), (0.0, 75.0)]
        );
        assert_eq!(
            columns(&[1, 3], 100.0, Direction::Ltr),
            [(0.0, 25.0), (25.0, 75.0)]
        );
        assert_eq!(
            columns(&[0, 1], 100.0, Direction::Ltr),
            [(0.0, 50.0), (50.0, 50.0)]
        );
    }
}

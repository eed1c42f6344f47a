//! Where the caret can stand on a row of an edit buffer, and in which cell it is shown there.
//! It does not know how rows come to be.

use super::super::cluster::next_grapheme;
use super::super::line::VisualLine;
use super::super::style::{Direction, TextForm};
use super::layout::{Layout, PlacedLine};
use super::{Affinity, CaretPlace};

/// Where the caret can stand on a row. The stops of all rows together are every cluster once, every paragraph's end
/// once, and, upstream, every place where a row was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    pub place: CaretPlace,
    pub column: usize,
    pub columns: u8,
    pub level: u8,
}

impl Stop {
    /// Is it the end of a row that goes on in the next one? The same byte begins that one.
    pub(super) fn is_upstream(&self) -> bool {
        self.place.affinity == Affinity::Upstream
    }
}

impl Layout {
    /// The stops of a row from left to right.
    pub(super) fn stops(&self, placed: &PlacedLine<'_>) -> Vec<Stop> {
        let line = &placed.line;
        let rtl = self.starts_right(line);
        let mut column = self.left_column(line);
        let free_column = if rtl {
            column.saturating_sub(1)
        } else {
            column + line.columns
        };
        let mut stops = Vec::with_capacity(line.cells.len() + 1);
        for cell in &line.cells {
            stops.push(Stop {
                place: CaretPlace::at(placed.start_byte + cell.source_byte.start as usize),
                column,
                columns: cell.columns,
                level: cell.level,
            });
            column += usize::from(cell.columns);
        }
        let free = |place| Stop {
            place,
            column: free_column,
            columns: 1,
            level: line.base.level(),
        };
        let mut behind: Vec<Stop> = hanging(placed).map(|byte| free(CaretPlace::at(byte))).collect();
        behind.push(free(CaretPlace {
            byte: placed.start_byte + placed.text.len(),
            affinity: if placed.ends_paragraph {
                Affinity::Downstream
            } else {
                Affinity::Upstream
            },
        }));
        if rtl {
            behind.reverse();
            behind.append(&mut stops);
            behind
        } else {
            stops.append(&mut behind);
            stops
        }
    }

    /// Does this row start at the right edge of the field?
    pub(super) fn starts_right(&self, line: &VisualLine) -> bool {
        line.base == Direction::Rtl && self.style.form == TextForm::Visual
    }

    /// The column of the first cell. In a field of one line the text may be longer than the field; columns are then
    /// counted from the left end of the text and its caret cell.
    pub(super) fn left_column(&self, line: &VisualLine) -> usize {
        if self.starts_right(line) {
            self.whole_columns(line) - line.columns
        } else {
            0
        }
    }

    /// The columns of the field, or of the text and its caret cell where that is more.
    pub(super) fn whole_columns(&self, line: &VisualLine) -> usize {
        self.columns.max(line.columns + 1)
    }
}

/// The graphemes at the end of a row that have no cell: blanks that hang over the edge.
fn hanging<'a>(placed: &'a PlacedLine<'_>) -> impl Iterator<Item = usize> + 'a {
    let shown = placed
        .line
        .cells
        .iter()
        .map(|cell| cell.source_byte.end as usize)
        .max();
    let mut at = shown.unwrap_or(placed.text.len());
    std::iter::from_fn(move || {
        let rest = placed.text.get(at..).filter(|rest| !rest.is_empty())?;
        let byte = placed.start_byte + at;
        at += next_grapheme(rest).len();
        Some(byte)
    })
}

/// The stop for the caret at `place`: the cluster that holds it.
pub(super) fn stop_index(stops: &[Stop], place: CaretPlace) -> usize {
    let of_its_row = stops
        .iter()
        .enumerate()
        .filter(|(_, stop)| !stop.is_upstream() || stop.place == place);
    let before = of_its_row.filter(|(_, stop)| stop.place.byte <= place.byte);
    let best = before.max_by_key(|(_, stop)| stop.place.byte);
    best.or_else(|| stops.iter().enumerate().min_by_key(|(_, stop)| stop.place.byte))
        .map_or(0, |(index, _)| index)
}

/// The index of the stop that is nearest to a column; of several in one cell, the last in reading order.
pub(super) fn nearest(stops: &[Stop], column: usize) -> Option<usize> {
    let distance = |stop: &Stop| {
        let last = stop.column + usize::from(stop.columns) - 1;
        stop.column.saturating_sub(column) + column.saturating_sub(last)
    };
    let by_nearness = |(_, stop): &(usize, &Stop)| (distance(stop), std::cmp::Reverse(stop.place.byte));
    stops
        .iter()
        .enumerate()
        .min_by_key(by_nearness)
        .map(|(index, _)| index)
}

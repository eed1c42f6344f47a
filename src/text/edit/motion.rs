//! Where the caret goes: the movements and how each finds its place.
//! It does not know how text is changed, or what a selection is for.

use super::super::style::Direction;
use super::boundaries::{next_word, previous_word};
use super::layout::Layout;
use super::stops::{Stop, nearest, stop_index};
use super::{Affinity, CaretPlace};

/// A movement of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One cell to the left as the arrow points. At the edge of its row the caret goes on to the next one.
    Left,
    /// One cell to the right.
    Right,
    /// One cluster on in reading order.
    Forward,
    /// One cluster back in reading order.
    Backward,
    /// One row up, in the column where the vertical movement began.
    Up,
    /// One row down.
    Down,
    /// To the beginning of the next word, or of this one, whichever lies to the left by the base direction.
    WordLeft,
    /// To the beginning of the next word, or of this one, whichever lies to the right by the base direction.
    WordRight,
    /// To the beginning of the next word.
    WordForward,
    /// To the beginning of this word, or of the one before.
    WordBackward,
    /// To the start of the row.
    LineStart,
    /// To the end of the row, behind its last cluster; where the text goes on in the next row too.
    LineEnd,
    /// To the start of this paragraph, or of the one before.
    ParagraphBackward,
    /// To the start of the next paragraph, or the end of the last.
    ParagraphForward,
    /// As many rows up as were shown.
    PageUp,
    /// As many rows down as were shown.
    PageDown,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
}

/// Where the caret goes from `caret`, and the column that further vertical movements aim at.
pub(super) fn moved(
    text: &str,
    layout: &Layout,
    caret: CaretPlace,
    goal_column: Option<usize>,
    motion: Motion,
) -> (CaretPlace, Option<usize>) {
    let to_left_is_forward = layout.style.base == Direction::Rtl;
    let page = layout.height.saturating_sub(1).max(1) as isize;
    let to = match motion {
        Motion::Left => return (beside(text, layout, caret, -1), None),
        Motion::Right => return (beside(text, layout, caret, 1), None),
        Motion::Up => return vertically(text, layout, caret, goal_column, -1),
        Motion::Down => return vertically(text, layout, caret, goal_column, 1),
        Motion::PageUp => return vertically(text, layout, caret, goal_column, -page),
        Motion::PageDown => return vertically(text, layout, caret, goal_column, page),
        Motion::LineEnd => return (row_end(text, layout, caret), None),
        Motion::Forward => next_cluster(text, layout, caret.byte),
        Motion::Backward => previous_cluster(text, layout, caret.byte),
        Motion::WordLeft if to_left_is_forward => next_word(text, caret.byte),
        Motion::WordRight if !to_left_is_forward => next_word(text, caret.byte),
        Motion::WordForward => next_word(text, caret.byte),
        Motion::WordLeft | Motion::WordRight | Motion::WordBackward => previous_word(text, caret.byte),
        Motion::LineStart => layout.spot_of(caret.byte, caret.affinity).start_byte,
        Motion::ParagraphBackward => {
            let before = &text[..caret.byte];
            before
                .strip_suffix('\n')
                .unwrap_or(before)
                .rfind('\n')
                .map_or(0, |at| at + 1)
        }
        Motion::ParagraphForward => text[caret.byte..]
            .find('\n')
            .map_or(text.len(), |at| caret.byte + at + 1),
        Motion::TextStart => 0,
        Motion::TextEnd => text.len(),
    };
    (CaretPlace::at(to), None)
}

/// The next stop to the left (-1) or right (+1); rows are walked through in reading order of the field, so that
/// every cluster is visited once from one end of the text to the other.
fn beside(text: &str, layout: &Layout, caret: CaretPlace, step: isize) -> CaretPlace {
    let spot = layout.spot_of(caret.byte, caret.affinity);
    let stops = layout.stops(&layout.placed(text, spot));
    let beside = stop_index(&stops, caret).checked_add_signed(step);
    // The end of a row that goes on in the next one is not on the way: that byte is visited there.
    let on_way = |stop: &&Stop| !stop.is_upstream();
    if let Some(stop) = beside.and_then(|index| stops.get(index)).filter(on_way) {
        return stop.place;
    }
    let forward = (step < 0) == (layout.style.base == Direction::Rtl);
    let Some(other) = spot
        .row
        .checked_add_signed(if forward { 1 } else { -1 })
        .and_then(|row| layout.spot_at(row))
    else {
        return caret;
    };
    let stops = layout.stops(&layout.placed(text, other));
    let mut on_way = stops.iter().filter(on_way);
    let entry = if step < 0 {
        on_way.next_back()
    } else {
        on_way.next()
    };
    entry.map_or(caret, |stop| stop.place)
}

/// The bytes of the stops of a row in logical order.
fn stop_bytes(text: &str, layout: &Layout, row: usize) -> Vec<usize> {
    let Some(spot) = layout.spot_at(row) else {
        return Vec::new();
    };
    let stops = layout.stops(&layout.placed(text, spot));
    let own = stops.iter().filter(|stop| !stop.is_upstream());
    let mut bytes: Vec<usize> = own.map(|stop| stop.place.byte).collect();
    bytes.sort_unstable();
    bytes
}

fn row_end(text: &str, layout: &Layout, caret: CaretPlace) -> CaretPlace {
    let spot = layout.spot_of(caret.byte, caret.affinity);
    let stops = layout.stops(&layout.placed(text, spot));
    let last = stops.iter().max_by_key(|stop| stop.place.byte);
    last.map_or(caret, |stop| stop.place)
}

fn next_cluster(text: &str, layout: &Layout, caret_byte: usize) -> usize {
    let row = layout.spot_of(caret_byte, Affinity::Downstream).row;
    let stops = stop_bytes(text, layout, row);
    if let Some(&byte) = stops.iter().find(|&&byte| byte > caret_byte) {
        return byte;
    }
    layout.spot_at(row + 1).map_or(caret_byte, |next| next.start_byte)
}

fn previous_cluster(text: &str, layout: &Layout, caret_byte: usize) -> usize {
    let row = layout.spot_of(caret_byte, Affinity::Downstream).row;
    let stops = stop_bytes(text, layout, row);
    if let Some(&byte) = stops.iter().rev().find(|&&byte| byte < caret_byte) {
        return byte;
    }
    let before = row.checked_sub(1).map(|row| stop_bytes(text, layout, row));
    before
        .and_then(|stops| stops.last().copied())
        .unwrap_or(caret_byte)
}

/// `rows` down (or up, if negative), as near to the goal column as the row allows. From the first row up and from
/// the last row down the caret stays where it is.
fn vertically(
    text: &str,
    layout: &Layout,
    caret: CaretPlace,
    goal_column: Option<usize>,
    rows: isize,
) -> (CaretPlace, Option<usize>) {
    let spot = layout.spot_of(caret.byte, caret.affinity);
    let goal = goal_column.or_else(|| {
        let here = layout.stops(&layout.placed(text, spot));
        here.get(stop_index(&here, caret)).map(|stop| stop.column)
    });
    let Some(goal) = goal else {
        return (caret, None);
    };
    let last = layout.total().saturating_sub(1);
    let target = spot.row.saturating_add_signed(rows).min(last);
    let Some(target) = layout.spot_at(target).filter(|target| target.row != spot.row) else {
        return (caret, Some(goal));
    };
    let stops = layout.stops(&layout.placed(text, target));
    let place = nearest(&stops, goal).map_or(caret, |index| stops[index].place);
    (place, Some(goal))
}

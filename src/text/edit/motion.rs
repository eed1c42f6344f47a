//! Where the caret goes: the movements and how each finds its place.
//! It does not know how text is changed, or what a selection is for.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::super::style::Direction;
use super::layout::{Layout, PlacedLine, Stop};

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
    /// To the end of the row; of a row that is wrapped, before its last cluster.
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

/// Where the caret goes from `caret_byte`, and the column that further vertical movements aim at.
pub(super) fn moved(
    text: &str,
    layout: &Layout,
    caret_byte: usize,
    goal_column: Option<usize>,
    motion: Motion,
) -> (usize, Option<usize>) {
    let to_left_is_forward = layout.style.base == Direction::Rtl;
    let page = layout.height.saturating_sub(1).max(1) as isize;
    let to = match motion {
        Motion::Left => beside(layout, caret_byte, -1),
        Motion::Right => beside(layout, caret_byte, 1),
        Motion::Forward => next_cluster(layout, caret_byte),
        Motion::Backward => previous_cluster(layout, caret_byte),
        Motion::Up => return vertically(layout, caret_byte, goal_column, -1),
        Motion::Down => return vertically(layout, caret_byte, goal_column, 1),
        Motion::PageUp => return vertically(layout, caret_byte, goal_column, -page),
        Motion::PageDown => return vertically(layout, caret_byte, goal_column, page),
        Motion::WordLeft if to_left_is_forward => next_word(text, caret_byte),
        Motion::WordRight if !to_left_is_forward => next_word(text, caret_byte),
        Motion::WordForward => next_word(text, caret_byte),
        Motion::WordLeft | Motion::WordRight | Motion::WordBackward => previous_word(text, caret_byte),
        Motion::LineStart => row_stops(layout, caret_byte)
            .first()
            .map_or(caret_byte, |stop| stop.0),
        Motion::LineEnd => row_stops(layout, caret_byte)
            .last()
            .map_or(caret_byte, |stop| stop.0),
        Motion::ParagraphBackward => {
            let before = &text[..caret_byte];
            before
                .strip_suffix('\n')
                .unwrap_or(before)
                .rfind('\n')
                .map_or(0, |at| at + 1)
        }
        Motion::ParagraphForward => text[caret_byte..]
            .find('\n')
            .map_or(text.len(), |at| caret_byte + at + 1),
        Motion::TextStart => 0,
        Motion::TextEnd => text.len(),
    };
    (to, None)
}

/// The next stop to the left (-1) or right (+1); rows are walked through in reading order of the field, so that
/// every stop is visited once from one end of the text to the other.
fn beside(layout: &Layout, caret_byte: usize, step: isize) -> usize {
    let row = layout.row_of(caret_byte);
    let Some(placed) = layout.line_at(row) else {
        return caret_byte;
    };
    let stops = layout.stops(&placed);
    let index = Layout::stop_index(&stops, caret_byte - placed.paragraph_byte);
    if let Some(stop) = index.checked_add_signed(step).and_then(|index| stops.get(index)) {
        return placed.paragraph_byte + stop.byte;
    }
    let forward = (step < 0) == (layout.style.base == Direction::Rtl);
    let Some(other) = row
        .checked_add_signed(if forward { 1 } else { -1 })
        .and_then(|row| layout.line_at(row))
    else {
        return caret_byte;
    };
    let stops = layout.stops(&other);
    let entry = if step < 0 { stops.last() } else { stops.first() };
    entry.map_or(caret_byte, |stop| other.paragraph_byte + stop.byte)
}

/// The stops of the caret's row in logical order, as bytes of the text and indices from left to right.
fn row_stops(layout: &Layout, caret_byte: usize) -> Vec<(usize, usize)> {
    let Some(placed) = layout.line_at(layout.row_of(caret_byte)) else {
        return Vec::new();
    };
    in_reading_order(layout, &placed)
}

fn in_reading_order(layout: &Layout, placed: &PlacedLine<'_>) -> Vec<(usize, usize)> {
    let stops = layout.stops(placed);
    let mut bytes: Vec<(usize, usize)> = stops
        .iter()
        .enumerate()
        .map(|(index, stop)| (placed.paragraph_byte + stop.byte, index))
        .collect();
    bytes.sort_unstable();
    bytes
}

fn next_cluster(layout: &Layout, caret_byte: usize) -> usize {
    let stops = row_stops(layout, caret_byte);
    if let Some(&(byte, _)) = stops.iter().find(|&&(byte, _)| byte > caret_byte) {
        return byte;
    }
    let next = layout.line_at(layout.row_of(caret_byte) + 1);
    next.map_or(caret_byte, |placed| {
        placed.paragraph_byte + placed.line.range_byte.start
    })
}

fn previous_cluster(layout: &Layout, caret_byte: usize) -> usize {
    let stops = row_stops(layout, caret_byte);
    if let Some(&(byte, _)) = stops.iter().rev().find(|&&(byte, _)| byte < caret_byte) {
        return byte;
    }
    let before = layout
        .row_of(caret_byte)
        .checked_sub(1)
        .and_then(|row| layout.line_at(row));
    let last = before.and_then(|placed| in_reading_order(layout, &placed).last().copied());
    last.map_or(caret_byte, |(byte, _)| byte)
}

/// `rows` down (or up, if negative), as near to the goal column as the row allows. From the first row up and from
/// the last row down the caret stays where it is.
fn vertically(
    layout: &Layout,
    caret_byte: usize,
    goal_column: Option<usize>,
    rows: isize,
) -> (usize, Option<usize>) {
    let row = layout.row_of(caret_byte);
    let Some(placed) = layout.line_at(row) else {
        return (caret_byte, None);
    };
    let here = layout.stops(&placed);
    let own = here
        .get(Layout::stop_index(&here, caret_byte - placed.paragraph_byte))
        .map(|stop| stop.column);
    let Some(goal) = goal_column.or(own) else {
        return (caret_byte, None);
    };
    let last = layout.total().saturating_sub(1);
    let target = row.saturating_add_signed(rows).min(last);
    if target == row {
        return (caret_byte, Some(goal));
    }
    let Some(placed) = layout.line_at(target) else {
        return (caret_byte, Some(goal));
    };
    let stops = layout.stops(&placed);
    let nearest = stops.iter().min_by_key(|stop| distance(stop, goal));
    (
        nearest.map_or(caret_byte, |stop| placed.paragraph_byte + stop.byte),
        Some(goal),
    )
}

pub(super) fn distance(stop: &Stop, column: usize) -> usize {
    let last = stop.column + usize::from(stop.columns) - 1;
    stop.column.saturating_sub(column) + column.saturating_sub(last)
}

/// The beginning of the next word after `byte` (UAX #29), at most the end of the paragraph, or past its line break.
pub(super) fn next_word(text: &str, byte: usize) -> usize {
    let end = text[byte..].find('\n').map_or(text.len(), |at| byte + at);
    if end == byte {
        return (byte + 1).min(text.len());
    }
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    let words = words_of(&text[start..end]);
    words.map(|at| start + at).find(|&at| at > byte).unwrap_or(end)
}

/// The beginning of the word before `byte`, at least the start of the paragraph, or past the line break before it.
pub(super) fn previous_word(text: &str, byte: usize) -> usize {
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    if start == byte {
        return byte.saturating_sub(1);
    }
    let end = text[byte..].find('\n').map_or(text.len(), |at| byte + at);
    words_of(&text[start..end])
        .map(|at| start + at)
        .take_while(|&at| at < byte)
        .last()
        .unwrap_or(start)
}

/// Where the words of a paragraph begin.
fn words_of(paragraph: &str) -> impl Iterator<Item = usize> + '_ {
    paragraph
        .split_word_bound_indices()
        .filter(|(_, word)| word.contains(char::is_alphanumeric))
        .map(|(at, _)| at)
}

/// The first grapheme boundary at `byte` or after it.
pub(super) fn boundary_from(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte += 1;
    }
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => next_boundary(text, byte),
        _ => byte,
    }
}

/// The next grapheme boundary after `byte`.
pub(super) fn next_boundary(text: &str, byte: usize) -> usize {
    GraphemeCursor::new(byte, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// The grapheme boundary before `byte`.
pub(super) fn previous_boundary(text: &str, byte: usize) -> usize {
    GraphemeCursor::new(byte, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

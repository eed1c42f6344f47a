//! Rows for a terminal that orders every piece of one style from left to right, for itself and in its own columns
//! (QTerminal): within a piece, words are stored so that they are shown as painted, and the blanks between them are made
//! pieces of their own by a style that is not seen on a blank. Does not know QTerminal's setting, with which none of
//! this is needed.

use super::inverse::{Stored, WantedRow};
use super::row::{Scratch, Unit, is_rule, mirrored};
use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use std::ops::Range;
use unicode_bidi::{BidiClass, Level};

/// Rewrites a row; `columns` gets the new column of every old one.
/// The cell under the caret is painted as a piece of its own.
pub(super) fn rewrite(row: &mut [Cell], caret: Option<u16>, columns: &mut [u16], scratch: &mut Scratch) {
    if !scratch.read(row) {
        return;
    }
    let mut order: Vec<usize> = (0..scratch.units.len()).collect();
    let mut start = 0;
    while start < order.len() {
        let end = start + word_length(row, caret, &scratch.units[start..]);
        if scratch.units[start..end].iter().any(|unit| unit.turns()) {
            write_word(row, start..end, &mut order, scratch);
            part(row, start.checked_sub(1), start, scratch);
            part(row, Some(end), start, scratch);
        }
        start = end;
    }
    scratch.arrange(row, &order, columns);
}

/// How many units from the first on belong to one word of one piece: neither blanks nor rules between them.
fn word_length(row: &[Cell], caret: Option<u16>, units: &[Unit]) -> usize {
    let caret = caret.map(usize::from);
    let stands_alone = |unit: &Unit| unit.base == ' ' || is_rule(unit.base) || Some(unit.column) == caret;
    let first = units[0];
    if stands_alone(&first) {
        return 1;
    }
    let style = |unit: &Unit| row[unit.column].style();
    (units.iter())
        .take_while(|unit| {
            !stands_alone(unit) && unit.columns == first.columns && style(unit) == style(&first)
        })
        .count()
}

/// Stores a word so that it is shown as painted. Where a number touches a letter that reads after it («۱۲ام»), no order
/// does, and the number is made a piece of its own by its weight.
fn write_word(row: &mut [Cell], word: Range<usize>, order: &mut [usize], scratch: &mut Scratch) {
    if let Some(stored) = solve(word.clone(), scratch) {
        write(row, word, &stored, order, scratch);
        return;
    }
    let mut start = word.start;
    while start < word.end {
        let number = is_number(&scratch.units[start]);
        let same = |unit: &&Unit| is_number(unit) == number;
        let length = scratch.units[start..word.end].iter().take_while(same).count();
        let piece = start..start + length;
        if number {
            for unit in &scratch.units[piece.clone()] {
                row[unit.column].modifier.toggle(Modifier::BOLD);
            }
        }
        if let Some(stored) = solve(piece.clone(), scratch) {
            write(row, piece, &stored, order, scratch);
        }
        start += length;
    }
}

fn is_number(unit: &Unit) -> bool {
    matches!(unit.class, BidiClass::EN | BidiClass::AN)
}

fn solve(word: Range<usize>, scratch: &mut Scratch) -> Option<Stored> {
    let units = &scratch.units[word];
    let symbols: Vec<char> = units.iter().map(|unit| unit.base).collect();
    let classes: Vec<BidiClass> = units.iter().map(|unit| unit.class).collect();
    let wanted = WantedRow {
        symbols: &symbols,
        classes: &classes,
        direction: Some(Level::ltr()),
    };
    wanted.solve(Level::ltr(), &mut scratch.logical)
}

fn write(row: &mut [Cell], word: Range<usize>, stored: &Stored, order: &mut [usize], scratch: &mut Scratch) {
    for (slot, &place) in order[word.clone()].iter_mut().zip(&stored.order) {
        *slot = word.start + place;
    }
    for (at, _) in word.zip(&stored.mirrored).filter(|(_, mirrored)| **mirrored) {
        let unit = scratch.units[at];
        let twin = mirrored(unit.base);
        if twin != unit.base {
            scratch.set_base(&mut row[unit.column], twin);
        }
    }
}

/// Makes the blank at `blank`, next to a word that begins at `word`, a piece of its own, so that the word is painted from
/// its own column on: whether a blank is slanted cannot be seen.
fn part(row: &mut [Cell], blank: Option<usize>, word: usize, scratch: &Scratch) {
    let unit = blank.and_then(|at| scratch.units.get(at));
    if let Some(blank) = unit.filter(|unit| unit.base == ' ') {
        let slanted = row[scratch.units[word].column]
            .modifier
            .contains(Modifier::ITALIC);
        row[blank.column].modifier.set(Modifier::ITALIC, !slanted);
    }
}

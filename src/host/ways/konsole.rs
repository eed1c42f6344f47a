//! Rows for a terminal that orders the whole row from left to right, marks without width included, and shapes every
//! word anew, presentation forms too (Konsole where its switch does not reach it): right-to-left words stand in reading
//! order, each closed by a mark, and a joiner keeps apart what would be joined and shall not. Does not know the switch,
//! with which none of this is needed.

use super::row::{Scratch, Unit};
use crate::text::{Direction, LineStyle, letters_of_forms, line};
use ratatui::buffer::Cell;
use unicode_bidi::BidiClass;

/// LEFT-TO-RIGHT MARK.
const LRM: char = '\u{200E}';
/// ZERO WIDTH NON-JOINER.
const ZWNJ: char = '\u{200C}';

/// Rewrites a row; `columns` gets the new column of every old one.
pub(super) fn rewrite(row: &mut [Cell], columns: &mut [u16], scratch: &mut Scratch) {
    if !scratch.read(row) {
        return;
    }
    let mut order: Vec<usize> = (0..scratch.units.len()).collect();
    let mut start = 0;
    while start < order.len() {
        let kind = scratch.units[start].class;
        let end = start + run_length(&scratch.units[start..]);
        if scratch.units[start].turns() {
            if kind != BidiClass::AN {
                order[start..end].reverse();
                part(row, &order[start..end], scratch);
            }
            close(row, &order, end, scratch);
        }
        start = end;
    }
    scratch.arrange(row, &order, columns);
}

/// How many units from the first on are one word of letters, one Arabic number, or a single other symbol.
fn run_length(units: &[Unit]) -> usize {
    let first = units[0];
    let goes_on = |unit: &&Unit| match first.is_rtl_letter() {
        true => unit.is_rtl_letter(),
        false => unit.class == first.class,
    };
    match first.turns() {
        true => units.iter().take_while(goes_on).count(),
        false => 1,
    }
}

/// Closes the run that ends before `end`, so that it does not take what follows with it: with a mark on the blank after
/// it, or on its own last cell where something else touches it.
fn close(row: &mut [Cell], order: &[usize], end: usize, scratch: &mut Scratch) {
    let Some(next) = scratch.units.get(end).copied() else {
        return;
    };
    let column = match next.class {
        BidiClass::WS => next.column,
        _ => scratch.units[order[end - 1]].column,
    };
    scratch.attach(&mut row[column], LRM);
}

/// Puts a ZWNJ after every letter of a word in reading order that would join the next one if it were shaped anew, but
/// does not. The letters are shaped by the text room until they come out as wanted.
fn part(row: &mut [Cell], word: &[usize], scratch: &mut Scratch) {
    let style = LineStyle {
        base: Direction::Rtl,
        ..LineStyle::default()
    };
    let columns: Vec<usize> = word.iter().map(|&at| scratch.units[at].column).collect();
    let mut parted = vec![false; columns.len()];
    loop {
        let mut letters = String::new();
        for (&column, &parted) in columns.iter().zip(&parted) {
            letters.push_str(&letters_of_forms(row[column].symbol()));
            letters.extend(parted.then_some(ZWNJ));
        }
        let laid = line(&letters, &style);
        let shaped = laid.cells.iter().rev().map(|cell| cell.symbol.as_str());
        let wanted = columns.iter().map(|&column| row[column].symbol());
        let differs = wanted.zip(shaped).position(|(wanted, shaped)| wanted != shaped);
        match differs {
            Some(at) if !parted[at] => parted[at] = true,
            _ => break,
        }
    }
    for (&column, _) in columns.iter().zip(&parted).filter(|(_, parted)| **parted) {
        scratch.attach(&mut row[column], ZWNJ);
    }
}

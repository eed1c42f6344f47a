//! Rows whose right-to-left words stand in reading order, each closed by a mark without width, for terminals that turn
//! such words round and lay everything else from left to right. Does not know Konsole's switch, with which none of this
//! is needed.

use super::row::{Scratch, Unit, is_rule};
use crate::text::{Direction, LineStyle, letters_of_forms, line};
use ratatui::buffer::Cell;
use unicode_bidi::BidiClass;

/// LEFT-TO-RIGHT MARK.
const LRM: char = '\u{200E}';
/// ZERO WIDTH NON-JOINER.
const ZWNJ: char = '\u{200C}';
/// COMBINING GRAPHEME JOINER: a sign without a picture.
const CGJ: char = '\u{034F}';

/// What a terminal does with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Painter {
    /// Orders the whole row, marks without width included, and shapes every word anew, presentation forms too
    /// (Konsole). What it would join and shall not is kept apart by a joiner.
    Row,
    /// Orders each piece of one style alone, and takes a cell with a sign on it for a piece of its own (QTerminal).
    Pieces,
}

/// Rewrites a row; `columns` gets the new column of every old one.
pub(super) fn rewrite(row: &mut [Cell], painter: Painter, columns: &mut [u16], scratch: &mut Scratch) {
    if !scratch.read(row) {
        return;
    }
    let mut order: Vec<usize> = (0..scratch.units.len()).collect();
    let mut start = 0;
    while start < order.len() {
        let kind = scratch.units[start].class;
        let end = start + run_length(row, painter, &scratch.units[start..]);
        if scratch.units[start].turns() {
            if kind != BidiClass::AN {
                order[start..end].reverse();
                if painter == Painter::Row {
                    part(row, &order[start..end], scratch);
                }
            }
            close(row, painter, &order, end, scratch);
        }
        start = end;
    }
    scratch.arrange(row, &order, columns);
}

/// How many units from the first on are one word of letters, one Arabic number, or a single other symbol. Where pieces
/// are ordered alone, a word ends where its piece does.
fn run_length(row: &[Cell], painter: Painter, units: &[Unit]) -> usize {
    let first = units[0];
    if !first.turns() {
        return 1;
    }
    let goes_on = |unit: &&Unit| {
        let same_kind = match first.is_rtl_letter() {
            true => unit.is_rtl_letter(),
            false => unit.class == first.class,
        };
        same_kind && (painter == Painter::Row || is_one_piece(row, unit, &first))
    };
    units.iter().take_while(goes_on).count()
}

/// Whether two units next to each other are painted as one piece: in one style, and both without signs.
fn is_one_piece(row: &[Cell], a: &Unit, b: &Unit) -> bool {
    let (a, b) = (&row[a.column], &row[b.column]);
    let has_sign = |cell: &Cell| cell.symbol().chars().nth(1).is_some();
    a.style() == b.style() && has_sign(a) == has_sign(b)
}

/// Closes the run that ends before `end`, so that it does not take what follows with it.
fn close(row: &mut [Cell], painter: Painter, order: &[usize], end: usize, scratch: &mut Scratch) {
    let Some(next) = scratch.units.get(end).copied() else {
        return;
    };
    let last = scratch.units[order[end - 1]];
    match (painter, next.class) {
        (Painter::Row, BidiClass::WS) => scratch.attach(&mut row[next.column], LRM),
        (Painter::Row, _) => scratch.attach(&mut row[last.column], LRM),
        (Painter::Pieces, _) if is_rule(next.base) || !is_one_piece(row, &last, &next) => {}
        (Painter::Pieces, _) => scratch.attach(&mut row[next.column], CGJ),
    }
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

//! Rows for terminals that order text from left to right by the bidirectional algorithm and leave shapes alone (VTE and
//! xterm.js behind a multiplexer, and whatever is not known): marks without width keep every letter in its place. No
//! cell moves. Does not know which terminal it is.

use super::row::Scratch;
use ratatui::buffer::Cell;

/// LEFT-TO-RIGHT MARK.
const LRM: char = '\u{200E}';
/// LEFT-TO-RIGHT OVERRIDE.
const LRO: char = '\u{202D}';

/// Puts a mark after every right-to-left letter, so that no two of them make a run that could be turned round, and
/// one into the first cell, so that the row's direction is left to right where the terminal takes it from the text.
/// Holds in every piece of the row for itself, as for renderers that order each piece of one style alone.
pub(super) fn mark(row: &mut [Cell], scratch: &mut Scratch) {
    if !scratch.read(row) {
        return;
    }
    for at in 0..scratch.units.len() {
        let unit = scratch.units[at];
        if unit.turns() || at == 0 {
            scratch.attach(&mut row[unit.column], LRM);
        }
    }
}

/// Puts an override into the first cell of a row that needs it: three bytes for all of it, where the terminal orders
/// the row as a whole. It needs a cell before it to live in, so it follows the first symbol.
pub(super) fn override_order(row: &mut [Cell], scratch: &mut Scratch) {
    if scratch.read(row) {
        scratch.attach(&mut row[0], LRO);
    }
}

//! Rows for kitty, which leaves cells in their places but draws each run of text in one font as a whole, a run that
//! begins in an Arabic letter or digit from right to left: such a run is stored backwards. Colours belong to the place
//! and stay. Does not know whether `force_ltr` is set, which makes all of this needless.

use super::row::{Scratch, is_rule, mirrored};
use icu_properties::CodePointMapData;
use icu_properties::props::Script;
use ratatui::buffer::Cell;
use ratatui::style::Modifier;

/// Where the letters of Arabic script come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    /// The font that has the Latin letters too: what stands between two blanks is one run.
    Same,
    /// Another one: every stretch of Arabic script is a run of its own.
    Other,
}

/// Rewrites a row. Cells keep their columns and their colours, so the caret does as well.
pub(super) fn rewrite(row: &mut [Cell], font: Font, scratch: &mut Scratch) {
    scratch.read(row);
    let mut start = 0;
    while start < scratch.units.len() {
        let end = start + run_length(row, start, font, scratch);
        match font {
            Font::Same => write_run(row, start, end, scratch),
            Font::Other if first_direction(start..end, scratch) == Some(RunDirection::Rtl) => {
                reverse(row, start, end, scratch);
            }
            Font::Other => {}
        }
        start = end;
    }
}

/// The way a script is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RunDirection {
    Ltr,
    Rtl,
}

/// How many units from `start` on are drawn as one run.
fn run_length(row: &[Cell], start: usize, font: Font, scratch: &Scratch) -> usize {
    let units = &scratch.units[start..];
    let face = |at: usize| row[scratch.units[start + at].column].modifier & FACE;
    let in_run = |c: char| match font {
        Font::Same => !is_drawn_alone(c),
        Font::Other => is_arabic(c),
    };
    if !in_run(units[0].base) {
        return 1;
    }
    (0..units.len())
        .take_while(|&at| in_run(units[at].base) && face(at) == face(0))
        .count()
}

/// What chooses another font.
const FACE: Modifier = Modifier::BOLD.union(Modifier::ITALIC);

/// Stores what stands between two blanks. The run is drawn in the direction of its first letter, so the first letter
/// as stored must agree. Where a Latin word touches a Persian one at its right («ها» after `PDF`), no order does, and
/// the Latin one is parted from it by its weight.
fn write_run(row: &mut [Cell], start: usize, end: usize, scratch: &mut Scratch) {
    let directions = |at: &usize| direction(scratch.units[*at].base);
    let first = (start..end).find_map(|at| directions(&at));
    let last = (start..end).rev().find_map(|at| directions(&at));
    match (first, last) {
        (_, Some(RunDirection::Rtl)) => reverse(row, start, end, scratch),
        (Some(RunDirection::Rtl), Some(RunDirection::Ltr)) => {
            let is_rtl = |at: &usize| directions(at) == Some(RunDirection::Rtl);
            let parting = (start..end).rev().find(is_rtl).map_or(start, |at| at + 1);
            reverse(row, start, parting, scratch);
            for unit in &scratch.units[parting..end] {
                row[unit.column].modifier.toggle(Modifier::BOLD);
            }
        }
        _ => {}
    }
}

/// Stores a run backwards, brackets turned; only symbols move.
fn reverse(row: &mut [Cell], start: usize, end: usize, scratch: &mut Scratch) {
    let Some(first) = scratch.units.get(start).filter(|_| start < end) else {
        return;
    };
    let mut to = first.column;
    scratch.cells.clear();
    scratch.cells.extend_from_slice(row);
    for at in (start..end).rev() {
        let unit = scratch.units[at];
        for offset in 0..unit.columns {
            row[to + offset].set_symbol(scratch.cells[unit.column + offset].symbol());
        }
        let twin = mirrored(unit.base);
        if twin != unit.base {
            scratch.set_base(&mut row[to], twin);
        }
        to += unit.columns;
    }
}

/// The direction of the first letter or digit of a script in a range of units.
fn first_direction(mut units: std::ops::Range<usize>, scratch: &Scratch) -> Option<RunDirection> {
    units.find_map(|at| direction(scratch.units[at].base))
}

/// The direction of a character's script; none for what belongs to no script.
fn direction(c: char) -> Option<RunDirection> {
    match CodePointMapData::<Script>::new().get(c) {
        Script::Common | Script::Inherited | Script::Unknown => None,
        Script::Arabic | Script::Hebrew | Script::Syriac | Script::Thaana | Script::Nko => {
            Some(RunDirection::Rtl)
        }
        _ => Some(RunDirection::Ltr),
    }
}

/// Blanks, and what kitty draws itself: rules, blocks, Braille, Powerline.
fn is_drawn_alone(c: char) -> bool {
    c == ' ' || is_rule(c) || matches!(c, '\u{2800}'..='\u{28FF}' | '\u{E0B0}'..='\u{E0BF}')
}

/// What a font without Arabic lacks.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

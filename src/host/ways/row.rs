//! A painted row as symbols in their columns, what the bidirectional algorithm takes each for, and how they are put in
//! another order. Does not know any terminal.

use icu_properties::CodePointMapData;
use icu_properties::props::BidiMirroringGlyph;
use ratatui::buffer::{Cell, CellWidth};
use unicode_bidi::{BidiClass, bidi_class};

/// One symbol of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// The first scalar of the symbol; signs on it do not count.
    pub base: char,
    /// Its bidirectional class.
    pub class: BidiClass,
    /// Its first column.
    pub column: usize,
    /// How many columns it fills, 1 or more.
    pub columns: usize,
}

impl Unit {
    /// A letter that is written from right to left.
    pub fn is_rtl_letter(self) -> bool {
        matches!(self.class, BidiClass::R | BidiClass::AL)
    }

    /// Something that a terminal which orders text itself would turn round: right-to-left letters and Arabic numbers.
    pub fn turns(self) -> bool {
        self.is_rtl_letter() || self.class == BidiClass::AN
    }
}

/// What the ways work with, kept from row to row so that it is not allocated anew.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    pub units: Vec<Unit>,
    pub cells: Vec<Cell>,
    pub symbol: String,
    pub logical: String,
}

impl Scratch {
    /// Reads a row into `units`. False where nothing in it could be turned round, so that every way leaves it alone.
    pub fn read(&mut self, row: &[Cell]) -> bool {
        self.units.clear();
        let mut column = 0;
        while column < row.len() {
            let base = row[column].symbol().chars().next().unwrap_or(' ');
            let columns = usize::from(row[column].cell_width()).clamp(1, row.len() - column);
            self.units.push(Unit {
                base,
                class: class_of(base),
                column,
                columns,
            });
            column += columns;
        }
        self.units.iter().any(|unit| unit.turns())
    }

    /// Puts the units of `row` in another order, styles and signs with them: the first of `order` goes to the left
    /// edge. `columns` gets the new column of every old one.
    pub fn arrange(&mut self, row: &mut [Cell], order: &[usize], columns: &mut [u16]) {
        self.cells.clear();
        self.cells.extend_from_slice(row);
        let mut to = 0;
        for unit in order.iter().map(|&at| self.units[at]) {
            for offset in 0..unit.columns {
                row[to + offset].clone_from(&self.cells[unit.column + offset]);
                columns[unit.column + offset] = column_number(to + offset);
            }
            to += unit.columns;
        }
    }

    /// Adds a scalar without width to a symbol.
    pub fn attach(&mut self, cell: &mut Cell, mark: char) {
        self.symbol.clear();
        self.symbol.push_str(cell.symbol());
        self.symbol.push(mark);
        cell.set_symbol(&self.symbol);
    }

    /// Replaces the first scalar of a symbol; signs on it stay.
    pub fn set_base(&mut self, cell: &mut Cell, base: char) {
        self.symbol.clear();
        self.symbol.push(base);
        self.symbol.extend(cell.symbol().chars().skip(1));
        cell.set_symbol(&self.symbol);
    }
}

/// A column of a row; rows of terminals are never longer than a `u16`.
pub(super) fn column_number(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// The bidirectional class, the quick way for what fills most cells.
pub(super) fn class_of(c: char) -> BidiClass {
    match c {
        ' ' => BidiClass::WS,
        'a'..='z' | 'A'..='Z' => BidiClass::L,
        '0'..='9' | '۰'..='۹' => BidiClass::EN,
        '\u{2500}'..='\u{259F}' => BidiClass::ON,
        '\u{FE80}'..='\u{FEFC}' => BidiClass::AL,
        _ => bidi_class(c),
    }
}

/// The character that is drawn for `c` from right to left: a bracket is its twin, most are themselves.
pub(super) fn mirrored(c: char) -> char {
    if c.is_ascii_alphanumeric() || matches!(c, ' ' | '\u{FB50}'..='\u{FDFC}' | '\u{FE70}'..='\u{FEFF}') {
        return c;
    }
    CodePointMapData::<BidiMirroringGlyph>::new()
        .get(c)
        .mirroring_glyph
        .unwrap_or(c)
}

/// Box drawing and block characters, which draw the borders.
pub(super) fn is_rule(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259F}')
}

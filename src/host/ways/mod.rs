//! The last rewriting of a painted row for the terminal that shows it. Screens are painted as they shall be seen: cells
//! from left to right, letters in their forms. Terminals that leave text alone get that; the others get a row that they
//! themselves turn into it. Does not know which terminal it is, nor what is painted.
//!
//! # Invariant
//! What a terminal makes of a rewritten row is the painted row, symbol for symbol and style for style. The tests hold
//! a model of each terminal's own ordering and run it over rewritten rows.

mod inverse;
mod kitty;
mod konsole;
mod marks;
mod putty;
mod qterminal;
mod row;
#[cfg(test)]
mod shown;
#[cfg(test)]
mod tests;

use ratatui::buffer::{Buffer, Cell};
use row::{Scratch, column_number};
use std::fmt;
use std::str::FromStr;

/// How rows are sent so that they read right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// As painted: the terminal leaves text alone.
    #[default]
    App,
    /// With a mark after every right-to-left letter: right wherever text is left alone, and wherever it is ordered
    /// from left to right without new shapes.
    Marks,
    /// With one override a row: as [`Way::Marks`] in few bytes, where the terminal orders a row as a whole.
    Override,
    /// So that PuTTY's ordering of the whole row gives the painted one.
    Putty,
    /// Words in reading order, closed by marks: Konsole where its switch does not reach it.
    Konsole,
    /// Words in reading order, parted by the style of the blanks between them: QTerminal.
    QTerminal,
    /// What stands between blanks turned round: kitty with a font that has Latin and Arabic letters.
    Kitty,
    /// Stretches of Arabic script turned round: kitty whose Arabic letters come from another font.
    KittyFonts,
    /// As painted, and what is painted is logical text: for screen readers, and terminals that do everything.
    Terminal,
}

/// A name that no way has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no way of sending text has this name")]
pub struct NoSuchWay;

impl Way {
    /// All ways.
    pub const ALL: [Way; 9] = [
        Way::App,
        Way::Marks,
        Way::Override,
        Way::Putty,
        Way::Konsole,
        Way::QTerminal,
        Way::Kitty,
        Way::KittyFonts,
        Way::Terminal,
    ];

    /// Its name on the command line and in the file of remembered terminals.
    pub const fn name(self) -> &'static str {
        match self {
            Way::App => "app",
            Way::Marks => "marks",
            Way::Override => "override",
            Way::Putty => "putty",
            Way::Konsole => "konsole",
            Way::QTerminal => "qterminal",
            Way::Kitty => "kitty",
            Way::KittyFonts => "kitty-fonts",
            Way::Terminal => "terminal",
        }
    }

    /// Whether it wants a terminal that leaves the order of cells alone, or that can be told to.
    pub const fn wants_silence(self) -> bool {
        matches!(self, Way::App | Way::Marks | Way::Override)
    }

    fn rewrite(self, row: &mut [Cell], caret: Option<u16>, columns: &mut [u16], scratch: &mut Scratch) {
        match self {
            Way::App | Way::Terminal => {}
            Way::Marks => marks::mark(row, scratch),
            Way::Override => marks::override_order(row, scratch),
            Way::Putty => putty::rewrite(row, columns, scratch),
            Way::Konsole => konsole::rewrite(row, columns, scratch),
            Way::QTerminal => qterminal::rewrite(row, caret, columns, scratch),
            Way::Kitty => kitty::rewrite(row, kitty::Font::Same, scratch),
            Way::KittyFonts => kitty::rewrite(row, kitty::Font::Other, scratch),
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Way {
    type Err = NoSuchWay;

    fn from_str(name: &str) -> Result<Way, NoSuchWay> {
        Way::ALL
            .into_iter()
            .find(|way| way.name() == name)
            .ok_or(NoSuchWay)
    }
}

/// Rewrites whole screens and remembers the last one, so that only rows that changed are worked on.
#[derive(Debug, Default)]
pub struct Rewriter {
    rows: Vec<SentRow>,
    scratch: Scratch,
}

/// A row as it was painted last, and what was sent for it.
#[derive(Debug, Default)]
struct SentRow {
    way: Way,
    painted: Vec<Cell>,
    caret: Option<u16>,
    sent: Vec<Cell>,
    /// For each painted column the one that is sent.
    columns: Vec<u16>,
}

impl Rewriter {
    /// Rewrites a painted screen in place, every row by `way` but those that `own` names with another. Returns where
    /// the caret is to be put, in the terminal's columns and rows, so that it is seen on its painted cell.
    pub fn rewrite(
        &mut self,
        buffer: &mut Buffer,
        caret: Option<(u16, u16)>,
        way: Way,
        own: &[(u16, Way)],
    ) -> Option<(u16, u16)> {
        let width = usize::from(buffer.area.width).max(1);
        let height = usize::from(buffer.area.height);
        self.rows.resize_with(height, SentRow::default);
        for ((cells, row), y) in buffer.content.chunks_mut(width).zip(&mut self.rows).zip(0..) {
            let way = own.iter().find(|(own, _)| *own == y).map_or(way, |(_, way)| *way);
            let caret = caret.filter(|(_, caret_y)| *caret_y == y).map(|(x, _)| x);
            row.rewrite(cells, caret, way, &mut self.scratch);
        }
        caret.map(|(x, y)| {
            let row = self.rows.get(usize::from(y));
            let sent = row.and_then(|row| row.columns.get(usize::from(x)));
            (sent.copied().unwrap_or(x), y)
        })
    }
}

impl Rewriter {
    /// The painted column that the terminal means when it reports the mouse at a column of a row. PuTTY counts columns
    /// as they were sent, all others as they are seen (found by clicks in PuTTY 0.78, Konsole 22.12, kitty 0.26, xterm).
    pub fn painted_column(&self, x: u16, y: u16) -> u16 {
        let row = self.rows.get(usize::from(y)).filter(|row| row.way == Way::Putty);
        let painted = row.and_then(|row| row.columns.iter().position(|sent| *sent == x));
        painted.and_then(|column| u16::try_from(column).ok()).unwrap_or(x)
    }
}

impl SentRow {
    fn rewrite(&mut self, cells: &mut [Cell], caret: Option<u16>, way: Way, scratch: &mut Scratch) {
        if matches!(way, Way::App | Way::Terminal) {
            *self = SentRow {
                way,
                ..SentRow::default()
            };
            return;
        }
        if self.way == way && self.caret == caret && self.painted == cells {
            cells.clone_from_slice(&self.sent);
            return;
        }
        (self.way, self.caret) = (way, caret);
        self.painted.clear();
        self.painted.extend_from_slice(cells);
        self.columns.clear();
        self.columns.extend((0..cells.len()).map(column_number));
        way.rewrite(cells, caret, &mut self.columns, scratch);
        self.sent.clear();
        self.sent.extend_from_slice(cells);
    }
}

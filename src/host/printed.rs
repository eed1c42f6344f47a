//! Lines that are printed once and scroll away: painted like a row of a screen, rewritten by the same ways, written out
//! as text. Does not know what is painted, nor which terminal it is.

use super::ways::{Rewriter, Way};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Lines so far.
pub struct Printed {
    way: Way,
    rewriter: Rewriter,
    row: Buffer,
    text: String,
}

impl Printed {
    /// No lines yet, for a terminal so wide, sent by `way`.
    pub fn new(columns: u16, way: Way) -> Printed {
        Printed {
            way,
            rewriter: Rewriter::default(),
            row: Buffer::empty(Rect::new(0, 0, columns.max(1), 1)),
            text: String::new(),
        }
    }

    /// Adds what `paint` paints on a row as wide as the terminal. Lines have no colours: what stays on the terminal
    /// among other programs' lines shall look like them.
    pub fn line(&mut self, paint: impl FnOnce(&mut Buffer)) {
        self.row.reset();
        paint(&mut self.row);
        self.row.set_style(self.row.area, Style::reset());
        self.rewriter.rewrite(&mut self.row, None, self.way, &[]);
        write(&self.row.content, &mut self.text);
        self.text.push('\n');
    }

    /// The lines, each with its line break.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Writes the cells of a row up to the last that is seen. Ways use weight and slant alone.
fn write(row: &[Cell], text: &mut String) {
    let is_seen = |cell: &Cell| cell.symbol() != " " || !cell.modifier.is_empty();
    let end = row.iter().rposition(is_seen).map_or(0, |last| last + 1);
    let mut shown = Modifier::empty();
    let mut column = 0;
    while column < end {
        let cell = &row[column];
        if cell.modifier != shown {
            shown = cell.modifier;
            turn(shown, text);
        }
        text.push_str(cell.symbol());
        column += usize::from(cell.cell_width()).max(1);
    }
    if !shown.is_empty() {
        turn(Modifier::empty(), text);
    }
}

/// Select graphic rendition (ECMA-48, 8.3.117): nothing but these.
fn turn(to: Modifier, text: &mut String) {
    text.push_str("\x1b[0");
    for (modifier, code) in [(Modifier::BOLD, ";1"), (Modifier::ITALIC, ";3")] {
        if to.contains(modifier) {
            text.push_str(code);
        }
    }
    text.push('m');
}

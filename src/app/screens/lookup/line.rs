//! A row of a hit, painted part by part in reading order. Does not know what the parts are.

use super::hit::{FoundPart, in_sight};
use crate::text::truncate;
use crate::ui::{Area, Canvas, Origin, Role};
use std::ops::Range;

/// Blanks between parts of a row.
pub(super) const GAP: u16 = 2;

/// A row of parts in reading order: what is left when the ends are painted.
pub(super) struct LineSpace {
    column: u16,
    end: u16,
    row: u16,
}

impl LineSpace {
    pub fn of(place: Area, row: u16, indent: u16) -> LineSpace {
        LineSpace {
            column: place.column + 1 + indent,
            end: (place.column + place.columns).saturating_sub(2),
            row: place.row + row,
        }
    }

    pub fn room(&self) -> u16 {
        self.end.saturating_sub(self.column)
    }

    /// Paints words of ours in so many columns at the start.
    pub fn label(&mut self, canvas: &mut Canvas, words: &str, columns: u16, role: Role) {
        let style = canvas.style(role);
        let columns = columns.min(self.room());
        canvas.text(self.column, self.row, columns, words, Origin::Ours, style);
        self.column += columns + GAP;
    }

    /// Paints words of ours at the end, in at most so many columns.
    pub fn end(&mut self, canvas: &mut Canvas, words: &str, columns: u16, role: Role) {
        let style = canvas.style(role);
        let columns = canvas
            .look()
            .width(words, Origin::Ours)
            .min(columns)
            .min(self.room());
        let start = self.end.saturating_sub(columns);
        canvas.text_at_end(start, self.row, columns, words, Origin::Ours, style);
        self.end = start.saturating_sub(GAP);
    }

    /// Paints stored words with what was found in them, in at most so many columns.
    pub fn text(
        &mut self,
        canvas: &mut Canvas,
        text: &str,
        found: &[Range<usize>],
        columns: u16,
        role: Role,
    ) {
        let columns = columns.min(self.room());
        if columns == 0 || text.is_empty() {
            return;
        }
        let look = canvas.look();
        let laid = truncate(text, usize::from(columns), &look.line_style(text, Origin::Stored));
        let style = canvas.style(role);
        let filled = canvas.line_marked(self.column, self.row, &laid, style, found, Role::Found);
        self.column += filled + GAP;
    }

    /// Paints what a part is and its words.
    pub fn part(&mut self, canvas: &mut Canvas, shown: &FoundPart) {
        if !shown.label.is_empty() {
            let style = canvas.style(Role::Faint);
            let label = format!("{}:", shown.label);
            self.column += canvas.text(self.column, self.row, self.room(), &label, Origin::Ours, style) + 1;
        }
        let (text, found) = in_sight(&canvas.look(), shown, self.room());
        self.text(canvas, &text, &found, self.room(), Role::Plain);
    }
}

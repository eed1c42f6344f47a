//! How everything on a screen is laid out: areas in reading order, the direction of the interface, whose words may do
//! what. Does not paint.

use super::theme::Theme;
use crate::text::{Controls, Direction, LineStyle, TextForm, VisualLine, cell_width_styled, wrap};

/// A rectangle in reading-order columns and in rows, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub column: u16,
    /// First row.
    pub row: u16,
    /// Width in columns.
    pub columns: u16,
    /// Height in rows.
    pub rows: u16,
}

impl Area {
    /// An area of its own size at a place.
    pub const fn new(column: u16, row: u16, columns: u16, rows: u16) -> Area {
        Area {
            column,
            row,
            columns,
            rows,
        }
    }

    /// Without its first `rows` rows.
    pub fn below(self, rows: u16) -> Area {
        let rows = rows.min(self.rows);
        Area {
            row: self.row + rows,
            rows: self.rows - rows,
            ..self
        }
    }

    /// Its last `rows` rows.
    pub fn last(self, rows: u16) -> Area {
        self.below(self.rows.saturating_sub(rows))
    }

    /// Its first `rows` rows.
    pub fn first(self, rows: u16) -> Area {
        Area {
            rows: rows.min(self.rows),
            ..self
        }
    }

    /// Without so many columns at both sides.
    pub fn inside(self, columns: u16) -> Area {
        let columns = columns.min(self.columns / 2);
        Area {
            column: self.column + columns,
            columns: self.columns - 2 * columns,
            ..self
        }
    }
}

/// Where words come from, and so what their control characters may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Our own sentences: isolates in them work.
    Ours,
    /// Stored or typed text: a control is a visible mark.
    Stored,
}

/// How everything on a screen is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Direction of the interface.
    pub direction: Direction,
    /// Whether cells hold visual or logical text.
    pub form: TextForm,
    /// Styles.
    pub theme: Theme,
}

impl Look {
    /// How a text is laid out. Ours follows the interface; stored text in an English interface follows its own first
    /// strong letter, in a Persian one it is Persian even where it begins in Latin.
    pub fn line_style(&self, text: &str, origin: Origin) -> LineStyle {
        let base = match (self.direction, origin) {
            (Direction::Ltr, Origin::Stored) => Direction::of(text).unwrap_or(Direction::Ltr),
            (direction, _) => direction,
        };
        let controls = match origin {
            Origin::Ours => Controls::Honour,
            Origin::Stored => Controls::Show,
        };
        LineStyle {
            base,
            controls,
            form: self.form,
            show_zwnj: false,
        }
    }

    /// The columns that a text fills when it is not cut.
    pub fn width(&self, text: &str, origin: Origin) -> u16 {
        u16::try_from(cell_width_styled(text, &self.line_style(text, origin))).unwrap_or(u16::MAX)
    }

    /// The lines of a text in so many columns, never none.
    pub fn wrapped(&self, text: &str, columns: u16, origin: Origin) -> Vec<VisualLine> {
        wrap(text, usize::from(columns.max(1)), &self.line_style(text, origin))
    }

    /// At most `lines_max` lines of a text, and whether there are more. Costs what is shown, however long the text.
    pub fn wrapped_start(
        &self,
        text: &str,
        columns: u16,
        origin: Origin,
        lines_max: u16,
    ) -> (Vec<VisualLine>, bool) {
        // A cell may hold several characters; three times the cells is room for all but texts made of signs.
        let enough = usize::from(lines_max) * usize::from(columns) * 3 + 64;
        let start = text
            .char_indices()
            .nth(enough)
            .map_or(text, |(byte, _)| &text[..byte]);
        let mut lines = self.wrapped(start, columns, origin);
        let more = start.len() < text.len() || lines.len() > usize::from(lines_max);
        lines.truncate(usize::from(lines_max));
        (lines, more)
    }

    /// Whether the arrow that points left goes towards the end of a line.
    pub fn left_is_onward(&self) -> bool {
        self.direction == Direction::Rtl
    }
}

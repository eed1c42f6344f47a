//! An edit buffer as rows of cells: the lines of each paragraph kept until it changes, the caret, the selection.
//! It does not know how text is changed, or where on the screen the field stands.

use std::cell::OnceCell;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::super::cluster::next_grapheme;
use super::super::line::VisualLine;
use super::super::style::{Direction, Form, LineStyle};
use super::super::wrap::Wrapped;

/// A row of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cells; their source bytes count from the start of their paragraph.
    pub line: Arc<VisualLine>,
    /// Where that paragraph begins in the text.
    pub paragraph_byte: usize,
    /// The column of the first cell, counted from the left edge of the field.
    pub left_column: usize,
    /// The columns that are selected, from left to right, as stripes without overlap.
    pub selected: Vec<Range<usize>>,
}

/// Where the caret is drawn: on the cell after it, or on the free cell at the end side of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaretCell {
    /// Index into [`Rows::rows`].
    pub row: usize,
    /// Column of its left edge, counted from the left edge of the field.
    pub column: usize,
    /// Columns it fills.
    pub columns: u8,
    /// The direction of the text it stands on; a block or bar may tell it.
    pub direction: Direction,
    /// At a border between two directions: the column of the cell before the caret, to be underlined, since a letter
    /// typed next may appear there.
    pub before_column: Option<usize>,
}

/// The visible rows of an edit buffer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// At most as many as were asked for, at least one.
    pub rows: Vec<Row>,
    /// How many rows are above the first one.
    pub top: usize,
    /// How many rows there are altogether.
    pub total: usize,
    /// The caret; always within the rows.
    pub caret: CaretCell,
}

/// Where the caret can stand on a row. The stops of all rows together are every cluster once, and every paragraph's
/// end once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// In the paragraph.
    pub byte: usize,
    pub column: usize,
    pub columns: u8,
    pub level: u8,
}

/// A paragraph with its lines, each laid out when it is looked at for the first time.
#[derive(Debug, Clone)]
struct Paragraph {
    text: String,
    style: LineStyle,
    wrapped: Wrapped,
    laid: Vec<OnceCell<Arc<VisualLine>>>,
}

impl Paragraph {
    fn line(&self, line: usize) -> Option<&Arc<VisualLine>> {
        let cell = self.laid.get(line)?;
        Some(cell.get_or_init(|| Arc::new(self.wrapped.lay(&self.text, line, &self.style))))
    }
}

/// How the text was laid out last.
#[derive(Clone, Default)]
pub(super) struct Layout {
    pub columns: usize,
    pub height: usize,
    pub style: LineStyle,
    by_paragraph: bool,
    wraps: bool,
    paragraphs: Vec<Paragraph>,
    /// Rows above the first visible one, and columns before it in a field of one line.
    pub top: usize,
    pub scrolled_columns: usize,
}

impl fmt::Debug for Layout {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Layout({} columns, {} paragraphs)",
            self.columns,
            self.paragraphs.len()
        )
    }
}

/// A line of the text with its place.
pub(super) struct PlacedLine<'a> {
    pub line: &'a Arc<VisualLine>,
    pub paragraph_byte: usize,
    /// The text of its paragraph.
    pub paragraph: &'a str,
    /// Is it the last line of its paragraph?
    pub ends_paragraph: bool,
}

impl Layout {
    /// Lays out what has changed since the last call: the paragraphs that are not as they were.
    pub(super) fn refresh(
        &mut self,
        text: &str,
        columns: usize,
        style: &LineStyle,
        wraps: bool,
        by_paragraph: bool,
    ) {
        let as_before = (self.columns, self.style, self.wraps, self.by_paragraph)
            == (columns, *style, wraps, by_paragraph);
        if !as_before {
            (self.columns, self.style, self.wraps, self.by_paragraph) =
                (columns, *style, wraps, by_paragraph);
            self.paragraphs.clear();
        }
        let new: Vec<&str> = if wraps {
            text.split('\n').collect()
        } else {
            vec![text]
        };
        let old = &self.paragraphs;
        let same_start = old
            .iter()
            .zip(&new)
            .take_while(|(old, new)| old.text == **new)
            .count();
        let most_end = old.len().min(new.len()) - same_start;
        let ends = old.iter().rev().zip(new.iter().rev()).take(most_end);
        let same_end = ends.take_while(|(old, new)| old.text == **new).count();
        let changed: Vec<Paragraph> = new[same_start..new.len() - same_end]
            .iter()
            .map(|paragraph| self.lay_paragraph(paragraph))
            .collect();
        let replaced = same_start..self.paragraphs.len() - same_end;
        self.paragraphs.splice(replaced, changed);
    }

    fn lay_paragraph(&self, text: &str) -> Paragraph {
        let mut style = self.style;
        if self.by_paragraph {
            style.base = Direction::of(text).unwrap_or(style.base);
        }
        // One column is left for the caret behind a full line.
        let columns = if self.wraps {
            self.columns.saturating_sub(1).max(1)
        } else {
            usize::MAX
        };
        let wrapped = Wrapped::new(text, columns, &style);
        let laid = vec![OnceCell::new(); wrapped.len()];
        Paragraph {
            text: text.to_owned(),
            style,
            wrapped,
            laid,
        }
    }

    /// How many rows the whole text fills.
    pub(super) fn total(&self) -> usize {
        self.paragraphs.iter().map(|paragraph| paragraph.laid.len()).sum()
    }

    /// The row numbered `row` from the top of the text.
    pub(super) fn line_at(&self, row: usize) -> Option<PlacedLine<'_>> {
        let (mut first, mut paragraph_byte) = (0, 0);
        for paragraph in &self.paragraphs {
            if let Some(line) = paragraph.line(row - first) {
                let ends_paragraph = row - first + 1 == paragraph.laid.len();
                return Some(PlacedLine {
                    line,
                    paragraph_byte,
                    paragraph: &paragraph.text,
                    ends_paragraph,
                });
            }
            first += paragraph.laid.len();
            paragraph_byte += paragraph.text.len() + 1;
        }
        None
    }

    /// The number of the row on which the caret stands when it is before `byte` of the text.
    pub(super) fn row_of(&self, byte: usize) -> usize {
        let (mut first, mut paragraph_byte) = (0, 0);
        for paragraph in &self.paragraphs {
            if byte <= paragraph_byte + paragraph.text.len() {
                let inside = byte.saturating_sub(paragraph_byte);
                return first + paragraph.wrapped.line_of(inside);
            }
            first += paragraph.laid.len();
            paragraph_byte += paragraph.text.len() + 1;
        }
        first.saturating_sub(1)
    }

    /// The stops of a row from left to right.
    pub(super) fn stops(&self, placed: &PlacedLine<'_>) -> Vec<Stop> {
        let line = placed.line;
        let rtl = self.starts_right(line);
        let mut column = self.left_column(line);
        let free_column = if rtl {
            column.saturating_sub(1)
        } else {
            column + line.columns
        };
        let mut stops = Vec::with_capacity(line.cells.len() + 1);
        for cell in &line.cells {
            stops.push(Stop {
                byte: cell.source_byte.start as usize,
                column,
                columns: cell.columns,
                level: cell.level,
            });
            column += usize::from(cell.columns);
        }
        let free = |byte| Stop {
            byte,
            column: free_column,
            columns: 1,
            level: line.base.level(),
        };
        let mut behind: Vec<Stop> = Self::hanging(placed).into_iter().map(free).collect();
        if placed.ends_paragraph {
            behind.push(free(line.range_byte.end));
        }
        if rtl {
            behind.reverse();
            behind.append(&mut stops);
            behind
        } else {
            stops.append(&mut behind);
            stops
        }
    }

    /// The graphemes at the end of a row that have no cell: blanks that hang over the edge.
    fn hanging(placed: &PlacedLine<'_>) -> Vec<usize> {
        let line = placed.line;
        let shown = line.cells.iter().map(|cell| cell.source_byte.end as usize).max();
        let Some(mut at) = shown else { return Vec::new() };
        let mut found = Vec::new();
        while at < line.range_byte.end {
            found.push(at);
            at += next_grapheme(&placed.paragraph[at..]).len();
        }
        found
    }

    /// Does this row start at the right edge of the field?
    pub(super) fn starts_right(&self, line: &VisualLine) -> bool {
        line.base == Direction::Rtl && self.style.form == Form::Visual
    }

    /// The column of the first cell. In a field of one line the text may be longer than the field; columns are then
    /// counted from the left end of the text and its caret cell.
    pub(super) fn left_column(&self, line: &VisualLine) -> usize {
        if self.starts_right(line) {
            self.whole_columns(line) - line.columns
        } else {
            0
        }
    }

    /// The columns of the field, or of the text and its caret cell where that is more.
    pub(super) fn whole_columns(&self, line: &VisualLine) -> usize {
        self.columns.max(line.columns + 1)
    }

    /// The stop for the caret before `byte` of the text: the cluster that holds it.
    pub(super) fn stop_index(stops: &[Stop], inside_byte: usize) -> usize {
        let before = stops
            .iter()
            .enumerate()
            .filter(|(_, stop)| stop.byte <= inside_byte);
        let best = before.max_by_key(|(_, stop)| stop.byte);
        best.or_else(|| stops.iter().enumerate().min_by_key(|(_, stop)| stop.byte))
            .map_or(0, |(index, _)| index)
    }
}

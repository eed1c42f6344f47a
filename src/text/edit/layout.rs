//! An edit buffer as rows: the lines of each paragraph, kept over edits, and where a byte stands among them.
//! It does not hold the text or know how it is changed; each edit is told to it. The field's place is not known here.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::super::line::VisualLine;
use super::super::paragraph::{LaidLine, Paragraph};
use super::super::style::{Direction, LineStyle};
use super::Affinity;

/// How the text was laid out last.
#[derive(Clone, Default)]
pub(super) struct Layout {
    pub columns: usize,
    pub height: usize,
    pub style: LineStyle,
    by_paragraph: bool,
    wraps: bool,
    /// Empty before the first showing, then never.
    pub paragraphs: Vec<Paragraph>,
    pub total: usize,
    /// Where something was looked for last: the next place is mostly near it.
    pub near: Cell<TextRow>,
    /// The lines looked at lately.
    pub laid: RefCell<Vec<HungLine>>,
    /// Rows above the first visible one, and columns before it in a field of one line.
    pub top: usize,
    pub scrolled_columns: usize,
}

/// A row of the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TextRow {
    /// Counted from the top of the text.
    pub row: usize,
    pub paragraph: usize,
    /// Where its paragraph begins in the text.
    pub paragraph_byte: usize,
    /// Counted from the start of its paragraph.
    pub line: usize,
    /// Where it begins in the text.
    pub start_byte: usize,
}

/// A line that was laid out, and the bytes of the text that it hangs on.
#[derive(Clone)]
pub(super) struct HungLine {
    pub start_byte: usize,
    pub window: Range<usize>,
    line: Arc<VisualLine>,
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
    pub line: Arc<VisualLine>,
    /// Where it begins in the text; the bytes of its cells count from there.
    pub start_byte: usize,
    /// Its text.
    pub text: &'a str,
    /// Is it the last line of its paragraph?
    pub ends_paragraph: bool,
}

impl Layout {
    /// Lays out `text` for a field, if it is not laid out so already.
    pub(super) fn refresh(
        &mut self,
        text: &str,
        columns: usize,
        style: &LineStyle,
        wraps: bool,
        by_paragraph: bool,
    ) {
        let wanted = (columns, *style, wraps, by_paragraph);
        if !self.paragraphs.is_empty() && wanted == (self.columns, self.style, self.wraps, self.by_paragraph)
        {
            return;
        }
        (self.columns, self.style, self.wraps, self.by_paragraph) = wanted;
        self.paragraphs = self.parted(text).map(|part| self.fresh(part)).collect();
        self.total = self.paragraphs.iter().map(Paragraph::len).sum();
        self.near.set(TextRow::default());
        self.laid.borrow_mut().clear();
    }

    pub(super) fn parted<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> + use<'t> {
        let most = if self.wraps { usize::MAX } else { 1 };
        text.splitn(most, '\n')
    }

    pub(super) fn fresh(&self, text: &str) -> Paragraph {
        // One column is left for the caret behind a full line.
        let columns = if self.wraps {
            self.columns.saturating_sub(1).max(1)
        } else {
            usize::MAX
        };
        Paragraph::new(text, columns, &self.style_of(text))
    }

    pub(super) fn style_of(&self, text: &str) -> LineStyle {
        let own = self.by_paragraph.then(|| Direction::of(text)).flatten();
        LineStyle {
            base: own.unwrap_or(self.style.base),
            ..self.style
        }
    }

    /// How many rows the whole text fills.
    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// The row numbered `row` from the top of the text.
    pub(super) fn spot_at(&self, row: usize) -> Option<TextRow> {
        if row >= self.total {
            return None;
        }
        let mut spot = self.near.get();
        while spot.row > row {
            spot = self.above(spot)?;
        }
        while spot.row < row {
            spot = self.below(spot)?;
        }
        self.near.set(spot);
        Some(spot)
    }

    /// The row on which the caret stands when it is before `byte` of the text; where a row was broken, on the row
    /// that ends or begins there.
    pub(super) fn spot_of(&self, byte: usize, affinity: Affinity) -> TextRow {
        let mut spot = self.near.get();
        let upstream = affinity == Affinity::Upstream;
        while byte < spot.start_byte || (upstream && byte == spot.start_byte && spot.line > 0) {
            match self.above(spot) {
                Some(above) => spot = above,
                None => break,
            }
        }
        loop {
            let end = spot.start_byte + self.line_bytes(spot);
            let here = byte < end || (byte == end && (upstream || self.ends_paragraph(spot)));
            match self.below(spot) {
                Some(below) if !here => spot = below,
                _ => break,
            }
        }
        self.near.set(spot);
        spot
    }

    fn line_bytes(&self, spot: TextRow) -> usize {
        self.paragraphs
            .get(spot.paragraph)
            .map_or(0, |paragraph| paragraph.line_bytes(spot.line))
    }

    fn ends_paragraph(&self, spot: TextRow) -> bool {
        self.paragraphs
            .get(spot.paragraph)
            .is_none_or(|paragraph| spot.line + 1 == paragraph.len())
    }

    fn below(&self, spot: TextRow) -> Option<TextRow> {
        let row = spot.row + 1;
        if !self.ends_paragraph(spot) {
            let start_byte = spot.start_byte + self.line_bytes(spot);
            return Some(TextRow {
                row,
                line: spot.line + 1,
                start_byte,
                ..spot
            });
        }
        self.paragraphs.get(spot.paragraph + 1)?;
        let start_byte = spot.paragraph_byte + self.paragraphs[spot.paragraph].bytes() + 1;
        Some(TextRow {
            row,
            paragraph: spot.paragraph + 1,
            paragraph_byte: start_byte,
            line: 0,
            start_byte,
        })
    }

    fn above(&self, spot: TextRow) -> Option<TextRow> {
        let row = spot.row.checked_sub(1)?;
        if let Some(line) = spot.line.checked_sub(1) {
            let above = TextRow { row, line, ..spot };
            let start_byte = spot.start_byte - self.line_bytes(above);
            return Some(TextRow { start_byte, ..above });
        }
        let paragraph = spot.paragraph.checked_sub(1)?;
        let end = spot.paragraph_byte - 1;
        let line = self.paragraphs[paragraph].len() - 1;
        Some(TextRow {
            row,
            paragraph,
            paragraph_byte: end - self.paragraphs[paragraph].bytes(),
            line,
            start_byte: end - self.paragraphs[paragraph].line_bytes(line),
        })
    }

    /// The line of a row of `text`.
    pub(super) fn placed<'t>(&self, text: &'t str, spot: TextRow) -> PlacedLine<'t> {
        let own = spot.start_byte..spot.start_byte + self.line_bytes(spot);
        PlacedLine {
            line: self.line(text, spot, own.len()),
            start_byte: spot.start_byte,
            text: &text[own],
            ends_paragraph: self.ends_paragraph(spot),
        }
    }

    fn line(&self, text: &str, spot: TextRow, bytes: usize) -> Arc<VisualLine> {
        let paragraph = &self.paragraphs[spot.paragraph];
        let mut laid = self.laid.borrow_mut();
        let found = laid.iter().find(|laid| {
            (laid.start_byte, laid.line.range_byte.end) == (spot.start_byte, bytes)
                && laid.line.base == paragraph.style().base
        });
        if let Some(found) = found {
            return Arc::clone(&found.line);
        }
        let start = spot.paragraph_byte;
        let own_text = &text[start..start + paragraph.bytes()];
        let LaidLine { line, window } = paragraph.lay(own_text, spot.line, spot.start_byte - start);
        let line = Arc::new(line);
        if laid.len() > 2 * self.height + 32 {
            laid.drain(..self.height + 16);
        }
        laid.push(HungLine {
            start_byte: spot.start_byte,
            window: window.start + start..window.end + start,
            line: Arc::clone(&line),
        });
        line
    }
}

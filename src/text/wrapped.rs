//! A text broken into lines whose cells are laid out only when they are looked at: for pages of any length.
//! It does not know edits; an edit buffer keeps its own lines.

use std::ops::Range;

use super::line::VisualLine;
use super::paragraph::Paragraph;
use super::style::LineStyle;
use super::wrap::shift;

/// Where the lines of a text begin, by the rules of [`wrap`](super::wrap). It does not hold the text.
///
/// ```
/// use dabir::text::{LineStyle, WrappedText, wrap};
/// let (text, style) = ("جلسه برگزار شد.\nپایان", LineStyle::default());
/// let wrapped = WrappedText::new(text, 9, &style);
/// assert_eq!(wrapped.lines(text, 1..3), wrap(text, 9, &style)[1..3]);
/// ```
#[derive(Debug, Clone)]
pub struct WrappedText {
    paragraphs: Vec<Paragraph>,
    lines: usize,
}

impl WrappedText {
    /// Breaks `text` into lines of at most `columns`, and lays out none.
    pub fn new(text: &str, columns: usize, style: &LineStyle) -> Self {
        let paragraphs: Vec<Paragraph> = text
            .split('\n')
            .map(|paragraph| Paragraph::new(shown(paragraph), columns, style))
            .collect();
        WrappedText {
            lines: paragraphs.iter().map(Paragraph::len).sum(),
            paragraphs,
        }
    }

    /// How many lines there are, at least one.
    #[allow(clippy::len_without_is_empty)] // It never is.
    pub fn len(&self) -> usize {
        self.lines
    }

    /// Lays out some lines of `text`, the text that was broken.
    pub fn lines(&self, text: &str, wanted: Range<usize>) -> Vec<VisualLine> {
        let mut found = Vec::new();
        let (mut number, mut paragraph_byte) = (0, 0);
        for (paragraph, own) in self.paragraphs.iter().zip(text.split('\n')) {
            if number >= wanted.end {
                break;
            }
            let mut start_byte = 0;
            for line in 0..paragraph.len() {
                if wanted.contains(&(number + line)) {
                    let mut laid = paragraph.lay(shown(own), line, start_byte).line;
                    shift(std::slice::from_mut(&mut laid), paragraph_byte + start_byte);
                    found.push(laid);
                }
                start_byte += paragraph.line_bytes(line);
            }
            number += paragraph.len();
            paragraph_byte += own.len() + 1;
        }
        found
    }
}

fn shown(paragraph: &str) -> &str {
    paragraph.strip_suffix('\r').unwrap_or(paragraph)
}

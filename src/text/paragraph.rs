//! A paragraph broken into lines: where they begin, kept over an edit but for the lines it changes, and the cells of
//! one line at a time. It does not know the other paragraphs, or what is on the screen.

use std::ops::Range;
use std::sync::OnceLock;

use super::brackets::{Brackets, KeptBrackets};
use super::breaks::{KeptSpans, LineSpan, broken};
use super::cluster::clusters;
use super::levels::{Levels, levels, levels_of, stand_ins_within};
use super::line::{VisualLine, lay};
use super::shape::join;
use super::style::{Controls, LineStyle};
use super::wrap::without_hanging;

/// The lines of a paragraph. It does not hold the text: whoever asks about lines gives it.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    style: LineStyle,
    columns: usize,
    /// Invariant: never empty; all together are the paragraph.
    spans: Vec<LineSpan>,
    brackets: Brackets,
    bytes: usize,
    /// The levels of all of it, for lines that hang on more than their surroundings.
    levels: OnceLock<Levels>,
}

/// A paragraph as it was, of whose bytes so many stand in the new one too.
#[derive(Clone, Copy)]
pub(crate) struct KeptParagraph<'a> {
    pub paragraph: &'a Paragraph,
    pub bytes: usize,
}

impl<'a> KeptParagraph<'a> {
    fn spans(self) -> KeptSpans<'a> {
        KeptSpans {
            spans: &self.paragraph.spans,
            bytes: self.bytes,
        }
    }

    fn brackets(self) -> KeptBrackets<'a> {
        KeptBrackets {
            brackets: &self.paragraph.brackets,
            bytes: self.bytes,
        }
    }
}

/// A line with what it hangs on.
pub(crate) struct LaidLine {
    /// Its bytes count from its own start.
    pub line: VisualLine,
    /// The bytes of the paragraph that have a part in it.
    pub window: Range<usize>,
}

impl Paragraph {
    /// Breaks `text` into lines of at most `columns`; `usize::MAX` of them never break it.
    pub(crate) fn new(text: &str, columns: usize, style: &LineStyle) -> Self {
        let nothing = Paragraph {
            style: *style,
            columns,
            spans: Vec::new(),
            brackets: Brackets::default(),
            bytes: 0,
            levels: OnceLock::new(),
        };
        let kept = KeptParagraph {
            paragraph: &nothing,
            bytes: 0,
        };
        Paragraph::changed(text, kept, kept).0
    }

    /// The paragraph `text`, whose first bytes are the first of `head` and whose last ones are the last of `tail`, in
    /// the style of `head`. Says whether all bracket pairs of `head` are as they were.
    ///
    /// Lines are broken from the first one that looked at what is changed, until a line begins where one began before.
    pub(crate) fn changed(text: &str, head: KeptParagraph<'_>, tail: KeptParagraph<'_>) -> (Self, bool) {
        let (brackets, same_pairs) =
            Brackets::of(text, &head.brackets(), &tail.brackets(), tail.paragraph.bytes);
        let paragraph = Paragraph {
            style: head.paragraph.style,
            columns: head.paragraph.columns,
            spans: broken(
                text,
                &head.paragraph.style,
                head.paragraph.columns,
                &head.spans(),
                &tail.spans(),
            ),
            brackets,
            bytes: text.len(),
            levels: OnceLock::new(),
        };
        (paragraph, same_pairs)
    }

    /// Where each bracket stands, and the other one of its pair.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, Option<usize>)> + '_ {
        self.brackets.pairs()
    }

    /// How it is laid out.
    pub(crate) fn style(&self) -> &LineStyle {
        &self.style
    }

    /// How long it is.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// How many lines there are, at least one.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// How long a line is, hanging blanks included. Together they are the whole of it.
    pub(crate) fn line_bytes(&self, line: usize) -> usize {
        self.spans.get(line).map_or(0, |span| span.bytes as usize)
    }

    /// Lays out one line of `text`, the paragraph; it begins at `start_byte`.
    pub(crate) fn lay(&self, text: &str, line: usize, start_byte: usize) -> LaidLine {
        let own = start_byte..start_byte + self.line_bytes(line);
        let around = self.joined_around(text, line, own.clone());
        let (levels, window) = self.levels_of(text, around.clone());
        let mut found = clusters(&text[around.clone()], &self.style, usize::MAX);
        join(&text[around.clone()], &mut found, &levels, self.style.controls);
        let before = (own.start - around.start) as u32;
        found.retain_mut(|cluster| {
            let inside = cluster.start_byte >= before && (cluster.start_byte - before) < own.len() as u32;
            if inside {
                cluster.start_byte -= before;
                cluster.base_byte -= before;
                cluster.end_byte -= before;
            }
            inside
        });
        let kept = without_hanging(&found, self.columns);
        let levels = levels.without_first(before as usize);
        let mut line = lay(&text[own.clone()], kept, &levels, &self.style);
        line.range_byte = 0..own.len();
        LaidLine {
            line,
            window: window.start.min(around.start)..window.end.max(around.end),
        }
    }

    /// The line, and the ones before and after it where a word runs on into them: its letters keep their forms.
    fn joined_around(&self, text: &str, line: usize, own: Range<usize>) -> Range<usize> {
        let runs_on = |at: usize| {
            let before = text[..at].chars().next_back();
            let after = text[at..].chars().next();
            before
                .zip(after)
                .is_some_and(|(before, after)| !before.is_ascii() && !after.is_ascii())
        };
        let before = line.checked_sub(1).filter(|_| runs_on(own.start));
        let after = if runs_on(own.end) {
            self.line_bytes(line + 1)
        } else {
            0
        };
        own.start - before.map_or(0, |line| self.line_bytes(line))..own.end + after
    }

    /// The levels of a part of `text`, and what they hang on.
    fn levels_of(&self, text: &str, part: Range<usize>) -> (Levels, Range<usize>) {
        let LineStyle { controls, base, .. } = self.style;
        let window = match controls {
            Controls::Show => self.brackets.window(text, part.clone(), controls),
            // There may be explicit levels.
            Controls::Honour => None,
        };
        let Some(window) = window else {
            let all = self.levels.get_or_init(|| levels(text, base, controls)).clone();
            return (all.without_first(part.start), 0..text.len());
        };
        let near = levels_of(&stand_ins_within(text, window.clone(), controls), base);
        (near.without_first(part.start - window.start), window)
    }
}

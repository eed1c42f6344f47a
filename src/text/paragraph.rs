//! A paragraph broken into lines: where they begin, kept over an edit but for the lines it changes, and the cells of
//! one line at a time. It does not know the other paragraphs, or what is on the screen.

use std::cell::OnceCell;
use std::ops::Range;

use super::brackets::{Brackets, KeptBrackets};
use super::cluster::clusters;
use super::levels::{Levels, levels, levels_of, stand_ins_within};
use super::line::{VisualLine, lay};
use super::shape::join;
use super::style::{Controls, LineStyle};
use super::wrap::{break_lines, without_hanging};

/// One line of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    /// How long it is, hanging blanks included.
    bytes: u32,
    /// Counted from its start, the end of what was looked at to know where it ends; past the paragraph if its end was.
    looked_at: u32,
}

/// So many clusters after the one that did not fit may have a say in where a line ends: UAX #14 never looks further.
const LOOK_AHEAD: usize = 4;

/// The lines of a paragraph. It does not hold the text: whoever asks about lines gives it.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    style: LineStyle,
    columns: usize,
    /// Invariant: never empty; all together are the paragraph.
    spans: Vec<Span>,
    brackets: Brackets,
    bytes: usize,
    /// The levels of all of it, for lines that hang on more than their surroundings.
    levels: OnceCell<Levels>,
}

/// A paragraph as it was, of whose bytes so many stand in the new one too.
#[derive(Clone, Copy)]
pub(crate) struct Kept<'a> {
    pub paragraph: &'a Paragraph,
    pub bytes: usize,
}

impl<'a> Kept<'a> {
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
            levels: OnceCell::new(),
        };
        let kept = Kept {
            paragraph: &nothing,
            bytes: 0,
        };
        Paragraph::changed(text, kept, kept).0
    }

    /// The paragraph `text`, whose first bytes are the first of `head` and whose last ones are the last of `tail`, in
    /// the style of `head`. Says whether all bracket pairs of `head` are as they were.
    ///
    /// Lines are broken from the first one that looked at what is changed, until a line begins where one began before.
    pub(crate) fn changed(text: &str, head: Kept<'_>, tail: Kept<'_>) -> (Self, bool) {
        let (brackets, same_pairs) =
            Brackets::of(text, &head.brackets(), &tail.brackets(), tail.paragraph.bytes);
        let paragraph = Paragraph {
            style: head.paragraph.style,
            columns: head.paragraph.columns,
            spans: broken(text, head, tail),
            brackets,
            bytes: text.len(),
            levels: OnceCell::new(),
        };
        (paragraph, same_pairs)
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

/// The lines of [`Paragraph::changed`].
fn broken(text: &str, head: Kept<'_>, tail: Kept<'_>) -> Vec<Span> {
    let Paragraph { columns, style, .. } = head.paragraph;
    if *columns == usize::MAX {
        return vec![last_span(text.len())];
    }
    let (mut spans, mut start) = untouched(&head.paragraph.spans, head.bytes);
    let kept_from = text.len() - tail.bytes;
    let (mut next, mut next_start) = (tail.paragraph.spans.len(), text.len());
    while let Some(before) = next.checked_sub(1) {
        match next_start.checked_sub(tail.paragraph.line_bytes(before)) {
            Some(start) if start >= kept_from => (next, next_start) = (before, start),
            _ => break,
        }
    }
    let mut as_before = |start: usize| {
        while next < tail.paragraph.spans.len() && next_start < start {
            next_start += tail.paragraph.line_bytes(next);
            next += 1;
        }
        next < tail.paragraph.spans.len()
            && next_start == start
            && breaks_anew(text, kept_from..start).is_some()
    };
    let mut at_once = if tail.bytes == 0 {
        text.len()
    } else {
        columns * 8 + 64
    };
    loop {
        let end = boundary_from(text, start.max(kept_from).saturating_add(at_once));
        let region = Region { text, start, end };
        let before = start;
        match region.break_lines(*columns, style, &mut spans, &mut start, &mut as_before) {
            Stopped::AtEnd => return spans,
            Stopped::AsBefore => {
                spans.extend_from_slice(&tail.paragraph.spans[next..]);
                return spans;
            }
            Stopped::TooShort if start == before => at_once = at_once.saturating_mul(4),
            Stopped::TooShort => {}
        }
    }
}

fn last_span(bytes: usize) -> Span {
    Span {
        bytes: bytes as u32,
        looked_at: bytes as u32 + 1,
    }
}

/// The lines that looked at nothing beyond the first `bytes`, and where the next one begins.
fn untouched(spans: &[Span], bytes: usize) -> (Vec<Span>, usize) {
    let mut start = 0;
    let touched = spans.iter().position(|span| {
        let touched = start + span.looked_at as usize > bytes;
        start += if touched { 0 } else { span.bytes as usize };
        touched
    });
    (spans[..touched.unwrap_or(spans.len())].to_vec(), start)
}

/// A part of a paragraph from the start of a line on.
struct Region<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

/// Why no more lines were broken.
enum Stopped {
    AtEnd,
    AsBefore,
    TooShort,
}

impl Region<'_> {
    /// Breaks lines until one begins as before; `start` is moved to the start of the first line that is not known.
    fn break_lines(
        &self,
        columns: usize,
        style: &LineStyle,
        spans: &mut Vec<Span>,
        start: &mut usize,
        as_before: &mut impl FnMut(usize) -> bool,
    ) -> Stopped {
        let text = self.text;
        let anew = breaks_anew(text, 0..self.start).unwrap_or(0);
        let analysed = stand_ins_within(text, anew..self.end, style.controls);
        let found = clusters(&text[self.start..self.end], style, usize::MAX);
        let at_end = self.end == text.len();
        let mut stopped = if at_end { Stopped::AtEnd } else { Stopped::TooShort };
        break_lines(
            &analysed,
            self.start - anew,
            &found,
            columns,
            |cut, overflowing| {
                let last = overflowing + LOOK_AHEAD;
                // The last cluster of a region may go on behind it.
                let looked_at = match found.get(last) {
                    Some(cluster) if at_end || last + 1 < found.len() => {
                        self.start + cluster.end_byte as usize
                    }
                    _ if at_end => text.len() + 1,
                    _ => return false,
                };
                let next = self.start + found[cut].start_byte as usize;
                spans.push(Span {
                    bytes: (next - *start) as u32,
                    looked_at: (looked_at - *start) as u32,
                });
                *start = next;
                if as_before(next) {
                    stopped = Stopped::AsBefore;
                }
                matches!(stopped, Stopped::AtEnd | Stopped::TooShort)
            },
        );
        if matches!(stopped, Stopped::AtEnd) {
            spans.push(last_span(text.len() - *start));
        }
        stopped
    }
}

/// The last place in `part`, or at its end, from which on UAX #14 allows the same breaks whatever stands before it:
/// within a plain word, or at the start of one.
fn breaks_anew(text: &str, part: Range<usize>) -> Option<usize> {
    let mut after = text[part.end..].chars().next();
    let mut place = part.end;
    for (offset, c) in text[part.clone()].char_indices().rev() {
        if after.is_some_and(|after| breaks_alike(c, after)) {
            return Some(place);
        }
        after = Some(c);
        place = part.start + offset;
    }
    None
}

fn breaks_alike(before: char, after: char) -> bool {
    let is_letter = |c| matches!(c, 'a'..='z' | 'A'..='Z' | '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{671}'..='\u{6D3}');
    let is_digit = |c| matches!(c, '0'..='9' | '\u{6F0}'..='\u{6F9}');
    match before {
        ' ' => is_letter(after) || is_digit(after),
        before => is_letter(before) && is_letter(after),
    }
}

fn boundary_from(text: &str, byte: usize) -> usize {
    (byte..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

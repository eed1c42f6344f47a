//! Where the lines of a paragraph begin, and which of them an edit leaves as they were.
//! It does not know levels or cells.

use std::ops::Range;

use super::cluster::clusters;
use super::levels::stand_ins_within;
use super::style::LineStyle;
use super::wrap::break_lines;

/// One line of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineSpan {
    /// How long it is, hanging blanks included.
    pub bytes: u32,
    /// Counted from its start, the end of what was looked at to know where it ends; past the paragraph if its end was.
    pub looked_at: u32,
}

/// So many clusters after the one that did not fit may have a say in where a line ends: UAX #14 never looks further.
const LOOK_AHEAD: usize = 4;

/// The lines of a paragraph as it was, of whose bytes so many stand in the new one too.
pub(super) struct KeptSpans<'a> {
    pub spans: &'a [LineSpan],
    pub bytes: usize,
}

impl KeptSpans<'_> {
    fn line_bytes(&self, line: usize) -> usize {
        self.spans[line].bytes as usize
    }
}

/// The lines of `text`, whose first bytes are the first of `head` and whose last ones are the last of `tail`.
pub(super) fn broken(
    text: &str,
    style: &LineStyle,
    columns: usize,
    head: &KeptSpans<'_>,
    tail: &KeptSpans<'_>,
) -> Vec<LineSpan> {
    if columns == usize::MAX {
        return vec![last_span(text.len())];
    }
    let (mut spans, mut start) = untouched(head.spans, head.bytes);
    let kept_from = text.len() - tail.bytes;
    let (mut next, mut next_start) = (tail.spans.len(), text.len());
    while let Some(before) = next.checked_sub(1) {
        match next_start.checked_sub(tail.line_bytes(before)) {
            Some(start) if start >= kept_from => (next, next_start) = (before, start),
            _ => break,
        }
    }
    let mut as_before = |start: usize| {
        while next < tail.spans.len() && next_start < start {
            next_start += tail.line_bytes(next);
            next += 1;
        }
        next < tail.spans.len() && next_start == start && breaks_anew(text, kept_from..start).is_some()
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
        match region.break_lines(columns, style, &mut spans, &mut start, &mut as_before) {
            Stopped::AtEnd => return spans,
            Stopped::AsBefore => {
                spans.extend_from_slice(&tail.spans[next..]);
                return spans;
            }
            Stopped::TooShort if start == before => at_once = at_once.saturating_mul(4),
            Stopped::TooShort => {}
        }
    }
}

fn last_span(bytes: usize) -> LineSpan {
    LineSpan {
        bytes: bytes as u32,
        looked_at: bytes as u32 + 1,
    }
}

/// The lines that looked at nothing beyond the first `bytes`, and where the next one begins.
fn untouched(spans: &[LineSpan], bytes: usize) -> (Vec<LineSpan>, usize) {
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
        spans: &mut Vec<LineSpan>,
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
                spans.push(LineSpan {
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

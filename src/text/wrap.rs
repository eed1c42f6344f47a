//! Breaking paragraphs into lines: by UAX #14 in logical order, each line reordered afterwards.
//! It does not know bidi beyond handing each line to `line`.

use std::ops::Range;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::cluster::{Cluster, Kind, clusters};
use super::levels::{Levels, levels_of, stand_ins};
use super::line::{VisualLine, lay};
use super::shape::join;
use super::style::LineStyle;

/// Lays out `text` in lines of at most `columns` columns; `\n` (or `\r\n`) starts a new paragraph. Never empty.
///
/// Lines break where UAX #14 allows it, else between clusters; letters on both sides of such a break keep the forms
/// they have in the word. Blanks at a break hang over the edge: those that do not fit have no cell, but belong to the
/// line's `range_byte`. Only a single wide character can fill more than `columns`.
///
/// ```
/// use dabir::text::{LineStyle, wrap};
/// let lines = wrap("جلسه برگزار می\u{200C}شود", 9, &LineStyle::default());
/// let ranges: Vec<_> = lines.iter().map(|line| line.range_byte.clone()).collect();
/// assert_eq!(ranges, [0..9, 9..22, 22..35]);
/// ```
pub fn wrap(text: &str, columns: usize, style: &LineStyle) -> Vec<VisualLine> {
    let mut lines = Vec::new();
    let mut start_byte = 0;
    for paragraph in text.split('\n') {
        let shown = paragraph.strip_suffix('\r').unwrap_or(paragraph);
        let first = lines.len();
        let wrapped = Wrapped::new(shown, columns, style);
        lines.extend((0..wrapped.len()).map(|line| wrapped.lay(shown, line, style)));
        shift(&mut lines[first..], start_byte);
        start_byte += paragraph.len() + 1;
    }
    lines
}

/// Moves the byte positions of lines that were counted from their paragraph's start.
fn shift(lines: &mut [VisualLine], by_bytes: usize) {
    if by_bytes == 0 {
        return;
    }
    for line in lines {
        line.range_byte = line.range_byte.start + by_bytes..line.range_byte.end + by_bytes;
        for cell in &mut line.cells {
            cell.source_byte.start += by_bytes as u32;
            cell.source_byte.end += by_bytes as u32;
        }
    }
}

/// A paragraph that knows where its lines begin; their cells are laid out when asked for.
#[derive(Debug, Clone)]
pub(crate) struct Wrapped {
    clusters: Vec<Cluster>,
    levels: Levels,
    /// The first cluster of each line. Invariant: never empty, begins with 0, ascends.
    starts: Vec<usize>,
    columns: usize,
    length_byte: usize,
}

impl Wrapped {
    /// Breaks `paragraph` into lines of at most `columns`.
    pub(crate) fn new(paragraph: &str, columns: usize, style: &LineStyle) -> Self {
        let mut clusters = clusters(paragraph, style, usize::MAX);
        let analysed = stand_ins(paragraph, style.controls);
        let levels = levels_of(&analysed, style.base);
        join(paragraph, &mut clusters, &levels, style.controls);
        let starts = line_starts(&analysed, &clusters, columns);
        Wrapped {
            clusters,
            levels,
            starts,
            columns,
            length_byte: paragraph.len(),
        }
    }

    /// How many lines there are, at least one.
    pub(crate) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of the paragraph that a line holds, hanging blanks included. Together they are the whole of it.
    pub(crate) fn range_byte(&self, line: usize) -> Range<usize> {
        let start = if line == 0 { 0 } else { self.start_byte(line) };
        let end = if line + 1 < self.len() {
            self.start_byte(line + 1)
        } else {
            self.length_byte
        };
        start..end
    }

    fn start_byte(&self, line: usize) -> usize {
        let first = self.starts.get(line).and_then(|&start| self.clusters.get(start));
        first.map_or(self.length_byte, |cluster| cluster.start_byte as usize)
    }

    /// The number of the line that holds `byte`; the last one holds the end of the paragraph.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        let after = self.starts.partition_point(|&start| {
            self.clusters
                .get(start)
                .is_some_and(|cluster| cluster.start_byte as usize <= byte)
        });
        after.saturating_sub(1)
    }

    /// Lays out one line of `paragraph`, the text that was wrapped, in the same style.
    pub(crate) fn lay(&self, paragraph: &str, line: usize, style: &LineStyle) -> VisualLine {
        let start = self.starts.get(line).copied().unwrap_or(self.clusters.len());
        let end = self.starts.get(line + 1).copied().unwrap_or(self.clusters.len());
        let kept = without_hanging(&self.clusters[start..end], self.columns);
        let mut laid = lay(paragraph, kept, &self.levels, style);
        laid.range_byte = self.range_byte(line);
        laid
    }
}

/// The clusters without the blanks at the end that stand beyond the edge.
fn without_hanging(line: &[Cluster], columns: usize) -> &[Cluster] {
    let mut kept = line;
    let mut filled: usize = line.iter().map(|cluster| usize::from(cluster.columns)).sum();
    while let [rest @ .., last] = kept {
        if filled <= columns || last.kind != Kind::Blank {
            break;
        }
        filled -= usize::from(last.columns);
        kept = rest;
    }
    kept
}

/// The indices of the clusters that begin a line.
fn line_starts(analysed: &str, found: &[Cluster], columns: usize) -> Vec<usize> {
    let mut starts = vec![0];
    if found
        .iter()
        .map(|cluster| usize::from(cluster.columns))
        .sum::<usize>()
        <= columns
    {
        return starts;
    }
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut allowed = segmenter.segment_str(analysed).peekable();
    let (mut start, mut filled) = (0, 0usize);
    let mut last_allowed = None;
    for (index, cluster) in found.iter().enumerate() {
        let at = cluster.start_byte as usize;
        while allowed.next_if(|&position| position < at).is_some() {}
        if allowed.peek() == Some(&at) && index > start {
            last_allowed = Some(index);
        }
        let width = usize::from(cluster.columns);
        while filled + width > columns && index > start && cluster.kind != Kind::Blank {
            let cut = last_allowed.take().unwrap_or(index);
            starts.push(cut);
            start = cut;
            filled = found[cut..index]
                .iter()
                .map(|cluster| usize::from(cluster.columns))
                .sum();
        }
        filled += width;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::super::clean::letters_of_forms;
    use super::super::style::{Direction, Form};
    use super::*;

    fn lines(text: &str, columns: usize) -> Vec<String> {
        let style = LineStyle::default();
        wrap(text, columns, &style)
            .iter()
            .map(|line| letters_of_forms(&line.symbols()).into_owned())
            .collect()
    }

    #[test]
    fn a_word_with_a_joiner_is_not_torn() {
        assert_eq!(lines("خانه می\u{200C}شود", 7), [" هناخ", "دوشیم"]);
    }

    #[test]
    fn dates_numbers_and_ranges_stay_whole() {
        for number in ["۱۴۰۱/۱۲/۲۱", "۲۱/۲۵/۱۴۷۷۲", "۱۴۰۱-۱۲-۲۱", "۰۲۱-۸۸۷۷"]
        {
            let text = format!("بند {number}");
            assert_eq!(lines(&text, 11), [" دنب", number]);
        }
    }

    #[test]
    fn each_line_is_reordered_by_itself() {
        assert_eq!(lines("شرکت Acme Corp آمد", 10), [" Acme تکرش", "دمآ Corp"]);
    }

    #[test]
    fn blanks_at_a_break_hang_over_the_edge() {
        let wrapped = wrap("الف   ب", 3, &LineStyle::default());
        assert_eq!(
            wrapped.iter().map(|line| line.columns).collect::<Vec<_>>(),
            [3, 1]
        );
        assert_eq!(wrapped[0].range_byte, 0..9);
    }

    #[test]
    fn an_overlong_word_is_split_between_cells_and_keeps_its_joined_forms() {
        let wrapped = wrap("ببببب", 3, &LineStyle::default());
        assert_eq!(wrapped[0].symbols(), "ﺒﺒﺑ");
        assert_eq!(wrapped[1].symbols(), "ﺐﺒ");
    }

    #[test]
    fn every_paragraph_has_its_line_and_an_empty_text_has_one() {
        assert_eq!(wrap("", 5, &LineStyle::default()).len(), 1);
        let wrapped = wrap("الف\n\r\nب\n", 5, &LineStyle::default());
        assert_eq!(
            wrapped
                .iter()
                .map(|line| line.range_byte.clone())
                .collect::<Vec<_>>(),
            [0..6, 7..7, 9..11, 12..12]
        );
        assert_eq!(wrapped[2].cells[0].source_byte, 9..11);
    }

    #[test]
    fn controls_in_stored_text_do_not_break_lines() {
        assert_eq!(wrap("a\u{2028}b\u{B}c", 9, &LineStyle::default()).len(), 1);
        let style = LineStyle {
            base: Direction::Ltr,
            form: Form::Logical,
            ..LineStyle::default()
        };
        assert_eq!(wrap("a\u{2028}b", 2, &style)[0].symbols(), "a␤");
    }
}

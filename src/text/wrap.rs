//! Breaking paragraphs into lines: by UAX #14 in logical order, each line reordered afterwards.
//! It does not know bidi beyond handing each line to `line`.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::cluster::{Cluster, ClusterKind, clusters};
use super::levels::{levels_of, stand_ins};
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
        wrap_paragraph(shown, columns, style, &mut lines);
        shift(&mut lines[first..], start_byte);
        start_byte += paragraph.len() + 1;
    }
    lines
}

/// Moves the byte positions of lines that were counted from their paragraph's start.
pub(crate) fn shift(lines: &mut [VisualLine], by_bytes: usize) {
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

fn wrap_paragraph(paragraph: &str, columns: usize, style: &LineStyle, lines: &mut Vec<VisualLine>) {
    let mut found = clusters(paragraph, style, usize::MAX);
    let analysed = stand_ins(paragraph, style.controls);
    let levels = levels_of(&analysed, style.base);
    join(paragraph, &mut found, &levels, style.controls);
    let mut starts = vec![0];
    break_lines(&analysed, 0, &found, columns, |start, _| {
        starts.push(start);
        true
    });
    let byte_of = |at: usize| {
        found
            .get(at)
            .map_or(paragraph.len(), |first| first.start_byte as usize)
    };
    for (number, &start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(found.len());
        let mut laid = lay(
            paragraph,
            without_hanging(&found[start..end], columns),
            &levels,
            style,
        );
        let start_byte = if number == 0 { 0 } else { byte_of(start) };
        laid.range_byte = start_byte..byte_of(end);
        lines.push(laid);
    }
}

/// The clusters without the blanks at the end that stand beyond the edge.
pub(crate) fn without_hanging(line: &[Cluster], columns: usize) -> &[Cluster] {
    let mut kept = line;
    let mut filled: usize = line.iter().map(|cluster| usize::from(cluster.columns)).sum();
    while let [rest @ .., last] = kept {
        if filled <= columns || last.kind != ClusterKind::Blank {
            break;
        }
        filled -= usize::from(last.columns);
        kept = rest;
    }
    kept
}

/// Calls `cut` with the first cluster of each line but the first, and with the cluster that did not fit any more on
/// the line before; until it returns false.
///
/// `analysed` is the text as [`stand_ins`] gives it; the clusters begin `skipped` bytes after its start.
pub(crate) fn break_lines(
    analysed: &str,
    skipped: usize,
    found: &[Cluster],
    columns: usize,
    mut cut: impl FnMut(usize, usize) -> bool,
) {
    let columns_of =
        |clusters: &[Cluster]| -> usize { clusters.iter().map(|cluster| usize::from(cluster.columns)).sum() };
    if columns_of(found) <= columns {
        return;
    }
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut allowed = segmenter.segment_str(analysed).peekable();
    let (mut start, mut filled) = (0, 0usize);
    let mut last_allowed = None;
    for (index, cluster) in found.iter().enumerate() {
        let at = skipped + cluster.start_byte as usize;
        while allowed.next_if(|&position| position < at).is_some() {}
        if allowed.peek() == Some(&at) && index > start {
            last_allowed = Some(index);
        }
        let width = usize::from(cluster.columns);
        while filled + width > columns && index > start && cluster.kind != ClusterKind::Blank {
            start = last_allowed.take().unwrap_or(index);
            if !cut(start, index) {
                return;
            }
            filled = columns_of(&found[start..index]);
        }
        filled += width;
    }
}

#[cfg(test)]
mod tests {
    use super::super::clean::letters_of_forms;
    use super::super::style::{Direction, TextForm};
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
            form: TextForm::Logical,
            ..LineStyle::default()
        };
        assert_eq!(wrap("a\u{2028}b", 2, &style)[0].symbols(), "a␤");
    }
}

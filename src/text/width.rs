//! How many columns a terminal fills for a piece of text.
//! It does not know order: the sum is the same in every order.

use unicode_width::UnicodeWidthChar;

use super::cluster::clusters;
use super::style::LineStyle;

/// A cluster never fills more columns than this; what stands beyond is not sent. Real clusters stay below.
pub(crate) const MAX_CLUSTER_COLUMNS: u8 = 6;

/// The columns of one scalar: 0, 1 or 2. Every Arabic letter is 1, since its form is sent.
pub(crate) fn scalar_columns(c: char) -> u8 {
    match c {
        // The letters and digits of most texts, without the table.
        ' '..='~'
        | '\u{620}'..='\u{64A}'
        | '\u{660}'..='\u{66F}'
        | '\u{671}'..='\u{6D5}'
        | '\u{6EE}'..='\u{6FF}' => 1,
        c => c.width().map_or(0, |columns| columns.min(2) as u8),
    }
}

/// The columns that [`line`](super::line) fills for `text` in the default style (stored text, controls as marks).
///
/// Lam-alef is one column, for the ligature is sent; marks and joiners are none; wide characters are two. This is the
/// only width of this project: `UnicodeWidthStr::width` differs from what terminals do with Persian.
///
/// ```
/// use dabir::text::cell_width;
/// assert_eq!(cell_width("سلام"), 3); // س، لا، م
/// assert_eq!(cell_width("می\u{200C}شود"), 5);
/// assert_eq!(cell_width("漢字"), 4);
/// ```
pub fn cell_width(text: &str) -> usize {
    cell_width_styled(text, &LineStyle::default())
}

/// As [`cell_width`], in a style: isolates take no column where they are honoured, and lam and alef are two cells
/// where letters are sent plain.
pub fn cell_width_styled(text: &str, style: &LineStyle) -> usize {
    clusters(text, style, usize::MAX)
        .iter()
        .map(|cluster| usize::from(cluster.columns))
        .sum()
}

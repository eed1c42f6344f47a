//! One line of cells: the only place where logical order becomes visual order.
//! It does not know terminals, styles or where on the screen the line will stand.

use std::ops::Range;

use compact_str::CompactString;
use icu_properties::CodePointMapData;
use icu_properties::props::BidiMirroringGlyph;
use unicode_bidi::Level;

use super::cluster::{Cluster, ClusterKind, clusters, mark_of, shown_scalars};
use super::invisible::{Nature, nature};
use super::levels::{Levels, levels, line_levels, visual_order};
use super::shape::{form_of, join};
use super::style::{Direction, LineStyle, TextForm};

/// What the painter should tell about a cell besides its symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CellNote {
    /// Nothing.
    #[default]
    Plain,
    /// The symbol stands for a control character: paint it faint.
    Mark,
    /// A ZWNJ follows this letter: underline the cell (only with `show_zwnj`).
    Zwnj,
    /// The ellipsis of [`truncate`]; its source is all that was cut.
    Ellipsis,
}

/// What fills one cell, or two for a wide character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What is sent to the terminal: a base and its signs. Never empty, never a control.
    pub symbol: CompactString,
    /// Columns filled, 1 or more.
    pub columns: u8,
    /// The bytes of the text that stand here, invisible ones included.
    pub source_byte: Range<u32>,
    /// The embedding level after L1; odd is right to left.
    pub level: u8,
    /// What the painter should tell besides.
    pub note: CellNote,
}

/// A line as the terminal shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisualLine {
    /// From the left edge of the terminal to the right; in [`TextForm::Logical`] from the start of the text to its end.
    pub cells: Vec<Cell>,
    /// The columns of all cells together.
    pub columns: usize,
    /// The bytes of the text that this line holds, the line break excluded.
    pub range_byte: Range<usize>,
    /// Base direction: the line starts at the right edge for [`Direction::Rtl`].
    pub base: Direction,
}

impl VisualLine {
    /// The symbols of all cells in their order.
    pub fn symbols(&self) -> String {
        self.cells.iter().map(|cell| cell.symbol.as_str()).collect()
    }
}

/// Lays out `text` as one line of one paragraph, however long. A line break in it is a mark.
///
/// Follows UAX #9 (rules P–L4) and joins Arabic letters by chapter 9.2 of the Unicode Standard. Signs stay in the
/// cell of their letter.
///
/// ```
/// use dabir::text::{LineStyle, line};
/// let laid = line("بند ۷", &LineStyle::default());
/// assert_eq!(laid.symbols(), "۷ \u{FEAA}\u{FEE8}\u{FE91}");
/// assert_eq!(laid.cells[0].source_byte, 7..9);
/// ```
pub fn line(text: &str, style: &LineStyle) -> VisualLine {
    let mut found = clusters(text, style, usize::MAX);
    let levels = levels(text, style.base, style.controls);
    join(text, &mut found, &levels, style.controls);
    lay(text, &found, &levels, style)
}

/// As [`line`], in at most `columns` columns: what does not fit is cut at the logical end, and `…` stands there.
///
/// The ellipsis is at the end side of the line (left in a right-to-left one). Text more than 4096 bytes after the cut
/// is not looked at.
///
/// ```
/// use dabir::text::{LineStyle, truncate};
/// let cut = truncate("دبیرخانه", 4, &LineStyle::default());
/// assert_eq!(cut.symbols(), "…\u{FBFD}\u{FE91}\u{FEA9}");
/// ```
pub fn truncate(text: &str, columns: usize, style: &LineStyle) -> VisualLine {
    let mut found = clusters(text, style, columns);
    let mut filled: usize = found.iter().map(|cluster| usize::from(cluster.columns)).sum();
    if filled <= columns {
        let levels = levels(text, style.base, style.controls);
        join(text, &mut found, &levels, style.controls);
        return lay(text, &found, &levels, style);
    }
    while filled >= columns.max(1) {
        let Some(last) = found.pop() else { break };
        filled -= usize::from(last.columns);
    }
    let cut = found.last().map_or(0, |last| last.end_byte as usize);
    let near = char_boundary_before(text, cut.saturating_add(LOOK_AHEAD_BYTES));
    let levels = levels(&text[..near], style.base, style.controls);
    join(text, &mut found, &levels, style.controls);
    let mut line = lay(text, &found, &levels, style);
    line.range_byte = 0..text.len();
    if columns > 0 {
        add_ellipsis(&mut line, cut as u32..text.len() as u32, style);
    }
    line
}

/// How far past its cut a truncated text may still influence the order of what is shown.
const LOOK_AHEAD_BYTES: usize = 4096;

fn char_boundary_before(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

fn add_ellipsis(line: &mut VisualLine, cut_off: Range<u32>, style: &LineStyle) {
    let cell = Cell {
        symbol: CompactString::const_new("…"),
        columns: 1,
        source_byte: cut_off,
        level: style.base.level(),
        note: CellNote::Ellipsis,
    };
    line.columns += 1;
    if style.form == TextForm::Visual && style.base == Direction::Rtl {
        line.cells.insert(0, cell);
    } else {
        line.cells.push(cell);
    }
}

/// Lays out consecutive clusters of `text` as one line.
pub(crate) fn lay(text: &str, line: &[Cluster], levels: &Levels, style: &LineStyle) -> VisualLine {
    let resolved = line_levels(line, levels, style.base);
    let order = match style.form {
        TextForm::Visual => visual_order(text, line, levels, &resolved, style),
        TextForm::Logical => (0..line.len()).collect(),
    };
    let cells: Vec<Cell> = order
        .iter()
        .map(|&at| cell(text, &line[at], resolved[at], style))
        .collect();
    VisualLine {
        columns: line.iter().map(|cluster| usize::from(cluster.columns)).sum(),
        range_byte: match (line.first(), line.last()) {
            (Some(first), Some(last)) => first.start_byte as usize..last.end_byte as usize,
            _ => 0..text.len(),
        },
        cells,
        base: style.base,
    }
}

fn cell(text: &str, cluster: &Cluster, level: Level, style: &LineStyle) -> Cell {
    let note = match cluster.kind {
        ClusterKind::Mark => CellNote::Mark,
        _ if style.show_zwnj && cluster.has_zwnj => CellNote::Zwnj,
        _ => CellNote::Plain,
    };
    Cell {
        symbol: match style.form {
            TextForm::Visual => visual_symbol(text, cluster, level),
            TextForm::Logical => logical_symbol(text, cluster),
        },
        columns: cluster.columns,
        source_byte: cluster.start_byte..cluster.end_byte,
        level: level.number(),
        note,
    }
}

/// The base in its form, mirrored at odd levels (L4), then its signs in logical order (L3).
fn visual_symbol(text: &str, cluster: &Cluster, level: Level) -> CompactString {
    let from_base = &text[cluster.base_byte as usize..cluster.end_byte as usize];
    let mut symbol = CompactString::default();
    match cluster.kind {
        ClusterKind::Mark => symbol.push(mark_of(cluster)),
        ClusterKind::Tab => symbol.push(' '),
        ClusterKind::Orphan => {
            symbol.push('◌');
            symbol.extend(shown_scalars(from_base));
        }
        ClusterKind::LamAlef => {
            symbol.push(form_of(text, cluster));
            symbol.extend(
                shown_scalars(from_base)
                    .skip(1)
                    .filter(|&c| super::forms::lam_alef(c, false).is_none()),
            );
        }
        ClusterKind::Letter | ClusterKind::Blank => {
            let base = form_of(text, cluster);
            symbol.push(if level.is_rtl() { mirrored(base) } else { base });
            symbol.extend(shown_scalars(from_base).skip(1));
        }
    }
    symbol
}

fn mirrored(c: char) -> char {
    if c.is_ascii_alphanumeric() || matches!(c, ' ' | '\u{FB50}'..='\u{FEFF}') {
        return c;
    }
    CodePointMapData::<BidiMirroringGlyph>::new()
        .get(c)
        .mirroring_glyph
        .unwrap_or(c)
}

/// The cluster as written, without bidi controls and ignorables; a control as its mark.
fn logical_symbol(text: &str, cluster: &Cluster) -> CompactString {
    match cluster.kind {
        ClusterKind::Mark => CompactString::from_iter([mark_of(cluster)]),
        ClusterKind::Tab => CompactString::const_new(" "),
        _ => {
            let source = &text[cluster.start_byte as usize..cluster.end_byte as usize];
            source
                .chars()
                .filter(|&c| matches!(nature(c), Nature::Visible | Nature::Joiner))
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::clean::{isolate, letters_of_forms};
    use super::super::style::Controls;
    use super::*;

    /// The line from left to right, forms turned back into letters.
    fn shown(text: &str) -> String {
        letters_of_forms(&line(text, &LineStyle::default()).symbols()).into_owned()
    }

    #[test]
    fn numbers_of_minutes_read_left_to_right_among_persian_letters() {
        assert_eq!(shown("در ۱۴۰۱/۱۲/۲۱ ساعت ۱۲:۳۰"), "۱۲:۳۰ تعاس ۱۴۰۱/۱۲/۲۱ رد");
        assert_eq!(shown("شماره ۲۱/۲۵/۱۴۷۷۲"), "۲۱/۲۵/۱۴۷۷۲ هرامش");
        assert_eq!(shown("در ۱۴۰۱-۱۲-۲۱"), "۱۴۰۱-۱۲-۲۱ رد");
        assert_eq!(shown("تلفن ۰۲۱-۸۸۷۷"), "۰۲۱-۸۸۷۷ نفلت");
        assert_eq!(shown("تلفن +98-21-8877"), "+98-21-8877 نفلت");
        assert_eq!(shown("بند ۲–۱–۳"), "۲–۱–۳ دنب");
        assert_eq!(shown("دمای −۵ درجه"), "هجرد −۵ یامد");
        assert_eq!(shown("رشد ۱۲٫۵٪"), "٪۱۲٫۵ دشر");
    }

    #[test]
    fn what_stands_in_minutes_reads_right_in_both_base_directions() {
        assert_eq!(
            shown("مبلغ ۴ میلیارد و ۲۲۴ میلیون"),
            "نویلیم ۲۲۴ و درایلیم ۴ غلبم"
        );
        assert_eq!(
            shown("به info@acme.ir فرستاده شد."),
            ".دش هداتسرف info@acme.ir هب"
        );
        assert_eq!(shown("ساعت ۸:۳۰-۱۰:۰۰ (صبح)"), "(حبص) ۸:۳۰-۱۰:۰۰ تعاس");
        assert_eq!(shown("«بند ۷»، (کتاف)"), "(فاتک) ،«۷ دنب»");
        let ltr = LineStyle {
            base: Direction::Ltr,
            ..LineStyle::default()
        };
        let shown_ltr = |text| letters_of_forms(&line(text, &ltr).symbols()).into_owned();
        assert_eq!(shown_ltr("Session 12: بند ۷ (کتاف)"), "Session 12: (فاتک) ۷ دنب");
        assert_eq!(shown_ltr("See ۱۴۰۱-۱۲-۲۱ بند"), "See ۱۴۰۱-۱۲-۲۱ دنب");
    }

    #[test]
    fn a_hyphen_that_joins_no_digits_is_left_to_the_algorithm() {
        assert_eq!(shown("کد ABC-12-13 است"), "تسا ABC-12-13 دک");
        assert_eq!(shown("- ۱۲ نفر"), "رفن ۱۲ -");
        assert_eq!(shown("الف-۱۲"), "۱۲-فلا");
    }

    #[test]
    fn brackets_and_guillemets_are_mirrored() {
        assert_eq!(shown("الف) «قول» (ب)"), "(ب) «لوق» (فلا");
        assert_eq!(shown("نسخه 2.0 (beta)"), "(beta) 2.0 هخسن");
        assert_eq!(shown("بودجه (کتاف) ≤ ۵"), "۵ ≥ (فاتک) هجدوب");
    }

    #[test]
    fn lam_and_alef_share_a_cell_with_signs_between_them_too() {
        assert_eq!(line("سلام", &LineStyle::default()).symbols(), "ﻡﻼﺳ");
        assert_eq!(line("لَا", &LineStyle::default()).symbols(), "\u{FEFB}\u{64E}");
        assert_eq!(line("ل\u{200C}ا", &LineStyle::default()).columns, 2);
        assert_eq!(
            line("ل\u{200D}\u{200C}\u{200D}ا", &LineStyle::default()).symbols(),
            "ﺎﻟ"
        );
        assert_eq!(line("لالا", &LineStyle::default()).columns, 2);
    }

    #[test]
    fn joiners_part_and_join_and_take_no_cell() {
        assert_eq!(line("می\u{200C}شود", &LineStyle::default()).symbols(), "ﺩﻮﺷﯽﻣ");
        assert_eq!(line("ه\u{200D}", &LineStyle::default()).symbols(), "ﻫ");
        assert_eq!(line("\u{200D}ه", &LineStyle::default()).symbols(), "ﻪ");
        assert_eq!(line("بـب", &LineStyle::default()).symbols(), "ﺐـﺑ");
        assert_eq!(line("بَبِ", &LineStyle::default()).symbols(), "ﺐ\u{650}ﺑ\u{64E}");
    }

    #[test]
    fn letters_without_forms_come_out_as_they_are_and_their_neighbours_join() {
        assert_eq!(line("بێب", &LineStyle::default()).symbols(), "ﺐێﺑ");
    }

    #[test]
    fn an_override_in_a_name_is_shown_and_has_no_effect() {
        let laid = line("علی\u{202E}ABC", &LineStyle::default());
        assert_eq!(letters_of_forms(&laid.symbols()), "ABC⇐یلع");
        assert_eq!(laid.cells[3].note, CellNote::Mark);
        assert_eq!(shown("\u{1B}[31m\tالف"), "فلا 31m]␛");
    }

    #[test]
    fn isolates_in_our_own_sentence_work_and_take_no_cell() {
        let style = LineStyle {
            controls: Controls::Honour,
            ..LineStyle::default()
        };
        let sentence = format!("شرکت {} ۱۲ بند", isolate("ACME 7)"));
        assert_eq!(
            letters_of_forms(&line(&sentence, &style).symbols()),
            "دنب ۱۲ ACME 7) تکرش"
        );
    }

    #[test]
    fn a_zwnj_is_noted_while_editing_and_moves_nothing() {
        let style = LineStyle {
            show_zwnj: true,
            ..LineStyle::default()
        };
        let (edited, read) = (
            line("می\u{200C}شود", &style),
            line("می\u{200C}شود", &LineStyle::default()),
        );
        assert_eq!(edited.symbols(), read.symbols());
        assert_eq!(
            edited
                .cells
                .iter()
                .map(|cell| cell.note == CellNote::Zwnj)
                .collect::<Vec<_>>(),
            [false, false, false, true, false]
        );
    }

    #[test]
    fn the_ellipsis_stands_where_the_line_would_go_on() {
        let style = LineStyle::default();
        assert_eq!(
            letters_of_forms(&truncate("شرکت English text", 9, &style).symbols()),
            "…Eng تکرش"
        );
        let ltr = LineStyle {
            base: Direction::Ltr,
            ..style
        };
        assert_eq!(
            letters_of_forms(&truncate("name شرکت", 8, &ltr).symbols()),
            "name رش…"
        );
        assert_eq!(truncate("abc", 0, &style).cells.len(), 0);
        assert_eq!(truncate("abc", 1, &style).symbols(), "…");
        assert_eq!(truncate("abc", 3, &style).symbols(), "abc");
    }

    #[test]
    fn joined_emoji_are_sent_as_their_first_one() {
        assert_eq!(
            line("👨\u{200D}👩\u{200D}👧👍🏽❤\u{FE0F}", &LineStyle::default()).symbols(),
            "❤👍👨"
        );
    }

    #[test]
    fn many_signs_on_one_letter_do_not_leave_their_row() {
        let laid = line(&format!("ب{}", "\u{64E}".repeat(100)), &LineStyle::default());
        assert_eq!(laid.cells.len(), 1);
        assert_eq!(laid.cells[0].symbol.chars().count(), 7);
    }
}

//! The clusters of a paragraph: what stands in one cell, in logical order, with its columns.
//! It does not know levels, neighbours' joining or the order on the screen.

use icu_properties::props::{ExtendedPictographic, GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_segmentation::UnicodeSegmentation;

use super::forms::lam_alef;
use super::invisible::{Nature, mark, nature, opens_isolate};
use super::style::{Controls, LineStyle, TextForm};
use super::width::{MAX_CLUSTER_COLUMNS, scalar_columns};

/// How many zero-width signs one cell carries; more would paint over the neighbouring rows.
const MAX_SIGNS: usize = 6;

/// What the base of a cluster is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClusterKind {
    /// A letter, digit, sign: anything with a picture.
    Letter,
    /// Blank that rule L1 moves to the end of the line, and that may hang over it.
    Blank,
    /// A tab: a segment separator of rule L1, drawn as one blank.
    Tab,
    /// A control, drawn as its mark.
    Mark,
    /// Signs without a letter, drawn on a dotted circle.
    Orphan,
    /// Lam and alef in one cell.
    LamAlef,
}

/// One cell's worth of text. Invariant: the clusters of a paragraph follow each other without a gap and cover it
/// whole, unless it has nothing visible at all; `start <= base_byte < end`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cluster {
    pub start_byte: u32,
    /// Where the base stands: after the invisible characters that were attached in front.
    pub base_byte: u32,
    pub end_byte: u32,
    pub base: char,
    pub columns: u8,
    pub kind: ClusterKind,
    pub has_zwnj: bool,
    /// Joined to the letter before and after it, in logical order. Set by `shape`.
    pub joins_before: bool,
    pub joins_after: bool,
}

/// The clusters of `text` in logical order, until their columns exceed `enough`.
///
/// Graphemes are those of UAX #29, but lam and alef are one, and what is invisible is attached to the cluster before
/// it (isolates that open, and whatever starts the text, to the one after).
pub(crate) fn clusters(text: &str, style: &LineStyle, enough: usize) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::with_capacity(text.len().min(enough) / 2 + 1);
    let mut columns = 0usize;
    let mut at = 0usize;
    let mut waiting: Option<usize> = None;
    while at < text.len() && columns <= enough {
        let grapheme = next_grapheme(&text[at..]);
        let end = at + grapheme.len();
        match cluster_of(grapheme, at, style) {
            None if waiting.is_none() && !grapheme.starts_with(opens_isolate) && !found.is_empty() => {
                if let Some(last) = found.last_mut() {
                    last.end_byte = end as u32;
                    last.has_zwnj |= grapheme.contains('\u{200C}');
                }
            }
            None => waiting = waiting.or(Some(at)),
            Some(mut cluster) => {
                if let Some(start) = waiting.take() {
                    cluster.start_byte = start as u32;
                    cluster.has_zwnj |= text[start..at].contains('\u{200C}');
                }
                if !merged_lam_alef(text, &mut found, &cluster, style) {
                    columns += usize::from(cluster.columns);
                    found.push(cluster);
                }
            }
        }
        at = end;
    }
    if let (Some(_), Some(last)) = (waiting, found.last_mut()) {
        last.end_byte = at as u32;
    }
    found
}

/// The first grapheme of `text`, which begins at a boundary; most Persian and Latin letters need no table for it.
pub(crate) fn next_grapheme(text: &str) -> &str {
    let mut chars = text.chars();
    if chars.next().is_some_and(stands_alone) {
        let rest = chars.as_str();
        if rest.chars().next().is_none_or(stands_alone) {
            return &text[..text.len() - rest.len()];
        }
    }
    text.graphemes(true).next().unwrap_or(text)
}

/// Is there a grapheme boundary between any two of these?
pub(crate) fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{61D}'..='\u{64A}' | '\u{660}'..='\u{66F}' | '\u{671}'..='\u{6D5}'
        | '\u{6EE}'..='\u{6FF}' | '«' | '»')
}

/// The cluster of one grapheme, or `None` if it has nothing to show.
fn cluster_of(grapheme: &str, at: usize, style: &LineStyle) -> Option<Cluster> {
    let (offset, base) = grapheme.char_indices().find(|&(_, c)| shows(c, style.controls))?;
    let kind = kind_of(grapheme, offset, base);
    let columns = match kind {
        ClusterKind::Letter | ClusterKind::LamAlef | ClusterKind::Blank => {
            letter_columns(&grapheme[offset..])
        }
        ClusterKind::Tab | ClusterKind::Mark | ClusterKind::Orphan => 1,
    };
    Some(Cluster {
        start_byte: at as u32,
        base_byte: (at + offset) as u32,
        end_byte: (at + grapheme.len()) as u32,
        base,
        columns,
        kind,
        has_zwnj: grapheme.contains('\u{200C}'),
        joins_before: false,
        joins_after: false,
    })
}

/// Does `c` fill a cell of its own or sign one, when controls are treated so?
fn shows(c: char, controls: Controls) -> bool {
    match nature(c) {
        Nature::Visible | Nature::Control => true,
        Nature::Bidi => controls == Controls::Show,
        Nature::Joiner | Nature::Unseen => false,
    }
}

fn kind_of(grapheme: &str, offset: usize, base: char) -> ClusterKind {
    if stands_alone(base) && base != ' ' {
        return ClusterKind::Letter;
    }
    let alone = || {
        !grapheme[offset + base.len_utf8()..]
            .chars()
            .any(|c| nature(c) == Nature::Visible)
    };
    match nature(base) {
        Nature::Control | Nature::Bidi => ClusterKind::Mark,
        _ if base == '\t' => ClusterKind::Tab,
        _ if is_blank(base) && alone() => ClusterKind::Blank,
        _ if grapheme[offset..].chars().all(|c| scalar_columns(c) == 0) => ClusterKind::Orphan,
        _ => ClusterKind::Letter,
    }
}

/// The characters of bidi class WS that have a cell.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}'
    )
}

fn letter_columns(from_base: &str) -> u8 {
    let columns: u8 = shown_scalars(from_base)
        .map(scalar_columns)
        .fold(0, u8::saturating_add);
    columns.clamp(1, MAX_CLUSTER_COLUMNS)
}

/// The scalars of a cluster that are sent, from its base on.
///
/// Terminals disagree about joined emoji, skin tones and variation selectors; the base emoji alone has one width
/// everywhere, so only it is sent. Signs beyond [`MAX_SIGNS`] and columns beyond the most a cluster may fill are not.
pub(crate) fn shown_scalars(from_base: &str) -> impl Iterator<Item = char> + '_ {
    let mut columns = 0u8;
    let mut signs = 0usize;
    from_base.chars().enumerate().filter_map(move |(index, c)| {
        if index > 0 && (nature(c) != Nature::Visible || is_emoji_tail(c)) {
            return None;
        }
        let own = scalar_columns(c);
        columns = columns.saturating_add(own);
        signs += usize::from(own == 0 && index > 0);
        (columns <= MAX_CLUSTER_COLUMNS && signs <= MAX_SIGNS).then_some(c)
    })
}

/// Inside a cluster only a skin tone or the next emoji of a joined sequence is pictographic.
fn is_emoji_tail(c: char) -> bool {
    c >= '\u{2190}'
        && (matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
            || CodePointSetData::new::<ExtendedPictographic>().contains(c))
}

/// Puts an alef into the cell of the lam before it, if nothing but vowel signs or ZWJ stands between them.
fn merged_lam_alef(text: &str, found: &mut [Cluster], alef: &Cluster, style: &LineStyle) -> bool {
    if style.form == TextForm::Logical
        || lam_alef(alef.base, false).is_none()
        || alef.start_byte != alef.base_byte
    {
        return false;
    }
    let Some(lam) = found.last_mut() else { return false };
    if lam.base != '\u{644}' || lam.kind != ClusterKind::Letter {
        return false;
    }
    let between = &text[lam.base_byte as usize + '\u{644}'.len_utf8()..lam.end_byte as usize];
    if !between.chars().all(|c| c == '\u{200D}' || is_sign(c)) {
        return false;
    }
    lam.end_byte = alef.end_byte;
    lam.kind = ClusterKind::LamAlef;
    lam.has_zwnj = alef.has_zwnj;
    true
}

/// Is `c` a nonspacing or enclosing mark?
pub(crate) fn is_sign(c: char) -> bool {
    c >= '\u{300}' && GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

/// The stand-in drawn for the base of a cluster that is a control.
pub(crate) fn mark_of(cluster: &Cluster) -> char {
    mark(cluster.base)
}

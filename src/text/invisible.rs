//! The characters that have no picture of their own: controls, bidi controls, joiners, ignorables, and their marks.
//! It does not know lines; it judges one scalar at a time.

use icu_properties::props::DefaultIgnorableCodePoint;
use icu_properties::{CodePointSetData, CodePointSetDataBorrowed};

/// What a scalar is to a line of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    /// Has a picture, or is a sign on the one before.
    Visible,
    /// ZWNJ or ZWJ: shapes its neighbours, takes no cell.
    Joiner,
    /// Directional marks, embeddings, overrides, isolates.
    Bidi,
    /// C0 but the tab, DEL, C1, line and paragraph separators, interlinear and deprecated format characters.
    Control,
    /// Zero-width space, word joiner, soft hyphen, variation selectors and other default ignorables: no cell, no mark.
    Unseen,
}

static IGNORABLE: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<DefaultIgnorableCodePoint>();

/// What `c` is to a line of cells.
pub(crate) fn nature(c: char) -> Nature {
    match c {
        '\t' | ' '..='~' | '\u{620}'..='\u{6FF}' => Nature::Visible,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Nature::Control,
        '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => Nature::Visible,
        '\u{200C}' | '\u{200D}' => Nature::Joiner,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Nature::Bidi
        }
        '\u{2028}' | '\u{2029}' | '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' => Nature::Control,
        // Hangul fillers of old syllables fill cells in terminals.
        '\u{115F}' | '\u{1160}' => Nature::Visible,
        c if IGNORABLE.contains(c) => Nature::Unseen,
        _ => Nature::Visible,
    }
}

/// The visible stand-in, one column wide, for a control: U+2400 and on for C0, double arrows for bidi controls
/// (right, left, both, and down for the closing ones), U+FFFD for the rest.
pub(crate) fn mark(c: char) -> char {
    match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        '\u{7F}' => '\u{2421}',
        '\u{2028}' | '\u{2029}' => '\u{2424}',
        '\u{200E}' | '\u{202A}' | '\u{202D}' | '\u{2066}' => '⇒',
        '\u{61C}' | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}' => '⇐',
        '\u{2068}' => '⇔',
        '\u{202C}' | '\u{2069}' => '⇓',
        _ => '\u{FFFD}',
    }
}

/// Does this control open an isolate (and so belong to what follows it)?
pub(crate) fn opens_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

/// Does this control open an embedding or override, closed by U+202C?
pub(crate) fn opens_embedding(c: char) -> bool {
    matches!(c, '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}')
}

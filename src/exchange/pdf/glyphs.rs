//! Glyphs in their places, and what is asked of the shaper.
//! Does not know fonts.

use super::fonts::FaceId;

/// A glyph; lengths in parts of the size of the font.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PlacedGlyph {
    pub(super) face: FaceId,
    pub(super) glyph: u16,
    pub(super) advance: f32,
    pub(super) across: f32,
    pub(super) up: f32,
    /// The letter that it stands for; none where it is a picture alone, and a glyph beside it stands for the letter.
    pub(super) says: Option<char>,
    /// Whether it says its letter twice.
    pub(super) is_double: bool,
}

/// A word, from left to right.
#[derive(Debug, Default)]
pub(super) struct ShapedWord {
    pub(super) glyphs: Vec<PlacedGlyph>,
    pub(super) width: f32,
}

/// A piece of text to be shaped, with what stands directly before and behind it: letters join over a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct WordPiece<'t> {
    pub(super) text: &'t str,
    pub(super) before: &'t str,
    pub(super) behind: &'t str,
    pub(super) bold: bool,
    pub(super) to_left: bool,
}

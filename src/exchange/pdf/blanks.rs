//! Glyphs without a picture and without width, each of which carries one letter that no glyph of its own shows.
//! Does not know which letters those are.
//!
//! A pdf says of each glyph what it stands for. The ligature لا is one glyph for two letters, and readers take such a
//! pair for one piece and turn it: سلامت is read as سالمت. So the ligature stands for its ل alone, and a blank glyph
//! beside it for the ا.

use std::collections::HashMap;

use harfrust::FontRef;
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};

/// Characters whose glyphs are blank in most fonts; the text never brings them, so their glyphs are free. Those that
/// it does bring (the joiners, and our marks of direction) stand for themselves.
const SPARE: [char; 19] = [
    '\u{200B}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{FEFF}', '\0', '\u{2060}',
    '\u{2061}', '\u{2062}', '\u{2063}', '\u{2064}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    '\u{34F}', '\u{200E}',
];
const THEMSELVES: [char; 3] = ['\u{200C}', '\u{200D}', '\u{200F}'];

/// The blank glyphs of a font, and what those that are in use stand for in a document.
#[derive(Debug, Default)]
pub(super) struct Blanks {
    /// The next one is taken from the end.
    spare: Vec<u16>,
    taken: HashMap<(char, bool), u16>,
}

impl Blanks {
    pub(super) fn of(font: &FontRef<'_>) -> Blanks {
        let characters = font.charmap();
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let blank = |c: char| {
            let glyph = characters.map(c).filter(|glyph| glyph.to_u32() != 0)?;
            let has_width = metrics.advance_width(glyph) != Some(0.0);
            let is_seen = metrics
                .bounds(glyph)
                .is_some_and(|bounds| bounds.x_max > bounds.x_min);
            let glyph = u16::try_from(glyph.to_u32()).ok()?;
            (!has_width && !is_seen).then_some(glyph)
        };
        let themselves = THEMSELVES
            .into_iter()
            .filter_map(|c| Some(((c, false), blank(c)?)));
        let taken: HashMap<(char, bool), u16> = themselves.collect();
        let mut spare: Vec<u16> = SPARE.into_iter().rev().filter_map(blank).collect();
        spare.retain(|glyph| !taken.values().any(|taken| taken == glyph));
        let mut seen = Vec::new();
        spare.retain(|glyph| {
            let is_new = !seen.contains(glyph);
            seen.push(*glyph);
            is_new
        });
        Blanks { spare, taken }
    }

    /// The glyph that stands for this letter, once or twice, the same one each time; none when all are in use for others.
    pub(super) fn standing_for(&mut self, letter: char, twice: bool) -> Option<u16> {
        if let Some(glyph) = self.taken.get(&(letter, twice)) {
            return Some(*glyph);
        }
        let glyph = self.spare.pop()?;
        self.taken.insert((letter, twice), glyph);
        Some(glyph)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::PdfFonts;
    use super::*;
    use crate::exchange::format::Fonts;

    #[test]
    fn each_letter_has_a_glyph_of_its_own_until_there_are_no_more() {
        let fonts = PdfFonts::read(&Fonts::default()).unwrap();
        let mut blanks = Blanks::of(&fonts.faces()[0].tables().unwrap());
        let letters = ['ا', 'آ', 'أ', 'إ', '\u{650}', '\u{64B}', '\u{200C}', '\u{200F}'];
        let glyphs = letters.map(|letter| blanks.standing_for(letter, false).unwrap());
        let mut distinct = glyphs.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), letters.len());
        assert_eq!(
            letters.map(|letter| blanks.standing_for(letter, false).unwrap()),
            glyphs
        );
        let more = ('a'..='z').filter_map(|letter| blanks.standing_for(letter, true));
        assert!(more.count() < 26);
    }
}

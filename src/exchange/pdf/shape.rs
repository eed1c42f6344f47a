//! A word as glyphs: joined, placed, each glyph with the one letter that it stands for.
//! Does not know lines; what stands beside a word is told to it.

use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{
    BufferClusterLevel, BufferFlags, Direction as Course, GlyphInfo, GlyphPosition, Language, Script,
    ShapeOptions, ShapePlan, Shaper, UnicodeBuffer,
};
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;

use super::blanks::Blanks;
use super::fonts::{FaceId, PdfFonts};
use super::glyphs::{PlacedGlyph, ShapedWord, WordPiece};
use super::wording::UNKNOWN;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct KnownWord {
    text: Box<str>,
    bold: bool,
    to_left: bool,
}

/// The shaper of one document. Each word is shaped once.
pub(super) struct Shaping<'f> {
    fonts: &'f PdfFonts,
    faces: Vec<ShapingFace<'f>>,
    plans: HashMap<(FaceId, Script, bool), ShapePlan>,
    known: HashMap<KnownWord, Rc<ShapedWord>>,
}

struct ShapingFace<'f> {
    shaper: Shaper<'f>,
    characters: Charmap<'f>,
    blanks: Blanks,
}

impl<'f> Shaping<'f> {
    pub(super) fn new(fonts: &'f PdfFonts) -> Shaping<'f> {
        let faces = fonts.faces().iter().filter_map(|face| {
            let tables = face.tables()?;
            Some(ShapingFace {
                blanks: Blanks::of(&tables),
                characters: tables.charmap(),
                shaper: face.data.shaper(&tables).build(),
            })
        });
        Shaping {
            fonts,
            faces: faces.collect(),
            plans: HashMap::new(),
            known: HashMap::new(),
        }
    }

    /// The glyphs of a piece.
    pub(super) fn shape(&mut self, piece: WordPiece<'_>) -> Rc<ShapedWord> {
        if !piece.before.is_empty() || !piece.behind.is_empty() {
            return Rc::new(self.shape_anew(piece));
        }
        let known = KnownWord {
            text: piece.text.into(),
            bold: piece.bold,
            to_left: piece.to_left,
        };
        if let Some(word) = self.known.get(&known) {
            return word.clone();
        }
        let word = Rc::new(self.shape_anew(piece));
        self.known.insert(known, word.clone());
        word
    }

    /// A glyph without width or picture that stands for this character.
    pub(super) fn blank(&mut self, bold: bool, says: char) -> PlacedGlyph {
        let [first, ours] = self.fonts.of_weight(bold);
        self.blank_of(first, ours, says, false)
    }

    pub(super) fn blank_of(
        &mut self,
        face: FaceId,
        ours: FaceId,
        says: char,
        is_double: bool,
    ) -> PlacedGlyph {
        let mut found = None;
        for id in [face, ours, 0, 1] {
            let blank = self.faces.get_mut(usize::from(id));
            found = found.or_else(|| Some((id, blank?.blanks.standing_for(says, is_double)?)));
        }
        // When all are in use the writer of the file says beside the glyph what it stands for here.
        let mut last = || self.faces.first_mut()?.blanks.standing_for('\u{200C}', false);
        let (face, glyph) = found.or_else(|| Some((0, last()?))).unwrap_or_default();
        PlacedGlyph {
            face,
            glyph,
            advance: 0.0,
            across: 0.0,
            up: 0.0,
            says: Some(says),
            is_double,
        }
    }

    fn shape_anew(&mut self, piece: WordPiece<'_>) -> ShapedWord {
        let chain = self.fonts.of_weight(piece.bold);
        let mut glyphs = Vec::new();
        for (face, stretch) in self.stretches(piece.text, chain) {
            let shaped = match face {
                Some(face) => self.of_face(face, chain[1], &piece, stretch),
                None => self.boxes(chain[1], &piece.text[stretch]),
            };
            if piece.to_left {
                glyphs.splice(0..0, shaped);
            } else {
                glyphs.extend(shaped);
            }
        }
        let width = glyphs.iter().map(|glyph: &PlacedGlyph| glyph.advance).sum();
        ShapedWord { glyphs, width }
    }

    /// The text cut where the font changes: in each part all letters are in one font, or in none.
    fn stretches(&self, text: &str, chain: [FaceId; 2]) -> Vec<(Option<FaceId>, std::ops::Range<usize>)> {
        let mut stretches: Vec<(Option<FaceId>, std::ops::Range<usize>)> = Vec::new();
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let has = |id: &FaceId| {
                let face = self.faces.get(usize::from(*id));
                face.is_some_and(|face| face.characters.map(c).is_some_and(|glyph| glyph.to_u32() != 0))
            };
            match stretches.last_mut() {
                // A sign or a joiner follows the letter that it belongs to.
                Some((Some(_), stretch)) if is_dependent(c) => stretch.end = end,
                Some((face, stretch)) if *face == chain.into_iter().find(has) => stretch.end = end,
                _ => stretches.push((chain.into_iter().find(has), at..end)),
            }
        }
        stretches
    }

    fn boxes(&mut self, ours: FaceId, text: &str) -> Vec<PlacedGlyph> {
        let mut buffer = [0; 4];
        let shown: &str = UNKNOWN.encode_utf8(&mut buffer);
        let whole = WordPiece {
            text: shown,
            before: "",
            behind: "",
            bold: false,
            to_left: false,
        };
        let mut boxes = Vec::new();
        for c in text.chars() {
            for mut glyph in self.of_face(ours, ours, &whole, 0..shown.len()) {
                glyph.says = Some(c);
                boxes.push(glyph);
            }
        }
        boxes
    }

    fn of_face(
        &mut self,
        face: FaceId,
        ours: FaceId,
        piece: &WordPiece<'_>,
        stretch: std::ops::Range<usize>,
    ) -> Vec<PlacedGlyph> {
        let buffer = buffer(piece, &stretch);
        let Some(shaping) = self.faces.get(usize::from(face)) else {
            return Vec::new();
        };
        let shaper = &shaping.shaper;
        let script = buffer.script();
        let language = buffer.language();
        let plan = self
            .plans
            .entry((face, script, piece.to_left))
            .or_insert_with(|| ShapePlan::new(shaper, course(piece), Some(script), language.as_ref(), &[]));
        let shaped = shaper.shape(buffer, ShapeOptions::new().plan(Some(plan)));
        let unit = 1.0 / shaper.units_per_em() as f32;
        let placed = |(info, position): (&GlyphInfo, &GlyphPosition)| {
            let glyph = PlacedGlyph {
                face,
                glyph: info.glyph_id as u16,
                advance: position.x_advance as f32 * unit,
                across: position.x_offset as f32 * unit,
                up: position.y_offset as f32 * unit,
                says: None,
                is_double: false,
            };
            (info.cluster as usize, glyph)
        };
        let mut glyphs: Vec<(usize, PlacedGlyph)> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(placed)
            .collect();
        if piece.to_left {
            glyphs.reverse();
        }
        let mut told = self.told(&glyphs, &piece.text[stretch], ours);
        if piece.to_left {
            told.reverse();
        }
        told
    }
}

fn course(piece: &WordPiece<'_>) -> Course {
    if piece.to_left {
        Course::RightToLeft
    } else {
        Course::LeftToRight
    }
}

/// A part of a piece as the shaper takes it.
fn buffer(piece: &WordPiece<'_>, stretch: &std::ops::Range<usize>) -> UnicodeBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
    let is_first = stretch.start == 0;
    buffer.set_pre_context(if is_first {
        piece.before
    } else {
        &piece.text[..stretch.start]
    });
    buffer.push_str(&piece.text[stretch.clone()]);
    let is_last = stretch.end == piece.text.len();
    buffer.set_post_context(if is_last {
        piece.behind
    } else {
        &piece.text[stretch.end..]
    });
    buffer.guess_segment_properties();
    buffer.set_direction(course(piece));
    // Digits have forms by language: those of Persian, not of Urdu.
    if let Some(language) = Language::new("fa") {
        buffer.set_language(language);
    }
    buffer.set_flags(BufferFlags::PRESERVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
    buffer
}

/// Is it a sign on the letter before it, or a joiner: something that has no place of its own in a line?
pub(super) fn is_dependent(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::format::Fonts;

    fn letters(text: &str, to_left: bool) -> String {
        let fonts = PdfFonts::read(&Fonts::default()).unwrap();
        let word = WordPiece {
            text,
            before: "",
            behind: "",
            bold: false,
            to_left,
        };
        let word = Shaping::new(&fonts).shape(word);
        let says = |glyph: &PlacedGlyph| {
            glyph
                .says
                .into_iter()
                .chain(glyph.says.filter(|_| glyph.is_double))
        };
        word.glyphs.iter().flat_map(says).collect()
    }

    fn reversed(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn every_letter_is_said_once_and_in_its_order() {
        for word in [
            "سلام",
            "مصوبه",
            "می\u{200C}شود",
            "خلاصهٔ",
            "مدیرِ",
            "الله",
            "مثلاً",
            "(الف)",
            "لإ",
            "\u{650}",
        ] {
            assert_eq!(letters(word, true), reversed(word), "{word}");
        }
        assert_eq!(letters("ACME-12", false), "ACME-12");
        assert_eq!(letters("۱۴۰۱/۱۲/۲۱", false), "۱۴۰۱/۱۲/۲۱");
    }

    #[test]
    fn a_character_without_a_glyph_is_a_box_that_says_it() {
        assert_eq!(letters("\u{4E2D}\u{1F600}", false), "\u{4E2D}\u{1F600}");
    }

    #[test]
    fn letters_keep_their_joined_forms_over_a_break() {
        let fonts = PdfFonts::read(&Fonts::default()).unwrap();
        let mut shaping = Shaping::new(&fonts);
        let mut glyphs = |text, before, behind| {
            let word = WordPiece {
                text,
                before,
                behind,
                bold: false,
                to_left: true,
            };
            let shaped = shaping.shape(word);
            shaped.glyphs.iter().map(|glyph| glyph.glyph).collect::<Vec<_>>()
        };
        let whole = glyphs("ببب", "", "");
        assert_eq!(glyphs("بب", "", "ب"), whole[1..]);
        assert_eq!(glyphs("ب", "بب", ""), whole[..1]);
        assert_ne!(glyphs("ب", "", ""), whole[..1]);
    }
}

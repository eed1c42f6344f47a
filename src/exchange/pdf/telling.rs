//! Which letter each glyph of a word stands for, and the blank glyphs for letters without one.
//! Does not know how glyphs are chosen.

use super::fonts::FaceId;
use super::glyphs::PlacedGlyph;
use super::shape::{Shaping, is_dependent};

/// How far blank glyphs for letters of one ligature stand apart.
const APART: f32 = 0.02;

impl Shaping<'_> {
    /// Tells each glyph its letter; glyphs and clusters in the order of reading.
    pub(super) fn told(
        &mut self,
        glyphs: &[(usize, PlacedGlyph)],
        text: &str,
        ours: FaceId,
    ) -> Vec<PlacedGlyph> {
        let mut told = Vec::with_capacity(glyphs.len());
        let mut rest = glyphs;
        while let Some((start, _)) = rest.first() {
            let length = rest.iter().take_while(|(cluster, _)| cluster == start).count();
            let (cluster, behind) = rest.split_at(length);
            let end = behind.first().map_or(text.len(), |(next, _)| *next);
            self.tell(cluster, &text[*start..end], ours, &mut told);
            rest = behind;
        }
        told
    }

    fn tell(
        &mut self,
        cluster: &[(usize, PlacedGlyph)],
        letters: &str,
        ours: FaceId,
        told: &mut Vec<PlacedGlyph>,
    ) {
        // A sign stands on the letter before it, and is told by a blank glyph; one at the start of a word stands for itself.
        let is_alone = told.is_empty() && letters.chars().all(is_dependent);
        let carries = |glyph: &PlacedGlyph| glyph.advance > 0.0 || is_alone;
        let mut letters = letters.chars().peekable();
        for (_, glyph) in cluster {
            let mut glyph = *glyph;
            if carries(&glyph) {
                while let Some(sign) = letters.next_if(|letter| is_dependent(*letter) && !is_alone) {
                    told.push(self.blank_of(glyph.face, ours, sign, false));
                }
                glyph.says = letters.next();
            }
            told.push(glyph);
        }
        let face = cluster.first().map_or(ours, |(_, glyph)| glyph.face);
        let mut number = 0.0;
        while let Some(letter) = letters.next() {
            // Readers take two equal glyphs in one place for one that is printed twice.
            let is_double = letters.next_if_eq(&letter).is_some();
            let mut blank = self.blank_of(face, ours, letter, is_double);
            blank.across = -APART * number;
            number += 1.0;
            told.push(blank);
        }
    }
}

//! Pages as a file: glyphs and lines drawn, each handed to the structure as it is drawn.
//! Does not know how a page was made up.

use krilla::Document;
use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use super::fonts::PdfFonts;
use super::glyphs::PlacedGlyph;
use super::lines::{LineRun, SetLine};
use super::slab::{DrawnArea, Leaf, SIDE, SlabInk, Stacked};
use super::structure::{Place, Structure};

/// How thick lines are, in points, and how dark.
const LINE: f32 = 0.5;
const LINE_SHADE: u8 = 110;

/// Draws pages.
pub(super) struct Painter<'f> {
    pub(super) fonts: &'f PdfFonts,
    pub(super) structure: Structure,
    pub(super) leaf: Leaf,
}

impl Painter<'_> {
    /// Draws a page with its foot.
    pub(super) fn page(&mut self, document: &mut Document, page: &Stacked, foot: Vec<SetLine>) {
        let Some(settings) = PageSettings::from_wh(self.leaf.width, self.leaf.height) else {
            return;
        };
        let mut drawn = document.start_page_with(settings);
        let mut surface = drawn.surface();
        surface.set_fill(Some(fill(0)));
        for (top, slab, again) in &page.slabs {
            for ink in &slab.inks {
                match ink {
                    SlabInk::Line { x, y, line, place } => {
                        let place = (!again).then_some(*place);
                        let at = (SIDE + x, top + y);
                        self.line(&mut surface, line, at, place, ArtifactType::PaginationOther);
                    }
                    SlabInk::Area(area) => self.area(&mut surface, area, *top, *again),
                }
            }
        }
        for line in foot {
            let x = (self.leaf.width - line.width) / 2.0;
            self.line(
                &mut surface,
                &line,
                (x, self.leaf.foot_line()),
                None,
                ArtifactType::Footer,
            );
        }
        surface.finish();
        drawn.finish();
    }

    fn line(
        &mut self,
        surface: &mut Surface<'_>,
        line: &SetLine,
        (x, y): (f32, f32),
        place: Option<Place>,
        otherwise: ArtifactType,
    ) {
        let tag = match place {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Artifact(Artifact::with_kind(otherwise)),
        };
        let piece = surface.start_tagged(tag);
        for run in &line.runs {
            self.run(surface, run, (x, y), line.size);
        }
        surface.end_tagged();
        if let Some(place) = place {
            self.structure.painted(place, piece);
        }
    }

    /// Draws glyphs, as many at once as are of one font; those that stand for no letter as pictures, not to be read.
    fn run(&self, surface: &mut Surface<'_>, run: &LineRun, (x, y): (f32, f32), size: f32) {
        let mut x = x + run.x;
        for glyphs in run.glyphs.chunk_by(|a, b| a.face == b.face) {
            let face = glyphs
                .first()
                .and_then(|first| self.fonts.faces().get(usize::from(first.face)));
            let Some(face) = face else { continue };
            let DrawnGlyphs {
                before,
                said,
                text,
                pictures,
                width,
            } = told(glyphs);
            let at = |across: f32| Point::from_xy(x + across * size, y);
            surface.draw_glyphs(at(before), &said, face.font.clone(), &text, size, false);
            for (across, picture) in pictures {
                surface.draw_glyphs(at(across), &[picture], face.font.clone(), "", size, true);
            }
            x += width * size;
        }
    }

    fn area(&mut self, surface: &mut Surface<'_>, area: &DrawnArea, top: f32, again: bool) {
        let DrawnArea {
            x,
            y,
            width,
            height,
            fill: shade,
            is_framed,
            place,
        } = *area;
        let mut path = PathBuilder::new();
        let Some(rectangle) = Rect::from_xywh(SIDE + x, top + y, width, height) else {
            return;
        };
        path.push_rect(rectangle);
        let Some(path) = path.finish() else { return };
        let place = place.filter(|_| !again);
        let tag = match place {
            Some(_) => ContentTag::Other,
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        };
        let piece = surface.start_tagged(tag);
        surface.set_fill(shade.map(fill));
        surface.set_stroke(is_framed.then(stroke));
        if shade.is_some() || is_framed {
            surface.draw_path(&path);
        }
        surface.set_stroke(None);
        surface.set_fill(Some(fill(0)));
        surface.end_tagged();
        if let Some(place) = place {
            self.structure.painted(place, piece);
        }
    }
}

/// Glyphs as the writer of the file takes them, from left to right; lengths in parts of the size.
#[derive(Default)]
struct DrawnGlyphs {
    /// Where the first one that is read begins.
    before: f32,
    said: Vec<KrillaGlyph>,
    text: String,
    /// Those that are only seen, each with its place.
    pictures: Vec<(f32, KrillaGlyph)>,
    width: f32,
}

fn told(glyphs: &[PlacedGlyph]) -> DrawnGlyphs {
    let mut told = DrawnGlyphs::default();
    for PlacedGlyph {
        face: _,
        glyph,
        advance,
        across,
        up,
        says,
        is_double,
    } in glyphs
    {
        let start = told.text.len();
        told.text.extend(says);
        told.text.extend(says.filter(|_| *is_double));
        let id = GlyphId::new(u32::from(*glyph));
        let drawn = KrillaGlyph::new(id, *advance, *across, *up, 0.0, start..told.text.len(), None);
        match (says, told.said.last_mut()) {
            (Some(_), _) => told.said.push(drawn),
            (None, last) => {
                // What is read next moves by its width.
                match last {
                    Some(last) => last.x_advance += advance,
                    None => told.before += advance,
                }
                told.pictures.push((told.width, drawn));
            }
        }
        told.width += advance;
    }
    told
}

fn fill(shade: u8) -> Fill {
    Fill {
        paint: luma::Color::new(shade).into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }
}

fn stroke() -> Stroke {
    Stroke {
        paint: luma::Color::new(LINE_SHADE).into(),
        width: LINE,
        ..Stroke::default()
    }
}

//! Sets texts as slabs: sizes, leading, the marks in the margin. Everything on a page goes through here.
//! Does not know which block of a paper a text belongs to.

use krilla::tagging::{Tag, TagKind};

use super::lines::{SetLine, set};
use super::shape::Shaping;
use super::slab::{SIDE, Slab, SlabInk, start_of};
use super::structure::{Place, Structure};
use super::wording::{Wording, plain, wording, wordings};
use crate::exchange::paper::Text;
use crate::text::{Digits, Direction};

/// Sizes in points.
pub(super) const TITLE: f32 = 16.0;
pub(super) const HEADING: f32 = 12.5;
pub(super) const BODY: f32 = 11.0;
pub(super) const TABLE: f32 = 10.0;
pub(super) const REMARK: f32 = 7.0;
/// The distance of lines in parts of their size.
const LEADING: f32 = 1.65;
/// The room between a remark and the text, and the edge of the page.
const BESIDE: f32 = 7.0;

/// The height of a line.
pub(super) fn leading(size: f32) -> f32 {
    size * LEADING
}

/// The baseline of a line below its top: signs above and below letters have equal room.
pub(super) fn baseline(size: f32) -> f32 {
    size * (LEADING / 2.0 + 0.22)
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Manner {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) is_centred: bool,
}

impl Manner {
    pub(super) fn plain(size: f32) -> Manner {
        Manner {
            size,
            bold: false,
            is_centred: false,
        }
    }

    pub(super) fn bold(size: f32) -> Manner {
        Manner {
            bold: true,
            ..Manner::plain(size)
        }
    }

    pub(super) fn centred(self) -> Manner {
        Manner {
            is_centred: true,
            ..self
        }
    }
}

/// Everything that is needed to set a paper.
pub(super) struct Setter<'f> {
    pub(super) shaping: Shaping<'f>,
    pub(super) structure: Structure,
    pub(super) base: Direction,
    pub(super) digits: Digits,
    /// How broad the text is.
    pub(super) width: f32,
    /// How high a slab may be.
    pub(super) height: f32,
}

impl Setter<'_> {
    /// The paragraphs of a text, each as its lines.
    pub(super) fn paragraphs(&mut self, text: &Text, manner: Manner, width: f32) -> Vec<Vec<SetLine>> {
        let wordings = wordings(text, self.base, manner.bold);
        wordings
            .iter()
            .map(|wording| self.lines(wording, manner.size, width))
            .collect()
    }

    /// Our own words as lines.
    pub(super) fn words(&mut self, words: &str, manner: Manner, width: f32) -> Vec<SetLine> {
        let wording = wording(words, self.base, manner.bold);
        self.lines(&wording, manner.size, width)
    }

    fn lines(&mut self, wording: &Wording, size: f32, width: f32) -> Vec<SetLine> {
        set(&mut self.shaping, wording, size, width)
    }

    /// A line of nothing, so that a cell without words is a cell.
    pub(super) fn nothing(&mut self, size: f32) -> SetLine {
        SetLine::nothing(&mut self.shaping, self.base, size)
    }

    /// Puts lines one under the other, from `y` on; returns the height that they take.
    pub(super) fn put(
        &mut self,
        inks: &mut Vec<SlabInk>,
        lines: Vec<SetLine>,
        at: LinesAt,
        place: Place,
    ) -> f32 {
        let mut filled = 0.0;
        for mut line in lines {
            let y = at.y + filled + baseline(line.size);
            let x = start_of(&line, at.x, at.width, at.is_centred);
            filled += leading(line.size);
            let remarks = std::mem::take(&mut line.remarks);
            inks.push(SlabInk::Line { x, y, line, place });
            self.put_remarks(inks, &remarks, y, place);
        }
        filled
    }

    /// Remarks stand in the margin at the end of the lines, away from where pages are bound.
    fn put_remarks(&mut self, inks: &mut Vec<SlabInk>, remarks: &[String], mut y: f32, place: Place) {
        let width = SIDE - 2.0 * BESIDE;
        let x = match self.base {
            Direction::Rtl => BESIDE - SIDE,
            Direction::Ltr => self.width + BESIDE,
        };
        for remark in remarks {
            let note = self.structure.add(Some(place), Tag::Note);
            for line in self.words(remark, Manner::plain(REMARK), width) {
                let x = start_of(&line, x, width, false);
                inks.push(SlabInk::Line {
                    x,
                    y,
                    line,
                    place: note,
                });
                y += leading(REMARK);
            }
        }
    }

    /// Running text: a slab a line; the first two lines of a paragraph stand together, and the last two.
    pub(super) fn running(&mut self, text: &Text, manner: Manner, parent: Option<Place>) -> Vec<Slab> {
        let mut slabs = Vec::new();
        for lines in self.paragraphs(text, manner, self.width) {
            let place = self.structure.add(parent, Tag::P);
            slabs.extend(self.stacked(lines, manner, place));
        }
        slabs
    }

    /// Text under one place in the structure, held together with what follows it.
    pub(super) fn heading(&mut self, text: &Text, manner: Manner, tag: impl Into<TagKind>) -> Vec<Slab> {
        let place = self.structure.add(None, tag);
        let lines: Vec<SetLine> = self
            .paragraphs(text, manner, self.width)
            .into_iter()
            .flatten()
            .collect();
        let mut slabs = self.stacked(lines, manner, place);
        slabs.iter_mut().for_each(|slab| slab.holds_next = true);
        slabs
    }

    fn stacked(&mut self, lines: Vec<SetLine>, manner: Manner, place: Place) -> Vec<Slab> {
        let count = lines.len();
        let mut slabs = Vec::with_capacity(count);
        for (number, line) in lines.into_iter().enumerate() {
            let mut slab = Slab {
                holds_next: number + 1 < count && (number == 0 || number + 2 == count),
                ..Slab::default()
            };
            let spot = LinesAt {
                x: 0.0,
                y: 0.0,
                width: self.width,
                is_centred: manner.is_centred,
            };
            slab.height = self.put(&mut slab.inks, vec![line], spot, place);
            slabs.push(slab);
        }
        slabs
    }
}

/// Where lines are put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LinesAt {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) is_centred: bool,
}

/// What a text says, in one line without marks, for names in lists.
pub(super) fn said(text: &Text, base: Direction) -> String {
    let parts = wordings(text, base, false);
    let parts: Vec<String> = parts.iter().map(|wording| plain(&wording.text)).collect();
    parts.join(" ")
}

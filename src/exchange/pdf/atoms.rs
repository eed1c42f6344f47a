//! The smallest pieces that a line is made of: words that are shaped as one, blanks, and marks of direction.
//! Does not know how wide a line may be.

use std::ops::Range;
use std::rc::Rc;

use icu_segmenter::GraphemeClusterSegmenter;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::glyphs::{PlacedGlyph, ShapedWord, WordPiece};
use super::shape::Shaping;
use super::wording::Wording;
use crate::text::{Controls, Nature, levels_of, nature, stand_ins};

/// A word that has more clusters is cut into several; nothing that people write has.
const LONGEST_WORD: usize = 64;

/// A piece of a line.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub(super) what: AtomKind,
    /// Its place in the text.
    pub(super) bytes: Range<usize>,
    /// Its embedding level (UAX #9).
    pub(super) level: u8,
    pub(super) bold: bool,
    /// Whether a line may begin with it (UAX #14).
    pub(super) may_begin: bool,
}

#[derive(Clone, Debug)]
pub(super) enum AtomKind {
    Word(Rc<ShapedWord>),
    Blank(PlacedGlyph),
    /// No glyph, but a level: it may part two pieces that would run into each other.
    Mark,
}

impl Atom {
    /// Its width in parts of the size of the font.
    pub(super) fn width(&self) -> f32 {
        match &self.what {
            AtomKind::Word(word) => word.width,
            AtomKind::Blank(glyph) => glyph.advance,
            AtomKind::Mark => 0.0,
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        matches!(self.what, AtomKind::Blank(_))
    }

    /// Whether it is read from right to left.
    pub(super) fn to_left(&self) -> bool {
        self.level % 2 == 1
    }
}

/// What a character is to a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Word,
    Blank,
    Mark,
}

fn sort(c: char) -> Sort {
    match nature(c) {
        Nature::Bidi => Sort::Mark,
        _ if c == ' ' => Sort::Blank,
        _ => Sort::Word,
    }
}

/// The pieces of a paragraph in the order of reading.
pub(super) fn atoms(shaping: &mut Shaping<'_>, wording: &Wording) -> Vec<Atom> {
    let mut cut = cut(wording);
    let text = wording.text.as_str();
    let clusters = GraphemeClusterSegmenter::new();
    let mut atoms = Vec::with_capacity(cut.len());
    for atom in cut.drain(..) {
        if atom.sort != Sort::Word {
            let what = if atom.sort == Sort::Mark {
                AtomKind::Mark
            } else {
                blank(shaping, atom.bold)
            };
            atoms.push(atom.with(what));
            continue;
        }
        for (number, bytes) in pieces(clusters, &text[atom.bytes.clone()]).enumerate() {
            let bytes = atom.bytes.start + bytes.start..atom.bytes.start + bytes.end;
            let what = AtomKind::Word(shape_part(
                shaping,
                text,
                &atom.bytes,
                &bytes,
                (atom.bold, atom.level),
            ));
            let may_begin = atom.may_begin || number > 0;
            let part = CutAtom {
                bytes,
                may_begin,
                ..atom.clone()
            };
            atoms.push(part.with(what));
        }
    }
    atoms
}

/// A part of a word, joined to the rest of it.
pub(super) fn shape_part(
    shaping: &mut Shaping<'_>,
    text: &str,
    word: &Range<usize>,
    part: &Range<usize>,
    (bold, level): (bool, u8),
) -> Rc<ShapedWord> {
    shaping.shape(WordPiece {
        text: &text[part.clone()],
        before: &text[word.start..part.start],
        behind: &text[part.end..word.end],
        bold,
        to_left: level % 2 == 1,
    })
}

/// A word in pieces that are not too long, cut between clusters; nearly always one.
fn pieces(
    clusters: icu_segmenter::GraphemeClusterSegmenterBorrowed<'static>,
    word: &str,
) -> impl Iterator<Item = Range<usize>> {
    let mut ends: Vec<usize> = Vec::new();
    if word.len() > LONGEST_WORD {
        ends.extend(
            clusters
                .segment_str(word)
                .skip(1)
                .skip(LONGEST_WORD - 1)
                .step_by(LONGEST_WORD),
        );
    }
    if ends.last() != Some(&word.len()) {
        ends.push(word.len());
    }
    let mut start = 0;
    ends.into_iter().map(move |end| {
        let piece = start..end;
        start = end;
        piece
    })
}

/// A blank between words.
pub(super) fn blank(shaping: &mut Shaping<'_>, bold: bool) -> AtomKind {
    let word = shaping.shape(WordPiece {
        text: " ",
        before: "",
        behind: "",
        bold,
        to_left: true,
    });
    match word.glyphs.first() {
        Some(glyph) => AtomKind::Blank(*glyph),
        None => AtomKind::Mark,
    }
}

/// An atom that is not shaped yet.
#[derive(Clone)]
struct CutAtom {
    sort: Sort,
    bytes: Range<usize>,
    level: u8,
    bold: bool,
    may_begin: bool,
}

impl CutAtom {
    fn with(self, what: AtomKind) -> Atom {
        let CutAtom {
            sort: _,
            bytes,
            level,
            bold,
            may_begin,
        } = self;
        Atom {
            what,
            bytes,
            level,
            bold,
            may_begin,
        }
    }
}

/// Cuts where the sort of character, the level or the weight changes, and where a line may begin.
fn cut(wording: &Wording) -> Vec<CutAtom> {
    let text = wording.text.as_str();
    let analysed = stand_ins(text, Controls::Honour);
    let levels = levels_of(&analysed, wording.base);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut allowed = segmenter.segment_str(&analysed).peekable();
    let mut cut: Vec<CutAtom> = Vec::new();
    for (at, c) in text.char_indices() {
        while allowed.next_if(|place| *place < at).is_some() {}
        let may_begin = at > 0 && allowed.peek() == Some(&at);
        let bytes = at..at + c.len_utf8();
        let (sort, level) = (sort(c), levels.at(at));
        let bold = wording.bold.iter().any(|range| range.contains(&at));
        let goes_on = |last: &&mut CutAtom| {
            !may_begin && sort == Sort::Word && (last.sort, last.level, last.bold) == (sort, level, bold)
        };
        match cut.last_mut().filter(goes_on) {
            Some(last) => last.bytes.end = bytes.end,
            None => cut.push(CutAtom {
                sort,
                bytes,
                level,
                bold,
                may_begin,
            }),
        }
    }
    cut
}

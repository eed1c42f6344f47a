//! Paragraphs broken into lines, and each line put into the order in which it is seen.
//! Does not know pages; a line begins at 0 and ends at its width.

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo};

use super::atoms::{Atom, AtomKind, atoms, blank};
use super::breaking::broken;
use super::glyphs::PlacedGlyph;
use super::shape::Shaping;
use super::wording::Wording;
use crate::text::Direction;

/// The mark that holds a piece in its place for readers of the file, who guess the order of neutral signs.
const HOLD: char = '\u{200F}';

/// One line that is set.
#[derive(Debug)]
pub(super) struct SetLine {
    /// Pieces of one direction each, in the order of reading.
    pub(super) runs: Vec<LineRun>,
    pub(super) width: f32,
    pub(super) size: f32,
    pub(super) base: Direction,
    /// What stands in the margin beside it.
    pub(super) remarks: Vec<String>,
}

/// A piece of a line: glyphs from left to right.
#[derive(Debug)]
pub(super) struct LineRun {
    /// Where it begins, from the left end of the line.
    pub(super) x: f32,
    pub(super) glyphs: Vec<PlacedGlyph>,
    /// Whether it is read from right to left.
    pub(super) to_left: bool,
}

impl SetLine {
    /// A line without words: a blank alone.
    pub(super) fn nothing(shaping: &mut Shaping<'_>, base: Direction, size: f32) -> SetLine {
        let mut line = SetLine {
            runs: Vec::new(),
            width: 0.0,
            size,
            base,
            remarks: Vec::new(),
        };
        line.end(shaping, false);
        line
    }

    /// Ends the line in a blank that hangs over its edge: readers glue cells and lines without one.
    fn end(&mut self, shaping: &mut Shaping<'_>, bold: bool) {
        let hold = shaping.blank(bold, HOLD);
        let AtomKind::Blank(blank) = blank(shaping, bold) else {
            return;
        };
        let room = blank.advance * self.size;
        match (self.base, self.runs.last_mut()) {
            (Direction::Ltr, _) => self.runs.push(LineRun::at(self.width, vec![blank])),
            // It is one piece with what it ends, where that stands at the edge.
            (Direction::Rtl, Some(last)) if last.x <= 0.0 && last.to_left => {
                last.x -= room;
                last.glyphs.splice(0..0, [blank, hold]);
            }
            (Direction::Rtl, _) => self.runs.push(LineRun::at(-room, vec![blank, hold])),
        }
    }
}

impl LineRun {
    /// Holds a run in its place within a line from right to left: readers guess where neutral signs belong.
    fn hold(&mut self, hold: PlacedGlyph) {
        let is_loose = |glyph: Option<&PlacedGlyph>| {
            let says = glyph.and_then(|glyph| glyph.says);
            !self.to_left || says.is_some_and(|c| !c.is_alphanumeric() && c != HOLD)
        };
        let (starts_loose, ends_loose) = (is_loose(self.glyphs.first()), is_loose(self.glyphs.last()));
        if starts_loose {
            self.glyphs.insert(0, hold);
        }
        if ends_loose {
            self.glyphs.push(hold);
        }
    }

    /// The run with signs of numbers apart from letters, in the order of reading: readers take those signs for a part of
    /// what runs from left to right, even where they are none.
    fn parted(self, size: f32) -> Vec<LineRun> {
        let is_sign = |glyph: &PlacedGlyph| glyph.says.is_some_and(is_sign_of_numbers);
        if !self.to_left || !self.glyphs.iter().any(is_sign) {
            return vec![self];
        }
        let mut x = self.x;
        let mut parts: Vec<LineRun> = Vec::new();
        for glyphs in self.glyphs.chunk_by(|a, b| is_sign(a) == is_sign(b)) {
            parts.push(LineRun {
                x,
                glyphs: glyphs.to_vec(),
                to_left: true,
            });
            x += glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * size;
        }
        parts.reverse();
        parts
    }

    fn at(x: f32, glyphs: Vec<PlacedGlyph>) -> LineRun {
        LineRun {
            x,
            glyphs,
            to_left: false,
        }
    }
}

/// The lines of a paragraph, none wider than `width` but where one letter is.
pub(super) fn set(shaping: &mut Shaping<'_>, wording: &Wording, size: f32, width: f32) -> Vec<SetLine> {
    let mut whole = atoms(shaping, wording);
    let lines = broken(shaping, wording, &mut whole, width / size);
    let mut set: Vec<SetLine> = Vec::with_capacity(lines.len());
    let mut first_byte = 0;
    for (number, line) in lines.iter().enumerate() {
        let is_last = number + 1 == lines.len();
        let last_byte = if is_last {
            usize::MAX
        } else {
            whole[line.end].bytes.start
        };
        let beside = |at: &usize| (first_byte..last_byte).contains(at);
        let remarks = wording
            .remarks
            .iter()
            .filter(|(at, _)| beside(&at.saturating_sub(1)));
        let remarks = remarks.map(|(_, words)| words.clone()).collect();
        set.push(set_line(
            shaping,
            &whole[line.clone()],
            wording.base,
            size,
            remarks,
        ));
        first_byte = last_byte;
    }
    set
}

/// Puts the atoms of a line into visual order (UAX #9, L1 and L2) and joins those of one direction.
fn set_line(
    shaping: &mut Shaping<'_>,
    line: &[Atom],
    base: Direction,
    size: f32,
    remarks: Vec<String>,
) -> SetLine {
    let hanging = line
        .iter()
        .rev()
        .take_while(|atom| !matches!(atom.what, AtomKind::Word(_)))
        .count();
    let line = &line[..line.len() - hanging];
    let levels: Vec<Level> = line
        .iter()
        .filter_map(|atom| Level::new(atom.level).ok())
        .collect();
    let order = ParagraphBidiInfo::reorder_visual(&levels);
    let mut x = 0.0;
    let mut pieces: Vec<(usize, LineRun)> = Vec::new();
    let mut last: Option<usize> = None;
    for index in order {
        let Some(atom) = line.get(index) else { continue };
        let goes_on = last.is_some_and(|last| {
            let is_neighbour = if atom.to_left() {
                index + 1 == last
            } else {
                index == last + 1
            };
            is_neighbour && line[last].level == atom.level
        });
        if !goes_on {
            pieces.push((
                index,
                LineRun {
                    x: x * size,
                    glyphs: Vec::new(),
                    to_left: atom.to_left(),
                },
            ));
        }
        if let Some((first, run)) = pieces.last_mut() {
            *first = index.min(*first);
            add(shaping, run, atom, line.get(index + 1), base);
        }
        x += atom.width();
        last = Some(index);
    }
    pieces.retain(|(_, run)| !run.glyphs.is_empty());
    pieces.sort_by_key(|(first, _)| *first);
    let mut runs: Vec<LineRun> = pieces.into_iter().flat_map(|(_, run)| run.parted(size)).collect();
    let bold = line.last().is_some_and(|atom| atom.bold);
    if base == Direction::Rtl {
        let hold = shaping.blank(bold, HOLD);
        runs.iter_mut().for_each(|run| run.hold(hold));
    }
    let mut set = SetLine {
        runs,
        width: x * size,
        size,
        base,
        remarks,
    };
    set.end(shaping, bold);
    set
}

/// The glyphs of an atom behind those that stand to the left of it. In a line from right to left marks hold signs beside
/// blanks in their places.
fn add(shaping: &mut Shaping<'_>, run: &mut LineRun, atom: &Atom, next: Option<&Atom>, base: Direction) {
    let word = match &atom.what {
        AtomKind::Mark => return,
        AtomKind::Blank(glyph) => return run.glyphs.push(*glyph),
        AtomKind::Word(word) => word,
    };
    let is_held = base == Direction::Rtl && atom.to_left();
    let is_sign = |glyph: Option<&PlacedGlyph>| {
        let says = glyph.and_then(|glyph| glyph.says);
        is_held && says.is_some_and(|c| !c.is_alphanumeric())
    };
    let hold = shaping.blank(atom.bold, HOLD);
    if is_sign(word.glyphs.first()) && next.is_some_and(Atom::is_blank) {
        run.glyphs.push(hold);
    }
    run.glyphs.extend(&word.glyphs);
    if is_sign(word.glyphs.last()) {
        run.glyphs.push(hold);
    }
}

/// European separators and terminators (UAX #9, table 4).
fn is_sign_of_numbers(c: char) -> bool {
    matches!(unicode_bidi::bidi_class(c), BidiClass::ES | BidiClass::ET)
}

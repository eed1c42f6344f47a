//! Paragraphs broken into lines, and each line put into the order in which it is seen.
//! Does not know pages; a line begins at 0 and ends at its width.

use std::ops::Range;

use icu_segmenter::GraphemeClusterSegmenter;
use unicode_bidi::{Level, ParagraphBidiInfo};

use super::atoms::{Atom, AtomKind, atoms, blank, shape_part};
use super::shape::{PlacedGlyph, Shaping};
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
        line.end(shaping);
        line
    }

    /// Ends the line in a blank that hangs over its edge: readers glue cells and lines without one.
    fn end(&mut self, shaping: &mut Shaping<'_>) {
        let hold = shaping.blank(false, HOLD);
        let AtomKind::Blank(blank) = blank(shaping, false) else {
            return;
        };
        self.runs.push(match self.base {
            Direction::Rtl => LineRun {
                x: -blank.advance * self.size,
                glyphs: vec![blank, hold],
            },
            Direction::Ltr => LineRun {
                x: self.width,
                glyphs: vec![blank],
            },
        });
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

/// Where the lines begin and end, in atoms. A word that fits on no line is cut in two, as often as it takes.
fn broken(
    shaping: &mut Shaping<'_>,
    wording: &Wording,
    whole: &mut Vec<Atom>,
    room: f32,
) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut filled, mut may_break) = (0, 0.0, None);
    let mut at = 0;
    while at < whole.len() {
        if whole[at].may_begin && at > start {
            may_break = Some(at);
        }
        let width = whole[at].width();
        if filled + width > room && !whole[at].is_blank() {
            let next = match may_break {
                Some(next) => next,
                None => {
                    cut_to_fit(shaping, wording, whole, at, (room - filled, at == start));
                    // What fits stays on this line; if nothing does, the line ends before it.
                    if whole[at].width() <= room - filled || at == start {
                        at + 1
                    } else {
                        at
                    }
                }
            };
            if next < whole.len() && next > start {
                lines.push(start..next);
                (start, at, filled, may_break) = (next, next, 0.0, None);
                continue;
            }
        }
        filled += width;
        at += 1;
    }
    lines.push(start..whole.len());
    lines
}

/// Cuts a word into what fits and what does not; where `must`, one cluster fits everywhere.
fn cut_to_fit(
    shaping: &mut Shaping<'_>,
    wording: &Wording,
    whole: &mut Vec<Atom>,
    at: usize,
    (room, must): (f32, bool),
) {
    let atom = whole[at].clone();
    let AtomKind::Word(_) = atom.what else { return };
    let text = wording.text.as_str();
    let clusters = GraphemeClusterSegmenter::new()
        .segment_str(&text[atom.bytes.clone()])
        .skip(1);
    let mut fits = None;
    for end in clusters
        .map(|end| atom.bytes.start + end)
        .filter(|end| *end < atom.bytes.end)
    {
        let part = shape_part(
            shaping,
            text,
            &atom.bytes,
            &(atom.bytes.start..end),
            (atom.bold, atom.level),
        );
        if part.width > room && !(must && fits.is_none()) {
            break;
        }
        fits = Some((end, part));
    }
    let Some((end, part)) = fits else { return };
    let rest = shape_part(
        shaping,
        text,
        &atom.bytes,
        &(end..atom.bytes.end),
        (atom.bold, atom.level),
    );
    whole[at].bytes.end = end;
    whole[at].what = AtomKind::Word(part);
    let behind = Atom {
        what: AtomKind::Word(rest),
        bytes: end..atom.bytes.end,
        may_begin: true,
        ..atom
    };
    whole.insert(at + 1, behind);
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
    let runs = pieces.into_iter().map(|(_, run)| run).collect();
    let mut set = SetLine {
        runs,
        width: x * size,
        size,
        base,
        remarks,
    };
    set.end(shaping);
    set
}

/// The glyphs of an atom behind those that stand to the left of it. In a line from right to left, marks hold what runs
/// the other way, and a sign before a blank, in their places.
fn add(shaping: &mut Shaping<'_>, run: &mut LineRun, atom: &Atom, next: Option<&Atom>, base: Direction) {
    let word = match &atom.what {
        AtomKind::Mark => return,
        AtomKind::Blank(glyph) => return run.glyphs.push(*glyph),
        AtomKind::Word(word) => word,
    };
    let is_against = !atom.to_left();
    let ends_in_sign = || {
        let says = word.glyphs.first().and_then(|glyph| glyph.says);
        says.is_some_and(|c| !c.is_alphanumeric())
    };
    let is_held =
        base == Direction::Rtl && (is_against || (next.is_some_and(Atom::is_blank) && ends_in_sign()));
    let hold = shaping.blank(atom.bold, HOLD);
    if is_held {
        run.glyphs.push(hold);
    }
    run.glyphs.extend(&word.glyphs);
    if is_held && is_against {
        run.glyphs.push(hold);
    }
}

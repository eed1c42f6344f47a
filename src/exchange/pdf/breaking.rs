//! Where the lines of a paragraph begin: where UAX #14 lets them, else between clusters.
//! Does not know in which order a line is seen.

use std::ops::Range;

use icu_segmenter::GraphemeClusterSegmenter;

use super::atoms::{Atom, AtomKind, shape_part};
use super::shape::Shaping;
use super::wording::Wording;

/// Where the lines begin and end, in atoms. A word that fits on no line is cut in two, as often as it takes.
pub(super) fn broken(
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

//! Rows for PuTTY and its kin, which order every row by UAX #9 in the direction of its first strong letter and cannot
//! be told not to. The row is stored so that this very ordering shows the wanted row; where no order of the same
//! symbols does, a few of them are replaced by twins that look alike and have a direction. Does not know tables.
//!
//! What it rests on: PuTTY orders base characters only (marks without width take no part), all columns of the row, and
//! lays presentation forms as they are. Styles and the cursor go with their cell.

use super::inverse::{Stored, WantedRow, is_anchor};
use super::row::{Scratch, class_of, mirrored};
use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use unicode_bidi::{BidiClass, Level};

/// A blank that is a left-to-right letter to the algorithm: BRAILLE PATTERN BLANK.
const BLANK_LTR: char = '\u{2800}';
/// A vertical rule that is a right-to-left letter: HEBREW PUNCTUATION PASEQ.
const RULE_RTL: char = '\u{05C0}';
/// A vertical rule that is a left-to-right letter: LATIN LETTER DENTAL CLICK.
const RULE_LTR: char = '\u{01C0}';
const RULE: char = '│';

/// Rewrites a row; `columns` gets the new column of every old one.
pub(super) fn rewrite(row: &mut [Cell], columns: &mut [u16], scratch: &mut Scratch) {
    for cell in row.iter_mut() {
        // PuTTY dims the ground together with the letter: on a light ground faint words would stand in grey boxes.
        cell.modifier.remove(Modifier::DIM);
    }
    if !scratch.read(row) {
        return;
    }
    let plain: Vec<char> = scratch.units.iter().map(|unit| unit.base).collect();
    let (symbols, stored) = stored(&plain, &mut scratch.logical);
    for (place, &symbol) in symbols.iter().enumerate() {
        let shown = match stored.mirrored[place] {
            true => mirrored(symbol),
            false => symbol,
        };
        if shown != plain[place] {
            let column = scratch.units[place].column;
            scratch.set_base(&mut row[column], shown);
        }
    }
    scratch.arrange(row, &stored.order, columns);
}

/// The symbols to send, in their wanted places, and the order to send them in; the least odd one that is right.
fn stored(plain: &[char], text: &mut String) -> (Vec<char>, Stored) {
    type Twins = fn(&[char]) -> Vec<char>;
    let attempts: [(Level, Twins); 8] = [
        (Level::rtl(), <[char]>::to_vec),
        (Level::ltr(), <[char]>::to_vec),
        (Level::rtl(), rule),
        (Level::rtl(), fence_numbers),
        (Level::ltr(), fence_where_needed),
        (Level::ltr(), fence_everywhere),
        (Level::rtl(), |plain| fence_numbers(&rule(plain))),
        (Level::rtl(), |plain| edge(fence_numbers(&rule(plain)))),
    ];
    for (base, twins) in attempts {
        let symbols = twins(plain);
        if let Some(stored) = solve(&symbols, base, text) {
            return (symbols, stored);
        }
    }
    let classes = classes(plain);
    let wanted = WantedRow {
        symbols: plain,
        classes: &classes,
        direction: None,
    };
    (plain.to_vec(), wanted.nearly())
}

fn solve(symbols: &[char], base: Level, text: &mut String) -> Option<Stored> {
    let classes = classes(symbols);
    let wanted = WantedRow {
        symbols,
        classes: &classes,
        direction: None,
    };
    wanted.solve(base, text)
}

fn classes(symbols: &[char]) -> Vec<BidiClass> {
    symbols.iter().map(|&c| class_of(c)).collect()
}

/// The twin of a blank or a rule that is a left-to-right letter.
fn fence(c: char) -> Option<char> {
    match c {
        ' ' => Some(BLANK_LTR),
        RULE => Some(RULE_LTR),
        _ => None,
    }
}

/// With rules that are right-to-left letters, so that a number on one side of a rule and a word on the other do not
/// become one.
fn rule(plain: &[char]) -> Vec<char> {
    plain
        .iter()
        .map(|&c| if c == RULE { RULE_RTL } else { c })
        .collect()
}

/// With a fence right of every number after which a left-to-right word comes: touched by a letter it stays before it.
fn fence_numbers(plain: &[char]) -> Vec<char> {
    let mut fenced = plain.to_vec();
    let mut after_number = false;
    for (place, &c) in plain.iter().enumerate() {
        let next = || {
            plain[place..]
                .iter()
                .map(|&c| class_of(c))
                .find(|&class| is_anchor(class))
        };
        match class_of(c) {
            BidiClass::EN => after_number = true,
            BidiClass::ET => {}
            _ if c == ' ' && after_number && next() == Some(BidiClass::L) => {
                fenced[place] = BLANK_LTR;
                after_number = false;
            }
            _ => after_number = false,
        }
    }
    fenced
}

/// With a rule in the last column, if that is blank, so that the row begins with a right-to-left letter. It is seen.
fn edge(mut symbols: Vec<char>) -> Vec<char> {
    if let Some(last) = symbols.last_mut().filter(|last| **last == ' ') {
        *last = RULE_RTL;
    }
    symbols
}

/// As few fences as make the row a left-to-right one whose numbers stay where they are: one before the first
/// right-to-left letter where no left-to-right one stands before it, and one between such a letter and a number at its
/// right that would join it.
fn fence_where_needed(plain: &[char]) -> Vec<char> {
    let mut fenced = plain.to_vec();
    let mut put = |at: Option<usize>| {
        if let Some(at) = at {
            fenced[at] = fence(plain[at]).unwrap_or(plain[at]);
        }
    };
    let mut begun = false;
    let mut rtl = false;
    // The last place before the first letter, and the first one after the last right-to-left letter.
    let mut before_first = None;
    let mut after_rtl = None;
    // Whether a number stands right of the last right-to-left letter, and where it can be parted from it.
    let mut joined: Option<Option<usize>> = None;
    for (place, &c) in plain.iter().enumerate() {
        match class_of(c) {
            BidiClass::L => {
                joined.take().into_iter().for_each(&mut put);
                (begun, rtl, after_rtl) = (true, false, None);
            }
            BidiClass::R | BidiClass::AL => {
                if !begun {
                    put(before_first);
                }
                (begun, rtl, after_rtl, joined) = (true, true, None, None);
            }
            BidiClass::EN if rtl && joined.is_none() => joined = Some(after_rtl),
            _ if fence(c).is_none() => {}
            _ if !begun => before_first = Some(place),
            _ if rtl && after_rtl.is_none() => after_rtl = Some(place),
            _ => {}
        }
    }
    joined.into_iter().for_each(&mut put);
    fenced
}

/// A fence at every blank and rule up to the first one after the last right-to-left letter.
fn fence_everywhere(plain: &[char]) -> Vec<char> {
    let is_rtl = |c: &char| matches!(class_of(*c), BidiClass::R | BidiClass::AL);
    let last = plain.iter().rposition(is_rtl).unwrap_or(0);
    let end = (plain[last..].iter())
        .position(|&c| fence(c).is_some())
        .map_or(plain.len(), |offset| last + offset + 1);
    let mut fenced = plain.to_vec();
    for symbol in &mut fenced[..end] {
        *symbol = fence(*symbol).unwrap_or(*symbol);
    }
    fenced
}

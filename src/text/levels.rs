//! Embedding levels: UAX #9 up to I2 through unicode-bidi, then L1 and L2 over the cells of one line.
//! It does not know how wide a cell is or what it looks like.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData, Level, ParagraphBidiInfo};

use super::clean::is_isolate;
use super::cluster::{Cluster, ClusterKind};
use super::invisible::{Nature, nature};
use super::style::{Controls, Direction, LineStyle};

/// The level of every byte of a text.
#[derive(Debug, Clone)]
pub(crate) enum Levels {
    /// One level for all: a paragraph in its base direction alone.
    Flat(u8),
    /// `skipped` bytes of what was analysed stand before the text.
    PerByte { levels: Arc<[Level]>, skipped: usize },
}

impl Levels {
    /// The level of the character that begins at `byte`.
    pub(crate) fn at(&self, byte: usize) -> u8 {
        match self {
            Levels::Flat(level) => *level,
            Levels::PerByte { levels, skipped } => {
                levels.get(byte + skipped).map_or(0, |level| level.number())
            }
        }
    }

    /// The levels of what is left of the text without its first `bytes`.
    pub(crate) fn without_first(self, bytes: usize) -> Levels {
        match self {
            Levels::PerByte { levels, skipped } => Levels::PerByte {
                levels,
                skipped: skipped + bytes,
            },
            flat => flat,
        }
    }
}

/// The levels of one paragraph by rules X1–I2.
///
/// Two higher-level protocols are applied (UAX #9, HL4 and HL1): a hyphen or dash between digits, and a plus or minus
/// in front of one, count as digits, so that `۱۴۰۱-۱۲-۲۱` and `+۹۸` are not torn apart after Persian letters; and in
/// [`Controls::Show`] every control is a neutral sign like the mark that is drawn for it.
pub(crate) fn levels(paragraph: &str, base: Direction, controls: Controls) -> Levels {
    levels_of(&stand_ins(paragraph, controls), base)
}

/// [`levels`] of a paragraph that went through [`stand_ins`].
pub(crate) fn levels_of(analysed: &str, base: Direction) -> Levels {
    if is_uniform(analysed, base) {
        return Levels::Flat(base.level());
    }
    let level = if base == Direction::Rtl {
        Level::rtl()
    } else {
        Level::ltr()
    };
    let levels = ParagraphBidiInfo::new_with_data_source(&BidiClasses, analysed, Some(level)).levels;
    Levels::PerByte {
        levels: levels.into(),
        skipped: 0,
    }
}

/// Is `c` of class L, R or AL, in text where it is not stood in for? What precedes it then has no part in the levels
/// of what follows it, nor the other way round, but through brackets.
pub(crate) fn is_strong(c: char, controls: Controls) -> bool {
    matches!(
        BidiClasses.bidi_class(stand_in('\0', c, '\0', controls)),
        BidiClass::L | BidiClass::R | BidiClass::AL
    )
}

/// The bracket that opens the pair of `c`, the same for all spellings of it, and whether `c` is the one that opens.
pub(crate) fn bracket(c: char) -> Option<(char, bool)> {
    if c < '\u{F3A}' && !matches!(c, '(' | ')' | '[' | ']' | '{' | '}') {
        return None;
    }
    let matched = BidiClasses.bidi_matched_opening_bracket(c)?;
    Some((matched.opening, matched.is_open))
}

/// The bidi classes of unicode-bidi (UAX #9, table 4), those of Latin and Arabic without its search.
pub(crate) struct BidiClasses;

static NEAR_CLASSES: LazyLock<Vec<BidiClass>> = LazyLock::new(|| {
    ('\0'..'\u{700}')
        .map(|c| HardcodedBidiData.bidi_class(c))
        .collect()
});

impl BidiDataSource for BidiClasses {
    fn bidi_class(&self, c: char) -> BidiClass {
        NEAR_CLASSES
            .get(c as usize)
            .copied()
            .unwrap_or_else(|| HardcodedBidiData.bidi_class(c))
    }
}

/// Is every character at the base level, as can be told without the algorithm? Says no when in doubt.
fn is_uniform(text: &str, base: Direction) -> bool {
    match base {
        Direction::Ltr => text.chars().all(|c| c < '\u{590}'),
        Direction::Rtl => text.chars().all(|c| match c {
            '\t' | ' '..='~' => !c.is_ascii_alphanumeric(),
            '\u{60C}' | '\u{61B}' | '\u{61D}'..='\u{65F}' | '\u{66E}'..='\u{6DC}' => true,
            '«' | '»' | '\u{200C}' | '\u{200D}' | '\u{2013}' | '\u{2026}' => true,
            _ => false,
        }),
    }
}

/// The paragraph as the bidi and line-breaking algorithms shall see it: the same bytes' length everywhere, with
/// hyphens of numbers as digits and shown controls as neutral signs.
pub(crate) fn stand_ins(paragraph: &str, controls: Controls) -> Cow<'_, str> {
    let mut replaced: Option<String> = None;
    let mut before = '\0';
    let mut chars = paragraph.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or('\0', |&(_, next)| next);
        let stand_in = stand_in(before, c, after, controls);
        if stand_in != c && replaced.is_none() {
            let mut copy = String::with_capacity(paragraph.len());
            copy.push_str(&paragraph[..at]);
            replaced = Some(copy);
        }
        if let Some(copy) = &mut replaced {
            copy.push(stand_in);
        }
        before = c;
    }
    replaced.map_or(Cow::Borrowed(paragraph), Cow::Owned)
}

/// [`stand_ins`] of a part of a paragraph.
pub(crate) fn stand_ins_within(paragraph: &str, part: Range<usize>, controls: Controls) -> Cow<'_, str> {
    // What a sign is may hang on its neighbours.
    let before = paragraph[..part.start]
        .chars()
        .next_back()
        .map_or(0, char::len_utf8);
    let after = paragraph[part.end..].chars().next().map_or(0, char::len_utf8);
    match stand_ins(&paragraph[part.start - before..part.end + after], controls) {
        Cow::Borrowed(_) => Cow::Borrowed(&paragraph[part]),
        Cow::Owned(copy) => Cow::Owned(copy[before..copy.len() - after].to_owned()),
    }
}

/// A character of the same length in UTF-8 and of the wanted bidi class, or `c` itself.
fn stand_in(before: char, c: char, after: char, controls: Controls) -> char {
    match c {
        '-' | '–' | '−' | '+' if is_digit(after) && belongs_to_number(before, c) => zero_as_long_as(c),
        // Sparing the look-up for nearly everything.
        ' '..='~' | '\t' | '\u{620}'..='\u{6FF}' => c,
        _ => match nature(c) {
            Nature::Control => neutral_as_long_as(c),
            Nature::Bidi if controls == Controls::Show => neutral_as_long_as(c),
            _ => c,
        },
    }
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

/// A sign before a digit is the number's own: a hyphen after another digit, a plus or minus after no word.
fn belongs_to_number(before: char, sign: char) -> bool {
    match sign {
        '-' | '–' => is_digit(before),
        '−' => is_digit(before) || !before.is_alphanumeric(),
        _ => !before.is_alphanumeric(),
    }
}

fn zero_as_long_as(c: char) -> char {
    if c.len_utf8() == 1 { '0' } else { '\u{FF10}' }
}

fn neutral_as_long_as(c: char) -> char {
    match c.len_utf8() {
        1 => '&',
        2 => '§',
        3 => '\u{FFFD}',
        _ => c,
    }
}

/// The levels of the cells of one line after rule L1: blanks at its end and before tabs, and tabs, are at the base.
pub(crate) fn line_levels(line: &[Cluster], levels: &Levels, base: Direction) -> Vec<Level> {
    let mut resolved = vec![Level::ltr(); line.len()];
    let mut resets = true;
    for (cluster, level) in line.iter().zip(&mut resolved).rev() {
        resets = match cluster.kind {
            ClusterKind::Tab => true,
            ClusterKind::Blank => resets,
            _ => false,
        };
        *level = level_or_base(resets, cluster.base_byte, levels, base);
    }
    resolved
}

fn level_or_base(resets: bool, byte: u32, levels: &Levels, base: Direction) -> Level {
    let number = if resets {
        base.level()
    } else {
        levels.at(byte as usize)
    };
    Level::new(number).unwrap_or(Level::ltr())
}

/// The cells of one line from left to right, as indices in logical order (rule L2); `resolved` is [`line_levels`].
///
/// Isolates that are honoured have no cell, but a level: it may part two runs, so they are reordered too.
pub(crate) fn visual_order(
    text: &str,
    line: &[Cluster],
    levels: &Levels,
    resolved: &[Level],
    style: &LineStyle,
) -> Vec<usize> {
    let (start, end) = match (line.first(), line.last()) {
        (Some(first), Some(last)) => (first.start_byte as usize, last.end_byte as usize),
        _ => return Vec::new(),
    };
    if style.controls == Controls::Show || !text[start..end].contains(is_isolate) {
        return ParagraphBidiInfo::reorder_visual(resolved);
    }
    let mut places: Vec<Option<usize>> = Vec::new();
    let mut place_levels = Vec::new();
    let mut resets = true;
    for (index, cluster) in line.iter().enumerate().rev() {
        let whole = &text[cluster.start_byte as usize..cluster.end_byte as usize];
        for (offset, c) in whole.char_indices().rev() {
            let byte = cluster.start_byte + offset as u32;
            if byte == cluster.base_byte {
                resets = cluster.kind == ClusterKind::Tab || (cluster.kind == ClusterKind::Blank && resets);
                places.push(Some(index));
                place_levels.push(resolved[index]);
            } else if is_isolate(c) {
                places.push(None);
                place_levels.push(level_or_base(resets, byte, levels, style.base));
            }
        }
    }
    places.reverse();
    place_levels.reverse();
    ParagraphBidiInfo::reorder_visual(&place_levels)
        .into_iter()
        .filter_map(|place| places[place])
        .collect()
}

//! A text of a paper as paragraphs that can be set: whose words they are, what is bold, what stands in the margin.
//! Does not know glyphs or widths.
//!
//! Somebody else's words stand between isolates, so that they cannot reorder ours; they are told apart here and never
//! get into the file.

use std::ops::Range;

use crate::exchange::paper::{Run, Text};
use crate::text::{Direction, Nature, nature};

/// First strong isolate, and its end (UAX #9).
const APART: char = '\u{2068}';
const TOGETHER: char = '\u{2069}';
/// What is shown for a character that cannot be.
pub(super) const UNKNOWN: char = '\u{FFFD}';

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording {
    /// Its words, with marks of direction.
    pub(super) text: String,
    /// Where it is bold.
    pub(super) bold: Vec<Range<usize>>,
    /// What stands in the margin, each with the byte that it is beside.
    pub(super) remarks: Vec<(usize, String)>,
    /// The direction it begins in.
    pub(super) base: Direction,
}

/// The paragraphs of a text that are not blank. Of somebody else's words alone the direction is their own where ours run
/// from left to right; a Persian paper is Persian also where a line begins in Latin.
pub(super) fn wordings(text: &Text, base: Direction, bold: bool) -> Vec<Wording> {
    let mut written = Written::new(own_direction(text, base));
    let is_mixed = text
        .runs
        .iter()
        .filter(|run| !matches!(run, Run::Remark(_)))
        .count()
        > 1;
    for run in &text.runs {
        match run {
            Run::Ours(words) => written.write(words, true, bold, false),
            Run::Stored(words) => written.write(words, false, bold, is_mixed),
            Run::Speaker(words) => written.write(words, false, true, is_mixed),
            Run::Remark(words) => written.remark(words),
            // They are put into words by whoever knows them.
            Run::Page | Run::Pages => {}
        }
    }
    written.end();
    written.done
}

/// One line of our own words.
pub(super) fn wording(words: &str, base: Direction, bold: bool) -> Wording {
    let mut written = Written::new(base);
    written.write(&words.replace(['\n', '\r'], " "), true, bold, false);
    written.now
}

fn own_direction(text: &Text, base: Direction) -> Direction {
    match text.runs.as_slice() {
        [Run::Stored(words)] if base == Direction::Ltr => Direction::of(words).unwrap_or(base),
        _ => base,
    }
}

struct Written {
    base: Direction,
    now: Wording,
    done: Vec<Wording>,
}

impl Written {
    fn new(base: Direction) -> Written {
        let now = blank(base);
        Written {
            base,
            now,
            done: Vec::new(),
        }
    }

    fn write(&mut self, words: &str, ours: bool, bold: bool, is_apart: bool) {
        let words = words.replace("\r\n", "\n");
        for (number, line) in words.split(['\n', '\r', '\u{2028}', '\u{2029}']).enumerate() {
            if number > 0 {
                self.end();
            }
            let start = self.now.text.len();
            let shown = line.chars().filter_map(|c| shown(c, ours));
            if is_apart {
                self.now.text.push(APART);
                self.now.text.extend(shown);
                self.now.text.push(TOGETHER);
            } else {
                self.now.text.extend(shown);
            }
            if bold {
                self.now.bold.push(start..self.now.text.len());
            }
        }
    }

    fn remark(&mut self, words: &str) {
        let words: String = words.chars().filter_map(|c| shown(c, true)).collect();
        self.now.remarks.push((self.now.text.len(), words));
    }

    fn end(&mut self) {
        let ended = std::mem::replace(&mut self.now, blank(self.base));
        if !ended.remarks.is_empty() || ended.text.chars().any(is_something) {
            self.done.push(ended);
        }
    }
}

fn blank(base: Direction) -> Wording {
    Wording {
        text: String::new(),
        bold: Vec::new(),
        remarks: Vec::new(),
        base,
    }
}

fn is_something(c: char) -> bool {
    !c.is_whitespace() && nature(c) != Nature::Bidi
}

/// Characters of private use and those that are none: PDF/A does not let a glyph stand for them.
fn is_untold(c: char) -> bool {
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    private || u32::from(c) & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

/// A text without marks of direction and controls, for names in lists.
pub(super) fn plain(text: &str) -> String {
    let kept: String = text.chars().filter_map(|c| shown(c, false)).collect();
    kept.trim().to_owned()
}

/// What is set of a character. Marks of direction act in our own words alone.
fn shown(c: char, ours: bool) -> Option<char> {
    match nature(c) {
        Nature::Visible if c == '\t' => Some(' '),
        Nature::Visible if is_untold(c) => Some(UNKNOWN),
        Nature::Visible | Nature::Joiner => Some(c),
        Nature::Bidi => ours.then_some(c),
        Nature::Control | Nature::Unseen => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &Text) -> Vec<String> {
        let set = wordings(text, Direction::Rtl, false);
        set.into_iter().map(|wording| wording.text).collect()
    }

    #[test]
    fn every_line_of_a_text_is_a_paragraph_and_blank_ones_are_none() {
        assert_eq!(texts(&Text::stored("الف\n\r\n  \u{2028}ب\r")), ["الف", "ب"]);
        assert!(texts(&Text::stored(" \u{202E}\n")).is_empty());
    }

    #[test]
    fn a_name_in_a_list_has_no_controls() {
        assert_eq!(plain(" \u{2068}A\u{2069}\0\u{202E}\tب\u{FFFE} "), "A ب\u{FFFD}");
    }

    #[test]
    fn foreign_words_beside_ours_stand_apart_and_their_controls_are_dropped() {
        let text = Text::ours("به ").and(Text::stored("A\u{2069}\u{202E}\u{7}B"));
        assert_eq!(texts(&text), ["به \u{2068}AB\u{2069}"]);
        assert_eq!(
            texts(&Text::ours("به \u{2068}A\u{2069}")),
            ["به \u{2068}A\u{2069}"]
        );
    }

    #[test]
    fn who_speaks_is_bold_and_a_remark_is_no_part_of_the_line() {
        let text = Text::speaker("رئیس").and(Text::ours(": متن")).and(Text {
            runs: vec![Run::Remark("اصلاحیه ۱".to_owned())],
        });
        let set = wordings(&text, Direction::Rtl, false);
        assert_eq!(set[0].text, "\u{2068}رئیس\u{2069}: متن");
        assert_eq!(set[0].bold, vec![0..14]);
        assert_eq!(set[0].remarks, [(set[0].text.len(), "اصلاحیه ۱".to_owned())]);
    }

    #[test]
    fn foreign_words_alone_keep_their_direction_in_an_english_paper() {
        let base = |text: &str, base| wordings(&Text::stored(text), base, false)[0].base;
        assert_eq!(base("متن", Direction::Ltr), Direction::Rtl);
        assert_eq!(base("ACME متن", Direction::Rtl), Direction::Rtl);
    }
}

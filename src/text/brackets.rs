//! The bracket pairs of a paragraph, and how far around a line the text has a part in its levels.
//! It does not know what the levels are; the bidi algorithm itself is asked for them elsewhere.

use std::ops::Range;

use super::levels::{bracket, is_strong};
use super::style::Controls;

/// Brackets deeper than this are not told apart here; the algorithm itself gives up at 63 (UAX #9, BD16).
const DEEPEST: usize = 60;

/// Beyond so many bytes it is no longer cheaper to look at a part of a paragraph than at the whole.
const LONGEST_BYTES: usize = 16 * 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bracket {
    at_byte: u32,
    /// The bracket that opens this kind of pair.
    opening: char,
    opens: bool,
    /// The index of the other one of the pair.
    partner: Option<u32>,
}

/// The brackets of a paragraph in logical order, paired by rule BD16 as in text without explicit levels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Brackets {
    all: Vec<Bracket>,
    too_deep: bool,
}

/// The brackets of another paragraph, of whose bytes so many stand in the new one too.
pub(super) struct KeptBrackets<'a> {
    pub brackets: &'a Brackets,
    pub bytes: usize,
}

impl Brackets {
    /// The brackets of `text`, whose first bytes are those of `head`, and whose last ones the last of a paragraph of
    /// `tail_length` bytes. Says whether the pairs are still those of `head`.
    pub(super) fn of(
        text: &str,
        head: &KeptBrackets<'_>,
        tail: &KeptBrackets<'_>,
        tail_length: usize,
    ) -> (Brackets, bool) {
        let kept_from = text.len() - tail.bytes;
        let head_count = head.brackets.count_before(head.bytes);
        let mut all = head.brackets.all[..head_count].to_vec();
        for (offset, c) in text[head.bytes..kept_from].char_indices() {
            if let Some((opening, opens)) = bracket(c) {
                all.push(Bracket {
                    at_byte: (head.bytes + offset) as u32,
                    opening,
                    opens,
                    partner: None,
                });
            }
        }
        let tail_first = tail.brackets.count_before(tail_length - tail.bytes);
        let none_new = all.len() == head_count;
        let behind = tail.brackets.all[tail_first..].iter().map(|bracket| Bracket {
            at_byte: (bracket.at_byte as usize + text.len() - tail_length) as u32,
            ..*bracket
        });
        all.extend(behind);
        let same = none_new && std::ptr::eq(head.brackets, tail.brackets) && head_count == tail_first;
        let mut brackets = Brackets {
            all,
            too_deep: head.brackets.too_deep,
        };
        if !same {
            brackets.pair();
        }
        (brackets, same)
    }

    /// Where each bracket stands, and the other one of its pair.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, Option<usize>)> + '_ {
        let at = |index: u32| self.all[index as usize].at_byte as usize;
        self.all
            .iter()
            .map(move |bracket| (bracket.at_byte as usize, bracket.partner.map(at)))
    }

    fn count_before(&self, byte: usize) -> usize {
        self.all
            .partition_point(|bracket| (bracket.at_byte as usize) < byte)
    }

    fn pair(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        self.too_deep = false;
        for index in 0..self.all.len() {
            self.all[index].partner = None;
            let Bracket { opening, opens, .. } = self.all[index];
            if opens {
                open.push(index);
                self.too_deep |= open.len() > DEEPEST;
            } else if let Some(depth) = open.iter().rposition(|&other| self.all[other].opening == opening) {
                self.all[index].partner = Some(open[depth] as u32);
                self.all[open[depth]].partner = Some(index as u32);
                open.truncate(depth);
            }
        }
    }

    /// The bytes of `text` that decide the levels of `part`, `None` for all. There are no explicit levels in it.
    ///
    /// Numbers and neutrals look no further than to the next strong character on both sides. A pair of brackets
    /// looks at what is in it and at the strong character before it (N0), so that a pair of which one stands in the
    /// window brings all of that with it. A pair around the window has no part in it.
    pub(super) fn window(&self, text: &str, part: Range<usize>, controls: Controls) -> Option<Range<usize>> {
        if self.too_deep {
            return None;
        }
        let mut window =
            strong_at_or_before(text, part.start, controls)..strong_after(text, part.end, controls);
        loop {
            if window.len() > LONGEST_BYTES {
                return None;
            }
            let inside = self.count_before(window.start)..self.count_before(window.end);
            let partners = self.all[inside.clone()]
                .iter()
                .filter_map(|bracket| Some(bracket.partner? as usize));
            let (mut first, mut last) = (inside.start, inside.end);
            for partner in partners {
                first = first.min(partner);
                last = last.max(partner + 1);
            }
            if first < inside.start {
                window.start = strong_before(text, self.all[first].at_byte as usize, controls);
            }
            if last > inside.end {
                // Past the bracket: no character of a pair is longer.
                let end = self.all[last - 1].at_byte as usize;
                window.end = end + text[end..].chars().next().map_or(0, char::len_utf8);
            }
            if (first, last) == (inside.start, inside.end) {
                return Some(window);
            }
        }
    }
}

fn strong_before(text: &str, byte: usize, controls: Controls) -> usize {
    let mut before = text[..byte].char_indices().rev();
    before
        .find(|&(_, c)| is_strong(c, controls))
        .map_or(0, |(at, _)| at)
}

fn strong_at_or_before(text: &str, byte: usize, controls: Controls) -> usize {
    let strong = text[byte..]
        .chars()
        .next()
        .is_some_and(|c| is_strong(c, controls));
    if strong {
        byte
    } else {
        strong_before(text, byte, controls)
    }
}

/// The end of the first strong character at `byte` or after it.
fn strong_after(text: &str, byte: usize, controls: Controls) -> usize {
    let mut after = text[byte..].char_indices();
    let strong = after.find(|&(_, c)| is_strong(c, controls));
    strong.map_or(text.len(), |(at, c)| byte + at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(text: &str, part: &str) -> String {
        let none = Brackets::default();
        let kept = || KeptBrackets {
            brackets: &none,
            bytes: 0,
        };
        let (brackets, _) = Brackets::of(text, &kept(), &kept(), 0);
        let at = text.find(part).unwrap_or_default();
        let window = brackets.window(text, at..at + part.len(), Controls::Show);
        window.map_or("all".to_owned(), |window| text[window].to_owned())
    }

    #[test]
    fn a_line_hangs_on_the_strong_letters_around_it() {
        assert_eq!(window("یک دو سه چهار", "دو"), "دو س");
        assert_eq!(window("یک ۱۲ - ۳۴ چهار", "۱۲"), "ک ۱۲ - ۳۴ چ");
        assert_eq!(window("۱۲ ۱۳ ۱۴", "۱۳"), "۱۲ ۱۳ ۱۴");
    }

    #[test]
    fn a_pair_brings_what_is_in_it_and_the_letter_before_it() {
        assert_eq!(window("یک دو (abc def) سه", "def)"), "و (abc def) س");
        assert_eq!(window("یک (دو abc سه) چهار", "abc"), "abc س");
        assert_eq!(window("یک (abc (d) سه", "(d)"), "c (d) س");
        assert_eq!(window("یک (a) (b) (c) دو", "(c)"), "ک (a) (b) (c) د");
        assert_eq!(window(&format!("{}a", "(".repeat(70)), "a"), "all");
    }
}

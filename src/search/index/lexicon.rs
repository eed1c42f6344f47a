//! The distinct words of a segment, and which of them hold, begin or end with some letters. Does not know documents.
//!
//! A word is what stands between two blanks of a folded text, so the words of a text with blanks between are the text
//! again. They are numbered in the order of their bytes. Beside them lie all their ends in the order of their bytes
//! (a suffix array), so that letters anywhere in a word are found by halving.

use super::words::WordNumbers;
use std::ops::Range;

/// Ends are kept for so many bytes of a word; words longer than that are looked through.
const ENDS_BYTES: usize = 255;

/// The words of a segment.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Every word with a line end behind it.
    text: String,
    /// Where each word begins, and the end.
    starts: Vec<u32>,
    /// Word number times 256 and the byte in it, in the order of what stands from there to the word's end.
    ends: Vec<u32>,
    /// Words longer than [`ENDS_BYTES`].
    long: Vec<u32>,
}

impl Lexicon {
    /// The lexicon of these words, which are sorted and distinct.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Lexicon {
        let mut text = String::new();
        for word in words {
            text.push_str(word);
            text.push('\n');
        }
        let mut lexicon = Lexicon::read(text, Vec::new());
        lexicon.ends = lexicon.sorted_ends();
        lexicon
    }

    /// All ends of all words in their order. They are sorted by the eight bytes behind the first letter, one first
    /// byte or two after the other, so that comparing seldom goes to the words and little is kept meanwhile.
    fn sorted_ends(&self) -> Vec<u32> {
        let first_two = |end: u32| {
            let rest = self.end(end).as_bytes();
            usize::from(rest[0]) << 8 | usize::from(rest.get(1).copied().unwrap_or_default())
        };
        let mut starts = vec![0usize; (1 << 16) + 1];
        self.each_end(|end| starts[first_two(end) + 1] += 1);
        (0..1 << 16).for_each(|two| starts[two + 1] += starts[two]);
        let mut ends = vec![0u32; starts[1 << 16]];
        let mut next = starts.clone();
        self.each_end(|end| {
            let place = &mut next[first_two(end)];
            ends[*place] = end;
            *place += 1;
        });
        let mut keyed: Vec<(u64, u32)> = Vec::new();
        for part in starts.windows(2).filter(|part| part[1] - part[0] > 1) {
            let ends = &mut ends[part[0]..part[1]];
            keyed.clear();
            keyed.extend(
                ends.iter()
                    .map(|end| (eight_bytes(&self.end(*end).as_bytes()[1..]), *end)),
            );
            keyed.sort_unstable_by(|a, b| {
                let more = || self.end(a.1).cmp(self.end(b.1));
                a.0.cmp(&b.0).then_with(more).then(a.1.cmp(&b.1))
            });
            ends.iter_mut()
                .zip(&keyed)
                .for_each(|(end, (_, sorted))| *end = *sorted);
        }
        ends
    }

    fn each_end(&self, mut take: impl FnMut(u32)) {
        for word in 0..self.count() {
            let letters = self.word(word).char_indices().map(|(at, _)| at);
            letters
                .take_while(|at| *at <= ENDS_BYTES)
                .for_each(|at| take((word << 8 | at) as u32));
        }
    }

    /// The lexicon of a text and ends as [`Lexicon::parts`] gave them.
    pub(super) fn read(text: String, ends: Vec<u32>) -> Lexicon {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        let is_long = |word: &u32| starts[*word as usize + 1] - starts[*word as usize] > ENDS_BYTES as u32;
        let long = (0..starts.len() as u32 - 1).filter(is_long).collect();
        Lexicon {
            text,
            starts,
            ends,
            long,
        }
    }

    /// What is kept on the disk.
    pub(super) fn parts(&self) -> (&str, &[u32]) {
        (&self.text, &self.ends)
    }

    /// How many words there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The word with this number; empty where there is none.
    pub(super) fn word(&self, word: usize) -> &str {
        let range =
            |word: usize| Some(*self.starts.get(word)? as usize..*self.starts.get(word + 1)? as usize - 1);
        range(word)
            .and_then(|range| self.text.get(range))
            .unwrap_or_default()
    }

    /// The letters of an end and the line end behind them.
    fn end(&self, end: u32) -> &str {
        let range =
            |word: usize| Some(*self.starts.get(word)? as usize..*self.starts.get(word + 1)? as usize);
        let word = range((end >> 8) as usize).and_then(|range| self.text.get(range));
        word.and_then(|word| word.get((end & 0xFF) as usize..))
            .unwrap_or_default()
    }

    fn ends_that_begin_with(&self, letters: &str) -> &[u32] {
        let begins = |end: &u32| &self.end(*end).as_bytes()[..letters.len().min(self.end(*end).len())];
        let first = self.ends.partition_point(|end| begins(end) < letters.as_bytes());
        let count = self.ends[first..].partition_point(|end| begins(end) <= letters.as_bytes());
        &self.ends[first..first + count]
    }

    /// Words with these letters anywhere; where `whole`, with no letter or digit on either side of them.
    pub(super) fn with(&self, letters: &str, whole: bool) -> WordNumbers {
        let ends = self.ends_that_begin_with(letters).iter().filter_map(|end| {
            let (word, at) = ((end >> 8) as usize, (end & 0xFF) as usize);
            (!whole || is_whole(self.word(word), at..at + letters.len())).then_some(word)
        });
        let long = self.long.iter().map(|word| *word as usize);
        let long = long.filter(|word| {
            let text = self.word(*word);
            let stands_at = |at: &usize| text[*at..].starts_with(letters);
            let mut places = text.char_indices().map(|(at, _)| at).filter(stands_at);
            places.any(|at| !whole || is_whole(text, at..at + letters.len()))
        });
        WordNumbers::of(self.count(), ends.chain(long))
    }

    /// Words that end with these letters; where `whole`, with no letter or digit before them.
    pub(super) fn ending_with(&self, letters: &str, whole: bool) -> WordNumbers {
        let end = format!("{letters}\n");
        let ends = self
            .ends_that_begin_with(&end)
            .iter()
            .map(|end| (end >> 8) as usize);
        let long = self.long.iter().map(|word| *word as usize);
        let all = ends.chain(long.filter(|word| self.word(*word).ends_with(letters)));
        let is_wanted = |word: &usize| {
            let text = self.word(*word);
            !whole || is_whole(text, text.len() - letters.len()..text.len())
        };
        WordNumbers::of(self.count(), all.filter(is_wanted))
    }

    /// Words that begin with these letters; where `whole`, with no letter or digit behind them.
    pub(super) fn beginning_with(&self, letters: &str, whole: bool) -> WordNumbers {
        let is_wanted = |word: &usize| !whole || is_whole(self.word(*word), 0..letters.len());
        WordNumbers::of(self.count(), self.range_of(letters).filter(is_wanted))
    }

    fn range_of(&self, letters: &str) -> Range<usize> {
        let numbers = self.starts.len().saturating_sub(1);
        let begins = |word: usize| &self.word(word).as_bytes()[..letters.len().min(self.word(word).len())];
        let first = partition(numbers, |word| begins(word) < letters.as_bytes());
        let end = partition(numbers, |word| begins(word) <= letters.as_bytes());
        first..end
    }

    /// The number of this word.
    pub(super) fn number(&self, word: &str) -> Option<usize> {
        let first = partition(self.count(), |number| self.word(number) < word);
        (self.word(first) == word && first < self.count()).then_some(first)
    }
}

/// The first eight bytes as a number that compares as they do.
fn eight_bytes(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    let length = bytes.len().min(8);
    eight[..length].copy_from_slice(&bytes[..length]);
    u64::from_be_bytes(eight)
}

/// How many of the first numbers below `end` `is_before` holds for.
fn partition(end: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = (low + high) / 2;
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Whether neither a letter nor a digit touches the range.
fn is_whole(word: &str, range: Range<usize>) -> bool {
    let before = word[..range.start].chars().next_back();
    let behind = word[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn words_are_found_as_a_plain_pass_over_them_finds_them(
            words in prop::collection::btree_set("[ابپ1.]{1,5}|[اب]{250,300}", 0..120),
            letters in "[ابپ1.]{1,4}",
        ) {
            let lexicon = Lexicon::of(words.iter().map(String::as_str));
            let (text, ends) = lexicon.parts();
            let lexicon = Lexicon::read(text.to_owned(), ends.to_vec());
            let found = |words: WordNumbers| words.numbers().into_iter().map(|word| lexicon.word(word).to_owned()).collect::<BTreeSet<_>>();
            let plain = |is: &dyn Fn(&str) -> bool| words.iter().filter(|w| is(w)).cloned().collect::<BTreeSet<_>>();
            prop_assert_eq!(found(lexicon.with(&letters, false)), plain(&|w| w.contains(&letters)));
            prop_assert_eq!(found(lexicon.ending_with(&letters, false)), plain(&|w| w.ends_with(&letters)));
            prop_assert_eq!(found(lexicon.beginning_with(&letters, false)), plain(&|w| w.starts_with(&letters)));
            let whole = |w: &str| {
                let mut places = w.char_indices().map(|(at, _)| at).filter(|at| w[*at..].starts_with(&letters));
                places.any(|at| is_whole(w, at..at + letters.len()))
            };
            prop_assert_eq!(found(lexicon.with(&letters, true)), plain(&whole));
            for (number, word) in words.iter().enumerate() {
                prop_assert_eq!(lexicon.number(word), Some(number));
            }
            prop_assert_eq!(lexicon.number(&letters).is_some(), words.contains(&letters));
        }
    }
}

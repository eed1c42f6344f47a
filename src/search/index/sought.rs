//! A pattern as one segment's words can answer it. Does not know documents; it is shown their words one by one.
//!
//! It says of a text's words what [`Pattern::occurs_in`] says of the text: the letters stand in one word; or, blanks
//! of the pattern kept, at the end of a word, as whole words and at the start of another; or, all blanks left out,
//! the same between two places that no letter or digit touches.

use super::lexicon::Lexicon;
use super::words::WordNumbers;
use crate::search::pattern::Pattern;

/// The words that a pattern is made of in one segment.
#[derive(Debug)]
pub(super) struct Sought {
    /// One of these is enough.
    pub(super) single: WordNumbers,
    /// For a phrase: words that follow each other; empty otherwise.
    pub(super) phrase: Vec<WordNumbers>,
    /// The pattern without blanks in several words.
    across: Vec<Fragment>,
    /// Letters of the pattern without blanks.
    letters: usize,
}

/// Words that are the letters `from..to` of the pattern without blanks.
#[derive(Debug)]
struct Fragment {
    from: usize,
    to: usize,
    words: WordNumbers,
}

/// How far a text's words have come, to be shown them one after another.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    /// Bit n: the last words were the first n + 1 words of the phrase.
    phrase: Vec<bool>,
    /// The last words were so many letters of the pattern without blanks.
    across: Vec<bool>,
}

impl Sought {
    pub(super) fn new(pattern: &Pattern, lexicon: &Lexicon) -> Sought {
        let parts: Vec<&str> = pattern.folded().split(' ').collect();
        let tight: String = pattern.folded().split(' ').collect();
        let begun = pattern.begun().and_then(|begun| begun.rsplit(' ').next());
        let (single, phrase) = match parts.as_slice() {
            [word] => {
                let others = begun.map(|begun| lexicon.with(begun, false));
                (or(lexicon.with(word, false), others, lexicon), Vec::new())
            }
            parts => (lexicon.with(&tight, true), phrase(parts, begun, lexicon)),
        };
        let across = across(&tight, lexicon);
        let letters = tight.chars().count();
        Sought {
            single,
            phrase,
            across,
            letters,
        }
    }

    /// Sets of words that begin the pattern in several words, and sets that end it; one of each must be there.
    pub(super) fn across_ends(&self) -> (Vec<&WordNumbers>, Vec<&WordNumbers>) {
        let first = self.across.iter().filter(|piece| piece.from == 0);
        let last = self.across.iter().filter(|piece| piece.to == self.letters);
        (
            first.map(|piece| &piece.words).collect(),
            last.map(|piece| &piece.words).collect(),
        )
    }

    /// Before the first word of a text.
    pub(super) fn start(&self) -> Progress {
        Progress {
            phrase: vec![false; self.phrase.len()],
            across: vec![
                false;
                if self.across.is_empty() {
                    0
                } else {
                    self.letters + 1
                }
            ],
        }
    }

    /// Shows the next word of the text; `true` when the pattern ends with it.
    pub(super) fn is_end(&self, word: usize, progress: &mut Progress) -> bool {
        if self.single.contains(word) {
            return true;
        }
        // From the last on, so that a word takes only one step.
        for place in (0..self.phrase.len()).rev() {
            let before = place == 0 || progress.phrase[place - 1];
            progress.phrase[place] = before && self.phrase[place].contains(word);
        }
        if progress.phrase.last() == Some(&true) {
            return true;
        }
        if !self.across.is_empty() {
            let mut next = vec![false; self.letters + 1];
            for piece in &self.across {
                if (piece.from == 0 || progress.across[piece.from]) && piece.words.contains(word) {
                    next[piece.to] = true;
                }
            }
            progress.across = next;
        }
        progress.across.last() == Some(&true)
    }
}

fn or(words: WordNumbers, others: Option<WordNumbers>, lexicon: &Lexicon) -> WordNumbers {
    match others {
        Some(others) => words.joined(lexicon.count(), &others),
        None => words,
    }
}

/// The word sets of a phrase; none where one is empty. Its last word may be the beginning of `begun` as well.
fn phrase(parts: &[&str], begun: Option<&str>, lexicon: &Lexicon) -> Vec<WordNumbers> {
    let last = parts.len() - 1;
    let words = parts.iter().enumerate().map(|(place, part)| match place {
        0 => lexicon.ending_with(part, false),
        _ if place == last => {
            let others = begun.map(|begun| lexicon.beginning_with(begun, false));
            or(lexicon.beginning_with(part, false), others, lexicon)
        }
        _ => exactly(part, lexicon),
    });
    let words: Vec<WordNumbers> = words.collect();
    if words.iter().any(WordNumbers::is_none) {
        Vec::new()
    } else {
        words
    }
}

fn exactly(word: &str, lexicon: &Lexicon) -> WordNumbers {
    WordNumbers::of(lexicon.count(), lexicon.number(word).into_iter())
}

/// All pieces of `tight` by which two or more words can be it.
fn across(tight: &str, lexicon: &Lexicon) -> Vec<Fragment> {
    let mut cuts: Vec<usize> = tight.char_indices().map(|(at, _)| at).collect();
    cuts.push(tight.len());
    let end = cuts.len() - 1;
    let piece = |from: usize, to: usize| {
        let letters = &tight[cuts[from]..cuts[to]];
        let words = match (from == 0, to == end) {
            (true, _) => lexicon.ending_with(letters, true),
            (_, true) => lexicon.beginning_with(letters, true),
            _ => exactly(letters, lexicon),
        };
        (!words.is_none()).then_some(Fragment { from, to, words })
    };
    // Only pieces that are reached from the start and from which the end is reached.
    let mut reached = vec![false; end + 1];
    reached[0] = true;
    let mut pieces = Vec::new();
    for from in 0..end {
        if reached[from] {
            for to in (from + 1..=end).filter(|to| (from, *to) != (0, end)) {
                if let Some(piece) = piece(from, to) {
                    reached[to] = true;
                    pieces.push(piece);
                }
            }
        }
    }
    let mut leads_on = vec![false; end + 1];
    leads_on[end] = true;
    for piece in pieces.iter().rev() {
        leads_on[piece.from] |= leads_on[piece.to];
    }
    pieces.retain(|piece| leads_on[piece.to]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn says(pattern: &Pattern, text: &str) -> bool {
        let words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
        let distinct: BTreeSet<&str> = words.iter().copied().collect();
        let lexicon = Lexicon::of(distinct.into_iter());
        let sought = Sought::new(pattern, &lexicon);
        let mut progress = sought.start();
        words
            .iter()
            .any(|word| sought.is_end(lexicon.number(word).unwrap(), &mut progress))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        #[test]
        fn words_say_what_the_text_says(pattern in "[اب1. ]{1,7}", text in "[اب1. ]{0,24}") {
            let text = fold(&text);
            if let Some(pattern) = Pattern::new(&pattern) {
                prop_assert_eq!(says(&pattern, &text), pattern.occurs_in(&text), "{:?} in {:?}", pattern, text);
            }
        }
    }

    #[test]
    fn a_word_that_is_being_written_is_found_in_other_spellings() {
        for (pattern, text, is_found) in [
            ("هیئ", "نظر هیأت امنا", true),
            ("نظر هیئ", "این نظر هیات امنا", true),
            ("نظر هیئ", "نظر آن هیات", false),
            ("هیئ", "نظر شورا", false),
        ] {
            let (pattern, text) = (Pattern::new(pattern).unwrap(), fold(text));
            assert_eq!(says(&pattern, &text), is_found, "{pattern:?} in {text}");
            assert_eq!(pattern.occurs_in(&text), is_found, "{pattern:?} in {text}");
        }
    }

    #[test]
    fn a_plural_is_found_in_one_word_and_in_two() {
        let pattern = Pattern::new("دستگاهها").unwrap();
        assert!(says(&pattern, "همه دستگاه ها موظفند"));
        assert!(says(&pattern, "دستگاههای عضو"));
        assert!(!says(&pattern, "دستگاه هایی"));
    }
}

//! A set of words of one lexicon: a few numbers, or bits where they are many. Does not know their letters.

use super::bits::Bits;

/// Up to so many words are kept as numbers.
const FEW: usize = 64;

/// Numbers of words.
#[derive(Clone, Debug)]
pub(super) enum WordNumbers {
    /// Ascending, each once.
    Few(Vec<u32>),
    Many(Bits),
}

impl WordNumbers {
    /// These words of a lexicon of `count`.
    pub(super) fn of(count: usize, words: impl Iterator<Item = usize>) -> WordNumbers {
        let mut few: Vec<u32> = Vec::new();
        let mut words = words;
        for word in words.by_ref() {
            few.push(word as u32);
            if few.len() == FEW {
                break;
            }
        }
        if few.len() < FEW {
            few.sort_unstable();
            few.dedup();
            return WordNumbers::Few(few);
        }
        let mut many = Bits::none(count);
        few.iter().for_each(|word| many.add(*word as usize));
        words.for_each(|word| many.add(word));
        WordNumbers::Many(many)
    }

    /// These words and those.
    pub(super) fn joined(self, count: usize, others: &WordNumbers) -> WordNumbers {
        let mut all = Vec::new();
        for words in [&self, others] {
            words.any(|word| {
                all.push(word);
                false
            });
        }
        WordNumbers::of(count, all.into_iter())
    }

    pub(super) fn contains(&self, word: usize) -> bool {
        match self {
            WordNumbers::Few(few) => few.contains(&(word as u32)),
            WordNumbers::Many(many) => many.contains(word),
        }
    }

    pub(super) fn is_none(&self) -> bool {
        match self {
            WordNumbers::Few(few) => few.is_empty(),
            WordNumbers::Many(many) => many.is_none(),
        }
    }

    /// Whether `is_it` holds for one of them; none is asked behind it.
    pub(super) fn any(&self, mut is_it: impl FnMut(usize) -> bool) -> bool {
        match self {
            WordNumbers::Few(few) => few.iter().any(|word| is_it(*word as usize)),
            WordNumbers::Many(many) => many.iter().any(is_it),
        }
    }

    /// All words, ascending.
    #[cfg(test)]
    pub(super) fn numbers(&self) -> Vec<usize> {
        let mut numbers = Vec::new();
        self.any(|word| {
            numbers.push(word);
            false
        });
        numbers
    }
}

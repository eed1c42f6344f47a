//! A set of documents or words of one segment, one bit each. Does not know what the numbers mean.

/// A set of numbers below its length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits {
    length: usize,
    words: Vec<u64>,
}

impl Bits {
    /// None of `length`.
    pub(super) fn none(length: usize) -> Bits {
        let words = vec![0; length.div_ceil(64)];
        Bits { length, words }
    }

    /// All of `length`.
    pub(super) fn all(length: usize) -> Bits {
        let mut bits = Bits::none(length);
        bits.words.fill(u64::MAX);
        bits.cut();
        bits
    }

    /// Those for which `is_in` holds.
    pub(super) fn of(length: usize, mut is_in: impl FnMut(usize) -> bool) -> Bits {
        let mut bits = Bits::none(length);
        for number in 0..length {
            if is_in(number) {
                bits.add(number);
            }
        }
        bits
    }

    /// Bits beyond the length stay unset, so that counting and turning round are right.
    fn cut(&mut self) {
        if let (Some(last), rest @ 1..) = (self.words.last_mut(), self.length % 64) {
            *last &= (1 << rest) - 1;
        }
    }

    /// Below what all numbers are.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Puts a number in; one that is too large is left out.
    pub(super) fn add(&mut self, number: usize) {
        if number < self.length
            && let Some(word) = self.words.get_mut(number / 64)
        {
            *word |= 1 << (number % 64);
        }
    }

    pub(super) fn contains(&self, number: usize) -> bool {
        self.words
            .get(number / 64)
            .is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub(super) fn is_none(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn and(&mut self, other: &Bits) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(mine, other)| *mine &= other);
    }

    pub(super) fn or(&mut self, other: &Bits) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(mine, other)| *mine |= other);
    }

    /// The others.
    pub(super) fn turned_round(mut self) -> Bits {
        self.words.iter_mut().for_each(|word| *word = !*word);
        self.cut();
        self
    }

    /// Takes over a set written as little-endian bytes.
    pub(super) fn or_bytes(&mut self, bytes: &[u8]) {
        for (mine, eight) in self.words.iter_mut().zip(bytes.chunks(8)) {
            let mut word = [0; 8];
            word[..eight.len()].copy_from_slice(eight);
            *mine |= u64::from_le_bytes(word);
        }
        self.cut();
    }

    /// As [`Bits::or_bytes`] reads it.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    /// Those below `length` alone.
    pub(super) fn first(&self, length: usize) -> Bits {
        let length = length.min(self.length);
        let words = self.words[..length.div_ceil(64)].to_vec();
        let mut bits = Bits { length, words };
        bits.cut();
        bits
    }

    /// The first one that is not below `from`.
    pub(super) fn next_from(&self, from: usize) -> Option<usize> {
        let mut mask = u64::MAX << (from % 64);
        for (place, word) in self.words.iter().enumerate().skip(from / 64) {
            if word & mask != 0 {
                return Some(place * 64 + (word & mask).trailing_zeros() as usize);
            }
            mask = u64::MAX;
        }
        None
    }

    /// The numbers in it, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(place, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(place * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn bits_are_sets(a in prop::collection::btree_set(0usize..200, 0..60), b in prop::collection::btree_set(0usize..200, 0..60)) {
            let bits = |set: &BTreeSet<usize>| Bits::of(200, |n| set.contains(&n));
            let numbers = |bits: Bits| bits.iter().collect::<BTreeSet<_>>();
            let mut both = bits(&a);
            both.and(&bits(&b));
            prop_assert_eq!(both.count(), a.intersection(&b).count());
            prop_assert_eq!(numbers(both), a.intersection(&b).copied().collect());
            let mut either = bits(&a);
            either.or_bytes(&bits(&b).bytes());
            prop_assert_eq!(numbers(either), a.union(&b).copied().collect());
            prop_assert_eq!(numbers(bits(&a).turned_round()), (0..200).filter(|n| !a.contains(n)).collect());
            prop_assert_eq!(numbers(Bits::all(200)), (0..200).collect());
            prop_assert_eq!(numbers(bits(&a).first(70)), a.range(..70).copied().collect());
            prop_assert_eq!(bits(&a).next_from(70), a.range(70..).next().copied());
        }
    }
}

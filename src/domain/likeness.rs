//! How much two wordings are alike. Knows no records, only texts.

use crate::text::fold;

/// Two wordings at least this much alike are near-duplicates.
const NEARLY_THE_SAME_PERCENT: u8 = 80;
/// For each so many triples one word may be another one.
const TRIPLES_A_WORD_MAY_DIFFER: usize = 15;
/// A word stands in so many triples.
const TRIPLES_OF_A_WORD: usize = 3;
/// Wordings of fewer words than this are not compared: short ones are alike by custom.
const FEWEST_WORDS: usize = 6;

/// Hashes of every three words of a wording that follow each other, folded, ascending and each once; none for a wording
/// of a few words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(Vec<u64>);

impl Fingerprint {
    /// The fingerprint of a wording.
    pub fn of(text: &str) -> Fingerprint {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        let words: Vec<u64> = words.filter(|w| !w.is_empty()).map(hash_of_word).collect();
        if words.len() < FEWEST_WORDS {
            return Fingerprint::default();
        }
        let hash = |three: &[u64]| three.iter().fold(0, |hash, word| mixed(hash ^ word));
        let mut triples: Vec<u64> = words.windows(3).map(hash).collect();
        triples.sort_unstable();
        triples.dedup();
        Fingerprint(triples)
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Shared word triples over all triples of both, in percent, rounded down; 0 where one has none.
    ///
    /// ```
    /// use dabir::domain::likeness::Fingerprint;
    /// let one = Fingerprint::of("شرکت آب بر چاه‌های مجاز دشت بالا کنتور نصب کند");
    /// let other = Fingerprint::of("شرکت آب بر چاه‌های مجاز دشت پایین کنتور نصب کند");
    /// assert_eq!(one.percent(&one), 100);
    /// assert!(one.percent(&other) > 40 && one.percent(&other) < 80);
    /// ```
    pub fn percent(&self, other: &Fingerprint) -> u8 {
        let shared = shared(&self.0, &other.0);
        let all = self.0.len() + other.0.len() - shared;
        // A part of the whole is never above a hundred.
        u8::try_from((shared * 100).checked_div(all).unwrap_or(0)).unwrap_or(100)
    }

    /// A few of the triples: two wordings that say nearly the same share at least one of these. They are the first in
    /// a fixed order, as many as may be left out of one (less than a quarter) and one more.
    pub(super) fn shared_by_near_ones(&self) -> Vec<u64> {
        let most = if self.0.is_empty() {
            0
        } else {
            self.0.len() / 4 + 2
        };
        self.0.iter().take(most).copied().collect()
    }

    /// Whether both say nearly the same: most of their triples, or all but those of a few words in a long wording.
    ///
    /// ```
    /// use dabir::domain::likeness::Fingerprint;
    /// let one = "مقرر شد شرکت آب بر همه چاه‌های مجاز دشت بالا کنتور هوشمند نصب و گزارش آن را به دبیرخانه ارسال نماید";
    /// let other = one.replace("هوشمند", "حجمی");
    /// assert!(Fingerprint::of(one).is_nearly(&Fingerprint::of(&other)));
    /// ```
    pub fn is_nearly(&self, other: &Fingerprint) -> bool {
        let (one, other_len) = (self.0.len(), other.0.len());
        let may_differ = one.min(other_len) / TRIPLES_A_WORD_MAY_DIFFER * TRIPLES_OF_A_WORD;
        let missing = one.max(other_len) - shared(&self.0, &other.0);
        self.percent(other) >= NEARLY_THE_SAME_PERCENT || (may_differ > 0 && missing <= may_differ)
    }
}

/// How many numbers stand in both of two ascending lists.
fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut count, mut rest) = (0, other);
    for number in one {
        while rest.first().is_some_and(|first| first < number) {
            rest = &rest[1..];
        }
        count += usize::from(rest.first() == Some(number));
    }
    count
}

/// FNV-1a. It is the same on every machine, and quick for words.
fn hash_of_word(word: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
    word.bytes().fold(0xCBF2_9CE4_8422_2325, step)
}

/// Spreads a number over all bits, as SplitMix64 does.
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_marks_that_writers_mix_make_no_difference() {
        let one = Fingerprint::of("گزارش پیشرفت، هر ماه به دبیرخانه کارگروه داده شود.");
        let other = Fingerprint::of("گزارش پيشرفت هر ماه به دبيرخانه كارگروه داده شود");
        assert_eq!(one.percent(&other), 100);
    }

    #[test]
    fn a_few_words_are_like_nothing_not_even_themselves() {
        let short = Fingerprint::of("گزارش داده شود");
        assert!(short.is_empty() && !short.is_nearly(&short));
    }
}

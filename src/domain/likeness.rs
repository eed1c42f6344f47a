//! How much two wordings are alike. Knows no records, only texts.

use crate::text::fold;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Two wordings at least this much alike are near-duplicates.
const NEARLY_THE_SAME_PERCENT: u8 = 80;
/// Wordings of fewer words than this are not compared: short ones are alike by custom.
const FEWEST_WORDS: usize = 6;

/// Hashes of every three words of a wording that follow each other, folded; none for a wording of a few words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(HashSet<u64>);

impl Fingerprint {
    /// The fingerprint of a wording.
    pub fn of(text: &str) -> Fingerprint {
        let folded = fold(text);
        let words: Vec<&str> = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        if words.len() < FEWEST_WORDS {
            return Fingerprint::default();
        }
        let hash = |window: &[&str]| {
            let mut hasher = DefaultHasher::new();
            window.hash(&mut hasher);
            hasher.finish()
        };
        Fingerprint(words.windows(3).map(hash).collect())
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
        let shared = self.0.intersection(&other.0).count();
        let all = self.0.len() + other.0.len() - shared;
        // A part of the whole is never above a hundred.
        u8::try_from((shared * 100).checked_div(all).unwrap_or(0)).unwrap_or(100)
    }

    /// A few of the triples: two wordings that say nearly the same share at least one of these. They are the first in
    /// a fixed order, as many as may be left out of one (less than a quarter) and one more.
    pub(super) fn shared_by_near_ones(&self) -> Vec<u64> {
        let mut triples: Vec<u64> = self.0.iter().copied().collect();
        triples.sort_unstable();
        triples.truncate(if triples.is_empty() {
            0
        } else {
            triples.len() / 4 + 2
        });
        triples
    }

    /// Whether both say nearly the same.
    pub fn is_nearly(&self, other: &Fingerprint) -> bool {
        self.percent(other) >= NEARLY_THE_SAME_PERCENT
    }
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

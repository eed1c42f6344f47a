//! One way of comparing the heads of columns with lists of words: folded, blanks ignored, a slip allowed.
//! Knows no table and no list but the pieces of heads: which column is which is decided by `heads` and `roll`.

use std::cell::OnceCell;

use super::head_words::PIECES;
use super::matching::is_slip_of;
use super::words::{Word, first_words, joined};

/// Longest run of words that is compared with one word of a list.
const RUN_WORDS: usize = 3;
/// Words of a head in which a slip is looked for; longer ones name a session, and their first words tell enough.
const WORDS_WITH_SLIPS: usize = 8;

/// The text of a head, ready to be compared.
pub(super) struct HeadText {
    words: Vec<Word>,
    key: String,
    /// Runs of words that may be a slip of one word, with the first of them.
    runs: OnceCell<Vec<(usize, String)>>,
}

impl HeadText {
    /// The first words of a head; `most` is the longest head that the caller can mean.
    pub fn of(text: &str, most: usize) -> HeadText {
        let mut words = first_words(text, most + 1);
        // «مصوبات1» is the word with the mark of a footnote behind it.
        for word in &mut words {
            word.key.retain(|c| !c.is_ascii_digit());
        }
        let key = joined(&words);
        HeadText {
            words,
            key,
            runs: OnceCell::new(),
        }
    }

    /// Number of words, at most one more than was asked for.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the head is one of these.
    pub fn is(&self, list: &[&str]) -> bool {
        list.iter()
            .any(|core| self.key == *core || is_slip_of(&self.key, core))
    }

    /// Whether the head begins with one of these.
    pub fn starts(&self, list: &[&str]) -> bool {
        list.iter().any(|core| self.key.starts_with(core))
            || self.runs().iter().any(|(at, run)| *at == 0 && slips(run, list))
    }

    /// Whether one of these stands anywhere in the head.
    pub fn has(&self, list: &[&str]) -> bool {
        list.iter().any(|core| self.key.contains(core)) || self.runs().iter().any(|(_, run)| slips(run, list))
    }

    /// Whether every word of the head is a word of heads and nothing else: a sentence of a row never is.
    pub fn is_pure(&self) -> bool {
        let pure = |word: &Word| {
            let key = word.key.as_str();
            PIECES.contains(&key)
                || PIECES.iter().any(|piece| is_slip_of(key, piece))
                || is_made_of_pieces(key)
        };
        !self.words.is_empty() && self.words.iter().all(pure)
    }

    fn runs(&self) -> &[(usize, String)] {
        self.runs.get_or_init(|| {
            let places = 0..self.words.len();
            let runs = places.flat_map(|at| {
                let most = RUN_WORDS.min(self.words.len() - at);
                (1..=most).map(move |count| (at, joined(&self.words[at..at + count])))
            });
            let is_looked_at = self.words.len() <= WORDS_WITH_SLIPS;
            runs.filter(|_| is_looked_at).collect()
        })
    }
}

/// «اقدام‌کننده», «مسئول‌پیگیری»: two or three pieces written as one word.
fn is_made_of_pieces(key: &str) -> bool {
    let rest_is = |rest: &str| PIECES.contains(&rest);
    PIECES
        .iter()
        .filter_map(|piece| key.strip_prefix(piece))
        .any(|rest| {
            rest_is(rest)
                || PIECES
                    .iter()
                    .filter_map(|piece| rest.strip_prefix(piece))
                    .any(rest_is)
        })
}

fn slips(run: &str, list: &[&str]) -> bool {
    list.iter().any(|core| is_slip_of(run, core))
}

/// Signs and short words in the head of the column that counts the rows.
pub(super) fn is_count_sign(text: &str) -> bool {
    let sign = text.trim().trim_matches(['.', ':', ' ']);
    matches!(
        sign,
        "#" | "№" | "Nr" | "nr" | "NO" | "No" | "no" | "n" | "N" | "ر" | "ش"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_in_a_longer_word_is_borne() {
        for written in ["ملاحضات", "ملاحظت", "ملااحظات", "ملاحظات", "مالحظات"]
        {
            assert!(HeadText::of(written, 8).has(&["ملاحظات"]), "{written}");
        }
        for written in ["ملاقات", "محل", "مهلتها"] {
            assert!(!HeadText::of(written, 8).has(&["ملاحظات"]), "{written}");
        }
        assert!(!HeadText::of("ناظر", 8).has(&["حاضر"]));
    }

    #[test]
    fn blanks_and_joiners_do_not_part_a_head() {
        for written in ["اقدام کننده", "اقدام‌کننده", "اقدامكننده", "اقدام  كننده"]
        {
            assert!(HeadText::of(written, 8).is(&["اقدامکننده"]), "{written}");
        }
    }

    #[test]
    fn a_head_is_told_from_a_sentence_that_has_its_words() {
        for head in [
            "مسئول پیگیری",
            "زمان‌بندی اجرا",
            "نام و نام خانوادگی",
            "مهلت / مسئول",
        ] {
            assert!(HeadText::of(head, 8).is_pure(), "{head}");
        }
        for row in [
            "وضعیت مخازن گزارش شود.",
            "سازمان آب",
            "نماینده روستاها معرفی گردد",
            "واحد فنی",
        ] {
            assert!(!HeadText::of(row, 8).is_pure(), "{row}");
        }
    }
}

//! One way to hold words against lists: folded, whatever blanks part them, with one slip of the pen in longer words.
//! Knows no list: it is given the words and what they may be.

use super::words::Word;

/// Shortest word of a list, in letters, in which one slip is looked past; in shorter ones it makes another word too
/// often.
const LONG_WORD: usize = 6;

/// Longest run of letters that is looked at, in bytes; labels are far shorter.
const MOST_BYTES: usize = 240;

/// The first letters of Arabic script differ in their last six bits.
const LETTERS: usize = 64;

/// Words of lists, kept so that only a few of them need be looked at.
pub(super) struct KnownWords {
    /// All of them, by their first letter.
    by_letter: Vec<Vec<&'static str>>,
    /// Those in which a slip is looked past.
    long: Vec<&'static str>,
}

impl KnownWords {
    pub fn of(lists: &[&[&'static str]]) -> KnownWords {
        let mut known = KnownWords {
            by_letter: vec![Vec::new(); LETTERS],
            long: Vec::new(),
        };
        for word in lists.iter().flat_map(|list| list.iter()) {
            if !known.contains(word) {
                known.by_letter[place_of(word)].push(word);
                known.long.extend(has_letters(word, LONG_WORD).then_some(word));
            }
        }
        known
    }

    pub fn contains(&self, word: &str) -> bool {
        self.by_letter[place_of(word)].contains(&word)
    }

    /// The words joined without blanks, each word of digits left out and each slip mended by the word it was meant to be.
    pub fn mended_key(&self, words: &[Word]) -> String {
        let mut key = String::new();
        for word in words {
            let letters = word.key.trim_matches(|c: char| c.is_ascii_digit());
            key.push_str(self.meant_by(letters).unwrap_or(letters));
        }
        key
    }

    /// Whether letters without blanks are nothing but these words, one after the other: «دستورکارجلسه» is.
    pub fn make_up(&self, key: &str) -> bool {
        if key.is_empty() || key.len() > MOST_BYTES {
            return false;
        }
        let mut reached = [false; MOST_BYTES + 1];
        reached[0] = true;
        for at in 0..key.len() {
            if !reached[at] {
                continue;
            }
            for word in &self.by_letter[place_of(&key[at..])] {
                if key[at..].starts_with(word) {
                    reached[at + word.len()] = true;
                }
            }
        }
        reached[key.len()]
    }

    /// The long word that a word is but for one letter; nothing for a word that is known itself.
    fn meant_by(&self, word: &str) -> Option<&'static str> {
        if !has_letters(word, LONG_WORD - 1) || self.contains(word) {
            return None;
        }
        self.long.iter().find(|known| is_one_slip(word, known)).copied()
    }
}

fn place_of(word: &str) -> usize {
    word.chars().next().map_or(0, |first| first as usize % LETTERS)
}

fn has_letters(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

/// Whether a word is a long one but for one letter.
pub(super) fn is_slip_of(written: &str, meant: &str) -> bool {
    is_one_slip(written, meant) && has_letters(meant, LONG_WORD)
}

/// Whether two words differ by one letter that is other, missing, added, or by two that changed places.
fn is_one_slip(left: &str, right: &str) -> bool {
    let (mut one, mut other) = (left.chars(), right.chars());
    // A slip in a long word leaves its first letter or its last one as it is: most words are far from each other.
    if left.len().abs_diff(right.len()) > 3
        || one.clone().next() != other.clone().next() && one.clone().next_back() != other.clone().next_back()
    {
        return false;
    }
    loop {
        let (from_one, from_other) = (one.as_str(), other.as_str());
        match (one.next(), other.next()) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => {
                let (one, other) = (one.as_str(), other.as_str());
                let swapped = one
                    .strip_prefix(b)
                    .is_some_and(|rest| other.strip_prefix(a) == Some(rest));
                return swapped || one == other || one == from_other || from_one == other;
            }
            (Some(_), None) => return one.as_str().is_empty(),
            (None, Some(_)) => return other.as_str().is_empty(),
            (None, None) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    const WORDS: &[&str] = &["دستور", "کار", "جلسه", "حاضرین", "مصوبات"];

    fn known() -> KnownWords {
        KnownWords::of(&[WORDS])
    }

    #[test]
    fn blanks_inside_words_do_not_matter() {
        for text in [
            "دستور کار جلسه",
            "دستورکار جلسه",
            "دس تور کا رجلسه",
            "دستور\u{200c}کار جلسه",
        ] {
            assert!(known().make_up(&known().mended_key(&words(text))), "{text}");
        }
        assert!(!known().make_up(&known().mended_key(&words("دستور کار اداره"))));
    }

    #[test]
    fn one_slip_is_mended_in_long_words_only() {
        for text in ["حاضرن", "خاضرین", "حاضریین", "حاضرین۲", "حاضرنی", "مصوبت"]
        {
            let key = known().mended_key(&words(text));
            assert!(WORDS.contains(&key.as_str()), "{text}: {key}");
        }
        for text in ["کاری", "جلسات", "دستورها", "ناظرین آب"] {
            let key = known().mended_key(&words(text));
            assert!(!WORDS.contains(&key.as_str()), "{text}: {key}");
        }
    }
}

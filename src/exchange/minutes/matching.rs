//! One way to hold words against lists: folded, whatever blanks part them, with one slip of the pen in longer words.
//! Knows no list: it is given the words and what they may be.

use super::words::Word;

/// Shortest word of a list, in letters, in which one slip is looked past; in shorter ones it makes another word too
/// often.
const LONG_WORD: usize = 6;

/// Longest run of letters that is looked at; labels are far shorter.
const MOST_LETTERS: usize = 120;

/// The words joined without blanks, each word of digits left out and each slip mended by the word it was meant to be.
pub(super) fn mended_key(words: &[Word], known: &[&[&str]]) -> String {
    let mut key = String::new();
    for word in words {
        let letters = word.key.trim_matches(|c: char| c.is_ascii_digit());
        key.push_str(slip_of(letters, known).unwrap_or(letters));
    }
    key
}

/// Whether letters without blanks are nothing but words of the lists, one after the other: «دستورکارجلسه» is.
pub(super) fn is_made_of(key: &str, lists: &[&[&str]]) -> bool {
    if key.is_empty() || key.chars().count() > MOST_LETTERS {
        return false;
    }
    let mut reached = vec![false; key.len() + 1];
    reached[0] = true;
    for at in 0..key.len() {
        if !reached[at] {
            continue;
        }
        for word in lists.iter().flat_map(|list| list.iter()) {
            if key[at..].starts_with(word) {
                reached[at + word.len()] = true;
            }
        }
    }
    reached[key.len()]
}

/// The long word of the lists that a word is but for one letter; nothing for a word that is in a list itself.
fn slip_of<'l>(word: &str, lists: &[&[&'l str]]) -> Option<&'l str> {
    let is_long = |word: &str, least: usize| word.chars().count() >= least;
    let all = || lists.iter().flat_map(|list| list.iter());
    if !is_long(word, LONG_WORD - 1) || all().any(|known| *known == word) {
        return None;
    }
    all()
        .find(|known| is_long(known, LONG_WORD) && is_one_slip(word, known))
        .copied()
}

/// Whether two words differ by one letter that is other, missing, added, or by two that changed places.
fn is_one_slip(left: &str, right: &str) -> bool {
    if left.len().abs_diff(right.len()) > 3 {
        return false;
    }
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let start = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[start..], &right[start..]);
    let end = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (left, right) = (&left[..left.len() - end], &right[..right.len() - end]);
    match (left, right) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    const KNOWN: &[&str] = &["دستور", "کار", "جلسه", "حاضرین", "مصوبات"];

    #[test]
    fn blanks_inside_words_do_not_matter() {
        for text in [
            "دستور کار جلسه",
            "دستورکار جلسه",
            "دس تور کا رجلسه",
            "دستور\u{200c}کار جلسه",
        ] {
            assert!(
                is_made_of(&mended_key(&words(text), &[KNOWN]), &[KNOWN]),
                "{text}"
            );
        }
        assert!(!is_made_of(
            &mended_key(&words("دستور کار اداره"), &[KNOWN]),
            &[KNOWN]
        ));
    }

    #[test]
    fn one_slip_is_mended_in_long_words_only() {
        for text in ["حاضرن", "خاضرین", "حاضریین", "حاضرین۲", "حاضرنی", "مصوبت"]
        {
            let key = mended_key(&words(text), &[KNOWN]);
            assert!(KNOWN.contains(&key.as_str()), "{text}: {key}");
        }
        for text in ["کاری", "جلسات", "دستورها", "ناظرین آب"] {
            let key = mended_key(&words(text), &[KNOWN]);
            assert!(!KNOWN.contains(&key.as_str()), "{text}: {key}");
        }
    }
}

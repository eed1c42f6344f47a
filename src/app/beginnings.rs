//! Names found by the first letters of their words. Does not know whose names they are.

use crate::text::fold;
use crate::ui::persian_keys;

/// What was typed, folded: as it stands, and as it would have come with the Persian layout.
pub fn wanted(typed: &str) -> Vec<String> {
    let mut wanted = vec![fold(typed)];
    let in_persian = fold(&persian_keys(typed));
    if in_persian != wanted[0] {
        wanted.push(in_persian);
    }
    wanted.retain(|words| !words.is_empty());
    wanted
}

/// Whether each word of one of the `wanted` begins a word of the text.
pub fn begins(text: &str, wanted: &[String]) -> bool {
    let text = fold(text);
    let parts = || {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
    };
    let begins_one = |word: &str| parts().any(|part| part.starts_with(word));
    wanted.iter().any(|words| words.split(' ').all(begins_one))
}

/// Whether the text has all words of one of the `wanted` somewhere.
pub fn has(text: &str, wanted: &[String]) -> bool {
    let text = fold(text);
    wanted
        .iter()
        .any(|words| words.split(' ').all(|word| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_begin_any_word_of_a_name_in_either_layout() {
        for typed in ["نس", "پا", "نس پا", "ks", "پاک نس"] {
            assert!(begins("نسرین پاک‌نهاد", &wanted(typed)), "{typed}");
        }
        for typed in ["رین", "نس کا", ""] {
            assert!(!begins("نسرین پاک‌نهاد", &wanted(typed)), "{typed}");
        }
        assert!(has("نسرین پاک‌نهاد", &wanted("رین")));
    }
}

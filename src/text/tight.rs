//! The tight form of a short text: letters folded, Latin digits, no blanks, so that all spellings compare equal.
//! It does not know what the text means. `text::fold` replaces it once it stands.

use super::digits::latin_digits;

/// Returns the text with Arabic letters as Persian ones, digits as Latin ones and no blanks, joiners, vowel signs or
/// marks of direction. One blank stays between two digits, so that two numbers do not become one.
pub(crate) fn tight(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank_after_digit = false;
    for letter in latin_digits(text).chars() {
        match folded(letter) {
            Some(' ') => blank_after_digit |= out.ends_with(|last: char| last.is_ascii_digit()),
            Some(letter) => {
                if blank_after_digit && letter.is_ascii_digit() {
                    out.push(' ');
                }
                blank_after_digit = false;
                out.push(letter);
            }
            None => {}
        }
    }
    out
}

/// Returns the letter that stands for all its spellings, a blank for any blank or joiner, nothing for bare marks.
fn folded(letter: char) -> Option<char> {
    match letter {
        'ي' | 'ى' | 'ې' => Some('ی'),
        'ك' => Some('ک'),
        'ة' | 'ۀ' | 'ہ' | 'ە' => Some('ه'),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ؤ' => Some('و'),
        '\u{200C}' => Some(' '),
        '\u{064B}'..='\u{065F}' | '\u{0670}' | 'ـ' => None,
        '\u{200B}' | '\u{200D}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        '\u{061C}' | '\u{FEFF}' | '\u{00AD}' => None,
        blank if blank.is_whitespace() => Some(' '),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_spellings_of_a_word_have_one_tight_form() {
        for spelling in ["سه\u{200C}شنبه", "سه شنبه", "سهشنبه", " سه\u{00A0}شـنبه\u{200F}"]
        {
            assert_eq!(tight(spelling), "سهشنبه");
        }
        assert_eq!(tight("فوراً"), "فورا");
        assert_eq!(tight("دي ماه آتي"), "دیماهاتی");
    }

    #[test]
    fn two_numbers_do_not_become_one() {
        assert_eq!(tight("۱۰ ۱۴۰۱ / ٠٣"), "10 1401/03");
    }
}

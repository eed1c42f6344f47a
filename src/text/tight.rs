//! The tight form of a short text: folded and without blanks, so that all spellings compare equal.
//! It does not know what the text means.

use super::fold;

/// Returns [`fold`]ed text without blanks, but for one between two digits, so that two numbers do not become one.
///
/// ([`super::fold_tight`] joins those too: it is made for names, this for numbers, dates and spans.)
pub(crate) fn tight(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::with_capacity(folded.len());
    let mut blank_after_digit = false;
    for letter in folded.chars() {
        if letter == ' ' {
            blank_after_digit = out.ends_with(|last: char| last.is_ascii_digit());
        } else {
            if blank_after_digit && letter.is_ascii_digit() {
                out.push(' ');
            }
            blank_after_digit = false;
            out.push(letter);
        }
    }
    out
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

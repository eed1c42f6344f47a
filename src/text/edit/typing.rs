//! Helps for typing Persian: digits, pasted Arabic letters, guillemets; which of them are on.
//! They know only the text around the caret, and each can be switched off.

use super::clause_marks::TypedLetters;
use std::borrow::Cow;

/// Which helps are on. The default is all of them, clauses by the alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypingHelps {
    /// Digits typed in Persian text become Persian ones.
    pub persian_digits: bool,
    /// Pasted ي and ك become ی and ک; one undo brings the pasted letters back.
    pub persian_letters: bool,
    /// « brings its », and » typed before a » steps over it.
    pub guillemets: bool,
    /// Enter in a lettered or numbered clause begins the next one; `None` switches it off.
    pub clauses: Option<TypedLetters>,
}

impl Default for TypingHelps {
    fn default() -> Self {
        TypingHelps {
            persian_digits: true,
            persian_letters: true,
            guillemets: true,
            clauses: Some(TypedLetters::default()),
        }
    }
}

impl TypingHelps {
    /// No help at all: what is typed is what stands there.
    pub const OFF: TypingHelps = TypingHelps {
        persian_digits: false,
        persian_letters: false,
        guillemets: false,
        clauses: None,
    };
}

/// A letter farther away than this says nothing about a digit.
const NEAR_CHARACTERS: usize = 1000;

/// The digit to insert for a typed ASCII digit: the Persian one, unless it continues a Latin word or number.
///
/// `before` is the text up to the caret. Without any letter near before it in its paragraph the digit is Persian.
///
/// ```
/// use dabir::text::persian_digit;
/// assert_eq!(persian_digit("بند ", '7'), '۷');
/// assert_eq!(persian_digit("ISO ", '9'), '9');
/// assert_eq!(persian_digit("نسخه 2.", '1'), '1');
/// ```
pub fn persian_digit(before: &str, typed: char) -> char {
    let Some(digit) = typed.to_digit(10) else {
        return typed;
    };
    let mut backwards = before.chars().rev();
    let mut last = backwards.next();
    if last.is_some_and(|c| ".,/:-_@#+=".contains(c)) {
        last = backwards.next();
    }
    let latin = match last {
        Some(c) if c.is_ascii_alphanumeric() => true,
        Some('۰'..='۹' | '٠'..='٩') => false,
        _ => before
            .chars()
            .rev()
            .take(NEAR_CHARACTERS)
            .find(|&c| c.is_alphabetic() || c == '\n')
            .is_some_and(|c| c < '\u{590}' && c != '\n'),
    };
    if latin {
        typed
    } else {
        char::from_u32(u32::from('۰') + digit).unwrap_or(typed)
    }
}

/// `text` with ي → ی and ك → ک.
///
/// ```
/// use dabir::text::persian_letters;
/// assert_eq!(persian_letters("كميسيون"), "کمیسیون");
/// ```
pub fn persian_letters(text: &str) -> Cow<'_, str> {
    if !text.contains(['ي', 'ك']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('ي', "ی").replace('ك', "ک"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_continues_what_it_is_typed_after() {
        for (before, typed) in [
            ("", '۱'),
            ("در ", '۱'),
            ("۱۴۰۱/", '۱'),
            ("A", '1'),
            ("C:", '1'),
            ("(", '۱'),
            ("x ۲", '۱'),
        ] {
            assert_eq!(persian_digit(before, '1'), typed, "{before}");
        }
    }
}

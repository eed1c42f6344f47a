//! Numbers of letters as an office counts them: «۳۲/۱۱/۲۴۷۷۳», the next one «۳۲/۱۱/۲۴۷۷۴».
//! Does not know which numbers an office has given out already.

use crate::text::Digits;
use crate::text::digits::latin_digits;
use std::fmt;

/// Digits that are counted; more would be no number of a letter.
const MOST_DIGITS: usize = 15;

/// The number of a letter with its last digits counted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterNumber {
    before: String,
    counted: u64,
    /// Zeros before it are kept: 0099 is followed by 0100.
    width: usize,
    digits: Digits,
    after: String,
}

impl LetterNumber {
    /// The number that is written, ready to be counted on; none where it has no digits, or more than are counted.
    ///
    /// ```
    /// use dabir::papers::letters::LetterNumber;
    /// let number = LetterNumber::read("۳۲/۱۱/۰۹۹/ص").unwrap();
    /// assert_eq!(number.to_string(), "۳۲/۱۱/۰۹۹/ص");
    /// assert_eq!(number.following().to_string(), "۳۲/۱۱/۱۰۰/ص");
    /// assert!(LetterNumber::read("بی‌شماره").is_none());
    /// ```
    pub fn read(text: &str) -> Option<LetterNumber> {
        let text = text.trim();
        let is_digit =
            |c: char| latin_digits(c.encode_utf8(&mut [0; 4])).starts_with(|c: char| c.is_ascii_digit());
        let end = text.char_indices().rev().find(|(_, c)| is_digit(*c));
        let end = end.map(|(at, c)| at + c.len_utf8())?;
        let start = text[..end].trim_end_matches(is_digit).len();
        let run = &text[start..end];
        let width = run.chars().count();
        if width > MOST_DIGITS || text.chars().any(char::is_control) {
            return None;
        }
        Some(LetterNumber {
            before: text[..start].to_owned(),
            counted: latin_digits(run).parse().ok()?,
            width,
            digits: match run.is_ascii() {
                true => Digits::Latin,
                false => Digits::Persian,
            },
            after: text[end..].to_owned(),
        })
    }

    /// The number after it.
    #[must_use]
    pub fn following(self) -> LetterNumber {
        let counted = self.counted + 1;
        LetterNumber { counted, ..self }
    }
}

impl fmt::Display for LetterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.width;
        let counted = self.digits.of(format!("{:0width$}", self.counted));
        write!(f, "{}{counted}{}", self.before, self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digits_are_counted_in_their_own_kind_and_width() {
        for (number, next) in [
            ("۳۲/۱۱/۲۴۷۹۹", "۳۲/۱۱/۲۴۸۰۰"),
            ("12-009", "12-010"),
            ("99", "100"),
            ("۱۴۰۵/۷/د", "۱۴۰۵/۸/د"),
        ] {
            assert_eq!(LetterNumber::read(number).unwrap().following().to_string(), next);
        }
        assert_eq!(LetterNumber::read(&"9".repeat(40)), None);
        assert_eq!(LetterNumber::read("۱\u{1b}۲"), None);
    }
}

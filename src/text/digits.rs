//! Digits: the three kinds that occur in Persian text, turned into one kind.
//! It does not know what a number means; that is `numeral`'s.

/// Returns the text with every Persian (۰-۹) and Arabic (٠-٩) digit as a Latin one; all else stays as it is.
///
/// ```
/// use dabir::text::digits::latin_digits;
/// assert_eq!(latin_digits("۱۴۰۱/٠٣/12"), "1401/03/12");
/// ```
pub fn latin_digits(text: &str) -> String {
    text.chars()
        .map(|letter| digit_value(letter).map_or(letter, |value| shifted('0', value)))
        .collect()
}

/// Returns the text with every Latin and Arabic (٠-٩) digit as a Persian one (۰-۹); all else stays as it is.
///
/// ```
/// use dabir::text::digits::persian_digits;
/// assert_eq!(persian_digits("1401/٠٣/۱۲"), "۱۴۰۱/۰۳/۱۲");
/// ```
pub fn persian_digits(text: &str) -> String {
    text.chars()
        .map(|letter| digit_value(letter).map_or(letter, |value| shifted('۰', value)))
        .collect()
}

/// Returns 0 to 9 for a digit of any of the three kinds.
fn digit_value(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(letter as u32 - '0' as u32),
        '٠'..='٩' => Some(letter as u32 - '٠' as u32),
        '۰'..='۹' => Some(letter as u32 - '۰' as u32),
        _ => None,
    }
}

fn shifted(zero: char, value: u32) -> char {
    char::from_u32(zero as u32 + value).unwrap_or(zero)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_kinds_become_one_and_the_rest_stays() {
        let mixed = "0123456789 ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ - آ٪a";
        assert_eq!(latin_digits(mixed), "0123456789 0123456789 0123456789 - آ٪a");
        assert_eq!(persian_digits(mixed), "۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹ - آ٪a");
    }
}

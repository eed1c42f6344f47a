//! Numbers whose Persian digits stand the other way round («۱۱/۲۰/۲۰۴۱»), as some readers of PDF give them.
//! Knows dates by their shape alone.

use crate::text::digits::latin_digits;

/// The text with its numbers turned, and how many, where its dates are dates only backwards.
pub(super) fn turned_back(text: &str) -> Option<(String, usize)> {
    let (mut forwards, mut backwards) = (0, 0);
    for number in numbers(text) {
        let plain = latin_digits(number);
        let other: String = plain.chars().rev().collect();
        match (is_date(&plain), is_date(&other)) {
            (true, _) => forwards += 1,
            (false, true) => backwards += 1,
            (false, false) => {}
        }
    }
    if backwards == 0 || forwards > 0 {
        return None;
    }
    let mut right = String::with_capacity(text.len());
    let (mut rest, mut count) = (text, 0);
    while let Some(start) = rest.find(is_persian) {
        let length = length_of_number(&rest[start..]);
        let (before, number) = (&rest[..start], &rest[start..start + length]);
        right.push_str(before);
        right.extend(number.chars().rev());
        count += usize::from(number.chars().count() > 1);
        rest = &rest[start + length..];
    }
    right.push_str(rest);
    Some((right, count))
}

fn is_persian(c: char) -> bool {
    matches!(c, '۰'..='۹')
}

/// Numbers in Persian digits with what parts their groups.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_persian(c) && !matches!(c, '/' | ':' | '.'))
        .filter(|number| number.starts_with(is_persian))
}

/// The length of the number at the start, in bytes: groups of digits with a sign between them.
fn length_of_number(text: &str) -> usize {
    let mut length = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let joins = matches!(c, '/' | ':' | '.') && letters.peek().is_some_and(|(_, next)| is_persian(*next));
        if !is_persian(c) && !joins {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// Year, month and day of this or the last century.
fn is_date(written: &str) -> bool {
    let parts: Vec<Option<u32>> = written.split('/').map(|part| part.parse().ok()).collect();
    matches!(parts.as_slice(), [Some(1300..=1499), Some(1..=12), Some(1..=31)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_turned_where_dates_are_dates_only_backwards() {
        let text = "تاریخ: ۱۱/۲۰/۲۰۴۱ ساعت: ۰۰:۹ مهلت ۵۱ روز. بند ۳.";
        let (right, count) = turned_back(text).unwrap();
        assert_eq!(right, "تاریخ: ۱۴۰۲/۰۲/۱۱ ساعت: ۹:۰۰ مهلت ۱۵ روز. بند ۳.");
        assert_eq!(count, 3);
        assert_eq!(turned_back("تاریخ: ۱۴۰۲/۰۲/۱۱، نامه ۱۱/۲۰/۲۰۴۱"), None);
        assert_eq!(turned_back("۱۱/۲۰"), None);
    }
}

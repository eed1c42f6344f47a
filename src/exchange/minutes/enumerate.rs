//! Numbers before items: «۱-», «(۲)», «مصوبه ۳:», in digits of three kinds or in words.
//! Knows nothing of what is counted.

use std::ops::Range;

use super::vocabulary::COUNTED;
use super::words::{Word, first_words, run_of_any};
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// The largest number that is read as the number of an item in running text, and of one that stands alone or behind
/// «مصوبه»: bodies of cities count on over the years.
const LARGEST: u32 = 999;
const LARGEST_NAMED: u32 = 9999;

/// Whether a number can count resolutions: years do not.
fn counts(value: u32, largest: u32) -> bool {
    (1..=largest).contains(&value) && !(1300..1500).contains(&value)
}

/// The value of a digit of any of the three kinds.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        _ => None,
    }
}

/// The number at the start of `text`, and the byte after its digits.
fn leading_digits(text: &str) -> Option<(u32, usize)> {
    let mut value = 0u32;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let Some(digit) = digit(c) else { break };
        value = value * 10 + digit;
        end = at + c.len_utf8();
        if value > LARGEST_NAMED {
            return None;
        }
    }
    (end > 0 && counts(value, LARGEST_NAMED)).then_some((value, end))
}

/// A number alone in a cell: «۷», «7-», «(۷)».
pub(super) fn number_alone(text: &str) -> Option<u32> {
    let inner = text.trim_matches(|c: char| c.is_whitespace() || "()[].-–—_:ـ*".contains(c));
    let (value, end) = leading_digits(inner)?;
    (end == inner.len()).then_some(value)
}

/// The number that an item begins with and the byte where the item's own text begins.
pub(super) fn item_number(text: &str) -> Option<(u32, usize)> {
    let inner = text.trim_start_matches([' ', '(', '[', '-', '–', '\u{a0}']);
    let bracketed = text.trim_start().starts_with(['(', '[']);
    let (value, digits_end) = leading_digits(inner).filter(|(value, _)| *value <= LARGEST)?;
    let after = &inner[digits_end..];
    let gap = after.trim_start_matches([' ', '\u{200c}', '\u{a0}']);
    let sign = gap.chars().next()?;
    let behind = &gap[sign.len_utf8()..];
    let runs_on = behind.starts_with(|c| digit(c).is_some());
    let is_sign = match sign {
        ')' | ']' => true,
        '-' | '–' | '—' | 'ـ' | '_' | '.' | ':' | '٫' | '•' | '=' => !runs_on && !bracketed,
        _ => false,
    };
    // «-۱ بررسی» is how a number and its dash come out of a page whose lines were reversed.
    let reversed = || text.trim_start().starts_with(['-', '–']) && gap.len() < after.len() && !bracketed;
    let rest = if is_sign {
        behind
    } else if reversed() || (gap.len() < after.len() && !bracketed && decides(gap)) {
        gap
    } else {
        return None;
    };
    let rest = rest.trim_start_matches([' ', '-', '–', '.', ')', '\u{a0}']);
    Some((value, text.len() - rest.len()))
}

/// «مقرر شد ...»: behind a bare number it needs no sign.
fn decides(text: &str) -> bool {
    first_words(text, 1)
        .first()
        .is_some_and(|word| word.key.starts_with("مقرر") || word.key.starts_with("مصوب"))
}

/// The number of an item that is named before it («مصوبه ۳:», «بند اول-»), and the byte after its sign.
pub(super) fn named_number(text: &str) -> Option<(u32, usize)> {
    let words = first_words(text, 6);
    if words
        .first()
        .is_none_or(|word| !text[..word.start_byte].trim().is_empty())
    {
        return None;
    }
    let named = run_of_any(&words, COUNTED)?;
    // The longest number in words first: «بیست و یکم» is not «بیست».
    for count in (1..=3.min(words.len() - named)).rev() {
        let start = words[named].start_byte;
        // A dash that is drawn out of the last digit («۴۱۵ـ») is no part of it.
        let run = start
            ..start
                + text[start..words[named + count - 1].end_byte]
                    .trim_end_matches('ـ')
                    .len();
        let between = text[words[named - 1].end_byte..run.start].trim();
        let Some(value) = parse_cardinal(&text[run.clone()]).or_else(|| parse_ordinal(&text[run.clone()]))
        else {
            continue;
        };
        let after = text[run.end..].trim_start_matches([' ', ')']);
        let sign = after.chars().next();
        if let Some((part, behind)) =
            part_of_session(&words[..named], after).filter(|_| counts(value, LARGEST_NAMED))
        {
            return Some((part, text.len() - behind.len()));
        }
        if counts(value, LARGEST_NAMED)
            && between.chars().all(|c| "(:".contains(c))
            && (sign.is_none_or(|sign| NAMED_SIGNS.contains(&sign))
                || text[run.end..].starts_with(')')
                || decides(after))
        {
            let rest = after.trim_start_matches(|c| c == ' ' || NAMED_SIGNS.contains(&c));
            return Some((value, text.len() - rest.len()));
        }
    }
    None
}

/// «مصوبه ۱۷-۲: ...»: the first number is the session's, and the second one counts; what stands behind it.
fn part_of_session<'t>(named: &[Word], after: &'t str) -> Option<(u32, &'t str)> {
    let is_decision = named
        .iter()
        .any(|word| word.key.starts_with("مصوبه") || word.key.starts_with("تصمیم"));
    let second = after.strip_prefix(['-', '–', '/', 'ـ'])?;
    let (part, end) = leading_digits(second).filter(|_| is_decision)?;
    let behind = second[end..].trim_start().strip_prefix(NAMED_SIGNS)?;
    counts(part, LARGEST).then(|| {
        (
            part,
            behind.trim_start_matches(|c| c == ' ' || NAMED_SIGNS.contains(&c)),
        )
    })
}

/// Signs behind the number of a named item.
const NAMED_SIGNS: [char; 10] = [':', '-', '–', '—', '.', '\n', 'ـ', '_', '=', '؛'];

/// How many bytes the number or letter before a heading takes («الف) دستور کار», «۲- حاضرین»); 0 without one.
pub(super) fn heading_number(text: &str) -> usize {
    if let Some((_, after)) = item_number(text) {
        return after;
    }
    let words = first_words(text, 2);
    let Some(first) = words.first() else { return 0 };
    let is_letter = first.key == "الف" || first.key.chars().count() == 1;
    let after = &text[first.end_byte..];
    let rest = after.trim_start_matches([' ', ')', '-', '–', '.', ':', 'ـ']);
    let signed = after.trim_start().starts_with([')', '-', '–', '.', ':', 'ـ']);
    if is_letter && signed {
        text.len() - rest.len()
    } else {
        0
    }
}

/// One numbered item inside a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NumberedItem {
    pub number: u32,
    /// The number with its sign.
    pub mark: Range<usize>,
    /// The item's text up to the next number.
    pub text: Range<usize>,
}

/// The items of a paragraph that counts «۱- ... ۲- ... ۳- ...» from its start; empty where it does not.
pub(super) fn items_in(text: &str) -> Vec<NumberedItem> {
    let mut items: Vec<NumberedItem> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let opens =
            before.is_whitespace() || (before.is_ascii_punctuation() && before != '/') || before == '،';
        before = c;
        let expected = items.last().map(|item| item.number + 1);
        if !opens || (digit(c).is_none() && c != '(') || items.last().is_some_and(|item| at < item.mark.end) {
            continue;
        }
        let Some((number, after)) = item_number(&text[at..window(text, at)]) else {
            continue;
        };
        let first = expected.is_none() && text[..at].trim_matches([' ', '-', '–']).is_empty();
        if first || expected == Some(number) {
            if let Some(last) = items.last_mut() {
                last.text.end = at;
            }
            items.push(NumberedItem {
                number,
                mark: at..at + after,
                text: at + after..text.len(),
            });
        }
        if items.is_empty() {
            break;
        }
    }
    items
}

/// A number and its sign take few bytes; looking no further keeps the scan linear.
fn window(text: &str, at: usize) -> usize {
    super::labels::floor(text, at + 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<(u32, &str)> {
        item_number(text).map(|(value, after)| (value, &text[after..]))
    }

    #[test]
    fn numbers_before_items_are_read_in_every_form() {
        for text in [
            "۱- آب",
            "۱) آب",
            "(۱) آب",
            "1. آب",
            "١ـ آب",
            "- ۱- آب",
            "۱ - آب",
            "۱-آب",
            "-۱ آب",
            "۱: آب",
        ] {
            assert_eq!(number(text), Some((1, "آب")), "{text}");
        }
    }

    #[test]
    fn dates_times_and_amounts_are_no_numbers_of_items() {
        for text in [
            "۱۴۰۱/۰۳/۱۲",
            "۷:۳۰ صبح",
            "۲.۵ درصد",
            "۱۰ روز",
            "۱-۵ درصد",
            "آب",
            "",
            "(۳ روز",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_with_a_name_are_read() {
        for text in ["مصوبه ۳: آب", "مصوبه شماره ۳ - آب", "مصوبه سوم: آب", "بند ۳- آب"]
        {
            let (value, after) = named_number(text).unwrap();
            assert_eq!((value, &text[after..]), (3, "آب"), "{text}");
        }
        for text in [
            "مصوبه شماره ۴۱۵ ـ آب",
            "مصوبه ۴۱۵ـ آب",
            "مصوبه (۴۱۵) آب",
            "تصمیم ۴۱۵ = آب",
            "مصوبه شماره: ۴۱۵ - آب",
        ] {
            let (value, after) = named_number(text).unwrap();
            assert_eq!((value, &text[after..]), (415, "آب"), "{text}");
        }
        assert_eq!(named_number("مصوبه ۱ مقرر شد آب").map(|found| found.0), Some(1));
        for text in ["مصوبه ۱۷-۲: آب", "مصوبه شماره ۱۷/۲ - آب", "تصمیم ۱۷–۲- آب"]
        {
            let (value, after) = named_number(text).unwrap();
            assert_eq!((value, &text[after..]), (2, "آب"), "{text}");
        }
        assert_eq!(named_number("بند ۱۷-۲: آب").map(|found| found.0), Some(17));
        assert_eq!(named_number("مصوبه سال ۱۴۰۲: آب"), None);
        assert_eq!(named_number("مصوبه ۱۴۰۲: آب"), None);
        assert_eq!(named_number("مصوبه سه روز پیش"), None);
        assert_eq!(
            named_number("مصوبه بیست و یکم: آب").map(|found| found.0),
            Some(21)
        );
    }

    #[test]
    fn a_counted_paragraph_is_split_and_a_plain_one_is_not() {
        let text = "۱- آب ۲- خاک ۵- نه ۳- باد";
        let items: Vec<&str> = items_in(text)
            .into_iter()
            .map(|item| text[item.text].trim())
            .collect();
        assert_eq!(items, ["آب", "خاک ۵- نه", "باد"]);
        assert!(items_in("گزارش ۱- آب ۲- خاک").is_empty());
    }
}

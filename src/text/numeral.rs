//! Number words: Persian cardinals and ordinals, read in any spelling and printed in one.
//! It does not know what is counted.

use super::tight::tight;

const ONES: [(&str, u32); 19] = [
    ("یک", 1),
    ("دو", 2),
    ("سه", 3),
    ("چهار", 4),
    ("پنج", 5),
    ("شش", 6),
    ("هفت", 7),
    ("هشت", 8),
    ("نه", 9),
    ("ده", 10),
    ("یازده", 11),
    ("دوازده", 12),
    ("سیزده", 13),
    ("چهارده", 14),
    ("پانزده", 15),
    ("شانزده", 16),
    ("هفده", 17),
    ("هجده", 18),
    ("نوزده", 19),
];

const TENS: [(&str, u32); 8] = [
    ("بیست", 20),
    ("سی", 30),
    ("چهل", 40),
    ("پنجاه", 50),
    ("شصت", 60),
    ("هفتاد", 70),
    ("هشتاد", 80),
    ("نود", 90),
];

const HUNDREDS: [(&str, u32); 9] = [
    ("صد", 100),
    ("دویست", 200),
    ("سیصد", 300),
    ("چهارصد", 400),
    ("پانصد", 500),
    ("ششصد", 600),
    ("هفتصد", 700),
    ("هشتصد", 800),
    ("نهصد", 900),
];

/// Second spellings, read but never printed.
const ONES_ALSO: [(&str, u32); 2] = [("هیجده", 18), ("هژده", 18)];
const HUNDREDS_ALSO: [(&str, u32); 1] = [("یکصد", 100)];

const FIRST: [&str; 4] = ["اول", "اولین", "نخست", "نخستین"];
const ORDINAL_ENDINGS: [&str; 4] = ["امین", "مین", "ام", "م"];

/// Most words an ordinal under a thousand is written with: «یکصد و بیست و یک ام».
const LONGEST_ORDINAL_WORDS: usize = 6;

/// Reads a cardinal written in digits of any kind, or in words up to 999.
///
/// ```
/// use dabir::text::numeral::parse_cardinal;
/// assert_eq!(parse_cardinal("بیست و پنج"), Some(25));
/// assert_eq!(parse_cardinal("۲۵"), Some(25));
/// assert_eq!(parse_cardinal("روز"), None);
/// ```
pub fn parse_cardinal(text: &str) -> Option<u32> {
    let text = tight(text);
    digits_value(&text).or_else(|| words_value(&text))
}

/// Reads an ordinal as minutes write it: «اولین», «یکم», «سی‌امین», «بیست و یکمین», «۱۷مین», «17 ام»; in words up to
/// 999. A bare number is no ordinal.
///
/// ```
/// use dabir::text::numeral::parse_ordinal;
/// assert_eq!(parse_ordinal("هشتمین"), Some(8));
/// assert_eq!(parse_ordinal("سی ام"), Some(30));
/// assert_eq!(parse_ordinal("سهم"), None); // a share, not a third
/// ```
pub fn parse_ordinal(text: &str) -> Option<u32> {
    let text = tight(text);
    if FIRST.contains(&text.as_str()) {
        return Some(1);
    }
    ORDINAL_ENDINGS
        .iter()
        .find_map(|ending| ordinal_stem(text.strip_suffix(ending)?, ending))
}

/// Reads the ordinal a text begins with; returns it with the rest of the text, blanks trimmed.
///
/// ```
/// use dabir::text::numeral::leading_ordinal;
/// assert_eq!(leading_ordinal("بیست و یکمین جلسه شورا"), Some((21, "جلسه شورا")));
/// assert_eq!(leading_ordinal("جلسه شورا"), None);
/// ```
pub fn leading_ordinal(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    let mut ends: Vec<usize> = text
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace())
        .map(|(at_byte, _)| at_byte)
        .take(LONGEST_ORDINAL_WORDS)
        .collect();
    ends.push(text.len());
    // Longest first: «سی و یکم» is not the thirtieth with something after it.
    ends.iter().rev().find_map(|&end_byte| {
        let (words, rest) = text.split_at_checked(end_byte)?;
        Some((parse_ordinal(words)?, rest.trim_start()))
    })
}

/// Returns the cardinal in words for 1 to 999 («بیست و پنج»), any other number in Latin digits.
pub fn cardinal_word(number: u32) -> String {
    if number == 0 || number > 999 {
        return number.to_string();
    }
    let mut parts = vec![];
    let mut rest = number;
    for &(word, value) in HUNDREDS
        .iter()
        .rev()
        .chain(TENS.iter().rev())
        .chain(ONES.iter().rev())
    {
        if value <= rest {
            parts.push(word);
            rest -= value;
        }
    }
    parts.join(" و ")
}

/// Returns the ordinal that stands before a noun, in words for 1 to 999, with digits and an ending beyond.
///
/// ```
/// use dabir::text::numeral::ordinal_word;
/// assert_eq!(ordinal_word(8), "هشتمین");
/// assert_eq!(ordinal_word(23), "بیست و سومین");
/// ```
pub fn ordinal_word(number: u32) -> String {
    let word = cardinal_word(number);
    if number == 1 {
        "اولین".to_owned()
    } else if let Some(head) = word.strip_suffix("سه") {
        format!("{head}سومین")
    } else if word.ends_with('ی') {
        format!("{word}\u{200C}امین")
    } else {
        format!("{word}مین")
    }
}

/// Returns the value of the stem before an ordinal ending; the stem of three is «سو», and thirty asks for «ام».
fn ordinal_stem(stem: &str, ending: &str) -> Option<u32> {
    if let Some(value) = digits_value(stem) {
        return Some(value);
    }
    if let Some(head) = stem.strip_suffix("سو") {
        return words_value(&format!("{head}سه"));
    }
    let fits = !stem.ends_with("سه") && (!stem.ends_with('ی') || ending.starts_with('ا'));
    if fits { words_value(stem) } else { None }
}

fn digits_value(text: &str) -> Option<u32> {
    // `parse` alone would take a sign.
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

/// Returns the value of tight words from 1 to 999; «و» between the parts may be missing.
fn words_value(text: &str) -> Option<u32> {
    under_hundred(text).or_else(|| after_prefix(text, HUNDREDS.iter().chain(&HUNDREDS_ALSO), under_hundred))
}

fn under_hundred(text: &str) -> Option<u32> {
    exact(text, ONES.iter().chain(&ONES_ALSO))
        .or_else(|| after_prefix(text, TENS.iter(), |rest| exact(rest, ONES[..9].iter())))
}

fn exact<'a>(text: &str, mut table: impl Iterator<Item = &'a (&'a str, u32)>) -> Option<u32> {
    table.find(|(word, _)| *word == text).map(|&(_, value)| value)
}

/// Reads a word of the table at the start, alone or with a smaller number after it.
fn after_prefix<'a>(
    text: &str,
    mut table: impl Iterator<Item = &'a (&'a str, u32)>,
    smaller: impl Fn(&str) -> Option<u32>,
) -> Option<u32> {
    table.find_map(|&(word, value)| {
        let rest = text.strip_prefix(word)?;
        if rest.is_empty() {
            return Some(value);
        }
        Some(value + smaller(rest.strip_prefix('و').unwrap_or(rest))?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_under_a_thousand_is_read_back_from_its_words() {
        for number in 1..=999 {
            let (cardinal, ordinal) = (cardinal_word(number), ordinal_word(number));
            for blank in [" ", "\u{200C}", ""] {
                assert_eq!(
                    parse_cardinal(&cardinal.replace(' ', blank)),
                    Some(number),
                    "{cardinal}"
                );
                assert_eq!(
                    parse_ordinal(&ordinal.replace(' ', blank)),
                    Some(number),
                    "{ordinal}"
                );
            }
        }
    }

    #[test]
    fn ordinals_are_read_as_minutes_write_them() {
        let cases = [
            ("اولین", 1),
            ("یکم", 1),
            ("نخستین", 1),
            ("دومین", 2),
            ("سوم", 3),
            ("سومین", 3),
            ("هفدهمین", 17),
            ("بیستمین", 20),
            ("بيست و يكمين", 21),
            ("بیست‌ویکم", 21),
            ("سی‌ام", 30),
            ("سی ام", 30),
            ("سی‌اُمین", 30),
            ("سی امین", 30),
            ("سی و سومین", 33),
            ("صدمین", 100),
            ("یکصد و هیجدهمین", 118),
            ("۱۷مین", 17),
            ("17 امین", 17),
            ("٢٣م", 23),
        ];
        for (written, number) in cases {
            assert_eq!(parse_ordinal(written), Some(number), "{written}");
        }
    }

    #[test]
    fn words_that_only_look_like_numbers_are_none() {
        for word in [
            "",
            "م",
            "ام",
            "سهم",
            "سیم",
            "دهان",
            "۱۷",
            "هشت",
            "و",
            "صدو",
            "چهارمینی",
            "+۵م",
        ] {
            assert_eq!(parse_ordinal(word), None, "{word}");
        }
        for word in ["", "روز", "+5", "بیست و ده", "سی سی", "99999999999", "1 2"] {
            assert_eq!(parse_cardinal(word), None, "{word}");
        }
    }

    #[test]
    fn a_leading_ordinal_takes_as_many_words_as_belong_to_it() {
        assert_eq!(leading_ordinal("سی و یکم جلسه"), Some((31, "جلسه")));
        assert_eq!(leading_ordinal(" سی ام جلسه"), Some((30, "جلسه")));
        assert_eq!(leading_ordinal("هشتمین"), Some((8, "")));
        assert_eq!(leading_ordinal(""), None);
    }

    #[test]
    fn the_printed_ordinals_are_the_usual_ones() {
        let printed: Vec<_> = [1, 3, 8, 21, 30, 100, 1000].map(ordinal_word).into();
        assert_eq!(
            printed,
            [
                "اولین",
                "سومین",
                "هشتمین",
                "بیست و یکمین",
                "سی\u{200C}امین",
                "صدمین",
                "1000مین"
            ]
        );
    }
}

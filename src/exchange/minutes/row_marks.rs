//! What stands in the column of the rows' numbers: «۷», «(۷)», «مصوبه ۷», «هفتم», «۷-الف», «الف», «۷-۲».
//! Knows no other column.

use super::enumerate::{digit, named_number};
use super::words::first_words;
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// The largest number of a row; what is longer is a code.
const LARGEST: u32 = 9_999;
/// Years that may stand beside a number: «۳/۱۴۰۲» is the third of that year.
const YEARS: std::ops::Range<u32> = 1300..1500;

/// The number of a row, and the clause or part of it that the row is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RowMark {
    pub number: Option<u32>,
    /// The letter of a clause that has a row of its own.
    pub letter: Option<String>,
    /// The second number of «۷-۲».
    pub part: Option<u32>,
}

/// Reads the cell of a row's number; `None` where it is something else.
pub(super) fn row_mark(text: &str) -> Option<RowMark> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    if let Some((number, _)) = named_number(text).filter(|(_, after)| text[*after..].trim().is_empty()) {
        return Some(RowMark {
            number: Some(number),
            ..RowMark::default()
        });
    }
    let pieces = pieces(text)?;
    match pieces.as_slice() {
        [MarkPiece::Number(number)] => Some(RowMark {
            number: Some(*number),
            ..RowMark::default()
        }),
        [MarkPiece::Letter(letter)] => Some(RowMark {
            letter: Some(letter.clone()),
            ..RowMark::default()
        }),
        [MarkPiece::Number(number), MarkPiece::Letter(letter)]
        | [MarkPiece::Letter(letter), MarkPiece::Number(number)] => Some(RowMark {
            number: Some(*number),
            letter: Some(letter.clone()),
            part: None,
        }),
        [MarkPiece::Number(year), MarkPiece::Number(number)]
        | [MarkPiece::Number(number), MarkPiece::Number(year)]
            if YEARS.contains(year) && !YEARS.contains(number) =>
        {
            Some(RowMark {
                number: Some(*number),
                ..RowMark::default()
            })
        }
        [MarkPiece::Number(number), MarkPiece::Number(part)] => Some(RowMark {
            number: Some(*number),
            letter: None,
            part: Some(*part),
        }),
        _ => in_words(text),
    }
}

/// The number of a row that is a whole resolution.
pub(super) fn whole_number(text: &str) -> Option<u32> {
    row_mark(text).and_then(|mark| mark.number)
}

enum MarkPiece {
    Number(u32),
    Letter(String),
}

/// Numbers and single letters with signs between them; `None` where there is anything else.
fn pieces(text: &str) -> Option<Vec<MarkPiece>> {
    let mut found = Vec::new();
    let words = first_words(text, 5);
    if words.len() > 4 {
        return None;
    }
    for word in &words {
        let written = &text[word.start_byte..word.end_byte];
        let digits: String = written.chars().take_while(|c| digit(*c).is_some()).collect();
        let letters = &written[digits.len()..];
        if !digits.is_empty() {
            let value = digits.chars().filter_map(digit).try_fold(0u32, |value, d| {
                Some(value * 10 + d).filter(|value| *value <= LARGEST)
            })?;
            found.push(MarkPiece::Number(value).filter_zero()?);
        }
        if letters.is_empty() {
            continue;
        }
        let key =
            &word.key[word.key.len() - word.key.trim_start_matches(|c: char| c.is_ascii_digit()).len()..];
        let is_letter = key == "الف" || key.chars().count() == 1;
        // «بند» and «مصوبه» name what is counted.
        if is_letter {
            found.push(MarkPiece::Letter(letters.to_owned()));
        } else if !matches!(key, "بند" | "مصوبه" | "ردیف" | "شماره") {
            return Some(Vec::new());
        }
    }
    Some(found)
}

impl MarkPiece {
    fn filter_zero(self) -> Option<MarkPiece> {
        match self {
            MarkPiece::Number(0) => None,
            other => Some(other),
        }
    }
}

/// «یک», «هفتم».
fn in_words(text: &str) -> Option<RowMark> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let number = parse_cardinal(bare).or_else(|| parse_ordinal(bare))?;
    (1..=LARGEST).contains(&number).then_some(RowMark {
        number: Some(number),
        ..RowMark::default()
    })
}

/// A number at the start of a wording with nothing but a blank behind it: «۱ مقرر شد», and the byte after the blank.
pub(super) fn bare_number(text: &str) -> Option<(u32, usize)> {
    let start = text.len() - text.trim_start().len();
    let digits = text[start..].find(|c: char| digit(c).is_none())? + start;
    let rest = &text[digits..];
    let value = text[start..digits]
        .chars()
        .filter_map(digit)
        .try_fold(0u32, |value, d| {
            Some(value * 10 + d).filter(|value| *value <= LARGEST)
        })?;
    let after = rest.trim_start();
    let is_word = after.starts_with(char::is_alphabetic);
    let parted = after.len() < rest.len() || is_word;
    (digits > start && value > 0 && is_word && parted).then_some((value, text.len() - after.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> (Option<u32>, Option<String>, Option<u32>) {
        let mark = row_mark(text).unwrap_or_default();
        (mark.number, mark.letter, mark.part)
    }

    #[test]
    fn numbers_of_rows_are_read_in_every_form() {
        for text in [
            "۷",
            "7",
            "(۷)",
            "[7]",
            "۷-",
            "۷.",
            "٧)",
            "ـ۷",
            "مصوبه ۷",
            "بند ۷",
            "هفتم",
            "هفت",
            "۷/۱۴۰۲",
            "1402-7",
        ] {
            assert_eq!(mark(text), (Some(7), None, None), "{text}");
        }
        assert_eq!(mark("۴۱۵").0, Some(415));
    }

    #[test]
    fn clauses_and_parts_have_rows_of_their_own() {
        for text in ["۱-الف", "۱/الف", "۱ الف", "الف-۱", "۱الف"] {
            assert_eq!(mark(text), (Some(1), Some("الف".to_owned()), None), "{text}");
        }
        assert_eq!(mark("ب"), (None, Some("ب".to_owned()), None));
        assert_eq!(mark("۲-۳"), (Some(2), None, Some(3)));
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in ["", "شهرداری", "یک ماه", "۱۴۰۲/۰۳/۰۴", "۱۲۳۴۵۶"] {
            assert_eq!(row_mark(text), None, "{text}");
        }
        assert_eq!(
            bare_number("۱ مقرر شد").map(|(number, at)| (number, &"۱ مقرر شد"[at..])),
            Some((1, "مقرر شد"))
        );
        assert_eq!(bare_number("۱- مقرر شد"), None);
        assert_eq!(bare_number("۱۴۰۲/۰۳ مقرر"), None);
    }
}

//! Days as people write them: with slashes, with month names, in any digits, in one or the other order.
//! It does not know today; a year that was not written is an argument.

use super::day::{Day, DayError, Jalali};
use super::names::{month_at_end, weekday_at_start};
use crate::text::numeral::{parse_cardinal, parse_ordinal};
use crate::text::tight::tight;

/// What may stand between year, month and day, as `fold` leaves it.
const SEPARATORS: [char; 7] = ['/', '-', '.', '_', '\\', '⁄', '؍'];
/// Words before and after a date that say only that it is one, in tight form, the longer before the shorter.
const BEFORE: [&str; 7] = ["مورخه", "مورخ", "بتاریخ", "بهتاریخ", "درتاریخ", "تاریخ", "روز"];
const AFTER: [&str; 6] = ["هجریشمسی", "هجریخورشیدی", "شمسی", "ه.ش.", "ه.ش", "هش"];

/// What was written, before a year is given to a date without one.
enum Written {
    Whole(Day),
    NoYear { month: u8, day: u8 },
}

/// Reads a whole date: `۱۴۰۱/۱۲/۲۱`, `1401-12-25`, `۹۹/۲/۲`, `2022-06-02`, `۱۲/۰۳/۱۴۰۱`, «۱۲ خرداد ۱۴۰۱»,
/// «پنجشنبه دوازدهم خردادماه سال ۱۴۰۱».
///
/// Years of two digits lie between 1350 and 1449. Day and year change places only where the usual order gives no day.
/// A weekday before the date is passed over, whether it fits or not.
///
/// # Errors
/// [`DayError::NotADate`] for anything else, [`DayError::NoYear`] for «۱۲ خرداد», [`DayError::NoSuchDay`] for
/// `1401/13/1`.
///
/// ```
/// use dabir::calendar::{Day, parse_day};
/// assert_eq!(parse_day("۱۲ خرداد ۱۴۰۱"), Day::from_iso("2022-06-02"));
/// ```
pub fn parse_day(text: &str) -> Result<Day, DayError> {
    match written(text)? {
        Written::Whole(day) => Ok(day),
        Written::NoYear { .. } => Err(DayError::NoYear),
    }
}

/// Reads a date like [`parse_day`]; one without a year lies in the given Jalali year.
///
/// # Errors
/// As [`parse_day`], but never [`DayError::NoYear`].
pub fn parse_day_in_year(text: &str, year: i32) -> Result<Day, DayError> {
    match written(text)? {
        Written::Whole(day) => Ok(day),
        Written::NoYear { month, day } => Day::from_jalali(year, month, day),
    }
}

/// Reads a date like [`parse_day`]; one without a year is the next such day, `from` itself included.
///
/// # Errors
/// As [`parse_day`], but never [`DayError::NoYear`]. 30 Esfand is [`DayError::NoSuchDay`] where the year that is due
/// has none.
pub fn parse_day_on_or_after(text: &str, from: Day) -> Result<Day, DayError> {
    match written(text)? {
        Written::Whole(day) => Ok(day),
        Written::NoYear { month, day } => {
            let start = from.jalali();
            let passed = Jalali { month, day, ..start } < start;
            Day::from_jalali(start.year + i32::from(passed), month, day)
        }
    }
}

fn written(text: &str) -> Result<Written, DayError> {
    let text = tight(text);
    let text = bare(&text);
    let parts: Vec<&str> = text.split(SEPARATORS).collect();
    match parts[..] {
        [first, second, third] if parts.iter().all(|part| is_number(part)) => {
            numeric(first, second, third).map(Written::Whole)
        }
        _ => in_words(text),
    }
}

/// Returns the date without weekday, «مورخ», «ه.ش» and the like.
fn bare(tight_text: &str) -> &str {
    let mut text = tight_text.trim_matches([',', ':', ';', '.', '(', ')', ' ']);
    loop {
        let shorter = BEFORE.iter().find_map(|word| text.strip_prefix(word));
        let shorter = shorter.or_else(|| weekday_at_start(text).map(|(rest, _)| rest));
        let shorter = shorter.or_else(|| AFTER.iter().find_map(|word| text.strip_suffix(word)));
        match shorter {
            Some(rest) => text = rest.trim_matches([',', ':', ' ']),
            None => return text,
        }
    }
}

fn is_number(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads three numbers, year first, and year last where year first gives no day.
fn numeric(first: &str, second: &str, third: &str) -> Result<Day, DayError> {
    year_month_day(first, second, third)
        .or_else(|_| year_month_day(third, second, first))
        .map_err(|_| DayError::NoSuchDay)
}

fn year_month_day(year: &str, month: &str, day: &str) -> Result<Day, DayError> {
    let (month, day) = (small(month)?, small(day)?);
    if let Some(year) = jalali_year(year) {
        return Day::from_jalali(year, month, day);
    }
    match year.parse() {
        Ok(year @ 1700..=2199) => Day::from_gregorian(year, u32::from(month), u32::from(day)),
        _ => Err(DayError::NoSuchDay),
    }
}

/// Returns a month's or a day's number: one or two digits.
fn small(digits: &str) -> Result<u8, DayError> {
    if digits.len() <= 2 {
        digits.parse().map_err(|_| DayError::NoSuchDay)
    } else {
        Err(DayError::NoSuchDay)
    }
}

/// Reads a Jalali year in digits of any kind: `۱۴۰۱`, `۴۰۱`, `۰۱`, `۹۹`.
///
/// Four digits give 1200 to 1599, three 1400 to 1449, two 1350 to 1449; anything else is `None`.
pub fn parse_year(text: &str) -> Option<i32> {
    jalali_year(&tight(text))
}

fn jalali_year(digits: &str) -> Option<i32> {
    let year: i32 = if is_number(digits) {
        digits.parse().ok()?
    } else {
        return None;
    };
    match (digits.len(), year) {
        (4, 1200..=1599) => Some(year),
        (3, 400..=449) => Some(1000 + year),
        (2, 50..=99) => Some(1300 + year),
        (2, 0..=49) => Some(1400 + year),
        _ => None,
    }
}

/// Reads «12خرداد1401», «دوازدهمخردادماهسال1401», «12/خرداد/1401», all in tight form.
fn in_words(text: &str) -> Result<Written, DayError> {
    let before_year = text.trim_end_matches(|last: char| last.is_ascii_digit());
    let year = &text[before_year.len()..];
    let before_year = before_year
        .trim_end_matches(SEPARATORS)
        .trim_end_matches([',', ' ']);
    let before_year = before_year
        .strip_suffix("سال")
        .unwrap_or(before_year)
        .trim_end_matches([',', ' ']);
    let (day, month) = month_at_end(before_year).ok_or(DayError::NotADate)?;
    let day = day.trim_end_matches(SEPARATORS).trim_end();
    let number = parse_cardinal(day)
        .or_else(|| parse_ordinal(day))
        .ok_or(DayError::NotADate)?;
    let day = u8::try_from(number).map_err(|_| DayError::NoSuchDay)?;
    if year.is_empty() {
        return if (1..=31).contains(&day) {
            Ok(Written::NoYear { month, day })
        } else {
            Err(DayError::NoSuchDay)
        };
    }
    let year = jalali_year(year).ok_or(DayError::NoSuchDay)?;
    Day::from_jalali(year, month, day).map(Written::Whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{month_name, weekday_name};
    use crate::text::digits::persian_digits;
    use crate::text::numeral::{cardinal_word, ordinal_word};
    use proptest::prelude::*;

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day::from_jalali(year, month, day).unwrap()
    }

    #[test]
    fn a_date_is_read_in_every_spelling_people_use() {
        let spellings = [
            "۱۴۰۱/۰۳/۱۲",
            "1401-03-12",
            "1401/3/12",
            "١٤٠١.٠٣.١٢",
            "۴۰۱/۳/۱۲",
            "۰۱/۰۳/۱۲",
            " ۱۴۰۱ / ۰۳ / ۱۲ ",
            "\u{200F}۱۴۰۱/۰۳/۱۲\u{200F}",
            "مورخ ۱۴۰۱/۰۳/۱۲",
            "روز پنج شنبه مورخ ۱۴۰۱/۰۳/۱۲",
            "مورخه: ۱۴۰۱/۰۳/۱۲ ه.ش",
            "۱۲/۰۳/۱۴۰۱",
            "2022-06-02",
            "2022/6/2",
            "۱۲ خرداد ۱۴۰۱",
            "12خرداد1401",
            "دوازدهم خردادماه سال ۱۴۰۱",
            "پنجشنبه، ۱۲ خرداد ماه ۱۴۰۱",
            "۱۲/خرداد/۱۴۰۱",
            "۱۲ام خرداد ۰۱",
        ];
        for spelling in spellings {
            assert_eq!(parse_day(spelling), Ok(day(1401, 3, 12)), "{spelling}");
        }
        assert_eq!(parse_day("۹۹/۲/۲"), Ok(day(1399, 2, 2)));
        assert_eq!(parse_day("٩٩/٠٢/٠٢"), Ok(day(1399, 2, 2)));
        assert_eq!(parse_day("سی‌ام آذر ۱۴۰۲"), Ok(day(1402, 9, 30)));
        assert_eq!(parse_day("دوم دي ۱۴۰۲"), Ok(day(1402, 10, 2)));
    }

    #[test]
    fn a_date_without_a_year_takes_it_from_outside() {
        assert_eq!(parse_day("۱۲ خرداد"), Err(DayError::NoYear));
        assert_eq!(parse_day_in_year("۱۲ خرداد", 1401), Ok(day(1401, 3, 12)));
        assert_eq!(parse_day_in_year("۱۲ خرداد ۱۴۰۰", 1401), Ok(day(1400, 3, 12)));
        let from = day(1401, 3, 12);
        assert_eq!(parse_day_on_or_after("۱۲ خرداد", from), Ok(from));
        assert_eq!(parse_day_on_or_after("۱۳ خرداد", from), Ok(day(1401, 3, 13)));
        assert_eq!(parse_day_on_or_after("۱۱ خرداد ماه", from), Ok(day(1402, 3, 11)));
        assert_eq!(parse_day_on_or_after("۳۰ اسفند", from), Err(DayError::NoSuchDay));
        assert_eq!(
            parse_day_on_or_after("۳۰ اسفند", day(1403, 1, 1)),
            Ok(day(1403, 12, 30))
        );
        assert_eq!(
            parse_day_on_or_after("۱ فروردین", Day::LAST),
            Err(DayError::NoSuchDay)
        );
    }

    #[test]
    fn what_is_no_day_says_why() {
        for text in [
            "1401/13/01",
            "1401/07/31",
            "1041/03/12",
            "31/02/99/",
            "۲۱/۲۵/۱۴۰۱",
            "2022-02-30",
            "۳۱ مهر ۱۴۰۱",
        ] {
            assert!(parse_day(text).is_err(), "{text}");
        }
        assert_eq!(parse_day("1401/13/01"), Err(DayError::NoSuchDay));
        assert_eq!(parse_day("۳۲ مهر"), Err(DayError::NoSuchDay));
        for text in [
            "",
            "خرداد",
            "۱۴۰۱",
            "۱۴۰۱/۰۳",
            "۲۱/۲۵/۱۴۷۷۲",
            "1401 03 12",
            "ده روز",
            "پنجشنبه",
            "///",
            "مهر ۱۴۰۱",
        ] {
            assert_eq!(parse_day(text), Err(DayError::NotADate), "{text}");
        }
    }

    /// Returns the day in every spelling that holds a whole date.
    fn spellings(day: Day) -> Vec<String> {
        let Jalali {
            year,
            month,
            day: date,
        } = day.jalali();
        let (name, weekday) = (month_name(month), weekday_name(day.weekday()));
        let (in_words, ordinal) = (cardinal_word(u32::from(date)), ordinal_word(u32::from(date)));
        let mut all = vec![
            day.to_string(),
            day.iso(),
            format!("{year}-{month}-{date}"),
            format!("{year} / {month} / {date}"),
            format!("{date}/{month}/{year}"),
            format!("{date} {name} {year}"),
            format!("{weekday} {date} {name}\u{200C}ماه سال {year}"),
            format!("{in_words} {name} {year}"),
            format!("روز {weekday} {ordinal} {name} {year}"),
            format!("مورخ {day}"),
        ];
        if (1350..1450).contains(&year) {
            all.push(format!("{:02}/{month}/{date}", year % 100));
            all.push(format!("{date} {name} {:02}", year % 100));
        }
        all.extend(all.clone().iter().map(|text| persian_digits(text)));
        all.extend(
            all.clone()
                .iter()
                .map(|text| text.replace('ی', "ي").replace('ک', "ك").replace(' ', "\u{A0}")),
        );
        all
    }

    proptest! {
        #[test]
        fn a_day_printed_in_any_spelling_is_read_back(number in 0i64..73_000) {
            let written = day(1300, 1, 1).plus_days(number);
            for text in spellings(written) {
                prop_assert_eq!(parse_day(&text), Ok(written), "{}", text);
            }
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "[0-9۰-۹/\\-. خردامهسلش\u{200C}]{0,20}", any in ".{0,40}") {
            for text in [text, any] {
                let _ = parse_day(&text);
                let _ = parse_day_on_or_after(&text, Day::LAST);
                let _ = Day::from_iso(&text);
            }
        }
    }
}

//! Days as people write them: with slashes, with month names, in any digits, in one or the other order.
//! It does not know today; a year that was not written is an argument.

use super::day::{Day, DayError, Jalali};
use super::names::{month_at_end, weekday_at_start};
use super::numeric::{self, Numbers, ShortYear, is_number, jalali_year};
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
    ShortYear(ShortYear),
    NoYear { month: u8, day: u8 },
}

/// Reads a whole date: `۱۴۰۱/۱۲/۲۱`, `1401-12-25`, `۹۹/۲/۲`, `2022-06-02`, `۱۲/۰۳/۱۴۰۱`, «۱۲ خرداد ۱۴۰۱»,
/// «پنجشنبه دوازدهم خردادماه سال ۱۴۰۱».
///
/// Years of one or two digits lie between 1350 and 1449, those of 1380 to 1409 before others where day and year may be
/// either way round. A weekday before the date is passed over, whether it fits or not.
///
/// # Errors
/// [`DayError::NotADate`] for anything else, [`DayError::NoYear`] for «۱۲ خرداد», [`DayError::NoSuchDay`] for
/// `1401/13/1`. Never [`DayError::Ambiguous`].
///
/// ```
/// use dabir::calendar::{Day, parse_day};
/// assert_eq!(parse_day("۱۲ خرداد ۱۴۰۱"), Day::from_iso("2022-06-02"));
/// ```
pub fn parse_day(text: &str) -> Result<Day, DayError> {
    match written(text)? {
        Written::Whole(day) => Ok(day),
        Written::ShortYear(short) => short.alone(),
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
        Written::ShortYear(short) => short.alone(),
        Written::NoYear { month, day } => Day::from_jalali(year, month, day),
    }
}

/// Words for the days around today, in tight form, and how many days each is from it.
const AROUND_TODAY: [(&str, i64); 9] = [
    ("امروز", 0),
    ("فردا", 1),
    ("پسفردا", 2),
    ("دیروز", -1),
    ("پریروز", -2),
    ("today", 0),
    ("tomorrow", 1),
    ("dayaftertomorrow", 2),
    ("yesterday", -1),
];

/// How many days from today the day is that a word names: «امروز», «فردا», «پس‌فردا», «دیروز», «پریروز», and the English
/// ones; none for other words.
///
/// ```
/// use dabir::calendar::days_from_today;
/// assert_eq!(days_from_today("پس فردا"), Some(2));
/// assert_eq!(days_from_today("ديروز"), Some(-1));
/// assert_eq!(days_from_today("هفته آینده"), None);
/// ```
pub fn days_from_today(text: &str) -> Option<i64> {
    let text = tight(text);
    let found = AROUND_TODAY.iter().find(|(word, _)| tight(word) == text);
    found.map(|(_, days)| *days)
}

/// A month and a day in numbers alone that come only after so many days have just passed, as likely as not.
const MOST_DAYS_AHEAD: i64 = 300;

/// Reads a date like [`parse_day`]; one without a year (also `۷/۱۵`) is the next such day, `from` itself included, and
/// a year of one or two digits is near `from`.
///
/// # Errors
/// As [`parse_day`], but never [`DayError::NoYear`]. 30 Esfand is [`DayError::NoSuchDay`] where the year that is due
/// has none. [`DayError::Ambiguous`] where the numbers may be more than one day (`۷/۵`, `۰۳/۰۷/۰۴` in 1404), are years
/// away with a short year, or nearly a year away with none.
pub fn parse_day_on_or_after(text: &str, from: Day) -> Result<Day, DayError> {
    if let Some(numbers) = month_and_day(text) {
        let (month, day) = numbers?;
        let next = next_such_day(month, day, from)?;
        let is_near = from.days_until(next) <= MOST_DAYS_AHEAD;
        return if is_near {
            Ok(next)
        } else {
            Err(DayError::Ambiguous)
        };
    }
    match written(text)? {
        Written::Whole(day) => Ok(day),
        Written::ShortYear(short) => short.near(from),
        Written::NoYear { month, day } => next_such_day(month, day, from),
    }
}

fn next_such_day(month: u8, day: u8, from: Day) -> Result<Day, DayError> {
    let start = from.jalali();
    let passed = Jalali { month, day, ..start } < start;
    Day::from_jalali(start.year + i32::from(passed), month, day)
}

fn written(text: &str) -> Result<Written, DayError> {
    if is_of_every_month(text) {
        return Err(DayError::NotADate);
    }
    let text = tight(text);
    let text = bare(&text);
    let parts: Vec<&str> = text.split(SEPARATORS).collect();
    match parts[..] {
        [first, second, third] if parts.iter().all(|part| is_number(part)) => {
            numeric::three(first, second, third).map(|numbers| match numbers {
                Numbers::Whole(day) => Written::Whole(day),
                Numbers::Short(short) => Written::ShortYear(short),
            })
        }
        _ => in_words(text),
    }
}

/// «پنجم هر ماه» without its blanks would be 5 Mehr.
fn is_of_every_month(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == '\u{200C}');
    words.any(|word| word == "هر" || word.starts_with("هرم"))
}

/// Reads `۷/۱۵`, month and day; none where no two numbers stand there.
fn month_and_day(text: &str) -> Option<Result<(u8, u8), DayError>> {
    let text = tight(text);
    let (first, second) = bare(&text).split_once('/')?;
    let both = is_number(first) && is_number(second);
    both.then(|| numeric::two(first, second))
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

/// Reads a Jalali year in digits of any kind: `۱۴۰۱`, `۴۰۱`, `۰۱`, `۹۹`.
///
/// Four digits give 1200 to 1599, three 1400 to 1449, two 1350 to 1449; anything else is `None`.
pub fn parse_year(text: &str) -> Option<i32> {
    jalali_year(&tight(text))
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
    if let (2, Ok(short)) = (year.len(), year.parse()) {
        return Ok(Written::ShortYear(ShortYear::of(short, month, day)));
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
            "پنجم هر ماه",
            "تا بیستم هرماه",
            "پنجم\u{200C}هر ماه ۱۴۰۱",
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
        if (1380..1410).contains(&year) {
            all.push(format!("{:02}/{month}/{date}", year % 100));
        }
        if (1350..1450).contains(&year) {
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

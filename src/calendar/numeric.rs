//! Days in numbers alone: which of them is the year, and of which hundred years a short one is.
//! It does not know words, nor today; the day that a short year lies near is an argument.

use super::day::{Day, DayError};
use std::ops::RangeInclusive;

/// The years that a short year is looked for in, where its number may as well be a day's and nothing is said of when
/// the text was written: those of this program's archives.
const YEARS_OF_ARCHIVES: RangeInclusive<i32> = 1380..=1409;
/// So many days around the day that is known a short year is expected; deadlines mostly lie within a year behind it.
const EXPECTED_DAYS: RangeInclusive<i64> = -31..=400;
/// So many days around it a short year is believed at all where the order may be either, and where it can only be one.
const BELIEVED_DAYS: RangeInclusive<i64> = -400..=1500;
const CERTAIN_ORDER_DAYS: RangeInclusive<i64> = -1500..=1500;

/// A date in three numbers.
pub(super) enum Numbers {
    /// With a year written out.
    Whole(Day),
    /// With a year of one or two digits.
    Short(ShortYear),
}

/// A date with a year of one or two digits, in the two orders in which people write.
#[derive(Clone, Copy)]
pub(super) struct ShortYear {
    year_first: Option<Parts>,
    day_first: Option<Parts>,
}

#[derive(Clone, Copy)]
struct Parts {
    /// Below 100.
    year: u8,
    month: u8,
    day: u8,
}

/// How near a day lies to the one that is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Expected,
    Believed,
}

/// Whether it is a number of at most four digits.
pub(super) fn is_number(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads three numbers: year first, and year last where year first gives no day.
pub(super) fn three(first: &str, second: &str, third: &str) -> Result<Numbers, DayError> {
    if let (Some(first), Some(month), Some(third)) = (small(first), small(second), small(third)) {
        return ShortYear::new(first, month, third).map(Numbers::Short);
    }
    year_month_day(first, second, third)
        .or_else(|_| year_month_day(third, second, first))
        .map(Numbers::Whole)
        .map_err(|_| DayError::NoSuchDay)
}

/// Reads month and day, in either order, where only one of the orders is possible.
pub(super) fn two(first: &str, second: &str) -> Result<(u8, u8), DayError> {
    let (Some(first), Some(second)) = (small(first), small(second)) else {
        return Err(DayError::NotADate);
    };
    let is_day = |month: u8, day: u8| (1..=12).contains(&month) && (1..=31).contains(&day);
    match (is_day(first, second), is_day(second, first)) {
        (true, true) if first != second => Err(DayError::Ambiguous),
        (true, _) => Ok((first, second)),
        (false, true) => Ok((second, first)),
        (false, false) => Err(DayError::NotADate),
    }
}

/// Reads a Jalali year of two to four digits; see [`super::parse_year`].
pub(super) fn jalali_year(digits: &str) -> Option<i32> {
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

/// Returns a number of one or two digits.
fn small(digits: &str) -> Option<u8> {
    (is_number(digits) && digits.len() <= 2)
        .then(|| digits.parse().ok())
        .flatten()
}

fn year_month_day(year: &str, month: &str, day: &str) -> Result<Day, DayError> {
    let month = small(month).ok_or(DayError::NoSuchDay)?;
    let day = small(day).ok_or(DayError::NoSuchDay)?;
    if let Some(year) = jalali_year(year) {
        return Day::from_jalali(year, month, day);
    }
    match year.parse() {
        Ok(year @ 1700..=2199) => Day::from_gregorian(year, u32::from(month), u32::from(day)),
        _ => Err(DayError::NoSuchDay),
    }
}

impl ShortYear {
    fn new(first: u8, month: u8, third: u8) -> Result<ShortYear, DayError> {
        // 30 Esfand is a day of some years only: whether it is one of this year is seen when the year is known.
        let parts = |year: u8, day: u8| {
            let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
            is_day.then_some(Parts { year, month, day })
        };
        let (year_first, day_first) = (parts(first, third), parts(third, first));
        if year_first.is_none() && day_first.is_none() {
            return Err(DayError::NoSuchDay);
        }
        Ok(ShortYear {
            year_first,
            day_first,
        })
    }

    /// «۱۲ خرداد ۰۱»: the order is said by the words.
    pub(super) fn of(year: u8, month: u8, day: u8) -> ShortYear {
        ShortYear {
            year_first: Some(Parts { year, month, day }),
            day_first: None,
        }
    }

    /// The day where nothing else is known: of 1350 to 1449, year first, but for a year that nobody's archive has
    /// where the other order gives one of those.
    pub(super) fn alone(self) -> Result<Day, DayError> {
        let day = |parts: Option<Parts>| {
            let Parts { year, month, day } = parts?;
            let century = if year < 50 { 1400 } else { 1300 };
            Day::from_jalali(century + i32::from(year), month, day).ok()
        };
        let both = [day(self.year_first), day(self.day_first)];
        let is_of_archives = |day: &Day| YEARS_OF_ARCHIVES.contains(&day.jalali().year);
        let usual = both.into_iter().flatten().find(is_of_archives);
        usual
            .or_else(|| both.into_iter().flatten().next())
            .ok_or(DayError::NoSuchDay)
    }

    /// The day near the one that is known; [`DayError::Ambiguous`] where both orders give one, or all are years away.
    pub(super) fn near(self, known: Day) -> Result<Day, DayError> {
        let year_first = self.year_first.and_then(|parts| parts.near(known));
        let day_first = self.day_first.and_then(|parts| parts.near(known));
        let one_order = self.year_first.is_none() || self.day_first.is_none();
        let believed = if one_order {
            CERTAIN_ORDER_DAYS
        } else {
            BELIEVED_DAYS
        };
        let nearness = |day: Day| {
            let days = known.days_until(day);
            let believed = believed.contains(&days).then_some(Nearness::Believed);
            EXPECTED_DAYS
                .contains(&days)
                .then_some(Nearness::Expected)
                .or(believed)
        };
        let with_nearness = |day: Option<Day>| Some((day?, nearness(day?)?));
        match (with_nearness(year_first), with_nearness(day_first)) {
            (Some((one, _)), Some((other, _))) if one == other => Ok(one),
            // The usual order, and the other one would be years away.
            (Some((one, Nearness::Expected)), Some((_, Nearness::Believed))) => Ok(one),
            (Some(_), Some(_)) => Err(DayError::Ambiguous),
            (Some((one, _)), None) | (None, Some((one, _))) => Ok(one),
            (None, None) if self.is_missing_near(known) => Err(DayError::NoSuchDay),
            (None, None) => Err(DayError::Ambiguous),
        }
    }

    /// Whether one of the orders names a day that a year near the known one does not have: «۳۱/۷/۰۴» in 1404.
    fn is_missing_near(self, known: Day) -> bool {
        let both = [self.year_first, self.day_first].into_iter().flatten();
        let years = known.plus_days(*BELIEVED_DAYS.start()).jalali().year
            ..=known.plus_days(*BELIEVED_DAYS.end()).jalali().year;
        both.filter(|parts| years.contains(&parts.year_near(known)))
            .any(|parts| parts.near(known).is_none())
    }
}

impl Parts {
    /// The year nearest to the known day that ends with these digits.
    fn year_near(self, known: Day) -> i32 {
        let known = known.jalali().year;
        known - (known - i32::from(self.year) + 50).rem_euclid(100) + 50
    }

    fn near(self, known: Day) -> Option<Day> {
        let Parts { year: _, month, day } = self;
        Day::from_jalali(self.year_near(known), month, day).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{parse_day, parse_day_on_or_after};

    fn near(text: &str, known: &str) -> Result<String, DayError> {
        parse_day_on_or_after(text, parse_day(known).unwrap()).map(|day| day.to_string())
    }

    #[test]
    fn a_short_year_is_near_the_known_day_or_nothing() {
        let cases = [
            ("۴/۷/۱۵", "1404/05/18", "1404/07/15"),
            ("۱۵/۰۷/۰۴", "1404/05/18", "1404/07/15"),
            ("۱۸/۵/۰۴", "1404/05/10", "1404/05/18"),
            ("۱۰/۰۵/۰۲", "1402/03/01", "1402/05/10"),
            ("۰۴/۰۷/۱۵", "1404/05/18", "1404/07/15"),
            ("۴۰۴/۷/۱۵", "1404/05/18", "1404/07/15"),
            ("۹۹/۱۲/۰۱", "1399/10/01", "1399/12/01"),
            ("۰۰/۰۱/۱۵", "1399/12/01", "1400/01/15"),
            ("۹۹/۲/۲", "1401/03/12", "1399/02/02"),
            ("۱۵ مهر ۰۴", "1404/05/18", "1404/07/15"),
            ("۲۸/۱۲/۹۹", "1399/12/01", "1399/12/28"),
        ];
        for (written, known, day) in cases {
            assert_eq!(near(written, known).as_deref(), Ok(day), "{written}");
        }
        let unclear = [
            // Both orders give a day soon after the session.
            ("۰۶/۰۵/۰۵", "1405/03/01"),
            ("۰۳/۰۷/۰۴", "1404/05/18"),
            ("۹۰/۰۲/۰۲", "1404/05/18"),
            ("۱۵ مهر ۱۵", "1404/05/18"),
            ("۱۵/۵/۲۰", "1404/05/18"),
            ("۱۰/۰۵/۰۲", "1404/05/18"),
        ];
        for (written, known) in unclear {
            assert_eq!(near(written, known), Err(DayError::Ambiguous), "{written}");
        }
        for written in ["۰۴/۱۳/۱۵", "۳۱/۷/۰۴", "۰۴/۷/۳۱"] {
            assert_eq!(near(written, "1404/05/18"), Err(DayError::NoSuchDay), "{written}");
        }
    }

    #[test]
    fn alone_the_year_is_one_of_an_archive_where_it_can_be() {
        let cases = [
            ("۴/۷/۱۵", "1404/07/15"),
            ("۱۸/۵/۰۴", "1404/05/18"),
            ("۱۰/۰۵/۰۲", "1402/05/10"),
            ("۰۴/۰۵/۰۶", "1404/05/06"),
            ("۸۶/۳/۶", "1386/03/06"),
            ("۶۵/۳/۶", "1365/03/06"),
        ];
        for (written, day) in cases {
            assert_eq!(parse_day(written).unwrap().to_string(), day, "{written}");
        }
    }

    #[test]
    fn month_and_day_are_told_apart_where_only_one_order_can_be() {
        let cases = [
            ("۷/۱۵", Ok("1404/07/15")),
            ("۱۵/۷", Ok("1404/07/15")),
            ("۷/۷", Ok("1404/07/07")),
            ("۰۳/۱۰", Err(DayError::Ambiguous)),
            ("۰۱/۲۰", Ok("1405/01/20")),
            ("۱۵/۵", Err(DayError::Ambiguous)),
            ("۷/۵", Err(DayError::Ambiguous)),
            ("۷/۳۱", Err(DayError::NoSuchDay)),
            ("۲۱/۲۵", Err(DayError::NotADate)),
            ("۱۴۰۴/۷", Err(DayError::NotADate)),
        ];
        for (written, expected) in cases {
            let expected = expected.map(str::to_owned);
            assert_eq!(near(written, "1404/05/18"), expected, "{written}");
        }
    }
}

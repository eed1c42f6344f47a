//! A day: one number, written in the Jalali or the ISO calendar.
//! It does not know today, how people write a day (`read`), or how to count on (`reckon`).

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};
use icu_calendar::Date;
use icu_calendar::cal::Persian;
use icu_calendar::types::RataDie;
use serde::{Deserialize, Serialize};

/// The years a [`Day`] can have; arithmetic stops at the first and the last day of them.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1..=3000;

/// A calendar day between 1 Farvardin 1 and the last of Esfand 3000.
///
/// Leap years follow `icu_calendar`'s Persian calendar (checked by its authors against the tables of the University of
/// Tehran, 1206–1498). It is stored and sent as ISO text, and printed as `1401/03/12` with Latin digits.
///
/// ```
/// use dabir::calendar::Day;
/// let day = Day::from_jalali(1401, 3, 12)?;
/// assert_eq!(day.iso(), "2022-06-02");
/// assert_eq!(day.to_string(), "1401/03/12");
/// assert_eq!(day.plus_months(6).to_string(), "1401/09/12");
/// # Ok::<(), dabir::calendar::DayError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(
    /// Days since 31 December of the year before 1 (rata die), always between `FIRST` and `LAST`.
    i32,
);

/// A day's place in the Jalali calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Jalali {
    /// 1 to 3000.
    pub year: i32,
    /// 1 (Farvardin) to 12 (Esfand).
    pub month: u8,
    /// 1 to the month's length.
    pub day: u8,
}

/// Why a text or three numbers are no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// The text does not look like a date.
    #[error("not a date")]
    NotADate,
    /// A day and a month stand there, but no year.
    #[error("a date without a year")]
    NoYear,
    /// It is written like a date, but there is no such day (31 Mehr, month 13, a year out of range).
    #[error("no such day")]
    NoSuchDay,
    /// It may be more than one day, and nothing says which.
    #[error("more than one day")]
    Ambiguous,
}

/// 1 Farvardin 1 and the last day of 3000; a test holds them against the calendar.
const FIRST: i32 = 226_895;
const LAST: i32 = 1_322_622;
/// The rata die of 1 January 1970.
const UNIX_EPOCH: i64 = 719_163;

impl Day {
    /// The first day that can be held: 0001/01/01.
    pub const FIRST: Day = Day(FIRST);
    /// The last day that can be held: the end of 3000.
    pub const LAST: Day = Day(LAST);

    /// Returns the day of a Jalali date.
    ///
    /// # Errors
    /// [`DayError::NoSuchDay`] when the month has no such day or the year is not between 1 and 3000.
    pub fn from_jalali(year: i32, month: u8, day: u8) -> Result<Day, DayError> {
        if !YEARS.contains(&year) {
            return Err(DayError::NoSuchDay);
        }
        let date = Date::try_new_persian(year, month, day).map_err(|_| DayError::NoSuchDay)?;
        Ok(Day::saturating(date.to_rata_die().to_i64_date()))
    }

    /// Returns the day of an ISO 8601 calendar date, `2022-06-02`.
    ///
    /// # Errors
    /// [`DayError::NotADate`] when the text is something else, [`DayError::NoSuchDay`] when there is no such day.
    pub fn from_iso(text: &str) -> Result<Day, DayError> {
        let mut parts = text.splitn(3, '-');
        let mut number = |length: usize| {
            let part = parts.next().unwrap_or_default();
            let fits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if fits {
                part.parse::<u32>().map_err(|_| DayError::NotADate)
            } else {
                Err(DayError::NotADate)
            }
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        Day::from_gregorian(year, month, day)
    }

    /// Returns the day of a Gregorian date.
    pub(super) fn from_gregorian(year: u32, month: u32, day: u32) -> Result<Day, DayError> {
        let year = i32::try_from(year).map_err(|_| DayError::NoSuchDay)?;
        NaiveDate::from_ymd_opt(year, month, day)
            .ok_or(DayError::NoSuchDay)
            .and_then(Day::try_from)
    }

    /// Returns year, month and day in the Jalali calendar.
    pub fn jalali(self) -> Jalali {
        let date = Date::from_rata_die(RataDie::new(i64::from(self.0)), Persian);
        Jalali {
            year: date.year().extended_year(),
            month: date.month().number(),
            day: date.day_of_month().0,
        }
    }

    /// Returns the same day as chrono's date.
    pub fn naive_date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or_default()
    }

    /// Returns the ISO 8601 date, `2022-06-02`.
    pub fn iso(self) -> String {
        self.naive_date().format("%Y-%m-%d").to_string()
    }

    /// Returns the day of the week.
    pub fn weekday(self) -> Weekday {
        self.naive_date().weekday()
    }

    /// Returns the day so many days after 1 January 1970; saturating.
    pub(super) fn from_unix_days(days: i64) -> Day {
        Day::saturating(days.saturating_add(UNIX_EPOCH))
    }

    /// Returns the days since 1 January 1970, negative before.
    pub(super) fn unix_days(self) -> i64 {
        i64::from(self.0) - UNIX_EPOCH
    }

    pub(super) fn saturating(number: i64) -> Day {
        // The clamp leaves a number that fits.
        Day(number.clamp(i64::from(FIRST), i64::from(LAST)) as i32)
    }
}

/// Returns the length of a Jalali month in days, 29 to 31; 0 for a month or a year that does not exist.
pub fn month_length(year: i32, month: u8) -> u8 {
    if !YEARS.contains(&year) {
        return 0;
    }
    Date::try_new_persian(year, month, 1).map_or(0, |date| date.days_in_month())
}

impl TryFrom<NaiveDate> for Day {
    type Error = DayError;

    fn try_from(date: NaiveDate) -> Result<Day, DayError> {
        let number = date.num_days_from_ce();
        if (FIRST..=LAST).contains(&number) {
            Ok(Day(number))
        } else {
            Err(DayError::NoSuchDay)
        }
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Day, DayError> {
        Day::from_iso(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.iso()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.jalali().fmt(f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Day({self})")
    }
}

impl fmt::Display for Jalali {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}/{:02}/{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day::from_jalali(year, month, day).unwrap()
    }

    /// The judge: the 33-year arithmetic, which is exact for the years of this test and shares nothing with ICU.
    fn new_year(year: i32) -> i32 {
        226_895 + 365 * (year - 1) + (8 * year + 21).div_euclid(33)
    }

    #[test]
    fn every_day_from_1300_to_1500_agrees_with_the_33_year_arithmetic() {
        let mut number = new_year(1300);
        for year in 1300..=1500 {
            assert_eq!(number, new_year(year), "1 Farvardin {year}");
            let esfand = new_year(year + 1) - number - 336;
            for (month, length) in [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, esfand]
                .into_iter()
                .enumerate()
            {
                let month = month as u8 + 1;
                assert_eq!(i32::from(month_length(year, month)), length);
                for date in 1..=length as u8 {
                    let same = day(year, month, date);
                    assert_eq!(same.0, number);
                    assert_eq!(
                        same.jalali(),
                        Jalali {
                            year,
                            month,
                            day: date
                        }
                    );
                    number += 1;
                }
                assert_eq!(
                    Day::from_jalali(year, month, length as u8 + 1),
                    Err(DayError::NoSuchDay)
                );
            }
        }
    }

    #[test]
    fn the_known_days_of_both_calendars_meet() {
        let known = [
            (1403, 12, 30, "2025-03-20", Weekday::Thu),
            (1404, 1, 1, "2025-03-21", Weekday::Fri),
            (1401, 3, 12, "2022-06-02", Weekday::Thu),
            (1357, 11, 22, "1979-02-11", Weekday::Sun),
            (1399, 12, 30, "2021-03-20", Weekday::Sat),
            (1348, 10, 11, "1970-01-01", Weekday::Thu),
        ];
        for (year, month, date, iso, weekday) in known {
            let same = day(year, month, date);
            assert_eq!((same.iso().as_str(), same.weekday()), (iso, weekday));
            assert_eq!(Day::from_iso(iso), Ok(same));
        }
        let leap: Vec<i32> = (1390..=1412)
            .filter(|&year| month_length(year, 12) == 30)
            .collect();
        assert_eq!(leap, [1391, 1395, 1399, 1403, 1408, 1412]);
    }

    #[test]
    fn the_ends_of_the_range_are_days_of_the_calendar() {
        assert_eq!(Day::FIRST.to_string(), "0001/01/01");
        assert_eq!(
            Day::LAST.jalali(),
            Jalali {
                year: 3000,
                month: 12,
                day: month_length(3000, 12)
            }
        );
        for inner in [Day::FIRST.plus_days(1), Day::LAST.plus_days(-1)] {
            let Jalali {
                year,
                month,
                day: date,
            } = inner.jalali();
            assert_eq!(day(year, month, date), inner);
        }
        assert_eq!(Day::from_iso(&Day::FIRST.iso()), Ok(Day::FIRST));
        assert_eq!(Day::from_iso(&Day::LAST.iso()), Ok(Day::LAST));
    }

    #[test]
    fn a_day_is_stored_as_iso_text_and_damaged_text_is_refused() {
        let json = serde_json::to_string(&day(1401, 3, 12)).unwrap();
        assert_eq!(json, "\"2022-06-02\"");
        assert_eq!(serde_json::from_str::<Day>(&json).unwrap(), day(1401, 3, 12));
        for text in [
            "",
            "2022-6-2",
            "2022-06-02x",
            "+022-06-02",
            "۲۰۲۲-۰۶-۰۲",
            "2022/06/02",
        ] {
            assert_eq!(Day::from_iso(text), Err(DayError::NotADate), "{text}");
        }
        for text in ["2022-02-30", "0001-01-01", "9999-12-31", "2022-13-01"] {
            assert_eq!(Day::from_iso(text), Err(DayError::NoSuchDay), "{text}");
        }
    }
}

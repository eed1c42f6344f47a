//! Counting on from a day: months, years, ends of periods, working days.
//! It does not know spans as words, nor today.

use chrono::Weekday;

use super::day::{Day, Jalali, YEARS, month_length};
use super::holidays::Holidays;

impl Day {
    /// Returns the day so many days later (earlier if negative), at most [`Day::LAST`], at least [`Day::FIRST`].
    pub fn plus_days(self, days: i64) -> Day {
        Day::from_unix_days(self.unix_days().saturating_add(days))
    }

    /// Returns the same day of the month so many Jalali months later, cut to that month's length; saturating.
    ///
    /// ```
    /// use dabir::calendar::Day;
    /// let end_of_shahrivar = Day::from_jalali(1401, 6, 31)?;
    /// assert_eq!(end_of_shahrivar.plus_months(1).to_string(), "1401/07/30");
    /// # Ok::<(), dabir::calendar::DayError>(())
    /// ```
    pub fn plus_months(self, months: i32) -> Day {
        let Jalali { year, month, day } = self.jalali();
        let count = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        Day::cut(count.div_euclid(12), count.rem_euclid(12), day)
    }

    /// Returns the same day of the year so many Jalali years later; 30 Esfand becomes 29 in a common year; saturating.
    pub fn plus_years(self, years: i32) -> Day {
        let Jalali { year, month, day } = self.jalali();
        Day::cut(i64::from(year) + i64::from(years), i64::from(month) - 1, day)
    }

    /// Returns the Friday that ends the week; weeks begin on Saturday.
    pub fn end_of_week(self) -> Day {
        self.plus_days(6 - i64::from(self.weekday().days_since(Weekday::Sat)))
    }

    /// Returns the last day of the Jalali month.
    pub fn end_of_month(self) -> Day {
        let Jalali { year, month, .. } = self.jalali();
        Day::cut(i64::from(year), i64::from(month) - 1, 31)
    }

    /// Returns the last day of the Jalali year, 29 or 30 Esfand.
    pub fn end_of_year(self) -> Day {
        Day::cut(i64::from(self.jalali().year), 11, 31)
    }

    /// Returns how many days lie between; negative when `other` is earlier.
    pub fn days_until(self, other: Day) -> i64 {
        other.unix_days() - self.unix_days()
    }

    /// Says whether it is a Thursday or a Friday.
    pub fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Thu | Weekday::Fri)
    }

    /// Says whether offices work: neither the weekend nor a holiday.
    pub fn is_working_day(self, holidays: &Holidays) -> bool {
        !self.is_weekend() && !holidays.contains(self)
    }

    /// Returns the first working day after this one; this one's successor if a whole year has none.
    pub fn next_working_day(self, holidays: &Holidays) -> Day {
        let mut later = (1..=366).map(|days| self.plus_days(days));
        later
            .find(|day| day.is_working_day(holidays))
            .unwrap_or_else(|| self.plus_days(1))
    }

    /// Returns the day, cut to the month's length, of a month counted from 0; years beyond the range give its ends.
    fn cut(year: i64, month_from_zero: i64, day: u8) -> Day {
        if year < i64::from(*YEARS.start()) {
            return Day::FIRST;
        }
        if year > i64::from(*YEARS.end()) {
            return Day::LAST;
        }
        let (year, month) = (year as i32, month_from_zero as u8 + 1);
        // Cannot fail: year, month and day were all brought into range.
        Day::from_jalali(year, month, day.min(month_length(year, month))).unwrap_or(Day::FIRST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day::from_jalali(year, month, day).unwrap()
    }

    #[test]
    fn arithmetic_stops_at_the_ends_instead_of_failing() {
        for start in [Day::FIRST, day(1401, 6, 31), Day::LAST] {
            assert_eq!(start.plus_days(i64::MAX), Day::LAST);
            assert_eq!(start.plus_days(i64::MIN), Day::FIRST);
            assert_eq!(start.plus_months(i32::MAX), Day::LAST);
            assert_eq!(start.plus_months(i32::MIN), Day::FIRST);
            assert_eq!(start.plus_years(i32::MAX), Day::LAST);
            assert_eq!(start.plus_years(i32::MIN), Day::FIRST);
        }
        assert_eq!(Day::LAST.end_of_week(), Day::LAST);
        assert_eq!(Day::LAST.next_working_day(&Holidays::default()), Day::LAST);
    }

    #[test]
    fn months_and_years_later_are_cut_to_the_length_of_the_month() {
        assert_eq!(day(1401, 6, 31).plus_months(1), day(1401, 7, 30));
        assert_eq!(day(1401, 8, 28).plus_months(6), day(1402, 2, 28));
        assert_eq!(day(1402, 11, 30).plus_months(1), day(1402, 12, 29));
        assert_eq!(day(1403, 1, 31).plus_months(-1), day(1402, 12, 29));
        assert_eq!(day(1401, 1, 5).plus_months(-13), day(1399, 12, 5));
        assert_eq!(day(1403, 12, 30).plus_years(1), day(1404, 12, 29));
        assert_eq!(day(1403, 12, 30).plus_years(-4), day(1399, 12, 30));
    }

    #[test]
    fn weeks_end_on_friday_months_and_years_on_their_last_day() {
        assert_eq!(day(1401, 3, 12).end_of_week(), day(1401, 3, 13));
        assert_eq!(day(1401, 3, 13).end_of_week(), day(1401, 3, 13));
        assert_eq!(day(1401, 3, 14).end_of_week(), day(1401, 3, 20));
        assert_eq!(day(1401, 3, 12).end_of_month(), day(1401, 3, 31));
        assert_eq!(day(1403, 7, 1).end_of_year(), day(1403, 12, 30));
        assert_eq!(day(1401, 3, 12).days_until(day(1401, 3, 22)), 10);
        assert_eq!(day(1401, 3, 22).days_until(day(1401, 3, 12)), -10);
    }

    #[test]
    fn the_next_working_day_skips_the_weekend_and_holidays() {
        // Thursday 12 Khordad 1401: Friday, then the two holidays of 14 and 15 Khordad.
        assert_eq!(
            day(1401, 3, 12).next_working_day(&Holidays::built_in()),
            day(1401, 3, 16)
        );
        assert_eq!(
            day(1401, 3, 12).next_working_day(&Holidays::default()),
            day(1401, 3, 14)
        );
    }
}

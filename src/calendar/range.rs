//! Days from a first to a last one, as the quarters of a year. Does not know what happened on them.

use super::day::Day;

/// Days from a first to a last one, both of them in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRange {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

impl DayRange {
    /// The quarter of a Jalali year, from 1 to 4: spring, summer, autumn, winter; none for other numbers and for years
    /// beyond the calendar.
    ///
    /// ```
    /// use dabir::calendar::DayRange;
    /// let summer = DayRange::quarter(1404, 2).unwrap();
    /// assert_eq!(summer.first.to_string(), "1404/04/01");
    /// assert_eq!(summer.last.to_string(), "1404/06/31");
    /// assert_eq!(DayRange::quarter(1404, 5), None);
    /// ```
    pub fn quarter(year: i32, number: u8) -> Option<DayRange> {
        if !(1..=4).contains(&number) {
            return None;
        }
        let first = Day::from_jalali(year, number * 3 - 2, 1).ok()?;
        let last = first.plus_months(2).end_of_month();
        Some(DayRange { first, last })
    }

    /// Whether a day is one of them.
    pub fn contains(self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

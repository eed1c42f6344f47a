//! A moment of the world's time, and how Tehran's clocks show it.
//! It does not know what time it is now.

use chrono::{DateTime, FixedOffset, Offset, Utc};

use super::day::{Day, Jalali};
use super::time::TimeOfDay;

/// A moment in UTC.
pub type Moment = DateTime<Utc>;

/// Seconds that Tehran's clocks are ahead of UTC: 3:30, all year round since 1 Mehr 1401.
///
/// Earlier summers had an hour more. They are shown without it: the program stamps only what it does itself, all of it
/// later, and written times of old sessions are a `TimeOfDay` that no zone touches.
const TEHRAN_SECONDS: i32 = (3 * 60 + 30) * 60;
const SECONDS_A_DAY: i64 = 24 * 60 * 60;

/// Returns the moment on Tehran's clocks (+03:30).
///
/// ```
/// use dabir::calendar::moment_in_tehran;
/// let moment = "2026-03-20T20:30:00Z".parse()?;
/// assert_eq!(moment_in_tehran(moment).to_rfc3339(), "2026-03-21T00:00:00+03:30");
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn moment_in_tehran(moment: Moment) -> DateTime<FixedOffset> {
    // The offset is less than a day, so there is always a zone for it.
    let zone = FixedOffset::east_opt(TEHRAN_SECONDS).unwrap_or(Utc.fix());
    moment.with_timezone(&zone)
}

/// Returns the day it is in Tehran at the moment; the first or the last [`Day`] for moments beyond them.
pub fn tehran_day(moment: Moment) -> Day {
    Day::from_unix_days(tehran_seconds(moment).div_euclid(SECONDS_A_DAY))
}

/// Returns what Tehran's clocks show at the moment, seconds cut off.
pub fn tehran_time(moment: Moment) -> TimeOfDay {
    TimeOfDay::from_seconds(tehran_seconds(moment).rem_euclid(SECONDS_A_DAY))
}

/// Returns the moment at which Tehran's clocks show the time on the day.
pub fn moment_of(day: Day, time: TimeOfDay) -> Moment {
    let minutes = i64::from(time.hour()) * 60 + i64::from(time.minute());
    let seconds = day.unix_days() * SECONDS_A_DAY + minutes * 60 - i64::from(TEHRAN_SECONDS);
    // Every `Day` lies within the years chrono can hold.
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

/// Returns the moment at which the clocks of Tehran showed the time on the day, as people wrote it down then: in the
/// summers of 1371 to 1384 and of 1387 to 1401, from 2 Farvardin to 30 Shahrivar, they were an hour further (IANA tz,
/// `Asia/Tehran`; the few summers before 1371 are left out). For calendars of other programs, which know those summers.
///
/// ```
/// use dabir::calendar::{Day, TimeOfDay, moment_of_clocks};
/// let day = Day::from_jalali(1401, 3, 12)?;
/// let half_past_seven = TimeOfDay::parse("7:30")?;
/// assert_eq!(moment_of_clocks(day, half_past_seven).to_rfc3339(), "2022-06-02T03:00:00+00:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn moment_of_clocks(day: Day, time: TimeOfDay) -> Moment {
    let Jalali {
        year,
        month,
        day: date,
    } = day.jalali();
    let has_summer = (1371..=1384).contains(&year) || (1387..=1401).contains(&year);
    let is_summer = ((1, 2)..=(6, 30)).contains(&(month, date));
    let ahead = i64::from(has_summer && is_summer);
    let moment = moment_of(day, time);
    DateTime::from_timestamp(moment.timestamp() - ahead * 60 * 60, 0).unwrap_or(moment)
}

/// Returns the moment at which the minute after `moment`'s begins.
///
/// ```
/// use dabir::calendar::next_minute;
/// let moment = "2026-03-20T20:30:59.5Z".parse()?;
/// assert_eq!(next_minute(moment).to_rfc3339(), "2026-03-20T20:31:00+00:00");
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn next_minute(moment: Moment) -> Moment {
    let seconds = moment.timestamp();
    let next = seconds.saturating_sub(seconds.rem_euclid(60)).saturating_add(60);
    DateTime::from_timestamp(next, 0).unwrap_or(moment)
}

/// Returns the seconds since 1970 as if Tehran's clocks were those of UTC.
fn tehran_seconds(moment: Moment) -> i64 {
    moment.timestamp().saturating_add(i64::from(TEHRAN_SECONDS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_of_tehran() {
        let before: Moment = "2025-03-20T20:29:59Z".parse().unwrap();
        let after: Moment = "2025-03-20T20:30:00Z".parse().unwrap();
        assert_eq!(
            (
                tehran_day(before).to_string().as_str(),
                tehran_time(before).hour()
            ),
            ("1403/12/30", 23)
        );
        assert_eq!(
            (tehran_day(after).to_string().as_str(), tehran_time(after).hour()),
            ("1404/01/01", 0)
        );
        assert_eq!(moment_of(tehran_day(after), tehran_time(after)), after);
    }

    #[test]
    fn every_day_and_minute_is_found_again_in_its_moment() {
        for day in [
            Day::FIRST,
            Day::from_iso("1960-02-29").unwrap(),
            Day::from_iso("2026-11-22").unwrap(),
            Day::LAST,
        ] {
            for time in
                [(0, 0), (7, 30), (23, 59)].map(|(hour, minute)| TimeOfDay::new(hour, minute).unwrap())
            {
                let moment = moment_of(day, time);
                assert_eq!((tehran_day(moment), tehran_time(moment)), (day, time));
                assert_eq!(moment_in_tehran(moment).date_naive(), day.naive_date());
            }
        }
    }

    #[test]
    fn summers_that_had_an_hour_more_begin_and_end_as_they_did() {
        let at_noon = |year, month, date| {
            let day = Day::from_jalali(year, month, date).unwrap();
            moment_of_clocks(day, TimeOfDay::new(12, 0).unwrap())
                .time()
                .to_string()
        };
        let (winter, summer) = ("08:30:00", "07:30:00");
        for (year, month, date, wanted) in [
            (1401, 1, 1, winter),
            (1401, 1, 2, summer),
            (1401, 6, 30, summer),
            (1401, 6, 31, winter),
            (1402, 3, 1, winter),
            (1385, 3, 1, winter),
            (1384, 3, 1, summer),
            (1379, 1, 2, summer),
        ] {
            assert_eq!(at_noon(year, month, date), wanted, "{year}/{month}/{date}");
        }
    }

    #[test]
    fn moments_beyond_all_days_give_the_last_one() {
        assert_eq!(tehran_day(Moment::MAX_UTC), Day::LAST);
        assert_eq!(tehran_day(Moment::MIN_UTC), Day::FIRST);
    }
}

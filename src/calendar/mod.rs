//! Jalali days over chrono and icu_calendar, times of day, spans.
//!
//! Knows no clock: today and now are arguments. Dates are held as day numbers, so that comparing and counting need no
//! calendar at all; Jalali and ISO are two ways to write the same day.

mod day;
mod holidays;
mod moment;
mod names;
mod numeric;
mod range;
mod read;
mod reckon;
mod span;
mod time;

pub use chrono::Weekday;
pub use day::{Day, DayError, Jalali, month_length};
pub use holidays::{HolidayError, Holidays};
pub use moment::{
    Moment, moment_in_tehran, moment_of, moment_of_clocks, next_minute, tehran_day, tehran_time,
};
pub use names::{month_name, parse_month, parse_weekday, weekday_name};
pub use range::DayRange;
pub use read::{days_from_today, parse_day, parse_day_in_year, parse_day_on_or_after, parse_year};
pub use span::{Span, parse_span};
pub use time::{TimeError, TimeOfDay};

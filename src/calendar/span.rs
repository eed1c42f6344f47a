//! Spans of days, weeks, months and years, as minutes give them.
//! It does not know from which day they run.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

use super::day::Day;
use super::holidays::Holidays;
use crate::text::numeral::parse_cardinal;
use crate::text::tight::tight;

/// A length of time in one unit; months and years are those of the Jalali calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// So many days.
    Days(u32),
    /// So many times seven days.
    Weeks(u32),
    /// So many Jalali months.
    Months(u32),
    /// So many Jalali years.
    Years(u32),
    /// So many working days: neither weekends nor the holidays that the program carries.
    WorkingDays(u32),
    /// So many Jalali months and then so many days (یک ماه و نیم).
    MonthsAndDays {
        /// The months, counted first.
        months: u32,
        /// The days behind them.
        days: u32,
    },
}

/// More working days than these are not counted one by one; they end on the last day.
const MOST_WORKING_DAYS: u32 = 10_000;

static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(Holidays::built_in);

impl Span {
    /// Returns the span so many times over, saturating.
    pub fn times(self, count: u32) -> Span {
        match self {
            Span::Days(days) => Span::Days(days.saturating_mul(count)),
            Span::Weeks(weeks) => Span::Weeks(weeks.saturating_mul(count)),
            Span::Months(months) => Span::Months(months.saturating_mul(count)),
            Span::Years(years) => Span::Years(years.saturating_mul(count)),
            Span::WorkingDays(days) => Span::WorkingDays(days.saturating_mul(count)),
            Span::MonthsAndDays { months, days } => Span::MonthsAndDays {
                months: months.saturating_mul(count),
                days: days.saturating_mul(count),
            },
        }
    }
}

impl Day {
    /// Returns the day a span later, cut to the month's length; saturating. Of working days the first is the one after
    /// this day.
    ///
    /// ```
    /// use dabir::calendar::{Day, Span};
    /// let session = Day::from_jalali(1401, 8, 28)?;
    /// assert_eq!(session.plus(Span::Months(6)).to_string(), "1402/02/28");
    /// // A Saturday: Thursday and Friday do not count.
    /// assert_eq!(session.plus(Span::WorkingDays(6)).to_string(), "1401/09/06");
    /// # Ok::<(), dabir::calendar::DayError>(())
    /// ```
    pub fn plus(self, span: Span) -> Day {
        let whole = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
        match span {
            Span::Days(days) => self.plus_days(i64::from(days)),
            Span::Weeks(weeks) => self.plus_days(7 * i64::from(weeks)),
            Span::Months(months) => self.plus_months(whole(months)),
            Span::Years(years) => self.plus_years(whole(years)),
            Span::WorkingDays(days) if days > MOST_WORKING_DAYS => Day::LAST,
            Span::WorkingDays(days) => (0..days).fold(self, |day, _| day.next_working_day(&HOLIDAYS)),
            Span::MonthsAndDays { months, days } => self.plus(Span::Months(months)).plus(Span::Days(days)),
        }
    }
}

/// Reads a number and a unit: «۱۰ روز», «یکماه», «سه ماهه», «دو هفته», «یکسال», «۴۸ ساعت» (only whole days of hours),
/// «۱۰ روز کاری», «یک هفته‌ای», «یک و نیم ماه», «۱/۵ ماه»; and two of them where they make one length: «یک ماه و نیم»,
/// «یک سال و سه ماه», «دو ماه و ده روز».
/// Half a month is fifteen days.
///
/// Returns `None` for anything else, also for nothing of a unit («صفر روز»).
///
/// ```
/// use dabir::calendar::{Span, parse_span};
/// assert_eq!(parse_span("یکماه"), Some(Span::Months(1)));
/// assert_eq!(parse_span("بیست و پنج روز"), Some(Span::Days(25)));
/// assert_eq!(parse_span("ده روز کاری"), Some(Span::WorkingDays(10)));
/// assert_eq!(parse_span("یک سال و نیم"), Some(Span::Months(18)));
/// ```
pub fn parse_span(text: &str) -> Option<Span> {
    let text = tight(text);
    // «سه ماهه» and «هفته» both end in ه: the unit is looked for with and without it.
    unit_at_end(&text)
        .or_else(|| unit_at_end(text.strip_suffix('ه')?))
        .or_else(|| unit_at_end(text.strip_suffix("ای")?))
        .or_else(|| working_days(&text))
        .or_else(|| and_a_half(&text))
        .or_else(|| and_a_half(text.strip_suffix('ه')?))
        .or_else(|| two_units(&text))
}

fn working_days(text: &str) -> Option<Span> {
    let days = ["کاری", "اداری"].iter().find_map(|word| text.strip_suffix(word));
    match unit_at_end(days?)? {
        Span::Days(days) if days <= MOST_WORKING_DAYS => Some(Span::WorkingDays(days)),
        _ => None,
    }
}

/// Reads «یکماهونیم», «یکسالوسهماه»; the «و» of a number («بیستوپنجروز») has no unit before it.
fn two_units(text: &str) -> Option<Span> {
    text.match_indices('و').find_map(|(at, and)| {
        let first = unit_at_end(&text[..at])?;
        let rest = &text[at + and.len()..];
        if rest == "نیم" {
            return match first {
                Span::Months(months) => Some(Span::MonthsAndDays { months, days: 15 }),
                Span::Years(years) => Some(Span::Months(years.checked_mul(12)?.checked_add(6)?)),
                _ => None,
            };
        }
        match (first, unit_at_end(rest)?) {
            (Span::Years(years), Span::Months(months)) => {
                Some(Span::Months(years.checked_mul(12)?.checked_add(months)?))
            }
            (Span::Months(months), Span::Days(days)) => Some(Span::MonthsAndDays { months, days }),
            _ => None,
        }
    })
}

/// The half behind a whole number.
const HALVES: [&str; 3] = ["ونیم", ".5", "/5"];

/// Reads «یکونیمماه», «1.5ماه», «1/5سال».
fn and_a_half(text: &str) -> Option<Span> {
    let count = |unit: &str| {
        let count = text.strip_suffix(unit)?;
        let whole = HALVES.iter().find_map(|half| count.strip_suffix(half))?;
        parse_cardinal(whole)
    };
    if let Some(months) = count("ماه") {
        return Some(Span::MonthsAndDays { months, days: 15 });
    }
    let years = count("سال")?;
    Some(Span::Months(years.checked_mul(12)?.checked_add(6)?))
}

fn unit_at_end(text: &str) -> Option<Span> {
    ["روز", "هفته", "ماه", "فصل", "سال", "ساعت"]
        .into_iter()
        .find_map(|unit| {
            let count = parse_cardinal(text.strip_suffix(unit)?).filter(|&count| count > 0)?;
            match unit {
                "روز" => Some(Span::Days(count)),
                "هفته" => Some(Span::Weeks(count)),
                "ماه" => Some(Span::Months(count)),
                "فصل" => Some(Span::Months(count.checked_mul(3)?)),
                "سال" => Some(Span::Years(count)),
                _ => (count % 24 == 0).then_some(Span::Days(count / 24)),
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_as_people_write_them() {
        let cases = [
            ("۱۰ روز", Span::Days(10)),
            ("ده روز", Span::Days(10)),
            ("۱۰روز", Span::Days(10)),
            ("1 ماه", Span::Months(1)),
            ("یکماه", Span::Months(1)),
            ("يك ماه", Span::Months(1)),
            ("یک‌ماهه", Span::Months(1)),
            ("سه ماه", Span::Months(3)),
            ("دوازده ماه", Span::Months(12)),
            ("دو هفته", Span::Weeks(2)),
            ("یکهفته", Span::Weeks(1)),
            ("یکسال", Span::Years(1)),
            ("دو ساله", Span::Years(2)),
            ("یک فصل", Span::Months(3)),
            ("٤٨ ساعت", Span::Days(2)),
            ("ده روز کاری", Span::WorkingDays(10)),
            ("۵ روز اداری", Span::WorkingDays(5)),
            ("یک ماه و نیم", Span::MonthsAndDays { months: 1, days: 15 }),
            (
                "دو ماه و بیست و پنج روز",
                Span::MonthsAndDays { months: 2, days: 25 },
            ),
            ("یک سال و نیم", Span::Months(18)),
            ("یک سال و سه ماه", Span::Months(15)),
            ("یک هفته‌ای", Span::Weeks(1)),
            ("دو هفته ای", Span::Weeks(2)),
            ("یک و نیم ماه", Span::MonthsAndDays { months: 1, days: 15 }),
            ("۱/۵ ماهه", Span::MonthsAndDays { months: 1, days: 15 }),
            ("۲٫۵ ماه", Span::MonthsAndDays { months: 2, days: 15 }),
            ("یک و نیم سال", Span::Months(18)),
        ];
        for (written, span) in cases {
            assert_eq!(parse_span(written), Some(span), "{written}");
        }
    }

    #[test]
    fn what_is_no_span_is_none() {
        for text in [
            "",
            "روز",
            "ده",
            "صفر روز",
            "0 روز",
            "۱۰ ساعت",
            "یک ماه کاری",
            "دو هفته و نیم",
            "یک ماه و",
            "و نیم",
            "۱۰۰۰۰۰ روز کاری",
            "چند روز",
            "4294967295 فصل",
            "-1 ماه",
        ] {
            assert_eq!(parse_span(text), None, "{text}");
        }
    }

    #[test]
    fn the_longest_spans_end_on_the_last_day() {
        let both = Span::MonthsAndDays { months: 1, days: 1 };
        let ones = [
            Span::Days(1),
            Span::Weeks(1),
            Span::Months(1),
            Span::Years(1),
            Span::WorkingDays(1),
            both,
        ];
        for span in ones {
            assert_eq!(Day::FIRST.plus(span.times(u32::MAX)), Day::LAST);
        }
    }

    #[test]
    fn a_span_is_stored_by_its_unit() {
        assert_eq!(
            serde_json::to_string(&Span::Months(6)).unwrap(),
            r#"{"months":6}"#
        );
    }
}

//! Spans of days, weeks, months and years, as minutes give them.
//! It does not know from which day they run.

use serde::{Deserialize, Serialize};

use super::day::Day;
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
}

impl Span {
    /// Returns the span so many times over, saturating.
    pub fn times(self, count: u32) -> Span {
        match self {
            Span::Days(days) => Span::Days(days.saturating_mul(count)),
            Span::Weeks(weeks) => Span::Weeks(weeks.saturating_mul(count)),
            Span::Months(months) => Span::Months(months.saturating_mul(count)),
            Span::Years(years) => Span::Years(years.saturating_mul(count)),
        }
    }
}

impl Day {
    /// Returns the day a span later, cut to the month's length; saturating.
    ///
    /// ```
    /// use dabir::calendar::{Day, Span};
    /// let session = Day::from_jalali(1401, 8, 28)?;
    /// assert_eq!(session.plus(Span::Months(6)).to_string(), "1402/02/28");
    /// # Ok::<(), dabir::calendar::DayError>(())
    /// ```
    pub fn plus(self, span: Span) -> Day {
        let whole = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
        match span {
            Span::Days(days) => self.plus_days(i64::from(days)),
            Span::Weeks(weeks) => self.plus_days(7 * i64::from(weeks)),
            Span::Months(months) => self.plus_months(whole(months)),
            Span::Years(years) => self.plus_years(whole(years)),
        }
    }
}

/// Reads a number and a unit: «۱۰ روز», «یکماه», «سه ماهه», «دو هفته», «یکسال», «۴۸ ساعت» (only whole days of hours).
///
/// Returns `None` for anything else, also for nothing of a unit («صفر روز»).
///
/// ```
/// use dabir::calendar::{Span, parse_span};
/// assert_eq!(parse_span("یکماه"), Some(Span::Months(1)));
/// assert_eq!(parse_span("بیست و پنج روز"), Some(Span::Days(25)));
/// ```
pub fn parse_span(text: &str) -> Option<Span> {
    let text = tight(text);
    // «سه ماهه» and «هفته» both end in ه: the unit is looked for with and without it.
    unit_at_end(&text).or_else(|| unit_at_end(text.strip_suffix('ه')?))
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
            "ده روز کاری",
            "چند روز",
            "4294967295 فصل",
            "-1 ماه",
        ] {
            assert_eq!(parse_span(text), None, "{text}");
        }
    }

    #[test]
    fn the_longest_spans_end_on_the_last_day() {
        for span in [Span::Days(1), Span::Weeks(1), Span::Months(1), Span::Years(1)] {
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

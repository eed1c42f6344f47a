//! Due dates in a filter: a day, a month, a year, or a span from today. Does not know any resolution, nor the day of
//! today until it is asked.

use super::index::document::{NO_DAY, number};
use crate::calendar::{Day, Span, days_from_today, parse_day, parse_span};
use crate::text::fold;

/// How a due date is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `:` — within the days meant.
    Within,
    /// `<` — before the first of them.
    Before,
    /// `<=` — not after the last of them.
    NotAfter,
    /// `>` — after the last of them.
    After,
    /// `>=` — not before the first of them.
    NotBefore,
}

/// A test of a due date.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    comparison: Comparison,
    written: String,
    meant: Meant,
}

/// What a value means. What counts from today stays as it was said: a filter may be asked on a later day than it was
/// read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meant {
    /// No date at all.
    NoDate,
    /// These days, the first and the last.
    Days(Day, Day),
    /// The day so many days behind the one on which it is asked, or before it.
    Near(i64),
    /// So far from the day on which it is asked.
    FromToday(Span),
}

const NONE: [&str; 4] = ["ندارد", "بدون", "بدون مهلت", "none"];

impl Comparison {
    /// The sign that is written.
    pub fn sign(self) -> &'static str {
        match self {
            Comparison::Within => ":",
            Comparison::Before => "<",
            Comparison::NotAfter => "<=",
            Comparison::After => ">",
            Comparison::NotBefore => ">=",
        }
    }
}

impl Comparison {
    fn holds<T: PartialOrd>(self, first: T, last: T, day: T) -> bool {
        match self {
            Comparison::Within => first <= day && day <= last,
            Comparison::Before => day < first,
            Comparison::NotAfter => day <= last,
            Comparison::After => day > last,
            Comparison::NotBefore => day >= first,
        }
    }
}

impl Due {
    /// Reads the value behind the sign; none where it is no date, no part of one, and no span.
    pub(super) fn parse(comparison: Comparison, written: &str) -> Option<Due> {
        let value = fold(written);
        let meant = if NONE.contains(&value.as_str()) {
            // Nothing is before or after no date.
            (comparison == Comparison::Within).then_some(Meant::NoDate)?
        } else if let Some(days) = days_from_today(&value) {
            Meant::Near(days)
        } else if let Some(span) = span(&value) {
            Meant::FromToday(span)
        } else {
            let (first, last) = days(&value)?;
            Meant::Days(first, last)
        };
        Some(Due {
            comparison,
            written: written.to_owned(),
            meant,
        })
    }

    /// First and last day meant on `today`; none where a missing date is meant.
    fn days(&self, today: Day) -> Option<(Day, Day)> {
        match self.meant {
            Meant::NoDate => None,
            Meant::Days(first, last) => Some((first, last)),
            Meant::Near(days) => Some((today.plus_days(days), today.plus_days(days))),
            // «مهلت:۳۰روز» is from today to that day; with a sign the day itself is meant.
            Meant::FromToday(span) if self.comparison == Comparison::Within => {
                Some((today, today.plus(span)))
            }
            Meant::FromToday(span) => Some((today.plus(span), today.plus(span))),
        }
    }

    /// The sign and the value as written.
    pub fn parts(&self) -> (Comparison, &str) {
        (self.comparison, &self.written)
    }

    /// [`Due::passes`] for days that are numbers of the index.
    pub(super) fn by_number(&self, today: Day) -> impl Fn(i32) -> bool {
        let days = self.days(today);
        let days = days.map(|(first, last)| (number(Some(first)), number(Some(last))));
        let comparison = self.comparison;
        move |day| match days.filter(|_| day != NO_DAY) {
            Some((first, last)) => comparison.holds(first, last, day),
            None => days.is_none() && day == NO_DAY,
        }
    }

    /// Whether a resolution due on `day` passes on `today`.
    pub(super) fn passes(&self, day: Option<Day>, today: Day) -> bool {
        let days = self.days(today);
        let (Some((first, last)), Some(day)) = (days, day) else {
            return days.is_none() && day.is_none();
        };
        self.comparison.holds(first, last, day)
    }
}

/// «30روز», «دو هفته», `30d`, `2w`, `6m`, `1y`.
fn span(folded: &str) -> Option<Span> {
    let letter = folded.chars().last()?;
    let count = folded
        .strip_suffix(letter)
        .and_then(|number| number.trim().parse::<u32>().ok());
    match (letter, count) {
        ('d', Some(count)) => Some(Span::Days(count)),
        ('w', Some(count)) => Some(Span::Weeks(count)),
        ('m', Some(count)) => Some(Span::Months(count)),
        ('y', Some(count)) => Some(Span::Years(count)),
        _ => parse_span(folded),
    }
}

/// First and last day of a date, a month (`1401/12`) or a year (`1401`).
fn days(folded: &str) -> Option<(Day, Day)> {
    let numbers: Option<Vec<i32>> = folded
        .split(['/', '-'])
        .map(|part| part.trim().parse().ok())
        .collect();
    match numbers.as_deref() {
        Some([year]) if *year >= 1000 => {
            let first = Day::from_jalali(*year, 1, 1).ok()?;
            Some((first, first.end_of_year()))
        }
        Some([year, month]) if *year >= 1000 => {
            let first = Day::from_jalali(*year, u8::try_from(*month).ok()?, 1).ok()?;
            Some((first, first.end_of_month()))
        }
        _ => parse_day(folded).ok().map(|day| (day, day)),
    }
}

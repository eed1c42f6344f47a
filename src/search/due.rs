//! Due dates in a filter: a day, a month, a year, or a span from today. Does not know any resolution.

use super::index::document::{NO_DAY, number};
use crate::calendar::{Day, Span, parse_day, parse_span};
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
    /// First and last day meant; none where a missing date is meant.
    days: Option<(Day, Day)>,
}

const NONE: [&str; 3] = ["ندارد", "بدون", "none"];
const TODAY: [&str; 2] = ["امروز", "today"];

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
    pub(super) fn parse(comparison: Comparison, written: &str, today: Day) -> Option<Due> {
        let value = fold(written);
        let due = |days| {
            Some(Due {
                comparison,
                written: written.to_owned(),
                days,
            })
        };
        if NONE.contains(&value.as_str()) {
            return if comparison == Comparison::Within {
                due(None)
            } else {
                None
            };
        }
        if TODAY.contains(&value.as_str()) {
            return due(Some((today, today)));
        }
        if let Some(span) = span(&value) {
            let end = today.plus(span);
            // «مهلت:۳۰روز» is from today to that day; with a sign the day itself is meant.
            return due(Some((
                if comparison == Comparison::Within {
                    today
                } else {
                    end
                },
                end,
            )));
        }
        due(Some(days(&value)?))
    }

    /// The sign and the value as written.
    pub fn parts(&self) -> (Comparison, &str) {
        (self.comparison, &self.written)
    }

    /// [`Due::passes`] for days that are numbers of the index.
    pub(super) fn by_number(&self) -> impl Fn(i32) -> bool {
        let days = self
            .days
            .map(|(first, last)| (number(Some(first)), number(Some(last))));
        let comparison = self.comparison;
        move |day| match days.filter(|_| day != NO_DAY) {
            Some((first, last)) => comparison.holds(first, last, day),
            None => days.is_none() && day == NO_DAY,
        }
    }

    /// Whether a resolution due on `day` passes.
    pub(super) fn passes(&self, day: Option<Day>) -> bool {
        let (Some((first, last)), Some(day)) = (self.days, day) else {
            return self.days.is_none() && day.is_none();
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

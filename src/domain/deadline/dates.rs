//! The day by which a deadline is to be met: a date, a near day, a weekday, a part of a month, of a season, of a year.
//! It does not know other kinds of deadlines. All text here is in tight form.

use std::cell::Cell;

use super::near::{PARTS_OF_DAY, is_end_of_day, near_day, weekday, weekday_in, without_weekday_at_end};
use super::periods::{NEXT, Period, after_end_word, after_start_word, period};
use super::reading::{without_end, without_start};
use super::spans::is_event;
use crate::calendar::{
    Day, DayError, TimeOfDay, Weekday, parse_day, parse_day_in_year, parse_day_on_or_after,
};
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// The small words before a day and what they say. None of them is made of two others.
const LEADS: [(&str, Lead); 23] = [
    ("حداکثر", Lead::Nothing),
    ("نهایتا", Lead::Nothing),
    ("نهایت", Lead::Nothing),
    ("مورخه", Lead::Nothing),
    ("مورخ", Lead::Nothing),
    ("تاریخ", Lead::Nothing),
    ("روز", Lead::Nothing),
    ("مهلت", Lead::Nothing),
    ("به", Lead::Nothing),
    ("برای", Lead::Nothing),
    ("در", Lead::Nothing),
    ("ظرف", Lead::Nothing),
    ("طی", Lead::Nothing),
    ("طول", Lead::Nothing),
    ("مدت", Lead::Nothing),
    ("همزمانبا", Lead::Nothing),
    (",", Lead::Nothing),
    (":", Lead::Nothing),
    ("قبلاز", Lead::Before),
    ("پیشاز", Lead::Before),
    ("تا", Lead::Until),
    ("الی", Lead::Until),
    ("لغایت", Lead::Until),
];
/// What may stand between the two ends of a range.
const BETWEEN: [&str; 4] = ["لغایت", "الی", "تا", "-"];
const THIS_MONTH: [&str; 3] = ["ماهجاری", "همینماه", "اینماه"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Nothing,
    Until,
    Before,
}

/// Reads days around a session.
pub(super) struct Dates {
    session: Option<Day>,
    no_such_day: Cell<bool>,
    other_weekday: Cell<Option<(Weekday, Day)>>,
}

impl Dates {
    pub(super) fn around(session: Option<Day>) -> Dates {
        Dates {
            session,
            no_such_day: Cell::new(false),
            other_weekday: Cell::new(None),
        }
    }

    /// Whether a date stood there that does not exist.
    pub(super) fn met_no_such_day(&self) -> bool {
        self.no_such_day.get()
    }

    /// A weekday that stood beside a date and is not the date's.
    pub(super) fn other_weekday(&self) -> Option<(Weekday, Day)> {
        self.other_weekday.get()
    }

    /// Reads «تا ۱۴۰۰/۰۲/۱۲», «حداکثر تا پایان مهر», «۱۲ مهر», «از ۱ لغایت ۱۵ مهر», «تا فردا ساعت ۱۰».
    pub(super) fn by(&self, text: &str) -> Option<Day> {
        let text = without_time_at_end(text);
        self.led(text, Lead::Nothing).or_else(|| self.range(text))
    }

    /// The day behind the small words, however many there are.
    fn led(&self, text: &str, lead: Lead) -> Option<Day> {
        if let Some(day) = self.day(text, lead) {
            return Some(day);
        }
        if let Some(rest) = after_time(text) {
            return self.led(rest, Lead::Until);
        }
        LEADS.iter().find_map(|&(word, says)| {
            let rest = text.strip_prefix(word)?;
            let lead = if says == Lead::Nothing { lead } else { says };
            self.led(rest, lead)
        })
    }

    fn day(&self, text: &str, lead: Lead) -> Option<Day> {
        let ended = after_end_word(text);
        let name = ended.unwrap_or(text);
        let name_of_day = if ended.is_some() {
            without_start(name, &["روز"])
        } else {
            name
        };
        let point = self
            .date(name_of_day)
            .or_else(|| near_day(name_of_day, ended.is_some() && is_end_of_day(text), self.session?))
            .or_else(|| weekday(name_of_day, self.session?))
            .or_else(|| self.of_month(name_of_day));
        if let Some(day) = point {
            return Some(if lead == Lead::Before && ended.is_none() {
                day.plus_days(-1)
            } else {
                day
            });
        }
        // A number alone may be anything.
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let start = after_start_word(text).filter(|_| ended.is_none());
        let end_of = |Period { first, last, is_part }: Period| match (lead, start.is_some(), ended.is_some())
        {
            (_, _, true) => Some(last),
            (Lead::Before, _, false) => Some(first.plus_days(-1)),
            (_, true, false) => Some(first),
            (Lead::Until, false, false) => is_part.then_some(last),
            (Lead::Nothing, false, false) => Some(last),
        };
        period(start.unwrap_or(name), ended.is_some(), self.session, &end_of)
    }

    /// Reads a whole date, and one whose year is said by «سال جاری» or left out.
    fn date(&self, text: &str) -> Option<Day> {
        let with_weekday = text;
        let text = without_weekday_at_end(text);
        let next_year = NEXT
            .iter()
            .find_map(|word| text.strip_suffix(word)?.strip_suffix("سال"));
        let this_year = text
            .strip_suffix("سالجاری")
            .or_else(|| text.strip_suffix("امسال"));
        let read = match (self.session, this_year, next_year) {
            (Some(session), Some(date), _) => parse_day_in_year(date, session.jalali().year),
            (Some(session), _, Some(date)) => parse_day_in_year(date, session.jalali().year + 1),
            (Some(session), ..) => parse_day_on_or_after(text, session),
            (None, ..) => parse_day(text),
        };
        if read == Err(DayError::NoSuchDay) {
            self.no_such_day.set(true);
        }
        let day = read.ok()?;
        let written = weekday_in(with_weekday).filter(|weekday| *weekday != day.weekday());
        if let Some(weekday) = written {
            self.other_weekday.set(Some((weekday, day)));
        }
        Some(day)
    }

    /// Reads «۲۵ ماه جاری», «پانزدهم ماه آینده».
    fn of_month(&self, text: &str) -> Option<Day> {
        let session = self.session?;
        let next = NEXT
            .iter()
            .find_map(|word| text.strip_suffix(word)?.strip_suffix("ماه"));
        let number = |text: &str| parse_ordinal(text).or_else(|| parse_cardinal(text));
        let (day, first) = if let Some(day) = next {
            // «۲ ماه آینده» is a span; a day of the next month is said with its ordinal.
            let first = session.end_of_month().plus_days(1);
            (parse_ordinal(day)?, first)
        } else {
            let day = THIS_MONTH.iter().find_map(|word| text.strip_suffix(word))?;
            (number(day)?, first_of_month(session))
        };
        let day = first.plus_days(i64::from(day.checked_sub(1)?.min(31)));
        if day > first.end_of_month() {
            self.no_such_day.set(true);
            return None;
        }
        Some(day)
    }

    /// Reads «از اول مهر لغایت پایان آبان», «۱ الی ۱۵ مهر», «از تاریخ ابلاغ تا پایان سال»: its end.
    fn range(&self, text: &str) -> Option<Day> {
        let range = without_start(text, &["در", "طی", "ظرف", "بازهزمانی", "فاصله", "مهلت"]);
        let from = range.strip_prefix("از");
        let range = from.unwrap_or(range);
        BETWEEN.iter().find_map(|word| {
            let lead = if *word == "تا" {
                Lead::Until
            } else {
                Lead::Nothing
            };
            range.match_indices(word).find_map(|(at, _)| {
                let end = self.led(&range[at + word.len()..], lead)?;
                self.begins(&range[..at], end, from.is_some()).then_some(end)
            })
        })
    }

    /// Whether a range that ends on this day may begin so.
    fn begins(&self, text: &str, end: Day, is_from: bool) -> bool {
        let name = without_start(text, &["تاریخ", "مورخ", "روز"]);
        if let Some(day) = parse_ordinal(name).or_else(|| parse_cardinal(name)) {
            return day < u32::from(end.jalali().day) && day > 0;
        }
        if is_event(text) || ["ابتدا", "هماکنون", "حالا"].contains(&name) {
            return is_from;
        }
        let start = self.day(name, Lead::Nothing);
        start.is_some_and(|start| start < end)
    }
}

fn first_of_month(day: Day) -> Day {
    day.plus_days(1 - i64::from(day.jalali().day))
}

/// «فردا ساعت ۱۰»: the hour says nothing of the day.
fn without_time_at_end(text: &str) -> &str {
    let before = text
        .rfind("ساعت")
        .filter(|at| TimeOfDay::parse(&text[*at..]).is_ok())
        .map(|at| text[..at].trim_end_matches([',', '-']));
    let before = before.map(|before| without_end(before, &["تا", "حداکثرتا", "راس"]));
    before.filter(|before| !before.is_empty()).unwrap_or(text)
}

/// «ساعت ۱۲ ظهر روز شنبه»: what stands behind the hour.
fn after_time(text: &str) -> Option<&str> {
    let clock = text.strip_prefix("ساعت")?;
    let behind = clock.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    if behind.len() == clock.len() {
        return None;
    }
    let hour = &clock[..clock.len() - behind.len()];
    TimeOfDay::parse(hour).ok()?;
    Some(without_start(behind, &PARTS_OF_DAY).trim_start_matches([',', '-', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tight::tight;

    #[test]
    fn the_tables_are_in_tight_form() {
        let leads = LEADS.iter().map(|(word, _)| *word);
        for word in leads.chain(BETWEEN).chain(PARTS_OF_DAY) {
            assert_eq!(tight(word), word);
        }
    }

    #[test]
    fn no_lead_begins_like_another_that_it_is_made_of() {
        for (word, _) in LEADS {
            let mut rest = word;
            while let Some((lead, _)) = LEADS
                .iter()
                .find(|(lead, _)| *lead != word && rest.starts_with(lead))
            {
                rest = &rest[lead.len()..];
            }
            assert!(!rest.is_empty(), "{word}");
        }
    }
}

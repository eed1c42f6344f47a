//! "By the end of Mehr", "the first half of the year", "the end of next week": the last day of a period in words.
//! It does not know deadlines. All text here is in tight form.

use super::rounds::end_of_months;
use crate::calendar::{Day, Weekday, month_length, parse_month, parse_weekday, parse_year};

/// Which year's period is meant.
#[derive(Clone, Copy, PartialEq)]
enum Year {
    /// «سال ۱۴۰۱»
    Given(i32),
    /// «سال جاری»: the session's.
    This,
    /// «سال آینده»: the one after the session's.
    Next,
    /// «سال», or none named: the period that ends next, on the session's day or after it.
    Coming,
}

/// A month and a day in it, cut to the month's length in the year that is meant.
type MonthDay = (u8, u8);

const NEXT: [&str; 3] = ["اینده", "اتی", "بعد"];
const ENDS: [&str; 8] = [
    "پایانوقتاداری",
    "اخروقتاداری",
    "پایانساعتاداری",
    "قبلازپایان",
    "پیشازپایان",
    "پایان",
    "اخر",
    "انتهای",
];
const PARTS_OF_MONTH: [(&str, u8); 7] = [
    ("نیمهاول", 15),
    ("نیمهنخست", 15),
    ("نیمه", 15),
    ("نیمهدوم", 31),
    ("دههاول", 10),
    ("دههدوم", 20),
    ("دههسوم", 31),
];
/// Parts that divide the year, with their months.
const PARTS_OF_YEAR: [(&str, u8); 6] = [
    ("سهماهه", 3),
    ("سهماه", 3),
    ("فصل", 3),
    ("ششماهه", 6),
    ("ششماه", 6),
    ("نیمسال", 6),
];
const HALVES_OF_YEAR: [(&str, u8); 3] = [("نیمهاول", 6), ("نیمهنخست", 6), ("نیمهدوم", 12)];
const COUNTS: [(&str, u8); 5] = [("اول", 1), ("نخست", 1), ("دوم", 2), ("سوم", 3), ("چهارم", 4)];
const SEASONS: [(&str, u8); 4] = [("بهار", 3), ("تابستان", 6), ("پاییز", 9), ("زمستان", 12)];

/// Returns the text after «پایان» and the like, `None` where it begins with none of them.
pub(super) fn after_end_word(text: &str) -> Option<&str> {
    ENDS.iter().find_map(|word| text.strip_prefix(word))
}

/// Returns the last day of the period; without a session only of periods whose year is written.
pub(super) fn last_day(text: &str, session: Option<Day>) -> Option<Day> {
    let ended = after_end_word(text);
    let name = ended.unwrap_or(text);
    let around_session = session.and_then(|session| {
        let weekday = weekday_after(name, session);
        weekday.or_else(|| current_or_next(ended?, session))
    });
    around_session.or_else(|| {
        let (name, year, year_named) = split_year(name)?;
        let end = part_of_month(name)
            .or_else(|| part_of_year(name, year_named))
            .or_else(|| ended.and(whole(name, year_named)))?;
        in_year(end, year, session)
    })
}

/// Reads «شنبه» (the next one) and «شنبه هفته آینده» (the one of the week that begins next).
fn weekday_after(name: &str, session: Day) -> Option<Day> {
    let next_week = NEXT
        .iter()
        .find_map(|word| name.strip_suffix(word)?.strip_suffix("هفته"));
    let weekday = parse_weekday(next_week.unwrap_or(name))?;
    let from = if next_week.is_some() {
        session.end_of_week()
    } else {
        session
    };
    let ahead = 1 + i64::from(weekday.days_since(tomorrow(from)));
    Some(from.plus_days(ahead))
}

fn tomorrow(day: Day) -> Weekday {
    day.weekday().succ()
}

/// Reads the week, month or season the session lies in, or the one after: «هفته جاری», «این ماه», «ماه آینده», «فصل».
fn current_or_next(name: &str, session: Day) -> Option<Day> {
    let next = NEXT.iter().find_map(|word| name.strip_suffix(word));
    let this = name
        .strip_suffix("جاری")
        .or_else(|| name.strip_prefix("همین"))
        .or_else(|| name.strip_prefix("این"));
    let end_of = |day: Day| match next.or(this).unwrap_or(name) {
        "هفته" => Some(day.end_of_week()),
        "ماه" => Some(day.end_of_month()),
        "فصل" => Some(end_of_months(day, 3)),
        _ => None,
    };
    let end = end_of(session)?;
    if next.is_some() {
        end_of(end.plus_days(1))
    } else {
        Some(end)
    }
}

/// Splits the year off the end; says also whether a year or the word for it was there.
fn split_year(name: &str) -> Option<(&str, Year, bool)> {
    let before_digits = name.trim_end_matches(|last: char| last.is_ascii_digit());
    if before_digits.len() < name.len() {
        let year = parse_year(&name[before_digits.len()..])?;
        return Some((
            before_digits.strip_suffix("سال").unwrap_or(before_digits),
            Year::Given(year),
            true,
        ));
    }
    if let Some(rest) = name
        .strip_suffix("سالجاری")
        .or_else(|| name.strip_suffix("امسال"))
    {
        return Some((rest, Year::This, true));
    }
    if let Some(rest) = NEXT
        .iter()
        .find_map(|word| name.strip_suffix(word)?.strip_suffix("سال"))
    {
        return Some((rest, Year::Next, true));
    }
    if let Some(rest) = name.strip_suffix("جاری") {
        return Some((rest, Year::This, false));
    }
    let without = name.strip_suffix("سال");
    Some((without.unwrap_or(name), Year::Coming, without.is_some()))
}

/// Reads «نیمه اول مهر», «دهه سوم آبان ماه».
fn part_of_month(name: &str) -> Option<MonthDay> {
    PARTS_OF_MONTH
        .iter()
        .find_map(|&(part, day)| Some((month(name.strip_prefix(part)?)?, day)))
}

/// Reads «سه ماهه اول», «شش ماهه دوم», «نیمسال اول», and «نیمه اول» where a year is named beside it.
fn part_of_year(name: &str, year_named: bool) -> Option<MonthDay> {
    let half = HALVES_OF_YEAR
        .iter()
        .find(|(half, _)| year_named && *half == name)
        .map(|&(_, end)| end);
    let counted = || {
        PARTS_OF_YEAR.iter().find_map(|&(part, months)| {
            let count = name.strip_prefix(part)?;
            let (_, count) = COUNTS.iter().find(|(word, _)| *word == count)?;
            Some(months * count).filter(|&end| end <= 12)
        })
    };
    Some((half.or_else(counted)?, 31))
}

/// Reads «مهر», «فصل پاییز», and nothing where only the year stands.
fn whole(name: &str, year_named: bool) -> Option<MonthDay> {
    if name.is_empty() {
        return year_named.then_some((12, 31));
    }
    let season = name.strip_prefix("فصل").unwrap_or(name);
    let season = SEASONS
        .iter()
        .find(|(word, _)| *word == season)
        .map(|&(_, end)| end);
    Some((season.or_else(|| month(name))?, 31))
}

fn month(name: &str) -> Option<u8> {
    parse_month(name.strip_prefix("ماه").unwrap_or(name))
}

fn in_year((month, day): MonthDay, year: Year, session: Option<Day>) -> Option<Day> {
    let of = |year: i32| Day::from_jalali(year, month, day.min(month_length(year, month))).ok();
    let now = session.map(|session| session.jalali().year);
    match year {
        Year::Given(year) => of(year),
        Year::This => of(now?),
        Year::Next => of(now? + 1),
        Year::Coming => of(now?)
            .filter(|&end| Some(end) >= session)
            .or_else(|| of(now? + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tight::tight;

    #[test]
    fn the_tables_are_in_tight_form() {
        let tables = [
            &PARTS_OF_MONTH[..],
            &PARTS_OF_YEAR,
            &HALVES_OF_YEAR,
            &COUNTS,
            &SEASONS,
        ]
        .concat();
        let words = tables.into_iter().map(|(word, _)| word);
        for word in words.chain(NEXT).chain(ENDS) {
            assert_eq!(tight(word), word);
        }
    }
}

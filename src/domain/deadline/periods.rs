//! Periods in words: a week, a part of a month, a month, a season, a part of a year, a year, with first and last day.
//! It does not know deadlines. All text here is in tight form.

use super::rounds::end_of_months;
use crate::calendar::{Day, month_length, parse_month, parse_year};

/// A period and whether it is a part of a larger one: «تا نیمه اول مهر» means its end, «تا مهر» may mean its start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Period {
    pub(super) first: Day,
    pub(super) last: Day,
    pub(super) is_part: bool,
}

/// Which year's period is meant.
#[derive(Clone, Copy, PartialEq)]
enum Year {
    /// «سال ۱۴۰۱»
    Given(i32),
    /// «سال جاری»: the session's.
    This,
    /// «سال آینده»: the one after the session's.
    Next,
    /// «سال», or none named: the period whose day comes next, on the session's day or after it.
    Coming,
}

/// A part of a year: from a month and day to a month and day, the last cut to the month's length.
#[derive(Clone, Copy)]
struct PartOfYear {
    first: (u8, u8),
    last: (u8, u8),
    is_part: bool,
}

pub(super) const NEXT: [&str; 5] = ["اینده", "اتی", "بعدی", "بعد", "پیشرو"];
const ENDS: [&str; 14] = [
    "پایانوقتاداری",
    "اخروقتاداری",
    "پایانساعتاداری",
    "اخرساعتاداری",
    "پایانوقتکاری",
    "پایانساعتکاری",
    "پایانوقت",
    "اخروقت",
    "اخریروز",
    "اخرینروز",
    "پایان",
    "اخر",
    "انتهای",
    "اتمام",
];
const STARTS: [&str; 5] = ["ابتدای", "اغاز", "شروع", "اولینروز", "اول"];
/// Parts of a month with first and last day.
const PARTS_OF_MONTH: [(&str, u8, u8); 17] = [
    ("نیمهاول", 1, 15),
    ("نیمهنخست", 1, 15),
    ("نیمهدوم", 16, 31),
    ("نیمه", 15, 15),
    ("دههاول", 1, 10),
    ("دههنخست", 1, 10),
    ("دههدوم", 11, 20),
    ("دههسوم", 21, 31),
    ("دههاخر", 21, 31),
    ("دههپایانی", 21, 31),
    ("هفتهاول", 1, 7),
    ("هفتهنخست", 1, 7),
    ("هفتهدوم", 8, 14),
    ("هفتهسوم", 15, 21),
    ("هفتهاخر", 24, 31),
    ("هفتهپایانی", 24, 31),
    ("دهروزاول", 1, 10),
];
/// Parts that divide the year, with their months.
const PARTS_OF_YEAR: [(&str, u8); 16] = [
    ("سهماهه", 3),
    ("سهماه", 3),
    ("3ماهه", 3),
    ("3ماه", 3),
    ("فصل", 3),
    ("چهارماهه", 4),
    ("4ماهه", 4),
    ("ششماهه", 6),
    ("ششماه", 6),
    ("6ماهه", 6),
    ("6ماه", 6),
    ("نیمسال", 6),
    ("نیمهسال", 6),
    ("نیمه", 6),
    ("نهماهه", 9),
    ("9ماهه", 9),
];
const COUNTS: [(&str, u8); 6] = [
    ("اول", 1),
    ("نخست", 1),
    ("ابتدای", 1),
    ("دوم", 2),
    ("سوم", 3),
    ("چهارم", 4),
];
const LAST: [&str; 2] = ["پایانی", "اخر"];
const SEASONS: [(&str, u8); 4] = [("بهار", 3), ("تابستان", 6), ("پاییز", 9), ("زمستان", 12)];
/// The ten days to 22 Bahman, and what they are called.
const DAWN_DAYS: PartOfYear = PartOfYear {
    first: (11, 12),
    last: (11, 22),
    is_part: false,
};
const DAWN_NAMES: [&str; 3] = ["دههفجر", "دههمبارکفجر", "ایامدههفجر"];

/// Returns the text after «پایان» and the like, `None` where it begins with none of them.
pub(super) fn after_end_word(text: &str) -> Option<&str> {
    ENDS.iter().find_map(|word| text.strip_prefix(word))
}

/// Returns the text after «ابتدای» and the like, `None` where it begins with none of them.
pub(super) fn after_start_word(text: &str) -> Option<&str> {
    STARTS.iter().find_map(|word| text.strip_prefix(word))
}

/// Returns the day that `day_of` takes of the period; without a session only of periods whose year is written. Where no
/// year is said it is the first whose day does not lie before the session.
pub(super) fn period(
    name: &str,
    is_end: bool,
    session: Option<Day>,
    day_of: &impl Fn(Period) -> Option<Day>,
) -> Option<Day> {
    let around_session = session.and_then(|session| current_or_next(name, is_end, session));
    if let Some(period) = around_session {
        return day_of(period);
    }
    let (name, year, year_named) = split_year(name)?;
    let part = part_of_month(name)
        .or_else(|| part_of_year(name, year_named))
        .or_else(|| whole(name, year_named && (is_end || year != Year::Coming)))?;
    let in_year = |year: i32| day_of(part.in_year(year)?);
    let now = session.map(|session| session.jalali().year);
    match year {
        Year::Given(year) => in_year(year),
        Year::This => in_year(now?),
        Year::Next => in_year(now? + 1),
        Year::Coming => in_year(now?)
            .filter(|&day| Some(day) >= session)
            .or_else(|| in_year(now? + 1)),
    }
}

/// Reads the week, month or season the session lies in, or the one after, and parts of such a month: «هفته جاری», «این
/// ماه», «ماه آینده», «نیمه اول ماه آینده». «هفته» alone is one only behind «پایان».
fn current_or_next(name: &str, is_end: bool, session: Day) -> Option<Period> {
    let next = NEXT.iter().find_map(|word| name.strip_suffix(word));
    let this = name
        .strip_suffix("جاری")
        .or_else(|| ["همین", "این"].iter().find_map(|word| name.strip_prefix(word)));
    let named = next.or(this).or(is_end.then_some(name));
    let around = |day: Day, unit: &str| {
        let (first, last) = match unit {
            "هفته" => (day.end_of_week().plus_days(-6), day.end_of_week()),
            "ماه" => (first_of_month(day), day.end_of_month()),
            "فصل" => {
                let last = end_of_months(day, 3);
                (first_of_month(first_of_month(last).plus_months(-2)), last)
            }
            _ => return None,
        };
        Some(Period {
            first,
            last,
            is_part: false,
        })
    };
    let of = |unit: &str| {
        let period = around(session, unit)?;
        if next.is_some() {
            around(period.last.plus_days(1), unit)
        } else {
            Some(period)
        }
    };
    if let Some(period) = named.and_then(of) {
        return Some(period);
    }
    let part = next.or(this).unwrap_or(name);
    let month_at_end = part
        .strip_suffix("همینماه")
        .or_else(|| part.strip_suffix("اینماه"));
    let part = month_at_end.or_else(|| next.or(this).and(part.strip_suffix("ماه")))?;
    let (_, first, last) = PARTS_OF_MONTH.iter().find(|(name, ..)| *name == part)?;
    let month = of("ماه")?.first;
    let day = |day: u8| month.plus_days(i64::from(day) - 1).min(month.end_of_month());
    Some(Period {
        first: day(*first),
        last: day(*last),
        is_part: true,
    })
}

fn first_of_month(day: Day) -> Day {
    day.plus_days(1 - i64::from(day.jalali().day))
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
    let this = ["سالجاری", "امسال", "همینسال"];
    if let Some(rest) = this.iter().find_map(|word| name.strip_suffix(word)) {
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

/// Reads «نیمه اول مهر», «دهه سوم آبان ماه», «هفته اول مهر».
fn part_of_month(name: &str) -> Option<PartOfYear> {
    PARTS_OF_MONTH.iter().find_map(|&(part, first, last)| {
        let month = month(name.strip_prefix(part)?)?;
        Some(PartOfYear {
            first: (month, first),
            last: (month, last),
            is_part: true,
        })
    })
}

/// Reads «سه ماهه اول», «شش ماهه دوم», «نیمسال اول», and «نیمه اول» where a year is named beside it.
fn part_of_year(name: &str, year_named: bool) -> Option<PartOfYear> {
    PARTS_OF_YEAR.iter().find_map(|&(part, months)| {
        let count = name.strip_prefix(part)?;
        if part == "نیمه" && !year_named {
            return None;
        }
        let last = LAST.contains(&count).then_some(12);
        let counted = COUNTS.iter().find(|(word, _)| *word == count);
        let last = last
            .or(counted.map(|(_, count)| months * count))
            .filter(|&end| end <= 12)?;
        Some(PartOfYear {
            first: (last + 1 - months, 1),
            last: (last, 31),
            is_part: true,
        })
    })
}

/// Reads «مهر», «فصل پاییز», «دهه فجر», and the year where nothing else stands and it may be one.
fn whole(name: &str, may_be_year: bool) -> Option<PartOfYear> {
    let from_to = |first: (u8, u8), last: (u8, u8)| PartOfYear {
        first,
        last,
        is_part: false,
    };
    if name.is_empty() {
        return may_be_year.then_some(from_to((1, 1), (12, 31)));
    }
    if DAWN_NAMES.contains(&name) {
        return Some(DAWN_DAYS);
    }
    let season = name.strip_prefix("فصل").unwrap_or(name);
    if let Some((_, end)) = SEASONS.iter().find(|(word, _)| *word == season) {
        return Some(from_to((end - 2, 1), (*end, 31)));
    }
    let month = month(name)?;
    Some(from_to((month, 1), (month, 31)))
}

fn month(name: &str) -> Option<u8> {
    parse_month(name.strip_prefix("ماه").unwrap_or(name))
}

impl PartOfYear {
    fn in_year(self, year: i32) -> Option<Period> {
        let PartOfYear { first, last, is_part } = self;
        let day =
            |(month, day): (u8, u8)| Day::from_jalali(year, month, day.min(month_length(year, month))).ok();
        Some(Period {
            first: day(first)?,
            last: day(last)?,
            is_part,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tight::tight;

    #[test]
    fn the_tables_are_in_tight_form() {
        let tables = [&PARTS_OF_YEAR[..], &COUNTS, &SEASONS].concat();
        let words = tables.into_iter().map(|(word, _)| word);
        let parts = PARTS_OF_MONTH.iter().map(|(word, ..)| *word);
        for word in words
            .chain(parts)
            .chain(DAWN_NAMES)
            .chain(NEXT)
            .chain(ENDS)
            .chain(STARTS)
            .chain(LAST)
        {
            assert_eq!(tight(word), word);
        }
    }
}

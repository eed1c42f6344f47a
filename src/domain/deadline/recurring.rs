//! What recurs: «سه ماه یکبار», «هر ساله», «ماهی دو بار», «یک هفته در میان», «پایان هر ماه», «پنجم هر ماه».
//! It does not know days. All text here is in tight form, but for the one whose blanks are asked for.

use super::periods::after_end_word;
use super::reading::{without_end, without_start};
use super::{Meaning, PeriodDay};
use crate::calendar::{Span, parse_span, parse_weekday};
use crate::text::numeral::{parse_cardinal, parse_ordinal};
use crate::text::tight::tight;

/// Words that say it alone, «یکبار» behind them or not.
const WORDS: [(&str, Span); 11] = [
    ("روزانه", Span::Days(1)),
    ("هفتگی", Span::Weeks(1)),
    ("ماهانه", Span::Months(1)),
    ("ماهیانه", Span::Months(1)),
    ("فصلی", Span::Months(3)),
    ("سالانه", Span::Years(1)),
    ("سالیانه", Span::Years(1)),
    ("همهروزه", Span::Days(1)),
    ("همهساله", Span::Years(1)),
    ("همهماهه", Span::Months(1)),
    ("همههفته", Span::Weeks(1)),
];
/// Words before them that add nothing.
const MANNER: [&str; 11] = [
    "بصورت",
    "بهصورت",
    "بطور",
    "بهطور",
    "بشکل",
    "بهشکل",
    "پیگیری",
    "گزارش",
    "حداکثر",
    "در",
    "تا",
];
const UNITS: [(&str, Span); 5] = [
    ("روز", Span::Days(1)),
    ("هفته", Span::Weeks(1)),
    ("ماه", Span::Months(1)),
    ("فصل", Span::Months(3)),
    ("سال", Span::Years(1)),
];
const TIMES: [&str; 4] = ["بار", "مرتبه", "نوبت", "دفعه"];
/// Parts of a month, with their last day.
const PARTS_OF_MONTH: [(&str, u8); 11] = [
    ("ابتدای", 1),
    ("اغاز", 1),
    ("شروع", 1),
    ("هفتهاول", 7),
    ("دههاول", 10),
    ("دههدوم", 20),
    ("دههسوم", 31),
    ("نیمهاول", 15),
    ("نیمهدوم", 31),
    ("نیمه", 15),
    ("اخرینروز", 31),
];

/// Whether «هر» is a word of the text, before something that recurs: «هر ماه», «هرسال», but not «هر چه زودتر».
pub(super) fn is_said(written: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{200C}';
    let mut words = written.split(is_blank).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let word = tight(word);
        let Some(rest) = word
            .trim_matches(['(', ')', '"', ',', '.', ':', '-'])
            .strip_prefix("هر")
        else {
            continue;
        };
        let glued = UNITS.iter().any(|(unit, _)| rest.starts_with(unit));
        let apart = rest.is_empty() && words.peek().is_some_and(|next| !tight(next).starts_with("چه"));
        if glued || apart {
            return true;
        }
    }
    false
}

/// Reads what recurs. `each` says that «هر» is one of its words, so that «هرماه» is no Mehr.
pub(super) fn read(text: &str, each: bool) -> Option<Meaning> {
    let text = without_start(text, &MANNER);
    if let Some(place) = day_of_every(text, each) {
        return Some(place);
    }
    if let Some(period) = after_end_word(text).and_then(|rest| rest.strip_prefix("هر")) {
        return period_of_calendar(period).map(Meaning::AtEndOfEvery);
    }
    let span = word(text)
        .or_else(|| every_other(text))
        .or_else(|| times_a_unit(text))
        .or_else(|| once(text))?;
    Some(Meaning::Every(span))
}

fn word(text: &str) -> Option<Span> {
    let (_, span) = WORDS.iter().find(|(word, _)| *word == text)?;
    Some(*span)
}

/// Reads «سه ماه یکبار», «هر سه ماه», «هر ساله», «ماهانه یک بار».
fn once(text: &str) -> Option<Span> {
    let each = text.strip_prefix("هر");
    let length = each.unwrap_or(text);
    let once = TIMES.iter().find_map(|times| {
        let count = length.strip_suffix(times)?;
        count.strip_suffix("یک").or_else(|| count.strip_suffix('1'))
    });
    let length = once.or(each)?;
    parse_span(length)
        .or_else(|| one(length))
        .or_else(|| word(length))
}

fn one(unit: &str) -> Option<Span> {
    let unit = ["ای", "ی"]
        .iter()
        .find_map(|end| unit.strip_suffix(end))
        .unwrap_or(unit);
    let named = |name: &str| UNITS.iter().find(|(word, _)| *word == name);
    let (_, span) = named(unit).or_else(|| named(unit.strip_suffix('ه')?))?;
    Some(*span)
}

/// Reads «یک هفته در میان»: every second one.
fn every_other(text: &str) -> Option<Span> {
    let skipped = text.strip_suffix("درمیان")?;
    let skipped = skipped
        .strip_prefix("یک")
        .or(skipped.strip_prefix('1'))
        .unwrap_or(skipped);
    one(skipped).map(|span| span.times(2))
}

/// Reads «ماهی دو بار», «هر سال ۲ نوبت», «دو بار در ماه».
fn times_a_unit(text: &str) -> Option<Span> {
    let behind = || {
        let counted = TIMES.iter().find_map(|times| text.strip_suffix(times))?;
        let unit = counted.strip_prefix("هر").unwrap_or(counted);
        unit.char_indices().skip(1).find_map(|(at, _)| {
            let unit_span = one(&unit[..at]).or_else(|| word(&unit[..at]))?;
            part(unit_span, parse_cardinal(&unit[at..])?)
        })
    };
    let before = || {
        let (count, unit) = TIMES
            .iter()
            .find_map(|times| text.split_once(&format!("{times}در")))?;
        part(one(without_start(unit, &["هر"]))?, parse_cardinal(count)?)
    };
    behind().or_else(before)
}

/// A unit divided into equal parts, where the calendar has a length for them; half a month is fifteen days.
fn part(unit: Span, count: u32) -> Option<Span> {
    match (unit, count) {
        (unit, 1) => Some(unit),
        (Span::Months(1), 2) => Some(Span::Days(15)),
        (Span::Months(1), 3) => Some(Span::Days(10)),
        (Span::Years(1), 2 | 3 | 4 | 6 | 12) => Some(Span::Months(12 / count)),
        _ => None,
    }
}

/// Returns a span that the calendar itself is divided into.
fn period_of_calendar(text: &str) -> Option<Span> {
    one(text).or_else(|| parse_span(text)).filter(|span| match span {
        Span::Weeks(1) | Span::Years(1) => true,
        Span::Months(months) => 12 % months == 0,
        _ => false,
    })
}

/// Reads «پنجم هر ماه», «هر ماه تا بیستم», «شنبه هر هفته», «هر شنبه», «شنبه‌ها».
fn day_of_every(text: &str, each: bool) -> Option<Meaning> {
    let of_week = text.strip_suffix("ها").or_else(|| text.strip_prefix("روزهای"));
    if let Some(weekday) = of_week.and_then(parse_weekday) {
        return Some(Meaning::OnEvery(PeriodDay::OfWeek(weekday)));
    }
    if !each {
        return None;
    }
    let (before, after) = text.split_once("هر")?;
    if let Some(rest) = after_unit(after, "ماه") {
        return of_month(on_one_side(before, rest)?);
    }
    let name = match after_unit(after, "هفته") {
        Some(rest) => on_one_side(before, rest)?,
        None if before.is_empty() => after,
        None => return None,
    };
    parse_weekday(without_end(name, &["ها"])).map(|weekday| Meaning::OnEvery(PeriodDay::OfWeek(weekday)))
}

/// What stands behind «ماه» or «ماهه».
fn after_unit<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(unit)?;
    Some(rest.strip_prefix('ه').unwrap_or(rest))
}

/// The place in the period, which stands before it or behind it.
fn on_one_side<'a>(before: &'a str, after: &'a str) -> Option<&'a str> {
    match (before, without_start(after, &MANNER)) {
        (place, "") | ("", place) if !place.is_empty() => Some(place),
        _ => None,
    }
}

fn of_month(place: &str) -> Option<Meaning> {
    let place = place.strip_prefix("روز").unwrap_or(place);
    let part = PARTS_OF_MONTH.iter().find(|(part, _)| *part == place);
    let day = match part {
        Some(&(_, day)) => day,
        None => u8::try_from(parse_ordinal(place).or_else(|| parse_cardinal(place))?).ok()?,
    };
    match day {
        31 if part.is_some() => Some(Meaning::AtEndOfEvery(Span::Months(1))),
        1..=31 => Some(Meaning::OnEvery(PeriodDay::OfMonth(day))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_tight_form() {
        let tables = WORDS.iter().chain(&UNITS).map(|(word, _)| *word);
        let parts = PARTS_OF_MONTH.iter().map(|(word, _)| *word);
        for word in tables.chain(parts).chain(MANNER).chain(TIMES) {
            assert_eq!(tight(word), word);
        }
    }

    #[test]
    fn each_is_a_word_of_its_own() {
        for written in [
            "پنجم هر ماه",
            "تا بیستم هرماه",
            "هر ساله",
            "پنجم‌هر‌ماه",
            "مستمر (هر سه ماه)",
        ] {
            assert!(is_said(written), "{written}");
        }
        for written in [
            "پنج مهر ماه",
            "هر چه زودتر",
            "هرچه سریع‌تر",
            "هرمزگان",
            "تا پایان مهر",
        ] {
            assert!(!is_said(written), "{written}");
        }
    }
}

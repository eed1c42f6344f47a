//! Days near the session in words: «فردا», «پایان وقت اداری», «شنبه آینده»; and weekdays beside a date.
//! It does not know dates. All text here is in tight form.

use super::periods::NEXT;
use super::reading::{without_end, without_start};
use crate::calendar::{Day, Weekday, parse_weekday};

/// Parts of the day around «امروز» and «فردا».
pub(super) const PARTS_OF_DAY: [&str; 5] = ["صبح", "ظهر", "بعدازظهر", "عصر", "شب"];

/// Reads «امروز», «فردا صبح», «پایان وقت اداری».
pub(super) fn near_day(text: &str, is_end: bool, session: Day) -> Option<Day> {
    let name = without_start(without_end(text, &PARTS_OF_DAY), &["همین"]);
    let name = without_start(without_start(name, &PARTS_OF_DAY), &["روز"]);
    match name {
        "امروز" | "جاری" | "همانروز" => Some(session),
        "" | "جلسه" if is_end => Some(session),
        "فردا" => Some(session.plus_days(1)),
        "پسفردا" => Some(session.plus_days(2)),
        _ => None,
    }
}

/// «پایان وقت اداری», «پایان روز», «پایان جلسه», and no other end.
pub(super) fn is_end_of_day(text: &str) -> bool {
    ["وقت", "ساعت", "روز", "جلسه"]
        .iter()
        .any(|word| text.contains(word))
}

/// Reads «شنبه» and «شنبه آینده» (the next one), «شنبه هفته آینده» (the one of the week that begins next), «شنبه همین
/// هفته» where it has not passed.
pub(super) fn weekday(name: &str, session: Day) -> Option<Day> {
    let weeks = || NEXT.iter().map(|word| (word, "هفته"));
    let of_next_week = weeks()
        .find_map(|(word, week)| name.strip_suffix(word)?.strip_suffix(week))
        .or_else(|| weeks().find_map(|(word, week)| name.strip_prefix(week)?.strip_prefix(word)))
        .map(|rest| rest.trim_start_matches(','));
    let of_this_week = ["هفتهجاری", "همینهفته", "اینهفته"]
        .iter()
        .find_map(|word| name.strip_suffix(word).or_else(|| name.strip_prefix(word)));
    let next = || NEXT.iter().find_map(|word| name.strip_suffix(word));
    let bare = of_next_week.or(of_this_week).or_else(next).unwrap_or(name);
    let weekday = parse_weekday(bare)?;
    let from = match (of_next_week, of_this_week) {
        (Some(_), _) => session.end_of_week(),
        (None, Some(_)) => session.plus_days(-1),
        (None, None) => session,
    };
    let ahead = 1 + i64::from(weekday.days_since(tomorrow(from)));
    let day = from.plus_days(ahead);
    (of_this_week.is_none() || day <= session.end_of_week()).then_some(day)
}

fn tomorrow(day: Day) -> Weekday {
    day.weekday().succ()
}

/// «۱۴۰۴/۰۷/۱۵ سه‌شنبه»: a weekday behind its date.
pub(super) fn without_weekday_at_end(text: &str) -> &str {
    let name = text
        .strip_suffix("شنبه")
        .map_or(text, |rest| without_end(rest, &["یک", "دو", "سه", "چهار", "پنج"]));
    let name = name.strip_suffix("جمعه").unwrap_or(name);
    let name = without_end(name, &["روز"]).trim_end_matches([',', '-']);
    // «شنبه» alone is a day of its own, and «۵ شنبه» no date.
    if name.is_empty() || parse_weekday(text).is_some() {
        text
    } else {
        name
    }
}

/// The weekday that stands beside a date. A digit before «شنبه» is the date's own, but at the start.
pub(super) fn weekday_in(text: &str) -> Option<Weekday> {
    if text.contains("جمعه") {
        return parse_weekday("جمعه");
    }
    let (before, _) = text.split_once("شنبه")?;
    let number = ["یک", "دو", "سه", "چهار", "پنج"]
        .iter()
        .find(|number| before.ends_with(**number));
    let digit = before.strip_prefix("روز").unwrap_or(before);
    let digit = ["1", "2", "3", "4", "5"].iter().find(|number| **number == digit);
    parse_weekday(&format!("{}شنبه", number.or(digit).unwrap_or(&"")))
}

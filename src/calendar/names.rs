//! The names of months and weekdays.
//! It does not know dates.

use std::sync::LazyLock;

use chrono::Weekday;

use crate::text::tight::tight;

const MONTHS: [&str; 12] = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
];

/// In the order of the week, which begins on Saturday.
const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Sat, "شنبه"),
    (Weekday::Sun, "یکشنبه"),
    (Weekday::Mon, "دوشنبه"),
    (Weekday::Tue, "سه\u{200C}شنبه"),
    (Weekday::Wed, "چهارشنبه"),
    (Weekday::Thu, "پنجشنبه"),
    (Weekday::Fri, "جمعه"),
];

/// Returns the name of a Jalali month, empty for a number that is not 1 to 12.
pub fn month_name(month: u8) -> &'static str {
    usize::from(month)
        .checked_sub(1)
        .and_then(|at| MONTHS.get(at))
        .copied()
        .unwrap_or("")
}

/// Reads a month's name in any spelling, with or without «ماه»; returns 1 to 12.
///
/// ```
/// use dabir::calendar::parse_month;
/// assert_eq!(parse_month("آذرماه"), Some(9));
/// assert_eq!(parse_month("امرداد"), Some(5));
/// ```
pub fn parse_month(text: &str) -> Option<u8> {
    let text = tight(text);
    let (rest, month) = month_at_end(&text)?;
    rest.is_empty().then_some(month)
}

/// The months as tight texts have them.
static TIGHT_MONTHS: LazyLock<Vec<String>> =
    LazyLock::new(|| (1..=12).map(|month| tight(month_name(month))).collect());

/// Returns the month a tight text ends with, and what stands before it.
pub(super) fn month_at_end(tight_text: &str) -> Option<(&str, u8)> {
    let text = tight_text.strip_suffix("ماه").unwrap_or(tight_text);
    if let Some(rest) = text.strip_suffix("امرداد") {
        return Some((rest, 5));
    }
    let mut months = (1..).zip(TIGHT_MONTHS.iter());
    months.find_map(|(month, name)| Some((text.strip_suffix(name.as_str())?, month)))
}

/// Returns the Persian name of a weekday.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS[weekday.days_since(Weekday::Sat) as usize % 7].1
}

/// Reads a weekday in any spelling: «پنج شنبه», «پنجشنبه», «۵ شنبه», «روز جمعه».
///
/// ```
/// use dabir::calendar::{Weekday, parse_weekday};
/// assert_eq!(parse_weekday("سه شنبه"), Some(Weekday::Tue));
/// ```
pub fn parse_weekday(text: &str) -> Option<Weekday> {
    let text = tight(text);
    let (rest, weekday) = weekday_at_start(text.strip_prefix("روز").unwrap_or(&text))?;
    rest.is_empty().then_some(weekday)
}

/// Returns the weekday a tight text begins with, and what stands after it.
pub(super) fn weekday_at_start(tight_text: &str) -> Option<(&str, Weekday)> {
    let in_digits = ["", "1شنبه", "2شنبه", "3شنبه", "4شنبه", "5شنبه", "ادینه"];
    WEEKDAYS
        .iter()
        .zip(in_digits)
        .find_map(|(&(weekday, name), other)| {
            let rest = tight_text.strip_prefix(tight(name).as_str());
            let rest = rest.or_else(|| tight_text.strip_prefix(other).filter(|_| !other.is_empty()));
            Some((rest?, weekday))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for month in 1..=12 {
            assert_eq!(parse_month(month_name(month)), Some(month));
            assert_eq!(parse_month(&format!("{} ماه", month_name(month))), Some(month));
        }
        for (weekday, name) in WEEKDAYS {
            assert_eq!(weekday_name(weekday), name);
            assert_eq!(parse_weekday(name), Some(weekday));
        }
    }

    #[test]
    fn weekdays_are_read_as_people_spell_them() {
        for spelling in [
            "پنج شنبه",
            "پنج‌شنبه",
            "پنجشنبه",
            "5شنبه",
            "۵ شنبه",
            "روز پنج شنبه",
            "پنجشنبه\u{200F}",
        ] {
            assert_eq!(parse_weekday(spelling), Some(Weekday::Thu), "{spelling}");
        }
        assert_eq!(parse_weekday("يكشنبه"), Some(Weekday::Sun));
        assert_eq!(parse_weekday("شنبه ها"), None);
        assert_eq!(parse_weekday(""), None);
    }

    #[test]
    fn months_are_read_in_their_arabic_letters_too() {
        assert_eq!(parse_month("دي"), Some(10));
        assert_eq!(parse_month("ماه"), None);
        assert_eq!(month_name(0), "");
        assert_eq!(month_name(13), "");
    }
}

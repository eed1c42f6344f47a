//! The values of fields that know theirs: the words for a status, years, dates. Does not know how a filter is read.

use crate::calendar::{parse_day, parse_year};
use crate::domain::resolution::Status;
use crate::text::numeral::parse_cardinal;

/// Each status (none: overdue) with the word that is printed and others that mean it.
pub(super) const STATUSES: [(Option<Status>, &[&str]); 5] = [
    (
        Some(Status::Open),
        &[
            "باز",
            "open",
            "در دست اجرا",
            "دردست اقدام",
            "در حال اجرا",
            "در حال انجام",
            "در جریان",
            "انجام نشده",
            "اجرا نشده",
            "بسته نشده",
        ],
    ),
    (
        Some(Status::Done),
        &[
            "انجام\u{200C}شده",
            "done",
            "اجرا شده",
            "انجام",
            "انجام شد",
            "اجرا شد",
            "اجرا",
            "انجام یافته",
            "پایان یافته",
            "تمام شده",
        ],
    ),
    (
        Some(Status::Cancelled),
        &[
            "لغو",
            "cancelled",
            "canceled",
            "لغو شده",
            "لغو شد",
            "منتفی",
            "منتفی شده",
        ],
    ),
    (
        Some(Status::Superseded),
        &["جایگزین\u{200C}شده", "superseded", "جایگزین", "جایگزین شد"],
    ),
    (
        None,
        &[
            "معوق",
            "overdue",
            "معوقه",
            "عقب\u{200C}افتاده",
            "عقب مانده",
            "معوق شده",
            "دیرکرد",
            "دیر شده",
        ],
    ),
];

/// The Jalali years of minutes; a number that is none of them would find nothing, without a word.
const YEARS: std::ops::RangeInclusive<i32> = 1200..=1599;

/// The Jalali year of a text, in digits or in words; none where it is no year of minutes.
pub(super) fn year(text: &str) -> Option<i32> {
    let in_words = || {
        let year = parse_cardinal(text).and_then(|year| i32::try_from(year).ok());
        year.filter(|year| YEARS.contains(year))
    };
    parse_year(text).or_else(in_words)
}

/// Whether a word is a whole date in numbers. It is written in many ways, so that as a word it would find only one of
/// them; its field says what is meant.
pub(super) fn is_date(word: &str) -> bool {
    let parts = word.split(['/', '-', '.']);
    let is_number = |part: &str| parse_cardinal(part).is_some() && part.chars().all(char::is_numeric);
    parts.clone().count() == 3 && parts.clone().all(is_number) && parse_day(word).is_ok()
}

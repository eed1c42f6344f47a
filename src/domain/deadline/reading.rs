//! The words of deadlines: how people write them, and what each wording means.
//! It does not know when a deadline falls due.
//!
//! A wording counts as understood only where every word of it is. «دو ماه پس از تخصیص اعتبار» begins like a span, but
//! read as one it would give a false day; it stays [`Meaning::Unclear`] and is shown as written.

use super::brackets;
use super::dates::Dates;
use super::manner::{self, WordedManner};
use super::{Deadline, Meaning, next_session, recurring, spans};
use crate::calendar::{Day, Weekday};
use crate::text::tight::tight;

// The tables of this room are in tight form: letters folded, no blanks. Tests hold them to it.

/// Nobody writes a longer wording for a time; what is longer is a sentence with more in it.
const MOST_BYTES: usize = 1000;
/// What says only that a deadline follows.
const LABELS: &[&str] = &[
    "مهلتزمانی",
    "مهلتانجامکار",
    "مهلتاقدام",
    "مهلتانجام",
    "مهلتاجرا",
    "مهلتپیگیری",
    "مهلت",
    "زمانبندی",
    "زماناقدام",
    "زمانانجام",
    "زماناجرا",
    "زمانپیگیری",
    "زمان",
    "مدت",
    "موعدمقرر",
    "موعد",
    "سررسید",
    "تاریخاقدام",
    "تاریخانجام",
    "تاریخاجرا",
    "تاریخسررسید",
    "انجامکار",
];
/// What is to be done in the time, where nothing is said of how.
const DEEDS: [&str; 12] = [
    "ارایهگزارش",
    "ارسالگزارش",
    "اعلامنتیجه",
    "اعلامگزارش",
    "ارایه",
    "ارسال",
    "گزارش",
    "پیگیری",
    "اقدام",
    "انجام",
    "اجرا",
    "طرح",
];
const CLOSINGS: &[&str] = &[
    "میباشد",
    "است",
    "باشد",
    "مطرحشود",
    "مطرحگردد",
    "بررسیشود",
    "بررسیگردد",
    "اقدامشود",
    "اقدامگردد",
    "اقدامنمایند",
    "انجامشود",
    "انجامگردد",
    "انجامپذیرد",
    "ارایهشود",
    "ارایهگردد",
    "ارایهگزارش",
    "ارسالشود",
    "ارسالگردد",
    "گزارششود",
    "گزارشگردد",
    "پیگیریشود",
    "پیگیریگردد",
    "اجراشود",
    "اجراگردد",
    "ارایهگزارششود",
];
const EDGES: [char; 16] = [
    ' ', '.', ',', ';', ':', '(', ')', '[', ']', '"', '*', '-', '_', '/', '|', '!',
];

/// Reads a deadline; words that are not understood in full give [`Meaning::Unclear`].
///
/// `session` is the day of the meeting; without it «تا پایان مهر» cannot be given a day and is unclear.
///
/// ```
/// use dabir::calendar::{Day, Span};
/// use dabir::domain::deadline::{Meaning, read_deadline};
/// let session = Day::from_jalali(1401, 3, 12).ok();
/// assert_eq!(read_deadline("ظرف مدت ۱۰ روز", session).meaning, Meaning::Within(Span::Days(10)));
/// assert_eq!(read_deadline("پس از بازدید", session).meaning, Meaning::Unclear);
/// ```
pub fn read_deadline(written: &str, session: Option<Day>) -> Deadline {
    let meaning = understood(written, &Dates::around(session));
    Deadline {
        written: written.to_owned(),
        meaning: meaning.unwrap_or_default(),
    }
}

/// What does not fit in a deadline's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineMisfit {
    /// They name a day that no calendar has: «تا ۳۱ مهر», «۱۴۰۴/۰۷/۳۱».
    NoSuchDay,
    /// They give a day another weekday than it has: the weekday written, and the day.
    WeekdayDiffers(Weekday, Day),
}

/// Returns what does not fit in a deadline's own words.
///
/// ```
/// use dabir::calendar::Day;
/// use dabir::domain::deadline::{DeadlineMisfit, misfit};
/// let session = Day::from_jalali(1401, 3, 12).ok();
/// assert_eq!(misfit("تا ۳۱ مهر", session), Some(DeadlineMisfit::NoSuchDay));
/// assert_eq!(misfit("پس از بازدید", session), None);
/// ```
pub fn misfit(written: &str, session: Option<Day>) -> Option<DeadlineMisfit> {
    let dates = Dates::around(session);
    match understood(written, &dates) {
        None => dates.met_no_such_day().then_some(DeadlineMisfit::NoSuchDay),
        Some(_) => dates
            .other_weekday()
            .map(|(weekday, day)| DeadlineMisfit::WeekdayDiffers(weekday, day)),
    }
}

fn understood(written: &str, dates: &Dates) -> Option<Meaning> {
    if written.len() > MOST_BYTES {
        return None;
    }
    let text = brackets::settled(&tight(written))?;
    let text = framed(&text);
    let each = recurring::is_said(written);
    plain(text, dates, each).or_else(|| manner_and_time(text, dates, each))
}

/// The words without label, deed and closing verb around them.
fn framed(text: &str) -> &str {
    let mut text = text.trim_matches(EDGES);
    loop {
        let before = text.len();
        text = without_start(text, LABELS).trim_start_matches(EDGES);
        text = without_start(text, &DEEDS).trim_start_matches(EDGES);
        text = without_end(text, CLOSINGS).trim_end_matches(EDGES);
        if text.len() == before {
            return text;
        }
    }
}

/// One wording of one kind. `each`: «هر» is one of its words.
fn plain(text: &str, dates: &Dates, each: bool) -> Option<Meaning> {
    let without_day = manner::read(text)
        .map(WordedManner::meaning)
        .or_else(|| recurring::read(text, each));
    // «پنجم هر ماه» and «پنج مهر ماه» are the same letters: only the blanks tell them apart.
    if without_day.is_some() || each {
        return without_day;
    }
    spans::within(text)
        .or_else(|| spans::counted_from(text))
        .or_else(|| next_session::is_named(text).then_some(Meaning::NextSession))
        .or_else(|| dates.by(text).map(Meaning::By))
}

/// «فوری - حداکثر یک هفته», «مستمر (ماهانه)»: how it is to be done and when, in either order. What says more holds.
fn manner_and_time(text: &str, dates: &Dates, each: bool) -> Option<Meaning> {
    manner::parted(text).find_map(|(manner, rest)| {
        let rest = rest.trim_matches(EDGES);
        let rest = rest.strip_prefix('و').unwrap_or(rest);
        if manner == WordedManner::Immediate && spans::is_after_session(rest) {
            return Some(Meaning::Immediate);
        }
        let time = plain(rest, dates, each)?;
        let is_a_time = !matches!(
            time,
            Meaning::Immediate | Meaning::Asap | Meaning::Continuous | Meaning::UntilResult
        );
        let fits = match manner {
            WordedManner::Immediate | WordedManner::Asap => is_a_time && !time.comes_round(),
            WordedManner::Continuous => time.comes_round(),
            WordedManner::UntilResult => false,
        };
        fits.then_some(time)
    })
}

/// Returns the text without any of the words at its start, however many there are.
pub(super) fn without_start<'a>(mut text: &'a str, words: &[&str]) -> &'a str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
    }
    text
}

/// Returns the text without the one of the words it ends with.
pub(super) fn without_end<'a>(text: &'a str, words: &[&str]) -> &'a str {
    words
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_tight_form() {
        for word in LABELS.iter().chain(&DEEDS).chain(CLOSINGS) {
            assert_eq!(tight(word), *word);
        }
    }
}

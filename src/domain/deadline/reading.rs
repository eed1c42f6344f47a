//! The words of deadlines: how people write them, and what each wording means.
//! It does not know when a deadline falls due.
//!
//! A wording counts as understood only where every word of it is. «دو ماه پس از تخصیص اعتبار» begins like a span, but
//! read as one it would give a false day; it stays [`Meaning::Unclear`] and is shown as written.

use super::periods::{after_end_word, last_day};
use super::{Deadline, Meaning};
use crate::calendar::{Day, Span, parse_day, parse_day_in_year, parse_day_on_or_after, parse_span};
use crate::text::tight::tight;

// The tables are in tight form: letters folded, no blanks. A test holds them to it.

/// Whole wordings without a number.
const FIXED: &[(&str, Meaning)] = &[
    ("فوری", Meaning::Immediate),
    ("خیلیفوری", Meaning::Immediate),
    ("فورا", Meaning::Immediate),
    ("انی", Meaning::Immediate),
    ("فوریوانی", Meaning::Immediate),
    ("انیوفوری", Meaning::Immediate),
    ("بلافاصله", Meaning::Immediate),
    ("دراسرعوقت", Meaning::Asap),
    ("اسرعوقت", Meaning::Asap),
    ("دراسرعوقتممکن", Meaning::Asap),
    ("هرچهسریعتر", Meaning::Asap),
    ("سریعا", Meaning::Asap),
    ("هرچهزودتر", Meaning::Asap),
    ("دراولینفرصت", Meaning::Asap),
    ("درکوتاهترینزمان", Meaning::Asap),
    ("درکوتاهترینزمانممکن", Meaning::Asap),
    ("مستمر", Meaning::Continuous),
    ("مستمرا", Meaning::Continuous),
    ("دایم", Meaning::Continuous),
    ("دایما", Meaning::Continuous),
    ("دایمی", Meaning::Continuous),
    ("دایمومستمر", Meaning::Continuous),
    ("مستمرودایمی", Meaning::Continuous),
    ("مداوم", Meaning::Continuous),
    ("همواره", Meaning::Continuous),
    ("همیشگی", Meaning::Continuous),
    ("درطولسال", Meaning::Continuous),
    ("طولسال", Meaning::Continuous),
    ("مستمردرطولسال", Meaning::Continuous),
    ("تاحصولنتیجه", Meaning::UntilResult),
    ("حصولنتیجه", Meaning::UntilResult),
    ("تاحصولنتیجهنهایی", Meaning::UntilResult),
    ("تاحصولنتیجهمطلوب", Meaning::UntilResult),
    ("تاحصولنتیجهکامل", Meaning::UntilResult),
    ("تارسیدنبهنتیجه", Meaning::UntilResult),
    ("تااخذنتیجه", Meaning::UntilResult),
    ("مستمرتاحصولنتیجه", Meaning::UntilResult),
    ("روزانه", Meaning::Every(Span::Days(1))),
    ("هفتگی", Meaning::Every(Span::Weeks(1))),
    ("ماهانه", Meaning::Every(Span::Months(1))),
    ("ماهیانه", Meaning::Every(Span::Months(1))),
    ("فصلی", Meaning::Every(Span::Months(3))),
    ("سالانه", Meaning::Every(Span::Years(1))),
    ("سالیانه", Meaning::Every(Span::Years(1))),
];

/// Words before the ones above that add nothing.
const MANNER: [&str; 8] = [
    "بصورت",
    "بهصورت",
    "بطور",
    "بهطور",
    "بشکل",
    "بهشکل",
    "پیگیری",
    "گزارش",
];
const ONCE: [&str; 4] = ["یکبار", "1بار", "یکمرتبه", "یکنوبت"];
const UNITS: [(&str, Span); 9] = [
    ("روز", Span::Days(1)),
    ("روزی", Span::Days(1)),
    ("هفته", Span::Weeks(1)),
    ("هفتهای", Span::Weeks(1)),
    ("ماه", Span::Months(1)),
    ("ماهی", Span::Months(1)),
    ("فصل", Span::Months(3)),
    ("سال", Span::Years(1)),
    ("سالی", Span::Years(1)),
];

const AT_MOST: [&str; 2] = ["حداکثر", "نهایتا"];
// In the lists of starts the longer words stand before the shorter ones they begin with.
const WITHIN: [&str; 10] = [
    "ظرف",
    "درظرف",
    "درمدت",
    "بهمدت",
    "بمدت",
    "مدت",
    "درطی",
    "طی",
    "مهلت",
    "تا",
];
const BY: [&str; 6] = ["لغایت", "الی", "مهلت", "تاریخ", "تا", "مورخ"];
const AFTER_SPAN: [&str; 6] = ["اینده", "اتی", "دیگر", "مهلت", "فرصت", "زمان"];

/// What a span may be counted from.
#[derive(Clone, Copy)]
enum CountedFrom {
    Session,
    Notification,
}

/// The events' names; «دریافت» alone is none, for it may be money that is received.
const STARTS: [(&str, CountedFrom); 7] = [
    ("ابلاغ", CountedFrom::Notification),
    ("دریافتمصوبه", CountedFrom::Notification),
    ("دریافتصورتجلسه", CountedFrom::Notification),
    ("برگزاریجلسه", CountedFrom::Session),
    ("جلسه", CountedFrom::Session),
    ("تصویب", CountedFrom::Session),
    ("اینتاریخ", CountedFrom::Session),
];
/// What was notified.
const OBJECTS: [&str; 5] = ["اینمصوبه", "مصوبات", "مصوبه", "اینصورتجلسه", "صورتجلسه"];

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
    let text = tight(written);
    let text = text.trim_matches([' ', '.', ',', ';', ':', '(', ')', '"', '*', '-', '_', '/']);
    let meaning = fixed(text)
        .or_else(|| every(text))
        .or_else(|| within(text))
        .or_else(|| counted_from(text))
        .or_else(|| by(text, session));
    Deadline {
        written: written.to_owned(),
        meaning: meaning.unwrap_or_default(),
    }
}

fn fixed(text: &str) -> Option<Meaning> {
    let text = without_start(text, &MANNER);
    FIXED
        .iter()
        .find(|(words, _)| *words == text)
        .map(|&(_, meaning)| meaning)
}

/// Reads «سه ماه یکبار», «هر سه ماه», «ماهی یک بار», «پایان هر ماه».
fn every(text: &str) -> Option<Meaning> {
    let text = without_start(text, &MANNER);
    let text = text.strip_prefix("در").unwrap_or(text);
    let text = text.strip_prefix("تا").unwrap_or(text);
    if let Some(period) = after_end_word(text).and_then(|rest| rest.strip_prefix("هر")) {
        return period_of_calendar(period).map(Meaning::AtEndOfEvery);
    }
    let each = text.strip_prefix("هر");
    let once = ONCE
        .iter()
        .find_map(|word| each.unwrap_or(text).strip_suffix(word));
    let length = once.or(each)?;
    parse_span(length).or_else(|| one(length)).map(Meaning::Every)
}

fn one(unit: &str) -> Option<Span> {
    UNITS
        .iter()
        .find(|(word, _)| *word == unit)
        .map(|&(_, span)| span)
}

/// Returns a span that the calendar itself is divided into.
fn period_of_calendar(text: &str) -> Option<Span> {
    one(text).or_else(|| parse_span(text)).filter(|span| match span {
        Span::Weeks(1) | Span::Years(1) => true,
        Span::Months(months) => 12 % months == 0,
        _ => false,
    })
}

/// Reads «ده روز», «ظرف مدت یک ماه», «حداکثر ظرف دو ماه آینده».
fn within(text: &str) -> Option<Meaning> {
    let (text, at_most) = without_at_most(text);
    let span = span(text)?;
    Some(if at_most {
        Meaning::AtMost(span)
    } else {
        Meaning::Within(span)
    })
}

/// Reads a span with the small words around it.
fn span(text: &str) -> Option<Span> {
    let text = without_start(text, &WITHIN);
    parse_span(without_end(text, &AFTER_SPAN))
}

/// Reads «یک ماه پس از ابلاغ», «از تاریخ ابلاغ مصوبه ظرف ده روز», «۱۰ روز از تاریخ جلسه».
fn counted_from(text: &str) -> Option<Meaning> {
    let (text, at_most) = without_at_most(text);
    let (before, after, start) = STARTS.iter().find_map(|&(event, start)| {
        let (before, after) = text.split_once(event)?;
        Some((before, after, start))
    })?;
    let before = without_end(before, &["تاریخ", "زمان"]).strip_suffix("از")?;
    let before = without_end(before, &["پس", "بعد"]);
    let after = OBJECTS
        .iter()
        .find_map(|word| after.strip_prefix(word))
        .unwrap_or(after);
    let after = after.trim_start_matches(',');
    // The span stands on one side only.
    let length = match (before, after) {
        (length, "") | ("", length) => length,
        _ => return None,
    };
    let (length, at_most_later) = without_at_most(length);
    let span = span(length)?;
    Some(match start {
        CountedFrom::Notification => Meaning::AfterNotification(span),
        CountedFrom::Session if at_most || at_most_later => Meaning::AtMost(span),
        CountedFrom::Session => Meaning::Within(span),
    })
}

/// Reads «تا ۱۴۰۰/۰۲/۱۲», «حداکثر تا پایان مهر», «۱۲ مهر», «نیمه اول مهر».
fn by(text: &str, session: Option<Day>) -> Option<Meaning> {
    let (text, _) = without_at_most(text);
    let text = without_start(text, &BY);
    let date = |text: &str| match (session, text.strip_suffix("سالجاری")) {
        (Some(session), Some(this_year)) => parse_day_in_year(this_year, session.jalali().year).ok(),
        (Some(session), None) => parse_day_on_or_after(text, session).ok(),
        (None, _) => parse_day(text).ok(),
    };
    let day = date(text)
        .or_else(|| date(after_end_word(text)?))
        .or_else(|| last_day(text, session));
    day.map(Meaning::By)
}

fn without_at_most(text: &str) -> (&str, bool) {
    let shorter = without_start(text, &AT_MOST);
    (shorter, shorter.len() < text.len())
}

/// Returns the text without any of the words at its start, however many there are.
fn without_start<'a>(mut text: &'a str, words: &[&str]) -> &'a str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
    }
    text
}

/// Returns the text without the one of the words it ends with.
fn without_end<'a>(text: &'a str, words: &[&str]) -> &'a str {
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
        let fixed = FIXED.iter().map(|(words, _)| *words);
        let units = UNITS.iter().map(|(word, _)| *word);
        let starts = STARTS.iter().map(|(word, _)| *word);
        let lists = [&MANNER[..], &ONCE, &AT_MOST, &WITHIN, &BY, &AFTER_SPAN, &OBJECTS].concat();
        for word in fixed.chain(units).chain(starts).chain(lists) {
            assert_eq!(tight(word), word);
        }
    }
}

//! Spans in a deadline, from the session or from an event: «ظرف حداکثر یک ماه», «یک ماه پس از ابلاغ».
//! It does not know days. All text here is in tight form.

use super::Meaning;
use super::reading::{without_end, without_start};
use crate::calendar::{Span, parse_span};

const AT_MOST: [&str; 5] = ["حداکثر", "نهایتا", "درنهایت", "کمتراز", "درکمتراز"];
/// The small words before a span, one by one, the longer before the shorter they begin with: «ظرف مدت», «در طول», «طی مدت زمان», «در بازه زمانی».
const WITHIN: [&str; 20] = [
    "ظرف",
    "در",
    "بازه",
    "برای",
    "با",
    "به",
    "ب",
    "مدت",
    "طی",
    "طول",
    "عرض",
    "خلال",
    "فاصله",
    "یکبازه",
    "زمانی",
    "زمان",
    "مهلت",
    "فرصت",
    "تا",
    ",",
];
const AFTER_SPAN: [&str; 12] = [
    "اینده",
    "اتی",
    "دیگر",
    "بعد",
    "مهلت",
    "فرصت",
    "زمان",
    "وقت",
    "مدت",
    "پسازان",
    ",",
    "جهتاقدام",
];
/// More months than these are hardly meant by «ماه آینده»: «تا ۱۵ ماه آینده» may be the fifteenth of the next month.
const MOST_COMING_MONTHS: u32 = 12;

/// What a span may be counted from.
#[derive(Clone, Copy, PartialEq)]
enum CountedFrom {
    Session,
    Notification,
}

/// The events' names; «دریافت» alone is none, for it may be money that is received.
const STARTS: [(&str, CountedFrom); 21] = [
    ("دریافتابلاغیه", CountedFrom::Notification),
    ("وصولابلاغیه", CountedFrom::Notification),
    ("ابلاغیه", CountedFrom::Notification),
    ("ابلاغ", CountedFrom::Notification),
    ("دریافتمصوبه", CountedFrom::Notification),
    ("دریافتصورتجلسه", CountedFrom::Notification),
    ("وصولمصوبه", CountedFrom::Notification),
    ("وصولصورتجلسه", CountedFrom::Notification),
    ("اعلام", CountedFrom::Notification),
    ("برگزاریاینجلسه", CountedFrom::Session),
    ("برگزاریجلسه", CountedFrom::Session),
    ("تشکیلجلسه", CountedFrom::Session),
    ("انعقادجلسه", CountedFrom::Session),
    ("اینجلسه", CountedFrom::Session),
    ("صورتجلسه", CountedFrom::Session),
    ("جلسه", CountedFrom::Session),
    ("تصویب", CountedFrom::Session),
    ("اینتاریخ", CountedFrom::Session),
    ("امروز", CountedFrom::Session),
    ("هماکنون", CountedFrom::Session),
    ("مصوبه", CountedFrom::Session),
];
/// What was notified, and to whom.
const OBJECTS: [&str; 13] = [
    "اینمصوبه",
    "مصوبات",
    "مصوبه",
    "اینصورتجلسه",
    "صورتجلسه",
    "جلسه",
    "رسمی",
    "بهدستگاههایاجرایی",
    "بهدستگاهها",
    "بهدستگاهمربوطه",
    "دبیرخانه",
    "توسط",
    "شده",
];

/// Reads «ده روز», «ظرف مدت یک ماه», «حداکثر ظرف دو ماه آینده», «ظرف حداکثر یک ماه».
pub(super) fn within(text: &str) -> Option<Meaning> {
    let (span, at_most) = span(text)?;
    Some(if at_most {
        Meaning::AtMost(span)
    } else {
        Meaning::Within(span)
    })
}

/// Reads a span with the small words around it, and whether they say that it is the longest time.
fn span(text: &str) -> Option<(Span, bool)> {
    let mut at_most = false;
    let mut rest = text;
    loop {
        // The words may be part of the number: «به» is read only where what follows is a span.
        let shorter = without_start(rest, &AT_MOST);
        at_most |= shorter.len() < rest.len();
        if let Some(span) = bare_span(shorter, text) {
            return Some((span, at_most));
        }
        let word = WITHIN.iter().find(|word| shorter.starts_with(**word));
        rest = &shorter[word?.len()..];
    }
}

fn bare_span(text: &str, whole: &str) -> Option<Span> {
    let mut length = text;
    while let Some(rest) = AFTER_SPAN.iter().find_map(|word| length.strip_suffix(word)) {
        length = rest;
    }
    let span = parse_span(length)?;
    let is_day_of_month = match span {
        Span::Months(months) => {
            months > MOST_COMING_MONTHS
                && length.len() < text.len()
                && !whole.contains("ظرف")
                && !whole.contains("مدت")
        }
        _ => false,
    };
    (!is_day_of_month).then_some(span)
}

/// Reads «یک ماه پس از ابلاغ», «از تاریخ ابلاغ مصوبه ظرف ده روز», «۱۰ روز از تاریخ جلسه», and «پس از ابلاغ» alone: at
/// once, as soon as it is notified.
pub(super) fn counted_from(text: &str) -> Option<Meaning> {
    STARTS.iter().find_map(|&(event, start)| {
        let (before, after) = text.split_once(event)?;
        counted(before, after, start)
    })
}

fn counted(before: &str, after: &str, start: CountedFrom) -> Option<Meaning> {
    let from = without_end(
        without_end(before, &["زمان", "روز"]),
        &["تاریخو", "تاریخ", "زمان"],
    );
    let from = from.strip_suffix("از")?;
    let before = without_end(from, &["پس", "بعد"]);
    let is_after = before.len() < from.len();
    let after = without_start(after, &OBJECTS).trim_start_matches([',', '-', ':']);
    // The span stands on one side only.
    let length = match (without_start(before, &AT_MOST), after) {
        ("", "") => "",
        (_, "") => before,
        ("", _) => after,
        _ => return None,
    };
    if length.is_empty() {
        let at_once = is_after && start == CountedFrom::Notification;
        return at_once.then_some(Meaning::AfterNotification(Span::Days(0)));
    }
    let (span, at_most_here) = span(length)?;
    let at_most = at_most_here || without_start(before, &AT_MOST).len() < before.len();
    Some(match start {
        CountedFrom::Notification => Meaning::AfterNotification(span),
        CountedFrom::Session if at_most => Meaning::AtMost(span),
        CountedFrom::Session => Meaning::Within(span),
    })
}

/// Whether it is «پس از جلسه» and the like, with no span.
pub(super) fn is_after_session(text: &str) -> bool {
    STARTS.iter().any(|&(event, start)| {
        let parts = text.split_once(event).filter(|_| start == CountedFrom::Session);
        parts.is_some_and(|(before, after)| {
            ["پساز", "بعداز"].contains(&before) && without_start(after, &OBJECTS).is_empty()
        })
    })
}

/// Whether it is the name of an event: where «از تاریخ ابلاغ تا پایان مهر» begins.
pub(super) fn is_event(text: &str) -> bool {
    let text = without_start(text, &["تاریخ", "زمان"]);
    STARTS.iter().any(|(event, _)| {
        let after = text.strip_prefix(event);
        after.is_some_and(|after| without_start(after, &OBJECTS).is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tight::tight;

    #[test]
    fn the_tables_are_in_tight_form() {
        let starts = STARTS.iter().map(|(word, _)| *word);
        for word in AT_MOST
            .into_iter()
            .chain(WITHIN)
            .chain(AFTER_SPAN)
            .chain(OBJECTS)
            .chain(starts)
        {
            assert_eq!(tight(word), word);
        }
    }
}

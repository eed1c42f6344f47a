//! Attendance: lists of names and tables of people, to who was there and how.
//! Knows no member list: names are as written.

use super::labels::MinutesPart;
use super::names::{begins_name, is_organisation, is_post, is_title};
use super::values::{ReadAttendance, ReadStatus};
use super::vocabulary::NO_PERSONS;
use super::words::{Word, bare, first_words, joined, words};

/// The status that a section gives to its names.
pub(super) fn status_of(section: MinutesPart) -> Option<ReadStatus> {
    match section {
        MinutesPart::Present => Some(ReadStatus::Present),
        MinutesPart::Video => Some(ReadStatus::Video),
        MinutesPart::Represented => Some(ReadStatus::Represented),
        MinutesPart::Excused => Some(ReadStatus::Excused),
        MinutesPart::Absent => Some(ReadStatus::Absent),
        _ => None,
    }
}

/// The status that a remark says: «غایب», «مرخصی», «ویدئو کنفرانس», «نماینده».
pub(super) fn said_status(text: &str) -> Option<ReadStatus> {
    let words = first_words(text, 8);
    let key = joined(&words);
    if words.is_empty() || words.len() > 7 {
        None
    } else if [
        "مرخصی",
        "ماموریت",
        "بیماری",
        "استعلاجی",
        "غیبتموجه",
        "غایبموجه",
        "عذرموجه",
        "بااطلاع",
    ]
    .iter()
    .any(|core| key.contains(core))
    {
        Some(ReadStatus::Excused)
    } else if ["غایب", "غیبت", "بدونعذر", "بدوناطلاع", "غیرموجه"]
        .iter()
        .any(|start| key.starts_with(start))
        || key == "عدمحضور"
    {
        Some(ReadStatus::Absent)
    } else if ["ویدیو", "مجازی", "برخط", "انلاین", "وبینار"]
        .iter()
        .any(|core| key.contains(core))
    {
        Some(ReadStatus::Video)
    } else if key == "نماینده" || key == "بانماینده" {
        Some(ReadStatus::Represented)
    } else if key.starts_with("حاضر") || key == "حضور" || key == "حضوری" {
        Some(ReadStatus::Present)
    } else {
        None
    }
}

/// One name of a list as attendance: who, for whom, and why not.
pub(super) fn attendance_item(item: &str, status: ReadStatus) -> ReadAttendance {
    let (item, remark) = split_remark(item);
    let said = remark.and_then(said_status);
    let reason = remark.filter(|_| matches!(said, Some(ReadStatus::Excused)) || said.is_none());
    let mut status = match (status, said) {
        (ReadStatus::Represented, Some(ReadStatus::Present)) => status,
        (_, Some(said)) => said,
        _ => status,
    };
    if let Some((name, representative)) = represented(item) {
        if matches!(
            status,
            ReadStatus::Present | ReadStatus::Video | ReadStatus::Represented
        ) {
            status = ReadStatus::Represented;
        }
        let reason = reason.map(str::to_owned);
        return ReadAttendance {
            name,
            person: None,
            post: None,
            status,
            representative,
            representative_post: None,
            reason,
            arrived: None,
            departed: None,
        };
    }
    let (person, seat) = person_and_seat(item);
    ReadAttendance {
        name: seat.to_owned(),
        person: person.map(str::to_owned),
        post: None,
        status,
        representative: None,
        representative_post: None,
        reason: reason.map(str::to_owned),
        arrived: None,
        departed: None,
    }
}

/// A remark in brackets at the end or behind «به علت»: «... (مرخصی)», «... به علت مأموریت», «... - غایب».
fn split_remark(item: &str) -> (&str, Option<&str>) {
    if let Some(open) = item.rfind('(')
        && let Some(inner) = item[open + 1..].trim_end().strip_suffix(')')
        && said_status(inner).is_some()
        && open > 0
    {
        return (bare(&item[..open]), Some(inner.trim()));
    }
    let words = words(item);
    let because = |at: usize| {
        let key = words[at].key.as_str();
        let two = matches!(key, "به" | "در" | "بدلیل")
            && words.get(at + 1).is_some_and(|next| {
                matches!(next.key.as_str(), "علت" | "دلیل" | "مرخصی" | "ماموریت" | "سبب")
            });
        at > 0 && (two || matches!(key, "بعلت" | "بدلیل"))
    };
    if let Some(at) = (0..words.len()).find(|at| because(*at)) {
        let start = words[at].start_byte;
        return (bare(&item[..start]), Some(bare(&item[start..])));
    }
    if let Some(last) = words.last()
        && words.len() > 1
        && said_status(&last.key).is_some()
        && last.key != "نماینده"
        && item[..last.start_byte]
            .trim_end()
            .ends_with(['-', '–', '—', ':', '،'])
    {
        return (
            bare(&item[..last.start_byte]),
            Some(&item[last.start_byte..last.end_byte]),
        );
    }
    (item, None)
}

/// The seat and its representative, where an item says that one stood for another.
fn represented(item: &str) -> Option<(String, Option<String>)> {
    let words = words(item);
    let part = |from: usize, to: usize| {
        bare(item.get(from..to).unwrap_or(""))
            .trim_matches(['(', ')', ' '])
            .to_owned()
    };
    for (at, word) in words.iter().enumerate() {
        let next = |ahead: usize| words.get(at + ahead).map_or("", |next| next.key.as_str());
        let after = |ahead: usize| words.get(at + ahead).map_or(item.len(), |next| next.start_byte);
        let before = || part(0, word.start_byte);
        match word.key.as_str() {
            // «X به نمایندگی از [طرف] Y»
            "به" if next(1) == "نمایندگی" && next(2) == "از" => {
                let skip = if matches!(next(3), "طرف" | "سوی") {
                    4
                } else {
                    3
                };
                let seat = part(after(skip), item.len());
                return (!seat.is_empty()).then(|| (seat, some(before())));
            }
            "نماینده" => {
                let skip = if next(1) == "محترم" { 2 } else { 1 };
                // Posts that are called so: of the Leader, of the people in the parliament.
                if matches!(
                    next(skip),
                    "ولی" | "مردم" | "مجلس" | "عالی" | "مقام" | "تامالاختیار"
                ) {
                    return None;
                }
                return named_representative(item, &words, at, skip, before());
            }
            _ => {}
        }
    }
    None
}

fn named_representative(
    item: &str,
    words: &[Word],
    at: usize,
    skip: usize,
    before: String,
) -> Option<(String, Option<String>)> {
    let behind = words.get(at + skip).map_or(item.len(), |next| next.start_byte);
    let gap = &item[words[at + skip - 1].end_byte..behind];
    let after = bare(item[behind..].trim_matches([')', ' '])).to_owned();
    let inside_before = before.trim_matches(['(', ')', '-', ' ', '،']).to_owned();
    match (inside_before.is_empty(), after.is_empty()) {
        // «بهزیستی (نماینده)»
        (false, true) => Some((inside_before, None)),
        // «بهزیستی (نماینده: خانم نوری)»
        (false, false) if gap.contains(':') => Some((inside_before, Some(after))),
        // «خانم نوری نماینده بهزیستی»
        (false, false) => Some((after, Some(inside_before))),
        // «نماینده بهزیستی: خانم نوری», «نماینده بهزیستی (خانم نوری)»
        (true, false) => {
            let parted = after
                .split_once([':', '('])
                .map(|(seat, who)| (bare(seat), bare(who)));
            match parted {
                Some((seat, who)) if !seat.is_empty() && !who.is_empty() => {
                    Some((seat.to_owned(), Some(who.trim_end_matches(')').to_owned())))
                }
                _ => Some((after, None)),
            }
        }
        (true, true) => None,
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// Name and post of who stood in, as a cell of its own has them: «نام، سمت», a name, or a post alone.
pub(super) fn name_and_post(text: &str) -> (Option<&str>, Option<&str>) {
    let is_office = |text: &str| {
        let first = first_words(text, 1);
        first
            .first()
            .is_some_and(|word| is_post(&word.key) || is_organisation(&word.key))
    };
    if is_office(text) {
        return (None, Some(text));
    }
    match text.split_once('،').map(|(name, post)| (bare(name), post.trim())) {
        Some((name, post)) if !name.is_empty() && !post.is_empty() => (Some(name), Some(post)),
        _ => (Some(text), None),
    }
}

/// A person's name before a post or organisation, where it can be told: «آقای کریمی مدیرکل بهزیستی».
pub(super) fn person_and_seat(item: &str) -> (Option<&str>, &str) {
    let words = first_words(item, 9);
    let Some(first) = words.first() else {
        return (None, item);
    };
    let addressed = is_title(&first.key);
    let split = (1..words.len())
        .find(|at| !is_title(&words[*at].key) && begins_name(&words[*at..]))
        .map(|at| (at, &words[at]));
    let Some((at, word)) = split else {
        return (None, item);
    };
    let gap = &item[words[at - 1].end_byte..word.start_byte];
    let parted = gap.contains(['-', '–', '—', '،', ',', ':', '(', '؛']);
    let plain_start = !is_post(&first.key) && !is_organisation(&first.key);
    let unnamed = |word: &Word| is_organisation(&word.key) || NO_PERSONS.contains(&word.key.as_str());
    // «رضوی مدیرکل محیط زیست»: one to three words that are no office, and a post behind them.
    let plain_name =
        at <= 3 && is_post(&word.key) && !begins_name(&words) && !words[..at].iter().any(unnamed);
    if addressed || (parted && plain_start && at <= 5) || plain_name {
        let person = bare(&item[..words[at - 1].end_byte]);
        let seat = bare(&item[word.start_byte..]);
        let seat = if gap.contains('(') {
            seat.strip_suffix(')').unwrap_or(seat).trim_end()
        } else {
            seat
        };
        if !person.is_empty() && !seat.is_empty() {
            return (Some(person), seat);
        }
    }
    (None, item)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(text: &str) -> (String, Option<String>, ReadStatus, Option<String>) {
        let read = attendance_item(text, ReadStatus::Present);
        (read.name, read.representative, read.status, read.reason)
    }

    #[test]
    fn representatives_are_read_in_every_order() {
        let wanted = (
            "بهزیستی".to_owned(),
            Some("خانم نوری".to_owned()),
            ReadStatus::Represented,
            None,
        );
        for text in [
            "خانم نوری نماینده بهزیستی",
            "خانم نوری به نمایندگی از بهزیستی",
            "خانم نوری (نماینده بهزیستی)",
            "بهزیستی (نماینده: خانم نوری)",
            "بهزیستی - نماینده: خانم نوری",
            "نماینده بهزیستی: خانم نوری",
            "نماینده محترم بهزیستی (خانم نوری)",
        ] {
            assert_eq!(item(text), wanted, "{text}");
        }
        assert_eq!(item("نماینده بهزیستی").0, "بهزیستی");
        assert_eq!(item("نماینده ولی فقیه در استان").2, ReadStatus::Present);
    }

    #[test]
    fn reasons_excuse() {
        for text in ["بهزیستی (مرخصی)", "بهزیستی به علت بیماری", "بهزیستی - مأموریت"]
        {
            let read = attendance_item(text, ReadStatus::Absent);
            assert_eq!(
                (read.name.as_str(), read.status),
                ("بهزیستی", ReadStatus::Excused),
                "{text}"
            );
            assert!(read.reason.is_some());
        }
        assert_eq!(
            attendance_item("کمیته امداد (ره)", ReadStatus::Present).name,
            "کمیته امداد (ره)"
        );
    }

    #[test]
    fn a_person_is_told_from_the_seat() {
        for text in [
            "آقای کریمی مدیرکل بهزیستی",
            "آقای کریمی، مدیرکل بهزیستی",
            "آقای کریمی (مدیرکل بهزیستی)",
        ] {
            assert_eq!(
                person_and_seat(text),
                (Some("آقای کریمی"), "مدیرکل بهزیستی"),
                "{text}"
            );
        }
        assert_eq!(person_and_seat("مدیرکل بهزیستی"), (None, "مدیرکل بهزیستی"));
        assert_eq!(
            person_and_seat("دانشگاه علوم پزشکی"),
            (None, "دانشگاه علوم پزشکی")
        );
    }
}

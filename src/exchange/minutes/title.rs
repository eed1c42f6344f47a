//! What a title or an opening sentence says: ordinal, body, year, kind, who presided, where.
//! Knows no layout: it is given one paragraph.

use std::ops::Range;

use super::bodies::{body_by_place, body_range, body_start, is_body_noun};
use super::values::ReadKind;
use super::vocabulary::{BEFORE_BODY, SESSIONS};
use super::words::{Word, first_words, joined};
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// A title and its opening are read in the first words only; a long paragraph holds them at its start.
pub(super) const TITLE_WORDS: usize = 70;
/// Longest line that is a title and no sentence, in words.
const TITLE_LINE_WORDS: usize = 25;

/// What a title gives. Places are bytes of its text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Title {
    pub ordinal: Option<u32>,
    pub year: Option<i32>,
    pub kind: Option<ReadKind>,
    pub body: Option<Range<usize>>,
    /// Everything that the fields above were taken from.
    pub used: Vec<Range<usize>>,
}

impl Title {
    /// Whether it names a session at all.
    pub fn names_a_session(&self) -> bool {
        self.ordinal.is_some() || self.body.is_some()
    }
}

/// Reads a title such as «هشتمین صورتجلسه ... در سال ۱۴۰۱» or the beginning of an opening sentence.
pub(super) fn read_title(text: &str) -> Title {
    let words = first_words(text, TITLE_WORDS);
    let mut title = Title::default();
    let session = session_words(&words);
    let after_session = session.as_ref().map_or(0, |range| range.end);
    if let Some((ordinal, range)) = session
        .as_ref()
        .and_then(|session| ordinal_near(text, &words, session))
    {
        title.ordinal = Some(ordinal);
        title.used.push(range);
    }
    let body_at = body_start(text, &words, after_session, session.is_some());
    if let Some(at) = body_at
        && (session.is_some() || at < 4)
    {
        if title.ordinal.is_none()
            && let Some((ordinal, range)) = ordinal_before(text, &words, at)
        {
            title.ordinal = Some(ordinal);
            title.used.push(range);
        }
        // «شورای ...» without session or ordinal is a letterhead or prose.
        if session.is_some() || title.ordinal.is_some() {
            let body = body_range(text, &words, at);
            title.used.push(body.clone());
            title.body = Some(body);
        }
    }
    if title.body.is_none()
        && let Some(body) = body_by_place(text, &words, &title, after_session)
    {
        title.used.push(body.clone());
        title.body = Some(body);
    }
    if let Some(session) = session {
        title
            .used
            .push(words[session.start].start_byte..words[session.end - 1].end_byte);
        let head = joined(&words[..body_at.unwrap_or(after_session).min(words.len())]);
        title.kind = kind_of(&head).or_else(|| kind_of(&joined(&words)).filter(|_| words.len() < 25));
    }
    if after_session > 0 || title.body.is_some() {
        let year = year_in(&words);
        title.year = year.as_ref().map(|(year, _)| *year);
        title.used.extend(year.map(|(_, range)| range));
    }
    title
}

/// Extraordinary or joint, where folded words without blanks say so.
pub(super) fn kind_of(text: &str) -> Option<ReadKind> {
    if text.contains("فوقالعاده") && text.contains("عادی") {
        // The printed form «عادی / فوق‌العاده» says neither.
        None
    } else if text.contains("فوقالعاده") {
        Some(ReadKind::Extraordinary)
    } else if text.contains("جلسهمشترک") || text.contains("نشستمشترک") || text == "مشترک"
    {
        Some(ReadKind::Joint)
    } else if text.contains("جلسهعادی") || text == "عادی" {
        Some(ReadKind::Ordinary)
    } else {
        None
    }
}

/// The words that say «session»; of «صورتجلسه هشتمین جلسه» all from the first to the last.
fn session_words(words: &[Word]) -> Option<Range<usize>> {
    let is_session = |at: usize| {
        let key = words[at].key.as_str();
        SESSIONS.contains(&key) || (key == "صورت" && words.get(at + 1).is_some_and(|next| next.key == "جلسه"))
    };
    let first = (0..words.len().min(24)).find(|at| is_session(*at))?;
    let last = (first..words.len().min(first + 7))
        .rev()
        .find(|at| is_session(*at) && words[*at].key != "صورت");
    let last = last.unwrap_or(first);
    let body_between = (first..last).any(|at| is_body_noun(&words[at..]));
    let last = if body_between {
        first + usize::from(words[first].key == "صورت")
    } else {
        last
    };
    Some(first..last + 1)
}

fn ordinal_near(text: &str, words: &[Word], session: &Range<usize>) -> Option<(u32, Range<usize>)> {
    let inside = (session.start..session.end)
        .rev()
        .find_map(|end| ordinal_before(text, words, end));
    let near = inside
        .or_else(|| ordinal_before(text, words, session.end))
        .or_else(|| ordinal_after(text, words, session.end));
    // «صورتجلسه نشست دهیاران (جلسه ششم)»: a short title may name the session twice.
    let again = || {
        let rest = (session.end..words.len()).filter(|_| words.len() < TITLE_LINE_WORDS);
        rest.filter(|at| SESSIONS.contains(&words[*at].key.as_str()))
            .find_map(|at| ordinal_before(text, words, at).or_else(|| ordinal_after(text, words, at + 1)))
    };
    near.or_else(again)
}

/// The ordinal that ends right before word `at`: «هشتمین», «بیست و یکمین», «۸ امین».
fn ordinal_before(text: &str, words: &[Word], at: usize) -> Option<(u32, Range<usize>)> {
    (1..=6.min(at)).rev().find_map(|count| {
        let range = words[at - count].start_byte..words[at - 1].end_byte;
        parse_ordinal(&text[range.clone()]).map(|ordinal| (ordinal, range))
    })
}

/// The ordinal or number behind «جلسه»: «جلسه هشتم», «جلسه شماره ۸», «نشست ۸».
fn ordinal_after(text: &str, words: &[Word], at: usize) -> Option<(u32, Range<usize>)> {
    let skipped = words[at..]
        .iter()
        .take(4)
        .take_while(|word| BEFORE_BODY.contains(&word.key.as_str()))
        .count();
    let numbered = words[at..at + skipped].iter().any(|word| word.key == "شماره");
    let start = at + skipped;
    (1..=5.min(words.len() - start)).rev().find_map(|count| {
        let range = words[start].start_byte..words[start + count - 1].end_byte;
        let part = &text[range.clone()];
        let number = parse_ordinal(part).or_else(|| {
            let cardinal = parse_cardinal(part).filter(|number| (1..1000).contains(number))?;
            let starts_a_date = text[range.end..].trim_start().starts_with(['/', '-', ':', '.']);
            let digits = part.chars().all(char::is_numeric);
            ((numbered || digits) && !starts_a_date).then_some(cardinal)
        })?;
        Some((number, range))
    })
}

/// «سال ۱۴۰۱» or «سال ۹۹».
fn year_in(words: &[Word]) -> Option<(i32, Range<usize>)> {
    words.windows(2).find_map(|pair| {
        let year = (pair[0].key == "سال").then(|| year_of(&pair[1].key)).flatten()?;
        Some((year, pair[0].start_byte..pair[1].end_byte))
    })
}

/// A Jalali year written with four or two digits.
pub(super) fn year_of(key: &str) -> Option<i32> {
    match (key.len(), key.parse::<i32>().ok()?) {
        (4, year @ 1300..=1499) => Some(year),
        (2, year @ 50..=99) => Some(1300 + year),
        (2, year @ 0..=49) => Some(1400 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<u32>, Option<&str>, Option<i32>) {
        let title = read_title(text);
        (title.ordinal, title.body.map(|range| &text[range]), title.year)
    }

    #[test]
    fn titles_are_read_in_any_order_of_their_parts() {
        let body = Some("کمیته آب، خاک و مراتع شهرستان");
        for (text, ordinal, year) in [
            (
                "سومین جلسه کمیته آب، خاک و مراتع شهرستان در سال ۱۴۰۲",
                Some(3),
                Some(1402),
            ),
            ("صورتجلسه سومین جلسه کمیته آب، خاک و مراتع شهرستان", Some(3), None),
            (
                "صورت جلسه شماره ۳ کمیته آب، خاک و مراتع شهرستان مورخ ۱۴۰۲/۰۱/۰۱",
                Some(3),
                None,
            ),
            (
                "جلسه سوم کمیته آب، خاک و مراتع شهرستان با حضور اعضا برگزار شد",
                Some(3),
                None,
            ),
            ("سومین نشست عادی کمیته آب، خاک و مراتع شهرستان", Some(3), None),
            (
                "بیست و یکمین صورتجلسه کمیته آب، خاک و مراتع شهرستان",
                Some(21),
                None,
            ),
            ("صورتجلسه کمیته آب، خاک و مراتع شهرستان", None, None),
            (
                "چهارمین کمیته آب، خاک و مراتع شهرستان در سال ۱۴۰۲",
                Some(4),
                Some(1402),
            ),
            ("صورت جلسه (۳) کمیته آب، خاک و مراتع شهرستان", Some(3), None),
            (
                "سی\u{200c} و دومین جلسه کمیته آب، خاک و مراتع شهرستان",
                Some(32),
                None,
            ),
            ("۳۲ امین نشست کمیته آب، خاک و مراتع شهرستان", Some(32), None),
            (
                "جلسه فوق العاده شماره ۷ کمیته آب، خاک و مراتع شهرستان",
                Some(7),
                None,
            ),
            ("موضوع: سی‌امین جلسه کمیته آب، خاک و مراتع شهرستان", Some(30), None),
        ] {
            assert_eq!(read(text), (ordinal, body, year), "{text}");
        }
    }

    #[test]
    fn names_of_bodies_keep_their_small_words() {
        assert_eq!(
            read("پنجمین جلسه شورای هماهنگی مبارزه با مواد مخدر استان با حضور اعضا").1,
            Some("شورای هماهنگی مبارزه با مواد مخدر استان")
        );
        assert_eq!(
            read("نهمین جلسه ستاد (قرارگاه) جوانی به ریاست فرماندار").1,
            Some("ستاد (قرارگاه) جوانی")
        );
    }

    #[test]
    fn a_body_is_found_by_its_place_whatever_it_is_called() {
        for noun in [
            "کار گروه",
            "کار\u{200c}گروه",
            "كارگروه",
            "زیر کارگروه",
            "کارگروه\u{200c}های",
            "شوراي",
            "هیأت اندیشه\u{200c}ورز",
            "هیئت",
            "انجمن",
            "مجمع",
            "دبیرخانه",
            "اتاق فکر",
            "قرار گاه",
            "میز",
            "کانون",
            "کار گر وه",
            "پویش",
            "رواق",
        ] {
            let body = format!("{noun} خدمت شهرستان");
            for title in [
                format!("صورت جلسه چهارمین {body} در سال ۱۴۰۱"),
                format!("چهارمین جلسه {body}"),
                format!("صورتجلسه چهارمین نشست {body} مورخ ۱۴۰۱/۰۲/۰۳"),
                format!("جلسه شماره ۴ {body} روز شنبه"),
                format!("جلسه چهارم {body} با حضور اعضا برگزار شد"),
            ] {
                assert_eq!(
                    (read(&title).0, read(&title).1),
                    (Some(4), Some(body.as_str())),
                    "{title}"
                );
            }
        }
    }

    #[test]
    fn what_a_session_was_about_is_no_body() {
        for text in [
            "سومین جلسه بررسی وضعیت آب شهرستان",
            "جلسه سوم با حضور فرماندار",
            "صورت جلسه نشست هم اندیشی دهیاران (جلسه ششم)",
            "جلسه سوم مورخ ۱۴۰۲/۰۲/۰۳ در سالن فجر",
        ] {
            assert_eq!(read(text).1, None, "{text}");
        }
    }

    #[test]
    fn prose_is_no_title() {
        assert!(!read_title("شورای شهر نسبت به موضوع اقدام کند").names_a_session());
        assert!(!read_title("گزارش کمیته آب").names_a_session());
    }

    #[test]
    fn kinds_are_told() {
        assert_eq!(
            read_title("دومین جلسه فوق العاده شورای آب").kind,
            Some(ReadKind::Extraordinary)
        );
        assert_eq!(
            read_title("جلسه مشترک شورای آب و شورای خاک").kind,
            Some(ReadKind::Joint)
        );
        assert_eq!(read_title("دومین جلسه شورای آب").kind, None);
    }
}

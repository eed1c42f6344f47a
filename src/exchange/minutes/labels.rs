//! The parts of minutes and the fields of their head, and how labels are told from prose.
//! Knows no value: what stands behind a label is read elsewhere.

use std::sync::LazyLock;

use super::matching::KnownWords;
use super::vocabulary::{HEAD_WORDS, LABEL_FILLERS, VERBS};
use super::words::{Word, first_words, joined};

/// The words that labels of the head are made of.
static LABELS: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::of(&[HEAD_WORDS, LABEL_FILLERS]));

/// The verbs that sentences end with.
static VERB_WORDS: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::of(&[VERBS]));

/// The parts of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MinutesPart {
    Head,
    Agenda,
    Notes,
    Resolutions,
    Present,
    Video,
    Represented,
    Excused,
    Absent,
    Guests,
    Signatures,
    Annex,
    Corrections,
}

/// The fields at the head of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadLabel {
    /// Date, weekday, start, in any combination; the value tells.
    When,
    RunStart,
    End,
    Place,
    /// Number, date, or both.
    Invitation,
    Ordinal,
    Title,
    Body,
    Kind,
    Year,
    Chair,
    Secretary,
}

/// A label at the start of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Labelled<T> {
    pub label: T,
    /// Where the text behind the label begins; its length where nothing follows.
    pub rest_byte: usize,
    /// A sentence announced it: «پس از بحث ... مقرر گردید:».
    pub by_sentence: bool,
}

/// All colons that are no part of a time of day.
pub(super) fn colons(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(':').map(|(at, _)| at).filter(|at| {
        let before = text[..*at].chars().next_back().is_some_and(char::is_numeric);
        let after = text[at + 1..].chars().next().is_some_and(char::is_numeric);
        !(before && after)
    })
}

/// The field of the head that words name, if all of them are words of such labels.
pub(super) fn head_label(words: &[Word]) -> Option<HeadLabel> {
    if words.is_empty() || words.len() > 6 {
        return None;
    }
    if names_a_room(words) {
        return Some(HeadLabel::Place);
    }
    // Words may be broken by blanks: «تا ریخ جلسه».
    let key = joined(words);
    let broken = !words.iter().all(|word| LABELS.contains(&word.key));
    if broken && !(words.len() > 1 && LABELS.make_up(&key)) {
        return None;
    }
    let has = |wanted: &[&str]| {
        let whole = words.iter().any(|word| wanted.contains(&word.key.as_str()));
        whole || (broken && wanted.iter().any(|core| key.contains(core)))
    };
    if words.iter().any(|word| word.key.starts_with("دعوت")) || (broken && key.contains("دعوت")) {
        Some(HeadLabel::Invitation)
    } else if has(&["رییس", "ریاست"]) || (has(&["اداره"]) && has(&["کننده"])) {
        Some(HeadLabel::Chair)
    } else if has(&["دبیر", "منشی"]) {
        Some(HeadLabel::Secretary)
    } else if has(&["پایان", "خاتمه", "ختم", "اتمام"]) {
        Some(HeadLabel::End)
    } else if has(&["تاریخ", "مورخ", "مورخه", "زمان", "روز"]) {
        Some(HeadLabel::When)
    } else if has(&["ساعت", "شروع", "اغاز"]) {
        Some(HeadLabel::RunStart)
    } else if has(&["محل", "مکان"]) {
        Some(HeadLabel::Place)
    } else if has(&["شماره", "نوبت"]) {
        has(&["جلسه", "صورتجلسه", "نشست"]).then_some(HeadLabel::Ordinal)
    } else if has(&["نوع"]) {
        Some(HeadLabel::Kind)
    } else if has(&["سال"]) {
        Some(HeadLabel::Year)
    } else if has(&["نام", "عنوان"])
        && has(&["کارگروه", "شورا", "کمیته", "ستاد", "قرارگاه", "کمیسیون", "هیات"])
    {
        Some(HeadLabel::Body)
    } else if has(&["موضوع", "عنوان"]) {
        Some(HeadLabel::Title)
    } else {
        None
    }
}

/// «اتاق تشکیل جلسه», «سالن برگزاری»: a room alone is a place, and no label of one.
fn names_a_room(words: &[Word]) -> bool {
    let [room, of, rest @ ..] = words else {
        return false;
    };
    ROOMS.contains(&room.key.as_str())
        && matches!(of.key.as_str(), "تشکیل" | "برگزاری")
        && rest
            .iter()
            .all(|word| matches!(word.key.as_str(), "جلسه" | "نشست"))
}

/// What a session meets in.
const ROOMS: [&str; 4] = ["اتاق", "سالن", "تالار", "نشانی"];

/// Whether words can begin a label of the head: the first is one of its own words, no filler; it may be broken in two.
pub(super) fn begins_as_head_label(words: &[Word]) -> bool {
    let is_own = |key: &str| HEAD_WORDS.contains(&key);
    words.first().is_some_and(|word| is_own(&word.key))
        || (words.len() > 1 && is_own(&joined(&words[..2])))
        || names_a_room(words)
}

/// Whether a folded word is a verb that sentences end with.
pub(super) fn is_verb(key: &str) -> bool {
    VERB_WORDS.contains(key)
}

/// Whether the last word of a paragraph is a verb.
pub(super) fn ends_with_verb(text: &str) -> bool {
    let end = text.trim_end();
    let tail_start = floor(end, end.len().saturating_sub(60));
    first_words(&end[tail_start..], 40)
        .last()
        .is_some_and(|word| is_verb(&word.key))
}

/// Whether a paragraph ends as a sentence does: with its verb, or with a full stop after several words.
pub(super) fn ends_a_sentence(text: &str) -> bool {
    let end = text.trim_end();
    ends_with_verb(text)
        || (end.ends_with(['.', '؟', '!']) && !end.ends_with("..") && first_words(end, 9).len() > 8)
}

/// The nearest character boundary at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

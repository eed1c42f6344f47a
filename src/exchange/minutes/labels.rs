//! The words that label the parts of minutes, and how a label is told from prose.
//! Knows no value: what stands behind a label is read elsewhere.

use super::enumerate::{heading_number, item_number, named_number};
use super::vocabulary::{HEAD_WORDS, LABEL_FILLERS, SECTION_CORES, SECTION_WORDS, VERBS};
use super::words::{Word, first_words, is_arabic_script, joined, without_bullet};

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

/// Longest label in words, and the longest one that names the session in it («مصوبات هشتمین جلسه ...:»).
const LABEL_WORDS: usize = 9;
const LONG_LABEL_WORDS: usize = 24;

/// A label at the start of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Labelled<T> {
    pub label: T,
    /// Where the text behind the label begins; its length where nothing follows.
    pub rest_byte: usize,
    /// A sentence announced it: «پس از بحث ... مقرر گردید:».
    pub by_sentence: bool,
}

/// The section that a paragraph opens, by a label at its start or by a sentence that announces what follows.
pub(super) fn section_label(text: &str) -> Option<Labelled<MinutesPart>> {
    if !is_arabic_script(&text[..text.len().min(floor(text, 400))]) {
        return None;
    }
    let inner = without_bullet(text);
    if named_number(inner).is_some() {
        // «مصوبه ۳: ...» is one resolution, not the heading of all.
        return None;
    }
    let start = text.len() - inner.len();
    let offset = start + heading_number(inner);
    let found = labelled_from(text, start).or_else(|| labelled_from(text, offset));
    found.or_else(|| {
        announced(text).map(|label| Labelled {
            label,
            rest_byte: text.len(),
            by_sentence: true,
        })
    })
}

fn labelled_from(text: &str, start: usize) -> Option<Labelled<MinutesPart>> {
    let rest = &text[start..];
    let words = first_words(rest, LONG_LABEL_WORDS + 1);
    let colon = label_colon(rest, &words);
    let (label, rest_byte) = match colon {
        Some(colon) => {
            let count = words.iter().take_while(|word| word.end_byte <= colon).count();
            (&words[..count], start + colon + 1)
        }
        None if words.len() <= LABEL_WORDS && !ends_a_sentence(rest) => (&words[..], text.len()),
        None => return None,
    };
    let section = section_of(label).filter(|_| !is_of_before(label))?;
    Some(Labelled {
        label: section,
        rest_byte,
        by_sentence: false,
    })
    .filter(|found| {
        let plain = label.len() <= LABEL_WORDS && label.iter().all(|word| is_section_word(&word.key));
        let names_the_session = colon.is_some()
            && text[found.rest_byte..].trim().is_empty()
            && label.len() <= LONG_LABEL_WORDS
            && label
                .iter()
                .any(|word| matches!(word.key.as_str(), "جلسه" | "نشست" | "صورتجلسه"))
            && section_of(&label[..label.len().min(2)]) == Some(section);
        plain || names_the_session
    })
}

/// Whether words speak of an earlier session: «مصوبات جلسه قبل» are none of this one.
pub(super) fn is_of_before(words: &[Word]) -> bool {
    let before = ["قبل", "قبلی", "گذشته", "پیشین", "قبلا"];
    words.iter().any(|word| before.contains(&word.key.as_str()))
}

/// The section that words name, if they do: all of the words together must have a core.
fn section_of(words: &[Word]) -> Option<MinutesPart> {
    let text = joined(words);
    SECTION_CORES
        .iter()
        .find(|(core, _)| text.contains(core))
        .map(|(_, section)| *section)
}

fn is_section_word(key: &str) -> bool {
    SECTION_WORDS.contains(&key) || LABEL_FILLERS.contains(&key) || key.chars().all(|c| c.is_ascii_digit())
}

/// A sentence at whose end the next part is announced: «... موارد ذیل مصوب گردید:», «با دستور کار زیر ...».
fn announced(text: &str) -> Option<MinutesPart> {
    let tail_start = floor(text, text.len().saturating_sub(220));
    let words = first_words(&text[tail_start..], 80);
    let tail = &words[words.len().saturating_sub(14)..];
    let below = |word: &Word| matches!(word.key.as_str(), "ذیل" | "زیر" | "ذیلا" | "اتی");
    let Some(at) = tail.iter().position(below) else {
        return decides_openly(text, tail).then_some(MinutesPart::Resolutions);
    };
    let near = &tail[at.saturating_sub(4)..];
    let near_has = |wanted: &[&str]| {
        near.iter()
            .any(|word| wanted.iter().any(|core| word.key.contains(core)))
    };
    let ends_open = text.trim_end().ends_with([':', '؛']);
    let near_text = joined(near);
    let verb = tail.last().is_some_and(|word| is_verb(&word.key));
    if !ends_open && !verb {
        return None;
    }
    if ["دستورکار", "دستورجلسه", "دستورات"]
        .iter()
        .any(|core| near_text.contains(core))
    {
        return Some(MinutesPart::Agenda);
    }
    if near_has(&["مصوب", "تصویب", "تصمیم", "مقرر", "اتخاذ"]) {
        return Some(MinutesPart::Resolutions);
    }
    let spoken = near_has(&["مطرح", "بیان", "ایراد", "مباحث", "مطالب", "نکات"]);
    (spoken && ends_open).then_some(MinutesPart::Notes)
}

/// «پس از بحث و تبادل نظر مقرر گردید:» with nothing behind it; a numbered item that ends so is one resolution.
fn decides_openly(text: &str, tail: &[Word]) -> bool {
    let [.., decided, verb] = tail else { return false };
    let decides = ["مقرر", "مصوب", "تصویب", "اتخاذ"]
        .iter()
        .any(|core| decided.key.contains(core));
    text.trim_end().ends_with(':')
        && decides
        && is_verb(&verb.key)
        && item_number(without_bullet(text)).is_none()
}

/// The byte of the colon that ends a label: within the first words, and not between two digits (۷:۳۰).
fn label_colon(text: &str, words: &[Word]) -> Option<usize> {
    let limit = words.last().map_or(0, |word| word.end_byte);
    colons(text).take_while(|colon| *colon <= limit + 2).next()
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
    let known =
        |word: &Word| HEAD_WORDS.contains(&word.key.as_str()) || LABEL_FILLERS.contains(&word.key.as_str());
    if words.is_empty() || words.len() > 6 || !words.iter().all(known) {
        return None;
    }
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.key.as_str()));
    if words.iter().any(|word| word.key.starts_with("دعوت")) {
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

/// Whether a word can begin a label of the head: one of its own words, not a filler.
pub(super) fn begins_head_label(key: &str) -> bool {
    HEAD_WORDS.contains(&key)
}

/// Whether a folded word is a verb that sentences end with.
pub(super) fn is_verb(key: &str) -> bool {
    VERBS.contains(&key)
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

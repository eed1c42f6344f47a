//! The body in a title: by the noun that it is called by, and by its place behind the session or the ordinal.
//! Knows no office's own bodies.

use std::ops::Range;

use super::labels::is_verb;
use super::names::{is_post, is_title};
use super::title::Title;
use super::vocabulary::{
    BEFORE_BODY, BODIES, BODIES_IN_PLACE, ENDS_BODY, ENDS_BODY_BEFORE, NO_BODY, SESSIONS,
};
use super::words::{Word, bare, first_words, run_of_any};
use crate::text::numeral::parse_ordinal;

/// Longest name of a body in words.
const BODY_WORDS: usize = 22;

/// Signs that a body's name does not stand behind.
const NO_NAME_SIGNS: [char; 5] = [':', '.', '/', '،', '؛'];

/// The body that a sentence begins with: «شورای آب در روز شنبه ... تشکیل جلسه داد».
pub(super) fn body_at_start(text: &str) -> Option<Range<usize>> {
    let words = first_words(text, BODY_WORDS + 1);
    is_body_noun(&words)
        .then(|| body_range(text, &words, 0))
        .filter(|range| first_words(&text[range.clone()], BODY_WORDS).len() > 1)
}

/// Whether a line is nothing but the name of a body, as letterheads have it.
pub(super) fn is_name_of_body(text: &str) -> bool {
    let words = first_words(text, BODY_WORDS);
    words.len() > 1
        && words.len() < BODY_WORDS
        && is_body_noun(&words)
        && bare(text) == &text[body_range(text, &words, 0)]
}

/// Whether words begin as bodies are called, however the noun is spaced: «کار گروه».
pub(super) fn is_body_noun(words: &[Word]) -> bool {
    run_of_any(words, BODIES).is_some()
}

/// The body that stands where a body stands, behind the ordinal and the session, whatever it is called.
pub(super) fn body_by_place(
    text: &str,
    words: &[Word],
    title: &Title,
    after_session: usize,
) -> Option<Range<usize>> {
    title.ordinal?;
    let ordinal_end = title.used.first()?.end;
    let counted = words.partition_point(|word| word.end_byte <= ordinal_end);
    let mut at = counted.max(after_session);
    while words
        .get(at)
        .is_some_and(|word| BEFORE_BODY.contains(&word.key.as_str()))
    {
        at += 1;
    }
    let first = words.get(at)?;
    let gap = &text[words[at.checked_sub(1)?].end_byte..first.start_byte];
    let key = first.key.as_str();
    let known = run_of_any(&words[at..], BODIES_IN_PLACE).is_some();
    let begins_other = NO_BODY.contains(&key) || ENDS_BODY.contains(&key) || is_title(key) || is_post(key);
    if (begins_other && !known)
        || key.starts_with(|c: char| c.is_ascii_digit())
        || gap.contains(NO_NAME_SIGNS)
    {
        return None;
    }
    let range = body_range(text, words, at);
    let name = first_words(&text[range.clone()], BODY_WORDS + 1);
    let says = name.iter().any(|word| is_verb(&word.key));
    (name.len() > 1 && !says && (known || after_session > 0)).then_some(range)
}

/// The word that the body's name begins with, close behind the session.
pub(super) fn body_start(text: &str, words: &[Word], from: usize, after_session: bool) -> Option<usize> {
    let mut at = from;
    while let Some(word) = words.get(at) {
        if is_body_noun(&words[at..]) {
            return Some(at);
        }
        let ordinal = (1..=5.min(words.len() - at))
            .any(|count| parse_ordinal(&text[word.start_byte..words[at + count - 1].end_byte]).is_some());
        let passes = BEFORE_BODY.contains(&word.key.as_str())
            || ordinal
            || matches!(word.key.as_str(), "و" | "بیست" | "سی" | "چهل" | "پنجاه")
            || word.key.bytes().all(|byte| byte.is_ascii_digit());
        if !passes || at >= from + 9 || !after_session && at > 4 {
            return None;
        }
        at += 1;
    }
    None
}

/// Words whose number is part of a name: «کمیسیون ماده ۵», «شورای منطقه ۳».
fn is_numbered(key: &str) -> bool {
    matches!(key, "ماده" | "تبصره" | "بند" | "منطقه" | "ناحیه" | "قطعه" | "اصل")
}

pub(super) fn body_range(text: &str, words: &[Word], at: usize) -> Range<usize> {
    let mut end = words[at].end_byte;
    let mut open = false;
    for (index, word) in words.iter().enumerate().skip(at + 1).take(BODY_WORDS) {
        let gap = &text[end..word.start_byte];
        let opens = !open && gap.contains('(');
        open = (open || opens) && !gap.contains(')');
        // «(جلسه پنجم)» behind the name is none of it.
        if opens
            && (SESSIONS.contains(&word.key.as_str()) || word.key.starts_with(|c: char| c.is_ascii_digit()))
        {
            break;
        }
        let key = word.key.as_str();
        let next = words.get(index + 1).map_or("", |next| next.key.as_str());
        let ends = ENDS_BODY.contains(&key)
            || (key == "سال" && next.starts_with(|c: char| c.is_ascii_digit()))
            || (key.bytes().all(|byte| byte.is_ascii_digit()) && !is_numbered(&words[index - 1].key))
            // «شورای شهر جلسه ۴۴», «شورای شهر - جلسه شماره ۴۴»: what is counted behind the name is the session.
            || (SESSIONS.contains(&key)
                && (next == "شماره" || next.starts_with(|c: char| c.is_ascii_digit()) || gap.contains(['-', '–'])))
            || ENDS_BODY_BEFORE
                .iter()
                .any(|(word, follow)| key == *word && follow.contains(&next));
        if ends || (!open && gap.contains([':', '.', '؛', ';', '»', '"', '/', '\n'])) {
            break;
        }
        end = word.end_byte;
    }
    let closing = text[end..].chars().next().filter(|c| *c == ')' && open);
    words[at].start_byte..end + closing.map_or(0, char::len_utf8)
}

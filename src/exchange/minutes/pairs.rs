//! Labels and their values in one line: «تاریخ: ... ساعت: ... محل: ...».
//! Knows no value: what stands behind a label is read elsewhere.

use std::ops::Range;

use super::labels::{HeadLabel, begins_as_head_label, colons, ends_with_verb, floor, head_label, is_verb};
use super::title::read_title;
use super::words::{Word, bare, first_words, is_word_letter, words};

/// Longest label in words.
const LABEL_WORDS: usize = 6;
/// Longest value of a label in no list, in words.
const VALUE_WORDS: usize = 12;

/// A label of the head with its value.
pub(super) struct Pair {
    pub label: HeadLabel,
    pub label_byte: Range<usize>,
    pub value_byte: Range<usize>,
    /// Where a label in no list begins behind the value, to the next label of the head.
    pub rest_byte: Range<usize>,
}

/// The label that a cell is, with or without a colon behind it.
pub(super) fn label_alone(text: &str) -> Option<HeadLabel> {
    if text.len() > 120 {
        return None;
    }
    head_label(&words(text))
}

/// Whether a text is a label in no list with a value behind it: «اتاق: سالن ۲».
pub(super) fn is_unknown_pair(text: &str) -> bool {
    let Some(colon) = colons(text).next() else {
        return false;
    };
    let value = &text[colon + 1..];
    is_unknown_label(&text[..colon])
        && value.contains(is_word_letter)
        && first_words(value, VALUE_WORDS + 1).len() <= VALUE_WORDS
        && !ends_with_verb(value)
}

fn is_unknown_label(text: &str) -> bool {
    let words = first_words(text, LABEL_WORDS + 1);
    (1..=LABEL_WORDS).contains(&words.len())
        && !text.contains(char::is_numeric)
        && !words.iter().any(|word| is_verb(&word.key))
}

/// Where a label in no list begins inside a value: behind a wide gap or a sign, «سالن فجر   مسئول دفتر: آقای راد».
fn unknown_label_in(value: &str) -> Option<usize> {
    let colon = colons(value).next()?;
    let before = &value[..colon];
    let ends = ["  ", "\t", " - ", " – ", " | ", "؛", "،"].iter();
    let start = ends
        .filter_map(|sign| Some(before.rfind(sign)? + sign.len()))
        .max()?;
    let is_behind_a_value = before[..start].contains(is_word_letter);
    (is_behind_a_value && is_unknown_label(&before[start..])).then_some(start)
}

pub(super) fn begins_with_pair(text: &str) -> bool {
    let start = &text[..floor(text, 160)];
    let by_sign = |text: &str| pair_without_colon(text).is_some();
    let by_colon = pairs_in(start).first().is_some_and(|pair| {
        let value = &start[pair.value_byte.clone()];
        bare(&start[..pair.label_byte.start]).is_empty() && value.chars().any(char::is_alphanumeric)
    });
    by_colon || by_sign(start)
}

/// All pairs of a text, each value reaching to the next label. The colons of times are no signs.
pub(super) fn pairs_in(text: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let words = words(text);
    for colon in colons(text) {
        let from = pairs.last().map_or(0, |pair| pair.value_byte.start);
        let before = words.partition_point(|word| word.end_byte <= colon);
        let Some((label, start)) = label_before(text, &words[..before], from, colon) else {
            continue;
        };
        if let Some(last) = pairs.last_mut() {
            last.value_byte.end = start;
        }
        pairs.push(Pair {
            label,
            label_byte: start..colon,
            value_byte: colon + 1..text.len(),
            rest_byte: text.len()..text.len(),
        });
    }
    for pair in &mut pairs {
        let end = pair.value_byte.end;
        let rest = unknown_label_in(&text[pair.value_byte.clone()]);
        pair.value_byte.end = rest.map_or(end, |at| pair.value_byte.start + at);
        pair.rest_byte = pair.value_byte.end..end;
    }
    pairs
}

/// A label at the start of a line with another sign than a colon behind it, or with none: «محل جلسه - سالن فجر»,
/// «رئیس جلسه آقای کریمی».
pub(super) fn pair_without_colon(text: &str) -> Option<Pair> {
    let words = first_words(text, LABEL_WORDS + 1);
    if !text[..words.first()?.start_byte].trim().is_empty()
        || !begins_as_head_label(&words)
        || ends_with_verb(text)
    {
        return None;
    }
    (1..=LABEL_WORDS.min(words.len().saturating_sub(1)))
        .rev()
        .find_map(|count| {
            let run = &words[..count];
            let (end, next) = (run[count - 1].end_byte, words[count].start_byte);
            let blank = |pair: &[Word]| text[pair[0].end_byte..pair[1].start_byte].trim().is_empty();
            if !run.windows(2).all(blank) {
                return None;
            }
            let label = head_label(run)?;
            let gap = text[end..next].trim();
            let signed =
                gap.chars().count() == 1 && gap.contains(['-', '–', '—', 'ـ', '=', '←', '→', '؛', '|', '،']);
            let names = run
                .iter()
                .any(|word| matches!(word.key.as_str(), "جلسه" | "نشست" | "برگزاری" | "تشکیل"));
            let keeps_text = matches!(label, HeadLabel::Place | HeadLabel::Chair | HeadLabel::Secretary);
            let is_label = signed || (gap.is_empty() && names && keeps_text && count > 1);
            is_label.then_some(Pair {
                label,
                label_byte: run[0].start_byte..end,
                value_byte: next..text.len(),
                rest_byte: text.len()..text.len(),
            })
        })
}

/// The longest label that ends at a colon; it may not reach before byte `from`, nor across other signs.
fn label_before(text: &str, words: &[Word], from: usize, colon: usize) -> Option<(HeadLabel, usize)> {
    let most = LABEL_WORDS.min(words.len());
    let known = (1..=most).rev().find_map(|count| {
        let run = &words[words.len() - count..];
        let start = run[0].start_byte;
        let signs = |c: char| {
            c.is_alphanumeric()
                || c.is_whitespace()
                || matches!(c, '\u{200c}' | '/' | '-' | '–' | '،' | '\u{64b}'..='\u{652}')
        };
        let plain = start >= from
            && text[start..colon].chars().all(signs)
            && !text[start..colon].trim_end().contains("   ");
        (plain && begins_as_head_label(run))
            .then(|| head_label(run))
            .flatten()
            .map(|label| (label, start))
    });
    known.or_else(|| ordinal_label(text, words.last()?, from, colon))
}

/// «جلسه: هشتم»
fn ordinal_label(text: &str, last: &Word, from: usize, colon: usize) -> Option<(HeadLabel, usize)> {
    let names = matches!(last.key.as_str(), "جلسه" | "نشست") && last.start_byte >= from;
    let value = || {
        format!(
            "جلسه {}",
            &text[colon + 1..floor(text, colon + 40).max(colon + 1)]
        )
    };
    (names && read_title(&value()).ordinal.is_some()).then_some((HeadLabel::Ordinal, last.start_byte))
}

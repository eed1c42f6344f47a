//! A bracket at the end of a wording that says who acts and until when, without labels: «(منابع طبیعی - تا ۱۴۰۱/۱۲/۱۵)».
//! Knows no resolution: it is given one paragraph.

use super::columns::is_deadline;
use super::labels::{ends_a_sentence, ends_with_verb};
use super::names::begins_as_a_name;
use super::words::first_words;

/// Longest name in brackets that is in no list, in words.
const NAME_WORDS: usize = 6;

/// What is before the bracket that ends a text, and what is in it.
pub(super) fn last_bracket(text: &str) -> Option<(&str, &str)> {
    let (close, open) = match text.chars().next_back()? {
        ')' => (')', '('),
        ']' => (']', '['),
        _ => return None,
    };
    let inside_end = text.len() - close.len_utf8();
    let at = text[..inside_end].rfind(open)?;
    Some((&text[..at], &text[at + open.len_utf8()..inside_end]))
}

/// The deadline and the names in a bracket: with a deadline whatever short names are beside it, without one only what
/// begins as names do, and behind a whole sentence.
pub(super) fn fields_without_labels(before: &str, inside: &str) -> Option<(String, String)> {
    let parts = parts_of(inside);
    let whole = ends_a_sentence(before) || before.trim_end().ends_with(['.', '؛', ')', ']']);
    let (deadlines, names): (Vec<&str>, Vec<&str>) = parts.iter().partition(|part| is_deadline(part));
    let known = names.iter().all(|name| begins_as_a_name(name));
    let is_name = |name: &&str| {
        let words = first_words(name, NAME_WORDS + 1);
        let first = words.first().map_or("", |word| word.key.as_str());
        const NO_NAMES: &[&str] = &[
            "با",
            "به",
            "در",
            "از",
            "طبق",
            "مطابق",
            "بر",
            "که",
            "طی",
            "بدون",
            "برای",
            "ره",
            "ص",
            "ع",
            "عج",
        ];
        !words.is_empty() && words.len() <= NAME_WORDS && !NO_NAMES.contains(&first) && !ends_with_verb(name)
    };
    let fits = match (deadlines.len(), names.is_empty()) {
        (1, true) => whole,
        (1, false) => known || (names.len() == 1 && names.iter().all(is_name)),
        (0, false) => known && whole,
        _ => false,
    };
    fits.then(|| (deadlines.join(" "), names.join("، ")))
}

/// The parts of a bracket between its signs; a sign between two digits is part of a date.
fn parts_of(inside: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in inside.char_indices().filter(|(_, c)| "-–—ـ/،؛|".contains(*c)) {
        let digit_before = inside[..at].trim_end().ends_with(char::is_numeric);
        let digit_behind = inside[at + c.len_utf8()..]
            .trim_start()
            .starts_with(char::is_numeric);
        if !(digit_before && digit_behind) {
            parts.push(inside[start..at].trim());
            start = at + c.len_utf8();
        }
    }
    parts.push(inside[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

//! Where graphemes and words begin, found from what stands near a byte.
//! It does not know rows; a line break is a character like others but for words.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::super::cluster::stands_alone;

/// The beginning of the next word after `byte` (UAX #29), at most the end of the paragraph, or past its line break.
pub(super) fn next_word(text: &str, byte: usize) -> usize {
    if text[byte..].starts_with('\n') {
        return byte + 1;
    }
    let start = word_start_before(text, byte);
    for (at, word) in text[start..].split_word_bound_indices() {
        let at = start + at;
        if at >= byte && word == "\n" {
            return at;
        }
        if at > byte && is_word(word) {
            return at;
        }
    }
    text.len()
}

/// The beginning of the word before `byte`, at least the start of the paragraph, or past the line break before it.
pub(super) fn previous_word(text: &str, byte: usize) -> usize {
    if text[..byte].ends_with('\n') {
        return byte - 1;
    }
    let mut end = byte;
    loop {
        let start = word_start_before(text, end);
        let words = text[start..].split_word_bound_indices();
        let before = words.take_while(|(at, _)| start + at < end);
        if let Some((at, _)) = before.filter(|(_, word)| is_word(word)).last() {
            return start + at;
        }
        if start == 0 || text[..start].ends_with('\n') {
            return start;
        }
        end = start;
    }
}

fn is_word(segment: &str) -> bool {
    segment.contains(char::is_alphanumeric)
}

/// The last place before `byte` where a word begins behind a blank, or its paragraph does: there UAX #29 needs to know
/// nothing of what stands before.
fn word_start_before(text: &str, byte: usize) -> usize {
    let mut after = '\n';
    let mut at = byte;
    for (before_at, before) in text[..byte].char_indices().rev() {
        if before == '\n' || (before == ' ' && after != ' ' && stands_alone(after)) {
            return at;
        }
        (at, after) = (before_at, before);
    }
    0
}

/// The first grapheme boundary at `byte` or after it.
pub(super) fn boundary_from(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte += 1;
    }
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => next_boundary(text, byte),
        _ => byte,
    }
}

/// The next grapheme boundary after `byte`.
pub(super) fn next_boundary(text: &str, byte: usize) -> usize {
    GraphemeCursor::new(byte, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// The grapheme boundary before `byte`.
pub(super) fn previous_boundary(text: &str, byte: usize) -> usize {
    GraphemeCursor::new(byte, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

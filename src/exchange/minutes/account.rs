//! The account of words: that what was read holds every word of the input.
//! Knows no meaning: it counts folded words.

use std::collections::HashMap;

use compact_str::CompactString;

use super::markup::{entity_at, sign_run, tag_at};
use super::values::ReadMinutes;
use super::words::words;
use crate::text::clean_input;

/// The words of `input` that are nowhere in `read`, folded and in order; empty when nothing was lost.
///
/// Tags of markup are no words. A word that stands twice in the input must stand twice in the result.
pub fn words_lost(input: &str, read: &ReadMinutes) -> Vec<String> {
    let mut kept = words_kept(read);
    let mut lost = Vec::new();
    for word in words(&without_markup(input)) {
        match kept.get_mut(&word.key) {
            Some(count) if *count > 0 => *count -= 1,
            _ => lost.push(word.key.into()),
        }
    }
    lost
}

/// The words of `source` that are not among the words of `parts`, as written, with blanks between them.
pub(super) fn left_over(source: &str, parts: &[&str]) -> String {
    let mut counts: HashMap<CompactString, usize> = HashMap::new();
    for word in parts.iter().flat_map(|part| words(part)) {
        *counts.entry(word.key).or_default() += 1;
    }
    let mut left = String::new();
    for word in words(source) {
        match counts.get_mut(&word.key) {
            Some(count) if *count > 0 => *count -= 1,
            _ => {
                if !left.is_empty() {
                    left.push(' ');
                }
                left.push_str(&source[word.start_byte..word.end_byte]);
            }
        }
    }
    left
}

/// How often each folded word stands in the text of a result. Typed values (dates, ordinals) do not count: what they
/// were read from is among the understood parts or in a paragraph that was kept.
pub(super) fn words_kept(read: &ReadMinutes) -> HashMap<CompactString, usize> {
    let mut counts: HashMap<CompactString, usize> = HashMap::new();
    let mut add = |text: &str| {
        for word in words(text) {
            *counts.entry(word.key).or_default() += 1;
        }
    };
    let single = [&read.invitation_number, &read.place, &read.chair, &read.secretary];
    // Taken from a sentence that is kept whole, these are copies; `understood` has the rest of their lines then.
    single.into_iter().flatten().for_each(|text| add(text));
    read.agenda
        .iter()
        .chain(&read.signatures)
        .for_each(|text| add(text));
    for guest in &read.guests {
        add(&guest.name);
        guest.post.iter().for_each(|post| add(post));
    }
    for note in &read.notes {
        note.speaker.iter().for_each(|speaker| add(speaker));
        add(&note.text);
    }
    for line in &read.attendance {
        add(&line.name);
        line.beside_the_name().for_each(&mut add);
    }
    for resolution in &read.resolutions {
        add(&resolution.text);
        let fields = [
            &resolution.subject,
            &resolution.deadline_written,
            &resolution.responsible_written,
        ];
        fields.into_iter().flatten().for_each(|text| add(text));
        for clause in &resolution.clauses {
            clause.deadline_written.iter().for_each(|text| add(text));
        }
        resolution.follows_written.iter().for_each(|text| add(text));
        resolution.remarks.iter().for_each(|text| add(text));
    }
    for annex in &read.annexes {
        annex.title.iter().for_each(|title| add(title));
        annex.rows.iter().flatten().for_each(|cell| add(cell));
    }
    read.understood
        .iter()
        .chain(&read.raw)
        .for_each(|line| add(&line.text));
    counts
}

/// Stands for markup that parts no words; it is dropped with the directional marks.
const MARK: char = '\u{200e}';

/// The input as plain text: tags are taken out, entities are characters.
pub(super) fn without_markup(input: &str) -> String {
    let input = clean_input(input);
    let mut plain = String::with_capacity(input.len());
    let mut at = 0;
    while let Some(offset) = input[at..].find(['<', '&', '*', '_']) {
        let sign = at + offset;
        plain.push_str(&input[at..sign]);
        let rest = &input[sign..];
        let found = match rest.as_bytes()[0] {
            b'<' => {
                tag_at(&input, sign).map(|(tag, after)| (if tag.parts_words() { ' ' } else { MARK }, after))
            }
            b'&' => entity_at(&input, sign),
            bold => match sign_run(rest, char::from(bold)) {
                1 => None,
                2 => Some((MARK, sign + 2)),
                run => Some((' ', sign + run)),
            },
        };
        let (c, after) = found.unwrap_or_else(|| (char::from(rest.as_bytes()[0]), sign + 1));
        plain.push(c);
        at = after;
    }
    plain.push_str(&input[at..]);
    plain.replace(is_mark, "")
}

/// Directional marks: they are dropped from every field.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::super::values::RawLine;
    use super::*;

    #[test]
    fn every_missing_word_is_named_as_often_as_it_is_missing() {
        let raw = vec![RawLine {
            number: 1,
            text: "آب، خاک".to_owned(),
        }];
        let read = ReadMinutes {
            raw,
            ..ReadMinutes::default()
        };
        assert_eq!(words_lost("<p>خاک</p> آب", &read), Vec::<String>::new());
        assert_eq!(words_lost("آب آب باد", &read), ["اب", "باد"]);
    }

    #[test]
    fn what_is_left_over_is_as_written() {
        assert_eq!(left_over("تاریخ: ۱۴۰۲ محل: سالن", &["سالن"]), "تاریخ ۱۴۰۲ محل");
    }
}

//! Formal phrases and names whose rest is offered while a text is typed; taken by a key of its own, never by itself.
//! Does not know where the offer is shown.

use crate::text::{EditBuffer, fold, fold_mapped};

/// The phrases, made for this program.
const PHRASES: &str = include_str!("../../data/phrases.txt");
/// So many characters before the caret are looked at; no phrase is begun further back.
const LOOKED_AT: usize = 80;
/// So many letters begin a phrase.
const LETTERS_MIN: usize = 2;

/// The rest of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PhraseOffer {
    /// The phrase in full, to be shown.
    pub whole: String,
    /// What is still to be typed of it.
    pub rest: String,
}

/// The phrases in the order in which they are offered.
fn phrases() -> impl Iterator<Item = &'static str> {
    let lines = PHRASES.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What is offered where the caret stands, at the end of a paragraph: the phrase or name of which the longest part is
/// written, phrases first.
pub(super) fn offer<'n>(buffer: &EditBuffer, names: impl Iterator<Item = &'n str>) -> Option<PhraseOffer> {
    let (before, behind) = buffer.text().split_at_checked(buffer.caret_byte())?;
    let at_end = behind.is_empty() || behind.starts_with('\n');
    if !at_end || buffer.selection().is_some() {
        return None;
    }
    let paragraph = before.rsplit('\n').next().unwrap_or_default();
    let starts = starts(paragraph);
    let written: Vec<(&str, String)> = starts
        .into_iter()
        .map(|at| &paragraph[at..])
        .map(|part| (part, fold(part)))
        .collect();
    let formal = phrases().map(|phrase| -> &'n str { phrase });
    let known: Vec<(&str, String)> = formal.chain(names).map(|name| (name, fold(name))).collect();
    written
        .iter()
        .filter(|(_, part)| part.chars().filter(|c| c.is_alphanumeric()).count() >= LETTERS_MIN)
        .find_map(|(part, folded)| {
            let begun = known.iter().filter(|(_, name)| name.starts_with(folded.as_str()));
            begun
                .into_iter()
                .find_map(|(name, _)| rest(name, part, folded.len()))
        })
}

/// Where words begin in the last part of a paragraph, the furthest first.
fn starts(paragraph: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut in_word = false;
    for (at_byte, c) in paragraph.char_indices() {
        let is_word = c.is_alphanumeric() || c == '\u{200C}';
        if is_word && !in_word {
            starts.push(at_byte);
        }
        in_word = is_word;
    }
    let first = paragraph
        .char_indices()
        .rev()
        .nth(LOOKED_AT)
        .map_or(0, |(at, _)| at);
    starts.retain(|at| *at >= first);
    starts
}

/// What is still to be typed of a phrase whose folded beginning of so many bytes is written as `part`.
fn rest(phrase: &str, part: &str, folded_bytes: usize) -> Option<PhraseOffer> {
    let folded = fold_mapped(phrase);
    let from = usize::try_from(*folded.source_byte.get(folded_bytes)?).ok()?;
    let rest = phrase.get(from..)?;
    // A blank that is written ends the word.
    let rest = match part.ends_with(char::is_whitespace) {
        true => rest.strip_prefix(' ')?,
        false => rest,
    };
    let rest = rest.trim_start_matches('\u{200C}');
    (!rest.trim().is_empty()).then(|| PhraseOffer {
        whole: phrase.to_owned(),
        rest: rest.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::EditCommand;

    fn rest_of(written: &str) -> Option<String> {
        let mut buffer = EditBuffer::new(written);
        buffer.apply(EditCommand::MoveTo(written.len()));
        offer(&buffer, ["کارگروه آب", "لیلا صبوری"].into_iter()).map(|offer| offer.rest)
    }

    #[test]
    fn the_rest_of_a_phrase_or_name_is_offered_where_it_was_begun() {
        for (written, rest) in [
            ("مق", "رر شد"),
            ("گفت که مقرر ", "شد"),
            ("سطر نخست\nبا توجه", " به"),
            ("لي", "لا صبوری"),
            ("به گفته لیلا ص", "بوری"),
            ("مقرر گ", "ردید"),
        ] {
            assert_eq!(rest_of(written).as_deref(), Some(rest), "{written}");
        }
    }

    #[test]
    fn nothing_is_offered_for_one_letter_a_whole_phrase_or_another_word() {
        for written in ["", "م", "مقرر شد و", "ررمق", "مقر ش", "مق "] {
            assert_eq!(rest_of(written), None, "{written}");
        }
    }

    #[test]
    fn within_a_paragraph_nothing_is_offered() {
        let mut buffer = EditBuffer::new("مقرر ");
        buffer.apply(EditCommand::MoveTo(4));
        assert_eq!(offer(&buffer, std::iter::empty()), None);
    }

    #[test]
    fn every_phrase_is_there_once() {
        let mut all: Vec<String> = phrases().map(fold).collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert!(count > 40 && all.len() == count);
    }
}

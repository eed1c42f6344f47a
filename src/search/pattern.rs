//! Words that are looked for: folded once, compared with many texts. Does not know whose texts they are.

use crate::domain::names::core_name;
use crate::text::{begun, fold};
use std::ops::Range;

/// A word or phrase of a filter.
#[derive(Clone, Debug)]
pub struct Pattern {
    written: String,
    folded: String,
    /// Folded as the word that it may be the beginning of: «هیئ» of «هیأت».
    begun: Option<String>,
    /// Without its blanks, as letters.
    tight: Vec<char>,
    core: String,
}

/// Two patterns are the same when they were written the same.
impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.written == other.written
    }
}

impl Pattern {
    /// The pattern of a word or phrase; none where nothing is left of it to look for.
    pub(super) fn new(written: &str) -> Option<Pattern> {
        let folded = fold(written);
        let tight = folded.chars().filter(|c| *c != ' ').collect();
        let core = core_name(written);
        (!folded.is_empty()).then(|| Pattern {
            written: written.to_owned(),
            begun: begun(&folded),
            folded,
            tight,
            core,
        })
    }

    /// As it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Folded.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// Folded as the word that it may be the beginning of, where that is spelled otherwise.
    pub(super) fn begun(&self) -> Option<&str> {
        self.begun.as_deref()
    }

    /// Whether it occurs in a folded text: as it stands, or with blanks put elsewhere («دستگاهها» in «دستگاه ها»).
    pub(super) fn occurs_in(&self, folded: &str) -> bool {
        let begins = || self.begun().is_some_and(|begun| folded.contains(begun));
        folded.contains(&self.folded) || self.occurs_across_blanks(folded) || begins()
    }

    /// Whether it is this name, part of it, or the same name with other words for the kind of office.
    pub(super) fn names(&self, name: &str) -> bool {
        self.names_folded(&fold(name), &core_name(name))
    }

    /// The same of a name that is folded and whose core is known.
    pub(super) fn names_folded(&self, folded: &str, core: &str) -> bool {
        self.occurs_in(folded) || (!self.core.is_empty() && self.core == core)
    }

    /// Where it occurs in a folded text: bytes of it; where it does not occur, nowhere.
    pub(super) fn occurrences<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let as_begun = self.begun().map(|begun| folded.match_indices(begun));
        let as_written = folded.match_indices(&self.folded);
        as_written
            .chain(as_begun.into_iter().flatten())
            .map(|(at, found)| at..at + found.len())
            .chain(self.across_blanks(folded))
    }

    fn occurs_across_blanks(&self, folded: &str) -> bool {
        self.across_blanks(folded).next().is_some()
    }

    /// Whole words of the text that, blanks left out, are the pattern, blanks left out. Only whole words: «استان» is
    /// not in «است انجام».
    fn across_blanks<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut before = None;
        folded.char_indices().filter_map(move |(at, c)| {
            let starts_word = !before.is_some_and(char::is_alphanumeric);
            before = Some(c);
            let may_start = starts_word && Some(&c) == self.tight.first();
            let length = may_start
                .then(|| self.length_at_start_of(&folded[at..]))
                .flatten();
            length.map(|length| at..at + length)
        })
    }

    /// How many bytes at the start of a text are it, blanks left out, where no letter or digit touches them.
    fn length_at_start_of(&self, text: &str) -> Option<usize> {
        let mut wanted = self.tight.iter();
        let letters = text.char_indices().filter(|(_, c)| *c != ' ');
        for (at, c) in letters {
            if wanted.next() != Some(&c) {
                return None;
            }
            if wanted.as_slice().is_empty() {
                let end = at + c.len_utf8();
                let touched = text[end..].chars().next().is_some_and(char::is_alphanumeric);
                return (!touched).then_some(end);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn occurs(pattern: &str, text: &str) -> bool {
        Pattern::new(pattern).unwrap().occurs_in(&fold(text))
    }

    #[test]
    fn a_joiner_a_blank_and_nothing_are_alike() {
        let spellings = ["دستگاه\u{200C}ها", "دستگاه ها", "دستگاهها"];
        for pattern in spellings {
            for text in spellings {
                assert!(
                    occurs(pattern, &format!("همه {text} موظفند")),
                    "{pattern} in {text}"
                );
            }
        }
    }

    #[test]
    fn words_that_touch_by_chance_are_no_word() {
        assert!(!occurs("استان", "لازم است انجام شود"));
        assert!(!occurs("کار", "یک ارزش"));
        assert!(occurs("کار", "همکاری"));
    }

    #[test]
    fn a_word_that_is_being_written_is_found_in_every_spelling() {
        for text in ["هیئت", "هیأت", "هیات"] {
            for pattern in ["هیئ", "هی", "هيئت", "هیأ", "هیا", "هیات", "هیأتی"] {
                assert_eq!(occurs(pattern, text), pattern != "هیأتی", "{pattern} in {text}");
            }
        }
        assert!(occurs("مسوو", "مسئولان") && occurs("نظر هیئ", "نظر هیات امنا"));
        assert!(!occurs("مسو", "مسیر"));
    }

    #[test]
    fn a_name_is_found_with_other_words_for_the_office() {
        let pattern = Pattern::new("مدیرکل بهزیستی").unwrap();
        assert!(pattern.names("اداره کل بهزیستی استان"));
        assert!(!pattern.names("اداره کل آموزش و پرورش"));
    }
}

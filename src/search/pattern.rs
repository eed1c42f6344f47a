//! Words that are looked for: folded once, compared with many texts. Does not know whose texts they are.

use crate::domain::names::core_name;
use crate::text::fold;

/// A word or phrase of a filter.
#[derive(Clone, Debug)]
pub struct Pattern {
    written: String,
    folded: String,
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

    /// Whether it occurs in a folded text: as it stands, or with blanks put elsewhere («دستگاهها» in «دستگاه ها»).
    pub(super) fn occurs_in(&self, folded: &str) -> bool {
        folded.contains(&self.folded) || self.occurs_across_blanks(folded)
    }

    /// Whether it is this name, part of it, or the same name with other words for the kind of office.
    pub(super) fn names(&self, name: &str) -> bool {
        self.names_folded(&fold(name), &core_name(name))
    }

    /// The same of a name that is folded and whose core is known.
    pub(super) fn names_folded(&self, folded: &str, core: &str) -> bool {
        self.occurs_in(folded) || (!self.core.is_empty() && self.core == core)
    }

    /// Whether whole words of the text, blanks left out, are the pattern, blanks left out. Only whole words:
    /// «استان» is not in «است انجام».
    fn occurs_across_blanks(&self, folded: &str) -> bool {
        let mut before = None;
        folded.char_indices().any(|(at, c)| {
            let starts_word = !before.is_some_and(char::is_alphanumeric);
            before = Some(c);
            starts_word && Some(&c) == self.tight.first() && self.is_start_of(&folded[at..])
        })
    }

    fn is_start_of(&self, text: &str) -> bool {
        let mut letters = text.chars().filter(|c| *c != ' ');
        let mut rest = text.chars();
        let same = self.tight.iter().all(|c| letters.next() == Some(*c));
        same && {
            // The letter after the match, blanks not left out.
            let mut left = self.tight.len();
            while left > 0 {
                left -= usize::from(rest.next().is_none_or(|c| c != ' '));
            }
            !rest.next().is_some_and(char::is_alphanumeric)
        }
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
    fn a_name_is_found_with_other_words_for_the_office() {
        let pattern = Pattern::new("مدیرکل بهزیستی").unwrap();
        assert!(pattern.names("اداره کل بهزیستی استان"));
        assert!(!pattern.names("اداره کل آموزش و پرورش"));
    }
}

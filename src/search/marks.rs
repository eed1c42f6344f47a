//! Where a filter's words stand in a text as it was written, to be marked there. Does not know how a mark looks.

use super::filter::{Filter, Test};
use super::pattern::Pattern;
use crate::text::fold_mapped;
use std::ops::Range;

/// What a text is of a resolution, and so which terms of a filter look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPart {
    /// Wording, deadline, follow-up, note, item of an agenda.
    Text,
    /// The subject.
    Subject,
    /// The name of a responsible organisation.
    Responsible,
}

impl Filter {
    /// Whether a responsible organisation is looked for that has this name, excluded ones left out.
    pub fn asks_for(&self, name: &str) -> bool {
        let terms = self.groups.iter().flatten().filter(|term| !term.excluded);
        let mut terms = terms.map(|term| &term.test);
        terms.any(|test| matches!(test, Test::Responsible(pattern) if pattern.names(name)))
    }

    /// The bytes of `text` that have the words looked for, in their order, each range apart from the next. Where a
    /// word was looked for, they are there; spellings, joiners and blanks are those of the text. Excluded terms mark
    /// nothing.
    ///
    /// ```
    /// use dabir::search::{Filter, TextPart};
    /// let filter = Filter::parse("دستگاهها").unwrap();
    /// let text = "همه دستگاه‌ها موظفند";
    /// let marks = filter.marks(text, TextPart::Text);
    /// assert_eq!(&text[marks[0].clone()], "دستگاه‌ها");
    /// ```
    pub fn marks(&self, text: &str, part: TextPart) -> Vec<Range<usize>> {
        let terms = self.groups.iter().flatten().filter(|term| !term.excluded);
        let wanted: Vec<&Test> = terms
            .map(|term| &term.test)
            .filter(|test| looks_at(test, part))
            .collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let folded = fold_mapped(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for test in wanted {
            let before = found.len();
            if let Some(pattern) = pattern(test) {
                let in_text = pattern.occurrences(&folded.text);
                found.extend(in_text.map(|range| folded.source_range(range)));
            }
            // The same office by other words: no letters of it stand there, and yet it is what was meant.
            if let Test::Responsible(pattern) = test
                && found.len() == before
                && pattern.names(text)
            {
                found.push(0..text.len());
            }
        }
        joined(found)
    }
}

fn pattern(test: &Test) -> Option<&Pattern> {
    match test {
        Test::Words(pattern) | Test::Subject(pattern) | Test::Responsible(pattern) => Some(pattern),
        _ => None,
    }
}

fn looks_at(test: &Test, part: TextPart) -> bool {
    match test {
        Test::Words(_) => true,
        Test::Subject(_) => part == TextPart::Subject,
        Test::Responsible(_) => part == TextPart::Responsible,
        _ => false,
    }
}

/// Ranges in their order, those that touch made one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold, fold_tight};
    use proptest::prelude::*;

    fn marked(filter: &str, text: &str, part: TextPart) -> Vec<String> {
        let filter = Filter::parse(filter).unwrap();
        let marks = filter.marks(text, part);
        marks.into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_mark_covers_the_letters_of_the_text_however_they_are_written() {
        let text = "گزارشِ دستگاه‌هاي عضو، دستگاه هاي ديگر";
        assert_eq!(
            marked("دستگاههای گزارش", text, TextPart::Text),
            ["گزارشِ", "دستگاه‌هاي", "دستگاه هاي"]
        );
        assert_eq!(marked("«هاي عضو»", text, TextPart::Text), ["هاي عضو"]);
        assert!(marked("-عضو مسئول:عضو", text, TextPart::Text).is_empty());
    }

    #[test]
    fn a_field_marks_only_what_it_looks_at() {
        assert_eq!(marked("موضوع:آب", "آب شهر", TextPart::Subject), ["آب"]);
        assert!(marked("موضوع:آب", "آب شهر", TextPart::Text).is_empty());
        let asks = |filter| Filter::parse(filter).unwrap().asks_for("اداره راه");
        assert!(asks("مسئول:راه") && !asks("راه -مسئول:راه") && !asks("مسئول:آب"));
        assert_eq!(marked("مسئول:راه", "اداره راه", TextPart::Responsible), ["راه"]);
        let other = "اداره کل بهزیستی استان";
        assert_eq!(
            marked("مسئول:«مدیرکل بهزیستی»", other, TextPart::Responsible),
            [other]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        #[test]
        fn there_is_a_mark_where_the_words_occur_and_nowhere_else(
            pattern in "[ابيی\u{200C} َ1. ]{1,6}",
            text in "[ابيی\u{200C}\u{200F} َﻻ1١. ]{0,24}",
        ) {
            let Some(pattern) = Pattern::new(&pattern) else { return Ok(()) };
            let filter = Filter { groups: vec![vec![crate::search::Term {
                excluded: false,
                test: Test::Words(pattern.clone()),
            }]] };
            let marks = filter.marks(&text, TextPart::Text);
            prop_assert_eq!(!marks.is_empty(), pattern.occurs_in(&fold(&text)));
            for mark in &marks {
                // Every mark is letters of the text that say the pattern at least once.
                let said = fold_tight(&text[mark.clone()]);
                prop_assert!(said.contains(&fold_tight(pattern.written())), "{:?}", mark);
            }
            prop_assert!(marks.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
    }
}

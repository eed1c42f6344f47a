//! Whether a word is found, against a plain slow reference: texts are made of letters, each in any of its spellings,
//! and the reference sees only which letters they are. Does not know how folding is done.

use super::{Filter, FilterRow};
use crate::calendar::Day;
use crate::domain::resolution::Status;
use proptest::prelude::*;

/// Spellings of one letter or digit, a row for each.
const LETTERS: [&[&str]; 8] = [
    &["ا", "أ", "إ", "آ", "ٱ", "\u{FE8D}"],
    &["ی", "ي", "ى", "ئ", "ې", "\u{FEF3}"],
    &["ک", "ك", "\u{FEDB}"],
    &["ه", "ة", "ہ", "ۀ", "ه\u{654}", "ھ"],
    &["و", "ؤ"],
    // No «س»: «سوئ» ends in a hamza that is no ی, and such words are tested where text is folded.
    &["ل"],
    &["گ"],
    &["۷", "٧", "7"],
];
/// Written, but not read: ZWNJ, ZWJ, vowel signs, tatweel, marks of direction.
const NOTHING: [&str; 6] = ["\u{200C}", "\u{200D}", "\u{64E}", "\u{651}", "ـ", "\u{200F}"];
const BLANKS: [&str; 3] = [" ", "\u{A0}", "  "];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Sign {
    Letter(usize),
    Blank,
}

/// A text as it is written, and what a reader sees in it.
fn text(longest: usize) -> impl Strategy<Value = (String, Vec<Sign>)> {
    let letter = (0..LETTERS.len(), any::<prop::sample::Index>())
        .prop_map(|(letter, spelling)| (*spelling.get(LETTERS[letter]), Some(Sign::Letter(letter))));
    let nothing = prop::sample::select(NOTHING.to_vec()).prop_map(|written| (written, None));
    let blank = prop::sample::select(BLANKS.to_vec()).prop_map(|written| (written, Some(Sign::Blank)));
    let sign = prop_oneof![6 => letter, 1 => nothing, 2 => blank];
    prop::collection::vec(sign, 1..longest).prop_map(|signs| {
        let written = signs.iter().map(|(written, _)| *written).collect();
        let mut read: Vec<Sign> = signs.into_iter().filter_map(|(_, sign)| sign).collect();
        // Blanks beside one another, or at the ends, are not seen.
        read.dedup_by(|next, before| *next == Sign::Blank && *before == Sign::Blank);
        let start = usize::from(read.first() == Some(&Sign::Blank));
        let end = read.len() - usize::from(read.len() > start && read.last() == Some(&Sign::Blank));
        (written, read[start..end].to_vec())
    })
}

/// The pattern stands in the text as it is; or as whole words of it, whatever blanks are put into either.
fn stands_in(pattern: &[Sign], text: &[Sign]) -> bool {
    let as_it_is = text.windows(pattern.len()).any(|part| part == pattern);
    let tight = |signs: &[Sign]| -> Vec<Sign> {
        signs
            .iter()
            .copied()
            .filter(|sign| *sign != Sign::Blank)
            .collect()
    };
    let words: Vec<&[Sign]> = text.split(|sign| *sign == Sign::Blank).collect();
    let of_words = |from: usize, to: usize| tight(&words[from..to].concat()) == tight(pattern);
    as_it_is || (0..words.len()).any(|from| (from + 1..=words.len()).any(|to| of_words(from, to)))
}

fn row(text: &str) -> FilterRow<'_> {
    FilterRow {
        subject: None,
        responsible: Vec::new(),
        session: "s",
        ordinal: None,
        year: None,
        body: Vec::new(),
        status: Status::Open,
        overdue: false,
        due: None,
        texts: vec![text],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_phrase_is_found_just_where_a_reader_of_letters_finds_it(
        (pattern, pattern_read) in text(6),
        (text, text_read) in text(30),
    ) {
        prop_assume!(!pattern_read.is_empty());
        let filter = Filter::parse(&format!("\"{pattern}\"")).unwrap();
        prop_assert_eq!(filter.matches(&row(&text), Day::FIRST), stands_in(&pattern_read, &text_read), "{:?} in {:?}", pattern, text);
    }

    #[test]
    fn a_part_of_a_text_in_other_spellings_is_found_in_it(
        (text, read) in text(30),
        from in any::<prop::sample::Index>(),
        length in 1usize..6,
        spellings in prop::collection::vec(any::<prop::sample::Index>(), 6),
    ) {
        prop_assume!(!read.is_empty());
        let part = &read[from.index(read.len())..];
        let part = &part[..length.min(part.len())];
        let written: String = part.iter().zip(&spellings).map(|(sign, spelling)| match sign {
            Sign::Letter(letter) => *spelling.get(LETTERS[*letter]),
            Sign::Blank => *spelling.get(&BLANKS),
        }).collect();
        prop_assume!(part.iter().any(|sign| *sign != Sign::Blank));
        let filter = Filter::parse(&format!("\"{written}\"")).unwrap();
        prop_assert!(filter.matches(&row(&text), Day::FIRST), "{:?} in {:?}", written, text);
    }
}

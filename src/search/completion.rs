//! What may stand where a filter is being typed: names of fields, then their values. Does not know where names come
//! from.

use super::field::FilterField;
use super::filter::quoted;
use super::parse::{QUOTES, begins_term, field_sign};
use super::values::STATUSES;
use crate::text::{begun, fold, fold_tight};
use std::ops::Range;

/// At most so many are offered.
const OFFERS_MAX: usize = 5;

/// What values are known.
#[derive(Clone, Debug, Default)]
pub struct KnownValues {
    /// Organisations: each with the name that is offered, and its other names.
    pub organisations: Vec<(String, Vec<String>)>,
    /// Bodies, in the same way.
    pub bodies: Vec<(String, Vec<String>)>,
    /// Years of sessions.
    pub years: Vec<i32>,
    /// Whether words of the grammar are offered in English where nothing tells the language.
    pub english: bool,
}

/// What is offered, and what it stands in the place of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// Bytes of the filter that an offer is put in the place of.
    pub range_byte: Range<usize>,
    /// The offers, as they are put in.
    pub offers: Vec<String>,
}

/// What may stand at the caret, which is at the end of what is typed of it; no offers where nothing is known. After
/// every offer of a field's name comes its value.
///
/// ```
/// use dabir::search::{KnownValues, complete};
/// let typed = "گزارش وض";
/// let completion = complete(typed, typed.len(), &KnownValues::default());
/// assert_eq!(completion.offers, ["وضعیت:"]);
/// assert_eq!(&typed[completion.range_byte], "وض");
/// ```
pub fn complete(text: &str, caret_byte: usize, known: &KnownValues) -> Completion {
    let (Some(before), Some(behind)) = (text.get(..caret_byte), text.get(caret_byte..)) else {
        return Completion::default();
    };
    let goes_on = behind
        .chars()
        .next()
        .is_some_and(|c| !c.is_whitespace() && c != '|');
    if goes_on {
        return Completion::default();
    }
    let start = begins_term(before);
    let start = start + usize::from(before[start..].starts_with('-'));
    let term = &before[start..];
    let (start, offers) = match field_sign(term) {
        Some((field, value)) => (start + value, values(field, opened(&term[value..]), known)),
        None => (start, names(term)),
    };
    let typed = &before[start..];
    Completion {
        range_byte: start..caret_byte,
        offers: offers
            .into_iter()
            .filter(|offer| offer != typed)
            .take(OFFERS_MAX)
            .collect(),
    }
}

/// The value without the mark that opens its quotation.
fn opened(value: &str) -> &str {
    QUOTES
        .into_iter()
        .find_map(|(open, _)| value.strip_prefix(open))
        .unwrap_or(value)
}

/// Names of fields that begin with what is typed, each field once.
fn names(typed: &str) -> Vec<String> {
    let wanted = fold_tight(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut offers = Vec::new();
    for field in FilterField::ALL {
        // «مسو» begins «مسوول», though that is folded as «مسئول».
        let begins = |name: &&'static str| fold_tight(name).starts_with(&wanted) || name.starts_with(&wanted);
        if let Some(name) = field.names().find(begins) {
            offers.push(format!("{name}:"));
            if field == FilterField::Due {
                offers.push(format!("{name}<"));
            }
        }
    }
    offers
}

fn values(field: FilterField, typed: &str, known: &KnownValues) -> Vec<String> {
    let english = match typed.chars().find(|c| c.is_alphabetic()) {
        Some(letter) => letter.is_ascii(),
        None => known.english,
    };
    match field {
        FilterField::Responsible => named(&known.organisations, typed),
        FilterField::Body => named(&known.bodies, typed),
        FilterField::Status => statuses(typed, english),
        FilterField::Due => due_words(typed, english),
        FilterField::Year => beginning(known.years.iter().map(ToString::to_string), typed),
        FilterField::Subject | FilterField::Session => Vec::new(),
    }
}

/// Each status by its printed word, or by another one of its words that begins with what is typed.
fn statuses(typed: &str, english: bool) -> Vec<String> {
    let wanted = fold_tight(typed);
    let begins = |word: &&&'static str| word.is_ascii() == english && fold_tight(word).starts_with(&wanted);
    let words = STATUSES.iter().filter_map(|(_, words)| words.iter().find(begins));
    words
        .filter(|word| fold_tight(word) != wanted)
        .map(|word| quoted(word))
        .collect()
}

fn beginning(words: impl Iterator<Item = String>, typed: &str) -> Vec<String> {
    let wanted = fold_tight(typed);
    words
        .filter(|word| fold_tight(word).starts_with(&wanted))
        .collect()
}

/// Those with a name in which the typed letters stand: first where a word of it begins with them.
fn named(all: &[(String, Vec<String>)], typed: &str) -> Vec<String> {
    let wanted = fold(typed);
    // What is typed, and the word that it may be the beginning of in another spelling.
    let spellings: Vec<String> = begun(&wanted).into_iter().chain([wanted]).collect();
    let far = |name: &str| {
        let name = fold(name);
        let far = |wanted: &String| match name.find(wanted.as_str()) {
            Some(0) => Some(0),
            Some(_) if name.contains(&format!(" {wanted}")) => Some(1),
            found => found.map(|_| 2),
        };
        spellings.iter().filter_map(far).min()
    };
    let distance = |(name, others): &(String, Vec<String>)| {
        let all = std::iter::once(name).chain(others);
        all.filter_map(|name| far(name)).min()
    };
    let mut found: Vec<(i32, &str)> = all
        .iter()
        .filter_map(|one| Some((distance(one)?, one.0.as_str())))
        .collect();
    found.sort_by_key(|(far, _)| *far);
    found.into_iter().map(|(_, name)| quoted(name)).collect()
}

/// Spans, today, and no day; of a number that is typed, the units.
fn due_words(typed: &str, english: bool) -> Vec<String> {
    let number: String = typed.chars().take_while(|c| c.is_numeric()).collect();
    let units = if english {
        ["d", "w", "m"]
    } else {
        ["روز", "هفته", "ماه"]
    };
    let spans: Vec<String> = match (number.is_empty(), english) {
        (false, _) => units.map(|unit| format!("{number}{unit}")).into(),
        (true, true) => ["7d", "30d", "3m", "today", "none"].map(str::to_owned).into(),
        (true, false) => ["۷روز", "۳۰روز", "۳ماه", "امروز", "ندارد"]
            .map(str::to_owned)
            .into(),
    };
    beginning(spans.into_iter(), typed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Filter;
    use proptest::prelude::*;

    fn known() -> KnownValues {
        let with = |name: &str, others: &[&str]| {
            let others = others.iter().map(|other| (*other).to_owned()).collect();
            (name.to_owned(), others)
        };
        KnownValues {
            organisations: vec![
                with("سازمان صنعت، معدن و تجارت", &["صمت"]),
                with("اداره کل راه و شهرسازی", &["راه"]),
                with("شهرداری راهجرد", &[]),
                with("هیئت امنای بازار", &[]),
            ],
            bodies: vec![with("کتاف", &["کارگروه توسعه"])],
            years: vec![1402, 1401],
            english: false,
        }
    }

    fn offers(text: &str) -> Vec<String> {
        complete(text, text.len(), &known()).offers
    }

    #[test]
    fn fields_are_offered_by_any_of_their_names_in_either_language() {
        assert_eq!(offers("مس"), ["مسئول:"]);
        assert_eq!(offers("گزارش -مه"), ["مهلت:", "مهلت<"]);
        assert_eq!(offers("باز|sta"), ["status:"]);
        assert!(offers("گزارش ").is_empty() && offers("").is_empty() && offers("«مس").is_empty());
    }

    #[test]
    fn values_are_those_that_are_known_and_quoted_where_they_must_be() {
        assert_eq!(offers("مسئول:صم"), ["\"سازمان صنعت، معدن و تجارت\""]);
        assert_eq!(
            offers("مسئول: راه"),
            ["\"اداره کل راه و شهرسازی\"", "\"شهرداری راهجرد\""]
        );
        assert_eq!(offers("کارگروه:توسعه"), ["کتاف"]);
        assert_eq!(
            offers("وضعیت:"),
            ["باز", "انجام\u{200C}شده", "لغو", "جایگزین\u{200C}شده", "معوق"]
        );
        assert_eq!(offers("status:o"), ["open", "overdue"]);
        assert_eq!(offers("مهلت<"), ["۷روز", "۳۰روز", "۳ماه", "امروز", "ندارد"]);
        assert_eq!(offers("due<3"), ["3روز", "3هفته", "3ماه"]);
        assert_eq!(offers("سال:۱۴"), ["1402", "1401"]);
        assert!(offers("جلسه:").is_empty());
    }

    #[test]
    fn blanks_before_a_sign_and_inside_a_value_part_no_term() {
        assert_eq!(offers("وضعیت : با"), ["باز"]);
        assert_eq!(offers("آب -وضعیت :انجام ش"), ["انجام\u{200C}شده"]);
        assert_eq!(offers("وضعیت:در دست اج"), ["\"در دست اجرا\""]);
        assert_eq!(offers("وضعیت: عقب ا"), ["عقب\u{200C}افتاده"]);
        assert_eq!(offers("مسئول : صم"), ["\"سازمان صنعت، معدن و تجارت\""]);
        assert_eq!(offers("status :o"), ["open", "overdue"]);
        assert_eq!(offers("مهلت < 30 ر"), ["30روز"]);
        for finished in [
            "وضعیت:باز ",
            "وضعیت:انجام شده",
            "وضعیت:انجام شده ",
            "مهلت<30 گ",
            "گزارش : ",
        ] {
            assert!(offers(finished).is_empty(), "{finished}");
        }
        assert_eq!(offers("وضعیت:انجام شده وض"), ["وضعیت:"]);
    }

    #[test]
    fn names_are_offered_in_any_spelling_as_they_are_typed() {
        for typed in ["هی", "هیئ", "هیأ", "هیا", "هیئت", "هیات"] {
            assert_eq!(
                offers(&format!("مسئول:{typed}")).last(),
                Some(&"\"هیئت امنای بازار\"".to_owned()),
                "{typed}"
            );
        }
        assert_eq!(offers("مسو"), ["مسوول:"]);
        assert_eq!(offers("مسؤ"), ["مسوول:"]);
        assert_eq!(offers("مسؤول"), ["مسئول:"]);
    }

    #[test]
    fn nothing_is_offered_inside_a_word() {
        assert!(complete("مسئول", "مس".len(), &known()).offers.is_empty());
        let typed = "مس باز";
        assert_eq!(complete(typed, "مس".len(), &known()).offers, ["مسئول:"]);
    }

    proptest! {
        #[test]
        fn what_is_taken_is_read_back(text in "[مسئولضعیتhe:<|\"« 3-]{0,12}", at in 0usize..24) {
            let completion = complete(&text, at.min(text.len()), &known());
            for offer in completion.offers {
                let mut taken = text.clone();
                taken.replace_range(completion.range_byte.clone(), &offer);
                let start = completion.range_byte.start;
                if offer.ends_with([':', '<']) {
                    prop_assert!(field_sign(&taken[start..]).is_some());
                } else {
                    let from = begins_term(&taken[..start + offer.len()]);
                    let term = &taken[from..start + offer.len()];
                    // Days before or after which there is none are not offered by their nature.
                    let is_due = term.contains('<');
                    prop_assert!(is_due || Filter::parse(term).is_ok(), "{}", term);
                }
            }
        }
    }
}

//! Who presided and where, from a sentence: «به ریاست ...», «در محل ...».
//! Knows no title.

use std::ops::Range;

use super::title::TITLE_WORDS;
use super::words::{Word, first_words};

/// Who presided, from «به ریاست ...» or «با ریاست ...» in a sentence.
pub(super) fn chair_in(text: &str) -> Option<Range<usize>> {
    let words = first_words(text, TITLE_WORDS);
    let at = words.windows(2).position(|pair| {
        (matches!(pair[0].key.as_str(), "به" | "با") && pair[1].key == "ریاست") || pair[1].key == "بریاست"
    })? + 2;
    phrase_from(
        text,
        &words,
        at,
        &[
            "حضور",
            "شرکت",
            "دبیری",
            "با",
            "به",
            "عضویت",
            "جمعی",
            "اعضا",
            "اعضای",
            "در",
        ],
    )
}

/// Where the session met, from «در محل ...» or «در سالن ...» in a sentence.
pub(super) fn place_in(text: &str) -> Option<Range<usize>> {
    let words = first_words(text, TITLE_WORDS);
    let at = words.windows(2).position(|pair| {
        pair[0].key == "در"
            && matches!(
                pair[1].key.as_str(),
                "محل" | "سالن" | "دفتر" | "مکان" | "اتاق" | "تالار"
            )
    })? + 1;
    let named = matches!(words[at].key.as_str(), "محل" | "مکان") && words.len() > at + 1;
    phrase_from(text, &words, at + usize::from(named), &["با", "به", "در", "حضور"])
}

/// What the session was about, from «با دستور کار ... برگزار شد» in a sentence.
pub(super) fn topic_in(text: &str) -> Option<Range<usize>> {
    const ENDS: &[&str] = &[
        "برگزار",
        "تشکیل",
        "منعقد",
        "ذیل",
        "زیر",
        "اغاز",
        "مورخ",
        "مورخه",
        "ساعت",
        "راس",
    ];
    let words = first_words(text, TITLE_WORDS);
    let said = |pair: &[Word]| {
        let with = pair[0].key == "با" && matches!(pair[1].key.as_str(), "موضوع" | "دستورکار" | "محوریت");
        let long = pair[0].key == "دستور" && matches!(pair[1].key.as_str(), "کار" | "جلسه");
        with || long
    };
    let at = words.windows(2).position(said)? + 2;
    let ends = |end: &usize| {
        let next = words.get(end + 1).map_or("", |next| next.key.as_str());
        match words[*end].key.as_str() {
            "در" => matches!(next, "روز" | "تاریخ" | "محل" | "سالن" | "ساعت" | "مورخ" | "مورخه"),
            "به" | "با" => matches!(next, "ریاست" | "حضور"),
            key => ENDS.contains(&key),
        }
    };
    let end = (at..words.len()).find(ends)?;
    let range = words.get(at)?.start_byte..words[end.checked_sub(1).filter(|last| *last >= at)?].end_byte;
    (!text[range.clone()].contains(['.', ':', '\n'])).then_some(range)
}

/// The words from `at` to one that ends such a phrase; «و» ends it before one of `after_and` only.
fn phrase_from(text: &str, words: &[Word], at: usize, after_and: &[&str]) -> Option<Range<usize>> {
    const ENDS: &[&str] = &[
        "با",
        "در",
        "برگزار",
        "تشکیل",
        "راس",
        "ساعت",
        "روز",
        "مورخ",
        "مورخه",
        "به",
        "که",
        "گردید",
        "شد",
        "منعقد",
        "ضمن",
        "و",
        "تاریخ",
        "بدین",
        "باحضور",
    ];
    let first = words.get(at)?;
    let mut end = None;
    for (index, word) in words.iter().enumerate().skip(at).take(20) {
        let key = word.key.as_str();
        let next = words.get(index + 1).map_or("", |next| next.key.as_str());
        let gap = &text[end.unwrap_or(first.start_byte)..word.start_byte];
        let ends = ENDS.contains(&key) && (key != "و" || after_and.contains(&next));
        if ends || gap.contains(['.', ':', '؛', '(', '\n']) {
            break;
        }
        end = Some(word.end_byte);
    }
    end.map(|end| first.start_byte..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chair_and_place_are_found_in_the_opening_sentence() {
        let text = "جلسه در محل سالن آفتاب به ریاست جناب آقای کریمی معاون محترم فنی و عمرانی و با حضور اعضا برگزار شد.";
        assert_eq!(
            &text[chair_in(text).unwrap()],
            "جناب آقای کریمی معاون محترم فنی و عمرانی"
        );
        assert_eq!(&text[place_in(text).unwrap()], "سالن آفتاب");
    }
}

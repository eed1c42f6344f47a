//! How a thing is to be done, in place of a day: at once, as soon as possible, continuously, until there is a result.
//! It does not know days. All text here is in tight form.

use super::Meaning;
use super::reading::without_start;

/// What such words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordedManner {
    Immediate,
    Asap,
    Continuous,
    UntilResult,
}

use WordedManner::{Asap, Continuous, Immediate, UntilResult};

/// Words and wordings; the longer stand before the shorter they begin with.
const WORDS: &[(&str, WordedManner)] = &[
    ("فوریت", Immediate),
    ("فوری", Immediate),
    ("فورا", Immediate),
    ("انی", Immediate),
    ("بلافاصله", Immediate),
    ("بیدرنگ", Immediate),
    ("بدونتاخیر", Immediate),
    ("بدونفوتوقت", Immediate),
    ("اسرعوقتممکن", Asap),
    ("اسرعوقت", Asap),
    ("اسرعزمانممکن", Asap),
    ("هرچهسریعتر", Asap),
    ("هرچهزودتر", Asap),
    ("سریعتر", Asap),
    ("سریعا", Asap),
    ("سریع", Asap),
    ("سرعت", Asap),
    ("اولینفرصتممکن", Asap),
    ("اولینفرصت", Asap),
    ("اولینزمانممکن", Asap),
    ("نزدیکترینزمانممکن", Asap),
    ("کوتاهترینزمانممکن", Asap),
    ("کوتاهترینزمان", Asap),
    ("کمترینزمانممکن", Asap),
    ("کمترینزمان", Asap),
    ("مستمرا", Continuous),
    ("مستمر", Continuous),
    ("دایمی", Continuous),
    ("دایما", Continuous),
    ("دایم", Continuous),
    ("مداوما", Continuous),
    ("مداوم", Continuous),
    ("همواره", Continuous),
    ("همیشگی", Continuous),
    ("همیشه", Continuous),
    ("پیوسته", Continuous),
    ("تمامطولسال", Continuous),
    ("طولسال", Continuous),
    ("حصولنتیجهنهایی", UntilResult),
    ("حصولنتیجهمطلوب", UntilResult),
    ("حصولنتیجهکامل", UntilResult),
    ("حصولنتیجهقطعی", UntilResult),
    ("حصولنتیجه", UntilResult),
    ("رسیدنبهنتیجه", UntilResult),
    ("اخذنتیجهنهایی", UntilResult),
    ("اخذنتیجه", UntilResult),
    ("نتیجهنهایی", UntilResult),
    ("اجرایکاملمصوبه", UntilResult),
    ("اجرایکامل", UntilResult),
    ("تعیینتکلیفنهایی", UntilResult),
    ("تعیینتکلیف", UntilResult),
];
/// Words before them that add nothing, the longer before the shorter they begin with. «تا» stands before a result alone.
const BEFORE: [&str; 23] = [
    "بصورت",
    "بهصورت",
    "بطور",
    "بهطور",
    "بشکل",
    "بهشکل",
    "باقید",
    "قید",
    "بسیار",
    "خیلی",
    "کاملا",
    "با",
    "به",
    "ب",
    "پیگیری",
    "گزارش",
    "اقدام",
    "تازمان",
    "تا",
    "در",
    "طی",
    "زمان",
    "و",
];
const SEPARATORS: [char; 6] = [',', '-', '/', 'و', '.', ';'];

impl WordedManner {
    pub(super) fn meaning(self) -> Meaning {
        match self {
            Immediate => Meaning::Immediate,
            Asap => Meaning::Asap,
            Continuous => Meaning::Continuous,
            UntilResult => Meaning::UntilResult,
        }
    }
}

/// Reads words that all say the same manner: «فوری», «با قید فوریت», «دائم و مستمر», «تا حصول نتیجه».
pub(super) fn read(text: &str) -> Option<WordedManner> {
    let (manner, rest) = leading(text)?;
    let rest = rest.trim_start_matches(SEPARATORS);
    if rest.is_empty() {
        return Some(manner);
    }
    let other = read(rest)?;
    match (manner, other) {
        _ if manner == other => Some(manner),
        // It goes on until it is done.
        (Continuous, UntilResult) | (UntilResult, Continuous) => Some(UntilResult),
        _ => None,
    }
}

/// The manner a text begins with, and what stands behind its words.
fn leading(text: &str) -> Option<(WordedManner, &str)> {
    let bare = without_start(text, &BEFORE);
    // A word may itself begin like one of those before it («بلافاصله» with «ب»).
    [text, bare].into_iter().find_map(|text| {
        let with_word = |&(word, manner): &(&str, WordedManner)| Some((manner, text.strip_prefix(word)?));
        WORDS.iter().find_map(with_word)
    })
}

/// The text parted into manner and the rest, in either order; nothing where no such word stands at an end of it. «فوری تا»
/// begins with «فوریت», too: every word is tried.
pub(super) fn parted(text: &str) -> impl Iterator<Item = (WordedManner, &str)> {
    let bare = without_start(text, &BEFORE);
    let at_start = WORDS.iter().flat_map(move |(word, manner)| {
        let rests = [text, bare].map(|text| text.strip_prefix(word));
        rests.into_iter().flatten().map(|rest| (*manner, rest))
    });
    let at_end = WORDS.iter().filter_map(move |(word, manner)| {
        let rest = text.strip_suffix(word)?;
        // «بصورت فوری» behind a day: the small words before it go with it.
        let small = BEFORE.iter().find_map(|word| rest.strip_suffix(word));
        Some((*manner, small.unwrap_or(rest)))
    });
    at_start.chain(at_end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tight::tight;

    #[test]
    fn the_tables_are_in_tight_form() {
        for word in WORDS.iter().map(|(word, _)| word).chain(&BEFORE) {
            assert_eq!(tight(word), *word);
        }
    }
}

//! Words with a hamza that are written on more than one seat, or with none: which letters stand for which.
//! It does not know texts; [`fold`](super::fold) shows it what a folded word ends with.

/// Folded letters as they may be written, and those that are taken for all of them. They stand for hamzas on other
/// seats («هیئت» and «هیأت», «مسؤول» and «مسئول»), for none («هیات»), and for one too many («سئوال»).
const SPELLINGS: [(&str, &str); 12] = [
    ("هییت", "هیات"),
    ("جریت", "جرات"),
    ("نشیت", "نشات"),
    ("مسیلت", "مسالت"),
    ("مسوول", "مسیول"),
    ("مسول", "مسیول"),
    ("سیوال", "سوال"),
    ("مساله", "مسیله"),
    ("شوون", "شیون"),
    ("رووس", "ریوس"),
    ("رووف", "ریوف"),
    ("تیاتر", "تاتر"),
];

/// Words that end in a hamza without a seat: «جزء» is written «جزئ» too, and no ی is meant.
const ENDING_IN_HAMZA: [&str; 3] = ["جز", "شی", "سو"];

/// Whether two letters are the last ones of any spelling, so that the others need not be looked at.
pub(super) fn ends_spelling(before: char, letter: char) -> bool {
    match letter {
        'ت' => matches!(before, 'ی' | 'ل'),
        'ل' => matches!(before, 'و' | 'ا'),
        'ه' => before == 'ل',
        'ن' | 'س' | 'ف' => before == 'و',
        'ر' => before == 'ت',
        _ => false,
    }
}

/// The letters that a folded word ends with, and those that stand for them.
pub(super) fn respelled(word: &str) -> Option<(&'static str, &'static str)> {
    SPELLINGS.into_iter().find(|(written, _)| word.ends_with(written))
}

/// Whether ئ is the hamza at the end of a word that begins with these folded letters, with this letter behind it.
pub(super) fn is_last_hamza(word: &str, behind: Option<char>) -> bool {
    let goes_on = |c: char| c.is_alphabetic() && !('\u{64B}'..='\u{65F}').contains(&c);
    ENDING_IN_HAMZA.contains(&word) && !behind.is_some_and(goes_on)
}

/// Whether ء stands in the place of ئ between these folded letters and the letter behind it: «قراءت», «اراءه».
pub(super) fn is_inner_hamza(word: &str, behind: Option<char>) -> bool {
    word.ends_with('ا') && matches!(behind, Some('ت' | 'ه'))
}

/// A folded text whose last word may be half written, as it is when that word is one of the spellings with its last
/// letter missing: «هیئ» is on the way to «هیات».
///
/// ```
/// use dabir::text::{begun, fold};
/// assert_eq!(begun(&fold("نظر هیئ")), Some(fold("نظر هیات")));
/// assert_eq!(begun("نظر"), None);
/// ```
pub fn begun(folded: &str) -> Option<String> {
    SPELLINGS.into_iter().find_map(|(written, spelled)| {
        let (last, _) = written.char_indices().next_back()?;
        let before = folded.strip_suffix(&written[..last])?;
        (!spelled.starts_with(&written[..last])).then(|| format!("{before}{spelled}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_letters_of_every_spelling_are_known() {
        for (written, spelled) in SPELLINGS {
            let last: Vec<char> = written.chars().rev().take(2).collect();
            assert!(ends_spelling(last[1], last[0]), "{written}");
            assert_eq!(spelled.chars().next_back(), Some(last[0]), "{written}");
        }
    }
}

//! Words of a line with their folded keys, so that slips of spelling and of blanks do not hide a keyword.
//! Knows no keyword.

use compact_str::CompactString;

use crate::text::fold_word;

/// One word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The word as it is compared: letters folded, no joiners.
    pub key: CompactString,
    /// Its first byte in the text.
    pub start_byte: usize,
    /// The byte after it.
    pub end_byte: usize,
}

/// The words of a text: runs of letters and digits, with the joiners and signs inside them.
pub(super) fn words(text: &str) -> Vec<Word> {
    first_words(text, usize::MAX)
}

/// The first words of a text, at most `most`.
pub(super) fn first_words(text: &str, most: usize) -> Vec<Word> {
    let mut found = Vec::new();
    let mut folded = String::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = is_word_letter(c) || (start.is_some() && matches!(c, '\u{200c}' | '\u{200d}'));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                fold_word(&text[from..at], &mut folded);
                if !folded.is_empty() {
                    found.push(Word {
                        key: CompactString::new(&folded),
                        start_byte: from,
                        end_byte: at,
                    });
                }
                if found.len() == most {
                    return found;
                }
            }
            _ => {}
        }
    }
    found
}

/// As `char::is_alphanumeric`, without a table for what most texts consist of.
pub(super) fn is_word_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{620}'..='\u{64a}' | '\u{660}'..='\u{669}' | '\u{66e}'..='\u{6d3}' | '\u{6f0}'..='\u{6f9}' => true,
        '،' | '؛' | '؟' | '«' | '»' | '–' | '…' | '\u{200c}' | '\u{200f}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// How many words from the first on give `phrase` when they are written without blanks; `None` where they do not.
/// So «دعوت نامه» and «دعوتنامه» are one phrase.
pub(super) fn run_of(words: &[Word], phrase: &str) -> Option<usize> {
    let mut rest = phrase;
    for (index, word) in words.iter().enumerate() {
        rest = rest.strip_prefix(word.key.as_str())?;
        if rest.is_empty() {
            return Some(index + 1);
        }
    }
    None
}

/// The first of the phrases that the words begin with, as the number of words it takes; the longest one wins.
pub(super) fn run_of_any(words: &[Word], phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|phrase| run_of(words, phrase)).max()
}

/// The keys of the words without blanks between them.
pub(super) fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.key.as_str()).collect()
}

/// Whether the text has a letter of Arabic script.
pub(super) fn is_arabic_script(text: &str) -> bool {
    text.chars().any(is_arabic_letter)
}

/// A letter of Arabic script.
pub(super) fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}')
}

/// The text without the bullet it begins with.
pub(super) fn without_bullet(text: &str) -> &str {
    let signs = "-–—•➤▪▫*·●○■□◆◇►▶✓✔❖➢⮚\u{f0b7}\u{f0d8}\u{f0fc}";
    text.trim_start_matches(|c: char| c.is_whitespace() || signs.contains(c))
}

/// The text without blanks and joining signs at its ends: what is left between two separators of a list.
pub(super) fn bare(text: &str) -> &str {
    let sign = |c: char| c.is_whitespace() || "-–—•/\\،,؛;:*|+".contains(c);
    let start = text.trim_start_matches(|c| sign(c) || c == '.');
    let end = start.trim_end_matches(sign);
    // One full stop ends a list; «روح ا...» keeps its dots.
    if end.ends_with('.') && !end.ends_with("..") {
        end[..end.len() - 1].trim_end_matches(sign)
    } else {
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_carry_keys_and_places() {
        let text = "دعوت‌نامه‌ي شماره: ۱۲";
        let found = words(text);
        let keys: Vec<&str> = found.iter().map(|word| word.key.as_str()).collect();
        assert_eq!(keys, ["دعوتنامهی", "شماره", "12"]);
        assert_eq!(&text[found[1].start_byte..found[1].end_byte], "شماره");
    }

    #[test]
    fn letters_of_words_are_those_of_the_tables() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(is_word_letter(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn a_phrase_is_found_however_it_is_spaced() {
        for text in ["دعوت نامه", "دعوتنامه", "دعوت\u{200c}نامه", "دعوت  نامہ"]
        {
            assert!(run_of(&words(text), "دعوتنامه").is_some(), "{text}");
        }
        assert_eq!(run_of(&words("دعوتنامهها"), "دعوتنامه"), None);
    }

    #[test]
    fn bare_names_lose_signs_but_not_their_own_dots() {
        assert_eq!(bare(" - اداره کل آب ."), "اداره کل آب");
        assert_eq!(bare("سپاه روح ا... -"), "سپاه روح ا...");
    }
}

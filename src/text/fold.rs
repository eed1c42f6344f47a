//! Folding: two spellings of one word become the same bytes, for searching, comparing and sorting.
//! It does not know what is compared; stored text is never folded.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

use super::cluster::is_sign;
use super::invisible::{Nature, nature};
use super::spellings::{ends_spelling, is_inner_hamza, is_last_hamza, respelled};

/// `text` as it is compared.
///
/// - Compatibility decomposition (so presentation forms, ligatures and wide letters become plain ones), then vowel
///   signs, hamza above, madda and every other mark are dropped, and so is tatweel: آ أ إ ٱ → ا, ؤ → و, ئ → ی, é → e.
/// - ي ى ې ے ێ → ی; ك ڪ → ک; ه ة ۀ ہ ھ ە → ه; ۆ ۇ ۋ → و; ڕ → ر; ڵ → ل; ڤ → ف. A ء standing alone is dropped.
/// - Digits of the three kinds → ASCII; Latin lower case; ٫ . and ٬ ، and , ؛ ; ؟ ? ٪ % each one sign; every dash → -;
///   every quotation mark → ".
/// - Blanks of every kind and line breaks: a run becomes one space, none at the ends.
/// - ZWNJ and everything else that takes no cell becomes nothing: «دستگاه‌ها» equals «دستگاهها». «دستگاه ها» has a
///   blank and equals them by [`fold_tight`].
/// - A word whose hamza has several seats has one spelling: هیئت هیأت هیات, مسئول مسؤول مسوول, جزء جزئ.
///
/// Folding twice changes nothing.
///
/// ```
/// use dabir::text::fold;
/// assert_eq!(fold("كميسيونِ  آموزش"), fold("کمیسیون اموزش"));
/// assert_eq!(fold("بند ٧، ۷"), "بند 7, 7");
/// ```
pub fn fold(text: &str) -> String {
    Folding::of(text, false, false).text
}

/// [`fold`] without its blanks, so that «دستگاه‌ها», «دستگاه ها» and «دستگاهها» are equal.
pub fn fold_tight(text: &str) -> String {
    Folding::of(text, true, false).text
}

/// Puts [`fold_tight`] of one word in the place of what is in `folded`.
///
/// ```
/// use dabir::text::{fold_tight, fold_word};
/// let mut folded = String::new();
/// fold_word("دستگاه‌هاي", &mut folded);
/// assert_eq!(folded, fold_tight("دستگاه‌هاي"));
/// ```
pub fn fold_word(word: &str, folded: &mut String) {
    folded.clear();
    let mut before = '\0';
    for c in word.chars() {
        if !is_plain(c) {
            *folded = fold_tight(word);
            return;
        }
        letter(c, &mut |c| {
            folded.push(c);
            if ends_spelling(before, c)
                && let Some((written, spelled)) = respelled(folded)
            {
                folded.truncate(folded.len() - written.len());
                folded.push_str(spelled);
            }
            before = c;
        });
    }
}

/// A folded text that remembers where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// As [`fold`] gives it.
    pub text: String,
    /// For every byte of `text`, and one more for its end: the byte of the source where its character begins.
    pub source_byte: Vec<u32>,
}

impl Folded {
    /// The bytes of the source that a hit in the folded text covers, signs after its last letter included.
    pub fn source_range(&self, folded: Range<usize>) -> Range<usize> {
        let source = |at: usize| {
            self.source_byte
                .get(at)
                .or(self.source_byte.last())
                .map_or(0, |&byte| byte as usize)
        };
        let start = source(folded.start);
        if folded.is_empty() {
            return start..start;
        }
        // Two folded letters may come from one character (a ligature): its end is where another one begins.
        let last = source(folded.end.saturating_sub(1));
        let end = (folded.end..self.source_byte.len())
            .map(source)
            .find(|&byte| byte > last);
        start..end.unwrap_or_else(|| source(self.source_byte.len())).max(start)
    }
}

/// [`fold`], with the way back, to mark hits in the source.
///
/// ```
/// use dabir::text::fold_mapped;
/// let folded = fold_mapped("«مُهم»");
/// let at = folded.text.find("مهم").unwrap();
/// assert_eq!(folded.source_range(at..at + "مهم".len()), 2..10);
/// ```
pub fn fold_mapped(text: &str) -> Folded {
    let folding = Folding::of(text, false, true);
    let mut source_byte = folding.source_byte;
    source_byte.push(text.len() as u32);
    Folded {
        text: folding.text,
        source_byte,
    }
}

/// A text on its way to its folded form.
#[derive(Default)]
struct Folding {
    text: String,
    /// Without blanks.
    tight: bool,
    /// Whether `source_byte` is kept.
    mapped: bool,
    source_byte: Vec<u32>,
    /// Where the last word begins in `text`.
    word_from: usize,
    /// The last letter of `text`.
    last: char,
    /// Where a run of blanks began in the source that no letter has followed yet.
    blank_at: Option<usize>,
}

impl Folding {
    fn of(text: &str, tight: bool, mapped: bool) -> Folding {
        let mut folding = Folding {
            text: String::with_capacity(text.len()),
            tight,
            mapped,
            ..Folding::default()
        };
        let mut letters = text.char_indices().peekable();
        while let Some((at, c)) = letters.next() {
            match c {
                'ئ' | 'ء' if folding.blank_at.is_none() => {
                    folding.hamza(c, at, letters.peek().map(|(_, behind)| *behind));
                }
                c => each_simple(c, &mut |c| folding.take(c, at)),
            }
        }
        folding
    }

    /// Takes a hamza of its own or on a tooth, which is a letter or none by what stands around it.
    fn hamza(&mut self, c: char, at: usize, behind: Option<char>) {
        let word = &self.text[self.word_from..];
        let is_letter = match c {
            'ء' => is_inner_hamza(word, behind),
            _ => !is_last_hamza(word, behind),
        };
        if is_letter {
            self.take('ی', at);
        }
    }

    /// Takes a folded character whose source begins at a byte.
    fn take(&mut self, c: char, at: usize) {
        if c == ' ' {
            self.blank_at = self.blank_at.or(Some(at));
            return;
        }
        if let Some(blank) = self.blank_at.take()
            && !self.text.is_empty()
        {
            if !self.tight {
                self.push(' ', blank);
            }
            self.word_from = self.text.len();
        }
        let before = std::mem::replace(&mut self.last, c);
        self.push(c, at);
        if ends_spelling(before, c)
            && let Some((written, spelled)) = respelled(&self.text[self.word_from..])
        {
            self.text.truncate(self.text.len() - written.len());
            self.text.push_str(spelled);
            if self.mapped {
                self.source_byte.resize(self.text.len(), at as u32);
            }
        }
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        if self.mapped {
            self.source_byte.resize(self.text.len(), at as u32);
        }
    }
}

/// The folded characters of one: none, one, or several for a ligature.
fn each_simple(c: char, take: &mut impl FnMut(char)) {
    match c {
        'a'..='z' | '0'..='9' | '!'..='/' | ':'..='@' | ' ' if c != '\'' && c != '`' => take(c),
        'A'..='Z' => take(c.to_ascii_lowercase()),
        c if is_plain(c) => letter(c, take),
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => take(' '),
        _ => decompose_compatible(c, |part| {
            for part in part.to_lowercase() {
                // Lower case may bring signs of its own (İ).
                if !is_sign(part)
                    && !matches!(
                        nature(part),
                        Nature::Joiner | Nature::Bidi | Nature::Control | Nature::Unseen
                    )
                {
                    letter(part, take);
                }
            }
        }),
    }
}

/// Most letters and digits of a Persian text: [`letter`] alone folds them.
fn is_plain(c: char) -> bool {
    matches!(c,
        '0'..='9' | 'a'..='z'
        | 'آ' | 'أ' | 'إ' | 'ؤ'
        | '\u{627}'..='\u{63A}'
        | '\u{640}'..='\u{652}'
        | '\u{660}'..='\u{669}'
        | '\u{66E}'
        | '\u{66F}'
        | '\u{671}'..='\u{674}'
        | '\u{679}'..='\u{6BF}'
        | 'ۀ'
        | '\u{6CC}'
        | '\u{6F0}'..='\u{6F9}'
        | '\u{200C}')
}

/// One spelling for one letter; none for a sign on another one.
fn letter(c: char, take: &mut impl FnMut(char)) {
    take(match c {
        'ء' | 'ـ' | '\u{64B}'..='\u{652}' | '\u{200C}' => return,
        'آ' | 'أ' | 'إ' | 'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => 'ا',
        'ؤ' => 'و',
        'ي' | 'ى' | 'ې' | 'ے' | 'ێ' | 'ۍ' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ة' | 'ۀ' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => 'ه',
        'ۆ' | 'ۇ' | 'ۋ' => 'و',
        'ڕ' => 'ر',
        'ڵ' => 'ل',
        'ڤ' => 'ف',
        '٫' => '.',
        '٬' | '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '«' | '»' | '“' | '”' | '„' | '‘' | '’' | '‚' | '‹' | '›' | '\'' | '`' => '"',
        '\u{660}'..='\u{669}' => ascii_digit(c, 0x660),
        '\u{6F0}'..='\u{6F9}' => ascii_digit(c, 0x6F0),
        c if c.is_whitespace() => ' ',
        c => c,
    });
}

fn ascii_digit(c: char, zero: u32) -> char {
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_a_reader_takes_for_one_are_one() {
        for (one, other) in [
            ("مسئول", "مسیول"),
            ("رأی", "راي"),
            ("مؤسسۀ", "موسسه"),
            ("نشاة", "نشاه"),
            ("اعضاء", "اعضا"),
            ("ﻛﺘـــﺎﺏ", "کتاب"),
            ("١٤٠٣٫٥", "۱۴۰۳.۵"),
            ("می\u{200C}شود", "میشود"),
            ("  الف\u{A0}\n ب ", "الف ب"),
            ("ABC", "abc"),
            ("«متن»", "“متن”"),
            ("هيئت", "هیأت"),
            ("هیئت\u{200C}مدیره", "هيات\u{200C}مديره"),
            ("هئیت", "هیات"),
            ("مسؤول", "مسئول"),
            ("مسوولین", "مسئولین"),
            ("بی\u{200C}مسؤلیتی", "بیمسئولیتی"),
            ("مؤسّسه", "موسسه"),
            ("رئیسه", "رييسه"),
            ("جزء", "جزئ"),
            ("جزئ\u{200C}ها", "جزء\u{200C}ها"),
            ("جزئی", "جزیی"),
            ("شیئ", "شیء"),
            ("مسأله", "مسئله"),
            ("جرئت", "جرأت"),
            ("شؤون", "شئون"),
            ("سئوال", "سؤال"),
            ("قراءت", "قرائت"),
            ("منشاء", "منشأ"),
            ("آئین", "آیین"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn three_ways_of_writing_a_plural_are_one_without_blanks() {
        assert_eq!(fold("دستگاه\u{200C}ها"), fold("دستگاهها"));
        assert_ne!(fold("دستگاه ها"), fold("دستگاهها"));
        assert_eq!(fold_tight("دستگاه ها"), fold_tight("دستگاه\u{200C}ها"));
    }

    #[test]
    fn different_letters_stay_different() {
        for (one, other) in [
            ("پر", "بر"),
            ("ز", "ژ"),
            ("گ", "ک"),
            ("ض", "ظ"),
            ("جزء", "جزیی"),
            ("مسیر", "مسور"),
            ("هی یت", "هیات"),
        ] {
            assert_ne!(fold(one), fold(other));
        }
        assert_eq!(
            fold_tight("هی یت"),
            "هییت",
            "blanks part words when they are left out too"
        );
    }

    #[test]
    fn a_word_in_another_spelling_leads_back_to_its_letters() {
        for (text, word) in [
            ("نظر هیئت امنا", "هیئت"),
            ("این مسولان", "مسول"),
            ("یک سئوال", "سئوال"),
        ] {
            let folded = fold_mapped(text);
            assert_eq!(folded.source_byte.len(), folded.text.len() + 1);
            let wanted = fold(word);
            let at = folded.text.find(&wanted).unwrap();
            assert_eq!(&text[folded.source_range(at..at + wanted.len())], word);
            assert_eq!(fold(&folded.text), folded.text);
        }
    }

    #[test]
    fn a_word_alone_is_folded_as_in_a_text() {
        let mut folded = String::new();
        for word in [
            "دستگاه\u{200C}هاي",
            "مسؤولان",
            "مسولان",
            "سئوال",
            "هیئت",
            "جزء",
            "آیین\u{200C}نامهٔ",
            "خانۀ",
            "مُهِمّ",
            "كتابــخانة",
            "۱۴۰۲",
            "٧ـ",
            "ABC",
            "تآتر",
            "رأی",
            "ﻛﺘﺎﺏ",
            "é",
            "",
        ] {
            fold_word(word, &mut folded);
            assert_eq!(folded, fold_tight(word), "{word}");
        }
    }

    #[test]
    fn half_a_ligature_leads_back_to_the_whole_of_it() {
        let folded = fold_mapped("س\u{FEFC}م");
        assert_eq!(folded.text, "سلام");
        assert_eq!(folded.source_range(4..6), 2..5);
    }
}

//! Folding: two spellings of one word become the same bytes, for searching, comparing and sorting.
//! It does not know what is compared; stored text is never folded.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

use super::cluster::is_sign;
use super::invisible::{Nature, nature};

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
///
/// Folding twice changes nothing.
///
/// ```
/// use dabir::text::fold;
/// assert_eq!(fold("كميسيونِ  آموزش"), fold("کمیسیون اموزش"));
/// assert_eq!(fold("بند ٧، ۷"), "بند 7, 7");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_folded(text, |c, _| folded.push(c));
    folded
}

/// [`fold`] without its blanks, so that «دستگاه‌ها», «دستگاه ها» and «دستگاهها» are equal.
pub fn fold_tight(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_folded(text, |c, _| {
        if c != ' ' {
            folded.push(c);
        }
    });
    folded
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
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        source_byte: Vec::with_capacity(text.len() + 1),
    };
    each_folded(text, |c, at| {
        folded.text.push(c);
        folded.source_byte.resize(folded.text.len(), at as u32);
    });
    folded.source_byte.push(text.len() as u32);
    folded
}

/// Calls `take` with every folded character and the byte of `text` where its source begins.
fn each_folded(text: &str, mut take: impl FnMut(char, usize)) {
    let mut blank_at = None;
    let mut started = false;
    for (at, c) in text.char_indices() {
        each_simple(c, &mut |c| {
            if c == ' ' {
                blank_at = blank_at.or(Some(at));
                return;
            }
            if let Some(blank) = blank_at.take()
                && started
            {
                take(' ', blank);
            }
            started = true;
            take(c, at);
        });
    }
}

/// The folded characters of one: none, one, or several for a ligature.
fn each_simple(c: char, take: &mut impl FnMut(char)) {
    match c {
        'a'..='z' | '0'..='9' | '!'..='/' | ':'..='@' | ' ' if c != '\'' && c != '`' => take(c),
        'A'..='Z' => take(c.to_ascii_lowercase()),
        // Most letters of a Persian text, without a table.
        '\u{627}'..='\u{63A}'
        | '\u{641}'..='\u{648}'
        | '\u{66E}'
        | '\u{66F}'
        | '\u{671}'..='\u{674}'
        | '\u{679}'..='\u{6BF}'
        | '\u{6CC}' => letter(c, take),
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

/// One spelling for one letter.
fn letter(c: char, take: &mut impl FnMut(char)) {
    take(match c {
        'ء' | 'ـ' => return,
        'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => 'ا',
        'ي' | 'ى' | 'ې' | 'ے' | 'ێ' | 'ۍ' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => 'ه',
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
        for (one, other) in [("پر", "بر"), ("ز", "ژ"), ("گ", "ک"), ("ض", "ظ")] {
            assert_ne!(fold(one), fold(other));
        }
    }

    #[test]
    fn half_a_ligature_leads_back_to_the_whole_of_it() {
        let folded = fold_mapped("س\u{FEFC}م");
        assert_eq!(folded.text, "سلام");
        assert_eq!(folded.source_range(4..6), 2..5);
    }
}

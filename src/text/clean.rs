//! Text made safe: what may be stored, and how a foreign name is put into a sentence of ours.
//! It does not know where the text comes from or what it means.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;

use super::invisible::{Nature, mark, nature, opens_embedding, opens_isolate};

/// What may be stored of text from keyboards, files and the wire.
///
/// Line ends of every kind (CR LF, CR, NEL, vertical tab, form feed, U+2028, U+2029) become `\n`. Removed are the
/// other C0 and C1 controls but the tab (of an escape sequence the ESC alone), U+FEFF, interlinear and deprecated
/// format characters, noncharacters, and embeddings, overrides and isolates that are not closed, or close nothing,
/// in their paragraph. ZWNJ and ZWJ are kept, as are all letters: spelling is decided when text is compared.
/// Cleaning twice changes nothing.
///
/// ```
/// use dabir::text::clean_input;
/// assert_eq!(clean_input("می\u{200C}شود"), "می\u{200C}شود");
/// assert_eq!(clean_input("\u{202E}الف\u{1B}[31m\r\nب"), "الف[31m\nب");
/// ```
pub fn clean_input(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c == '\n' || keeps(c)) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                cleaned.push('\n');
            }
            '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            c if keeps(c) || nature(c) == Nature::Bidi => cleaned.push(c),
            _ => {}
        }
    }
    Cow::Owned(without_unpaired(&cleaned))
}

/// The text in one line: [`clean_input`], with single blanks, cut after `most` characters.
pub fn short_line(text: &str, most: usize) -> String {
    let clean = clean_input(text);
    let words: Vec<&str> = clean.split_whitespace().collect();
    words.join(" ").chars().take(most).collect()
}

/// May `c` be stored whatever stands around it?
fn keeps(c: char) -> bool {
    match nature(c) {
        Nature::Control => false,
        Nature::Bidi => matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}'),
        Nature::Visible | Nature::Joiner => {
            u32::from(c) & 0xFFFE != 0xFFFE && !matches!(c, '\u{FDD0}'..='\u{FDEF}')
        }
        Nature::Unseen => c != '\u{FEFF}',
    }
}

/// The text without bidi controls that lack their other half within the paragraph.
fn without_unpaired(text: &str) -> String {
    let mut drops: Vec<usize> = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        drops.extend(unpaired(paragraph).into_iter().map(|at| start + at));
        start += paragraph.len();
    }
    drops.sort_unstable();
    let mut drops = drops.into_iter().peekable();
    text.char_indices()
        .filter(|&(at, _)| drops.next_if_eq(&at).is_none())
        .map(|(_, c)| c)
        .collect()
}

/// Where bidi controls stand that open or close nothing (UAX #9, BD9 and BD11).
fn unpaired(paragraph: &str) -> Vec<usize> {
    let mut lost = Vec::new();
    // What is open: where, and is it an isolate?
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut isolates = 0;
    for (at, c) in paragraph.char_indices() {
        if opens_isolate(c) || opens_embedding(c) {
            open.push((at, opens_isolate(c)));
            isolates += usize::from(opens_isolate(c));
        } else if (c == '\u{202C}' && open.pop_if(|&mut (_, isolate)| !isolate).is_none())
            || (c == '\u{2069}' && isolates == 0)
        {
            lost.push(at);
        } else if c == '\u{2069}' {
            // A closed isolate closes the embeddings inside it, which then have no end of their own.
            while let Some((embedding, false)) = open.pop() {
                lost.push(embedding);
            }
            isolates -= 1;
        }
    }
    lost.extend(open.into_iter().map(|(at, _)| at));
    lost
}

/// `text` with every control and bidi control but ZWNJ and ZWJ replaced by its visible mark, as
/// [`line`](super::line) shows it. The tab becomes a blank. Nothing in the result has an effect on its surroundings.
pub fn visible(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| c != '\t' && !matches!(nature(c), Nature::Control | Nature::Bidi);
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let shown = |c| match c {
        '\t' => ' ',
        c if harmless(c) => c,
        c => mark(c),
    };
    Cow::Owned(text.chars().map(shown).collect())
}

/// A foreign name or number ready to be put into one of our sentences: [`visible`], between FSI and PDI.
///
/// The sentence is laid out with [`Controls::Honour`](super::Controls); the name cannot reorder its neighbours.
///
/// ```
/// use dabir::text::isolate;
/// assert_eq!(isolate("ACME (۲)"), "\u{2068}ACME (۲)\u{2069}");
/// ```
pub fn isolate(text: &str) -> String {
    format!("\u{2068}{}\u{2069}", visible(text))
}

/// `text` without the marks that keep words apart in a sentence on a screen: they are not stored, nor part of a letter.
///
/// ```
/// use dabir::text::{isolate, without_isolates};
/// assert_eq!(without_isolates(&isolate("ACME")), "ACME");
/// ```
pub fn without_isolates(text: &str) -> String {
    text.chars().filter(|c| !is_isolate(*c)).collect()
}

/// What a file for other programs may carry of `text`: line ends as `\n`, a blank for a tab, and neither controls nor marks
/// of direction. Order is the business of who lays the text out there: an isolate or an override in the text of a Word
/// file or a pdf is shown over its neighbours, or lost, or found by nobody who searches. ZWNJ and ZWJ stay.
///
/// ```
/// use dabir::text::unmarked;
/// assert_eq!(unmarked("بند \u{2068}ب\u{2069}\tمی\u{200C}شود\u{7}"), "بند ب می\u{200C}شود");
/// ```
pub fn unmarked(text: &str) -> Cow<'_, str> {
    let stays = |c: char| c != '\t' && !matches!(nature(c), Nature::Bidi) && (c == '\n' || keeps(c));
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let cleaned = clean_input(text);
    let kept = cleaned.chars().map(|c| if c == '\t' { ' ' } else { c });
    Cow::Owned(kept.filter(|c| stays(*c)).collect())
}

/// Whether a character begins or ends a part whose order is its own.
pub(super) fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// `text` with presentation forms turned back into letters, as when a piece of the screen is pasted.
///
/// The order of letters is not touched. Word ligatures (U+FDF0 and on, the rial sign among them) stay.
///
/// ```
/// use dabir::text::letters_of_forms;
/// assert_eq!(letters_of_forms("ﺳﻼﻡ"), "سلام");
/// ```
pub fn letters_of_forms(text: &str) -> Cow<'_, str> {
    let is_form =
        |c| matches!(c, '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FE80}'..='\u{FEFC}');
    if !text.contains(is_form) {
        return Cow::Borrowed(text);
    }
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        if is_form(c) {
            decompose_compatible(c, |part| letters.push(part));
        } else {
            letters.push(c);
        }
    }
    Cow::Owned(letters.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_that_nobody_closes_are_not_stored() {
        assert_eq!(clean_input("a\u{202E}b"), "ab");
        assert_eq!(clean_input("a\u{202E}b\u{202C}\u{202C}"), "a\u{202E}b\u{202C}");
        assert_eq!(clean_input("\u{2067}a\n\u{2069}b"), "a\nb");
        assert_eq!(clean_input("\u{2068}\u{202E}a\u{2069}"), "\u{2068}a\u{2069}");
    }

    #[test]
    fn every_kind_of_line_end_becomes_one() {
        assert_eq!(
            clean_input("a\r\nb\rc\u{2028}d\u{85}e\u{B}f\n\rg"),
            "a\nb\nc\nd\ne\nf\n\ng"
        );
    }

    #[test]
    fn a_clean_text_is_not_copied() {
        assert!(matches!(
            clean_input("متنِ «پاک»\tبا می\u{200C}شود\n"),
            Cow::Borrowed(_)
        ));
        assert!(matches!(visible("متن"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_name_cannot_leave_its_isolate() {
        assert_eq!(isolate("a\u{2069}\u{202E}b\u{7}"), "\u{2068}a⇓⇐b␇\u{2069}");
    }

    #[test]
    fn nothing_that_orders_or_controls_is_left_unmarked() {
        assert_eq!(
            unmarked("a\u{202E}b\u{202C}\r\nc\u{200F}\u{FFFE}\u{1B}[1m"),
            "ab\nc[1m"
        );
        assert_eq!(unmarked("\u{2068}ACME\u{2069}\u{FEFF}"), "ACME");
        assert!(matches!(unmarked("می\u{200C}شود\n۲"), Cow::Borrowed(_)));
    }

    #[test]
    fn forms_become_letters_with_their_signs_composed() {
        assert_eq!(letters_of_forms("ﺁﻗﺎ ﺆ ﻵ (ﻻ)"), "آقا ؤ لآ (لا)");
        assert_eq!(letters_of_forms("﷼"), "﷼");
    }
}

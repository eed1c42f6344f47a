//! A text in stretches that are read in one direction each: Word is told the direction of every run, and no mark of
//! direction goes into the file. Does not know XML.

use crate::exchange::docx::is_direction;
use crate::exchange::paper::Text;
use crate::exchange::pieces::{self, PieceKind, TextPiece};
use crate::text::{BidiClasses, Direction};
use unicode_bidi::{BidiClass, BidiDataSource, Level, ParagraphBidiInfo};

/// A piece of a line that goes into one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) text: String,
    pub(super) part: StretchPart,
    /// Whether it is read from right to left.
    pub(super) rtl: bool,
    /// Whether its line begins at the right.
    pub(super) line_rtl: bool,
}

/// What a stretch is to its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StretchPart {
    Plain,
    Speaker,
    Remark,
    Page,
    Pages,
}

/// The lines of a text that are not blank, each in stretches, in a document that is read in this direction.
pub(super) fn lines(text: &Text, rtl: bool) -> Vec<Vec<Stretch>> {
    let lines = pieces::paragraphs(text);
    lines.iter().map(|line| stretches(line, rtl)).collect()
}

/// All of a text in one line.
pub(super) fn one_line(text: &Text, rtl: bool) -> Vec<Stretch> {
    stretches(&pieces::one_line(text), rtl)
}

/// Whether a line is in somebody else's words alone, and those run from right to left: a Persian sentence in a document
/// in English. Word orders runs by their paragraph, so the paragraph is Persian too.
fn is_foreign_and_rtl(line: &[TextPiece]) -> bool {
    let has_letters = |piece: &TextPiece| pieces::direction_of(&piece.text).is_some();
    let mut with_letters = line.iter().filter(|piece| has_letters(piece)).peekable();
    with_letters.peek().is_some()
        && with_letters.all(|piece| {
            let is_foreign = matches!(piece.kind, PieceKind::Foreign | PieceKind::Speaker);
            is_foreign && pieces::direction_of(&piece.text) == Some(Direction::Rtl)
        })
}

/// What a piece is to its line, and its words with what keeps their order apart from that of the words around them.
fn isolated(piece: &TextPiece, is_first: bool) -> (StretchPart, String) {
    let TextPiece { kind, text } = piece;
    let apart = |text: &str| {
        let opens = match pieces::direction_of(text) {
            Some(Direction::Rtl) => '\u{2067}',
            Some(Direction::Ltr) => '\u{2066}',
            None => '\u{2068}',
        };
        format!("{opens}{text}\u{2069}")
    };
    match kind {
        PieceKind::Ours => (StretchPart::Plain, text.clone()),
        PieceKind::Foreign => (StretchPart::Plain, apart(text)),
        PieceKind::Speaker => (StretchPart::Speaker, apart(text)),
        PieceKind::Remark if is_first => (StretchPart::Remark, format!("[{text}]")),
        PieceKind::Remark => (StretchPart::Remark, format!(" [{text}]")),
        // The figure stands for one that the reader's program makes.
        PieceKind::Page => (StretchPart::Page, "1".to_owned()),
        PieceKind::Pages => (StretchPart::Pages, "1".to_owned()),
    }
}

/// UAX #9 over the whole line, then a stretch for each change of direction; its marks are left behind.
fn stretches(line: &[TextPiece], rtl: bool) -> Vec<Stretch> {
    let line_rtl = rtl || is_foreign_and_rtl(line);
    let parts: Vec<_> = (0..)
        .zip(line)
        .map(|(at, piece)| isolated(piece, at == 0))
        .collect();
    let text: String = parts.iter().map(|(_, text)| text.as_str()).collect();
    let directions = directions(&text, line_rtl);
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut start = 0;
    for (part, text) in &parts {
        for (at, c) in text.char_indices().filter(|(_, c)| !is_direction(*c)) {
            let rtl = directions.get(start + at).copied().unwrap_or(line_rtl);
            match stretches.last_mut() {
                Some(last) if last.part == *part && last.rtl == rtl => last.text.push(c),
                _ => stretches.push(Stretch {
                    text: c.to_string(),
                    part: *part,
                    rtl,
                    line_rtl,
                }),
            }
        }
        start += text.len();
    }
    stretches
}

/// Whether each byte is read from right to left. Numbers have an even level among Persian words, but no letters that are
/// read from left to right: they stay in the run of the words, whose font and digits they have.
fn directions(line: &str, line_rtl: bool) -> Vec<bool> {
    let mut directions = vec![line_rtl; line.len()];
    // Most lines have no such letters, and need no levels.
    if line_rtl && !line.chars().any(is_latin) {
        return directions;
    }
    let base = if line_rtl { Level::rtl() } else { Level::ltr() };
    let levels = ParagraphBidiInfo::new_with_data_source(&BidiClasses, line, Some(base)).levels;
    let mut chars = line.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let level = levels[start];
        let mut has_latin = is_latin(first);
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = chars.next_if(|(at, c)| levels[*at] == level || is_direction(*c)) {
            has_latin |= is_latin(c);
            end = at + c.len_utf8();
        }
        let ltr = level.is_ltr() && (has_latin || level == base);
        directions[start..end].fill(!ltr);
    }
    directions
}

/// Whether a letter is read from left to right.
fn is_latin(c: char) -> bool {
    BidiClasses.bidi_class(c) == BidiClass::L
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &Text, rtl: bool) -> Vec<(String, bool)> {
        let lines = lines(text, rtl).into_iter().flatten();
        lines.map(|one| (one.text, one.rtl)).collect()
    }

    fn all(parts: &[(&str, bool)]) -> Vec<(String, bool)> {
        parts
            .iter()
            .map(|(text, rtl)| ((*text).to_owned(), *rtl))
            .collect()
    }

    #[test]
    fn latin_letters_are_a_stretch_and_dates_stay_with_the_words() {
        assert_eq!(
            told(&Text::ours("نامهٔ ۱۴۰۱/۰۳/۱۲ شرکت ACME Co. رسید"), true),
            all(&[
                ("نامهٔ ۱۴۰۱/۰۳/۱۲ شرکت ", true),
                ("ACME Co", false),
                (". رسید", true)
            ])
        );
    }

    #[test]
    fn a_foreign_name_keeps_its_own_order_and_signs() {
        let text = Text::ours("شرکت ")
            .and(Text::stored("ACME (۲)"))
            .and(Text::ours(" آمد"));
        assert_eq!(
            told(&text, true),
            all(&[("شرکت ", true), ("ACME (۲)", false), (" آمد", true)])
        );
    }

    #[test]
    fn isolates_of_a_sentence_are_honoured_and_do_not_stand_in_it() {
        assert_eq!(
            told(&Text::ours("بند \u{2068}A)\u{2069} آمد"), true),
            all(&[("بند ", true), ("A)", false), (" آمد", true)])
        );
    }

    #[test]
    fn persian_words_in_an_english_line_keep_their_numbers() {
        assert_eq!(
            told(&Text::ours("see ماده ۵ قانون now"), false),
            all(&[("see ", false), ("ماده ۵ قانون", true), (" now", false)])
        );
    }

    #[test]
    fn a_persian_sentence_in_an_english_document_is_a_persian_line() {
        let line = lines(&Text::stored("شرکت ACME آمد."), false);
        assert!(line[0].iter().all(|one| one.line_rtl));
        let line = lines(&Text::ours("by ").and(Text::stored("شرکت آب")), false);
        assert!(line[0].iter().all(|one| !one.line_rtl));
    }

    #[test]
    fn overrides_marks_and_controls_of_foreign_text_are_gone() {
        let text = Text::stored("\u{202E}الف\u{202C}\u{200F} ب\u{1B}\u{FFFE}\u{FEFF}");
        assert_eq!(told(&text, true), all(&[("الف ب", true)]));
    }

    #[test]
    fn line_ends_part_lines_and_blank_ones_are_left_out() {
        let text = Text::speaker("رئیس")
            .and(Text::ours(": "))
            .and(Text::stored("یک\r\n\u{2028}دو"));
        let lines = lines(&text, true);
        let read: Vec<String> = lines
            .iter()
            .map(|line| line.iter().map(|one| one.text.as_str()).collect())
            .collect();
        assert_eq!(read, ["رئیس: یک", "دو"]);
        assert_eq!(lines[0][0].part, StretchPart::Speaker);
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_controls_is_lost(text in "[ a-zا-ی۰-۹0-9()\u{200C}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200F}]{0,40}") {
            let kept: String = text.chars().filter(|c| !is_direction(*c)).collect();
            let told: String = told(&Text::stored(&text), true).into_iter().map(|(text, _)| text).collect();
            proptest::prop_assert_eq!(told.trim(), kept.trim());
        }
    }
}

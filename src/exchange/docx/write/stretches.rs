//! A text in stretches that are read in one direction each: Word is told the direction of every run, and no mark of
//! direction goes into the file. Does not know XML.

use crate::exchange::docx::is_direction;
use crate::exchange::paper::{Run, Text};
use crate::text::clean_input;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// A piece of a line that goes into one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) text: String,
    pub(super) part: StretchPart,
    /// Whether it is read from right to left.
    pub(super) rtl: bool,
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

/// A run cut at its line ends, with what is foreign between isolates of its own.
struct LinePiece {
    part: StretchPart,
    text: String,
}

/// The lines of a text that are not blank, each in stretches.
pub(super) fn lines(text: &Text, rtl: bool) -> Vec<Vec<Stretch>> {
    let mut lines: Vec<Vec<LinePiece>> = vec![Vec::new()];
    for run in &text.runs {
        let (part, text) = piece(run);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let (Some(pieces), false) = (lines.last_mut(), line.is_empty()) {
                pieces.push(isolated(part, run, line));
            }
        }
    }
    let stretches = lines.iter().map(|line| stretches(line, rtl));
    stretches.filter(|line| !is_blank(line)).collect()
}

/// All of a text in one line.
pub(super) fn one_line(text: &Text, rtl: bool) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for line in lines(text, rtl) {
        if !joined.is_empty() {
            joined.push(Stretch {
                text: " ".to_owned(),
                part: StretchPart::Plain,
                rtl,
            });
        }
        joined.extend(line);
    }
    joined
}

fn is_blank(line: &[Stretch]) -> bool {
    line.iter().all(|stretch| {
        let is_number = matches!(stretch.part, StretchPart::Page | StretchPart::Pages);
        !is_number && stretch.text.trim().is_empty()
    })
}

fn piece(run: &Run) -> (StretchPart, String) {
    match run {
        // Sentences of ours may open isolates in one run and close them in another; those are not for Word.
        Run::Ours(text) => (StretchPart::Plain, text.replace('\t', " ")),
        Run::Stored(text) => (StretchPart::Plain, foreign(text)),
        Run::Speaker(text) => (StretchPart::Speaker, foreign(text)),
        Run::Remark(text) => (StretchPart::Remark, format!(" [{text}]")),
        // The figure stands for one that the reader's program makes.
        Run::Page => (StretchPart::Page, "1".to_owned()),
        Run::Pages => (StretchPart::Pages, "1".to_owned()),
    }
}

/// Foreign text may have marks that are its own, but nothing that acts upon what stands around it.
fn foreign(text: &str) -> String {
    let is_harmless = |c: &char| !is_direction(*c) || is_mark(*c);
    let clean = clean_input(text);
    clean.replace('\t', " ").chars().filter(is_harmless).collect()
}

fn isolated(part: StretchPart, run: &Run, line: &str) -> LinePiece {
    let text = match run {
        Run::Stored(_) | Run::Speaker(_) | Run::Remark(_) => format!("\u{2068}{line}\u{2069}"),
        Run::Ours(_) | Run::Page | Run::Pages => line.to_owned(),
    };
    LinePiece { part, text }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}')
}

/// UAX #9 over the whole line, then a stretch for each change of direction; its marks are left behind.
fn stretches(pieces: &[LinePiece], rtl: bool) -> Vec<Stretch> {
    let line: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let base = if rtl { Level::rtl() } else { Level::ltr() };
    let levels = BidiInfo::new(&line, Some(base)).levels;
    let directions = directions(&line, &levels, base);
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut start = 0;
    for piece in pieces {
        let mut is_new = true;
        for (at, c) in piece.text.char_indices() {
            let rtl = directions.get(start + at).copied().unwrap_or(rtl);
            if is_direction(c) {
                continue;
            }
            match stretches.last_mut() {
                Some(last) if !is_new && last.rtl == rtl => last.text.push(c),
                _ => stretches.push(Stretch {
                    text: c.to_string(),
                    part: piece.part,
                    rtl,
                }),
            }
            is_new = false;
        }
        start += piece.text.len();
    }
    merged(stretches)
}

/// Whether each byte is read from right to left. Numbers have an even level among Persian words, but no letters that are
/// read from left to right: they stay in the run of the words, whose font and digits they have.
fn directions(line: &str, levels: &[Level], base: Level) -> Vec<bool> {
    let mut directions = vec![base.is_rtl(); line.len()];
    let mut chars = line.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let level = levels[start];
        let mut has_latin = bidi_class(first) == BidiClass::L;
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = chars.next_if(|(at, c)| levels[*at] == level || is_direction(*c)) {
            has_latin |= bidi_class(c) == BidiClass::L;
            end = at + c.len_utf8();
        }
        let ltr = level.is_ltr() && (has_latin || level == base);
        directions[start..end].fill(!ltr);
    }
    directions
}

/// Neighbours of one part and direction as one stretch.
fn merged(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut merged: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match merged.last_mut() {
            Some(last) if last.part == stretch.part && last.rtl == stretch.rtl => {
                last.text.push_str(&stretch.text);
            }
            _ => merged.push(stretch),
        }
    }
    merged
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
            let wanted = if kept.trim().is_empty() { String::new() } else { kept };
            proptest::prop_assert_eq!(told, wanted);
        }
    }
}

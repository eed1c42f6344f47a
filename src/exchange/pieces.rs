//! A text of a document in pieces, as every format takes it: clean, each by who wrote it, paragraph by paragraph.
//! Does not know a format.

use super::paper::{Run, Text};
use crate::text::{BidiClasses, Direction, unmarked};
use unicode_bidi::{BidiClass, BidiDataSource};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextPiece {
    /// Whose it is.
    pub kind: PieceKind,
    /// Its words, without marks of direction and without line ends.
    pub text: String,
}

/// Whose words a piece has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Our own words.
    Ours,
    /// Somebody else's: a stored text, or what was put into a sentence of ours. Its order is its own.
    Foreign,
    /// Who says what follows; somebody else's too.
    Speaker,
    /// A remark at the margin.
    Remark,
    /// The number of the page.
    Page,
    /// How many pages there are.
    Pages,
}

/// The paragraphs of a text that have anything to read, each as its pieces.
pub(super) fn paragraphs(text: &Text) -> Vec<Vec<TextPiece>> {
    let mut paragraphs = vec![Vec::new()];
    for piece in text.runs.iter().flat_map(of_run) {
        let mut parts = piece.text.split('\n');
        push(&mut paragraphs, piece.kind, parts.next().unwrap_or_default());
        for part in parts {
            paragraphs.push(Vec::new());
            push(&mut paragraphs, piece.kind, part);
        }
    }
    paragraphs.iter_mut().for_each(trim);
    paragraphs.retain(|pieces| !pieces.is_empty());
    paragraphs
}

/// A text as the pieces of one line: a blank stands for the end of a paragraph.
pub(super) fn one_line(text: &Text) -> Vec<TextPiece> {
    let blank = TextPiece {
        kind: PieceKind::Ours,
        text: " ".to_owned(),
    };
    paragraphs(text).join(&blank)
}

/// The words of pieces one behind the other, a remark in brackets; the numbers of pages are left out.
pub(super) fn plain(pieces: &[TextPiece]) -> String {
    let mut words = String::new();
    for TextPiece { kind, text } in pieces {
        match kind {
            PieceKind::Remark => words.push_str(&format!("{}[{text}]", gap(&words))),
            PieceKind::Page | PieceKind::Pages => {}
            PieceKind::Ours | PieceKind::Foreign | PieceKind::Speaker => words.push_str(text),
        }
    }
    words
}

/// What parts a remark from the words before it: a blank, where there is none yet.
pub(super) fn gap(before: &str) -> &'static str {
    if before.is_empty() || before.ends_with(char::is_whitespace) {
        ""
    } else {
        " "
    }
}

/// A foot for a format without pages: the numbers of pages go, and with them the words of ours around them.
pub(super) fn without_pages(foot: &Text) -> Text {
    let is_number = |at: usize| matches!(foot.runs.get(at), Some(Run::Page | Run::Pages));
    let is_ours = |at: usize| matches!(foot.runs.get(at), Some(Run::Ours(_)));
    let is_near = |at: usize| is_ours(at) && (is_number(at + 1) || (at > 0 && is_number(at - 1)));
    let kept = (0..foot.runs.len()).filter(|at| !is_number(*at) && !is_near(*at));
    let mut runs: Vec<Run> = kept.map(|at| foot.runs[at].clone()).collect();
    // What parted them from the rest parts nothing any more.
    let parts = |run: &mut Run| matches!(run, Run::Ours(text) if !text.contains(char::is_alphanumeric));
    while runs.pop_if(parts).is_some() {}
    Text { runs }
}

/// The direction that somebody else's words run in: right to left where any letter does, for Persian sentences have
/// Latin words in them and begin with them, while foreign sentences with Persian words in them are not written here;
/// none for words without letters.
pub(super) fn direction_of(text: &str) -> Option<Direction> {
    let mut found = None;
    for c in text.chars() {
        match BidiClasses.bidi_class(c) {
            BidiClass::R | BidiClass::AL => return Some(Direction::Rtl),
            BidiClass::L => found = Some(Direction::Ltr),
            _ => {}
        }
    }
    found
}

fn of_run(run: &Run) -> Vec<TextPiece> {
    let clean = |kind, text: &str| {
        vec![TextPiece {
            kind,
            text: unmarked(text).into_owned(),
        }]
    };
    match run {
        Run::Ours(text) => of_sentence(text),
        Run::Stored(text) => clean(PieceKind::Foreign, text),
        Run::Speaker(text) => clean(PieceKind::Speaker, text),
        Run::Remark(text) => clean(PieceKind::Remark, text),
        Run::Page => clean(PieceKind::Page, ""),
        Run::Pages => clean(PieceKind::Pages, ""),
    }
}

/// A sentence of ours, parted where a word that was put into it begins and ends.
fn of_sentence(text: &str) -> Vec<TextPiece> {
    let mut pieces = Vec::new();
    let (mut depth, mut start) = (0u32, 0);
    let mut take = |from: usize, to: usize, inside: bool| {
        let kind = if inside {
            PieceKind::Foreign
        } else {
            PieceKind::Ours
        };
        let text = unmarked(&text[from..to]).into_owned();
        if !text.is_empty() {
            pieces.push(TextPiece { kind, text });
        }
    };
    for (at, c) in text.char_indices() {
        let next = match c {
            '\u{2066}'..='\u{2068}' => depth + 1,
            '\u{2069}' => depth.saturating_sub(1),
            _ => continue,
        };
        if (depth == 0) != (next == 0) {
            take(start, at, depth > 0);
            start = at;
        }
        depth = next;
    }
    take(start, text.len(), depth > 0);
    pieces
}

fn push(paragraphs: &mut [Vec<TextPiece>], kind: PieceKind, text: &str) {
    let is_number = matches!(kind, PieceKind::Page | PieceKind::Pages);
    if let Some(last) = paragraphs.last_mut().filter(|_| is_number || !text.is_empty()) {
        let text = text.to_owned();
        last.push(TextPiece { kind, text });
    }
}

/// Takes the blanks off both ends of a paragraph; one without words becomes empty.
fn trim(pieces: &mut Vec<TextPiece>) {
    let is_number = |piece: &TextPiece| matches!(piece.kind, PieceKind::Page | PieceKind::Pages);
    let is_blank = |piece: &TextPiece| !is_number(piece) && piece.text.trim().is_empty();
    let blanks = pieces.iter().take_while(|piece| is_blank(piece)).count();
    pieces.drain(..blanks);
    while pieces.pop_if(|piece| is_blank(piece)).is_some() {}
    if let Some(first) = pieces.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = pieces.last_mut() {
        last.text = last.text.trim_end().to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pieces: &[TextPiece]) -> Vec<(PieceKind, &str)> {
        let told = pieces.iter().map(|piece| (piece.kind, piece.text.as_str()));
        told.collect()
    }

    #[test]
    fn a_word_in_a_sentence_of_ours_is_a_piece_of_its_own() {
        let text = Text::ours("بند \u{2068}ب \u{2068}۲\u{2069}\u{2069} از دستور");
        assert_eq!(
            told(&one_line(&text)),
            [
                (PieceKind::Ours, "بند "),
                (PieceKind::Foreign, "ب ۲"),
                (PieceKind::Ours, " از دستور")
            ]
        );
    }

    #[test]
    fn paragraphs_part_at_line_ends_and_blank_ones_go() {
        let text = Text::ours("یک: ").and(Text::stored(" دو \r\n\n\t\nسه\u{202E} "));
        let found = paragraphs(&text);
        let lines: Vec<String> = found.iter().map(|pieces| plain(pieces)).collect();
        assert_eq!(lines, ["یک:  دو", "سه"]);
        assert_eq!(plain(&one_line(&text)), "یک:  دو سه");
        assert!(paragraphs(&Text::stored(" \n\u{200F}")).is_empty());
    }

    #[test]
    fn a_remark_stands_apart_in_brackets() {
        let remark = |text: &str| Text {
            runs: vec![Run::Remark(text.into())],
        };
        let text = Text::stored("متن")
            .and(remark("اصلاحیه ۱"))
            .and(remark("اصلاحیه ۲"));
        assert_eq!(plain(&one_line(&text)), "متن [اصلاحیه ۱] [اصلاحیه ۲]");
        assert_eq!(plain(&one_line(&remark("اصلاحیه ۱"))), "[اصلاحیه ۱]");
    }

    #[test]
    fn a_foot_without_pages_keeps_what_else_it_says() {
        let pages = [
            Run::Ours("صفحه ".into()),
            Run::Page,
            Run::Ours(" از ".into()),
            Run::Pages,
        ];
        let code = Text::ours("کد: 7K3M");
        let foot = Text::joined([code.clone(), Text { runs: pages.to_vec() }], " · ");
        assert_eq!(without_pages(&foot), code);
        assert!(without_pages(&Text { runs: pages.to_vec() }).is_blank());
        assert_eq!(one_line(&foot).len(), 6);
    }

    #[test]
    fn persian_sentences_run_to_the_left_whatever_they_begin_with() {
        assert_eq!(direction_of("GIS استان"), Some(Direction::Rtl));
        assert_eq!(direction_of("ACME-12"), Some(Direction::Ltr));
        assert_eq!(direction_of("۱۲ - 34"), None);
    }
}

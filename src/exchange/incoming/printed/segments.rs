//! The pieces of a line as they stand on the page, each with its place, in the order in which a person reads them.
//! Knows the marks of pdftotext (U+202A, U+202B, U+202C); nothing of tables.

use super::turned::{turned, with_brackets};

/// So many blanks part two pieces of a line.
const GAP: usize = 2;
/// Letters of a line that have a place of their own; no page is wider.
const WIDEST: i32 = 400;

/// A piece of a line. Places count letters from the right edge of the page, from a negative number on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PagePiece {
    pub text: String,
    pub start: i32,
    pub end: i32,
    /// Its words end with a blank: what follows them stands elsewhere.
    pub is_cut: bool,
}

/// The pieces of one line, the rightmost first.
pub(super) type PageLine = Vec<PagePiece>;

impl PagePiece {
    /// How many letters of it stand between two places.
    pub(super) fn overlap(&self, start: i32, end: i32) -> i32 {
        (self.end.min(end) - self.start.max(start)).max(0)
    }
}

/// The pieces of a line, the rightmost first. `is_visual` says that its letters stand from left to right.
pub(super) fn segments(line: &str, is_visual: bool) -> Vec<PagePiece> {
    let mut found = Vec::new();
    let mut piece = String::new();
    let (mut depth, mut column, mut blanks, mut start) = (0usize, 0usize, 0usize, 0usize);
    for c in line.chars() {
        if c == '\t' {
            (blanks, column) = (blanks + GAP, column + GAP);
            continue;
        }
        let is_mark = matches!(c, '\u{202A}'..='\u{202C}');
        let opens_group = depth == 0 && c == '\u{202B}' && blanks > 0;
        if (blanks >= GAP || opens_group) && c != ' ' && depth == 0 && !piece.trim().is_empty() {
            found.push(segment(&piece, start, column - blanks, is_visual));
            piece.clear();
        }
        if piece.is_empty() {
            start = column;
        }
        match c {
            '\u{202A}' | '\u{202B}' => depth += 1,
            '\u{202C}' => depth = depth.saturating_sub(1),
            _ => column += 1,
        }
        if c == ' ' && depth == 0 {
            blanks += 1;
        } else if !is_mark {
            blanks = 0;
        }
        if c != ' ' || !piece.is_empty() {
            piece.push(c);
        }
    }
    if !piece.trim().is_empty() {
        found.push(segment(&piece, start, column - blanks, is_visual));
    }
    found.reverse();
    found
}

fn segment(piece: &str, start: usize, end: usize, is_visual: bool) -> PagePiece {
    let place = |column: usize| -i32::try_from(column).unwrap_or(WIDEST).min(WIDEST);
    let piece = piece.trim_end();
    PagePiece {
        text: if is_visual { turned(piece) } else { logical(piece) },
        start: place(end),
        end: place(start),
        is_cut: piece.trim_end_matches(is_direction).ends_with(' '),
    }
}

/// The words in the order of reading: what stands inside U+202A is in the order of the page.
fn logical(piece: &str) -> String {
    let mut words = String::new();
    let mut letters = piece.chars();
    while let Some(c) = letters.next() {
        match c {
            '\u{202A}' => {
                let inside: String = letters.by_ref().take_while(|c| *c != '\u{202C}').collect();
                words.push_str(&in_reading_order(&inside));
            }
            // Marks of direction are no words.
            c if is_direction(c) => {}
            c => words.push(c),
        }
    }
    words.trim().to_owned()
}

/// Numbers, Latin words and signs of a part that stands from left to right, the rightmost first.
fn in_reading_order(part: &str) -> String {
    let letters: Vec<char> = part.chars().filter(|c| !is_direction(*c)).collect();
    let mut tokens: Vec<&[char]> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = token(&letters[at..]);
        tokens.push(&letters[at..at + length]);
        at += length;
    }
    let words: String = tokens.into_iter().rev().flatten().collect();
    with_brackets(&words)
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
}

/// The length of the number, of the Latin words or of the one sign at the start.
fn token(letters: &[char]) -> usize {
    let is_latin = |c: char| c.is_ascii_alphabetic() || c.is_numeric();
    let (part, joins): (&dyn Fn(char) -> bool, &[char]) = if letters[0].is_ascii_alphabetic() {
        (&is_latin, &[' ', '.', '-', '/', '@', '_'])
    } else if letters[0].is_numeric() {
        (&char::is_numeric, &['/', ':', '.', ',', '٫', '٬', '-'])
    } else {
        return 1;
    };
    let mut length = 1;
    while length < letters.len() {
        let c = letters[length];
        let next = letters.get(length + 1);
        if part(c) || (joins.contains(&c) && next.is_some_and(|next| part(*next))) {
            length += 1;
        } else {
            break;
        }
    }
    // A date that goes on in the next line ends with its stroke.
    let ends_with_stroke = letters.get(length) == Some(&'/') && letters[0].is_numeric();
    length + usize::from(ends_with_stroke && letters.get(length + 1).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Vec<(String, i32, i32)> {
        let tell = |segment: PagePiece| (segment.text, segment.start, segment.end);
        segments(line, false).into_iter().map(tell).collect()
    }

    #[test]
    fn pieces_are_told_from_the_right_with_their_places() {
        let line = "\u{202B}آب\u{202C}    \u{202B}نهر شهر\u{202C} \u{202B}\u{202A}۱\u{202C}\u{202C}";
        assert_eq!(
            told(line),
            [
                ("۱".to_owned(), -15, -14),
                ("نهر شهر".to_owned(), -13, -6),
                ("آب".to_owned(), -2, 0)
            ]
        );
    }

    #[test]
    fn parts_from_left_to_right_are_put_in_reading_order() {
        for (inside, read) in [
            ("۱۴۰۲/۰۲/۱۱ :", ": ۱۴۰۲/۰۲/۱۱"),
            (" -۱", "۱-"),
            (".1", "1."),
            ("۱۴۰۲/۰۳/", "۱۴۰۲/۰۳/"),
            ("(GIS Map ۲)", "(GIS Map ۲)"),
            (" ۷", "۷"),
        ] {
            let line = format!("\u{202B}\u{202A}{inside}\u{202C}\u{202C}");
            assert_eq!(told(&line)[0].0, read, "{inside}");
        }
    }
}

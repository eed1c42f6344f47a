//! Rich text (Rich Text Format 1.9.1), as Word, WordPad and LibreOffice write it, to text.
//! Knows nothing of minutes.

mod fonts;
mod rows;
mod tokens;

use super::flow::{FlowText, each_once};
use crate::exchange::docx::DocxError;
use fonts::RtfFonts;
use rows::RtfRows;
use tokens::{RtfToken, RtfTokens};

/// Groups inside groups, at most; what is deeper is not read.
const DEEPEST: usize = 1000;

/// The words of rich text: heads of pages, body, notes and feet of pages.
///
/// # Errors
/// [`DocxError`] where it is none, or too large.
pub(super) fn read_rtf(bytes: &[u8]) -> Result<String, DocxError> {
    if bytes.len() > crate::exchange::MOST_BYTES {
        return Err(DocxError::TooLarge);
    }
    let mut reader = RtfReader::new();
    for token in RtfTokens::new(bytes) {
        reader.take(token);
    }
    Ok(reader.into_text())
}

/// Where the words of a group go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RtfPlace {
    Body,
    /// The head of pages.
    Head,
    /// The foot of pages, and notes.
    Foot,
    /// The number of a list, which the program that wrote the file counted.
    Number,
    Fonts,
    Nowhere,
}

/// What holds inside one group.
#[derive(Debug, Clone, Copy)]
struct RtfGroup {
    place: RtfPlace,
    font: Option<i32>,
    is_hidden: bool,
    /// How many characters stand behind a `\u` for programs that do not know it.
    stand_ins: usize,
    /// How many tables a paragraph is in.
    depth: usize,
}

struct RtfReader {
    fonts: RtfFonts,
    group: RtfGroup,
    groups: Vec<RtfGroup>,
    /// Groups below [`DEEPEST`].
    too_deep: usize,
    /// Bytes that wait to be turned into letters.
    bytes: Vec<u8>,
    /// The first half of a letter beyond U+FFFF.
    half: Option<u16>,
    to_skip: usize,
    /// `\*` was read: a group of an unknown name is not for us.
    starred: bool,
    line: String,
    number: String,
    rows: RtfRows,
    body: FlowText,
    head: FlowText,
    foot: FlowText,
}

/// Groups that hold no words of the document.
const NO_WORDS: [&str; 16] = [
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "fldinst",
    "shprslt",
    "nonesttables",
    "sp",
    "xe",
    "tc",
    "rxe",
    "filetbl",
    "revtbl",
    "pntxta",
    "pntxtb",
    "listtable",
];
/// Groups behind `\*` that hold words all the same.
const STARRED_WORDS: [&str; 3] = ["shpinst", "nesttableprops", "shptxt"];

impl RtfReader {
    fn new() -> RtfReader {
        RtfReader {
            fonts: RtfFonts::new(),
            group: RtfGroup {
                place: RtfPlace::Body,
                font: None,
                is_hidden: false,
                stand_ins: 1,
                depth: 0,
            },
            groups: Vec::new(),
            too_deep: 0,
            bytes: Vec::new(),
            half: None,
            to_skip: 0,
            starred: false,
            line: String::new(),
            number: String::new(),
            rows: RtfRows::default(),
            body: FlowText::default(),
            head: FlowText::default(),
            foot: FlowText::default(),
        }
    }

    fn take(&mut self, token: RtfToken) {
        if let RtfToken::Byte(byte) = token {
            return self.byte(byte);
        }
        self.end_bytes();
        match token {
            RtfToken::Opens if self.groups.len() < DEEPEST => {
                self.to_skip = 0;
                self.groups.push(self.group);
            }
            RtfToken::Opens => self.too_deep += 1,
            RtfToken::Closes => self.close(),
            RtfToken::Sign(b'*') => self.starred = true,
            RtfToken::Sign(sign) => self.sign(sign),
            RtfToken::Word { name, number } => self.word(name, number),
            RtfToken::Byte(_) => {}
        }
    }

    fn byte(&mut self, byte: u8) {
        self.starred = false;
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if self.says() {
            self.bytes.push(byte);
        }
    }

    /// Whether words are read here.
    fn says(&self) -> bool {
        self.too_deep == 0
            && !self.group.is_hidden
            && !matches!(self.group.place, RtfPlace::Nowhere | RtfPlace::Fonts)
    }

    fn end_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let letters = self.fonts.letters(&self.bytes, self.group.font);
            self.bytes.clear();
            self.push(&letters);
        }
    }

    fn push(&mut self, words: &str) {
        if !self.says() {
        } else if self.group.place == RtfPlace::Number {
            self.number.push_str(words);
        } else {
            self.line.push_str(words);
        }
    }

    fn close(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        self.to_skip = 0;
        let Some(outer) = self.groups.pop() else { return };
        let inner = std::mem::replace(&mut self.group, outer);
        if inner.place == outer.place {
            return;
        }
        match inner.place {
            RtfPlace::Number => {
                let number = std::mem::take(&mut self.number);
                self.line.push_str(&as_written(&number));
            }
            RtfPlace::Head | RtfPlace::Foot => {
                // The last line of it may lack its end.
                self.group.place = inner.place;
                self.end_line_with_words();
                self.group.place = outer.place;
            }
            _ => {}
        }
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'~' => self.push(" "),
            b'_' => self.push("-"),
            b'\\' | b'{' | b'}' => self.byte(sign),
            // A backslash at the end of a line is `\par`.
            b'\n' | b'\r' => self.end_line(),
            _ => {}
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        let starred = std::mem::take(&mut self.starred);
        if self.group.place == RtfPlace::Fonts {
            return self.fonts.define(name, number);
        }
        if (starred && !STARRED_WORDS.contains(&name)) || NO_WORDS.contains(&name) {
            self.group.place = RtfPlace::Nowhere;
            return;
        }
        if self.group.place == RtfPlace::Nowhere || self.too_deep > 0 {
            return;
        }
        let is_on = number != Some(0);
        match name {
            "fonttbl" => self.group.place = RtfPlace::Fonts,
            "listtext" | "pntext" => self.group.place = RtfPlace::Number,
            "header" | "headerl" | "headerr" | "headerf" => self.enter(RtfPlace::Head),
            "footer" | "footerl" | "footerr" | "footerf" | "footnote" => self.enter(RtfPlace::Foot),
            "ansicpg" => self.fonts.set_code_page(number.unwrap_or(0)),
            "f" => self.group.font = number,
            "v" | "deleted" => self.group.is_hidden = is_on,
            "plain" => self.group.is_hidden = false,
            "uc" => self.group.stand_ins = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            "u" => self.unicode(number.unwrap_or(0)),
            _ => self.layout_word(name, number),
        }
    }

    /// A head, foot or note begins inside a line of the body, which goes on behind it.
    fn enter(&mut self, place: RtfPlace) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.body.push(&line);
        }
        self.group.place = place;
        self.group.depth = 0;
    }

    fn layout_word(&mut self, name: &str, number: Option<i32>) {
        match name {
            "par" => self.end_line(),
            "sect" | "page" | "column" => self.end_line_with_words(),
            "line" => self.push("\n"),
            "tab" if self.group.depth > 0 || self.group.place == RtfPlace::Number => self.push(" "),
            "tab" => self.push("\t"),
            "pard" => self.group.depth = 0,
            "intbl" => self.group.depth = self.group.depth.max(1),
            "itap" => self.group.depth = usize::try_from(number.unwrap_or(1)).unwrap_or(0).min(2),
            "cell" => {
                self.end_row_line(1);
                self.rows.end_cell();
            }
            "nestcell" => {
                self.end_row_line(2);
                self.rows.end_inner_cell();
            }
            "nestrow" => self.rows.end_inner_row(),
            "row" => self.rows.end_row(&mut self.body),
            "trowd" | "clvmrg" | "clmrg" | "cellx" => self.rows.define(name),
            name => {
                if let Some(letter) = letter_of_word(name) {
                    self.push(letter);
                }
            }
        }
    }

    /// `\u`: a letter as a signed number of 16 bits, with stand-ins behind it.
    fn unicode(&mut self, number: i32) {
        let unit = (number & 0xFFFF) as u16;
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        if (0xD800..0xDC00).contains(&unit) {
            self.half = Some(unit);
        } else {
            let letters: String = char::decode_utf16(units).flatten().collect();
            self.push(&letters);
        }
        self.to_skip = self.group.stand_ins;
    }

    fn flow(&mut self) -> &mut FlowText {
        match self.group.place {
            RtfPlace::Head => &mut self.head,
            RtfPlace::Foot => &mut self.foot,
            _ => &mut self.body,
        }
    }

    fn end_row_line(&mut self, depth: usize) {
        let line = std::mem::take(&mut self.line);
        self.rows.line(line, depth);
    }

    fn end_line(&mut self) {
        if !matches!(self.group.place, RtfPlace::Body | RtfPlace::Head | RtfPlace::Foot) {
            return;
        }
        if self.group.depth > 0 {
            return self.end_row_line(self.group.depth);
        }
        if self.group.place == RtfPlace::Body && !self.rows.is_empty() {
            self.rows.end_table(&mut self.body);
        }
        let line = std::mem::take(&mut self.line);
        let flow = self.flow();
        flow.push(&line);
        flow.end_paragraph();
    }

    fn end_line_with_words(&mut self) {
        if !self.line.trim().is_empty() {
            self.end_line();
        }
    }

    fn into_text(mut self) -> String {
        self.end_bytes();
        self.group.place = RtfPlace::Body;
        self.group.depth = 0;
        self.rows.end_table(&mut self.body);
        self.end_line_with_words();
        let margins = [self.head, self.foot].map(|flow| each_once(&flow.into_text()));
        format!("{}{}{}", margins[0], self.body.into_text(), margins[1])
    }
}

/// The number of a list as a writer would put it: «1- », «الف) »; nothing for a bullet.
fn as_written(number: &str) -> String {
    let plain = number.trim_matches(|c: char| !c.is_alphanumeric());
    if plain.is_empty() {
        String::new()
    } else if plain.chars().all(char::is_numeric) {
        format!("{plain}- ")
    } else {
        format!("{plain}) ")
    }
}

fn letter_of_word(name: &str) -> Option<&'static str> {
    Some(match name {
        "emdash" => "—",
        "endash" => "–",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "zwnj" => "\u{200c}",
        "zwj" => "\u{200d}",
        "emspace" | "enspace" | "qmspace" => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(inside: &str) -> String {
        let head = "{\\rtf1\\ansi\\ansicpg1256\\uc1{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset178 B Nazanin;}}\
                    {\\stylesheet{\\s0 Normal;}}{\\*\\generator Word;}{\\info{\\title \\'c2}}";
        read_rtf(format!("{head}{inside}}}").as_bytes()).unwrap()
    }

    #[test]
    fn letters_come_as_numbers_and_as_bytes() {
        let inside = "\\pard\\f1 \\'c2\\'c8 \\u1608?\\u32?\\u1576\\'c8\\uc0\\u1585\\uc2\\u1602xx\\par\r\n\\u-10179?\\u-8703?\\par";
        assert_eq!(read(inside), "آب و برق\n😁\n");
    }

    #[test]
    fn what_is_hidden_deleted_or_meant_for_programs_is_not_read() {
        let inside = "\\pard a{\\v b}{\\deleted c}{\\*\\bkmkstart x}{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\~d\\_e\\\\f\\{\\par";
        assert_eq!(read(inside), "a3 d-e\\f{\n");
    }

    #[test]
    fn rows_have_their_cells_with_lines_and_what_is_merged() {
        let def = "\\trowd\\cellx1000\\cellx2000\\clvmgf\\cellx3000 ";
        let below = "\\trowd\\cellx1000\\cellx2000\\clvmrg\\cellx3000 ";
        let inside = format!(
            "{def}\\pard\\intbl row\\cell text\\cell due\\cell\\row{def}\\pard\\intbl 1\\cell a\\tab b\\par c\\cell month\\cell\\row\
             {below}\\pard\\intbl 2\\cell d\\cell\\cell\\row\\pard end\\par"
        );
        assert_eq!(
            read(&inside),
            "<table><tr><td>row</td><td>text</td><td>due</td></tr>\n\
             <tr><td>1</td><td>a b<br>c</td><td rowspan=2>month</td></tr>\n<tr><td>2</td><td>d</td></tr></table>\nend\n"
        );
    }

    #[test]
    fn a_table_in_a_cell_is_a_table() {
        let inside = "\\pard\\intbl head\\par\\pard\\intbl\\itap2 1\\nestcell a\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\nestrow}\
                      {\\nonesttables\\par}\\pard\\intbl\\cell\\row\\pard end\\par";
        assert_eq!(read(inside), "head\n1\ta\nend\n");
    }

    #[test]
    fn lists_have_their_numbers_and_margins_their_place() {
        let inside = "{\\footer\\pard foot\\par}{\\headerf top\\par}{\\header\\pard top\\par}\\pard{\\listtext\\pard 1.\\tab}one\\par\
                      {\\pntext\\f0 \\'b7\\tab}two\\par\\pard three{\\footnote\\pard note} on\\par";
        assert_eq!(read(inside), "top\n1- one\ntwo\nthree on\nfoot\nnote\n");
    }

    #[test]
    fn open_ends_and_deep_groups_are_borne() {
        for inside in [
            "{".repeat(100_000),
            "}".repeat(100_000),
            "\\cell".repeat(50_000),
            "\\'".to_owned(),
        ] {
            let _ = read(&inside);
        }
        assert_eq!(read_rtf(b"{\\rtf1 a"), Ok("a\n".to_owned()));
    }

    proptest::proptest! {
        #[test]
        fn no_words_make_it_panic(inside in "(\\\\|\\{|\\}|cell|row|trowd|cellx|par|u|'|1|-|nestcell|nestrow|itap| |é|intbl|header|footnote){0,60}") {
            let _ = read_rtf(inside.as_bytes());
        }
    }
}

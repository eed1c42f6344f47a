//! In which encoding the bytes of rich text are: that of their font, else that of the document.
//! Knows nothing of what fonts look like.

use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::HashMap;

/// Charset of fonts whose letters are signs.
const SYMBOLS: i32 = 2;
/// Fonts that are remembered, at most.
const MOST_FONTS: usize = 4096;

/// The fonts of a document by their charset.
pub(super) struct RtfFonts {
    document: &'static Encoding,
    charsets: HashMap<i32, i32>,
    /// The one that the table of fonts is at.
    named: i32,
}

impl RtfFonts {
    pub(super) fn new() -> RtfFonts {
        RtfFonts {
            document: WINDOWS_1252,
            charsets: HashMap::new(),
            named: 0,
        }
    }

    /// `\ansicpg`: the encoding of the document.
    pub(super) fn set_code_page(&mut self, page: i32) {
        if let Some(encoding) = of_code_page(page) {
            self.document = encoding;
        }
    }

    /// A word inside the table of fonts.
    pub(super) fn define(&mut self, name: &str, number: Option<i32>) {
        match (name, number) {
            ("f", Some(font)) => self.named = font,
            ("fcharset", Some(charset)) if self.charsets.len() < MOST_FONTS => {
                self.charsets.insert(self.named, charset);
            }
            _ => {}
        }
    }

    /// The letters of bytes that stand in a font.
    pub(super) fn letters(&self, bytes: &[u8], font: Option<i32>) -> String {
        let charset = font.and_then(|font| self.charsets.get(&font)).copied();
        if charset == Some(SYMBOLS) {
            return bytes.iter().filter_map(|byte| sign(*byte)).collect();
        }
        let encoding = charset.and_then(of_charset).unwrap_or(self.document);
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }
}

fn of_code_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        65001 => "utf-8".to_owned(),
        708 => "iso-8859-6".to_owned(),
        10000 => "macintosh".to_owned(),
        page => format!("windows-{page}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a charset of Windows; none for the document's own.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    of_code_page(match charset {
        77 => 10000,
        161 => 1253,
        162 => 1254,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        238 => 1250,
        _ => return None,
    })
}

/// Ticks, as Wingdings has them; blanks and other signs are no words.
fn sign(byte: u8) -> Option<char> {
    match byte {
        b' ' => Some(' '),
        0xFC | 0xFE => Some('☑'),
        0xFB | 0xFD => Some('☒'),
        0xA8 | 0x6F | 0x71 | 0x72 => Some('☐'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_by_their_font_else_by_the_document() {
        let mut fonts = RtfFonts::new();
        for (font, charset) in [(0, 0), (3, 178), (5, 2)] {
            fonts.define("f", Some(font));
            fonts.define("fcharset", Some(charset));
        }
        assert_eq!(fonts.letters(b"\xc2\xc8", Some(3)), "آب");
        assert_eq!(fonts.letters(b"\xe9", Some(0)), "é");
        assert_eq!(fonts.letters(b"\xfe\xa8", Some(5)), "☑☐");
        fonts.set_code_page(1256);
        assert_eq!(fonts.letters(b"\xc2\xc8", None), "آب");
        fonts.set_code_page(65001);
        assert_eq!(fonts.letters("آب".as_bytes(), Some(0)), "آب");
    }
}

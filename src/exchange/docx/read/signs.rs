//! The signs of fonts that have pictures in place of letters: ticks, crosses and boxes as characters of their own.
//! Does not know what is ticked.

/// Where Word keeps the characters of such fonts.
const PRIVATE: std::ops::RangeInclusive<u32> = 0xF000..=0xF0FF;

/// Fonts of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SignFont {
    Wingdings,
    Wingdings2,
    Webdings,
    Symbol,
}

impl SignFont {
    /// The font of this name, where it is one of pictures.
    pub(super) fn named(name: &str) -> Option<SignFont> {
        match name.trim().to_ascii_lowercase().as_str() {
            "wingdings" | "wingdings 3" => Some(SignFont::Wingdings),
            "wingdings 2" => Some(SignFont::Wingdings2),
            "webdings" => Some(SignFont::Webdings),
            "symbol" => Some(SignFont::Symbol),
            _ => None,
        }
    }
}

/// What the character of a `w:sym` is: a sign of its font, or itself where the font has letters.
pub(super) fn sign(font: &str, code: u32) -> Option<char> {
    let known = SignFont::named(font);
    if known.is_none() && !PRIVATE.contains(&code) {
        return char::from_u32(code);
    }
    Some(picture(known.unwrap_or(SignFont::Wingdings), code))
}

/// The text with its signs: characters of the private place, and letters that are pictures in this font.
pub(super) fn with_signs(text: &str, font: Option<SignFont>) -> String {
    let is_private = |c: char| PRIVATE.contains(&(c as u32));
    if font.is_none() && !text.contains(is_private) {
        return text.to_owned();
    }
    let turned = text.chars().map(|c| match font {
        _ if is_private(c) => picture(font.unwrap_or(SignFont::Wingdings), c as u32),
        // Digits and letters of a text that only kept the font of a bullet before it stay what they are.
        Some(font) if !c.is_whitespace() && (c as u32) <= 0xFF => known_picture(font, c as u32).unwrap_or(c),
        _ => c,
    });
    turned.collect()
}

/// The sign, or a bullet for a picture that says nothing.
fn picture(font: SignFont, code: u32) -> char {
    known_picture(font, code).unwrap_or('•')
}

/// After Unicode's own mapping of these fonts (L2/11-052R and its successors).
fn known_picture(font: SignFont, code: u32) -> Option<char> {
    let found = match (font, code & 0xFF) {
        (SignFont::Wingdings, 0xFC) => '✓',
        (SignFont::Wingdings, 0xFB) => '✗',
        (SignFont::Wingdings, 0xFD | 0x78) => '☒',
        (SignFont::Wingdings, 0xFE) => '☑',
        (SignFont::Wingdings, 0x6F | 0x70 | 0x71 | 0x72 | 0xA8) => '☐',
        (SignFont::Wingdings, 0x6E) => '■',
        (SignFont::Wingdings2, 0x50) => '✓',
        (SignFont::Wingdings2, 0x4F) => '✗',
        (SignFont::Wingdings2, 0x52) => '☑',
        (SignFont::Wingdings2, 0x51 | 0x53 | 0x54) => '☒',
        (SignFont::Wingdings2, 0xA3) => '☐',
        (SignFont::Wingdings2, 0xA2) => '■',
        (SignFont::Webdings, 0x61) => '✓',
        (SignFont::Webdings, 0x72) => '✗',
        (SignFont::Webdings, 0x63) => '☐',
        (SignFont::Webdings, 0x67) => '■',
        (SignFont::Symbol, 0xD6) => '✓',
        (SignFont::Symbol, 0xB4) => '×',
        (SignFont::Symbol, 0xB1) => '±',
        (SignFont::Symbol, 0xB0) => '°',
        (SignFont::Symbol, 0x2D) => '-',
        (SignFont::Symbol, 0xA3) => '≤',
        (SignFont::Symbol, 0xB3) => '≥',
        _ => return None,
    };
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_crosses_and_boxes_are_the_same_in_every_font() {
        for (font, code, wanted) in [
            ("Wingdings", 0xF0FC, '✓'),
            ("Wingdings", 0xF0FE, '☑'),
            ("Wingdings", 0xF0A8, '☐'),
            ("Wingdings", 0x6F, '☐'),
            ("Wingdings 2", 0xF050, '✓'),
            ("Wingdings 2", 0xF0A3, '☐'),
            ("wingdings 2", 0x54, '☒'),
            ("Webdings", 0xF061, '✓'),
            ("Symbol", 0xF0D6, '✓'),
            ("MS Gothic", 0x2612, '☒'),
            ("Segoe UI Symbol", 0x2611, '☑'),
            ("B Nazanin", 0xF0FE, '☑'),
            ("Wingdings", 0xF04A, '•'),
        ] {
            assert_eq!(sign(font, code), Some(wanted), "{font} {code:x}");
        }
    }

    #[test]
    fn words_keep_their_letters_whatever_font_stands_before_them() {
        assert_eq!(with_signs("آب ۱۲ a1", Some(SignFont::Wingdings)), "آب ۱۲ a1");
        assert_eq!(with_signs("ü شهرداری", Some(SignFont::Wingdings)), "✓ شهرداری");
        assert_eq!(with_signs("\u{f0fc} شهرداری", None), "✓ شهرداری");
        assert_eq!(with_signs("über", None), "über");
    }
}

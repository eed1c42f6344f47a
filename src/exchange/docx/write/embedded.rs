//! The font of ours inside a Word file, for desks that have none of its name: they would print another one, and other
//! pages. Does not know where the font is used.

use super::zipped;
use crate::exchange::own_fonts::{BOLD, REGULAR};
use std::sync::LazyLock;

/// A font by its place in the file, the tag that names it, and the key that Word asks for (ISO/IEC 29500-1, 17.8.1).
pub(super) struct EmbeddedFont {
    pub(super) tag: &'static str,
    pub(super) relation: &'static str,
    /// Below `word/`.
    pub(super) target: &'static str,
    pub(super) key: &'static str,
}

pub(super) const EMBEDDED: [EmbeddedFont; 2] = [
    EmbeddedFont {
        tag: "w:embedRegular",
        relation: "rId1",
        target: "fonts/font1.odttf",
        key: "{6F1B2C5E-8D3A-4A77-9C41-0E5B7A2D9F10}",
    },
    EmbeddedFont {
        tag: "w:embedBold",
        relation: "rId2",
        target: "fonts/font2.odttf",
        key: "{A94D07E3-52BC-4F68-B1D6-3C8E90F7125A}",
    },
];

/// Both fonts, packed once: a year's letters carry the same bytes.
pub(super) static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let files = [REGULAR, BOLD];
    let parts = EMBEDDED.iter().zip(files);
    let parts: Vec<(String, Vec<u8>)> = parts
        .map(|(font, bytes)| (format!("word/{}", font.target), obfuscated(bytes, font.key)))
        .collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    // Without them there is no archive, and opening it says so.
    zipped(&parts, None).unwrap_or_default()
});

/// The first 32 bytes mixed with the key from its end, as Word takes fonts out of a file.
fn obfuscated(font: &[u8], key: &str) -> Vec<u8> {
    let digits: Vec<u32> = key.chars().filter_map(|c| c.to_digit(16)).collect();
    let byte =
        |pair: &[u32]| u8::try_from(pair.iter().fold(0, |byte, digit| byte * 16 + digit)).unwrap_or_default();
    let key: Vec<u8> = digits.chunks(2).map(byte).collect();
    let mut font = font.to_vec();
    for (byte, mixed) in font.iter_mut().take(32).zip(key.iter().rev().cycle()) {
        *byte ^= mixed;
    }
    font
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixing_twice_gives_the_font_and_only_its_head_is_mixed() {
        let mixed = obfuscated(REGULAR, EMBEDDED[0].key);
        assert_eq!(mixed[0], REGULAR[0] ^ 0x10);
        assert_eq!(mixed[15], REGULAR[15] ^ 0x6F);
        assert_eq!(mixed[32..], REGULAR[32..]);
        assert_eq!(obfuscated(&mixed, EMBEDDED[0].key), REGULAR);
    }
}

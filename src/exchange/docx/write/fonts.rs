//! The names of fonts in a Word file, and what a program takes where it has none of that name.
//! Does not know where they are used.

use super::body::NAMESPACES;
use super::embedded::EMBEDDED;
use super::xml::PartXml;
use crate::exchange::format::Fonts;
use crate::exchange::own_fonts::NAME;

/// What is on nearly every desk and has Persian letters, the best first.
const FALLBACKS: &str = "Vazirmatn,Vazir,B Nazanin,Tahoma,Arial";
/// Latin letters of a font that has only Persian ones.
const LATIN: &str = "Times New Roman";
/// The size of running text in half points. Letters of the offices' fonts are small in their size, those of ours large.
const SIZE_OF_OURS: i32 = 23;
const SIZE_OF_OTHERS: i32 = 27;

/// The fonts of a document by name.
pub(super) struct FontNames {
    pub(super) text: String,
    pub(super) heads: String,
    /// That of Latin letters among them.
    pub(super) latin: String,
    /// In half points.
    pub(super) size: i32,
}

impl FontNames {
    pub(super) fn of(fonts: &Fonts) -> FontNames {
        let Fonts {
            text_name,
            heads_name,
            // Word takes fonts from the desk by name.
            text_file: _,
            heads_file: _,
        } = fonts;
        let text = named(text_name.as_ref());
        let heads = named(heads_name.as_ref());
        let latin = if text.is_some() { LATIN } else { NAME };
        let size = if text.is_some() {
            SIZE_OF_OTHERS
        } else {
            SIZE_OF_OURS
        };
        let text = text.unwrap_or(NAME).to_owned();
        FontNames {
            heads: heads.map_or_else(|| text.clone(), str::to_owned),
            text,
            latin: latin.to_owned(),
            size,
        }
    }
}

impl FontNames {
    /// Whether ours is among them.
    pub(super) fn has_ours(&self) -> bool {
        [&self.text, &self.heads, &self.latin]
            .iter()
            .any(|name| *name == NAME)
    }
}

fn named(name: Option<&String>) -> Option<&str> {
    name.map(|name| name.trim()).filter(|name| !name.is_empty())
}

/// `word/fontTable.xml`.
pub(super) fn font_table(fonts: &FontNames) -> Vec<u8> {
    let mut names = vec![&fonts.text];
    for name in [&fonts.heads, &fonts.latin] {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut xml = PartXml::new();
    xml.open("w:fonts", &NAMESPACES);
    for name in names {
        xml.open("w:font", &[("w:name", name)]);
        if name != LATIN {
            xml.value("w:altName", FALLBACKS);
        }
        // Arabic script, letters of different widths.
        xml.value("w:charset", if name == LATIN { "00" } else { "B2" });
        xml.value("w:family", "auto");
        xml.value("w:pitch", "variable");
        if name == NAME {
            for font in &EMBEDDED {
                xml.empty(font.tag, &[("r:id", font.relation), ("w:fontKey", font.key)]);
            }
        }
        xml.close("w:font");
    }
    xml.close("w:fonts");
    xml.into_bytes()
}

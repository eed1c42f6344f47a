//! The fonts of pages: ours, which every program carries, and those of the office, each parsed once.
//! Does not know a document; what a letter looks like is asked of it a word at a time by `shape`.

use std::sync::Arc;

use harfrust::{FontRef, ShaperData};
use krilla::text::Font;
use skrifa::MetadataProvider;
use skrifa::raw::TableProvider;

use crate::exchange::format::{Fonts, WriteError};
use crate::exchange::own_fonts::{BOLD, REGULAR};

/// The only value of the embedding rights of OpenType (OS/2, `fsType`) that forbids to embed.
const RESTRICTED: u16 = 2;

/// A font, by its place in [`PdfFonts`].
pub(super) type FaceId = u8;

/// Fonts that are ready for pages. Made once, they serve any number of documents.
pub struct PdfFonts {
    faces: Vec<PdfFace>,
    regular: [FaceId; 2],
    bold: [FaceId; 2],
}

/// One font.
pub(super) struct PdfFace {
    bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// What the shaper keeps of it.
    pub(super) data: ShaperData,
    /// The same for the writer of the file.
    pub(super) font: Font,
}

impl PdfFonts {
    /// Our fonts, with those of the office before them where it has some. A font for running text alone also serves heads.
    ///
    /// # Errors
    /// [`WriteError::UnusableFont`] when a file of the office is no font, one without outlines, or one that may not be
    /// embedded.
    pub fn read(fonts: &Fonts) -> Result<PdfFonts, WriteError> {
        let Fonts {
            // A page carries its letters; a name alone is of no use to it.
            text_name: _,
            heads_name: _,
            text_file,
            heads_file,
        } = fonts;
        let mut faces = vec![PdfFace::read(Arc::new(REGULAR))?, PdfFace::read(Arc::new(BOLD))?];
        let mut offices = |file: &Option<Vec<u8>>| -> Result<Option<FaceId>, WriteError> {
            let Some(file) = file else { return Ok(None) };
            faces.push(PdfFace::read(Arc::new(file.clone()))?);
            Ok(FaceId::try_from(faces.len() - 1).ok())
        };
        let text = offices(text_file)?;
        let heads = offices(heads_file)?.or(text);
        Ok(PdfFonts {
            faces,
            regular: [text.unwrap_or(0), 0],
            bold: [heads.unwrap_or(1), 1],
        })
    }

    /// The fonts in which a letter is looked for, in this order.
    pub(super) fn of_weight(&self, bold: bool) -> [FaceId; 2] {
        if bold { self.bold } else { self.regular }
    }

    /// All fonts; a [`FaceId`] is a place here.
    pub(super) fn faces(&self) -> &[PdfFace] {
        &self.faces
    }
}

impl PdfFace {
    fn read(bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> Result<PdfFace, WriteError> {
        let font = Font::new(bytes.clone().into(), 0).ok_or(WriteError::UnusableFont)?;
        let face = FontRef::from_index((*bytes).as_ref(), 0).map_err(|_| WriteError::UnusableFont)?;
        let has_outlines = face.glyf().is_ok() || face.cff().is_ok() || face.cff2().is_ok();
        let is_restricted = face.os2().is_ok_and(|os2| os2.fs_type() & 0xF == RESTRICTED);
        let has_letters = face.charmap().has_map();
        if !has_outlines || is_restricted || !has_letters {
            return Err(WriteError::UnusableFont);
        }
        let data = ShaperData::new(&face);
        Ok(PdfFace { bytes, data, font })
    }

    /// The font's tables; none when they cannot be read.
    pub(super) fn tables(&self) -> Option<FontRef<'_>> {
        FontRef::from_index((*self.bytes).as_ref(), 0).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_of_the_office_stands_before_ours_and_serves_its_heads_too() {
        let fonts = |text: Option<&[u8]>, heads: Option<&[u8]>| Fonts {
            text_file: text.map(<[u8]>::to_vec),
            heads_file: heads.map(<[u8]>::to_vec),
            ..Fonts::default()
        };
        let of = |fonts: &Fonts| {
            let read = PdfFonts::read(fonts).unwrap();
            (read.of_weight(false), read.of_weight(true))
        };
        assert_eq!(of(&fonts(None, None)), ([0, 0], [1, 1]));
        assert_eq!(of(&fonts(Some(BOLD), None)), ([2, 0], [2, 1]));
        assert_eq!(of(&fonts(None, Some(REGULAR))), ([0, 0], [2, 1]));
        assert_eq!(of(&fonts(Some(BOLD), Some(REGULAR))), ([2, 0], [3, 1]));
    }

    #[test]
    fn a_file_that_is_no_font_is_refused() {
        for bytes in [
            &b""[..],
            b"no font",
            &REGULAR[..600],
            b"\0\x01\0\0\0\0\0\0\0\0\0\0",
        ] {
            let fonts = Fonts {
                text_file: Some(bytes.to_vec()),
                ..Fonts::default()
            };
            assert_eq!(PdfFonts::read(&fonts).err(), Some(WriteError::UnusableFont));
        }
    }
}

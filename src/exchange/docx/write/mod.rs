//! The tree of a document as a Word file: its parts, zipped. The same document gives the same bytes.
//! Does not know what a document is about.
//!
//! Direction is told to Word by properties of paragraphs, runs, tables and sections, never by characters: those are
//! printed by some programs, and copied with the text by all.

mod body;
mod embedded;
mod fonts;
mod parts;
mod stretches;
mod styles;
mod tables;
#[cfg(test)]
mod tests;
mod xml;

use crate::exchange::format::{Fonts, WriteError};
use crate::exchange::paper::Paper;
use crate::text::Direction;
use embedded::PACKED;
use fonts::FontNames;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A part below this is stored as it is: the tables of the packer cost more than its bytes.
const SMALL_PART_BYTES: usize = 2048;
/// Three times as quick as the usual 6; the fonts of ours, most of a file, make it a twelfth larger.
const PACKING_LEVEL: i64 = 2;

/// The bytes of a document as a Word file. Fonts are named, with others for desks that have none of that name; ours is in
/// the file.
///
/// # Errors
/// [`WriteError::NotWritten`] where the archive could not be made.
pub fn write_docx(paper: &Paper, fonts: &Fonts) -> Result<Vec<u8>, WriteError> {
    let fonts = FontNames::of(fonts);
    let parts = all_parts(paper, &fonts);
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (*name, &**bytes)).collect();
    let packed = fonts.has_ours().then(|| PACKED.as_slice());
    zipped(&parts, packed).map_err(|error| WriteError::NotWritten(error.to_string()))
}

/// Each part with its place, in the order in which programs look for them.
fn all_parts(paper: &Paper, fonts: &FontNames) -> Vec<(&'static str, Vec<u8>)> {
    let rtl = paper.direction == Direction::Rtl;
    let has_foot = !paper.foot.is_blank();
    let foot = has_foot.then_some(parts::FOOT);
    let mut all = vec![
        (
            "[Content_Types].xml",
            parts::content_types(has_foot, fonts.has_ours()),
        ),
        ("_rels/.rels", parts::package_relations()),
        ("word/document.xml", body::document(paper, rtl, foot)),
        (
            "word/_rels/document.xml.rels",
            parts::document_relations(has_foot),
        ),
        ("word/styles.xml", styles::styles(fonts, rtl)),
        ("word/settings.xml", parts::settings(fonts.has_ours())),
        ("word/fontTable.xml", fonts::font_table(fonts)),
        ("word/numbering.xml", parts::numbering()),
        ("word/theme/theme1.xml", parts::THEME.as_bytes().to_vec()),
        ("docProps/core.xml", parts::core(paper)),
        ("docProps/app.xml", parts::app()),
    ];
    if has_foot {
        all.push(("word/footer1.xml", body::footer(&paper.foot, rtl, paper.digits)));
    }
    if fonts.has_ours() {
        all.push(("word/_rels/fontTable.xml.rels", parts::font_relations()));
    }
    all
}

/// How a part of so many bytes is packed.
fn packing(options: SimpleFileOptions, bytes: usize) -> SimpleFileOptions {
    if bytes < SMALL_PART_BYTES {
        return options.compression_method(CompressionMethod::Stored);
    }
    options
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(PACKING_LEVEL))
}

/// An archive of these parts, with the packed ones of another behind them.
fn zipped(parts: &[(&str, &[u8])], packed: Option<&[u8]>) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The clock would make every file another one.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, bytes) in parts {
        archive.start_file(*name, packing(options, bytes.len()))?;
        archive.write_all(bytes)?;
    }
    if let Some(packed) = packed {
        archive.merge_archive(ZipArchive::new(Cursor::new(packed))?)?;
    }
    Ok(archive.finish()?.into_inner())
}

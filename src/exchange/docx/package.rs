//! The zip archive that a Word file is, with what comes out of it counted. Does not know what its parts say.

use super::{DocxError, MOST_PART_BYTES};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The parts of a file.
pub(in crate::exchange) type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens a file.
pub(in crate::exchange) fn package(bytes: &[u8]) -> Result<Package<'_>, DocxError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocxError::NotADocument)
}

/// One part of the archive; none where it is not there.
pub(in crate::exchange) fn part(archive: &mut Package, name: &str) -> Result<Option<String>, DocxError> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(DocxError::Damaged),
    };
    let xml = unpacked(file, MOST_PART_BYTES)?;
    String::from_utf8(xml).map(Some).map_err(|_| DocxError::Damaged)
}

/// The bytes of a part, at most so many.
pub(super) fn unpacked(file: impl Read, most: u64) -> Result<Vec<u8>, DocxError> {
    // The size that the archive declares is not believed: what comes out is counted.
    let mut bytes = Vec::new();
    let read = file
        .take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| DocxError::Damaged)?;
    if read as u64 > most {
        return Err(DocxError::TooLarge);
    }
    Ok(bytes)
}

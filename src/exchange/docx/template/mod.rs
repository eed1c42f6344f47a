//! The letterhead and order of an office: a Word file with fields in words, `{{جلسه.تاریخ}}`, that is filled in.
//! Does not know which fields there are, nor what the file looks like: what is no field stays byte for byte.

mod fields;
mod kinds;
mod scan;
mod splice;
#[cfg(test)]
mod tests;

pub use fields::{FieldList, FieldNames, Fields, TemplateField};

use super::package::{package, part};
use super::{DocxError, MOST_PART_BYTES};
use fields::FieldIndex;
use kinds::{DOCUMENT_KIND, PartKinds, TEMPLATE_KIND};
use splice::PartFill;
use std::borrow::Cow;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const CONTENT_TYPES: &str = "[Content_Types].xml";

/// A part of a template that has words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplatePart {
    /// The pages themselves.
    Body,
    /// What stands at the top of pages.
    Header,
    /// What stands at the foot of pages.
    Footer,
    /// Notes at the foot or at the end.
    Notes,
}

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplatePlace {
    /// In which part.
    pub part: TemplatePart,
    /// Behind which paragraph outside tables, or in which, from 1; 0 before the first.
    pub paragraph: u32,
    /// In which table of the part and in which of its rows, from 1.
    pub row: Option<(u32, u32)>,
}

/// Why a template could not be filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// No Word file.
    #[error("no Word document")]
    NotADocument,
    /// The file, or what it becomes, is larger than a document may be.
    #[error("too large")]
    TooLarge,
    /// The archive or the XML in it is damaged.
    #[error("damaged")]
    Damaged,
    /// It has macros: a program that would be handed on with every document.
    #[error("has macros")]
    Macros,
    /// It has no field: every document made of it would be the same.
    #[error("no field")]
    NoField,
    /// A field that is none.
    #[error("unknown field {name}")]
    UnknownField {
        /// As it is written.
        name: String,
        /// Where.
        place: TemplatePlace,
    },
    /// `{{` without its end in the same paragraph.
    #[error("{text} never ends")]
    Unclosed {
        /// How it begins.
        text: String,
        /// Where.
        place: TemplatePlace,
    },
    /// A column of a list that stands in no row of a table.
    #[error("{name} stands in no row of a table")]
    OutsideRow {
        /// As it is written.
        name: String,
        /// Where.
        place: TemplatePlace,
    },
    /// Columns of two lists in one row.
    #[error("{name} is of another list than its row")]
    TwoLists {
        /// As it is written.
        name: String,
        /// Where.
        place: TemplatePlace,
    },
    /// A row for a list inside a row for a list.
    #[error("{name} is of a list inside another one")]
    ListInList {
        /// As it is written.
        name: String,
        /// Where.
        place: TemplatePlace,
    },
}

impl From<DocxError> for TemplateError {
    fn from(error: DocxError) -> TemplateError {
        match error {
            DocxError::NotADocument => TemplateError::NotADocument,
            DocxError::TooLarge => TemplateError::TooLarge,
            DocxError::Damaged => TemplateError::Damaged,
        }
    }
}

/// The template with its fields filled in, as a Word file.
///
/// # Errors
/// [`TemplateError`] for what is no template, and for a field that cannot be filled, with its place.
pub fn fill(template: &[u8], fields: &Fields) -> Result<Vec<u8>, TemplateError> {
    if is_too_large(template.len()) {
        return Err(TemplateError::TooLarge);
    }
    let mut archive = package(template)?;
    let types = part(&mut archive, CONTENT_TYPES)?.ok_or(TemplateError::NotADocument)?;
    let kinds = PartKinds::read(&types)?;
    let names = archive.file_names().map(|name| name.map(Cow::into_owned));
    let names: Vec<String> = names
        .collect::<Result<_, _>>()
        .map_err(|_| TemplateError::Damaged)?;
    if kinds.has_macros || names.iter().any(|name| kinds::is_macro(name)) {
        return Err(TemplateError::Macros);
    }
    let is_body = |name: &String| kinds.of(name) == Some(TemplatePart::Body);
    if !names.iter().any(is_body) {
        return Err(TemplateError::NotADocument);
    }
    let index = FieldIndex::of(fields);
    let mut written = ZipWriter::new(Cursor::new(Vec::with_capacity(template.len())));
    let (mut unpacked, mut has_field) = (0, false);
    for (at, name) in names.iter().enumerate() {
        let text = match kinds.of(name) {
            Some(kind) => {
                let xml = part(&mut archive, name)?.ok_or(TemplateError::Damaged)?;
                let filled = filled(&xml, kind, &index)?;
                has_field |= filled != xml.trim_start_matches('\u{FEFF}');
                unpacked += xml.len().max(filled.len());
                filled
            }
            // What is made of a template is a document.
            None if name == CONTENT_TYPES => types.replace(TEMPLATE_KIND, DOCUMENT_KIND),
            None => {
                let file = archive.by_index_raw(at).map_err(|_| TemplateError::Damaged)?;
                let copied = written.raw_copy_file_touch(file, DateTime::default(), None);
                copied.map_err(|_| TemplateError::Damaged)?;
                continue;
            }
        };
        if is_too_large(unpacked) {
            return Err(TemplateError::TooLarge);
        }
        write(&mut written, name, &text).map_err(|_| TemplateError::Damaged)?;
    }
    if !has_field {
        return Err(TemplateError::NoField);
    }
    let written = written.finish().map_err(|_| TemplateError::Damaged)?;
    Ok(written.into_inner())
}

fn is_too_large(bytes: usize) -> bool {
    bytes as u64 > MOST_PART_BYTES
}

fn filled(xml: &str, kind: TemplatePart, index: &FieldIndex) -> Result<String, TemplateError> {
    let xml = xml.trim_start_matches('\u{FEFF}');
    let scan = scan::scan(xml, kind)?;
    PartFill::new(xml, &scan, index)?.filled()
}

fn write(archive: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, text: &str) -> zip::result::ZipResult<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    archive.start_file(name, options)?;
    archive.write_all(text.as_bytes())?;
    Ok(())
}

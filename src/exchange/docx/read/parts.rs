//! The parts of a document and how they hang together: found by their relationships, in any encoding of XML.
//! Does not know what the parts say.

use super::super::package::{Package, package, unpacked};
use super::super::{DocxError, MOST_PART_BYTES};
use super::attribute;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// All parts that are read of one document unpack to this at most.
const MOST_UNPACKED_BYTES: u64 = 2 * MOST_PART_BYTES;
/// How far into a part its encoding may be declared.
const DECLARED_WITHIN: usize = 200;
const NEXT_TO_DOCUMENT: &str = "word/document.xml";

/// An open document.
pub(super) struct DocumentParts<'a> {
    archive: Package<'a>,
    /// Places in the archive by name in small letters, with plain strokes: writers differ in both.
    places: HashMap<String, usize>,
    /// What may still be unpacked.
    left: u64,
}

/// A part that another part names.
pub(super) struct RelatedPart {
    /// What the naming part calls it.
    pub id: String,
    /// The last word of its kind: «header», «numbering».
    pub kind: String,
    /// Its name in the archive.
    pub name: String,
}

impl<'a> DocumentParts<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<DocumentParts<'a>, DocxError> {
        let archive = package(bytes)?;
        let named = archive.file_names().enumerate();
        let places = named
            .filter_map(|(place, name)| Some((key(&name.ok()?), place)))
            .collect();
        Ok(DocumentParts {
            archive,
            places,
            left: MOST_UNPACKED_BYTES,
        })
    }

    /// The bytes of a part; none where it is not there.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, DocxError> {
        let Some(place) = self.places.get(&key(name)) else {
            return Ok(None);
        };
        let file = self.archive.by_index(*place).map_err(|_| DocxError::Damaged)?;
        let bytes = unpacked(file, MOST_PART_BYTES.min(self.left))?;
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// The XML of a part; none where it is not there.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<String>, DocxError> {
        self.bytes(name)?.map(|bytes| decoded(&bytes)).transpose()
    }

    /// The name of the part that is the document, as the package says it, and else by its usual name.
    pub(super) fn main(&mut self) -> Result<String, DocxError> {
        let related = self.related("")?;
        let said = related.into_iter().find(|part| part.kind == "officedocument");
        let named = said.map(|part| part.name).filter(|name| self.has(name));
        if let Some(name) = named.or_else(|| self.has(NEXT_TO_DOCUMENT).then(|| NEXT_TO_DOCUMENT.to_owned()))
        {
            return Ok(name);
        }
        self.main_by_kind()?.ok_or(DocxError::NotADocument)
    }

    /// The part that the list of kinds calls the document.
    fn main_by_kind(&mut self) -> Result<Option<String>, DocxError> {
        let Some(kinds) = self.xml("[Content_Types].xml")? else {
            return Ok(None);
        };
        let mut found = None;
        for_each_tag(&kinds, |tag| {
            let kind = attribute(tag, "ContentType").unwrap_or_default();
            if kind.contains("wordprocessingml") && kind.ends_with("main+xml") && found.is_none() {
                found = attribute(tag, "PartName");
            }
        });
        Ok(found.filter(|name| self.has(name)))
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.places.contains_key(&key(name))
    }

    /// The parts that a part names; those of the whole package for no name. None where nothing is said.
    pub(super) fn related(&mut self, name: &str) -> Result<Vec<RelatedPart>, DocxError> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let Some(xml) = self.xml(&format!("{folder}/_rels/{file}.rels"))? else {
            return Ok(Vec::new());
        };
        let mut parts = Vec::new();
        for_each_tag(&xml, |tag| {
            let outside = attribute(tag, "TargetMode").is_some_and(|mode| mode == "External");
            let (Some(kind), Some(target)) = (attribute(tag, "Type"), attribute(tag, "Target")) else {
                return;
            };
            if !outside {
                parts.push(RelatedPart {
                    id: attribute(tag, "Id").unwrap_or_default(),
                    kind: kind.rsplit('/').next().unwrap_or("").to_lowercase(),
                    name: resolved(folder, &target),
                });
            }
        });
        Ok(parts)
    }
}

/// A name as parts are found by.
fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The name of a target that is written as seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if target.starts_with('/') {
        return target.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn for_each_tag(xml: &str, mut take: impl FnMut(&quick_xml::events::BytesStart)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => take(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The text of a part: in the encoding of its mark, of its shape, or of its declaration.
fn decoded(bytes: &[u8]) -> Result<String, DocxError> {
    let encoding = match bytes {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => declared(bytes).unwrap_or(UTF_8),
    };
    // A mark at the start is believed before all else, and is no text.
    let (text, _, is_torn) = encoding.decode(bytes);
    if is_torn {
        return Err(DocxError::Damaged);
    }
    Ok(text.into_owned())
}

/// What `<?xml encoding="..."?>` says; UTF-16 cannot be what it says where it can be read as bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let start = start.strip_prefix(b"<?xml")?;
    let end = start.iter().position(|byte| *byte == b'>')?;
    let start = std::str::from_utf8(&start[..end]).ok()?;
    let (_, value) = start.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let label = value[1..].split(quote).next()?;
    Encoding::for_label(label.as_bytes()).filter(|found| *found != UTF_16LE && *found != UTF_16BE)
}

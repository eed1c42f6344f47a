//! What each part of a file is, by the list that the file has of them: parts are called differently by each program.
//! Does not know what stands in a part.

use super::{TemplateError, TemplatePart};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// What the main part of a document and of a template are called.
pub(super) const DOCUMENT_KIND: &str = "wordprocessingml.document.main+xml";
pub(super) const TEMPLATE_KIND: &str = "wordprocessingml.template.main+xml";

/// The parts that have words.
pub(super) struct PartKinds {
    parts: HashMap<String, TemplatePart>,
    pub(super) has_macros: bool,
}

impl PartKinds {
    /// # Errors
    /// [`TemplateError::Damaged`] for a list that is no XML.
    pub(super) fn read(xml: &str) -> Result<PartKinds, TemplateError> {
        let mut kinds = PartKinds {
            parts: HashMap::new(),
            has_macros: false,
        };
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().map_err(|_| TemplateError::Damaged)? {
                Event::Start(tag) | Event::Empty(tag) => kinds.take(&tag),
                Event::Eof => return Ok(kinds),
                _ => {}
            }
        }
    }

    fn take(&mut self, tag: &BytesStart) {
        let attribute = |wanted: &str| {
            let mut all = tag.attributes();
            let found = all.with_checks(false).flatten();
            let mut found = found.filter(|one| one.key.local_name().into_inner() == wanted);
            found.next().map(|one| one.value.into_owned())
        };
        let Some(kind) = attribute("ContentType") else {
            return;
        };
        self.has_macros |= kind.contains("macroEnabled") || kind.contains("vbaProject");
        let Some(name) = attribute("PartName") else { return };
        let part = if kind.ends_with(DOCUMENT_KIND) || kind.ends_with(TEMPLATE_KIND) {
            TemplatePart::Body
        } else if kind.ends_with("wordprocessingml.header+xml") {
            TemplatePart::Header
        } else if kind.ends_with("wordprocessingml.footer+xml") {
            TemplatePart::Footer
        } else if kind.ends_with("notes+xml") && kind.contains("wordprocessingml") {
            TemplatePart::Notes
        } else {
            return;
        };
        self.parts.insert(name.trim_start_matches('/').to_owned(), part);
    }

    pub(super) fn of(&self, name: &str) -> Option<TemplatePart> {
        self.parts.get(name).copied()
    }
}

/// Whether a file in the archive is a program.
pub(super) fn is_macro(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with("vbaproject.bin")
}

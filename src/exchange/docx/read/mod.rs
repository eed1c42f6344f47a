//! Word documents to the text that the reader of minutes takes.
//! Knows nothing of minutes; paragraphs become lines and tables rows of cells.

mod blocks;
mod counting;
mod fields;
mod grid;
mod numbering;
mod page;
mod parts;
mod properties;
mod signs;
mod structure;
mod styles;
#[cfg(test)]
mod tests;

use super::{DocxError, letter};
use crate::exchange::minutes::hidden_line;
use crate::exchange::{FileShape, incoming_text};
use blocks::{WordBlock, write_blocks};
use numbering::ListCounters;
use page::{PageWalk, SharedRules};
use parts::{DocumentParts, RelatedPart};
use properties::ShownMargin;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use styles::{StyleSheet, is_on};

/// Headers and footers looked at, at most.
const MOST_MARGINS: usize = 12;
/// Files inside one document, at most, and documents inside each other.
const MOST_CHUNKS: usize = 24;
const DEEPEST_CHUNK: usize = 3;

/// The text of a document: headers, body, footnotes, footers. A table row is a line with a tab between its cells; where a
/// cell holds several paragraphs, the row is written as HTML, in which the reader of minutes keeps them apart, and where
/// cells are merged, the table is. What no page shows stands at the end, marked as such.
///
/// # Errors
/// [`DocxError`] for anything that is no sound document of bearable size.
pub fn read_docx(bytes: &[u8]) -> Result<String, DocxError> {
    read_inside(bytes, 0)
}

/// The text of a document that stands so many documents deep in others.
fn read_inside(bytes: &[u8], depth: usize) -> Result<String, DocxError> {
    let mut parts = DocumentParts::open(bytes)?;
    let main = parts.main()?;
    let related = related_or_usual(&mut parts, &main)?;
    let mut rules = SharedRules {
        chunks: chunks(&mut parts, &related, depth)?,
        ..SharedRules::default()
    };
    if let Some(xml) = first_xml(&mut parts, &related, "numbering")? {
        rules.numbering = ListCounters::read(&xml);
    }
    if let Some(xml) = first_xml(&mut parts, &related, "styles")? {
        rules.styles = StyleSheet::read(&xml);
    }
    let xml = parts.xml(&main)?.ok_or(DocxError::NotADocument)?;
    let body = walked(&xml, &mut rules, Some("document"))?;
    let shown = shown_margins(&mut parts, &related, &body)?;
    let mut text = margins(&mut parts, &shown, "header", &mut rules)?;
    write_blocks(&body.blocks, &mut text);
    for kind in ["footnotes", "endnotes"] {
        if let Some(xml) = first_xml(&mut parts, &related, kind)? {
            push_filled(&words_of(&xml, &mut rules)?, &mut text);
        }
    }
    text.push_str(&margins(&mut parts, &shown, "footer", &mut rules)?);
    for hidden in &rules.hidden {
        text.push_str(&hidden_line(hidden));
        text.push('\n');
    }
    Ok(text)
}

/// What stands in files of their own inside the document, as its text: Word takes it in when it opens the document.
fn chunks(
    parts: &mut DocumentParts,
    related: &[RelatedPart],
    depth: usize,
) -> Result<HashMap<String, String>, DocxError> {
    let mut chunks = HashMap::new();
    for part in related.iter().filter(|part| part.kind == "afchunk") {
        let Some(bytes) = parts.bytes(&part.name)? else {
            continue;
        };
        if chunks.len() == MOST_CHUNKS || depth == DEEPEST_CHUNK {
            return Err(DocxError::TooLarge);
        }
        let text = if FileShape::of(&bytes) == FileShape::Word {
            read_inside(&bytes, depth + 1)?
        } else {
            incoming_text(&bytes).map_err(|_| DocxError::Damaged)?.text
        };
        chunks.insert(part.id.clone(), text);
    }
    Ok(chunks)
}

/// What belongs to the document by its relationships; by their usual names where it has none.
fn related_or_usual(parts: &mut DocumentParts, main: &str) -> Result<Vec<RelatedPart>, DocxError> {
    let related = parts.related(main)?;
    if !related.is_empty() {
        return Ok(related);
    }
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let single =
        ["numbering", "styles", "settings", "footnotes", "endnotes"].map(|kind| (kind, kind.to_owned()));
    let numbered = ["header", "footer"]
        .into_iter()
        .flat_map(|kind| (1..=MOST_MARGINS).map(move |number| (kind, format!("{kind}{number}"))));
    let usual = single
        .into_iter()
        .chain(numbered)
        .map(|(kind, file)| RelatedPart {
            id: String::new(),
            kind: kind.to_owned(),
            name: format!("{folder}/{file}.xml"),
        });
    Ok(usual.filter(|part| parts.has(&part.name)).collect())
}

fn first_xml(
    parts: &mut DocumentParts,
    related: &[RelatedPart],
    kind: &str,
) -> Result<Option<String>, DocxError> {
    match related.iter().find(|part| part.kind == kind) {
        Some(part) => parts.xml(&part.name),
        None => Ok(None),
    }
}

/// The headers and footers that a page of the document shows; all of them where it names none.
fn shown_margins<'r>(
    parts: &mut DocumentParts,
    related: &'r [RelatedPart],
    body: &WalkedPart,
) -> Result<Vec<&'r RelatedPart>, DocxError> {
    let margins = related
        .iter()
        .filter(|part| matches!(part.kind.as_str(), "header" | "footer"));
    let mut shown: Vec<&RelatedPart> = margins.collect();
    // «header10» comes behind «header9».
    shown.sort_by_key(|part| (part.name.len(), part.name.clone()));
    if body.margins.is_empty() {
        return Ok(shown);
    }
    let has_even_pages = match first_xml(parts, related, "settings")? {
        Some(xml) => has_even_pages(&xml),
        None => false,
    };
    let is_shown = |named: &&ShownMargin| match named.pages.as_str() {
        "first" => body.has_first_page,
        "even" => has_even_pages,
        _ => true,
    };
    let ids: HashSet<&str> = body
        .margins
        .iter()
        .filter(is_shown)
        .map(|named| named.id.as_str())
        .collect();
    shown.retain(|part| ids.contains(part.id.as_str()));
    Ok(shown)
}

/// Whether even pages have headers of their own.
fn has_even_pages(settings: &str) -> bool {
    let mut reader = Reader::from_str(settings);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag))
                if tag.local_name().into_inner() == "evenAndOddHeaders" =>
            {
                return value(&tag).is_none_or(|on| is_on(&on));
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// The words of all headers or footers, each wording once: first, even and odd pages often repeat it.
fn margins(
    parts: &mut DocumentParts,
    shown: &[&RelatedPart],
    kind: &str,
    rules: &mut SharedRules,
) -> Result<String, DocxError> {
    let mut seen = HashSet::new();
    let mut all = String::new();
    for part in shown.iter().filter(|part| part.kind == kind).take(MOST_MARGINS) {
        if let Some(xml) = parts.xml(&part.name)? {
            let words = words_of(&xml, rules)?;
            if !words.trim().is_empty() && seen.insert(words.clone()) {
                all.push_str(&words);
            }
        }
    }
    Ok(all)
}

/// Lines that say anything: Word keeps empty notes for the rule above them.
fn push_filled(words: &str, text: &mut String) {
    for line in words.lines().filter(|line| !line.trim().is_empty()) {
        text.push_str(line);
        text.push('\n');
    }
}

/// The words of one part, line by line.
fn words_of(xml: &str, rules: &mut SharedRules) -> Result<String, DocxError> {
    let mut text = String::new();
    write_blocks(&walked(xml, rules, None)?.blocks, &mut text);
    Ok(text)
}

/// A part that was gone through.
struct WalkedPart {
    blocks: Vec<WordBlock>,
    margins: Vec<ShownMargin>,
    has_first_page: bool,
}

/// Goes through the XML of a part. A part that ends inside a tag is torn, and one whose root has another name is no
/// document.
fn walked(xml: &str, rules: &mut SharedRules, root: Option<&str>) -> Result<WalkedPart, DocxError> {
    let mut reader = Reader::from_str(xml);
    let mut page = PageWalk::new(rules);
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|_| DocxError::Damaged)? {
            Event::Start(tag) => {
                if depth == 0 && root.is_some_and(|root| tag.local_name().into_inner() != root) {
                    return Err(DocxError::NotADocument);
                }
                depth += 1;
                page.opens(&tag);
            }
            Event::Empty(tag) => {
                page.opens(&tag);
                page.closes(tag.local_name().into_inner());
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                page.closes(tag.local_name().into_inner());
            }
            Event::Text(text) => page.says(&text.xml10_content()),
            Event::CData(text) => page.says(&text.xml10_content()),
            Event::GeneralRef(entity) => page.says(&letter(&entity)),
            Event::Eof if depth > 0 => return Err(DocxError::Damaged),
            Event::Eof => break,
            _ => {}
        }
    }
    let hidden = std::mem::take(&mut page.hidden);
    let walked = WalkedPart {
        margins: std::mem::take(&mut page.margins),
        has_first_page: page.has_first_page,
        blocks: page.into_blocks(),
    };
    rules.hidden.extend(hidden);
    Ok(walked)
}

/// The attribute `val` of a tag.
fn value(tag: &BytesStart) -> Option<String> {
    attribute(tag, "val")
}

/// The attribute of this name, whatever its prefix.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().into_inner() == name)?;
    let raw = found.value;
    Some(unescape(&raw).map_or_else(|_| raw.to_string(), Cow::into_owned))
}

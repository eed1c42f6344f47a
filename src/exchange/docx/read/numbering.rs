//! The numbers that Word makes itself: they stand in no text, but rows and clauses are known by them.
//! Does not know what is numbered.

use super::page::{attribute, value};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Word has nine levels.
const LEVELS: usize = 9;
/// Word's `arabicAlpha` as Persian lists have it, and its `arabicAbjad`.
const ALPHABETICAL: [&str; 12] = ["الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر"];
const ABJAD: [&str; 12] = ["الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ی", "ک", "ل"];

/// The lists of a document and how far each has counted.
#[derive(Default)]
pub(super) struct ListCounters {
    /// Formats of the levels, by abstract numbering.
    formats: HashMap<String, [NumberFormat; LEVELS]>,
    /// The abstract numbering of each list.
    lists: HashMap<String, String>,
    /// How far each list has counted on each level.
    counts: HashMap<String, [u32; LEVELS]>,
}

#[derive(Clone, Copy, Default)]
enum NumberFormat {
    #[default]
    Digits,
    Alphabet,
    Abjad,
    Bullet,
}

impl ListCounters {
    /// Reads `word/numbering.xml`; what cannot be read of it counts in digits.
    pub(super) fn read(xml: &str) -> ListCounters {
        let mut numbering = ListCounters::default();
        let (mut definition, mut list, mut level) = (None, None, 0);
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            let tag = match event {
                Event::Start(tag) | Event::Empty(tag) => tag,
                Event::Eof => break,
                _ => continue,
            };
            match tag.local_name().into_inner() {
                "abstractNum" => definition = attribute(&tag, "abstractNumId"),
                "lvl" => level = attribute(&tag, "ilvl").and_then(|l| l.parse().ok()).unwrap_or(0),
                "numFmt" => numbering.set_format(definition.as_deref(), level, &tag),
                "num" => (list, definition) = (attribute(&tag, "numId"), None),
                "abstractNumId" => {
                    if let (Some(list), Some(definition)) = (list.take(), value(&tag)) {
                        numbering.lists.insert(list, definition);
                    }
                }
                _ => {}
            }
        }
        numbering
    }

    fn set_format(&mut self, definition: Option<&str>, level: usize, tag: &BytesStart) {
        let Some(definition) = definition else { return };
        let formats = self.formats.entry(definition.to_owned()).or_default();
        let format = match value(tag).as_deref() {
            Some("bullet" | "none") => NumberFormat::Bullet,
            Some("arabicAlpha") => NumberFormat::Alphabet,
            Some("arabicAbjad") => NumberFormat::Abjad,
            _ => NumberFormat::Digits,
        };
        if let Some(place) = formats.get_mut(level) {
            *place = format;
        }
    }

    /// The number of the next paragraph of a list, as a writer would put it: «1- », «الف) »; nothing for a bullet and
    /// for list 0, which is none.
    pub(super) fn next(&mut self, list: &str, level: u32) -> String {
        if list == "0" {
            return String::new();
        }
        let level = (level as usize).min(LEVELS - 1);
        let counts = self.counts.entry(list.to_owned()).or_default();
        counts[level] += 1;
        counts[level + 1..].fill(0);
        let count = counts[level];
        let formats = self
            .lists
            .get(list)
            .and_then(|definition| self.formats.get(definition));
        let letter = |letters: &[&str]| match letters.get(count as usize - 1) {
            Some(letter) => format!("{letter}) "),
            None => format!("{count}- "),
        };
        match formats.map_or(NumberFormat::Digits, |formats| formats[level]) {
            NumberFormat::Digits => format!("{count}- "),
            NumberFormat::Alphabet => letter(&ALPHABETICAL),
            NumberFormat::Abjad => letter(&ABJAD),
            NumberFormat::Bullet => String::new(),
        }
    }
}

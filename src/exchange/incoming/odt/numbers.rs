//! The numbers of lists: they stand in no text of the file, but rows and clauses are known by them.
//! Does not know what is numbered.

use super::page::named;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// OpenDocument has ten levels.
const LEVELS: usize = 10;
/// The letters of Persian clauses.
const CLAUSE_LETTERS: [&str; 12] = ["الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر"];

/// The lists of a document and how far each has counted.
#[derive(Default)]
pub(super) struct OpenLists {
    styles: HashMap<String, [OpenLevel; LEVELS]>,
    /// How far the lists of a style have counted.
    counts: HashMap<String, [u32; LEVELS]>,
}

#[derive(Clone, Copy, Default)]
struct OpenLevel {
    form: OpenForm,
    start: u32,
}

#[derive(Clone, Copy, Default)]
enum OpenForm {
    #[default]
    Bullet,
    Digits,
    Letters,
}

impl OpenLists {
    /// The styles of lists in these parts; what cannot be read of one ends it.
    pub(super) fn read(parts: &[&str]) -> OpenLists {
        let mut lists = OpenLists::default();
        for xml in parts {
            let mut reader = Reader::from_str(xml);
            let mut style = None;
            while let Ok(event) = reader.read_event() {
                let tag = match event {
                    Event::Start(tag) | Event::Empty(tag) => tag,
                    Event::Eof => break,
                    _ => continue,
                };
                match tag.local_name().into_inner() {
                    "list-style" => style = named(&tag, "name"),
                    "list-level-style-number" => {
                        let form = match named(&tag, "num-format").as_deref() {
                            None | Some("") => OpenForm::Bullet,
                            Some(format) if format.starts_with(|c: char| c.is_numeric()) => OpenForm::Digits,
                            Some(format) if format.starts_with(['i', 'I']) => OpenForm::Digits,
                            Some(_) => OpenForm::Letters,
                        };
                        let number = |name| named(&tag, name).and_then(|n| n.parse().ok());
                        lists.set(
                            style.as_deref(),
                            number("level").unwrap_or(1),
                            OpenLevel {
                                form,
                                start: number("start-value").map_or(1, |n| n as u32),
                            },
                        );
                    }
                    _ => {}
                }
            }
        }
        lists
    }

    fn set(&mut self, style: Option<&str>, level: usize, as_read: OpenLevel) {
        let Some(style) = style else { return };
        let levels = self.styles.entry(style.to_owned()).or_default();
        if let Some(place) = levels.get_mut(level.saturating_sub(1)) {
            *place = as_read;
        }
    }

    /// A list of this style begins anew.
    pub(super) fn restart(&mut self, style: &str) {
        self.counts.remove(style);
    }

    /// The number of the next item, as a writer would put it: «1- », «الف) »; nothing for a bullet. `start` is the number
    /// that the item itself gives.
    pub(super) fn next(&mut self, style: &str, level: usize, start: Option<u32>) -> String {
        let level = level.min(LEVELS - 1);
        let Some(levels) = self.styles.get(style) else {
            return String::new();
        };
        let OpenLevel { form, start: first } = levels[level];
        let counts = self.counts.entry(style.to_owned()).or_default();
        for deeper in &mut counts[level + 1..] {
            *deeper = 0;
        }
        let before = counts[level];
        let count = start.unwrap_or(if before == 0 {
            first.max(1)
        } else {
            before.saturating_add(1)
        });
        counts[level] = count;
        match form {
            OpenForm::Bullet => String::new(),
            OpenForm::Letters => match CLAUSE_LETTERS.get(count as usize - 1) {
                Some(letter) => format!("{letter}) "),
                None => format!("{count}) "),
            },
            OpenForm::Digits => format!("{count}- "),
        }
    }
}

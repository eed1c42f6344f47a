//! What styles say about paragraphs: the list that they are items of, and what runs are no words of the document.
//! Does not know how anything looks.

use super::{attribute, value};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// A chain of styles that is longer than this goes round in a circle.
const LONGEST_CHAIN: usize = 20;
/// What Word calls the style of words that only stand for what is not filled in.
const PLACEHOLDER: &str = "placeholder text";

/// The styles of a document.
#[derive(Default)]
pub(super) struct StyleSheet {
    styles: HashMap<String, NamedStyle>,
    /// The style of paragraphs that name none.
    plain: Option<String>,
}

#[derive(Default)]
struct NamedStyle {
    based_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    is_placeholder: bool,
}

/// The list that a style puts its paragraphs into.
pub(super) struct StyleList {
    pub list: String,
    /// The level, where the style says one.
    pub level: Option<usize>,
    /// The style that says it, for lists whose levels name their styles.
    pub style: String,
}

impl StyleSheet {
    /// Reads `styles.xml`; what cannot be read of it says nothing.
    pub(super) fn read(xml: &str) -> StyleSheet {
        let mut sheet = StyleSheet::default();
        let mut name = String::new();
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) | Event::Empty(tag) => sheet.tag(&tag, &mut name),
                Event::Eof => break,
                _ => {}
            }
        }
        sheet
    }

    fn tag(&mut self, tag: &BytesStart, name: &mut String) {
        if tag.local_name().into_inner() == "style" {
            *name = attribute(tag, "styleId").unwrap_or_default();
            let is_plain = attribute(tag, "default").is_some_and(|on| is_on(&on));
            if is_plain && attribute(tag, "type").is_some_and(|kind| kind == "paragraph") {
                self.plain = Some(name.clone());
            }
            self.styles.insert(name.clone(), NamedStyle::default());
            return;
        }
        let Some(style) = self.styles.get_mut(name.as_str()) else {
            return;
        };
        match tag.local_name().into_inner() {
            "name" => {
                style.is_placeholder = value(tag).is_some_and(|name| name.to_lowercase() == PLACEHOLDER)
            }
            "basedOn" => style.based_on = value(tag),
            "numId" => style.list = value(tag),
            "ilvl" => style.level = value(tag).and_then(|level| level.parse().ok()),
            _ => {}
        }
    }

    /// The list that paragraphs of a style, or of none, belong to.
    pub(super) fn list_of(&self, style: Option<&str>) -> Option<StyleList> {
        let mut name = style.or(self.plain.as_deref())?;
        for _ in 0..LONGEST_CHAIN {
            let style = self.styles.get(name)?;
            if let Some(list) = &style.list {
                return Some(StyleList {
                    list: list.clone(),
                    level: style.level,
                    style: name.to_owned(),
                });
            }
            name = style.based_on.as_deref()?;
        }
        None
    }

    /// Whether runs of this style only stand for what is not filled in.
    pub(super) fn is_placeholder(&self, style: &str) -> bool {
        self.styles.get(style).is_some_and(|style| style.is_placeholder)
    }
}

/// Whether the value of a switch turns it on.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}

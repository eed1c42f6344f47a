//! What has been read of an OpenDocument text: paragraphs, lists, tables; not its styles, remarks and deletions.
//! Does not know where its tags come from.

use super::numbers::OpenLists;
use crate::exchange::incoming::flow::FlowText;
use quick_xml::events::BytesStart;

/// The most blanks, cells or rows that one tag stands for.
const MOST_REPEATED: usize = 64;
/// Lists inside lists and boxes inside boxes, at most.
const DEEPEST: usize = 32;

/// The text of one part as it grows.
pub(super) struct OpenPage<'l> {
    lists: &'l mut OpenLists,
    flow: FlowText,
    /// Paragraphs that are open; only inside one is text text.
    paragraphs: usize,
    /// Paragraphs that a box stands in, to go on behind it, each with how many were open.
    outside: Vec<(String, usize)>,
    /// The lists that are open, by style.
    open_lists: Vec<String>,
    /// The number of the item that begins, for its first paragraph.
    number: Option<String>,
    /// Inside what is no word of the document, and how deep.
    unread: usize,
    /// Cells that stand for several.
    repeated: usize,
}

/// Elements whose words are about the document, were taken out of it, or stand in it a second time.
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "annotation"
            | "annotation-end"
            | "tracked-changes"
            | "forms"
            | "table-of-content-source"
            | "ruby-text"
            | "title"
            | "desc"
            | "binary-data"
            | "notes-configuration"
    )
}

impl<'l> OpenPage<'l> {
    pub(super) fn new(lists: &'l mut OpenLists) -> OpenPage<'l> {
        OpenPage {
            lists,
            flow: FlowText::default(),
            paragraphs: 0,
            outside: Vec::new(),
            open_lists: Vec::new(),
            number: None,
            unread: 0,
            repeated: 1,
        }
    }

    pub(super) fn into_text(self) -> String {
        self.flow.into_text()
    }

    pub(super) fn opens(&mut self, tag: &BytesStart) {
        let name = tag.local_name().into_inner();
        if self.unread > 0 || is_unread(name) {
            self.unread += usize::from(is_unread(name));
            return;
        }
        match name {
            "p" | "h" => self.open_paragraph(),
            "s" => {
                let count = number(tag, "c").unwrap_or(1).clamp(1, MOST_REPEATED);
                self.flow.push(&" ".repeat(count));
            }
            "tab" => self.flow.push("\t"),
            "line-break" => self.flow.push("\n"),
            "text-box" | "note-body" | "custom-shape" => self.open_box(),
            "list" => self.open_list(tag),
            "list-item" | "list-header" => self.open_item(name, tag),
            "table" => self.flow.open_table(),
            "table-row" => self.flow.open_row(),
            "table-cell" => {
                let spans = |name| number(tag, name).unwrap_or(1);
                self.repeated = spans("number-columns-repeated").clamp(1, MOST_REPEATED);
                self.flow
                    .open_cell(spans("number-columns-spanned"), spans("number-rows-spanned"));
            }
            _ => {}
        }
    }

    pub(super) fn closes(&mut self, name: &str) {
        if self.unread > 0 {
            self.unread -= usize::from(is_unread(name));
            return;
        }
        match name {
            "p" | "h" => self.close_paragraph(),
            "text-box" | "note-body" | "custom-shape" => self.close_box(),
            "list" => {
                self.open_lists.pop();
            }
            "table-cell" => {
                let again = std::mem::replace(&mut self.repeated, 1);
                self.flow.close_cell_and_repeat(again);
            }
            "table" => self.flow.close_table(),
            _ => {}
        }
    }

    pub(super) fn says(&mut self, words: &str) {
        if self.unread == 0 && self.paragraphs > 0 {
            // Line ends of the file are blanks.
            words.chars().for_each(|c| self.flow.push_collapsed(c));
        }
    }

    fn open_paragraph(&mut self) {
        self.paragraphs += 1;
        if let Some(number) = self.number.take() {
            self.flow.push(&number);
        }
    }

    fn close_paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.paragraphs -= 1;
            self.flow.end_paragraph();
        }
    }

    /// A box stands inside a paragraph, but its words are lines of their own.
    fn open_box(&mut self) {
        if self.outside.len() < DEEPEST {
            let paragraph = self.flow.take_paragraph();
            self.outside
                .push((paragraph, std::mem::take(&mut self.paragraphs)));
        }
    }

    fn close_box(&mut self) {
        if let Some((paragraph, open)) = self.outside.pop() {
            self.flow.end_words();
            self.flow.push(&paragraph);
            self.paragraphs = open;
        }
    }

    /// A list without a style has that of the list around it.
    fn open_list(&mut self, tag: &BytesStart) {
        let around = self.open_lists.last().cloned();
        let style = named(tag, "style-name").or(around).unwrap_or_default();
        let goes_on = named(tag, "continue-numbering").as_deref() == Some("true")
            || named(tag, "continue-list").is_some();
        if self.open_lists.is_empty() && !goes_on {
            self.lists.restart(&style);
        }
        self.open_lists.push(style);
    }

    fn open_item(&mut self, name: &str, tag: &BytesStart) {
        let (Some(style), true) = (self.open_lists.last(), name == "list-item") else {
            return;
        };
        let level = self.open_lists.len() - 1;
        let start = number(tag, "start-value").and_then(|n| u32::try_from(n).ok());
        self.number = Some(self.lists.next(style, level, start));
    }
}

/// The attribute of this name, whatever its prefix.
pub(super) fn named(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().into_inner() == name)?;
    Some(found.value.into_owned())
}

fn number(tag: &BytesStart, name: &str) -> Option<usize> {
    named(tag, name)?.parse().ok()
}

//! A part of a document as its tags go by: paragraphs and tables as they open and close.
//! Does not know how they are written as text.

use super::blocks::{CellMerge, WordBlock, WordCell, WordRow, WordTable};
use super::fields::{FieldStack, PickedControls};
use super::numbering::ListCounters;
use super::signs::{SignFont, sign, with_signs};
use super::styles::{StyleSheet, is_on};
use super::{attribute, value};
use crate::exchange::docx::REMARK_STYLE;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// Tables inside tables, at most; what is deeper is text of the cell that it stands in.
const DEEPEST: usize = 24;
/// Paragraphs, cells and boxes inside each other, at most; what is deeper is text of the innermost.
const MOST_OPEN: usize = 120;
/// The most columns that one cell is taken to cover.
const WIDEST_CELL: usize = 1000;

/// What all parts of a document share.
#[derive(Default)]
pub(super) struct SharedRules {
    pub numbering: ListCounters,
    pub styles: StyleSheet,
    /// Text that stands in parts of their own, by the name that the document has for them.
    pub chunks: HashMap<String, String>,
}

/// A part as it grows.
pub(super) struct PageWalk<'r> {
    rules: &'r mut SharedRules,
    places: Vec<WordPlace>,
    tables: Vec<WordTable>,
    /// Tags that stand too deep to be followed, and are passed over.
    too_deep: usize,
    paragraphs: Vec<WordParagraph>,
    run: WordRun,
    /// Inside tags that only say how something looks, the innermost last.
    properties: Vec<Property>,
    /// Inside tags whose words stand elsewhere too, or no more.
    skipped: usize,
    /// Inside `w:t`: only there text is text.
    in_words: usize,
    /// How much was said before each set of wordings for older and newer Words began.
    choices: Vec<usize>,
    said: usize,
    fields: FieldStack,
    controls: PickedControls,
    /// What of a paragraph goes on in the next one: its end was struck out.
    carried: Option<String>,
    /// The headers that the document shows.
    pub(super) margins: Vec<ShownMargin>,
    /// Whether a section has a first page of its own.
    pub(super) has_first_page: bool,
}

/// A header or footer as a section names it.
pub(super) struct ShownMargin {
    pub id: String,
    /// «default», «first», «even».
    pub pages: String,
}

/// Where blocks go: the part itself, a cell, a text box.
#[derive(Default)]
struct WordPlace {
    blocks: Vec<WordBlock>,
    /// Paragraphs that were open before it.
    outside: usize,
    cell: WordCell,
}

#[derive(Default)]
struct WordParagraph {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    /// Text boxes that hang on it.
    hanging: Vec<WordBlock>,
    goes_on: bool,
}

#[derive(Default)]
struct WordRun {
    font: Option<SignFont>,
    /// A remark about the document, or words that stand for what is not filled in.
    is_no_text: bool,
    is_placeholder: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Property {
    Paragraph,
    /// Of the sign that ends a paragraph.
    ParagraphEnd,
    Run,
    Table,
    Row,
    Cell,
    Section,
    Control,
    Field,
}

impl<'r> PageWalk<'r> {
    pub(super) fn new(rules: &'r mut SharedRules) -> PageWalk<'r> {
        PageWalk {
            rules,
            places: vec![WordPlace::default()],
            tables: Vec::new(),
            too_deep: 0,
            paragraphs: Vec::new(),
            run: WordRun::default(),
            properties: Vec::new(),
            skipped: 0,
            in_words: 0,
            choices: Vec::new(),
            said: 0,
            fields: FieldStack::default(),
            controls: PickedControls::default(),
            carried: None,
            margins: Vec::new(),
            has_first_page: false,
        }
    }

    /// All blocks of the part.
    pub(super) fn into_blocks(mut self) -> Vec<WordBlock> {
        self.end_carried();
        self.places.into_iter().flat_map(|place| place.blocks).collect()
    }

    pub(super) fn opens(&mut self, tag: &BytesStart) {
        let name = tag.local_name().into_inner();
        if self.skipped > 0 || self.is_skipped(name) {
            self.skipped += 1;
        } else if let Some(property) = self.property_of(name) {
            self.properties.push(property);
        } else {
            match self.properties.last().copied() {
                Some(property) => self.property(property, name, tag),
                None => self.content(name, tag),
            }
        }
    }

    pub(super) fn closes(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
        } else if self.property_of(name).is_some() {
            self.properties.pop();
        } else if self.properties.is_empty() {
            self.content_ends(name);
        }
    }

    pub(super) fn says(&mut self, words: &str) {
        if self.in_words == 0 || self.skipped > 0 {
            return;
        }
        let words = with_signs(words, self.run.font);
        // Blanks of any kind are blanks: a newline here is one of the XML, not of the document.
        self.push(&words.replace(['\n', '\r', '\t'], " "));
    }

    /// What was struck out or moved away, how something looked before, and a second wording for an older Word.
    fn is_skipped(&self, name: &str) -> bool {
        match name {
            "Choice" | "Fallback" => self.choices.last().is_some_and(|before| *before < self.said),
            "del" | "moveFrom" => self.properties.is_empty(),
            "delText" | "instrText" | "delInstrText" | "numberingChange" | "rt" => true,
            _ => name.ends_with("PrChange") || name.ends_with("PrExChange") || name.ends_with("GridChange"),
        }
    }

    fn property_of(&self, name: &str) -> Option<Property> {
        Some(match name {
            "pPr" => Property::Paragraph,
            "rPr" if self.properties.last() == Some(&Property::Paragraph) => Property::ParagraphEnd,
            "rPr" if self.properties.last() == Some(&Property::ParagraphEnd) => Property::ParagraphEnd,
            "rPr" => Property::Run,
            "tblPr" | "tblPrEx" => Property::Table,
            "trPr" => Property::Row,
            "tcPr" => Property::Cell,
            "sectPr" => Property::Section,
            "sdtPr" => Property::Control,
            "ffData" => Property::Field,
            _ => return None,
        })
    }

    fn property(&mut self, property: Property, name: &str, tag: &BytesStart) {
        let number = || value(tag).and_then(|number| number.parse::<usize>().ok());
        match property {
            Property::Paragraph => {
                let Some(paragraph) = self.paragraphs.last_mut() else {
                    return;
                };
                match name {
                    "pStyle" => paragraph.style = value(tag),
                    "numId" => paragraph.list = value(tag),
                    "ilvl" => paragraph.level = number(),
                    _ => {}
                }
            }
            Property::ParagraphEnd if matches!(name, "del" | "moveFrom") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.goes_on = true;
                }
            }
            Property::Run => self.run_property(name, tag),
            Property::Row => {
                if let Some(row) = self.open_row() {
                    match name {
                        "gridBefore" => row.before = number().unwrap_or(0).min(WIDEST_CELL),
                        "del" => row.is_deleted = true,
                        _ => {}
                    }
                }
            }
            Property::Cell => self.cell_property(name, tag),
            Property::Section => self.section_property(name, tag),
            Property::Control => self.controls.property(name, tag),
            Property::Field => self.fields.property(name, tag),
            Property::ParagraphEnd | Property::Table => {}
        }
    }

    fn run_property(&mut self, name: &str, tag: &BytesStart) {
        match name {
            "rStyle" => {
                let style = value(tag).unwrap_or_default();
                self.run.is_no_text |= style == REMARK_STYLE;
                self.run.is_placeholder |= self.rules.styles.is_placeholder(&style);
            }
            "rFonts" => {
                let font = attribute(tag, "ascii").or_else(|| attribute(tag, "hAnsi"));
                self.run.font = font.and_then(|font| SignFont::named(&font));
            }
            _ => {}
        }
    }

    fn cell_property(&mut self, name: &str, tag: &BytesStart) {
        let Some(place) = self.places.last_mut() else {
            return;
        };
        let merge = || match value(tag).as_deref() {
            Some("restart") => CellMerge::Begins,
            _ => CellMerge::GoesOn,
        };
        match name {
            "gridSpan" => {
                let span = value(tag).and_then(|span| span.parse().ok());
                place.cell.across = span.unwrap_or(1).min(WIDEST_CELL);
            }
            "vMerge" => place.cell.down = merge(),
            "hMerge" => place.cell.aside = merge(),
            _ => {}
        }
    }

    fn section_property(&mut self, name: &str, tag: &BytesStart) {
        match name {
            "headerReference" | "footerReference" => self.margins.push(ShownMargin {
                id: attribute(tag, "id").unwrap_or_default(),
                pages: attribute(tag, "type").unwrap_or_default(),
            }),
            "titlePg" => self.has_first_page |= value(tag).is_none_or(|on| is_on(&on)),
            _ => {}
        }
    }

    fn content(&mut self, name: &str, tag: &BytesStart) {
        if is_structure(name) {
            return self.structure(name);
        }
        match name {
            "r" => self.run = WordRun::default(),
            "t" => self.in_words += 1,
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.sign(tag),
            "gridCol" if self.too_deep == 0 => {
                let width = attribute(tag, "w").and_then(|width| width.parse().ok());
                if let Some(table) = self.tables.last_mut() {
                    table.widths.push(width.unwrap_or(u32::from(u16::MAX)));
                }
            }
            "AlternateContent" => self.choices.push(self.said),
            "textpath" => self.words_drawn(tag),
            "altChunk" => self.chunk(tag),
            "fldChar" => {
                if let Some(words) = self.fields.turns(tag, self.said) {
                    self.push(&words);
                }
            }
            "sdt" => self.controls.opens(),
            "sdtContent" => self.controls.content_begins(),
            _ => {}
        }
    }

    fn structure(&mut self, name: &str) {
        let is_full = self.places.len() + self.paragraphs.len() > MOST_OPEN;
        if self.too_deep > 0 || is_full || (name == "tbl" && self.tables.len() >= DEEPEST) {
            self.too_deep += 1;
            return;
        }
        match name {
            "p" => self.open_paragraph(),
            "tbl" => {
                self.end_carried();
                self.tables.push(WordTable::default());
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(WordRow::default());
                }
            }
            _ => self.places.push(WordPlace {
                outside: self.paragraphs.len(),
                ..WordPlace::default()
            }),
        }
    }

    fn content_ends(&mut self, name: &str) {
        if is_structure(name) {
            return self.structure_ends(name);
        }
        match name {
            "r" => self.run = WordRun::default(),
            "t" => self.in_words = self.in_words.saturating_sub(1),
            "AlternateContent" => drop(self.choices.pop()),
            "sdtContent" => {
                if let Some(words) = self.controls.content_ends().filter(|_| self.in_paragraph()) {
                    self.push(words);
                }
            }
            "sdt" => self.controls.closes(),
            // What a box of a form says stands in its description.
            "fldChar" => {
                if let Some(words) = self.fields.described() {
                    self.push(words);
                }
            }
            _ => {}
        }
    }

    fn structure_ends(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return self.push("\n");
        }
        match name {
            "p" => self.close_paragraph(),
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.hang(vec![WordBlock::Table(table)]);
                }
            }
            "tr" => {}
            "tc" => self.close_cell(),
            _ => {
                self.end_carried();
                if let Some(place) = self.places.pop() {
                    self.hang(place.blocks);
                }
            }
        }
    }

    fn push(&mut self, words: &str) {
        let is_unfilled = self.run.is_placeholder && self.controls.shows_placeholder();
        if self.run.is_no_text || is_unfilled || words.is_empty() {
            return;
        }
        self.said += words.len();
        let Some(words) = self.controls.said(words) else {
            return;
        };
        match self.paragraphs.last_mut() {
            Some(paragraph) => paragraph.text.push_str(words),
            None => self.put(WordBlock::Paragraph(words.to_owned())),
        }
    }

    fn sign(&mut self, tag: &BytesStart) {
        let font = attribute(tag, "font").unwrap_or_default();
        let code = attribute(tag, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        if let Some(sign) = code.and_then(|code| sign(&font, code)) {
            self.push(sign.encode_utf8(&mut [0; 4]));
        }
    }

    /// Words drawn as a picture: titles and marks across the page.
    fn words_drawn(&mut self, tag: &BytesStart) {
        let words = attribute(tag, "string").unwrap_or_default();
        if !words.trim().is_empty() {
            self.said += words.len();
            self.hang(vec![WordBlock::Paragraph(words)]);
        }
    }

    fn chunk(&mut self, tag: &BytesStart) {
        let id = attribute(tag, "id").unwrap_or_default();
        if let Some(text) = self.rules.chunks.remove(&id) {
            self.said += text.len();
            self.put(WordBlock::Foreign(text));
        }
    }

    fn put(&mut self, block: WordBlock) {
        if let Some(place) = self.places.last_mut() {
            place.blocks.push(block);
        }
    }

    /// Blocks that stand beside the paragraph which is open come after it.
    fn hang(&mut self, blocks: Vec<WordBlock>) {
        let is_open = self.in_paragraph();
        match self.paragraphs.last_mut().filter(|_| is_open) {
            Some(paragraph) => paragraph.hanging.extend(blocks),
            None => blocks.into_iter().for_each(|block| self.put(block)),
        }
    }

    fn in_paragraph(&self) -> bool {
        let outside = self.places.last().map_or(0, |place| place.outside);
        self.paragraphs.len() > outside
    }

    fn open_paragraph(&mut self) {
        let carried = self.carried.take();
        self.paragraphs.push(WordParagraph {
            text: carried.unwrap_or_default(),
            ..WordParagraph::default()
        });
    }

    fn close_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else {
            return;
        };
        let hanging = std::mem::take(&mut paragraph.hanging);
        if paragraph.goes_on {
            self.carried = Some(paragraph.text);
        } else {
            let text = self.numbered(paragraph);
            self.hang(vec![WordBlock::Paragraph(text)]);
        }
        self.hang(hanging);
    }

    /// The paragraph with the number that Word shows before it.
    fn numbered(&mut self, paragraph: WordParagraph) -> String {
        let SharedRules {
            numbering, styles, ..
        } = &mut *self.rules;
        let styled = styles.list_of(paragraph.style.as_deref());
        let styled_level = styled.as_ref().and_then(|styled| {
            styled
                .level
                .or_else(|| numbering.level_of_style(&styled.list, &styled.style))
        });
        let list = paragraph.list.or_else(|| styled.map(|styled| styled.list));
        let Some(list) = list else { return paragraph.text };
        let level = paragraph.level.or(styled_level).unwrap_or(0);
        let marker = numbering.next(&list, level);
        let text = paragraph.text;
        if marker.is_empty() || text.trim().is_empty() {
            return marker + &text;
        }
        // A marker without a sign is parted by a tab on the page; in a line it needs one.
        let sign = if marker.ends_with(char::is_alphanumeric) {
            "-"
        } else {
            ""
        };
        format!("{marker}{sign} {}", text.trim_start())
    }

    fn open_row(&mut self) -> Option<&mut WordRow> {
        self.tables.last_mut()?.rows.last_mut()
    }

    fn close_cell(&mut self) {
        self.end_carried();
        let Some(place) = self.places.pop() else { return };
        let cell = WordCell {
            blocks: place.blocks,
            ..place.cell
        };
        match self.open_row() {
            Some(row) => row.cells.push(cell),
            None => cell.blocks.into_iter().for_each(|block| self.put(block)),
        }
    }

    /// What should go on in a next paragraph stands alone where there is none.
    fn end_carried(&mut self) {
        if let Some(carried) = self.carried.take() {
            self.put(WordBlock::Paragraph(carried));
        }
    }
}

/// Tags that hold paragraphs, or are some.
fn is_structure(name: &str) -> bool {
    matches!(name, "p" | "tbl" | "tr" | "tc" | "txbxContent")
}

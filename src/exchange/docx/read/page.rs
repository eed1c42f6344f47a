//! A part of a document as its tags go by: paragraphs and tables as they open and close.
//! Does not know how they are written as text.

use super::attribute;
use super::blocks::{WordBlock, WordTable};
use super::fields::{FieldStack, PickedControls};
use super::numbering::ListCounters;
use super::properties::{Property, ShownMargin};
use super::signs::{SignFont, sign, with_signs};
use super::structure::{WordParagraph, WordPlace, is_structure};
use super::styles::StyleSheet;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// What all parts of a document share.
#[derive(Default)]
pub(super) struct SharedRules {
    pub numbering: ListCounters,
    pub styles: StyleSheet,
    /// Text that stands in parts of their own, by the name that the document has for them.
    pub chunks: HashMap<String, String>,
    /// What parts hold and no page shows, in order.
    pub hidden: Vec<String>,
}

/// A part as it grows.
pub(super) struct PageWalk<'r> {
    pub(super) rules: &'r mut SharedRules,
    pub(super) places: Vec<WordPlace>,
    pub(super) tables: Vec<WordTable>,
    /// Tags that stand too deep to be followed, and are passed over.
    pub(super) too_deep: usize,
    pub(super) paragraphs: Vec<WordParagraph>,
    pub(super) run: WordRun,
    /// Inside tags that only say how something looks, the innermost last.
    pub(super) properties: Vec<Property>,
    /// Inside tags whose words stand elsewhere too, or no more.
    pub(super) skipped: usize,
    /// Inside `w:t`: only there text is text.
    pub(super) in_words: usize,
    /// How much was said before each set of wordings for older and newer Words began.
    pub(super) choices: Vec<usize>,
    pub(super) said: usize,
    pub(super) fields: FieldStack,
    pub(super) controls: PickedControls,
    /// What of a paragraph goes on in the next one: its end was struck out.
    pub(super) carried: Option<String>,
    /// The headers that the document shows.
    pub(super) margins: Vec<ShownMargin>,
    /// Whether a section has a first page of its own.
    pub(super) has_first_page: bool,
    /// What the document holds and no page shows, a paragraph each.
    pub(super) hidden: Vec<String>,
}

#[derive(Default)]
pub(super) struct WordRun {
    pub(super) font: Option<SignFont>,
    pub(super) is_hidden: bool,
    /// A remark about the document, or words that stand for what is not filled in.
    pub(super) is_no_text: bool,
    pub(super) is_placeholder: bool,
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
            hidden: Vec::new(),
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

    pub(super) fn push(&mut self, words: &str) {
        let is_unfilled = self.run.is_placeholder && self.controls.shows_placeholder();
        if self.run.is_no_text || is_unfilled || words.is_empty() {
            return;
        }
        self.said += words.len();
        let Some(words) = self.controls.said(words) else {
            return;
        };
        match self.paragraphs.last_mut() {
            Some(paragraph) if self.run.is_hidden => paragraph.hidden.push_str(words),
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
}

//! What tags say that only tell how something is set: of paragraphs, runs, cells, rows, sections and controls.
//! Does not know any words.

use super::blocks::CellMerge;
use super::page::PageWalk;
use super::signs::SignFont;
use super::styles::is_on;
use super::{attribute, value};
use crate::exchange::docx::REMARK_STYLE;
use quick_xml::events::BytesStart;

/// The most columns that one cell is taken to cover.
const WIDEST_CELL: usize = 1000;

/// A header or footer as a section names it.
pub(super) struct ShownMargin {
    pub id: String,
    /// «default», «first», «even».
    pub pages: String,
}

/// Whose settings stand between the tags.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
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

impl PageWalk<'_> {
    pub(super) fn property_of(&self, name: &str) -> Option<Property> {
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

    pub(super) fn property(&mut self, property: Property, name: &str, tag: &BytesStart) {
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

    pub(super) fn run_property(&mut self, name: &str, tag: &BytesStart) {
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
            "vanish" => self.run.is_hidden = value(tag).is_none_or(|on| is_on(&on)),
            _ => {}
        }
    }

    pub(super) fn cell_property(&mut self, name: &str, tag: &BytesStart) {
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

    pub(super) fn section_property(&mut self, name: &str, tag: &BytesStart) {
        match name {
            "headerReference" | "footerReference" => self.margins.push(ShownMargin {
                id: attribute(tag, "id").unwrap_or_default(),
                pages: attribute(tag, "type").unwrap_or_default(),
            }),
            "titlePg" => self.has_first_page |= value(tag).is_none_or(|on| is_on(&on)),
            _ => {}
        }
    }
}

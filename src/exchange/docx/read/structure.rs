//! Paragraphs, tables, cells and boxes as they open and close.
//! Does not know what runs and properties say.

use super::blocks::{WordBlock, WordCell, WordRow, WordTable};
use super::page::{PageWalk, SharedRules};

/// Tables inside tables, at most; what is deeper is text of the cell that it stands in.
const DEEPEST: usize = 24;
/// Paragraphs, cells and boxes inside each other, at most; what is deeper is text of the innermost.
const MOST_OPEN: usize = 120;

/// Where blocks go: the part itself, a cell, a text box.
#[derive(Default)]
pub(super) struct WordPlace {
    pub blocks: Vec<WordBlock>,
    /// Paragraphs that were open before it.
    pub outside: usize,
    pub cell: WordCell,
}

#[derive(Default)]
pub(super) struct WordParagraph {
    pub text: String,
    pub style: Option<String>,
    pub list: Option<String>,
    pub level: Option<usize>,
    /// Its words that no page shows.
    pub hidden: String,
    /// Text boxes that hang on it.
    pub hanging: Vec<WordBlock>,
    pub goes_on: bool,
}

impl PageWalk<'_> {
    pub(super) fn structure(&mut self, name: &str) {
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

    pub(super) fn structure_ends(&mut self, name: &str) {
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

    pub(super) fn put(&mut self, block: WordBlock) {
        if let Some(place) = self.places.last_mut() {
            place.blocks.push(block);
        }
    }

    /// Blocks that stand beside the paragraph which is open come after it.
    pub(super) fn hang(&mut self, blocks: Vec<WordBlock>) {
        let is_open = self.in_paragraph();
        match self.paragraphs.last_mut().filter(|_| is_open) {
            Some(paragraph) => paragraph.hanging.extend(blocks),
            None => blocks.into_iter().for_each(|block| self.put(block)),
        }
    }

    pub(super) fn in_paragraph(&self) -> bool {
        let outside = self.places.last().map_or(0, |place| place.outside);
        self.paragraphs.len() > outside
    }

    pub(super) fn open_paragraph(&mut self) {
        let carried = self.carried.take();
        self.paragraphs.push(WordParagraph {
            text: carried.unwrap_or_default(),
            ..WordParagraph::default()
        });
    }

    pub(super) fn close_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else {
            return;
        };
        let hanging = std::mem::take(&mut paragraph.hanging);
        let hidden: Vec<&str> = paragraph.hidden.split_whitespace().collect();
        if !hidden.is_empty() {
            self.hidden.push(hidden.join(" "));
        }
        if paragraph.goes_on {
            self.carried = Some(paragraph.text);
        } else {
            let text = self.numbered(paragraph);
            self.hang(vec![WordBlock::Paragraph(text)]);
        }
        self.hang(hanging);
    }

    /// The paragraph with the number that Word shows before it.
    pub(super) fn numbered(&mut self, paragraph: WordParagraph) -> String {
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

    pub(super) fn open_row(&mut self) -> Option<&mut WordRow> {
        self.tables.last_mut()?.rows.last_mut()
    }

    pub(super) fn close_cell(&mut self) {
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
    pub(super) fn end_carried(&mut self) {
        if let Some(carried) = self.carried.take() {
            self.put(WordBlock::Paragraph(carried));
        }
    }
}

/// Tags that hold paragraphs, or are some.
pub(super) fn is_structure(name: &str) -> bool {
    matches!(name, "p" | "tbl" | "tr" | "tc" | "txbxContent")
}

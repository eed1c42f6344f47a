//! What has been read of a document: paragraphs, and the cells of the row that is being read.
//! Does not know where its tags come from.

use super::numbering::ListCounters;
use crate::exchange::docx::REMARK_STYLE;
use quick_xml::events::BytesStart;

/// The text of one part as it grows.
pub(super) struct PartText<'n> {
    numbering: &'n mut ListCounters,
    text: String,
    paragraph: String,
    /// List and level of the paragraph.
    number: Option<String>,
    level: u32,
    /// Cells of the row that is being read, each with its paragraphs; tables inside a cell are paragraphs of it.
    row: Vec<Vec<String>>,
    /// How many tables the place is in.
    tables: u32,
    /// Inside `w:t`: only there text is text.
    in_words: u32,
    /// Inside words that stand elsewhere too: made for an older Word, or moved.
    in_second_wording: u32,
    /// Inside the numbering of a paragraph.
    in_numbering: bool,
    /// Inside a run that is a remark about the document.
    in_remark: bool,
}

impl<'n> PartText<'n> {
    pub(super) fn new(numbering: &'n mut ListCounters) -> PartText<'n> {
        PartText {
            numbering,
            text: String::new(),
            paragraph: String::new(),
            number: None,
            level: 0,
            row: Vec::new(),
            tables: 0,
            in_words: 0,
            in_second_wording: 0,
            in_numbering: false,
            in_remark: false,
        }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    pub(super) fn opens(&mut self, tag: &BytesStart) {
        match tag.local_name().into_inner() {
            // What was moved away stands at its new place.
            "Fallback" | "moveFrom" => self.in_second_wording += 1,
            "t" => self.in_words += 1,
            "tab" if !self.in_cell() => self.push("\t"),
            "tab" | "ptab" => self.push(" "),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 => self.row.clear(),
            "tc" if self.tables == 1 => self.row.push(Vec::new()),
            "numPr" => self.in_numbering = true,
            "rStyle" if value(tag).as_deref() == Some(REMARK_STYLE) => self.in_remark = true,
            "ilvl" if self.in_numbering => self.level = value(tag).and_then(|v| v.parse().ok()).unwrap_or(0),
            "numId" if self.in_numbering => self.number = value(tag),
            _ => {}
        }
    }

    pub(super) fn closes(&mut self, name: &str) {
        match name {
            "Fallback" | "moveFrom" => self.in_second_wording = self.in_second_wording.saturating_sub(1),
            "t" => self.in_words = self.in_words.saturating_sub(1),
            "p" => self.end_paragraph(),
            "tr" if self.tables == 1 => self.end_row(),
            "tbl" => self.tables = self.tables.saturating_sub(1),
            "numPr" => self.in_numbering = false,
            "r" => self.in_remark = false,
            _ => {}
        }
    }

    pub(super) fn says(&mut self, words: &str) {
        if self.in_words > 0 {
            self.push(words);
        }
    }

    fn push(&mut self, words: &str) {
        if self.in_second_wording == 0 && !self.in_remark {
            self.paragraph.push_str(words);
        }
    }

    fn in_cell(&self) -> bool {
        self.tables > 0 && !self.row.is_empty()
    }

    fn end_paragraph(&mut self) {
        if self.in_second_wording > 0 {
            return;
        }
        let mut paragraph = std::mem::take(&mut self.paragraph);
        if let Some(number) = self.number.take() {
            paragraph.insert_str(0, &self.numbering.next(&number, self.level));
        }
        self.level = 0;
        match self.row.last_mut().filter(|_| self.tables > 0) {
            Some(cell) => cell.extend(paragraph.split('\n').map(|line| line.trim().to_owned())),
            None => {
                self.text.push_str(&paragraph);
                self.text.push('\n');
            }
        }
    }

    fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        for cell in &mut row {
            cell.retain(|paragraph| !paragraph.is_empty());
        }
        if row.iter().any(|cell| cell.len() > 1) {
            let cells = row.iter().map(|cell| {
                let paragraphs: Vec<String> = cell
                    .iter()
                    .map(|p| p.replace('&', "&amp;").replace('<', "&lt;"))
                    .collect();
                format!("<td>{}</td>", paragraphs.join("<br>"))
            });
            self.text
                .push_str(&format!("<tr>{}</tr>", cells.collect::<String>()));
        } else {
            let cells: Vec<String> = row.iter().map(|cell| cell.concat()).collect();
            self.text.push_str(&cells.join("\t"));
        }
        self.text.push('\n');
    }
}

/// The attribute `val` of a tag.
pub(super) fn value(tag: &BytesStart) -> Option<String> {
    attribute(tag, "val")
}

/// The attribute of this name, whatever its prefix.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().into_inner() == name)?;
    Some(found.value.into_owned())
}

//! Text to lines of cells: tabs, pipes and HTML tables all become cells; a cell holds paragraphs.
//! Knows no word of minutes, only how rows and paragraphs are marked.

use std::ops::Range;

use super::builder::LinesBuilder;
use crate::text::clean_input;

/// One paragraph without markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Para {
    /// Its text, trimmed; bullets and numbers are still there.
    pub text: String,
    /// What was bold, in bytes of `text`.
    pub bold: Vec<Range<usize>>,
}

impl From<&str> for Para {
    fn from(text: &str) -> Para {
        Para {
            text: text.trim().to_owned(),
            bold: Vec::new(),
        }
    }
}

/// The paragraphs of one cell.
pub(super) type CellParas = Vec<Para>;

/// What a merged cell that began in a row above says for one place of this row. The place itself is empty: the words
/// stand once in the source, and who reads the row decides whether they hold for it too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MergedCell {
    /// Which cell of the row it covers.
    pub cell: usize,
    /// What it says.
    pub paras: CellParas,
}

/// A line or a table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SourceLine {
    /// Where it begins in the input, from 1.
    pub number: usize,
    /// Whether a blank line or the start of the text stands before it.
    pub after_blank: bool,
    /// One cell with one paragraph for a line of prose; two or more for a table row.
    pub cells: Vec<CellParas>,
    /// What cells of rows above that reach into this row say.
    pub merged: Vec<MergedCell>,
}

impl SourceLine {
    /// Whether this is a table row.
    pub fn is_row(&self) -> bool {
        self.cells.len() > 1
    }

    /// The texts of the cells that are not empty.
    pub fn filled_texts(&self) -> Vec<String> {
        filled_texts(&self.cells)
    }
}

/// The texts of those cells that are not empty.
pub(super) fn filled_texts(cells: &[CellParas]) -> Vec<String> {
    let texts = cells.iter().map(cell_text);
    texts.filter(|text| !text.trim().is_empty()).collect()
}

/// The paragraphs of a cell as one string, joined by `\n`.
pub(super) fn cell_text(cell: &CellParas) -> String {
    let texts: Vec<&str> = cell.iter().map(|para| para.text.as_str()).collect();
    texts.join("\n")
}

/// All lines that hold anything, in order. Linear in the length of the text.
pub(super) fn lines(text: &str) -> Vec<SourceLine> {
    let text = clean_input(text);
    let mut builder = LinesBuilder::new(&text);
    builder.run();
    builder.lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        lines(text)
            .iter()
            .map(|line| line.cells.iter().map(cell_text).collect())
            .collect()
    }

    #[test]
    fn tabs_pipes_and_html_give_the_same_rows() {
        let rows = [["ردیف", "شرح"], ["۱", "آب"]];
        for text in [
            "ردیف\tشرح\n۱\tآب",
            "| ردیف | شرح |\n|---|---|\n| ۱ | آب |",
            "<table><tr><th>ردیف</th><th>شرح</th></tr>\n<tr>\n<td>۱</td>\n<td>آب</td></tr></table>",
            "<table><tr><td>ردیف<td>شرح<tr><td>۱<td>آب",
            "<p>ردیف</p>\t<p>شرح</p>\n<p>۱</p>\t<p>آب</p>",
            "│ ردیف │ شرح │\n├──┼──┤\n│ ۱ │ آب │",
        ] {
            assert_eq!(texts(text), rows, "{text}");
            assert!(!lines(text)[1].after_blank, "{text}");
        }
    }

    #[test]
    fn paragraphs_and_lists_of_a_cell_are_lines_of_it() {
        for text in [
            "<p>یک</p> <p>دو</p>\tسه",
            "<ul><li>یک</li>\n<li>دو</li></ul>\tسه",
            "<ul> •یک • دو\tسه",
        ] {
            assert_eq!(texts(text), [["یک\nدو", "سه"]], "{text}");
        }
    }

    #[test]
    fn an_unclosed_row_does_not_swallow_the_lines_below() {
        assert_eq!(
            texts("<table><tr><td>یک<td>دو\nسه\nچهار"),
            [vec!["یک", "دو"], vec!["سه"], vec!["چهار"]]
        );
    }

    #[test]
    fn bold_and_headings_are_marked_and_their_signs_gone() {
        let found = lines("**آقای الف** گفت\n## سر\n<b>ب</b> پ");
        let bold: Vec<&str> = found
            .iter()
            .map(|line| &line.cells[0][0])
            .map(|para| &para.text[para.bold[0].clone()])
            .collect();
        assert_eq!(bold, ["آقای الف", "سر", "ب"]);
    }

    #[test]
    fn controls_and_directional_marks_are_dropped() {
        assert_eq!(
            texts("\u{202e}آب\u{202c}\u{1b}[1m\u{200f} خاک\u{0}"),
            [["آب[1m خاک"]]
        );
    }
}

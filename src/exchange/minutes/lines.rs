//! Text to lines of cells: tabs, pipes and HTML tables all become cells; a cell holds paragraphs.
//! Knows no word of minutes, only how rows and paragraphs are marked.

use std::ops::Range;

use super::account::is_mark;
use super::markup::{Tag, entity_at, sign_run, tag_at};
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
pub(super) type Cell = Vec<Para>;

/// A line or a table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it begins in the input, from 1.
    pub number: usize,
    /// Whether a blank line or the start of the text stands before it.
    pub after_blank: bool,
    /// One cell with one paragraph for a line of prose; two or more for a table row.
    pub cells: Vec<Cell>,
}

impl Line {
    /// Whether this is a table row.
    pub fn is_row(&self) -> bool {
        self.cells.len() > 1
    }
}

/// The paragraphs of a cell as one string, joined by `\n`.
pub(super) fn cell_text(cell: &Cell) -> String {
    let texts: Vec<&str> = cell.iter().map(|para| para.text.as_str()).collect();
    texts.join("\n")
}

/// All lines that hold anything, in order. Linear in the length of the text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let text = clean_input(text);
    let mut builder = Builder::new(&text);
    builder.run();
    builder.lines
}

struct Builder<'t> {
    text: &'t str,
    lines: Vec<Line>,
    /// Line of the input that is being read, and the one where the current row began.
    number: usize,
    row_number: usize,
    after_blank: bool,
    /// The line of the input has anything but blanks so far.
    seen: bool,
    cells: Vec<Cell>,
    cell: Cell,
    para: Para,
    bold_from: Option<usize>,
    /// Inside `<tr>`: newlines do not end the row.
    in_row: bool,
    cell_open: bool,
    /// Tables inside a cell are taken as its paragraphs.
    nested: usize,
    /// The line is a row of cells between `|` signs.
    piped: bool,
    /// Newlines before this byte are inside a paragraph (false) or a list (true) of markup.
    holds_until: usize,
    holds_list: bool,
    /// Inside `<ul>`, closed or not: bullets written out part its items.
    in_list: bool,
    /// No row is closed from here on, so that a forgotten `</tr>` does not swallow the rest.
    last_row_end: usize,
    close_paragraph: NextHit<'t>,
    close_list: NextHit<'t>,
    blank_line: NextHit<'t>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Builder<'t> {
        let ends = ["</tr", "</TR", "<tr", "<TR", "</table", "</TABLE"];
        Builder {
            text,
            lines: Vec::new(),
            number: 1,
            row_number: 1,
            after_blank: true,
            seen: false,
            cells: Vec::new(),
            cell: Vec::new(),
            para: Para::default(),
            bold_from: None,
            in_row: false,
            cell_open: false,
            nested: 0,
            piped: starts_piped(text, 0),
            holds_until: 0,
            holds_list: false,
            in_list: false,
            last_row_end: ends.iter().filter_map(|end| text.rfind(end)).max().unwrap_or(0),
            close_paragraph: NextHit::new(text, "</p"),
            close_list: NextHit::new(text, "l>"),
            blank_line: NextHit::new(text, "\n\n"),
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            let mut end = at + c.len_utf8();
            // A line of nothing but markup, tabs or rules is no blank line: it stands inside a table.
            self.seen |= c == '\t' || !c.is_whitespace();
            match c {
                '\n' => self.newline(at, end),
                '<' => match tag_at(self.text, at) {
                    Some((tag, after)) => {
                        self.number += self.text[at..after].matches('\n').count();
                        end = after;
                        self.tag(tag, after);
                    }
                    None => self.push(c),
                },
                '&' => match entity_at(self.text, at) {
                    Some((plain, after)) => {
                        end = after;
                        self.push(plain);
                    }
                    None => self.push(c),
                },
                '•' if self.in_list => self.end_paragraph(),
                '\t' if !self.in_row => self.end_cell(),
                '|' | '│' | '┃' | '║' if self.piped && !self.in_row => self.end_cell(),
                '*' | '_' if self.text[end..].starts_with(c) => {
                    end = at + sign_run(&self.text[at..], c);
                    match end - at {
                        2 => self.bold(self.bold_from.is_none()),
                        // A rule of stars or a line to sign on.
                        _ => self.push(' '),
                    }
                }
                _ => self.push(c),
            }
            at = end;
        }
        self.end_line();
    }

    fn push(&mut self, c: char) {
        // Directional marks would change how the neighbours of a field are shown.
        if is_mark(c) {
            return;
        }
        if self.in_row && !self.cell_open && !c.is_whitespace() {
            self.cell_open = true;
        }
        if self.in_row || !c.is_whitespace() || !self.para.text.is_empty() {
            self.para.text.push(if c == '\t' { ' ' } else { c });
        }
    }

    fn newline(&mut self, at: usize, end: usize) {
        self.number += 1;
        let blank = !std::mem::take(&mut self.seen);
        let in_row = self.in_row && at < self.last_row_end;
        if in_row || (at < self.holds_until && !self.holds_list) {
            self.push(' ');
        } else if at < self.holds_until {
            self.end_paragraph();
        } else {
            self.end_line();
            self.after_blank |= blank;
            self.piped = starts_piped(self.text, end);
        }
    }

    fn tag(&mut self, tag: Tag, after: usize) {
        match tag {
            Tag::Opening => {
                self.end_paragraph();
                self.hold(after, false);
            }
            Tag::Paragraph => self.end_paragraph(),
            Tag::List(opens) => {
                self.end_paragraph();
                self.in_list = opens;
                if opens {
                    self.hold(after, true);
                }
            }
            Tag::Bold(on) => self.bold(on),
            Tag::Table(opens) if self.in_row && self.cell_open && (opens || self.nested > 0) => {
                self.end_paragraph();
                self.nested = if opens { self.nested + 1 } else { self.nested - 1 };
            }
            Tag::Row(_) | Tag::Cell(_) if self.nested > 0 => self.end_paragraph(),
            Tag::Table(_) => self.end_line(),
            Tag::Row(opens) => {
                self.end_line();
                self.in_row = opens;
            }
            Tag::Cell(opens) => self.cell_tag(opens),
            Tag::Inline => {}
        }
    }

    fn cell_tag(&mut self, opens: bool) {
        if !self.in_row && opens {
            self.end_line();
            self.in_row = true;
        }
        if self.cell_open {
            self.end_cell();
        }
        self.cell_open = opens;
    }

    /// Newlines up to the closing tag belong to the paragraph or list, if it closes before a blank line.
    fn hold(&mut self, after: usize, list: bool) {
        let close = if list {
            self.close_list.from(after)
        } else {
            self.close_paragraph.from(after)
        };
        if close < self.blank_line.from(after) && after >= self.holds_until {
            self.holds_until = close;
            self.holds_list = list;
        }
    }

    fn bold(&mut self, on: bool) {
        let here = self.para.text.len();
        match (on, self.bold_from) {
            (true, None) => self.bold_from = Some(here),
            (false, Some(from)) => {
                if from < here {
                    self.para.bold.push(from..here);
                }
                self.bold_from = None;
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        self.bold(false);
        let para = trimmed(std::mem::take(&mut self.para));
        if !para.text.is_empty() {
            self.cell.push(para);
        }
    }

    fn end_cell(&mut self) {
        self.end_paragraph();
        self.in_list = false;
        let cell = std::mem::take(&mut self.cell);
        self.cells.push(cell);
    }

    fn end_line(&mut self) {
        if !self.in_row || self.cell_open {
            self.end_cell();
        } else {
            self.para = Para::default();
        }
        let mut cells = std::mem::take(&mut self.cells);
        if self.piped && !self.in_row {
            cells = without_frame(cells);
        }
        let number = std::mem::replace(&mut self.row_number, self.number);
        (self.in_row, self.cell_open, self.nested) = (false, false, 0);
        let empty = cells.iter().all(|cell| cell.is_empty());
        if empty {
            return;
        }
        // A rule of dashes or box signs has no words.
        if cells.len() == 1
            && !cells[0]
                .iter()
                .any(|para| para.text.contains(char::is_alphanumeric))
        {
            return;
        }
        let after_blank = std::mem::take(&mut self.after_blank);
        if cells.len() > 1 {
            self.lines.push(Line {
                number,
                after_blank,
                cells,
            });
            return;
        }
        for (index, para) in cells.into_iter().flatten().enumerate() {
            let after_blank = after_blank && index == 0;
            self.lines.push(Line {
                number,
                after_blank,
                cells: vec![vec![para]],
            });
        }
    }
}

/// A position that only moves on, so that looking for the next hit stays linear over the whole text.
struct NextHit<'t> {
    text: &'t str,
    finder: memchr::memmem::Finder<'static>,
    hit: usize,
    asked_from: usize,
}

impl<'t> NextHit<'t> {
    fn new(text: &'t str, wanted: &'static str) -> NextHit<'t> {
        let finder = memchr::memmem::Finder::new(wanted);
        let hit = finder.find(text.as_bytes()).unwrap_or(text.len());
        NextHit {
            text,
            finder,
            hit,
            asked_from: 0,
        }
    }

    /// The first hit at or after `at`, or the text's length. `at` must not go back.
    fn from(&mut self, at: usize) -> usize {
        self.asked_from = self.asked_from.max(at);
        if self.hit < self.asked_from {
            let rest = &self.text.as_bytes()[self.asked_from..];
            self.hit = self
                .finder
                .find(rest)
                .map_or(self.text.len(), |hit| self.asked_from + hit);
        }
        self.hit
    }
}

/// Whether the line at `at` is a row of cells between pipes: it begins with one and has another, or has two with blanks
/// around them.
fn starts_piped(text: &str, at: usize) -> bool {
    let line = text[at..].split('\n').next().unwrap_or("").trim_start();
    let pipes = ['|', '│', '┃', '║'];
    let inside = || line.matches(" | ").count() + line.matches(" │ ").count();
    (line.starts_with(pipes) && line.matches(pipes).count() > 1) || inside() > 1
}

/// The cells between the outer pipes; the ruled line under a head has no words and loses them all.
fn without_frame(mut cells: Vec<Cell>) -> Vec<Cell> {
    if cells.first().is_some_and(Vec::is_empty) {
        cells.remove(0);
    }
    if cells.len() > 1 && cells.last().is_some_and(Vec::is_empty) {
        cells.pop();
    }
    let is_rule = |para: &Para| para.text.chars().all(|c| "-:=+ ─━═".contains(c));
    if cells.iter().flatten().all(is_rule) {
        cells.iter_mut().for_each(Vec::clear);
    }
    cells
}

/// The paragraph without blanks at its ends and without the `#` of a heading, which makes it bold instead.
fn trimmed(para: Para) -> Para {
    let text = para.text.trim();
    let plain = text.trim_start_matches('#').trim_start();
    let is_heading = plain.len() < text.len() && !plain.is_empty();
    if is_heading {
        return Para {
            text: plain.to_owned(),
            bold: std::iter::once(0..plain.len()).collect(),
        };
    }
    if text.len() == para.text.len() {
        return para;
    }
    let cut = para.text.len() - para.text.trim_start().len();
    let moved = |at: usize| at.saturating_sub(cut).min(text.len());
    let bold = para
        .bold
        .iter()
        .map(|range| moved(range.start)..moved(range.end))
        .collect();
    Para {
        text: text.to_owned(),
        bold,
    }
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

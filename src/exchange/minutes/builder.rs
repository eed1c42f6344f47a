//! Walks through a text character by character and builds its lines and rows of cells.
//! Knows no word of minutes, only marks: tabs, pipes, tags, bold, newlines.

use super::account::is_mark;
use super::lattice::{TableRow, settle};
use super::layout::{NextHit, starts_piped, without_frame};
use super::lines::{CellParas, Para, SourceLine};
use super::markup::{CellSpan, Tag, cell_span, entity_at, sign_run, tag_at};

/// What merged cells may say again: so many times the text, and a little for short ones.
const ROOM_TIMES: usize = 4;
const ROOM_BYTES: usize = 64 * 1024;

pub(super) struct LinesBuilder<'t> {
    text: &'t str,
    pub(super) lines: Vec<SourceLine>,
    /// Line of the input that is being read, and the one where the current row began.
    number: usize,
    row_number: usize,
    after_blank: bool,
    /// The line of the input has anything but blanks so far.
    seen: bool,
    cells: Vec<(CellParas, CellSpan)>,
    cell: CellParas,
    span: CellSpan,
    /// Rows of the table of tags that is being read.
    rows: Vec<TableRow>,
    /// Room for what merged cells say more than once, in bytes.
    room: usize,
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

impl<'t> LinesBuilder<'t> {
    pub(super) fn new(text: &'t str) -> LinesBuilder<'t> {
        let ends = ["</tr", "</TR", "<tr", "<TR", "</table", "</TABLE"];
        LinesBuilder {
            text,
            lines: Vec::new(),
            number: 1,
            row_number: 1,
            after_blank: true,
            seen: false,
            cells: Vec::new(),
            cell: Vec::new(),
            span: CellSpan::default(),
            rows: Vec::new(),
            room: ROOM_BYTES.saturating_add(text.len().saturating_mul(ROOM_TIMES)),
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

    pub(super) fn run(&mut self) {
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
                        self.tag(tag, at, after);
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
        self.end_table();
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

    fn tag(&mut self, tag: Tag, at: usize, after: usize) {
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
            Tag::Row(_) | Tag::CellParas(_) if self.nested > 0 => self.end_paragraph(),
            Tag::Table(_) => {
                self.end_line();
                self.end_table();
            }
            Tag::Row(opens) => {
                self.end_line();
                self.in_row = opens;
            }
            Tag::CellParas(opens) => {
                self.cell_tag(opens);
                self.span = cell_span(&self.text[at..after]);
            }
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
        self.cells.push((cell, std::mem::take(&mut self.span)));
    }

    fn end_line(&mut self) {
        if !self.in_row || self.cell_open {
            self.end_cell();
        } else {
            self.para = Para::default();
        }
        let cells = std::mem::take(&mut self.cells);
        let number = std::mem::replace(&mut self.row_number, self.number);
        let is_row = std::mem::take(&mut self.in_row);
        (self.cell_open, self.nested) = (false, 0);
        if is_row {
            self.rows.push(TableRow {
                number,
                after_blank: std::mem::take(&mut self.after_blank),
                cells,
            });
            return;
        }
        let mut cells: Vec<CellParas> = cells.into_iter().map(|(paras, _)| paras).collect();
        if self.piped {
            cells = without_frame(cells);
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.end_table();
            let after_blank = std::mem::take(&mut self.after_blank);
            self.add(SourceLine {
                number,
                after_blank,
                cells,
                merged: Vec::new(),
            });
        }
    }

    /// The rows of a table of tags are known as a whole: their cells get their columns.
    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let mut after_blank = false;
        for mut line in settle(rows, &mut self.room) {
            line.after_blank |= after_blank;
            let is_after_blank = line.after_blank;
            after_blank = !self.add(line) && is_after_blank;
        }
        self.after_blank |= after_blank;
    }

    /// Adds a line or a row; false where it says nothing.
    fn add(&mut self, line: SourceLine) -> bool {
        if line.cells.iter().all(|cell| cell.is_empty()) {
            return false;
        }
        if line.is_row() {
            self.lines.push(line);
            return true;
        }
        // A rule of dashes or box signs has no words.
        let mut paras = line.cells.iter().flatten();
        if !paras.any(|para| para.text.contains(char::is_alphanumeric)) {
            return false;
        }
        for (index, para) in line.cells.into_iter().flatten().enumerate() {
            self.lines.push(SourceLine {
                number: line.number,
                after_blank: line.after_blank && index == 0,
                cells: vec![vec![para]],
                merged: Vec::new(),
            });
        }
        true
    }
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

//! Where a command's data and words go, and in which form: rows painted and rewritten for a terminal, logical text into
//! a pipe. Does not know what is said.

use super::table::TextTable;
use super::workspace::configuration_folder;
use crate::host::printed::Printed;
use crate::host::ways::Way;
use crate::host::{Bidi, Printing};
use crate::text::{Controls, Direction, LineStyle, TextForm, visible, wrap};
use crate::ui::{Canvas, Look};
use crate::words::Lang;
use ratatui::style::Style;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

/// Written at a time.
const STEP_BYTES: usize = 1 << 16;
/// Columns where the terminal does not tell.
const COLUMNS: u16 = 80;
/// Wider lines are hard to read.
const MOST_COLUMNS: u16 = 200;
const LEAST_COLUMNS: u16 = 20;
/// Columns kept free where lines end: a row without any blank at its edges has no form in which PuTTY shows it.
const MARGIN: u16 = 1;

/// A place that shows text to a person.
#[derive(Clone, Copy)]
pub(super) struct ScreenOutput {
    /// How wide lines may be.
    pub columns: u16,
    /// How wide it is; lines begin at its edge.
    width: u16,
    printing: Printing,
}

impl ScreenOutput {
    /// Visual or logical cells.
    fn form(self) -> TextForm {
        match self.printing.way() {
            Way::Terminal => TextForm::Logical,
            _ => TextForm::Visual,
        }
    }
}

/// Standard output and standard error.
pub(super) struct Output {
    bidi: Bidi,
    base: Direction,
    printing: OnceCell<Printing>,
}

impl Output {
    /// For this process. Into a pipe goes logical text, unless visual text is asked for. What the terminal needs is
    /// found out when the first line goes there.
    pub(super) fn new(bidi: Bidi, lang: Lang) -> Output {
        Output {
            bidi,
            base: lang.direction(),
            printing: OnceCell::new(),
        }
    }

    /// The screen behind a stream; none for a pipe with logical text.
    fn screen(&self, stream: &impl IsTerminal) -> Option<ScreenOutput> {
        if stream.is_terminal() {
            let find = || Printing::find(self.bidi, configuration_folder().as_deref());
            let told = crossterm::terminal::size().map(|(columns, _)| columns);
            let width = told.ok().filter(|columns| *columns > 0).unwrap_or(COLUMNS);
            return Some(ScreenOutput {
                columns: (width - MARGIN).clamp(LEAST_COLUMNS, MOST_COLUMNS),
                width: width.max(LEAST_COLUMNS),
                printing: *self.printing.get_or_init(find),
            });
        }
        (self.bidi == Bidi::As(Way::App)).then_some(ScreenOutput {
            columns: COLUMNS,
            width: COLUMNS,
            printing: Printing::into_a_pipe(Way::App),
        })
    }

    /// Writes bytes to standard output: into a pipe as they are; on a terminal with what would command it as marks.
    pub(super) fn data(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        match out.is_terminal() {
            true => out.write_all(&without_commands(bytes, &marked))?,
            false => out.write_all(bytes)?,
        }
        out.flush()
    }

    /// Where a JSON document goes that is written part by part: standard output, on a terminal with such characters
    /// written by their numbers, by which they stay what they are.
    pub(super) fn json(&self) -> JsonOutput {
        let out = io::stdout();
        JsonOutput {
            is_terminal: out.is_terminal(),
            out: BufWriter::with_capacity(STEP_BYTES, out),
            line: Vec::new(),
        }
    }

    /// Writes a table to standard output.
    pub(super) fn table(&self, table: &TextTable) -> io::Result<()> {
        let mut out = io::stdout();
        match self.screen(&out) {
            Some(screen) if screen.form() == TextForm::Visual => {
                let laid = table.for_screen(screen.columns, self.base);
                let wide = ScreenOutput {
                    width: screen.width.max(laid.columns()),
                    ..screen
                };
                let text = painted(wide, self.base, |page| laid.paint(page));
                screen.printing.print(&text, &mut out)
            }
            screen => {
                let columns = screen.map(|screen| usize::from(screen.columns));
                self.data(joined(table.to_lines(columns, self.base)).as_bytes())
            }
        }
    }

    /// Writes paragraphs to standard output, in lines as wide as the screen.
    pub(super) fn text(&self, paragraphs: &str) -> io::Result<()> {
        self.paragraphs(paragraphs, &mut io::stdout())
    }

    /// Writes words for the person to standard error. Where even that fails nobody is there to be told.
    pub(super) fn word(&self, paragraphs: &str) {
        let _ = self.paragraphs(paragraphs, &mut io::stderr());
    }

    /// Writes a question to standard error. The answer is typed on a line of its own: the terminal shows it in its own
    /// way, which must not reach the question.
    pub(super) fn question(&self, question: &str) {
        self.word(question);
        let _ = io::stderr().write_all(b"> ");
    }

    fn paragraphs(&self, paragraphs: &str, stream: &mut (impl Write + IsTerminal)) -> io::Result<()> {
        match self.screen(stream) {
            Some(screen) if screen.form() == TextForm::Visual => {
                let style = LineStyle {
                    base: self.base,
                    controls: Controls::Honour,
                    ..LineStyle::default()
                };
                let lines = wrap(paragraphs, usize::from(screen.columns), &style);
                let text = painted(screen, self.base, |page| {
                    for line in &lines {
                        page.line(|canvas| {
                            canvas.line(0, 0, line, Style::new());
                        });
                    }
                });
                screen.printing.print(&text, stream)
            }
            // The terminal breaks and orders lines itself.
            _ => {
                stream.write_all(joined(paragraphs.lines().map(without_marks)).as_bytes())?;
                stream.flush()
            }
        }
    }
}

/// Standard output, for a JSON document.
pub(super) struct JsonOutput {
    is_terminal: bool,
    out: BufWriter<Stdout>,
    /// What was written of the last line; on a terminal whole lines go out.
    line: Vec<u8>,
}

impl Write for JsonOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_terminal {
            return self.out.write(bytes);
        }
        self.line.extend_from_slice(bytes);
        if let Some(last) = memchr::memrchr(b'\n', &self.line) {
            let rest = self.line.split_off(last + 1);
            let lines = std::mem::replace(&mut self.line, rest);
            self.out.write_all(&without_commands(&lines, &numbered))?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let rest = std::mem::take(&mut self.line);
        self.out.write_all(&without_commands(&rest, &numbered))?;
        self.out.flush()
    }
}

/// Lines that are painted one after the other.
pub(super) struct PrintedLines {
    printed: Printed,
    look: Look,
}

impl PrintedLines {
    /// Adds the line that is painted on a canvas one row tall.
    pub(super) fn line(&mut self, paint: impl FnOnce(&mut Canvas)) {
        let look = self.look;
        self.printed.line(|row| paint(&mut Canvas::new(row, look)));
    }
}

fn painted(screen: ScreenOutput, base: Direction, paint: impl FnOnce(&mut PrintedLines)) -> String {
    let mut page = PrintedLines {
        printed: Printed::new(screen.width, screen.printing.way()),
        look: Look {
            direction: base,
            ..Look::default()
        },
    };
    paint(&mut page);
    page.printed.into_text()
}

/// Text, line by line, with what a terminal would take for a command, or for an order of what follows, written otherwise.
fn without_commands(bytes: &[u8], otherwise: &dyn Fn(&str) -> String) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.split_inclusive('\n').map(|line| {
        let whole = line.trim_end_matches(['\r', '\n']);
        let end = if line.len() > whole.len() { "\n" } else { "" };
        otherwise(whole) + end
    });
    lines.collect::<String>().into_bytes()
}

fn marked(line: &str) -> String {
    // A tab moves on; it commands nothing.
    let parts: Vec<_> = line.split('\t').map(visible).collect();
    parts.join("\t")
}

fn numbered(line: &str) -> String {
    let mut numbered = String::with_capacity(line.len());
    for c in line.chars() {
        let mut bytes = [0; 4];
        match visible(c.encode_utf8(&mut bytes)) {
            // All of these are written by one number of four digits.
            Cow::Owned(_) => numbered.push_str(&format!("\\u{:04x}", u32::from(c))),
            Cow::Borrowed(_) => numbered.push(c),
        }
    }
    numbered
}

fn joined(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

/// The text without the marks of direction that our sentences carry.
pub(super) fn without_marks(text: &str) -> String {
    let mark = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !mark(*c)).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    #[test]
    fn what_would_command_a_terminal_reaches_it_as_marks_and_in_json_by_its_number() {
        let hostile = "a\u{9b}31m\tb\u{85}\r\nc\u{202e}d\u{200c}e\n\u{1b}[2J";
        let shown = String::from_utf8(without_commands(hostile.as_bytes(), &marked)).unwrap();
        assert_eq!(shown, "a\u{fffd}31m\tb\u{fffd}\nc⇐d\u{200c}e\n␛[2J");
        let text = "a\u{9b}b\u{85}c\u{202e}d\u{2028}e\u{7f}می\u{200c}شود \u{1F600}";
        let json = serde_json::to_vec_pretty(&[text]).unwrap();
        let shown = String::from_utf8(without_commands(&json, &numbered)).unwrap();
        assert!(
            shown.contains(r"a\u009bb\u0085c\u202ed\u2028e\u007fمی"),
            "{shown}"
        );
        let back: Vec<String> = serde_json::from_str(&shown).unwrap();
        assert_eq!(back, [text]);
    }

    /// What is printed on a terminal that leaves text alone, line by line.
    pub(crate) fn printed(
        columns: u16,
        base: Direction,
        paint: impl FnOnce(&mut PrintedLines),
    ) -> Vec<String> {
        let screen = ScreenOutput {
            columns,
            width: columns,
            printing: Printing::into_a_pipe(Way::App),
        };
        painted(screen, base, paint).lines().map(str::to_owned).collect()
    }
}

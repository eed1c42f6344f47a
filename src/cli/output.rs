//! Where a command's data and words go, and in which form: visual cells on a terminal, logical text into a pipe.
//! Does not know what is said.

use crate::host::{Bidi, ways::Way};
use crate::text::{Controls, Direction, Form, LineStyle, wrap};
use crate::words::Lang;
use std::io::{self, IsTerminal, Write};

/// ECMA-48 mode 8 (BDSM): reset while our own order is written, so that a terminal that knows it (VTE) keeps it.
const KEEP_ORDER: &str = "\x1b[8l";
const OWN_ORDER: &str = "\x1b[8h";
/// Columns where the terminal does not tell.
const COLUMNS: usize = 80;
/// Wider lines are hard to read.
const MOST_COLUMNS: usize = 200;

/// A place that shows text to a person.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    /// How wide it is.
    pub columns: usize,
    /// Visual or logical cells.
    pub form: Form,
    /// A terminal, not a pipe for which visual text was asked.
    terminal: bool,
}

#[cfg(test)]
impl Screen {
    pub(super) fn of(columns: usize, form: Form) -> Screen {
        Screen {
            columns,
            form,
            terminal: false,
        }
    }
}

/// Standard output and standard error.
pub(super) struct Output {
    out: Option<Screen>,
    err: Option<Screen>,
    base: Direction,
}

impl Output {
    /// For this process. Into a pipe goes logical text, unless visual text is asked for.
    pub(super) fn new(bidi: Bidi, lang: Lang) -> Output {
        let screen = |terminal: bool| {
            let form = if bidi.is_logical() {
                Form::Logical
            } else {
                Form::Visual
            };
            let columns = crossterm::terminal::size().map_or(COLUMNS, |(columns, _)| usize::from(columns));
            let columns = if terminal {
                columns.clamp(20, MOST_COLUMNS)
            } else {
                COLUMNS
            };
            (terminal || bidi == Bidi::As(Way::App)).then_some(Screen {
                columns,
                form,
                terminal,
            })
        };
        let base = if lang == Lang::Fa {
            Direction::Rtl
        } else {
            Direction::Ltr
        };
        Output {
            out: screen(io::stdout().is_terminal()),
            err: screen(io::stderr().is_terminal()),
            base,
        }
    }

    /// The screen behind standard output; none for a pipe with logical text.
    pub(super) fn screen(&self) -> Option<Screen> {
        self.out
    }

    /// Direction of the interface.
    pub(super) fn base(&self) -> Direction {
        self.base
    }

    /// Writes bytes to standard output as they are.
    pub(super) fn data(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// Writes lines that are laid out already (a table) to standard output.
    pub(super) fn laid_out(&self, lines: &[String]) -> io::Result<()> {
        self.data(page(lines, self.out).as_bytes())
    }

    /// Writes paragraphs to standard output, in lines as wide as the screen.
    pub(super) fn text(&self, paragraphs: &str) -> io::Result<()> {
        self.laid_out(&lines(paragraphs, self.out, self.base))
    }

    /// Writes words for the person to standard error. Where even that fails nobody is there to be told.
    pub(super) fn word(&self, paragraphs: &str) {
        let words = page(&lines(paragraphs, self.err, self.base), self.err);
        let _ = io::stderr().lock().write_all(words.as_bytes());
    }

    /// Writes a question to standard error; the answer is typed behind it.
    pub(super) fn question(&self, question: &str) {
        let laid = lines(question, self.err, Direction::Ltr).join("\n");
        let _ = write!(io::stderr().lock(), "{laid} ");
    }
}

fn page(lines: &[String], screen: Option<Screen>) -> String {
    let mut page: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    if screen.is_some_and(|s| s.terminal && s.form == Form::Visual) {
        page = format!("{KEEP_ORDER}{page}{OWN_ORDER}");
    }
    page
}

/// Our own paragraphs as lines. They isolate foreign words; those marks are honoured and not sent.
fn lines(paragraphs: &str, screen: Option<Screen>, base: Direction) -> Vec<String> {
    let Some(screen) = screen else {
        return paragraphs.lines().map(without_marks).collect();
    };
    let style = LineStyle {
        base,
        controls: Controls::Honour,
        form: screen.form,
        ..LineStyle::default()
    };
    if screen.form == Form::Logical {
        // The terminal breaks and orders lines itself.
        return paragraphs.lines().map(without_marks).collect();
    }
    let laid = wrap(paragraphs, screen.columns, &style);
    let line = |line: crate::text::VisualLine| {
        let gap = if base == Direction::Rtl {
            screen.columns.saturating_sub(line.columns)
        } else {
            0
        };
        format!("{}{}", " ".repeat(gap), line.symbols())
            .trim_end()
            .to_owned()
    };
    laid.into_iter().map(line).collect()
}

/// The text without the marks of direction that our sentences carry.
pub(super) fn without_marks(text: &str) -> String {
    let mark = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !mark(*c)).collect()
}

//! Frames as the desk paints them: the screen into ratatui's buffer, what differs from the last one as bytes for the
//! terminal; and what each cost. Does not know what is on a frame.

use dabir::app::{self, Model};
use dabir::host::screen::TerminalScreen;
use dabir::host::ways::{Rewriter, Way};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::time::Duration;

/// What one message to the screen cost.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The place of the key in the meeting, from 1, that brought it, by itself or by an answer.
    pub key: usize,
    /// The processor's time of this thread for the message and its frame. What other programs take of the machine
    /// meanwhile is not in it.
    pub took: Duration,
    /// Bytes sent to the terminal.
    pub bytes: usize,
}

/// A terminal of 80 columns and 24 rows.
pub struct Painter {
    screen: TerminalScreen,
    rewriter: Rewriter,
    /// How text is sent.
    pub way: Way,
    /// An emulator that must show every frame as it was painted; without one nothing is kept of what is sent.
    judge: Option<vt100::Parser>,
}

impl Painter {
    pub fn new(way: Way) -> Painter {
        Painter {
            screen: TerminalScreen::new(80, 24),
            rewriter: Rewriter::default(),
            way,
            judge: None,
        }
    }

    /// The same, with an emulator that judges every frame.
    pub fn judged(way: Way) -> Painter {
        let size = |cells: u16| cells.try_into().unwrap();
        let mut judge = vt100::Parser::new(size(24), size(80), 0);
        judge.process(b"\x1b[?25l");
        Painter {
            judge: Some(judge),
            ..Painter::new(way)
        }
    }

    /// Paints what differs from the last frame; returns how many bytes that were.
    pub fn paint(&mut self, model: &Model) -> usize {
        let (rewriter, way) = (&mut self.rewriter, self.way);
        let mut sent = None;
        let is_judged = self.judge.is_some();
        let paint = |buffer: &mut Buffer| {
            let caret = app::view(model, buffer).caret;
            let caret = rewriter.rewrite(buffer, caret, way, &[]);
            sent = is_judged.then(|| (buffer.clone(), caret));
            caret
        };
        let bytes = self.screen.frame(way == Way::App, paint);
        if let (Some(judge), Some((buffer, caret))) = (&mut self.judge, sent) {
            judge.process(&bytes);
            assert_shown(judge.screen(), &buffer, caret, way);
        }
        bytes.len()
    }
}

fn assert_shown(screen: &vt100::Screen, buffer: &Buffer, caret: Option<(u16, u16)>, way: Way) {
    assert_eq!(screen.hide_cursor(), caret.is_none(), "{way}");
    if let Some((x, y)) = caret {
        assert_eq!(screen.cursor_position(), (y, x), "{way}: the caret");
    }
    for y in 0..24 {
        for x in 0..80 {
            let (cell, seen) = (&buffer[(x, y)], screen.cell(y, x).unwrap());
            let is_right = seen.is_wide_continuation() || is_shown(cell, seen);
            assert!(is_right, "{way} {x},{y}: {cell:?} is shown as {seen:?}");
        }
    }
}

fn is_shown(cell: &Cell, seen: &vt100::Cell) -> bool {
    let symbol = if seen.has_contents() { seen.contents() } else { " " };
    let has = |modifier| cell.modifier.contains(modifier);
    // The emulator holds one weight alone.
    let weights = (has(Modifier::BOLD), has(Modifier::DIM));
    symbol == cell.symbol()
        && seen.fgcolor() == colour(cell.fg)
        && seen.bgcolor() == colour(cell.bg)
        && (weights == (true, true) || weights == (seen.bold(), seen.dim()))
        && seen.italic() == has(Modifier::ITALIC)
        && seen.underline() == has(Modifier::UNDERLINED)
        && seen.inverse() == has(Modifier::REVERSED)
}

fn colour(colour: Color) -> vt100::Color {
    let place = match colour {
        Color::Reset => return vt100::Color::Default,
        Color::Rgb(red, green, blue) => return vt100::Color::Rgb(red, green, blue),
        Color::Indexed(place) => place,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    vt100::Color::Idx(place)
}

/// The processor's time that this thread has used.
pub fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

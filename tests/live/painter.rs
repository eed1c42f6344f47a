//! Frames as the desk paints them: the screen into ratatui's buffer, what differs from the last one as bytes for the
//! terminal; and what each cost. Does not know what is on a frame.

use dabir::app::{self, Model};
use dabir::host::ways::{Rewriter, Way};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
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

/// A terminal of 80 columns and 24 rows that keeps nothing of what it is sent.
pub struct Painter {
    terminal: Terminal<CrosstermBackend<Line>>,
    sent_bytes: Rc<Cell<usize>>,
    rewriter: Rewriter,
    /// How text is sent.
    pub way: Way,
}

impl Painter {
    pub fn new(way: Way) -> Painter {
        let viewport = Viewport::Fixed(Rect::new(0, 0, 80, 24));
        let sent_bytes = Rc::new(Cell::new(0));
        let backend = CrosstermBackend::new(Line(Rc::clone(&sent_bytes)));
        Painter {
            sent_bytes,
            terminal: Terminal::with_options(backend, TerminalOptions { viewport }).unwrap(),
            rewriter: Rewriter::default(),
            way,
        }
    }

    /// Paints what differs from the last frame; returns how many bytes that were.
    pub fn paint(&mut self, model: &Model) -> usize {
        let (rewriter, way) = (&mut self.rewriter, self.way);
        let paint = |frame: &mut ratatui::Frame| {
            let buffer = frame.buffer_mut();
            let caret = app::view(model, buffer).caret;
            if let Some(caret) = rewriter.rewrite(buffer, caret, way, &[]) {
                frame.set_cursor_position(caret);
            }
        };
        self.terminal.draw(paint).unwrap();
        self.sent_bytes.take()
    }
}

/// The line to the terminal: it counts.
struct Line(Rc<Cell<usize>>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The processor's time that this thread has used.
pub fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

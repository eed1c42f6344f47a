//! Frames as the desk paints them: the screen into ratatui's buffer, what differs from the last one as bytes for the
//! terminal; and what each cost. Does not know what is on a frame.

use dabir::app::{self, Model};
use dabir::host::screen::TerminalScreen;
use dabir::host::ways::{Rewriter, Way};
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
    screen: TerminalScreen,
    rewriter: Rewriter,
    /// How text is sent.
    pub way: Way,
}

impl Painter {
    pub fn new(way: Way) -> Painter {
        Painter {
            screen: TerminalScreen::new(80, 24),
            rewriter: Rewriter::default(),
            way,
        }
    }

    /// Paints what differs from the last frame; returns how many bytes that were.
    pub fn paint(&mut self, model: &Model) -> usize {
        let (rewriter, way) = (&mut self.rewriter, self.way);
        let paint = |buffer: &mut _| {
            let caret = app::view(model, buffer).caret;
            rewriter.rewrite(buffer, caret, way, &[])
        };
        self.screen.frame(way == Way::App, paint).len()
    }
}

/// The processor's time that this thread has used.
pub fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

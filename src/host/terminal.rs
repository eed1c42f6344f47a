//! The terminal of this process: raw mode, its size, one write for all that is to be sent. It gives itself back when it
//! goes, so at every end of the program, by a fault too. Does not know what is written on it.

use super::line_writer::LineWriter;
use super::taken::TerminalModes;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::termios::{Action, QueueSelector, tcflow, tcflush};
use std::fs::File;
use std::io::{self, stdout};
use std::os::fd::AsFd;
use std::time::Duration;

/// So long the end of the program waits for a line that takes nothing, before what stands in it is dropped.
const TAKES_WITHIN: Duration = Duration::from_millis(500);

/// The terminal, from the moment it is taken over.
pub struct Terminal {
    /// Writes to its device, without the buffer of `stdout()`, which parts what is longer than itself.
    line: LineWriter,
    /// What is to be given back; none while it is given back.
    taken: Option<TerminalModes>,
}

impl Terminal {
    /// Takes it over: raw mode. The rest is taken by what is sent. `written` is called, on another thread, whenever all
    /// that was sent is written.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn open(written: impl Fn() + Send + 'static) -> io::Result<Terminal> {
        let device = File::from(stdout().as_fd().try_clone_to_owned()?);
        let line = LineWriter::start(device, written)?;
        let mut terminal = Terminal { line, taken: None };
        terminal.take()?;
        Ok(terminal)
    }

    /// Takes it over again after it was given back.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn take(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        self.taken = Some(TerminalModes::default());
        Ok(())
    }

    /// Its columns and rows.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        crossterm::terminal::size()
    }

    /// Whether all that was sent is written: a frame that is made before that would be old when it is shown.
    ///
    /// # Errors
    /// What the terminal's device reported of what was sent last.
    pub fn is_free(&self) -> io::Result<bool> {
        self.line.is_free()
    }

    /// Sends bytes, in one write where the device takes that much, and nothing where there are none; waits for nobody.
    /// `taken` is what is to be given back from now on.
    pub fn send(&mut self, bytes: &[u8], taken: TerminalModes) {
        if !bytes.is_empty() {
            self.taken = Some(taken);
            self.line.send(bytes);
        }
    }

    /// Takes in what its answers said of the state in which it was, whether or not anything is to be sent upon them.
    pub fn learn_from(&mut self, taken: TerminalModes) {
        if let Some(own) = &mut self.taken {
            own.learn_from(taken);
        }
    }

    /// Gives it back as it was. Does nothing when it is given back; does its best and reports nothing.
    pub fn give_back(&mut self) {
        if let Some(taken) = self.taken.take() {
            let _ = self.settled();
            self.line.send(&taken.leave());
            let _ = self.settled();
            let _ = disable_raw_mode();
        }
    }

    /// Waits until all is written, for a moment; what a line does not take then is dropped. Whether all is written.
    fn settled(&self) -> bool {
        if self.line.settle(TAKES_WITHIN) {
            return true;
        }
        // Somebody may have stopped it by a key; whoever reads no more is not waited for.
        let _ = tcflush(stdout(), QueueSelector::OFlush);
        let _ = tcflow(stdout(), Action::OOn);
        self.line.settle(TAKES_WITHIN)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.give_back();
    }
}

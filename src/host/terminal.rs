//! The terminal of this process: raw mode, its size, one write for all that is to be sent. It gives itself back when it
//! goes, so at every end of the program, by a fault too. Does not know what is written on it.

use super::taken::TerminalModes;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::fs::File;
use std::io::{self, Write, stdout};
use std::os::fd::AsFd;

/// The terminal, from the moment it is taken over.
pub struct Terminal {
    /// Its device, without the buffer of `stdout()`, which parts what is longer than itself.
    device: File,
    /// What is to be given back; none while it is given back.
    taken: Option<TerminalModes>,
}

impl Terminal {
    /// Takes it over: raw mode. The rest is taken by what is sent.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn open() -> io::Result<Terminal> {
        let device = File::from(stdout().as_fd().try_clone_to_owned()?);
        let mut terminal = Terminal { device, taken: None };
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

    /// Sends bytes, in one write where the device takes that much, and nothing where there are none. What was sent in
    /// part counts as sent: `taken` is what is to be given back from now on.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn send(&mut self, bytes: &[u8], taken: TerminalModes) -> io::Result<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.taken = Some(taken);
        self.device.write_all(bytes)
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
            let _ = self.device.write_all(&taken.leave());
            let _ = disable_raw_mode();
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.give_back();
    }
}

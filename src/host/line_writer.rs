//! The thread that writes to the terminal, so that a line that takes nothing holds up nobody: signals are heard, drafts
//! kept and changes saved meanwhile. Does not know what is written.

use std::fs::File;
use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// The way to the thread. When this goes, the thread writes what it was given and ends, or with the process.
pub(super) struct LineWriter {
    line: Arc<Line>,
}

struct Line {
    state: Mutex<LineState>,
    changed: Condvar,
}

#[derive(Default)]
struct LineState {
    /// What is to be written; with what is being written, the line is taken.
    pending: Vec<u8>,
    is_writing: bool,
    failed: Option<io::Error>,
    is_over: bool,
}

impl LineState {
    fn is_free(&self) -> bool {
        self.pending.is_empty() && !self.is_writing
    }
}

impl Line {
    fn state(&self) -> MutexGuard<'_, LineState> {
        // Each change of it is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what comes until it is over. Calls `written` whenever everything was.
    fn write_on(&self, mut device: File, written: impl Fn()) {
        loop {
            let bytes = {
                let state = self.state();
                let waited = self
                    .changed
                    .wait_while(state, |state| state.pending.is_empty() && !state.is_over);
                let mut state = waited.unwrap_or_else(PoisonError::into_inner);
                if state.pending.is_empty() {
                    return;
                }
                state.is_writing = true;
                std::mem::take(&mut state.pending)
            };
            let outcome = device.write_all(&bytes);
            {
                let mut state = self.state();
                state.is_writing = false;
                state.failed = outcome.err();
            }
            self.changed.notify_all();
            written();
        }
    }
}

impl LineWriter {
    /// Starts the thread on a device; `written` is called on it whenever all that was sent is written.
    ///
    /// # Errors
    /// Where the operating system gives no thread.
    pub(super) fn start(device: File, written: impl Fn() + Send + 'static) -> io::Result<LineWriter> {
        let line = Arc::new(Line {
            state: Mutex::default(),
            changed: Condvar::new(),
        });
        let of_thread = Arc::clone(&line);
        thread::Builder::new()
            .name("line".to_owned())
            .spawn(move || of_thread.write_on(device, written))?;
        Ok(LineWriter { line })
    }

    /// Whether all that was sent is written.
    ///
    /// # Errors
    /// What the device reported of what was sent last.
    pub(super) fn is_free(&self) -> io::Result<bool> {
        let mut state = self.line.state();
        match state.failed.take() {
            Some(error) => Err(error),
            None => Ok(state.is_free()),
        }
    }

    /// Sends bytes behind what was sent, in one write where the device takes that much.
    pub(super) fn send(&self, bytes: &[u8]) {
        self.line.state().pending.extend_from_slice(bytes);
        self.line.changed.notify_all();
    }

    /// Waits until all that was sent is written, so long at most; whether it is.
    pub(super) fn settle(&self, within: Duration) -> bool {
        let state = self.line.state();
        let waited = self
            .line
            .changed
            .wait_timeout_while(state, within, |state| !state.is_free());
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.is_free()
    }
}

impl Drop for LineWriter {
    fn drop(&mut self) {
        self.line.state().is_over = true;
        self.line.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::os::fd::OwnedFd;
    use std::sync::mpsc::channel;

    #[test]
    fn who_sends_does_not_wait_for_a_line_that_takes_nothing_and_nothing_is_lost_or_out_of_order() {
        let (mut reader, writer) = io::pipe().unwrap();
        let (to, written) = channel();
        let device = File::from(OwnedFd::from(writer));
        let line = LineWriter::start(device, move || to.send(()).unwrap()).unwrap();
        assert!(line.is_free().unwrap());
        // More than a pipe takes.
        let bytes: Vec<u8> = (0..1_000_000_u32).map(|number| number.to_le_bytes()[0]).collect();
        let (first, second) = bytes.split_at(900_000);
        line.send(first);
        line.send(second);
        assert!(!line.is_free().unwrap());
        assert!(!line.settle(Duration::from_millis(10)));
        let mut read = vec![0; bytes.len()];
        reader.read_exact(&mut read).unwrap();
        assert!(read == bytes);
        written.recv().unwrap();
        assert!(line.settle(Duration::from_secs(60)) && line.is_free().unwrap());
    }

    #[test]
    fn what_the_device_reports_is_told_once() {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let line = LineWriter::start(File::from(OwnedFd::from(writer)), || {}).unwrap();
        line.send(b"x");
        assert!(line.settle(Duration::from_secs(60)));
        assert!(line.is_free().is_err());
        assert!(line.is_free().unwrap());
    }
}

//! What can happen to a desk: input, signals, answers from the office; all come through one channel.

use super::input::{Input, Reader};
use super::office_worker;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::signal::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGWINCH,
};
use signal_hook::iterator::Signals;
use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, PipeReader, PipeWriter, Read, Write, stdin};
use std::os::fd::AsFd;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// One event.
pub enum Event {
    /// From the terminal.
    Input(Input),
    /// The terminal has another size.
    Resized,
    /// What tmux says of the terminal outside: its answer to XTVERSION and its `TERM`.
    Outside(Option<(String, String)>),
    /// The terminal cannot be read any more: the line is gone.
    Hangup,
    /// A signal that ends the program.
    End,
    /// A signal that stops the program until it is continued.
    Stop,
    /// The program goes on after a stop.
    Continue,
    /// A signal that a key of the terminal sends to all programs on it (Ctrl-C, where it is not a key).
    Interrupt,
    /// All that was sent to the terminal is written.
    Written,
    /// The editor outside has ended.
    Edited(io::Result<ExitStatus>),
    /// From the office.
    Reply(office_worker::OfficeReply),
}

/// Bytes that are read at once; a long paste comes in several pieces.
const READ_BYTES: usize = 4096;
/// tmux is on this machine.
const TMUX_ANSWERS_WITHIN: Duration = Duration::from_millis(300);

/// Starts the threads that read the terminal, one for its bytes and one for what they mean. They end with the process.
///
/// # Errors
/// Where the operating system gives no pipe.
pub fn read_terminal(to: Sender<Event>) -> io::Result<Gate> {
    let (bytes_to, bytes) = channel();
    let (word, words_to) = io::pipe()?;
    let (closed_to, closed) = channel();
    thread::spawn(move || read_bytes(&bytes_to, word, &closed_to));
    thread::spawn(move || read_input(&bytes, &to));
    Ok(Gate { words_to, closed })
}

/// Keeps the reading thread from the terminal while another program has it: else it would take keys from that one.
pub struct Gate {
    /// One byte closes, the next one opens.
    words_to: PipeWriter,
    closed: Receiver<()>,
}

impl Gate {
    /// Closes; nothing is read any more when this returns.
    pub fn close(&mut self) {
        // Where the line is gone the thread has ended and reads nothing anyway.
        if self.words_to.write_all(&[0]).is_ok() {
            let _ = self.closed.recv();
        }
    }

    /// Opens again.
    pub fn open(&mut self) {
        let _ = self.words_to.write_all(&[1]);
    }
}

/// Waits for bytes of the terminal. When the gate closes, waits until it opens again; none where the gate is gone.
fn wait_for_bytes(terminal: &File, word: &mut PipeReader, closed: &Sender<()>) -> Option<()> {
    loop {
        let mut ready = [
            PollFd::new(terminal, PollFlags::IN),
            PollFd::new(&*word, PollFlags::IN),
        ];
        match poll(&mut ready, None) {
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(_) => return None,
        }
        let [of_terminal, of_word] = ready.map(|one| !one.revents().is_empty());
        if !of_word {
            return of_terminal.then_some(());
        }
        word.read_exact(&mut [0]).ok()?;
        closed.send(()).ok()?;
        word.read_exact(&mut [0]).ok()?;
    }
}

/// The terminal's device, without the buffer of `stdin()`: what stands in that, nobody could wait for.
fn terminal() -> io::Result<File> {
    match stdin().is_terminal() {
        true => Ok(File::from(stdin().as_fd().try_clone_to_owned()?)),
        false => File::open("/dev/tty"),
    }
}

/// Reads until the line is gone; the channel closes with it.
fn read_bytes(to: &Sender<Vec<u8>>, mut word: PipeReader, closed: &Sender<()>) {
    let Ok(mut terminal) = terminal() else { return };
    let mut bytes = [0; READ_BYTES];
    while wait_for_bytes(&terminal, &mut word, closed).is_some() {
        match terminal.read(&mut bytes) {
            Ok(0) => return,
            Ok(length) => {
                if to.send(bytes[..length].to_vec()).is_err() {
                    return;
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}

fn read_input(bytes: &Receiver<Vec<u8>>, to: &Sender<Event>) {
    let mut reader = Reader::default();
    let mut found = Vec::new();
    loop {
        let next = match reader.waits() {
            Some(patience) => bytes.recv_timeout(patience),
            None => bytes.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match next {
            Ok(bytes) => reader.feed(&bytes, &mut found),
            Err(RecvTimeoutError::Timeout) => found.extend(reader.settle()),
            Err(RecvTimeoutError::Disconnected) => {
                for event in reader.end().map(Event::Input).into_iter().chain([Event::Hangup]) {
                    let _ = to.send(event);
                }
                return;
            }
        }
        for input in found.drain(..) {
            if to.send(Event::Input(input)).is_err() {
                return;
            }
        }
    }
}

/// Starts a thread that asks tmux which terminal is outside.
pub fn ask_tmux(to: Sender<Event>) {
    thread::spawn(move || drop(to.send(Event::Outside(outside_tmux()))));
}

/// What tmux says of the terminal outside, if it says so within a moment.
pub fn outside_tmux_soon() -> Option<(String, String)> {
    let (to, answer) = channel();
    thread::spawn(move || to.send(outside_tmux()));
    answer.recv_timeout(TMUX_ANSWERS_WITHIN).ok().flatten()
}

fn outside_tmux() -> Option<(String, String)> {
    let asked = Command::new("tmux")
        .args(["display-message", "-p", "#{client_termtype}\n#{client_termname}"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    let answer = String::from_utf8(asked.ok()?.stdout).ok()?;
    let (version, term) = answer.trim_end_matches('\n').split_once('\n')?;
    Some((version.to_owned(), term.to_owned()))
}

/// Starts the thread that waits for signals. It ends with the process.
///
/// # Errors
/// Where the operating system refuses to hand over the signals.
pub fn read_signals(to: Sender<Event>) -> io::Result<()> {
    let ends = [SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGALRM, SIGUSR1, SIGUSR2];
    let others = [SIGINT, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = Signals::new(ends.iter().chain(&others))?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continue,
                SIGWINCH => Event::Resized,
                SIGINT => Event::Interrupt,
                _ => Event::End,
            };
            if to.send(event).is_err() {
                return;
            }
        }
    });
    Ok(())
}

//! What can happen to a desk: input, signals, answers from the office; all come through one channel.

use super::input::{Input, PATIENCE, Reader};
use super::office_worker;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read, stdin};
use std::process::{Command, Stdio};
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
    /// From the office.
    Reply(office_worker::Reply),
}

/// Bytes that are read at once; a long paste comes in several pieces.
const READ_BYTES: usize = 4096;
/// tmux is on this machine.
const TMUX_ANSWERS_WITHIN: Duration = Duration::from_millis(300);

/// Starts the threads that read the terminal, one for its bytes and one for what they mean. They end with the process.
pub fn read_terminal(to: Sender<Event>) {
    let (bytes_to, bytes) = channel();
    thread::spawn(move || read_bytes(&bytes_to));
    thread::spawn(move || read_input(&bytes, &to));
}

/// Reads until the line is gone; the channel closes with it.
fn read_bytes(to: &Sender<Vec<u8>>) {
    let mut terminal: Box<dyn Read> = match stdin().is_terminal() {
        true => Box::new(stdin()),
        false => match File::open("/dev/tty") {
            Ok(terminal) => Box::new(terminal),
            Err(_) => return,
        },
    };
    let mut bytes = [0; READ_BYTES];
    loop {
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
        let next = match reader.is_undecided() {
            true => bytes.recv_timeout(PATIENCE),
            false => bytes.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match next {
            Ok(bytes) => reader.feed(&bytes, &mut found),
            Err(RecvTimeoutError::Timeout) => found.extend(reader.settle()),
            Err(RecvTimeoutError::Disconnected) => {
                let _ = to.send(Event::Hangup);
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
    thread::spawn(move || to.send(Event::Outside(outside_tmux())));
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
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continue,
                SIGWINCH => Event::Resized,
                _ => Event::End,
            };
            if to.send(event).is_err() {
                return;
            }
        }
    });
    Ok(())
}

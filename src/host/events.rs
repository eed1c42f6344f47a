//! What can happen to a desk: input, signals, answers from the office; all come through one channel.

use super::office_worker::Reply;
use crossterm::event::Event as TerminalEvent;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::mpsc::Sender;
use std::thread;

/// One event.
pub enum Event {
    /// From the terminal.
    Terminal(TerminalEvent),
    /// The terminal cannot be read any more: the line is gone.
    Hangup,
    /// A signal that ends the program.
    End,
    /// A signal that stops the program until it is continued.
    Stop,
    /// The program goes on after a stop.
    Continue,
    /// From the office.
    Reply(Reply),
}

/// Starts the thread that reads the terminal. It ends with the process.
pub fn read_terminal(to: Sender<Event>) {
    thread::spawn(move || {
        loop {
            let event = crossterm::event::read().map_or(Event::Hangup, Event::Terminal);
            let ends = matches!(event, Event::Hangup);
            if to.send(event).is_err() || ends {
                return;
            }
        }
    });
}

/// Starts the thread that waits for signals. It ends with the process.
///
/// # Errors
/// Where the operating system refuses to hand over the signals.
pub fn read_signals(to: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continue,
                _ => Event::End,
            };
            if to.send(event).is_err() {
                return;
            }
        }
    });
    Ok(())
}

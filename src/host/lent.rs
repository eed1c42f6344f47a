//! Terminal modes that are set for a moment and then restored: no echo while the terminal is asked about itself, its own
//! ordering of text off while lines are printed. Faults and signals that end the program meanwhile restore them too.
//! Does not know what is asked or printed; `terminal` is what takes the whole screen over.

use super::taken::Switch;
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;
use std::io::{self, IsTerminal, Write, stderr, stdin, stdout};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// What is to be given back.
struct Lent {
    modes: Option<Termios>,
    switch: Switch,
    /// Closes the watch over signals.
    watch: Option<Handle>,
}

static LENT: Mutex<Lent> = Mutex::new(Lent {
    modes: None,
    switch: Switch::Nothing,
    watch: None,
});

fn lent() -> MutexGuard<'static, Lent> {
    // What is kept is whole at every moment, so a fault while it was held leaves it usable.
    LENT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on what is typed is neither shown nor kept back until its line is whole, until it is given back. Keys that
/// end or stop the program still do.
///
/// # Errors
/// What the terminal's device reports.
pub fn quiet() -> io::Result<()> {
    let before = tcgetattr(stdin())?;
    let mut modes = before.clone();
    modes.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON);
    modes.special_codes[SpecialCodeIndex::VMIN] = 0;
    modes.special_codes[SpecialCodeIndex::VTIME] = 0;
    watch()?;
    lent().modes = Some(before);
    Ok(tcsetattr(stdin(), OptionalActions::Now, &modes)?)
}

/// mlterm orders a row when it paints it, so it must have painted before its ordering is given back.
const MLTERM_PAINTS_WITHIN: Duration = Duration::from_millis(50);

/// Writes text while the terminal's own ordering is switched off.
///
/// # Errors
/// What the stream reports; the ordering is given back all the same.
pub fn print(text: &str, switch: Switch, to: &mut impl Write) -> io::Result<()> {
    if switch != Switch::Nothing {
        watch()?;
        lent().switch = switch;
    }
    let written = match switch {
        Switch::Mlterm | Switch::MltermInTmux => {
            let written = write(to, &[switch.off(), text]);
            thread::sleep(MLTERM_PAINTS_WITHIN);
            written.and_then(|()| write(to, &[switch.back()]))
        }
        _ => write(to, &[switch.off(), text, switch.back()]),
    };
    match written {
        Ok(()) => lent().switch = Switch::Nothing,
        Err(_) => give_back(),
    }
    written
}

/// Writes pieces at once.
fn write(to: &mut impl Write, pieces: &[&str]) -> io::Result<()> {
    to.write_all(pieces.concat().as_bytes())?;
    to.flush()
}

/// Gives back what is lent. Does nothing where nothing is; does its best and reports nothing.
pub fn give_back() {
    let mut lent = lent();
    if let Some(modes) = lent.modes.take() {
        let _ = tcsetattr(stdin(), OptionalActions::Now, &modes);
    }
    let back = std::mem::take(&mut lent.switch).back();
    if !back.is_empty() {
        let _ = match stdout().is_terminal() {
            true => stdout()
                .write_all(back.as_bytes())
                .and_then(|()| stdout().flush()),
            false => stderr().write_all(back.as_bytes()),
        };
    }
}

/// Has signals that end the program give back first, from now on.
fn watch() -> io::Result<()> {
    let mut lent = lent();
    if lent.watch.is_none() {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
        lent.watch = Some(signals.handle());
        thread::spawn(move || {
            for signal in signals.forever() {
                give_back();
                let _ = emulate_default_handler(signal);
            }
        });
    }
    Ok(())
}

/// Leaves signals to somebody else, who must have asked for them already.
pub fn leave_signals() {
    if let Some(watch) = lent().watch.take() {
        watch.close();
    }
}

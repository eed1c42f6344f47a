//! The terminal asked about itself by a program that prints a few lines and ends: it waits for the answers, for a
//! moment. Does not know what follows from them.
//!
//! What a person types meanwhile comes in between the answers. It cannot be put back where the shell would read it (the
//! one way to do that, `TIOCSTI`, is closed on today's systems), so it is kept for the program's own questions, and
//! where something has been typed already, nothing is asked.

use super::input::{self, TerminalReply};
use super::lent;
use super::taken::QUESTIONS;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::getpgrp;
use rustix::termios::tcgetpgrp;
use std::io::{self, IsTerminal, Write, stdin, stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So long lines wait for a terminal on this machine. Every terminal measured answers; a browser that is busy takes
/// more than 150 ms.
const ANSWERED_WITHIN: Duration = Duration::from_millis(500);
/// The same over a network.
const ANSWERED_FROM_AFAR_WITHIN: Duration = Duration::from_millis(1500);

/// Around the questions: what a terminal shows of one that it does not know (QTerminal a `p`) is taken away at once.
const KEEP_PLACE: &str = "\x1b7";
const CLEAR_BEHIND: &str = "\x1b8\x1b[K";

/// What has not been answered when lines are printed may still be answered before the program ends.
const LATE_WITHIN: Duration = Duration::from_secs(1);

/// Whether answers may still come; meanwhile the terminal stays lent without echo.
static LATE: AtomicBool = AtomicBool::new(false);

/// What was typed while the terminal was asked.
static TYPED: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Asks, and returns the answers that came; none where nothing may be asked. `afar` says that a network lies between.
pub fn ask(afar: bool) -> Vec<TerminalReply> {
    if !may_ask() || is_waiting(Duration::ZERO) {
        return Vec::new();
    }
    let limit = match afar {
        true => ANSWERED_FROM_AFAR_WITHIN,
        false => ANSWERED_WITHIN,
    };
    // Half a line may be waiting too; it is seen only now.
    let may_ask = lent::quiet().is_ok() && !is_waiting(Duration::ZERO);
    let questions = [KEEP_PLACE, QUESTIONS, CLEAR_BEHIND].concat();
    let asked = may_ask && stdout().write_all(questions.as_bytes()).is_ok() && stdout().flush().is_ok();
    let replies = match asked {
        true => answers(limit),
        false => Vec::new(),
    };
    match asked && !replies.contains(&TerminalReply::Primary) {
        true => LATE.store(true, Ordering::SeqCst),
        false => lent::give_back(),
    }
    replies
}

/// Takes in the answers that are still to come, so that they are not typed into whatever reads the terminal next. To be
/// called before anything else does, and at the program's end; where nothing was asked, it does nothing.
pub fn settle() {
    if LATE.swap(false, Ordering::SeqCst) {
        answers(LATE_WITHIN);
        lent::give_back();
    }
}

/// Whether this program alone has the terminal: on both sides, and not in the background.
fn may_ask() -> bool {
    stdin().is_terminal() && stdout().is_terminal() && tcgetpgrp(stdin()) == Ok(getpgrp())
}

/// Whether something can be read within so long.
fn is_waiting(within: Duration) -> bool {
    let input = stdin();
    let Ok(within) = Timespec::try_from(within) else {
        return false;
    };
    let mut inputs = [PollFd::new(&input, PollFlags::IN)];
    matches!(poll(&mut inputs, Some(&within)), Ok(1..))
}

fn answers(limit: Duration) -> Vec<TerminalReply> {
    let end = Instant::now() + limit;
    let (mut bytes, mut replies) = (Vec::new(), Vec::new());
    let mut piece = [0; 256];
    while !replies.contains(&TerminalReply::Primary) {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            break;
        }
        if !is_waiting(left) {
            continue;
        }
        match rustix::io::read(stdin(), &mut piece) {
            Ok(0) => break,
            Ok(count) => bytes.extend_from_slice(&piece[..count]),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => break,
        }
        replies.extend(input::part(&mut bytes, &mut typed()));
    }
    // Half an answer is nothing that was typed.
    if bytes.first() != Some(&0x1B) {
        typed().append(&mut bytes);
    }
    replies
}

fn typed() -> std::sync::MutexGuard<'static, Vec<u8>> {
    TYPED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a line that a person types, beginning with what was typed while the terminal was asked.
///
/// # Errors
/// What standard input reports.
pub fn read_line() -> io::Result<String> {
    settle();
    let mut typed = typed();
    let end = typed.iter().position(|&byte| byte == b'\n');
    let length = end.map_or(typed.len(), |at| at + 1);
    let ahead: Vec<u8> = typed.drain(..length).collect();
    let mut line = String::from_utf8_lossy(&ahead).into_owned();
    if end.is_none() {
        stdin().read_line(&mut line)?;
    }
    Ok(line)
}

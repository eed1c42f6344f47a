//! The terminal as it is taken over and given back. Does not know what is painted on it.

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, cursor, queue};
use std::fmt;
use std::io::{self, BufWriter, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Room for a whole frame, so that it leaves in one write.
const FRAME_BYTES: usize = 64 * 1024;

/// Where frames are written.
pub type Output = BufWriter<Stdout>;

/// Whether the terminal is taken over, so that it is given back exactly once, from wherever the program ends.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// ECMA-48 mode 8 (BDSM): reset, the terminal leaves the order of cells to us; set, it orders them itself.
struct BidirectionalSupport(bool);

impl Command for BidirectionalSupport {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str(if self.0 { "\x1b[8h" } else { "\x1b[8l" })
    }
}

/// Output with room for a whole frame.
pub fn output() -> Output {
    BufWriter::with_capacity(FRAME_BYTES, io::stdout())
}

/// Takes the terminal over: raw mode, alternate screen, bracketed paste. The order of cells is taken over first,
/// since VTE decides about a row when it is made. `own_order` is false where the terminal shall order text itself.
///
/// # Errors
/// What the terminal's device reports.
pub fn take_over(out: &mut impl Write, own_order: bool) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    if own_order {
        queue!(out, BidirectionalSupport(false))?;
    }
    queue!(
        out,
        EnterAlternateScreen,
        Clear(ClearType::All),
        EnableBracketedPaste,
        cursor::Hide
    )?;
    out.flush()
}

/// Gives the terminal back as it was. Does nothing when it is not taken over; called from the ordinary end, from
/// signals and from panics alike, it does its best and reports nothing.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout().lock();
    let _ = queue!(
        out,
        DisableBracketedPaste,
        ResetColor,
        cursor::Show,
        LeaveAlternateScreen,
        BidirectionalSupport(true)
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

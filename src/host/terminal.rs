//! The terminal as it is taken over and given back. Does not know what is painted on it, nor which terminal it is.

use crate::text::Direction;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Print, ResetColor};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, queue};
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

/// What is asked of the terminal about itself: the state of mode 8 (DECRQM), its name (XTVERSION), its secondary device
/// attributes, and the primary ones last, which every terminal answers. None of it is shown by any terminal measured;
/// it is asked on the alternate screen before that is cleared, should one show it all the same.
pub(super) const QUESTIONS: &str = "\x1b[8$p\x1b[>0q\x1b[>c\x1b[c";

// Shift-Space is not asked for. Persian layouts send the joiner itself for it. Of a Latin layout, xterm tells it only
// with modifyOtherKeys 2, and then tells Ctrl-C as a sequence too: were the program killed, the shell would be left
// without it. With modifyOtherKeys 1, and with kitty's protocol unless every key is reported by number, Shift-Space is
// a plain blank (seen in xterm 379 and kitty 0.26). Where a terminal is set to tell it, `input` understands it.

/// What is switched off in the terminal while it is taken over: its own ordering of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Switch {
    /// Nothing.
    #[default]
    Nothing,
    /// ECMA-48 mode 8 (BDSM): VTE, mintty, wezterm. Terminals that do not know it do nothing.
    Mode8,
    /// Konsole's setting of the session. xterm would take it for a font.
    Konsole,
    /// mlterm's setting.
    Mlterm,
    /// The same through tmux, where its user allows that.
    MltermInTmux,
}

impl Switch {
    const ALL: [Switch; 5] = [
        Switch::Nothing,
        Switch::Mode8,
        Switch::Konsole,
        Switch::Mlterm,
        Switch::MltermInTmux,
    ];

    pub(super) const fn off(self) -> &'static str {
        match self {
            Switch::Nothing => "",
            Switch::Mode8 => "\x1b[8l",
            Switch::Konsole => "\x1b]50;BidiRenderingEnabled=false\x07",
            Switch::Mlterm => "\x1b]5379;use_ctl=false\x07",
            Switch::MltermInTmux => "\x1bPtmux;\x1b\x1b]5379;use_ctl=false\x07\x1b\\",
        }
    }

    pub(super) const fn back(self) -> &'static str {
        match self {
            Switch::Nothing => "",
            Switch::Mode8 => "\x1b[8h",
            Switch::Konsole => "\x1b]50;BidiRenderingEnabled=true\x07",
            Switch::Mlterm => "\x1b]5379;use_ctl=true\x07",
            Switch::MltermInTmux => "\x1bPtmux;\x1b\x1b]5379;use_ctl=true\x07\x1b\\",
        }
    }
}

/// What is to be given back: 0 while the terminal is not taken over, else one more than the switch's place in
/// [`Switch::ALL`]. So it is given back exactly once, from wherever the program ends.
static TAKEN: AtomicU8 = AtomicU8::new(0);

/// Whether the terminal was asked to report the mouse.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Clicks and the wheel (1000), the mouse while its button is down (1002), in the SGR form, which has no last column
/// (1006). Terminals that know fewer of them do what they know.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The caret's shape that was asked for: that of left-to-right text; 0 is the terminal's own.
static CARET: AtomicU8 = AtomicU8::new(0);

/// DECSCUSR. A bar stands at the left edge of its cell, where left-to-right text goes on; right-to-left text goes on at
/// the right edge, and the terminal's own shape, mostly a block, marks the whole cell.
const CARET_BAR: &str = "\x1b[6 q";
const CARET_OWN: &str = "\x1b[0 q";

fn taken(switch: Switch) -> u8 {
    let place = Switch::ALL.iter().position(|one| *one == switch);
    place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(1)
}

fn switch_taken(taken: u8) -> Option<Switch> {
    Switch::ALL.get(usize::from(taken).checked_sub(1)?).copied()
}

/// Writes to the terminal, in one write where it takes that much. Not by `stdout()`, whose buffer parts what is longer
/// than itself.
///
/// # Errors
/// What the terminal's device reports.
pub fn send(bytes: &[u8]) -> io::Result<()> {
    let mut terminal = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    terminal.write_all(bytes)
}

/// Takes the terminal over: raw mode, alternate screen, bracketed paste; with `ask` it is asked about itself. The
/// switch comes first, since VTE decides about a row when it is made.
///
/// # Errors
/// What the terminal's device reports.
pub fn take_over(out: &mut impl Write, switch: Switch, ask: bool) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(taken(switch), Ordering::SeqCst);
    enter(out, switch, ask)
}

fn enter(out: &mut impl Write, switch: Switch, ask: bool) -> io::Result<()> {
    queue!(
        out,
        Print(switch.off()),
        EnterAlternateScreen,
        Print(if ask { QUESTIONS } else { "" }),
        Clear(ClearType::All),
        EnableBracketedPaste,
        cursor::Hide
    )
}

/// Gives back what is switched off and switches off something else. The screen must be cleared and painted anew after it.
///
/// # Errors
/// What the terminal's device reports.
pub fn switch(out: &mut impl Write, to: Switch) -> io::Result<()> {
    let before = switch_taken(TAKEN.load(Ordering::SeqCst)).unwrap_or_default();
    if before == to {
        return Ok(());
    }
    TAKEN.store(taken(to), Ordering::SeqCst);
    queue!(out, Print(before.back()), Print(to.off()))
}

/// Asks the terminal to report the mouse, or not to any more; does nothing when that is as it is. It is forgotten when
/// the terminal is given back.
///
/// # Errors
/// What the terminal's device reports.
pub fn mouse(out: &mut impl Write, on: bool) -> io::Result<()> {
    if MOUSE.swap(on, Ordering::SeqCst) == on {
        return Ok(());
    }
    queue!(out, Print(if on { MOUSE_ON } else { MOUSE_OFF }))
}

/// Shapes the caret by the direction of the text it stands in; does nothing when it is so.
///
/// # Errors
/// What the terminal's device reports.
pub fn caret_in(out: &mut impl Write, direction: Direction) -> io::Result<()> {
    let shape = u8::from(direction == Direction::Ltr);
    if CARET.swap(shape, Ordering::SeqCst) == shape {
        return Ok(());
    }
    queue!(out, Print(if shape == 1 { CARET_BAR } else { CARET_OWN }))
}

/// Gives the terminal back as it was. Does nothing when it is not taken over; called from the ordinary end, from
/// signals and from panics alike, it does its best and reports nothing.
pub fn give_back() {
    let Some(switch) = switch_taken(TAKEN.swap(0, Ordering::SeqCst)) else {
        return;
    };
    let mut out = io::stdout().lock();
    let mouse = MOUSE.swap(false, Ordering::SeqCst);
    // As in `caret_in`; the next time it is taken over nothing of it is assumed.
    let shaped = CARET.swap(0, Ordering::SeqCst) != 0;
    let _ = leave(&mut out, switch, mouse, shaped);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

fn leave(out: &mut impl Write, switch: Switch, mouse: bool, shaped: bool) -> io::Result<()> {
    queue!(
        out,
        Print(if mouse { MOUSE_OFF } else { "" }),
        Print(if shaped { CARET_OWN } else { "" }),
        DisableBracketedPaste,
        ResetColor,
        cursor::Show,
        LeaveAlternateScreen,
        Print(switch.back())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> String {
        let mut bytes = Vec::new();
        write(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_order_is_switched_off_before_the_alternate_screen_and_questions_are_asked_before_it_is_cleared() {
        let entered = written(|out| enter(out, Switch::Mode8, true));
        let places = ["\x1b[8l", "\x1b[?1049h", QUESTIONS, "\x1b[2J"].map(|part| entered.find(part));
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{entered:?}"
        );
        assert!(QUESTIONS.ends_with("\x1b[c"));
        assert!(!written(|out| enter(out, Switch::Nothing, false)).contains("\x1b[c"));
    }

    #[test]
    fn the_caret_gets_its_own_shape_back_where_it_was_given_another() {
        assert!(written(|out| leave(out, Switch::Nothing, false, true)).contains(CARET_OWN));
        assert!(!written(|out| leave(out, Switch::Nothing, false, false)).contains(CARET_OWN));
    }

    #[test]
    fn what_is_switched_off_is_given_back_when_the_screen_is_left() {
        for switch in Switch::ALL {
            let left = written(|out| leave(out, switch, true, false));
            assert!(left.starts_with(MOUSE_OFF), "{left:?}");
            assert!(left.ends_with(switch.back()), "{left:?}");
            assert!(!written(|out| leave(out, switch, false, false)).contains("?1000"));
            assert_eq!(switch_taken(taken(switch)), Some(switch));
            assert_eq!(switch.off().is_empty(), switch.back().is_empty());
        }
        assert_eq!(switch_taken(0), None);
    }
}

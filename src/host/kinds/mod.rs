//! Which terminal is this, and what does it need to show a painted screen as it is? From the environment at once, from
//! the terminal's answers later. Does not send anything.
//!
//! What each kind does with text was measured with screenshots of the real terminals; the ways that follow from it are
//! in [`ways`](super::ways).

mod environment;
mod identity;
mod remembered;
#[cfg(test)]
mod tests;

pub use environment::Environment;
pub use identity::{Answers, Identity};
pub use remembered::Remembered;

use super::taken::Switch;
use super::ways::Way;

/// Kinds of terminals by what they do with text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerminalKind {
    /// Leaves text alone: xterm, alacritty, foot, urxvt, st, Windows Terminal and most others.
    Plain,
    /// Orders text, and leaves it alone when told so by ECMA-48's mode 8: VTE, mintty.
    Vte,
    /// Orders text, and has a switch of its own.
    Konsole,
    /// Orders text, and has a switch of its own.
    Mlterm,
    /// Orders every row as a whole; PuTTY and its kin.
    Putty,
    /// Turns runs of Arabic script round.
    Kitty,
    /// Orders every piece of one style.
    QTerminal,
    /// Orders every piece of one style by the browser's rules, marks included: xterm.js.
    Browser,
    /// Not known.
    Unknown,
}

/// What stands between the program and the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Between {
    /// Nothing.
    #[default]
    Nothing,
    /// tmux, which passes switches on only when they are wrapped and its user allows it.
    Tmux,
    /// GNU screen, mosh, zellij: modes and switches end there.
    Other,
}

/// How text is sent to a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How rows are rewritten.
    pub way: Way,
    /// What is switched off in the terminal meanwhile.
    pub switch: Switch,
    /// Whether this is surely right. Where it is not, a person is asked.
    pub sure: bool,
}

/// How text is sent to a terminal of this kind.
pub fn verdict(kind: TerminalKind, between: Between) -> Verdict {
    let direct = between == Between::Nothing;
    let (way, sure) = match kind {
        TerminalKind::Plain | TerminalKind::Mlterm => (Way::App, true),
        TerminalKind::Vte if direct => (Way::App, true),
        TerminalKind::Vte => (Way::Override, true),
        TerminalKind::Konsole if direct => (Way::App, true),
        TerminalKind::Konsole => (Way::Konsole, true),
        TerminalKind::Putty => (Way::Putty, true),
        TerminalKind::QTerminal => (Way::QTerminal, true),
        TerminalKind::Browser => (Way::Marks, true),
        // Its font and `force_ltr` cannot be asked for.
        TerminalKind::Kitty => (Way::Kitty, false),
        TerminalKind::Unknown => (Way::Marks, false),
    };
    // The wrapped switch reaches mlterm only where tmux's user allows it.
    let sure = sure && (direct || kind != TerminalKind::Mlterm);
    Verdict {
        way,
        switch: switch(kind, between, way),
        sure,
    }
}

/// How lines are sent that stay when the program has gone, where a screen would be sent so. VTE keeps for each row
/// whether it was told to leave it alone, and mlterm does until its window gets another size; Konsole draws all rows
/// anew when it is given its ordering back, so there no switch helps.
pub fn for_lines(screen: Verdict) -> Verdict {
    match screen.switch {
        Switch::Konsole => Verdict {
            way: Way::Konsole,
            switch: Switch::Nothing,
            ..screen
        },
        _ => screen,
    }
}

/// What is switched off for a way. A terminal that orders text by itself must go on doing so for the ways that reckon
/// with it. Mode 8 is harmless where it is not known, so an unknown terminal is told as well.
pub fn switch(kind: TerminalKind, between: Between, way: Way) -> Switch {
    if !way.wants_silence() {
        return Switch::Nothing;
    }
    match (kind, between) {
        (TerminalKind::Konsole, Between::Nothing) => Switch::Konsole,
        (TerminalKind::Mlterm, Between::Nothing) => Switch::Mlterm,
        (TerminalKind::Mlterm, Between::Tmux) => Switch::MltermInTmux,
        (TerminalKind::Vte | TerminalKind::Plain | TerminalKind::Unknown, Between::Nothing) => Switch::Mode8,
        _ => Switch::Nothing,
    }
}

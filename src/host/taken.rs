//! What is taken of a terminal while a desk has it, and the sequences that take it and give it back. Does not know what
//! is painted on it, nor its device: whoever has that writes them.

use crate::text::Direction;

/// What is asked of the terminal about itself: the state of mode 8 (DECRQM), its name (XTVERSION), its secondary device
/// attributes and the primary ones. None of it is shown by any terminal measured; it is asked on the alternate screen
/// before that is cleared, should one show it all the same, and before mode 8 is changed.
pub(super) const QUESTIONS: &str = "\x1b[8$p\x1b[>0q\x1b[>c\x1b[c";

/// For the ground that letters are to be read on (OSC 11). Only the screen is painted in colours.
const GROUND: &str = "\x1b]11;?\x1b\\";

/// How wide the terminal takes a letter with the mark that [`marks`](super::ways) puts behind it: both are written at
/// the head of the second row, and it is asked where its cursor stands (CPR). Every terminal tried answers that, those
/// too that are silent to all else, so it is the last question.
const WIDTH_PROBE: &str = "\x1b[2H\u{628}\u{200E}\x1b[6n";
/// Where the cursor stands then if the mark takes no column.
pub(super) const COLUMN_BEHIND_ONE_LETTER: u32 = 2;

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

/// Clicks and the wheel (1000), the mouse while its button is down (1002), in the SGR form, which has no last column
/// (1006). Terminals that know fewer of them do what they know.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// DECSCUSR. A bar stands at the left edge of its cell, where left-to-right text goes on; right-to-left text goes on at
/// the right edge, and the terminal's own shape, mostly a block, marks the whole cell.
const CARET_BAR: &str = "\x1b[6 q";
const CARET_OWN: &str = "\x1b[0 q";

/// The alternate screen and bracketed paste, without a caret; and all of it given back.
const ALTERNATE_SCREEN: &str = "\x1b[?1049h";
const CLEAR_PASTE_NO_CARET: &str = "\x1b[2J\x1b[?2004h\x1b[?25l";
const PASTE_INK_CARET_SCREEN: &str = "\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l";

/// What is to be given back beside the screen itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TerminalModes {
    switch: Switch,
    /// Whether mode 8 was reset before, so that it stays so.
    mode8_was_reset: bool,
    /// Whether the terminal reports the mouse.
    mouse: bool,
    /// Whether the caret has the shape for left-to-right text.
    is_caret_bar: bool,
}

impl TerminalModes {
    /// Takes the screen; with `ask` the terminal is asked about itself. The switch comes before the screen is cleared,
    /// since VTE decides about a row when it is made, and behind the questions, which are about what was before. Returns
    /// what is taken then.
    pub fn enter(switch: Switch, ask: bool, out: &mut Vec<u8>) -> TerminalModes {
        let questions = if ask {
            [QUESTIONS, GROUND, WIDTH_PROBE]
        } else {
            [""; 3]
        }
        .concat();
        push(
            out,
            &[ALTERNATE_SCREEN, &questions, switch.off(), CLEAR_PASTE_NO_CARET],
        );
        TerminalModes {
            switch,
            ..TerminalModes::default()
        }
    }

    /// Gives back what is switched off and switches off something else. The screen must be cleared and painted anew
    /// after it.
    pub fn switch(&mut self, to: Switch, out: &mut Vec<u8>) {
        let before = std::mem::replace(&mut self.switch, to);
        if before != to {
            push(out, &[self.back_from(before), to.off()]);
        }
    }

    /// Takes in whether mode 8 was reset before the screen was taken.
    pub fn mode8_was_reset(&mut self, was_reset: bool) {
        self.mode8_was_reset = was_reset;
    }

    /// Takes in what others know of the state before.
    pub fn learn_from(&mut self, other: TerminalModes) {
        self.mode8_was_reset = other.mode8_was_reset;
    }

    fn back_from(self, switch: Switch) -> &'static str {
        match switch {
            Switch::Mode8 if self.mode8_was_reset => "",
            switch => switch.back(),
        }
    }

    /// Asks the terminal to report the mouse, or not to any more; does nothing when that is as it is.
    pub fn mouse(&mut self, on: bool, out: &mut Vec<u8>) {
        if std::mem::replace(&mut self.mouse, on) != on {
            push(out, &[if on { MOUSE_ON } else { MOUSE_OFF }]);
        }
    }

    /// Shapes the caret by the direction of the text it stands in; does nothing when it is so.
    pub fn caret_in(&mut self, direction: Direction, out: &mut Vec<u8>) {
        let bar = direction == Direction::Ltr;
        if std::mem::replace(&mut self.is_caret_bar, bar) != bar {
            push(out, &[if bar { CARET_BAR } else { CARET_OWN }]);
        }
    }

    /// What gives all of it back.
    pub fn leave(self) -> Vec<u8> {
        let mut out = Vec::new();
        let mouse = if self.mouse { MOUSE_OFF } else { "" };
        let caret = if self.is_caret_bar { CARET_OWN } else { "" };
        push(
            &mut out,
            &[mouse, caret, PASTE_INK_CARET_SCREEN, self.back_from(self.switch)],
        );
        out
    }
}

fn push(out: &mut Vec<u8>, pieces: &[&str]) {
    for piece in pieces {
        out.extend_from_slice(piece.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SWITCHES: [Switch; 5] = [
        Switch::Nothing,
        Switch::Mode8,
        Switch::Konsole,
        Switch::Mlterm,
        Switch::MltermInTmux,
    ];

    fn entered(switch: Switch, ask: bool) -> (TerminalModes, String) {
        let mut out = Vec::new();
        let taken = TerminalModes::enter(switch, ask, &mut out);
        (taken, String::from_utf8(out).unwrap())
    }

    fn left(taken: TerminalModes) -> String {
        String::from_utf8(taken.leave()).unwrap()
    }

    #[test]
    fn questions_are_asked_on_the_alternate_screen_before_the_order_is_switched_off_and_it_is_cleared() {
        let (_, entered_asking) = entered(Switch::Mode8, true);
        let parts = [
            "\x1b[?1049h",
            QUESTIONS,
            GROUND,
            WIDTH_PROBE,
            "\x1b[8l",
            "\x1b[2J",
        ];
        let places = parts.map(|part| entered_asking.find(part));
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{entered_asking:?}"
        );
        assert!(WIDTH_PROBE.ends_with("\x1b[6n"));
        let not_asking = entered(Switch::Nothing, false).1;
        assert!(!not_asking.contains(QUESTIONS) && !not_asking.contains(WIDTH_PROBE));
    }

    #[test]
    fn mode_8_is_not_set_where_it_was_reset_before() {
        let (mut taken, _) = entered(Switch::Mode8, true);
        assert!(left(taken).ends_with(Switch::Mode8.back()));
        taken.mode8_was_reset(true);
        assert!(!left(taken).contains(Switch::Mode8.back()));
        let mut out = Vec::new();
        taken.switch(Switch::Nothing, &mut out);
        assert_eq!(out, b"");
    }

    #[test]
    fn the_caret_gets_its_own_shape_back_where_it_was_given_another() {
        let (mut taken, _) = entered(Switch::Nothing, false);
        let mut out = Vec::new();
        taken.caret_in(Direction::Rtl, &mut out);
        assert_eq!(out, b"");
        assert!(!left(taken).contains(CARET_OWN));
        taken.caret_in(Direction::Ltr, &mut out);
        taken.caret_in(Direction::Ltr, &mut out);
        assert_eq!(out, CARET_BAR.as_bytes());
        assert!(left(taken).contains(CARET_OWN));
    }

    #[test]
    fn what_is_switched_off_is_given_back_when_the_screen_is_left() {
        for switch in SWITCHES {
            let (mut taken, _) = entered(switch, false);
            assert!(!left(taken).contains("?1000"));
            let mut out = Vec::new();
            taken.mouse(true, &mut out);
            taken.mouse(true, &mut out);
            assert_eq!(out, MOUSE_ON.as_bytes());
            let left = left(taken);
            assert!(left.starts_with(MOUSE_OFF), "{left:?}");
            assert!(left.ends_with(switch.back()), "{left:?}");
            assert_eq!(switch.off().is_empty(), switch.back().is_empty());
        }
    }

    #[test]
    fn one_switch_is_given_back_before_the_next_is_taken() {
        let (mut taken, _) = entered(Switch::Mode8, false);
        let mut out = Vec::new();
        taken.switch(Switch::Mode8, &mut out);
        assert_eq!(out, b"");
        taken.switch(Switch::Konsole, &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            [Switch::Mode8.back(), Switch::Konsole.off()].concat()
        );
        assert!(left(taken).ends_with(Switch::Konsole.back()));
    }
}

//! The terminal as a desk paints on it: frames rewritten for it, switches, the card before the screen while a person is
//! asked, all of it as bytes. Does not know what is on a frame, nor who writes the bytes.

use super::card::{self, Card, CardPressed};
use super::input::TerminalReply;
use super::pace::{self, Pace};
use super::screen::TerminalScreen;
use super::taken::TerminalModes;
use super::tuning::Tuning;
use super::ways::{Rewriter, Way};
use crate::calendar::Moment;
use crate::ui::{Key, Painted, Pointed, Pointer};
use chrono::TimeDelta;
use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use ratatui::buffer::Buffer;
use std::time::Duration;

/// So long the end of the program waits for answers.
const ANSWERED_WITHIN: TimeDelta = TimeDelta::milliseconds(500);

/// A terminal that has not answered the last question so long, over the slowest line, is held to be silent: counted from
/// the last key, so that nothing that is being typed meets the card.
const SILENT_AFTER: TimeDelta = TimeDelta::seconds(3);

/// Around a frame (mode 2026): terminals that know it show the frame when it is whole.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// A frame of fewer bytes comes in one piece anyway, and is not made longer by them.
const PARTED_FROM: usize = 1024;

/// Whether the card stands before the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CardShown {
    No,
    /// Since the terminal is not known.
    ByItself,
    /// Since a person asked for it.
    Asked,
}

/// The terminal, taken over.
pub struct Display {
    screen: TerminalScreen,
    /// What is to be sent before the next frame, in one write with it.
    out: Vec<u8>,
    taken: TerminalModes,
    tuning: Tuning,
    rewriter: Rewriter,
    pace: Pace,
    card: Card,
    card_shown: CardShown,
    /// What can be clicked on the frame that is shown.
    painted: Painted,
    opened: Moment,
    /// When the last key came, or the terminal was taken over.
    typed: Moment,
}

impl Display {
    /// The terminal of so many columns and rows, taken over and asked about itself by the first bytes; the answers are
    /// told to [`Display::hear`] when they come.
    pub fn open(tuning: Tuning, card: Card, (columns, rows): (u16, u16), now: Moment) -> Display {
        let mut out = Vec::new();
        // In a single row the answer could not be told from a key.
        let asks = tuning.asks_terminal() && rows > 1;
        let taken = TerminalModes::enter(tuning.switch(), asks, &mut out);
        Display {
            screen: TerminalScreen::new(columns, rows),
            out,
            taken,
            tuning,
            rewriter: Rewriter::default(),
            pace: Pace::default(),
            card,
            card_shown: CardShown::No,
            painted: Painted::default(),
            opened: now,
            typed: now,
        }
    }

    /// Takes another size of the terminal in.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.resize(columns, rows);
    }

    /// Paints a frame: what `view` paints, or the card while it is shown. With `mouse` the terminal reports the mouse
    /// from then on; what it meets is kept with the frame. Returns what is to be written, at once; nothing where
    /// everything stands so already.
    pub fn paint(&mut self, mouse: bool, now: Moment, view: impl FnOnce(&mut Buffer) -> Painted) -> Vec<u8> {
        let mut painted = Painted::default();
        let (rewriter, way) = (&mut self.rewriter, self.tuning.way());
        let cells = self.screen.frame(way == Way::App, |buffer| {
            let own = match self.card_shown {
                CardShown::No => {
                    painted = view(buffer);
                    Vec::new()
                }
                CardShown::ByItself | CardShown::Asked => self.card.paint(buffer),
            };
            rewriter.rewrite(buffer, painted.caret, way, &own)
        });
        let mut frame = Vec::new();
        self.taken.mouse(mouse, &mut frame);
        frame.extend(cells);
        if let Some(direction) = painted.caret_direction {
            self.taken.caret_in(direction, &mut frame);
        }
        self.painted = painted;
        let mut bytes = self.take_unframed();
        if frame.len() < PARTED_FROM {
            bytes.extend(frame);
        } else {
            bytes.extend_from_slice(BEGIN);
            bytes.extend(frame);
            bytes.extend_from_slice(END);
        }
        if self.pace.sends(bytes.len(), now) {
            bytes.extend_from_slice(pace::QUESTION);
        }
        bytes
    }

    /// Whether the line is so full that a frame is to wait.
    pub fn is_full(&self, now: Moment) -> bool {
        self.pace.is_full(now)
    }

    /// Takes in that the terminal answered what is asked behind frames; whether it was that.
    pub fn has_taken(&mut self, now: Moment) -> bool {
        self.pace.answered(now)
    }

    /// Whether the line has just been seen to be slow; said once.
    pub fn turns_slow(&mut self) -> bool {
        self.pace.turns_slow()
    }

    /// Takes in that the line is held to be slow, or is not.
    pub fn set_slow(&mut self, is_slow: bool) {
        self.pace.set_slow(is_slow);
    }

    /// The moment at which a frame that waits for the line waits no more, whatever comes.
    pub fn waits_until(&self) -> Option<Moment> {
        self.pace.waits_until()
    }

    /// What is to be written beside a frame: switches, questions, the clipboard.
    pub fn take_unframed(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// What the bytes so far have taken.
    pub fn taken(&self) -> TerminalModes {
        self.taken
    }

    /// What a report of the mouse meets on the frame that is shown; nothing while the card is.
    pub fn under(&self, pointer: Pointer) -> Pointed {
        let x = self.rewriter.painted_column(pointer.x, pointer.y);
        self.painted.under(Pointer { x, ..pointer })
    }

    /// Whether what is typed and pasted is for the card.
    pub fn is_card_shown(&self) -> bool {
        self.card_shown != CardShown::No
    }

    /// Takes a key that is for the card: any while it is shown, and the one that shows it. Returns whether it was.
    pub fn press(&mut self, key: Key) -> bool {
        if !self.is_card_shown() {
            let opens = key == card::KEY && !self.tuning.is_logical();
            if opens {
                self.card_shown = CardShown::Asked;
            }
            return opens;
        }
        let way = match (card::press(key), self.card_shown) {
            (CardPressed::Nothing, _) => return true,
            (CardPressed::Chosen(way), _) => Some(way),
            // Asked unbidden and refused: it is not asked again.
            (CardPressed::Closed, CardShown::ByItself) => Some(self.tuning.way()),
            (CardPressed::Closed, _) => None,
        };
        self.card_shown = CardShown::No;
        if let Some(way) = way {
            if let Err(error) = self.tuning.choose(way) {
                tracing::warn!(%error, "the choice for this terminal was not written");
            }
            self.retune();
        }
        true
    }

    /// Takes an answer of the terminal in.
    pub fn hear(&mut self, reply: TerminalReply) {
        let changed = self.tuning.hear(reply);
        self.heard(changed);
    }

    /// The moment from which a terminal that still owes answers is held to be silent.
    pub fn wakes_at(&self) -> Option<Moment> {
        self.owes_answers().then(|| self.typed + SILENT_AFTER)
    }

    /// Takes in that a person types.
    pub fn typed(&mut self, now: Moment) {
        self.typed = now;
    }

    /// Lets the terminal be silent, once its time is over.
    pub fn woke(&mut self, now: Moment) {
        if self.wakes_at().is_some_and(|moment| moment <= now) {
            let changed = self.tuning.hear_no_more();
            self.heard(changed);
        }
    }

    fn owes_answers(&self) -> bool {
        self.tuning.asks_terminal() && !self.tuning.has_heard_terminal()
    }

    /// Whether it surely takes what is copied.
    pub fn takes_copies(&self) -> bool {
        self.tuning.takes_copies()
    }

    /// Whether it shows the colours of xterm's 256.
    pub fn has_many_colours(&self) -> bool {
        self.tuning.has_many_colours()
    }

    /// Takes in what tmux says of the terminal outside.
    pub fn hear_tmux(&mut self, outside: Option<(String, String)>) {
        let changed = self.tuning.hear_tmux(outside);
        self.heard(changed);
    }

    /// After an answer: where it changed how text is sent, the screen is painted anew; where nothing more will come and
    /// nothing is sure, a person is asked. An answer that comes late after all takes the question back.
    fn heard(&mut self, changed: bool) {
        self.taken.mode8_was_reset(self.tuning.mode8_was_reset());
        self.pace.set(self.tuning.paced_by());
        self.card_shown = match (self.card_shown, self.tuning.is_open()) {
            (CardShown::No, true) => CardShown::ByItself,
            (CardShown::ByItself, false) => CardShown::No,
            (before, _) => before,
        };
        if changed {
            self.retune();
        }
    }

    /// Sends the switches that are due and has the whole screen painted anew.
    fn retune(&mut self) {
        self.taken.switch(self.tuning.switch(), &mut self.out);
        self.screen.repaint();
    }

    /// Puts text on the terminal's clipboard, over any line (OSC 52); terminals that do not know it do nothing.
    pub fn copy(&mut self, text: String) {
        let mut sequence = String::new();
        // Writing into memory does not fail.
        let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
        self.out.extend(sequence.into_bytes());
    }

    /// Takes the terminal over again after it was given back; the next frame is sent whole.
    pub fn take_again(&mut self) {
        self.out.clear();
        self.taken = TerminalModes::enter(self.tuning.switch(), false, &mut self.out);
        self.taken.mode8_was_reset(self.tuning.mode8_was_reset());
        self.screen.forget();
        self.pace.forget();
    }

    /// How long the end of the program waits for answers that are still on their way, so that they are not typed into
    /// the shell; none where all have come, or none will.
    pub fn waits_for_answers(&self, now: Moment) -> Option<Duration> {
        let left = |asked: Moment, within: TimeDelta| {
            let left = within - (now - asked);
            left.min(within).to_std().ok()
        };
        let about_itself = self.owes_answers().then_some(self.opened);
        let about_itself = about_itself.and_then(|opened| left(opened, ANSWERED_WITHIN));
        let behind_frames = self.pace.asked_at();
        about_itself.max(behind_frames.and_then(|asked| left(asked, pace::ANSWERED_WITHIN)))
    }
}

//! The terminal as a desk paints on it: frames rewritten for it, switches sent, the card before the screen while a
//! person is asked. Does not know what is on a frame.

use super::card::{self, Card, Pressed};
use super::input::Reply;
use super::screen::Screen;
use super::terminal;
use super::tuning::Tuning;
use super::ways::Rewriter;
use crate::ui::{Key, Painted, Pointed, Pointer};
use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use std::io;
use std::time::{Duration, Instant};

/// A terminal that has not answered by then does not answer.
const ANSWERED_WITHIN: Duration = Duration::from_millis(500);

/// Whether the card stands before the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    No,
    /// Since the terminal is not known.
    ByItself,
    /// Since a person asked for it.
    Asked,
}

/// The terminal, taken over.
pub struct Display {
    screen: Screen,
    /// What is to be sent before the next frame, in one write with it.
    out: Vec<u8>,
    tuning: Tuning,
    rewriter: Rewriter,
    card: Card,
    card_shown: Shown,
    /// What can be clicked on the frame that is shown.
    painted: Painted,
    opened: Instant,
}

impl Display {
    /// Takes the terminal over and asks it about itself; the answers are told to [`Display::hear`] when they come.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn open(tuning: Tuning, card: Card, columns: u16, rows: u16) -> io::Result<Display> {
        let mut out = Vec::new();
        terminal::take_over(&mut out, tuning.switch(), tuning.asks_terminal())?;
        Ok(Display {
            screen: Screen::new(columns, rows),
            out,
            tuning,
            rewriter: Rewriter::default(),
            card,
            card_shown: Shown::No,
            painted: Painted::default(),
            opened: Instant::now(),
        })
    }

    /// Takes another size of the terminal in.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.resize(columns, rows);
    }

    /// Paints a frame: what `view` paints, or the card while it is shown. With `mouse` the terminal reports the mouse
    /// from then on; what it meets is kept with the frame. Returns what is to be written, at once; nothing where
    /// everything stands so already.
    ///
    /// # Errors
    /// None: memory takes what is written.
    pub fn paint(&mut self, mouse: bool, view: impl FnOnce(&mut Buffer) -> Painted) -> io::Result<Vec<u8>> {
        let mut painted = Painted::default();
        let (rewriter, way) = (&mut self.rewriter, self.tuning.way());
        let cells = self.screen.frame(|buffer| {
            let own = match self.card_shown {
                Shown::No => {
                    painted = view(buffer);
                    Vec::new()
                }
                Shown::ByItself | Shown::Asked => self.card.paint(buffer),
            };
            rewriter.rewrite(buffer, painted.caret, way, &own)
        });
        let mut frame = Vec::new();
        terminal::mouse(&mut frame, mouse)?;
        frame.extend(cells);
        if let Some(direction) = painted.caret_direction {
            terminal::caret_in(&mut frame, direction)?;
        }
        self.painted = painted;
        let mut bytes = std::mem::take(&mut self.out);
        if !frame.is_empty() {
            queue!(bytes, BeginSynchronizedUpdate)?;
            bytes.extend(frame);
            queue!(bytes, EndSynchronizedUpdate)?;
        }
        Ok(bytes)
    }

    /// What a report of the mouse meets on the frame that is shown; nothing while the card is.
    pub fn under(&self, pointer: Pointer) -> Pointed {
        let x = self.rewriter.painted_column(pointer.x, pointer.y);
        self.painted.under(Pointer { x, ..pointer })
    }

    /// Whether what is typed and pasted is for the card.
    pub fn is_card_shown(&self) -> bool {
        self.card_shown != Shown::No
    }

    /// Takes a key that is for the card: any while it is shown, and the one that shows it. Returns whether it was.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn press(&mut self, key: Key) -> io::Result<bool> {
        if !self.is_card_shown() {
            let opens = key == card::KEY && !self.tuning.is_logical();
            if opens {
                self.card_shown = Shown::Asked;
            }
            return Ok(opens);
        }
        let way = match (card::press(key), self.card_shown) {
            (Pressed::Nothing, _) => return Ok(true),
            (Pressed::Chosen(way), _) => Some(way),
            // Asked unbidden and refused: it is not asked again.
            (Pressed::Closed, Shown::ByItself) => Some(self.tuning.way()),
            (Pressed::Closed, _) => None,
        };
        self.card_shown = Shown::No;
        if let Some(way) = way {
            if let Err(error) = self.tuning.choose(way) {
                tracing::warn!(%error, "the choice for this terminal was not written");
            }
            self.retune()?;
        }
        Ok(true)
    }

    /// Takes an answer of the terminal in.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn hear(&mut self, reply: Reply) -> io::Result<()> {
        let changed = self.tuning.hear(reply);
        self.heard(changed)
    }

    /// Takes in what tmux says of the terminal outside.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn hear_tmux(&mut self, outside: Option<(String, String)>) -> io::Result<()> {
        let changed = self.tuning.hear_tmux(outside);
        self.heard(changed)
    }

    /// After an answer: where it changed how text is sent, the screen is painted anew; where nothing more will come and
    /// nothing is sure, a person is asked. An answer that comes late after all takes the question back.
    fn heard(&mut self, changed: bool) -> io::Result<()> {
        self.card_shown = match (self.card_shown, self.tuning.is_open()) {
            (Shown::No, true) => Shown::ByItself,
            (Shown::ByItself, false) => Shown::No,
            (before, _) => before,
        };
        if changed { self.retune() } else { Ok(()) }
    }

    /// Sends the switches that are due and has the whole screen painted anew.
    fn retune(&mut self) -> io::Result<()> {
        terminal::switch(&mut self.out, self.tuning.switch())?;
        self.screen.repaint();
        Ok(())
    }

    /// Puts text on the terminal's clipboard, over any line (OSC 52); terminals that do not know it do nothing.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn copy(&mut self, text: String) -> io::Result<()> {
        queue!(self.out, CopyToClipboard::to_clipboard_from(text))
    }

    /// Takes the terminal over again after it was given back; the next frame is sent whole.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub fn take_again(&mut self) -> io::Result<()> {
        terminal::take_over(&mut self.out, self.tuning.switch(), false)?;
        self.screen.forget();
        Ok(())
    }

    /// How long the end of the program waits for answers that are still on their way, so that they are not typed into
    /// the shell; none where all have come, or none will.
    pub fn waits_for_answers(&self) -> Option<Duration> {
        let outstanding = self.tuning.asks_terminal() && !self.tuning.has_heard_terminal();
        let left = ANSWERED_WITHIN.checked_sub(self.opened.elapsed())?;
        outstanding.then_some(left)
    }
}

//! One person's desk, without the wire to her terminal: events come in; bytes to paint, effects and a moment to wake go
//! out. Does not know what is on a frame, nor the terminal, the office, the clock or other desks.

#[cfg(test)]
mod tests;

use super::card::Card;
use super::display::Display;
use super::input::{Input, TerminalReply};
use super::taken::TerminalModes;
use super::tuning::Tuning;
use crate::app::{self, Effect, Model, Msg, Setup};
use crate::calendar::Moment;
use crate::ui::Ground;
use chrono::TimeDelta;
use std::time::Duration;

/// So long a frame is held for an answer that changes it. Longer than the disk mostly takes, shorter than a person
/// notices: the screen does not wait for a slow one.
pub const HELD_AT_MOST: TimeDelta = TimeDelta::milliseconds(30);

/// What happens to a desk.
pub enum DeskEvent {
    /// The terminal sent something.
    Input(Input),
    /// It has this size now.
    Resized {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// What tmux says of the terminal outside: its answer to XTVERSION and its `TERM`.
    Outside(Option<(String, String)>),
    /// An answer, or news.
    Told(Msg),
    /// The moment that [`Desk::wakes_at`] named has come.
    Woke,
}

/// A desk.
pub struct Desk {
    model: Model,
    display: Display,
    /// Until when frames are held for an answer; it stays, past that moment, until there is nothing to wait for.
    held_until: Option<Moment>,
    /// Whether something has happened since the last frame that may change it.
    is_stale: bool,
}

impl Desk {
    /// A desk, and what it wants to be done first. Its first bytes take the terminal's screen over.
    pub fn open(setup: Setup, tuning: Tuning, now: Moment) -> (Desk, Vec<Effect>) {
        let card = Card::new(setup.lang, setup.digits, setup.no_color);
        let display = Display::open(tuning, card, (setup.columns, setup.rows), now);
        let (model, effects) = Model::new(setup);
        let desk = Desk {
            model,
            display,
            held_until: None,
            is_stale: true,
        };
        (desk, effects)
    }

    /// Takes an event in; returns what is to be done. The clipboard is the terminal's: what is copied is among the bytes.
    pub fn feed(&mut self, event: DeskEvent, now: Moment) -> Vec<Effect> {
        let is_taken = matches!(event, DeskEvent::Input(Input::Reply(TerminalReply::Primary)));
        if is_taken && self.display.has_taken(now) {
            return match self.display.turns_slow() {
                true => self.feed(DeskEvent::Told(Msg::LineIsSlow), now),
                false => Vec::new(),
            };
        }
        self.is_stale = true;
        let message = match event {
            DeskEvent::Input(input) => self.input(input, now),
            DeskEvent::Resized { columns, rows } => {
                self.display.resize(columns, rows);
                Some(Msg::Resized { columns, rows })
            }
            DeskEvent::Outside(outside) => {
                self.display.hear_tmux(outside);
                None
            }
            DeskEvent::Told(message) => Some(message),
            DeskEvent::Woke => {
                self.display.woke(now);
                app::wakes_at(&self.model)
                    .filter(|moment| *moment <= now)
                    .map(|_| Msg::Tick)
            }
        };
        message.map_or_else(Vec::new, |message| self.tell(message, now))
    }

    fn tell(&mut self, message: Msg, now: Moment) -> Vec<Effect> {
        let mut left = Vec::new();
        let mut copies = false;
        for effect in app::update(&mut self.model, message, now) {
            match effect {
                Effect::Copy(text) => {
                    self.display.copy(text);
                    copies = true;
                }
                effect => left.push(effect),
            }
        }
        if copies && !self.display.takes_copies() {
            left.extend(app::update(&mut self.model, Msg::CopyInDoubt, now));
        }
        left
    }

    /// What is typed and pasted goes to the card while it is shown, else to the screen.
    fn input(&mut self, input: Input, now: Moment) -> Option<Msg> {
        if !matches!(input, Input::Reply(_)) {
            self.display.typed(now);
        }
        match input {
            Input::Key(key) if self.display.press(key) => None,
            Input::Key(key) => Some(Msg::Key(key)),
            Input::Paste(_) | Input::Pointer(_) if self.display.is_card_shown() => None,
            Input::Paste(text) => Some(Msg::Paste(text)),
            Input::Pointer(pointer) => Some(Msg::Pointed(self.display.under(pointer))),
            Input::Reply(TerminalReply::Ground(colour)) => {
                let shows_colours = self.display.has_many_colours();
                shows_colours.then(|| Msg::Ground(Ground::of(colour)))
            }
            Input::Reply(reply) => {
                self.display.hear(reply);
                None
            }
        }
    }

    /// What is to be sent to the terminal now, all at once: the frame as far as it is another one. Nothing where
    /// everything stands there, and while the frame is held, or waits for the line.
    pub fn paint(&mut self, now: Moment) -> Vec<u8> {
        if !self.is_stale || self.holds(now) || self.display.is_full(now) {
            return self.display.take_unframed();
        }
        self.is_stale = false;
        let model = &self.model;
        let mouse = app::wants_mouse(model);
        self.display.set_slow(app::is_spare(model));
        self.display.paint(mouse, now, |buffer| app::view(model, buffer))
    }

    /// Whether the frame is held, from now on if need be.
    fn holds(&mut self, now: Moment) -> bool {
        if !app::awaits(&self.model) {
            self.held_until = None;
            return false;
        }
        let until = *self.held_until.get_or_insert(now + HELD_AT_MOST);
        // A clock that is set back must not hold it for hours.
        now < until && until - now <= HELD_AT_MOST
    }

    /// The moment at which the desk is to be told that it came, and asked what is to be painted.
    pub fn wakes_at(&self, now: Moment) -> Option<Moment> {
        let held = self.held_until.filter(|until| *until > now);
        let waits = self
            .display
            .waits_until()
            .filter(|until| self.is_stale && *until > now);
        let wakes = [held, waits, app::wakes_at(&self.model), self.display.wakes_at()];
        wakes.into_iter().flatten().min()
    }

    /// What has been taken of the terminal by the bytes so far, and is to be given back.
    pub fn taken(&self) -> TerminalModes {
        self.display.taken()
    }

    /// The terminal was given back and is taken again: the next bytes do so, and paint the whole frame.
    pub fn take_again(&mut self) {
        self.is_stale = true;
        self.display.take_again();
    }

    /// How long the end waits for answers of the terminal that are still on their way, so that they are not typed into
    /// the shell; none where all have come, or none will.
    pub fn waits_for_answers(&self, now: Moment) -> Option<Duration> {
        self.display.waits_for_answers(now)
    }
}

//! Going from page to page and back, working by other settings, asking for changes. Does not know what a page shows.

use super::form;
use crate::app::address::Screen;
use crate::app::keys::Keymap;
use crate::app::{Asked, Effect, Model, Settings, shown};
use crate::domain::ids::SessionId;
use crate::office::command::Command;
use crate::words::Words;

impl Model {
    /// Works by these settings from now on.
    pub(in crate::app) fn put_on(&mut self, settings: Settings) {
        let digits = settings.digits.unwrap_or(self.setup.digits);
        if digits != self.words.digits() {
            self.words = Words::new(self.setup.lang, digits);
            self.setup.digits = digits;
        }
        self.keymap = Keymap::new(&settings.keys).0;
        self.look.theme.name = settings.theme;
        self.setup.settings = settings;
        self.look.theme.is_spare = self.setup.is_spare(self.line_is_slow);
        form::put_on(self);
    }

    /// Asks for a change.
    pub(in crate::app) fn ask_for(&mut self, command: Command) -> Vec<Effect> {
        self.asked.push_back(match command {
            Command::Undo => Asked::Undo,
            Command::Redo => Asked::Redo,
            Command::SplitResolution { .. } => Asked::Split,
            Command::MergeResolutions { .. } => Asked::Merge,
            Command::SetStatus { .. } => Asked::Chosen,
            Command::OpenRoll(_) => Asked::Roll,
            Command::ImportSession(_) => Asked::Import,
            _ => Asked::Change,
        });
        self.books.at_once.asked_for(&command);
        let then = shown::shown_queries(self);
        vec![Effect::Do { command, then }]
    }

    /// Opens a screen over the shown one.
    pub(in crate::app) fn open(&mut self, screen: Screen) -> Vec<Effect> {
        self.stack.push(screen);
        shown::entered(self)
    }

    /// Opens a screen over the shown one, unless it is the shown one.
    pub(in crate::app) fn go_to(&mut self, screen: Screen) -> Vec<Effect> {
        if *self.screen() == screen {
            return shown::entered(self);
        }
        self.open(screen)
    }

    /// Goes to a session: back to it where it is open below the shown screen, so that it is never stacked twice.
    pub(in crate::app) fn go_to_session(&mut self, id: &SessionId) -> Vec<Effect> {
        let is_it = |screen: &Screen| matches!(screen, Screen::Session(open) if open == id);
        match self.stack.iter().rposition(is_it) {
            Some(at) => self.back_to(at + 1),
            None => self.open(Screen::Session(id.clone())),
        }
    }

    /// Goes back to the screen below; the list of sessions stays. A form is left first.
    pub(in crate::app) fn back(&mut self) -> Vec<Effect> {
        if self.form.take().is_some() {
            return shown::entered(self);
        }
        if self.stack.len() < 2 {
            return Vec::new();
        }
        self.stack.pop();
        self.spots.leave_narrowed(self.stack.len(), &mut self.books);
        shown::entered(self)
    }

    /// Goes back until so many screens are left; a form is not left this way.
    pub(in crate::app) fn back_to(&mut self, depth: usize) -> Vec<Effect> {
        if self.form().is_some() || self.settings.is_some() || depth >= self.stack.len() {
            return Vec::new();
        }
        self.stack.truncate(depth.max(1));
        self.spots.leave_narrowed(self.stack.len(), &mut self.books);
        shown::entered(self)
    }
}

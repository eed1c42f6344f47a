//! What is typed into quick lookup: letters, pasted text, what was offered. Does not know what it selects.

use super::{LookupPage, STEP};
use crate::app::context::Context;
use crate::app::offers::{self, Offers};
use crate::app::step::Step;
use crate::search::Filter;
use crate::text::EditCommand;
use crate::ui::{Code, Key, ListState, press_editor};

/// Longest words to type, in characters; what is pasted beyond is dropped.
const TYPED_MAX: usize = 400;

impl LookupPage {
    /// Reads what is typed as far as it can be read: while a value is missing still, what stands before it is found.
    pub(super) fn read(&mut self) {
        (self.selects, self.error) = Filter::read(self.typed.text());
    }

    /// What is offered to be typed next.
    pub(super) fn offers(&self, context: &Context) -> Offers {
        offers::offers(context, self.typed.text(), self.typed.caret_byte())
    }

    /// Takes a key that types.
    pub fn type_key(&mut self, context: &Context, key: Key) -> Vec<Step> {
        if key.code == Code::Delete && self.typed.text().is_empty() {
            return offers::ask_forget(context, std::mem::take(&mut self.offer));
        }
        if key.typed().is_some() && self.typed.text().chars().count() >= TYPED_MAX {
            return Vec::new();
        }
        let outcome = press_editor(&mut self.typed, key);
        if outcome.moved {
            self.offer = 0;
        }
        match outcome.changed {
            true => self.changed(),
            false => Vec::new(),
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) -> Vec<Step> {
        let room = TYPED_MAX.saturating_sub(self.typed.text().chars().count());
        let text = text.chars().take(room).collect();
        self.typed.apply(EditCommand::Paste(text));
        self.changed()
    }

    fn changed(&mut self) -> Vec<Step> {
        (self.list, self.limit, self.enters) = (ListState::default(), STEP, false);
        self.offer = 0;
        self.read();
        self.ask()
    }

    pub(super) fn take_offer(&mut self, context: &Context) -> Vec<Step> {
        let offers = self.offers(context);
        let Some(put) = offers.put(self.offer) else {
            return Vec::new();
        };
        self.typed.apply(EditCommand::MoveTo(offers.range_byte.start));
        self.typed.apply(EditCommand::SelectTo(offers.range_byte.end));
        self.typed.apply(EditCommand::Paste(put.to_owned()));
        self.changed()
    }
}

//! The machine under the pages: which page is shown, what it may read, and the one place where its steps are obeyed.
//! Does not know what a page shows.

use super::address::Address;
use super::context::{Context, body_of};
use super::screens::{Page, Spots};
use super::step::{Step, To};
use super::tutor::{self, Tutor};
use super::{Books, Effect, Model, Screen};
use crate::search::Filter;

/// What is looked for on a screen below: by quick lookup or in the open list.
fn sought<'a>(stack: &[Screen], books: &'a Books) -> Option<&'a Filter> {
    stack.iter().rev().find_map(|screen| match screen {
        Screen::Lookup => books.lookup.as_ref().map(|looked| &looked.filter),
        Screen::Open => Some(&books.open_filter),
        _ => None,
    })
}

/// What a page may read of a model. A macro and no method: it borrows these fields alone, so that the state of the
/// pages can be lent out beside it, to be changed.
macro_rules! context_of {
    ($model:expr) => {
        Context {
            words: &$model.words,
            look: &$model.look,
            setup: &$model.setup,
            books: &$model.books,
            body: body_of(&$model.setup, lesson_rows($model.tutor.as_ref())),
            sought: sought(&$model.stack, &$model.books),
        }
    };
}

/// The rows that a lesson takes at the foot of the screen.
fn lesson_rows(tutor: Option<&Tutor>) -> u16 {
    tutor.map_or(0, |_| tutor::ROWS)
}

impl Model {
    /// What a page may read.
    pub(super) fn context(&self) -> Context<'_> {
        context_of!(self)
    }

    /// Lets a page do something with what is its own and what it may read.
    pub(super) fn with_page<T>(
        &mut self,
        address: Address,
        run: impl FnOnce(&mut dyn Page, &Context) -> T,
    ) -> T {
        let context = context_of!(self);
        run(page_mut(&mut self.spots, address), &context)
    }

    /// A page, to be read.
    pub(super) fn page(&self, address: Address) -> &dyn Page {
        match address {
            Address::History => &self.spots.history,
        }
    }

    /// Does what a page wants.
    pub(super) fn obey(&mut self, steps: Vec<Step>) -> Vec<Effect> {
        steps.into_iter().flat_map(|step| self.obey_one(step)).collect()
    }

    fn obey_one(&mut self, step: Step) -> Vec<Effect> {
        match step {
            Step::Open(to) => self.open_at(to),
        }
    }

    fn open_at(&mut self, to: To) -> Vec<Effect> {
        match to {
            To::Session(id, tab) => {
                if let Some(tab) = tab {
                    self.spots.of_mut(&id).tab = tab;
                }
                self.open(Screen::Session(id))
            }
        }
    }
}

/// A page, to be changed.
pub(super) fn page_mut(spots: &mut Spots, address: Address) -> &mut dyn Page {
    match address {
        Address::History => &mut spots.history,
    }
}

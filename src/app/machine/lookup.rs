//! Quick lookup as the machine has it: opened, typed into, answered. Does not know what a key means there.

use crate::app::address::Screen;
use crate::app::books::LookedUp;
use crate::app::{Effect, Model};
use crate::office::query::{Found, Query};
use crate::ui::Key;

/// Whether keys are typed into the field of quick lookup.
pub(in crate::app) fn is_typed_into(model: &Model) -> bool {
    model.form().is_none() && *model.screen() == Screen::Lookup
}

/// Opens quick lookup with these words; with none, where one came from it, it is as it was.
pub(in crate::app) fn open(model: &mut Model, typed: &str) -> Vec<Effect> {
    let open = model.stack.iter().position(|screen| *screen == Screen::Lookup);
    if let (Some(depth), true) = (open, typed.is_empty()) {
        return match depth + 1 < model.stack.len() {
            true => model.back_to(depth + 1),
            false => Vec::new(),
        };
    }
    model.spots.lookup.begin(typed);
    model.books.lookup = None;
    model.go_to(Screen::Lookup)
}

/// Takes a key that types.
pub(in crate::app) fn type_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let steps = model.with_lookup(|page, context| page.type_key(context, key));
    model.obey(steps)
}

/// Takes pasted text.
pub(in crate::app) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let steps = model.spots.lookup.paste(text);
    model.obey(steps)
}

/// Takes an answer in; when other words were typed meanwhile, these are asked for now.
pub(in crate::app) fn answered(model: &mut Model, asked: &Query, found: Found) -> Vec<Effect> {
    let is_wanted = model.spots.lookup.answered(asked);
    if !model.stack.contains(&Screen::Lookup) {
        return Vec::new();
    }
    if !is_wanted {
        let steps = model.spots.lookup.ask();
        return model.obey(steps);
    }
    model.with_lookup(|page, context| page.keep_place(context, &found));
    let filter = model.spots.lookup.selects().clone();
    model.books.lookup = Some(LookedUp { found, filter });
    let steps = model.with_lookup(|page, context| page.enter(context));
    model.obey(steps)
}

/// The question could not be answered; the next letter asks again.
pub(in crate::app) fn not_answered(model: &mut Model, query: &Query) {
    if matches!(query, Query::Lookup { .. }) {
        model.spots.lookup.not_answered();
    }
}

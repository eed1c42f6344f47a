//! What was being written when the program or the line broke, opened again where it was left. Does not know how a draft is
//! kept, nor which form a draft of a session is of: `draft_form` knows.

use super::draft_form::{DraftPlace, form_in_session, form_of_members};
use crate::app::drafts::form_of_draft;
use crate::app::machine::form;
use crate::app::step::Step;
use crate::app::{Effect, Model, Preparing, Screen, forms};
use crate::ui::Role;

/// Goes to what was being written, with the words and the caret as they were left.
pub(in crate::app) fn reopen(model: &mut Model, key: &str) -> Vec<Effect> {
    match DraftPlace::of(key) {
        Some(DraftPlace::Session(session, tab)) => {
            model.spots.of_mut(&session).tab = tab;
            model.preparing = Some(Preparing::Draft(key.to_owned()));
            let mut effects = model.go_to(Screen::Session(session));
            effects.extend(session_read(model));
            effects
        }
        Some(DraftPlace::Members) => {
            model.preparing = Some(Preparing::Draft(key.to_owned()));
            let mut effects = model.go_to(Screen::Members);
            effects.extend(members_read(model));
            effects
        }
        Some(DraftPlace::NewSession(body)) => {
            // Its form opens when the next session of the body was prepared.
            model.brings = Some(key.to_owned());
            let next = forms::next_session(&model.words, &body, None);
            model.preparing = Some(Preparing::For(body));
            vec![Effect::Ask(next)]
        }
        None => {
            say_where(model, key);
            Vec::new()
        }
    }
}

/// Says in which form it is offered, where that is not opened from here.
fn say_where(model: &mut Model, key: &str) {
    let args = [("form", model.words.say(form_of_draft(key)).into())];
    let said = model.words.say_with("unsaved-in-form", &args);
    model.say(said, Role::Plain);
}

/// The draft that waits to be opened, where it lies in a place of this kind.
fn waiting(model: &Model, is_it: impl Fn(&DraftPlace) -> bool) -> Option<(String, DraftPlace)> {
    let Some(Preparing::Draft(key)) = &model.preparing else {
        return None;
    };
    let place = DraftPlace::of(key).filter(is_it)?;
    Some((key.clone(), place))
}

/// The session of a draft that is to be opened was read, or is known already.
pub(in crate::app) fn session_read(model: &mut Model) -> Vec<Effect> {
    let found = waiting(model, |place| matches!(place, DraftPlace::Session(..)));
    let Some((key, DraftPlace::Session(session, _))) = found else {
        return Vec::new();
    };
    let context = model.context();
    let Some(view) = context.books.session(&session) else {
        return Vec::new();
    };
    let steps = form_in_session(&context, view, &key);
    open(model, key, steps)
}

/// The bodies, or the organisations, of a draft that is to be opened were read, or are known already.
pub(in crate::app) fn members_read(model: &mut Model) -> Vec<Effect> {
    let Some((key, _)) = waiting(model, |place| *place == DraftPlace::Members) else {
        return Vec::new();
    };
    let context = model.context();
    let Some(steps) = form_of_members(&context, &key) else {
        return Vec::new();
    };
    open(model, key, steps)
}

fn open(model: &mut Model, key: String, steps: Vec<Step>) -> Vec<Effect> {
    model.preparing = None;
    let effects = model.obey(steps);
    // What was recorded under another key by now has no form to come back to.
    let is_it = model.form().is_some_and(|form| form.draft_key() == key);
    if !is_it && model.form().is_none() {
        say_where(model, &key);
    }
    model.brings = is_it.then_some(key);
    effects
}

/// Brings a draft back at once, where it is the one that was gone to; returns whether it was.
pub(in crate::app) fn brought(model: &mut Model, key: &str, text: &str) -> bool {
    if model.brings.take_if(|wanted| wanted == key).is_none() {
        return false;
    }
    form::bring(model, text);
    true
}

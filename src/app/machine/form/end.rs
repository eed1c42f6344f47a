//! How a form ends: saved, left, or what is written dropped. Does not know what the office makes of it.

use crate::app::Screen;
use crate::app::dialog::Dialog;
use crate::app::form::{After, Form};
use crate::app::machine::ahead;
use crate::app::{Asked, Effect, Model, screens, shown};
use crate::office::command::{Created, Done};
use crate::ui::Role;

/// Asks the office to record what is written, when the fields can be read.
pub(in crate::app) fn save(model: &mut Model) -> Vec<Effect> {
    let Some(form) = model.form() else {
        return Vec::new();
    };
    match form.about.read(&model.context(), form) {
        Ok(command) => {
            let effects = model.ask_for(command);
            if let Some(asked) = model.asked.back_mut() {
                *asked = Asked::Form;
            }
            model.saving_since = model.now;
            if let Some(form) = model.form_mut() {
                form.saving = true;
            }
            effects
        }
        Err(problem) => {
            let sentence = model.words.say(problem.word);
            model.say(sentence.clone(), Role::Bad);
            if let Some(form) = model.form_mut() {
                form.then_next = false;
                form.focus = form
                    .fields
                    .iter()
                    .position(|field| field.name == problem.field)
                    .unwrap_or(form.focus);
                form.problem = Some((form.focus, sentence));
            }
            Vec::new()
        }
    }
}

/// Leaves the form; asks first when something was written.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    if model.form().is_some_and(Form::is_dirty) {
        model.dialog = Some(Dialog::before_leaving(&model.words));
        return Vec::new();
    }
    model.back()
}

/// Leaves the form and what is written in it.
pub(in crate::app) fn drop_words(model: &mut Model) -> Vec<Effect> {
    let Some(key) = model.form().map(Form::draft_key) else {
        return Vec::new();
    };
    let mut effects = vec![Effect::ClearDraft { key }];
    effects.extend(model.back());
    effects
}

/// The office has recorded the form: it closes, and the screen goes on from there.
pub(in crate::app) fn saved(model: &mut Model, done: &Done) -> Vec<Effect> {
    let Some(form) = model.form.take() else {
        return Vec::new();
    };
    ahead::ask_after(model, model.now - model.saving_since);
    let mut effects = vec![Effect::ClearDraft {
        key: form.draft_key(),
    }];
    let next = match form.then_next {
        true => form.about.again(&model.context()),
        false => None,
    };
    match form.about.after() {
        After::Nothing => {}
        After::NextSeat(session) => {
            let view = model.books.session(&session);
            model.spots.of_mut(&session).go_on(view);
        }
        After::NewGuest(session) => model.spots.of_mut(&session).want_guest(),
        After::Ask(queries) => effects.extend(queries.into_iter().map(Effect::Ask)),
    }
    let several = form.about.several();
    model.chosen.retain(|id| !several.contains(id));
    let new_session = done.created.iter().find_map(|created| match created {
        Created::Session(id) => Some(id.clone()),
        _ => None,
    });
    effects.extend(match new_session {
        // A session that was prepared begins with its agenda.
        Some(id) => {
            model.spots.of_mut(&id).tab = screens::Tab::Agenda;
            // The list knows it at once: screens above it are named by its rows.
            let list = screens::sessions_query(model.books.sessions.as_ref());
            let mut opened = vec![Effect::Ask(list)];
            opened.extend(model.open(Screen::Session(id)));
            opened
        }
        None => shown::entered(model),
    });
    if let Some(next) = next {
        effects.extend(super::open(model, next));
    }
    effects
}

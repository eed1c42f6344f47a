//! The open form in the hands of the machine: opened, kept as a draft, written into by answers. Does not know how its
//! fields are read.

mod draft_form;
mod end;
mod keys;
pub(in crate::app) mod outside;
mod pointing;
pub(in crate::app) mod reopen;

use crate::app::field::Field;
use crate::app::form::{Form, alike};
use crate::app::machine::popup;
use crate::app::step::Purpose;
use crate::app::{Effect, Model, forms};
use crate::domain::session::Session;
use crate::office::query::{Query, ResolutionRow, SimilarRow};
use crate::ui::Role;

pub(in crate::app) use end::{drop_words, save, saved};
pub(in crate::app) use keys::{paste, press, write_copy};
pub(in crate::app) use pointing::{choose_at, point, take_offer};

/// Opens a form, and asks for a draft that may have been kept of it.
pub(in crate::app) fn open(model: &mut Model, form: Form) -> Vec<Effect> {
    let key = form.draft_key();
    model.form = Some(Box::new(form));
    put_on(model);
    vec![Effect::AskDraft { key }]
}

/// Finds the resolution that the one in the form follows.
pub(super) fn find_followed(model: &mut Model) -> Vec<Effect> {
    match model.form().is_some_and(Form::is_of_resolution) {
        true => popup::pick(model, Purpose::Follow),
        false => Vec::new(),
    }
}

/// Writes the resolution that the one in the form follows.
pub(in crate::app) fn follow(model: &mut Model, row: &ResolutionRow) -> Vec<Effect> {
    let is_written = model.with_form(|form, context| forms::reference::take(context, form, row));
    let form = model.form().filter(|_| is_written == Some(true));
    form.map(keep).into_iter().collect()
}

/// Writes the ordinal that was counted anew into the form, when it is still wanted.
pub(in crate::app) fn recounted(model: &mut Model, session: &Session) -> Vec<Effect> {
    let is_written = model.with_form(|form, context| forms::recounted(context.words, form, session));
    let form = model.form().filter(|_| is_written == Some(true));
    form.map(keep).into_iter().collect()
}

/// Asks for the ordinal anew, where the day of a new session was moved into another year.
pub(super) fn recount(model: &Model) -> Option<Effect> {
    forms::recount(&model.context(), model.form()?).map(Effect::Ask)
}

/// Keeps what is known of earlier resolutions that say nearly the same.
pub(in crate::app) fn similar(model: &mut Model, query: &Query, rows: Vec<SimilarRow>) -> Vec<Effect> {
    let asks = model.with_form(|form, context| alike::answered(form, context.books, query, rows));
    asks.flatten().map(Effect::Ask).into_iter().collect()
}

/// Writes a kept draft into the open form.
pub(in crate::app) fn bring(model: &mut Model, draft: &str) {
    model.with_form(|form, context| {
        form.bring(draft);
        forms::clause_fields::settle(form, context.books);
        form.stand_as(draft);
    });
    put_on(model);
    model.say(model.words.say("draft-is-back"), Role::Plain);
}

/// Puts the settings on whatever is typed in the open form: helps and arrows.
pub(in crate::app) fn put_on(model: &mut Model) {
    let Some(form) = model.form() else { return };
    let letters = form.letters(&model.books);
    let (mut helps, arrows) = (
        model.setup.settings.helps_for(letters),
        model.setup.settings.arrows,
    );
    // Only what is decided is counted in letters; a note is written as it is said.
    if !form.is_of_resolution() {
        helps.clauses = None;
    }
    let Some(form) = model.form_mut() else { return };
    for buffer in form.fields.iter_mut().filter_map(Field::buffer_mut) {
        buffer.helps = helps;
        buffer.arrows = arrows;
    }
}

/// Keeps what is written; what is as it was when the form was opened needs no draft.
pub(in crate::app) fn keep(form: &Form) -> Effect {
    let key = form.draft_key();
    if form.is_dirty() {
        Effect::KeepDraft {
            key,
            text: form.draft(),
        }
    } else {
        Effect::ClearDraft { key }
    }
}

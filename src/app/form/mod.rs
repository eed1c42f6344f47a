//! A form: fields, the one that has the focus, and its draft. Does not know what is recorded; `forms` does.

mod end;
mod keys;
mod pointing;

use super::books::Books;
use super::field::{Field, Input, Values, values_of};
use super::forms::alike::{self, Alike};
use super::forms::{self, About};
use super::palette;
use super::step::Purpose;
use super::{Effect, Model, phrases};
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::office::query::{Query, ResolutionRow, SimilarRow};
use crate::text::EditBuffer;
use crate::words::Words;

pub(super) use end::{drop_words, save, saved};
pub(super) use keys::{paste, press};
pub(super) use pointing::{choose_at, point, take_offer};

/// A form that is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form {
    pub about: About,
    pub fields: Vec<Field>,
    pub focus: usize,
    /// The first field shown.
    pub top: usize,
    /// Whether a save was asked for and not answered yet.
    pub saving: bool,
    /// Whether a draft of it may still come; nothing is written before, so that the draft is not written over.
    pub awaits_draft: bool,
    /// Whether a text of it is in an editor outside.
    pub is_outside: bool,
    /// Whether movements select text.
    pub is_selecting: bool,
    /// What is known of earlier resolutions that say nearly the same.
    pub alike: Alike,
    /// What is wrong with a field, by its place.
    pub problem: Option<(usize, String)>,
    /// The fields' values when the form was opened.
    opened: Values,
}

impl Form {
    pub fn new(about: About, fields: Vec<Field>) -> Form {
        let mut form = Form {
            about,
            fields,
            focus: 0,
            top: 0,
            saving: false,
            awaits_draft: true,
            is_outside: false,
            is_selecting: false,
            alike: Alike::default(),
            problem: None,
            opened: Values::new(),
        };
        form.opened = form.values();
        form
    }

    /// What is written in a field of this name, without blanks around it.
    pub fn written(&self, name: &str) -> &str {
        self.buffer(name)
            .map(|buffer| buffer.text().trim())
            .unwrap_or_default()
    }

    /// As [`Form::written`]; none when nothing is.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.written(name))
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    /// The place of what is chosen in a field of this name.
    pub fn chosen(&self, name: &str) -> usize {
        self.fields
            .iter()
            .find(|field| field.name == name)
            .map_or(0, |field| match &field.input {
                Input::Choice { at, .. } => *at,
                _ => 0,
            })
    }

    fn values(&self) -> Values {
        let mut values = values_of(&self.fields);
        values.extend(self.about.beside_the_fields());
        values
    }

    /// The buffer of a field of this name.
    pub fn buffer(&self, name: &str) -> Option<&EditBuffer> {
        self.fields.iter().find(|field| field.name == name)?.buffer()
    }

    /// Whether something was written since the form was opened.
    pub fn is_dirty(&self) -> bool {
        self.values() != self.opened
    }

    /// What is written, as a draft.
    fn draft(&self) -> String {
        serde_json::to_string(&self.values()).unwrap_or_default()
    }

    /// Whether a draft says something else than the form.
    pub fn differs(&self, draft: &str) -> bool {
        serde_json::from_str::<Values>(draft).is_ok_and(|values| values != self.values())
    }

    /// Writes a draft into the fields.
    pub fn bring(&mut self, draft: &str) {
        let Ok(values) = serde_json::from_str::<Values>(draft) else {
            return;
        };
        for field in &mut self.fields {
            if let Some(value) = values.get(field.name) {
                field.set_value(value);
            }
        }
        self.about.bring_beside(&values);
    }

    /// The key under which its draft is kept: form and record.
    pub fn draft_key(&self) -> String {
        self.about.draft_key()
    }

    /// The session that it is about.
    pub fn session(&self) -> Option<SessionId> {
        self.about.session()
    }

    pub fn title(&self, words: &Words) -> String {
        words.say(self.about.title())
    }

    /// Whether it stands in a box over the list that it was opened from.
    pub fn is_small(&self) -> bool {
        self.about.is_small()
    }

    /// Puts the focus on the field of this name, where there is one.
    pub fn focus_on(&mut self, name: &str) {
        let at = self.fields.iter().position(|field| field.name == name);
        self.focus = at.unwrap_or(self.focus);
    }

    fn move_focus(&mut self, onward: bool) {
        let count = self.fields.len().max(1);
        self.focus = if onward {
            (self.focus + 1) % count
        } else {
            (self.focus + count - 1) % count
        };
    }
}

/// Opens a form, and asks for a draft that may have been kept of it.
pub(super) fn open(model: &mut Model, form: Form) -> Vec<Effect> {
    let key = form.draft_key();
    model.form = Some(Box::new(form));
    put_on(model);
    vec![Effect::AskDraft { key }]
}

/// Finds the resolution that the one in the form follows.
fn find_followed(model: &mut Model) -> Vec<Effect> {
    match model.form().is_some_and(forms::is_of_resolution) {
        true => palette::pick(model, Purpose::Follow),
        false => Vec::new(),
    }
}

/// Writes the resolution that the one in the form follows.
pub(super) fn follow(model: &mut Model, row: &ResolutionRow) -> Vec<Effect> {
    let is_written = model.with_form(|form, context| forms::reference::take(context, form, row));
    let form = model.form().filter(|_| is_written == Some(true));
    form.map(keep).into_iter().collect()
}

/// Writes the ordinal that was counted anew into the form, when it is still wanted.
pub(super) fn recounted(model: &mut Model, session: &Session) -> Vec<Effect> {
    let is_written = model.with_form(|form, context| forms::recounted(context.words, form, session));
    let form = model.form().filter(|_| is_written == Some(true));
    form.map(keep).into_iter().collect()
}

/// Asks for the ordinal anew, where the day of a new session was moved into another year.
fn recount(model: &Model) -> Option<Effect> {
    forms::recount(&model.context(), model.form()?).map(Effect::Ask)
}

/// Keeps what is known of earlier resolutions that say nearly the same.
pub(super) fn similar(model: &mut Model, query: &Query, rows: Vec<SimilarRow>) -> Vec<Effect> {
    let asks = model.with_form(|form, context| alike::answered(form, context.books, query, rows));
    asks.flatten().map(Effect::Ask).into_iter().collect()
}

/// Puts the settings on whatever is typed in the open form: helps and arrows.
pub(super) fn put_on(model: &mut Model) {
    let Some(form) = model.form() else { return };
    let letters = forms::letters(&model.books, form);
    let (helps, arrows) = (
        model.setup.settings.helps_for(letters),
        model.setup.settings.arrows,
    );
    let Some(form) = model.form_mut() else { return };
    for buffer in form.fields.iter_mut().filter_map(Field::buffer_mut) {
        buffer.helps = helps;
        buffer.arrows = arrows;
    }
}

/// The words that are offered in the text that has the focus: phrases, and names of those who may speak and of
/// organisations.
pub(super) fn offered(form: &Form, books: &Books) -> Option<phrases::Offer> {
    let Input::Text(buffer) = &form.fields.get(form.focus)?.input else {
        return None;
    };
    if form.is_selecting {
        return None;
    }
    let session = form.session();
    let voices = session.and_then(|id| books.voices_of(&id)).unwrap_or_default();
    let organisations = books.organisations.iter().flat_map(|all| &all.rows);
    let names = voices
        .iter()
        .map(|voice| voice.name.as_str())
        .chain(organisations.map(|organisation| organisation.name.as_str()));
    phrases::offer(buffer, names)
}

/// Keeps what is written; what is as it was when the form was opened needs no draft.
pub(super) fn keep(form: &Form) -> Effect {
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

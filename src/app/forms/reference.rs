//! What a resolution follows («پیرو»): found by its words, written in the customary wording, kept with its id. Does not
//! know how it is found.

use super::{About, is_of_resolution};
use crate::app::form::{self, Form};
use crate::app::invitation::is_isolate;
use crate::app::palette::{self, Purpose};
use crate::app::{Effect, Model};
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::resolution::{Reference, Resolution};
use crate::office::query::ResolutionRow;
use crate::text::EditCommand;
use crate::text::numeral::ordinal_word;
use crate::ui::Role;
use crate::words::{Digits, Lang, Words};

/// Finds the resolution that the one in the form follows.
pub(in crate::app) fn pick(model: &mut Model) -> Vec<Effect> {
    match model.form().is_some_and(is_of_resolution) {
        true => palette::pick(model, Purpose::Follow),
        false => Vec::new(),
    }
}

/// Writes a resolution that was found into the form.
pub(in crate::app) fn take(model: &mut Model, row: &ResolutionRow) -> Vec<Effect> {
    let Some(session) = model.form().and_then(Form::session) else {
        return Vec::new();
    };
    let name = written(model, row, &session);
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    let field = form.fields.iter_mut().find(|field| field.name == "follows");
    let (Some(buffer), About::Resolution { base, .. }) =
        (field.and_then(|field| field.buffer_mut()), &mut form.about)
    else {
        return Vec::new();
    };
    buffer.apply(EditCommand::SelectAll);
    buffer.apply(EditCommand::Paste(name));
    base.follows = Some(Reference {
        written: buffer.text().trim().to_owned(),
        resolution: Some(row.resolution.id.clone()),
    });
    form.problem = None;
    vec![form::keep(form)]
}

/// The customary words that name a resolution in the minutes of a session, «بند ۷ مصوبه هفتمین جلسه سال ۱۴۰۱»; of
/// another body with its name. Minutes are Persian whatever the language of the interface.
pub(in crate::app) fn written(model: &Model, row: &ResolutionRow, session: &SessionId) -> String {
    let words = Words::new(Lang::Fa, Digits::Persian);
    let mut name = match (row.session_ordinal, row.session_year, row.session_date) {
        (Some(ordinal), Some(year), _) => words.say_with(
            "reference-session-year",
            &[("ordinal", ordinal_word(ordinal).into()), ("year", year.into())],
        ),
        (Some(ordinal), None, _) => {
            words.say_with("reference-session", &[("ordinal", ordinal_word(ordinal).into())])
        }
        (None, _, Some(day)) => words.say_with("reference-session-date", &[("date", words.day(day).into())]),
        (None, _, None) => words.say("screen-session"),
    };
    if body_of(model, session).is_some_and(|body| body != row.body) {
        name = format!("{name} {}", row.body_name);
    }
    let name = match row.resolution.row {
        Some(number) => words.say_with(
            "reference-row",
            &[("row", number.into()), ("session", name.into())],
        ),
        None => words.say_with("reference-no-row", &[("session", name.into())]),
    };
    // What keeps a sentence in order on a screen has no place in the minutes.
    name.chars().filter(|c| !is_isolate(*c)).collect()
}

/// The body of a session.
pub(super) fn body_of(model: &Model, id: &SessionId) -> Option<BodyId> {
    super::alike::body_of(&model.books, id)
}

/// What is written in the form; with its id as long as the words are those that came with it.
pub(super) fn read(form: &Form, base: &Resolution) -> Option<Reference> {
    form.some("follows").map(|written| {
        let known = base.follows.clone().filter(|known| known.written == written);
        known.unwrap_or(Reference {
            written,
            resolution: None,
        })
    })
}

/// Whether what is written leads to a resolution.
pub(super) fn read_back(words: &Words, written: &str, base: &Resolution) -> Option<(String, Role)> {
    let known = base.follows.as_ref().filter(|known| known.resolution.is_some())?;
    Some(match known.written == written {
        true => (words.say("follows-linked"), Role::Good),
        false => (words.say("follows-unlinked"), Role::Warn),
    })
}

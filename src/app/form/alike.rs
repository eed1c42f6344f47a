//! The quiet look for an earlier resolution that says nearly the same as the one that is being written. One question
//! at a time; answers about words that were changed meanwhile are dropped. Does not know how likeness is found.

use super::Form;
use crate::app::books::Books;
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::domain::ids::{BodyId, SessionId};
use crate::office::query::{Query, ResolutionRow, SimilarRow};
use crate::say;

/// What is known of earlier resolutions that say nearly the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::app) struct Alike {
    /// The wording that was asked about and not answered yet.
    asked: Option<String>,
    /// The wording that was answered last.
    answered: String,
    found: Option<Box<ResolutionRow>>,
}

impl Alike {
    /// The earlier resolution that says nearly the same.
    pub fn found(&self) -> Option<&ResolutionRow> {
        self.found.as_deref()
    }
}

/// The body of a session.
pub(in crate::app) fn body_of(books: &Books, id: &SessionId) -> Option<BodyId> {
    let open = books.session(id).map(|view| view.session.body.clone());
    let listed = || books.session_rows().iter().find(|row| row.session.id == *id);
    open.or_else(|| listed().map(|row| row.session.body.clone()))
}

/// Asks about the wording when a word of it is at its end or the focus is elsewhere, unless that is known already.
pub(in crate::app) fn look(form: &mut Form, books: &Books) -> Option<Query> {
    let session = form.about.resolution()?.id.session();
    let buffer = form.buffer("text")?;
    let text = buffer.text().trim();
    let is_written = form
        .fields
        .get(form.focus)
        .is_some_and(|field| field.name == "text");
    let before_caret = &buffer.text()[..buffer.caret_byte()];
    let within_word = is_written && before_caret.ends_with(char::is_alphanumeric);
    if within_word || form.alike.asked.is_some() || text == form.alike.answered {
        return None;
    }
    let query = Query::Similar {
        text: text.to_owned(),
        body: body_of(books, &session)?,
        before: Some(session),
    };
    form.alike.asked = Some(text.to_owned());
    Some(query)
}

/// Keeps the answer, unless the wording was changed since; then it is asked about anew.
pub(in crate::app) fn answered(
    form: &mut Form,
    books: &Books,
    query: &Query,
    rows: Vec<SimilarRow>,
) -> Option<Query> {
    let Query::Similar { text, .. } = query else {
        return None;
    };
    if form.alike.asked.as_ref() != Some(text) {
        return None;
    }
    form.alike.asked = None;
    if form.written("text") == text {
        let nearly = rows.into_iter().find(|row| row.nearly_the_same);
        form.alike.found = nearly.map(|found| Box::new(found.row));
        form.alike.answered.clone_from(text);
    }
    look(form, books)
}

/// The question could not be answered; it may be asked again.
pub(in crate::app) fn not_answered(form: &mut Form, query: &Query) {
    if matches!(query, Query::Similar { .. }) {
        form.alike.asked = None;
    }
}

/// What is said of the one that was found, with the key that shows it.
pub(in crate::app) fn warning(context: &Context, form: &Form) -> Option<String> {
    let row = form.alike.found()?;
    let words = context.words;
    let name = match row.resolution.row {
        Some(number) => words.say_with("resolution-title", &[("row", number.into())]),
        None => words.say("resolution-title-bare"),
    };
    let args = [
        ("resolution", name.into()),
        ("session", say::session_of(words, row).into()),
        ("key", context.key(Act::ShowAlike, Place::Form).into()),
    ];
    Some(words.say_with("alike-warning", &args))
}

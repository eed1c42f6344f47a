//! What a resolution follows («پیرو»): found by its words, written in the customary wording, kept with its id. Does not
//! know how it is found.

use crate::app::books::Books;
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::form::alike::body_of;
use crate::domain::ids::SessionId;
use crate::domain::resolution::{Reference, Resolution};
use crate::office::query::ResolutionRow;
use crate::text::numeral::ordinal_word;
use crate::text::{EditCommand, without_isolates};
use crate::ui::Role;
use crate::words::{Digits, Lang, Words};

/// Writes a resolution that was found into the form; returns whether it was.
pub(in crate::app) fn take(context: &Context, form: &mut Form, row: &ResolutionRow) -> bool {
    let Some(session) = form.session() else {
        return false;
    };
    let name = written(context.books, row, &session);
    let field = form.fields.iter_mut().find(|field| field.name == "follows");
    let Some(buffer) = field.and_then(Field::buffer_mut) else {
        return false;
    };
    buffer.apply(EditCommand::SelectAll);
    buffer.apply(EditCommand::Paste(name));
    form.about.follow(Reference {
        written: buffer.text().trim().to_owned(),
        resolution: Some(row.resolution.id.clone()),
    });
    form.problem = None;
    true
}

/// The customary words that name a resolution in the minutes of a session, «بند ۷ مصوبه هفتمین جلسه سال ۱۴۰۱»; of
/// another body with its name. Minutes are Persian whatever the language of the interface.
pub(in crate::app) fn written(books: &Books, row: &ResolutionRow, session: &SessionId) -> String {
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
    if body_of(books, session).is_some_and(|body| body != row.body) {
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
    without_isolates(&name)
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

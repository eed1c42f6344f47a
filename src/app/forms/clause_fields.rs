//! The fields for the clause that is being written: who is to act on it and until when, right behind the wording and only
//! while the caret stands in a clause. Does not know how a resolution is recorded.

use super::resolution::names_in;
use crate::app::books::Books;
use crate::app::field::{Field, FieldInput};
use crate::app::form::Form;
use crate::domain::resolution::ClauseState;
use crate::domain::wording;

/// The names of the fields.
pub(super) const RESPONSIBLE: &str = "of_clause_responsible";
pub(super) const DEADLINE: &str = "of_clause_deadline";

/// Takes over what is written about the clause that is shown, and shows the one in which the caret stands now. While the
/// focus is elsewhere the shown one stays.
pub(in crate::app) fn settle(form: &mut Form, books: &Books) {
    if form.about.resolution().is_none() {
        return;
    }
    take_over(form, books);
    let Some(at) = form.fields.iter().position(|field| field.name == "text") else {
        return;
    };
    if form.focus == at {
        let letter = clause_at_caret(form);
        if letter.as_deref() != shown(form) {
            show(form, at, letter);
        }
    }
}

/// Goes from the last field of a clause back to its words; returns whether the focus was there.
pub(in crate::app) fn back_to_words(form: &mut Form) -> bool {
    let is_last = form
        .fields
        .get(form.focus)
        .is_some_and(|field| field.name == DEADLINE);
    if is_last {
        form.focus_on("text");
    }
    is_last
}

/// The letter of the clause whose fields are shown.
fn shown(form: &Form) -> Option<&str> {
    form.fields.iter().find_map(|field| field.letter.as_deref())
}

/// What is written in the fields becomes what is known of the clause.
fn take_over(form: &mut Form, books: &Books) {
    let Some(letter) = shown(form).map(str::to_owned) else {
        return;
    };
    let (responsible, deadline) = (names_in(books, form, RESPONSIBLE), form.some(DEADLINE));
    form.about.take_clause(&letter, responsible, deadline);
}

fn clause_at_caret(form: &Form) -> Option<String> {
    let buffer = form.buffer("text")?;
    let clause = wording::clause_at(buffer.text(), buffer.caret_byte())?;
    Some(clause.letter)
}

/// Puts the fields of a clause behind the wording, which stands at a place; none takes them away.
fn show(form: &mut Form, text: usize, letter: Option<String>) {
    let like = form.fields[text]
        .buffer()
        .map(|buffer| (buffer.helps, buffer.arrows));
    form.fields.retain(|field| field.letter.is_none());
    form.fields[text].hint = Some(match letter {
        Some(_) => "hint-text-of-clause",
        None => "hint-text",
    });
    let Some(letter) = letter else { return };
    let mut fields = fields_of(form, &letter);
    for buffer in fields.iter_mut().filter_map(Field::buffer_mut) {
        if let Some((helps, arrows)) = like {
            (buffer.helps, buffer.arrows) = (helps, arrows);
        }
    }
    form.fields.splice(text + 1..text + 1, fields);
}

fn fields_of(form: &Form, letter: &str) -> [Field; 2] {
    let clauses = form.about.resolution().map(|resolution| &resolution.clauses);
    let state = clauses.and_then(|clauses| clauses.get(letter));
    let ClauseState {
        responsible,
        deadline,
        // These come when it is followed up.
        status: _,
        extensions: _,
    } = state.cloned().unwrap_or_default();
    let written = deadline.map(|deadline| deadline.written).unwrap_or_default();
    [
        Field::names(RESPONSIBLE, "field-clause-responsible", responsible).of_clause(letter),
        Field::line(DEADLINE, "field-clause-deadline", &written)
            .hinted("hint-clause-deadline")
            .of_clause(letter),
    ]
}

/// Whether a field takes names of those who are to act.
pub(super) fn takes_names(field: &Field, name: &str) -> bool {
    field.name == name && matches!(field.input, FieldInput::Names { .. })
}

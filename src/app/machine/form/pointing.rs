//! The mouse in a form: the caret, words to choose from, names that are offered. Does not know where they are painted.

use super::{keep, press};
use crate::app::field::{Field, FieldInput};
use crate::app::{Effect, Model, forms};
use crate::text::EditCommand;
use crate::ui::{Code, Key, Pointed};

/// Puts the focus and the caret where the mouse points; while it is dragged, text is selected.
pub(in crate::app) fn point(model: &mut Model, field: usize, pointed: Pointed, drags: bool) {
    let Some(form) = model.form.as_deref_mut() else {
        return;
    };
    if drags && form.focus != field {
        return;
    }
    let Some(buffer) = form.fields.get_mut(field).and_then(Field::buffer_mut) else {
        return;
    };
    let byte = buffer.byte_at(usize::from(pointed.row), usize::from(pointed.column));
    buffer.apply(if drags {
        EditCommand::SelectTo(byte)
    } else {
        EditCommand::MoveTo(byte)
    });
    form.focus = field;
    forms::clause_fields::settle(form, &model.books);
}

/// Takes one of the names that are offered under the field with the focus.
pub(in crate::app) fn take_offer(model: &mut Model, offer: usize) -> Vec<Effect> {
    let form = model.form_mut();
    let field = form.and_then(|form| form.fields.get_mut(form.focus));
    match field.map(|field| &mut field.input) {
        Some(
            FieldInput::Names { at, .. } | FieldInput::Speaker { at, .. } | FieldInput::Answerer { at, .. },
        ) => *at = offer,
        _ => return Vec::new(),
    }
    press(model, Key::plain(Code::Enter))
}

/// Chooses one of the words of a field.
pub(in crate::app) fn choose_at(model: &mut Model, field: usize, option: usize) -> Vec<Effect> {
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    form.focus = field.min(form.fields.len().saturating_sub(1));
    let input = form.fields.get_mut(field).map(|field| &mut field.input);
    if let Some(FieldInput::Choice { options, at }) = input
        && option < options.len()
    {
        *at = option;
        form.problem = None;
        return vec![keep(form)];
    }
    Vec::new()
}

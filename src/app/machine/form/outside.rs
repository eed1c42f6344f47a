//! A field's text on its way to an editor outside, and back as one change. Does not know how an editor is run.

use super::keep;
use crate::app::field::FieldInput;
use crate::app::keys::{Act, Place};
use crate::app::not_edited::{NotEdited, sentence};
use crate::app::{Effect, Model, forms};
use crate::text::{EditBuffer, EditCommand, TypingHelps};
use crate::ui::Role;

/// Sends the text of the field that has the focus outside; what is written so far is kept as a draft before.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    let Some(FieldInput::Text(buffer)) = form.fields.get(form.focus).map(|field| &field.input) else {
        model.say(model.words.say("outside-only-texts"), Role::Faint);
        return Vec::new();
    };
    let text = buffer.text().to_owned();
    form.is_outside = true;
    vec![keep(form), Effect::EditOutside(text)]
}

/// The editor has ended: its text replaces the field's, in one change.
pub(in crate::app) fn edited(model: &mut Model, result: Result<String, NotEdited>) -> Vec<Effect> {
    let Some(form) = model.form.as_deref_mut() else {
        return Vec::new();
    };
    form.is_outside = false;
    let text = match result {
        Ok(text) => text,
        Err(why) => {
            model.say(sentence(&model.words, &why), Role::Bad);
            return Vec::new();
        }
    };
    let Some(FieldInput::Text(buffer)) = form.fields.get_mut(form.focus).map(|field| &mut field.input) else {
        return Vec::new();
    };
    if !replace(buffer, &text) {
        model.say(model.words.say("outside-same"), Role::Plain);
        return Vec::new();
    }
    form.problem = None;
    forms::clause_fields::settle(form, &model.books);
    let kept = keep(form);
    let key = model.keymap.shown(Act::UndoTyped, Place::Form, &model.words);
    let said = model.words.say_with("outside-came", &[("key", key.into())]);
    model.say(said, Role::Good);
    vec![kept]
}

/// Puts a text in the place of a buffer's, cleaned, as one change; returns whether it is another one.
fn replace(buffer: &mut EditBuffer, text: &str) -> bool {
    // Editors end the last line; the field did not ask for that.
    let ended = text
        .strip_suffix('\n')
        .map(|text| text.strip_suffix('\r').unwrap_or(text));
    let text = match ended {
        Some(text) if !buffer.text().ends_with('\n') => text,
        _ => text,
    };
    let before = buffer.text().to_owned();
    if text == before {
        return false;
    }
    // What was written elsewhere was meant as it stands; helps would also be a second change.
    let helps = std::mem::replace(&mut buffer.helps, TypingHelps::OFF);
    buffer.apply(EditCommand::SelectAll);
    buffer.apply(match text.is_empty() {
        true => EditCommand::Delete,
        false => EditCommand::Paste(text.to_owned()),
    });
    buffer.helps = helps;
    buffer.text() != before
}

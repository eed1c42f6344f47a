//! A resolution taken apart where the caret of its form stands. Does not know what each part keeps; the domain does.

use super::About;
use crate::app::keymap::{Act, Place};
use crate::app::{Effect, Model};
use crate::office::command::Command;
use crate::ui::Role;

/// Asks to part the wording before the caret. Only what is recorded can be parted: the office cuts its own words.
pub(in crate::app) fn here(model: &mut Model) -> Vec<Effect> {
    let Some(form) = model.form() else {
        return Vec::new();
    };
    let (About::Resolution { before, .. }, Some(buffer)) = (&form.about, form.buffer("text")) else {
        return Vec::new();
    };
    let recorded = before
        .clone()
        .filter(|before| before.text == buffer.text() && !form.is_dirty());
    let Some(before) = recorded else {
        let key = model.keymap.shown(Act::Save, Place::Form, &model.words);
        let sentence = model.words.say_with("split-save-first", &[("key", key.into())]);
        model.say(sentence, Role::Warn);
        return Vec::new();
    };
    let at_byte = buffer.caret_byte();
    let effects = model.ask_for(Command::SplitResolution { before, at_byte });
    if let Some(form) = model.form_mut() {
        form.saving = true;
    }
    effects
}

//! A resolution taken apart where the caret of its form stands. Does not know what each part keeps; the domain does.

use crate::app::context::Context;
use crate::app::form::Form;
use crate::app::keys::{Act, Place};
use crate::app::step::Step;
use crate::office::command::Command;
use crate::ui::Role;

/// Asks to part the wording before the caret. Only what is recorded can be parted: the office cuts its own words.
pub(in crate::app) fn here(context: &Context, form: &mut Form) -> Vec<Step> {
    let Some(buffer) = form.buffer("text").filter(|_| form.is_of_resolution()) else {
        return Vec::new();
    };
    let recorded = form.about.recorded();
    let as_written = recorded.filter(|before| before.text == buffer.text() && !form.is_dirty());
    let Some(before) = as_written.cloned().map(Box::new) else {
        let args = [("key", context.key(Act::Save, Place::Form).into())];
        let sentence = context.words.say_with("split-save-first", &args);
        return vec![Step::Say(sentence, Role::Warn)];
    };
    let at_byte = buffer.caret_byte();
    form.saving = true;
    vec![Step::change(Command::SplitResolution { before, at_byte })]
}

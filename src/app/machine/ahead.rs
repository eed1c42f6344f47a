//! Typing ahead: keys that come before the answer they need are held and taken in their order when it is there.
//! Does not know what a key does.

use crate::app::dialog::Dialog;
use crate::app::form::Form;
use crate::app::step::Step;
use crate::app::{Effect, Model, Msg};
use crate::ui::key::{Code, Key};
use chrono::TimeDelta;

/// So much is held at most; a cat on the keyboard is not a secretary.
const HELD_MAX: usize = 256;
/// Who types ahead on purpose does not think that it takes longer.
const SLOW: TimeDelta = TimeDelta::seconds(1);

/// Whether the shown screen needs an answer before keys mean what the person means by them.
pub(in crate::app) fn waits(model: &Model) -> bool {
    let boxed = model.dialog.is_some()
        || model.help.is_some()
        || model.palette.is_some()
        || model.peek.is_some()
        || model.naming.is_some();
    let stands_before = boxed || model.settings.is_some();
    if model.too_small() || stands_before || super::find::is_open(model) {
        return false;
    }
    if model.preparing.is_some() {
        return true;
    }
    if let Some(form) = model.form() {
        return form.saving || form.awaits_draft || form.is_outside || lacks_voices(model, form);
    }
    !model.unanswered && model.read_page(model.screen(), |page, context| page.waits(context))
}

/// Whether the form offers speakers and they are not there yet.
fn lacks_voices(model: &Model, form: &Form) -> bool {
    let asks = form.about.offers_speakers() && !model.unanswered;
    let session = form.session();
    asks && session.is_some_and(|id| model.books.voices_of(&id).is_none())
}

/// Whether a key leads out of a screen whose answer may never come.
pub(in crate::app) fn leaves(model: &Model, msg: &Msg) -> bool {
    let Msg::Key(key) = msg else { return false };
    let out = key.code == Code::Escape || key.as_command() == Key::char('q');
    out && model.ahead.is_empty() && model.form().is_none()
}

/// Holds what was typed.
pub(in crate::app) fn hold(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if model.ahead.len() < HELD_MAX {
        model.ahead.push_back(msg);
    }
    Vec::new()
}

/// Whether a dialog stands there that no key of the person brought: what was typed before it was seen is not for it.
pub(in crate::app) fn is_interrupted(model: &Model) -> bool {
    model.dialog.as_ref().is_some_and(|dialog| dialog.is_unforeseen)
}

/// After a save that took so long, what was typed meanwhile may have been meant for the form that is gone: it is asked
/// about before any of it is taken.
pub(in crate::app) fn ask_after(model: &mut Model, took: TimeDelta) {
    if model.ahead.is_empty() || took < SLOW {
        return;
    }
    let count = model.ahead.len();
    model.dialog = Some(Dialog {
        title: model.words.say("ahead-title"),
        text: model.words.say_with("ahead-text", &[("count", count.into())]),
        answers: vec![
            (model.words.say("ahead-drop"), vec![Step::DropTyped]),
            (model.words.say("ahead-take"), Vec::new()),
        ],
        at: 0,
        is_unforeseen: true,
    });
}

/// What was held first, when the answer it needs is there.
pub(in crate::app) fn next(model: &mut Model) -> Option<Msg> {
    if waits(model) || is_interrupted(model) {
        None
    } else {
        model.ahead.pop_front()
    }
}

//! What is offered where one is: the place that keys and help are those of, and whether a key does something there now.
//! Does not know what a key does.

use super::{at_hand, shown};
use crate::app::Model;
use crate::app::form::Form;
use crate::app::keys::{Act, Place};

/// The place that help is given for.
pub(in crate::app) fn help_place(model: &Model) -> Place {
    match model.screen() {
        _ if model.settings.is_some() => Place::Settings,
        _ if model.form().is_some() => Place::Form,
        _ => shown::place(model),
    }
}

/// Whether the key bar offers what a key asks for, as things are now.
pub(in crate::app) fn is_offered(model: &Model, act: Act) -> bool {
    match act {
        Act::WriteCopy => !model.copied.is_empty(),
        Act::SaveAndNext => model.form().is_some_and(|form| form.about.goes_on()),
        Act::EditOutside => model.form().is_some_and(Form::is_in_paragraphs),
        Act::PickFollowed | Act::SplitHere => model.form().is_some_and(Form::is_of_resolution),
        Act::ShowAlike => model.form().is_some_and(|form| form.alike.found().is_some()),
        Act::SkipLesson => model.tutor.is_some(),
        act => at_hand::is_offered(model, act),
    }
}

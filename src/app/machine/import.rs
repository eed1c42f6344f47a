//! Taking minutes in: where one comes to the review, what was read, how one leaves it. Does not know how minutes are
//! read, nor what is doubtful in them.

use crate::app::address::Screen;
use crate::app::filters::Naming;
use crate::app::intake::{IntakeFrom, IntakeOrder, NotRead};
use crate::app::screens;
use crate::app::{Effect, Model};
use crate::office::command::{Created, Done};
use crate::office::intake::Reviewed;
use crate::ui::Role;

/// Comes to the review, and asks for a file where nothing is read yet.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    if *model.screen() == Screen::Import {
        return Vec::new();
    }
    model.spots.import.begin();
    let effects = model.open(Screen::Import);
    model.naming = Some(Naming::of_minutes());
    effects
}

/// Reads the file whose path was typed.
pub(in crate::app) fn read_file(model: &mut Model, typed: &str) -> Vec<Effect> {
    let path = model.setup.path_typed(typed);
    let steps = model.spots.import.read(IntakeFrom::File(path));
    model.obey(steps)
}

/// Reads a pasted text; one line alone is the path of a file.
pub(in crate::app) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    model.naming = None;
    if !text.contains(['\n', '\r']) {
        return read_file(model, text);
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let steps = model.spots.import.read(IntakeFrom::Pasted(lines));
    model.obey(steps)
}

/// Asks the host to read.
pub(in crate::app) fn order(order: Box<IntakeOrder>) -> Vec<Effect> {
    vec![Effect::ReadMinutes(order)]
}

/// The words for the selected matter were typed.
pub(in crate::app) fn typed(model: &mut Model, words: &str) -> Vec<Effect> {
    let steps = model.with_import(|page, context| page.typed(context, words));
    model.obey(steps)
}

/// The source was read, or was not; who has gone on meanwhile is not called back.
pub(in crate::app) fn read(model: &mut Model, result: Result<Box<Reviewed>, NotRead>) -> Vec<Effect> {
    match result {
        Ok(reviewed) => model.spots.import.take(reviewed),
        Err(why) => {
            model.spots.import.not_taken();
            let sentence = why.sentence(&model.words);
            model.say(sentence, Role::Bad);
        }
    }
    Vec::new()
}

/// Leaves the review, and says that nothing was stored.
pub(in crate::app) fn leave(model: &mut Model) -> Vec<Effect> {
    let had_source = model.spots.import.has_source();
    model.spots.import.begin();
    let effects = model.back();
    if had_source {
        model.say(model.words.say("intake-left"), Role::Plain);
    }
    effects
}

/// The session is stored: it stands in the place of the review.
pub(in crate::app) fn taken_in(model: &mut Model, done: &Done) -> Vec<Effect> {
    let session = done.created.iter().find_map(|created| match created {
        Created::Session(id) => Some(id.clone()),
        _ => None,
    });
    let Some(id) = session.filter(|_| *model.screen() == Screen::Import) else {
        return Vec::new();
    };
    model.spots.import.begin();
    model.stack.pop();
    // The list knows it at once: screens above it are named by its rows.
    let list = screens::sessions_query(model.books.sessions.as_ref());
    let mut effects = vec![Effect::Ask(list)];
    effects.extend(model.open(Screen::Session(id)));
    effects
}

//! What was being written when the program or the line broke, opened again where it was left. Does not know how a draft is
//! kept.

use crate::app::drafts::form_of_draft;
use crate::app::machine::form;
use crate::app::screens::Tab;
use crate::app::{Effect, Model, Preparing, Screen, forms};
use crate::domain::ids::{NoteId, ResolutionId, SessionId};
use crate::domain::resolution::Resolution;
use crate::ui::Role;

/// What a draft is of, as far as it can be opened by itself.
enum Unsaved {
    /// A resolution; a new one of the session where it has no id of its own.
    Resolution(ResolutionId),
    Note(NoteId),
}

impl Unsaved {
    fn of(key: &str) -> Option<Unsaved> {
        let (kind, id) = key.split_once('/')?;
        match kind {
            "resolution" => Some(Unsaved::Resolution(ResolutionId::from(id))),
            "note" => Some(Unsaved::Note(NoteId::from(id))),
            _ => None,
        }
    }

    fn session(&self) -> SessionId {
        match self {
            Unsaved::Resolution(id) => id.session(),
            Unsaved::Note(id) => id.session(),
        }
    }

    fn tab(&self) -> Tab {
        match self {
            Unsaved::Resolution(_) => Tab::Resolutions,
            Unsaved::Note(_) => Tab::Notes,
        }
    }
}

/// Goes to what was being written, with the words and the caret as they were left.
pub(in crate::app) fn reopen(model: &mut Model, key: &str) -> Vec<Effect> {
    let Some(unsaved) = Unsaved::of(key) else {
        // It is offered where its form is opened.
        let said = model.words.say_with(
            "unsaved-in-form",
            &[("form", model.words.say(form_of_draft(key)).into())],
        );
        model.say(said, Role::Plain);
        return Vec::new();
    };
    let session = unsaved.session();
    model.spots.of_mut(&session).tab = unsaved.tab();
    model.preparing = Some(Preparing::Draft(key.to_owned()));
    let mut effects = model.go_to(Screen::Session(session));
    effects.extend(session_read(model));
    effects
}

/// The session of a draft that is to be opened was read, or is known already.
pub(in crate::app) fn session_read(model: &mut Model) -> Vec<Effect> {
    let Some(Preparing::Draft(key)) = &model.preparing else {
        return Vec::new();
    };
    let key = key.clone();
    let Some(unsaved) = Unsaved::of(&key) else {
        return Vec::new();
    };
    let context = model.context();
    let Some(view) = context.books.session(&unsaved.session()) else {
        return Vec::new();
    };
    let steps = match &unsaved {
        Unsaved::Resolution(id) => {
            let row = view.resolutions.iter().find(|row| row.resolution.id == *id);
            match row {
                Some(row) => forms::edit_resolution(&context, row),
                None => forms::new_resolution(&context, &view.session, Resolution::default()),
            }
        }
        Unsaved::Note(id) => match view.notes.iter().find(|note| note.id == *id) {
            Some(note) => forms::edit_note(&context, &view.session, note),
            None => forms::new_note(&context, &view.session, None),
        },
    };
    model.preparing = None;
    let effects = model.obey(steps);
    // What was recorded under another key by now has no form to come back to.
    let is_it = model.form().is_some_and(|form| form.draft_key() == key);
    model.brings = is_it.then_some(key);
    effects
}

/// Brings a draft back at once, where it is the one that was gone to; returns whether it was.
pub(in crate::app) fn brought(model: &mut Model, key: &str, text: &str) -> bool {
    if model.brings.take_if(|wanted| wanted == key).is_none() {
        return false;
    }
    form::bring(model, text);
    true
}

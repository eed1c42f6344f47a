//! What can be asked of one note, and who said it, wherever it is shown. Does not know where that is.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::forms;
use crate::app::keys::Act;
use crate::app::locked::locked;
use crate::app::step::Step;
use crate::domain::session::{Note, Session};
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::ui::{Piece, Role, TableCell};

/// What can be asked of one note, wherever it is shown; `leave` when the screen is about it alone.
pub(super) fn act_on(context: &Context, view: &SessionView, note: &Note, act: Act, leave: bool) -> Vec<Step> {
    match act {
        Act::Edit => forms::edit_note(context, &view.session, note),
        Act::Decide => forms::resolution_of_note(context, &view.session, note),
        Act::Remove => match locked(&view.session) {
            Some(step) => vec![step],
            None => remove(context, note, leave),
        },
        Act::Hide => hide(&view.session, note),
        Act::Copy => {
            let speaker = note.speaker.iter().map(|speaker| format!("{speaker}: "));
            vec![Step::Copy(speaker.chain([note.text.clone()]).collect())]
        }
        _ => Vec::new(),
    }
}

/// Makes a note one for the secretary alone, or no longer.
fn hide(session: &Session, note: &Note) -> Vec<Step> {
    let after = Note {
        private: !note.private,
        ..note.clone()
    };
    let change = || {
        Step::change(Command::RecordNote {
            before: Some(note.clone()),
            after,
        })
    };
    vec![locked(session).unwrap_or_else(change)]
}

fn remove(context: &Context, note: &Note, leave: bool) -> Vec<Step> {
    let speaker = note.speaker.clone().unwrap_or_default();
    let text = context
        .words
        .say_with("remove-note", &[("speaker", speaker.into())]);
    let command = Box::new(Command::RemoveNote(note.id.clone()));
    let then = if leave {
        vec![Step::Do(command), Step::Back]
    } else {
        vec![Step::Do(command)]
    };
    vec![Step::Question(Dialog::before_removing(context.words, text, then))]
}

/// The speaker, the item of the agenda and the time, as far as they are known.
pub(super) fn who(context: &Context, note: &Note) -> TableCell {
    let mut who = vec![Piece::stored(note.speaker.clone().unwrap_or_default()).role(Role::Strong)];
    if let Some(item) = note.agenda_item {
        let words = context
            .words
            .say_with("note-agenda-item", &[("number", item.into())]);
        who.push(Piece::ours(words).role(Role::Faint));
    }
    if let Some(at) = note.at {
        who.push(Piece::ours(context.words.time(at)).role(Role::Faint));
    }
    if note.private {
        who.push(Piece::ours(context.words.say("paper-private")).role(Role::Warn));
    }
    who
}

//! The form of a note. Does not know the order of the notes.

use crate::app::context::Context;
use crate::app::field::{Field, says};
use crate::app::form::parts::{number_field, number_of, time_field, time_of, words_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::locked::locked;
use crate::app::step::Step;
use crate::calendar::tehran_time;
use crate::domain::ids::{NoteId, SessionId};
use crate::domain::session::{Note, Session, SessionState};
use crate::office::command::Command;
use crate::office::query::Query;
use crate::text::EditCommand;

/// A note.
#[derive(Clone, Debug)]
struct NoteForm {
    /// As it was read; none of a new one.
    before: Option<Note>,
    /// What the fields do not show of it.
    base: Note,
}

impl About for NoteForm {
    fn title(&self) -> &'static str {
        match self.before {
            None => "form-note-new",
            Some(_) => "form-note",
        }
    }

    fn draft_key(&self) -> String {
        format!("note/{}", self.base.id)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.base.id.session())
    }

    fn offers_speakers(&self) -> bool {
        true
    }

    fn was_recorded(&self, context: &Context, draft: &str) -> bool {
        let view = context.books.session(&self.base.id.session());
        let mut notes = view.into_iter().flat_map(|view| &view.notes);
        self.before.is_none() && notes.any(|note| says(&fields(context, note), draft))
    }

    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let after = Note {
            at: time_of(form, "at")?,
            speaker: form.some("speaker"),
            text: words_of(form, "text")?,
            agenda_item: number_of(form, "item")?,
            ..self.base.clone()
        };
        Ok(Command::RecordNote {
            before: self.before.clone(),
            after,
        })
    }
}

/// Opens the form of a new note, on the item of the agenda that the session has come to.
pub(in crate::app) fn new_note(context: &Context, session: &Session, item: Option<u32>) -> Vec<Step> {
    // What is noted while the session runs is said now.
    let runs = session.state == SessionState::Running;
    let note = Note {
        id: NoteId::in_session(&session.id, ""),
        agenda_item: item,
        at: runs.then(|| tehran_time(context.now)),
        ..Note::default()
    };
    let mut fields = fields(context, &note);
    // What stands there already is written over by the first letter.
    let known = fields
        .iter_mut()
        .filter(|field| matches!(field.name, "item" | "at"));
    for buffer in known.filter_map(Field::buffer_mut) {
        buffer.apply(EditCommand::SelectAll);
    }
    open_note(session, None, note, fields)
}

/// Opens the form of a note that there is.
pub(in crate::app) fn edit_note(context: &Context, session: &Session, note: &Note) -> Vec<Step> {
    let fields = fields(context, note);
    open_note(session, Some(note.clone()), note.clone(), fields)
}

fn open_note(session: &Session, before: Option<Note>, base: Note, fields: Vec<Field>) -> Vec<Step> {
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let form = Step::form(Form::new(NoteForm { before, base }, fields));
    vec![form, Step::Ask(Query::Voices(session.id.clone()))]
}

fn fields(context: &Context, note: &Note) -> Vec<Field> {
    vec![
        Field::speaker(
            "speaker",
            "field-speaker",
            note.speaker.as_deref().unwrap_or_default(),
        ),
        Field::text("text", "field-note", &note.text).hinted("hint-text"),
        number_field(context, "item", "field-note-item", note.agenda_item),
        time_field(context, "at", "field-note-time", note.at),
    ]
}

//! The forms of an agenda item, of a note and of the letter that invites.

use super::{About, Problem, number_field, number_of, time_field, time_of, unless_locked, words_of};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::locked::locked;
use crate::app::say;
use crate::app::step::Step;
use crate::calendar::tehran_time;
use crate::domain::ids::NoteId;
use crate::domain::resolution::Resolution;
use crate::domain::session::{AgendaItem, AgendaKind, Note, Session, SessionState};
use crate::office::command::Command;
use crate::office::query::Query;
use crate::text::EditCommand;

const KINDS: [AgendaKind; 2] = [AgendaKind::Ordinary, AgendaKind::OpenResolutions];

/// Opens the form of an agenda item; none is a new one.
pub(in crate::app) fn agenda_item(context: &Context, session: &Session, at: Option<usize>) -> Vec<Step> {
    let item = at
        .and_then(|at| session.agenda.get(at))
        .cloned()
        .unwrap_or_default();
    let kinds = KINDS
        .map(|kind| context.words.say(say::agenda_kind(kind)))
        .to_vec();
    let kind = KINDS.iter().position(|kind| *kind == item.kind).unwrap_or(0);
    let fields = vec![
        Field::line("title", "field-agenda-item", &item.title).hinted("hint-small"),
        number_field(context, "minutes", "field-planned-minutes", item.planned_minutes).hinted("hint-small"),
        Field::choice("kind", "field-agenda-kind", kinds, kind),
    ];
    let about = About::AgendaItem {
        session: Box::new(session.clone()),
        at,
    };
    unless_locked(session, Form::new(about, fields))
}

/// The command that records the item in its session.
pub(super) fn read_agenda_item(
    form: &Form,
    session: &Session,
    at: Option<usize>,
) -> Result<Command, Problem> {
    let item = AgendaItem {
        title: words_of(form, "title")?,
        planned_minutes: number_of(form, "minutes")?,
        kind: KINDS.get(form.chosen("kind")).copied().unwrap_or_default(),
    };
    let mut after = session.clone();
    match at.and_then(|at| after.agenda.get_mut(at)) {
        Some(place) => *place = item,
        None => after.agenda.push(item),
    }
    Ok(Command::RecordSession {
        before: Some(Box::new(session.clone())),
        after: Box::new(after),
    })
}

/// Opens the form of the letter that invites to a session; `own` is as the session gives it.
pub(in crate::app) fn letter(session: &Session, text: &str, own: String) -> Vec<Step> {
    let fields = vec![Field::text("letter", "field-letter-text", text).hinted("hint-letter")];
    let about = About::Letter {
        session: Box::new(session.clone()),
        own,
    };
    unless_locked(session, Form::new(about, fields))
}

/// The command that records the letter; one that is as the session gives it, or empty, is the session's own again.
pub(super) fn read_letter(form: &Form, session: &Session, own: &str) -> Command {
    Command::RecordInvitation {
        session: session.id.clone(),
        text: form.some("letter").filter(|text| text != own.trim()),
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
    let mut fields = note_fields(context, &note);
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
    let fields = note_fields(context, note);
    open_note(session, Some(Box::new(note.clone())), note.clone(), fields)
}

fn open_note(session: &Session, before: Option<Box<Note>>, note: Note, fields: Vec<Field>) -> Vec<Step> {
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let about = About::Note {
        before,
        base: Box::new(note),
    };
    let form = Step::form(Form::new(about, fields));
    vec![form, Step::Ask(Query::Voices(session.id.clone()))]
}

/// Opens the form of a new resolution with the words of a note.
pub(in crate::app) fn resolution_of_note(context: &Context, session: &Session, note: &Note) -> Vec<Step> {
    let start = Resolution {
        text: note.text.clone(),
        from_note: Some(note.id.clone()),
        agenda_item: note.agenda_item,
        ..Resolution::default()
    };
    super::new_resolution(context, session, start)
}

pub(super) fn note_fields(context: &Context, note: &Note) -> Vec<Field> {
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

/// The command that records the note.
pub(super) fn read_note(form: &Form, before: &Option<Box<Note>>, base: &Note) -> Result<Command, Problem> {
    let after = Note {
        at: time_of(form, "at")?,
        speaker: form.some("speaker"),
        text: words_of(form, "text")?,
        agenda_item: number_of(form, "item")?,
        ..base.clone()
    };
    Ok(Command::RecordNote {
        before: before.as_deref().cloned(),
        after,
    })
}

//! The forms of an agenda item and of a note.

use super::{About, Problem, number_field, number_of, open_unlocked, words_of};
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::{Effect, Model};
use crate::calendar::{Moment, tehran_time};
use crate::domain::ids::NoteId;
use crate::domain::session::{AgendaItem, Note, Session};
use crate::office::command::Command;

/// Opens the form of an agenda item; none is a new one.
pub(in crate::app) fn agenda_item(model: &mut Model, session: &Session, at: Option<usize>) -> Vec<Effect> {
    let item = at
        .and_then(|at| session.agenda.get(at))
        .cloned()
        .unwrap_or_default();
    let fields = vec![
        Field::line("title", "field-agenda-item", &item.title).hinted("hint-small"),
        number_field(model, "minutes", "field-planned-minutes", item.planned_minutes).hinted("hint-small"),
    ];
    let about = About::AgendaItem {
        session: Box::new(session.clone()),
        at,
    };
    open_unlocked(model, session, Form::new(about, fields))
}

/// The command that records the item in its session.
pub(super) fn read_agenda_item(
    form: &Form,
    session: &Session,
    at: Option<usize>,
) -> Result<Command, Problem> {
    let base = at.and_then(|at| session.agenda.get(at)).cloned();
    let item = AgendaItem {
        title: words_of(form, "title")?,
        planned_minutes: number_of(form, "minutes")?,
        ..base.unwrap_or_default()
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

/// Opens the form of a note; none is a new one.
pub(in crate::app) fn note(model: &mut Model, session: &Session, before: Option<Note>) -> Vec<Effect> {
    let fresh = || Note {
        id: NoteId::in_session(&session.id, ""),
        ..Note::default()
    };
    let note = before.clone().unwrap_or_else(fresh);
    let fields = note_fields(model, &note);
    let about = About::Note {
        before: before.map(Box::new),
        base: Box::new(note),
    };
    open_unlocked(model, session, Form::new(about, fields))
}

pub(super) fn note_fields(model: &Model, note: &Note) -> Vec<Field> {
    vec![
        Field::line(
            "speaker",
            "field-speaker",
            note.speaker.as_deref().unwrap_or_default(),
        ),
        Field::text("text", "field-note", &note.text).hinted("hint-text"),
        number_field(model, "item", "field-note-item", note.agenda_item),
    ]
}

/// The command that records the note.
pub(super) fn read_note(
    form: &Form,
    before: &Option<Box<Note>>,
    base: &Note,
    running: bool,
    now: Moment,
) -> Result<Command, Problem> {
    // What is noted while the session runs was said at that time.
    let said = (running && before.is_none()).then(|| tehran_time(now));
    let after = Note {
        at: base.at.or(said),
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

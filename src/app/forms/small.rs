//! The forms of an agenda item, of a note and of the letter that invites.

use super::{About, Problem, number_field, number_of, open_unlocked, time_field, time_of, words_of};
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::{Effect, Model, say, screens};
use crate::calendar::tehran_time;
use crate::domain::ids::NoteId;
use crate::domain::resolution::Resolution;
use crate::domain::session::{AgendaItem, AgendaKind, Note, Session, SessionState};
use crate::office::command::Command;
use crate::office::query::Query;
use crate::text::EditCommand;

const KINDS: [AgendaKind; 2] = [AgendaKind::Ordinary, AgendaKind::OpenResolutions];

/// Opens the form of an agenda item; none is a new one.
pub(in crate::app) fn agenda_item(model: &mut Model, session: &Session, at: Option<usize>) -> Vec<Effect> {
    let item = at
        .and_then(|at| session.agenda.get(at))
        .cloned()
        .unwrap_or_default();
    let kinds = KINDS.map(|kind| model.words.say(say::agenda_kind(kind))).to_vec();
    let kind = KINDS.iter().position(|kind| *kind == item.kind).unwrap_or(0);
    let fields = vec![
        Field::line("title", "field-agenda-item", &item.title).hinted("hint-small"),
        number_field(model, "minutes", "field-planned-minutes", item.planned_minutes).hinted("hint-small"),
        Field::choice("kind", "field-agenda-kind", kinds, kind),
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
pub(in crate::app) fn letter(model: &mut Model, session: &Session, text: &str, own: String) -> Vec<Effect> {
    let fields = vec![Field::text("letter", "field-letter-text", text).hinted("hint-letter")];
    let about = About::Letter {
        session: Box::new(session.clone()),
        own,
    };
    open_unlocked(model, session, Form::new(about, fields))
}

/// The command that records the letter; one that is as the session gives it, or empty, is the session's own again.
pub(super) fn read_letter(form: &Form, session: &Session, own: &str) -> Command {
    Command::RecordInvitation {
        session: session.id.clone(),
        text: form.some("letter").filter(|text| text != own.trim()),
    }
}

/// Opens the form of a note; none is a new one.
pub(in crate::app) fn note(model: &mut Model, session: &Session, before: Option<Note>) -> Vec<Effect> {
    // What is noted while the session runs is said now, on the item it has come to.
    let runs = session.state == SessionState::Running;
    let fresh = || Note {
        id: NoteId::in_session(&session.id, ""),
        agenda_item: screens::current_item(model, &session.id),
        at: runs.then(|| tehran_time(model.now)),
        ..Note::default()
    };
    let note = before.clone().unwrap_or_else(fresh);
    let mut fields = note_fields(model, &note);
    if before.is_none() {
        // What stands there already is written over by the first letter.
        for field in fields
            .iter_mut()
            .filter(|field| matches!(field.name, "item" | "at"))
        {
            if let Some(buffer) = field.buffer_mut() {
                buffer.apply(EditCommand::SelectAll);
            }
        }
    }
    let about = About::Note {
        before: before.map(Box::new),
        base: Box::new(note),
    };
    let mut effects = open_unlocked(model, session, Form::new(about, fields));
    if !effects.is_empty() {
        effects.push(Effect::Ask(Query::Voices(session.id.clone())));
    }
    effects
}

/// Opens the form of a new resolution with the words of a note.
pub(in crate::app) fn resolution_of_note(model: &mut Model, session: &Session, note: &Note) -> Vec<Effect> {
    let start = Resolution {
        text: note.text.clone(),
        from_note: Some(note.id.clone()),
        agenda_item: note.agenda_item,
        ..Resolution::default()
    };
    super::new_resolution(model, session, start)
}

pub(super) fn note_fields(model: &Model, note: &Note) -> Vec<Field> {
    vec![
        Field::speaker(
            "speaker",
            "field-speaker",
            note.speaker.as_deref().unwrap_or_default(),
        ),
        Field::text("text", "field-note", &note.text).hinted("hint-text"),
        number_field(model, "item", "field-note-item", note.agenda_item),
        time_field(model, "at", "field-note-time", note.at),
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

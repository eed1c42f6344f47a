//! The form of a correction of final minutes: what stands there, what shall be read instead, and why. Does not know
//! the list of corrections.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::words_of;
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::correction::{Corrected, Correction};
use crate::domain::ids::{CorrectionId, SessionId};
use crate::domain::resolution::Resolution;
use crate::domain::session::{Note, Session};
use crate::office::command::Command;
use crate::office::query::{RollRow, SessionView};
use crate::say;
use crate::ui::Role;

/// A correction of a record of final minutes.
#[derive(Clone, Debug)]
struct CorrectionForm {
    session: SessionId,
    corrected: Corrected,
}

impl About for CorrectionForm {
    fn title(&self) -> &'static str {
        "form-correction"
    }

    fn draft_key(&self) -> String {
        let session = &self.session;
        match &self.corrected {
            Corrected::Session => format!("correction/{session}"),
            Corrected::Attendance(seat) => format!("correction/{session}/{seat}"),
            Corrected::Note(note) => format!("correction/{note}"),
            Corrected::Resolution(resolution) => format!("correction/{resolution}"),
        }
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.session.clone())
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let (was, shall_be) = (form.written("was"), form.written("shall_be"));
        if was == shall_be {
            return Err(FieldProblem::at("shall_be", "problem-same"));
        }
        let actor = Some(context.setup.actor.clone());
        let correction = Correction {
            id: CorrectionId::default(),
            number: 0,
            date: context.setup.today,
            by: actor.filter(|actor| !actor.trim().is_empty()),
            about: self.corrected.clone(),
            was: was.to_owned(),
            shall_be: shall_be.to_owned(),
            reason: words_of(form, "reason")?,
            extra: Default::default(),
        };
        Ok(Command::RecordCorrection {
            session: self.session.clone(),
            correction,
        })
    }
}

/// Opens the form with what the minutes say of a record; in minutes that are open there is nothing to correct.
pub(in crate::app) fn correction(context: &Context, view: &SessionView, about: Corrected) -> Vec<Step> {
    if view.session.state.is_open() {
        let words = context.words.say("refusal-session-is-not-final");
        return vec![Step::Say(words, Role::Bad)];
    }
    let was = stands(context, view, &about);
    let fields = vec![
        Field::text("was", "field-was", &was).hinted("hint-was"),
        Field::text("shall_be", "field-shall-be", &was).hinted("hint-shall-be"),
        Field::line("reason", "field-correction-reason", "").hinted("hint-correction-reason"),
    ];
    let about = CorrectionForm {
        session: view.session.id.clone(),
        corrected: about,
    };
    let mut form = Form::new(about, fields);
    // What stands there is there already.
    form.focus = 1;
    vec![Step::form(form)]
}

/// What the minutes say of a record, in lines.
fn stands(context: &Context, view: &SessionView, about: &Corrected) -> String {
    let lines = match about {
        Corrected::Session => of_head(context, &view.session),
        Corrected::Attendance(seat) => {
            let row = view.roll.iter().find(|row| row.seat.id == *seat);
            row.map(|row| of_seat(context, row)).unwrap_or_default()
        }
        Corrected::Note(id) => {
            let note = view.notes.iter().find(|note| note.id == *id);
            note.map(of_note).unwrap_or_default()
        }
        Corrected::Resolution(id) => {
            let row = view.resolutions.iter().find(|row| row.resolution.id == *id);
            row.map(|row| of_resolution(context, &row.resolution))
                .unwrap_or_default()
        }
    };
    lines.join("\n")
}

/// «label: value»; nothing where there is no value.
fn labelled(context: &Context, label: &str, value: Option<String>) -> Option<String> {
    let value = value.filter(|value| !value.trim().is_empty())?;
    Some(format!("{}: {value}", context.words.say(label)))
}

fn of_head(context: &Context, session: &Session) -> Vec<String> {
    let words = context.words;
    let lines = [
        ("field-date", session.date.map(|day| say::day_long(words, day))),
        ("field-start", session.start.map(|time| words.time(time))),
        ("field-end", session.end.map(|time| words.time(time))),
        ("field-place", session.place.clone()),
        ("field-chair", session.chair.clone()),
        ("field-secretary", session.secretary.clone()),
        ("field-invitation-number", session.invitation_number.clone()),
    ];
    let lines = lines.into_iter();
    lines
        .filter_map(|(label, value)| labelled(context, label, value))
        .collect()
}

fn of_seat(context: &Context, row: &RollRow) -> Vec<String> {
    let mark = &row.attendance;
    let person = mark.representative.as_ref();
    let parts = [
        Some(say::presence(context.words, mark.status).0),
        mark.person.clone(),
        person.and_then(|person| person.name.clone()),
        person.and_then(|person| person.post.clone()),
        mark.reason.clone(),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    vec![format!(
        "{}: {}",
        row.seat.name,
        said.join(&context.words.say("place-comma"))
    )]
}

fn of_note(note: &Note) -> Vec<String> {
    let speaker = note.speaker.iter().map(|speaker| format!("{speaker}:"));
    speaker.chain([note.text.clone()]).collect()
}

fn of_resolution(context: &Context, resolution: &Resolution) -> Vec<String> {
    let who: Vec<String> = resolution
        .responsible
        .iter()
        .map(|who| who.written.clone())
        .collect();
    let deadline = resolution
        .deadline
        .as_ref()
        .map(|deadline| deadline.written.clone());
    let lines = [
        resolution.subject.clone(),
        Some(resolution.text.clone()),
        labelled(context, "field-deadline", deadline),
        labelled(
            context,
            "field-responsible",
            Some(who.join(&context.words.say("place-comma"))),
        ),
    ];
    lines.into_iter().flatten().collect()
}

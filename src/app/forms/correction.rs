//! The form of a correction of final minutes: the fields of the record as they were signed, of which those that are
//! changed are set right; words for what is no field of it; and why. Does not know the list of corrections.

use super::deadline::CountsFrom;
use super::resolution::names_in;
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{day_field, day_of, time_field, time_of, words_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::attendance::Presence;
use crate::domain::correction::{Correctable, Corrected, CorrectedField, Correction, FieldChange};
use crate::domain::deadline::DaysAfter;
use crate::domain::ids::{CorrectionId, SessionId};
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::say::{self, sentences};
use crate::ui::Role;

/// A correction of a record of final minutes.
#[derive(Clone, Debug)]
struct CorrectionForm {
    session: SessionId,
    corrected: Corrected,
    /// The clause that it is about, by its letter.
    clause: Option<String>,
    /// The day of the session, from which deadlines count.
    day: Option<Day>,
    notified: Option<Day>,
    /// The fields of the record, with what they say.
    fields: Vec<(RecordField, String)>,
}

/// How a field is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FieldShape {
    Line,
    Text,
    Day,
    Time,
    Presence,
    Names,
}

/// A field of a record in the form.
#[derive(Clone, Debug)]
struct RecordField {
    /// The name of the form's field.
    name: &'static str,
    label: &'static str,
    field: CorrectedField,
    shape: FieldShape,
}

const fn of(
    name: &'static str,
    label: &'static str,
    field: CorrectedField,
    shape: FieldShape,
) -> RecordField {
    RecordField {
        name,
        label,
        field,
        shape,
    }
}

const OF_SESSION: [RecordField; 7] = [
    of("date", "field-date", CorrectedField::Date, FieldShape::Day),
    of("start", "field-start", CorrectedField::Start, FieldShape::Time),
    of("end", "field-end", CorrectedField::End, FieldShape::Time),
    of("place", "field-place", CorrectedField::Place, FieldShape::Line),
    of("chair", "field-chair", CorrectedField::Chair, FieldShape::Line),
    of(
        "secretary",
        "field-secretary",
        CorrectedField::Secretary,
        FieldShape::Line,
    ),
    of(
        "number",
        "field-invitation-number",
        CorrectedField::InvitationNumber,
        FieldShape::Line,
    ),
];
const OF_SEAT: [RecordField; 7] = [
    of(
        "status",
        "field-presence",
        CorrectedField::Status,
        FieldShape::Presence,
    ),
    of("person", "field-person", CorrectedField::Person, FieldShape::Line),
    of(
        "name",
        "field-representative",
        CorrectedField::Representative,
        FieldShape::Line,
    ),
    of(
        "post",
        "field-representative-post",
        CorrectedField::RepresentativePost,
        FieldShape::Line,
    ),
    of("away", "field-reason", CorrectedField::Reason, FieldShape::Line),
    of(
        "arrived",
        "field-arrived",
        CorrectedField::Arrived,
        FieldShape::Time,
    ),
    of(
        "departed",
        "field-departed",
        CorrectedField::Departed,
        FieldShape::Time,
    ),
];
const OF_NOTE: [RecordField; 2] = [
    of("note", "field-text", CorrectedField::Note, FieldShape::Text),
    of(
        "voice",
        "field-speaker",
        CorrectedField::NoteSpeaker,
        FieldShape::Line,
    ),
];
const OF_RESOLUTION: [RecordField; 4] = [
    of("text", "field-text", CorrectedField::Resolution, FieldShape::Text),
    of(
        "subject",
        "field-subject",
        CorrectedField::Subject,
        FieldShape::Line,
    ),
    of(
        "deadline",
        "field-deadline",
        CorrectedField::Deadline,
        FieldShape::Line,
    ),
    of(
        "responsible",
        "field-responsible",
        CorrectedField::Responsible,
        FieldShape::Names,
    ),
];

/// The fields of a clause.
fn of_clause(letter: &str) -> [RecordField; 2] {
    [
        of(
            "responsible",
            "field-responsible",
            CorrectedField::ClauseResponsible(letter.to_owned()),
            FieldShape::Names,
        ),
        of(
            "deadline",
            "field-deadline",
            CorrectedField::ClauseDeadline(letter.to_owned()),
            FieldShape::Line,
        ),
    ]
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
            Corrected::Resolution(resolution) => match &self.clause {
                Some(letter) => format!("correction/{resolution}/{letter}"),
                None => format!("correction/{resolution}"),
            },
        }
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.session.clone())
    }

    fn subject(&self, context: &Context) -> Option<String> {
        let letter = self.clause.as_deref()?;
        Some(
            context
                .words
                .say_with("correction-of-clause", &[("letter", letter.into())]),
        )
    }

    /// What a deadline would come to.
    fn read_back(&self, context: &Context, form: &Form, field: &str) -> Option<(String, Role)> {
        let from = CountsFrom {
            day: self.day,
            after: DaysAfter {
                notified: self.notified,
                next_session: None,
            },
            answered: &[],
        };
        (field == "deadline").then(|| from.read_back(context, form.written(field)))
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let mut changes = Vec::new();
        let (mut was, mut shall_be) = (Vec::new(), Vec::new());
        for (field, signed) in &self.fields {
            let right = field.written(context, form)?;
            if right == *signed {
                continue;
            }
            was.push(field.told(context, signed));
            shall_be.push(field.told(context, &right));
            changes.push(FieldChange {
                field: field.field.clone(),
                was: signed.clone(),
                shall_be: right,
            });
        }
        let (other_was, other) = (form.written("was"), form.written("shall_be"));
        if other_was != other {
            was.push(other_was.to_owned());
            shall_be.push(other.to_owned());
        } else if changes.is_empty() {
            return Err(FieldProblem::at(self.first_field(), "problem-same"));
        }
        let actor = Some(context.setup.actor.clone());
        let correction = Correction {
            id: CorrectionId::default(),
            number: 0,
            date: context.setup.today,
            by: actor.filter(|actor| !actor.trim().is_empty()),
            about: self.corrected.clone(),
            was: was.join("\n"),
            shall_be: shall_be.join("\n"),
            changes,
            // The office knows which one holds.
            version: 1,
            reason: words_of(form, "reason")?,
            extra: Default::default(),
        };
        Ok(Command::RecordCorrection {
            session: self.session.clone(),
            correction,
        })
    }
}

impl CorrectionForm {
    fn first_field(&self) -> &'static str {
        self.fields.first().map_or("shall_be", |(field, _)| field.name)
    }
}

impl RecordField {
    /// The field of the form, with what the record says.
    fn field(&self, context: &Context, value: &str) -> Field {
        let (name, label) = (self.name, self.label);
        let field = match self.shape {
            FieldShape::Line => Field::line(name, label, value),
            FieldShape::Text => Field::text(name, label, value),
            FieldShape::Day => day_field(context, name, label, crate::calendar::Day::from_iso(value).ok()),
            FieldShape::Time => time_field(
                context,
                name,
                label,
                crate::calendar::TimeOfDay::parse(value).ok(),
            ),
            FieldShape::Presence => {
                let options = Presence::ALL.map(|one| say::presence(context.words, one).0);
                let at = Presence::ALL.iter().position(|one| one.word() == value);
                return Field::choice(name, label, options.to_vec(), at.unwrap_or(0));
            }
            FieldShape::Names => {
                let names = value
                    .lines()
                    .map(|written| crate::domain::resolution::Responsible {
                        written: written.to_owned(),
                        organisation: None,
                    });
                return Field::names(name, label, names.collect());
            }
        };
        field.hinted("hint-corrected")
    }

    /// What is written in the form, as a correction has it.
    fn written(&self, context: &Context, form: &Form) -> Result<String, FieldProblem> {
        Ok(match self.shape {
            FieldShape::Line | FieldShape::Text => form.written(self.name).to_owned(),
            FieldShape::Day => day_of(context, form, self.name)?
                .map(|day| day.iso())
                .ok_or(FieldProblem::at(self.name, "problem-empty"))?,
            FieldShape::Time => {
                let time = time_of(form, self.name)?;
                time.map(|time| time.to_string()).unwrap_or_default()
            }
            FieldShape::Presence => {
                let chosen = Presence::ALL.get(form.chosen(self.name));
                chosen.copied().unwrap_or_default().word().to_owned()
            }
            FieldShape::Names => {
                let names = names_in(context.books, form, self.name);
                let names: Vec<&str> = names.iter().map(|one| one.written.as_str()).collect();
                names.join("\n")
            }
        })
    }

    /// «ساعت پایان: ۱۰:۳۰».
    fn told(&self, context: &Context, value: &str) -> String {
        let lines: Vec<String> = value.lines().map(str::to_owned).collect();
        let told = match self.shape {
            FieldShape::Text => value.to_owned(),
            _ => sentences::signed_values(context.words, self.field.name(), &lines),
        };
        let label = match (self.field.clause(), self.shape) {
            (None, _) => context.words.say(self.label),
            (Some(letter), FieldShape::Names) => context
                .words
                .say_with("field-clause-responsible", &[("letter", letter.into())]),
            (Some(letter), _) => context
                .words
                .say_with("field-clause-deadline", &[("letter", letter.into())]),
        };
        format!("{label}: {told}")
    }
}

/// Opens the form with what the minutes say of a record; in minutes that are open there is nothing to correct.
///
/// With the letter of a clause it is about who is to act on that, and until when.
pub(in crate::app) fn correction(
    context: &Context,
    view: &SessionView,
    about: Corrected,
    clause: Option<String>,
) -> Vec<Step> {
    if view.session.state.is_open() {
        let words = context.words.say("refusal-session-is-not-final");
        return vec![Step::Say(words, Role::Bad)];
    }
    let of_record = fields_of(view, &about, clause.as_deref());
    let mut fields: Vec<Field> = of_record
        .iter()
        .map(|(field, value)| field.field(context, value))
        .collect();
    fields.extend([
        Field::text("was", "field-was", "").hinted("hint-was"),
        Field::text("shall_be", "field-shall-be", "").hinted("hint-shall-be"),
        Field::line("reason", "field-correction-reason", "").hinted("hint-correction-reason"),
    ]);
    let about = CorrectionForm {
        session: view.session.id.clone(),
        corrected: about,
        clause,
        day: view.session.date,
        notified: view.session.notified,
        fields: of_record,
    };
    vec![Step::form(Form::new(about, fields))]
}

/// The fields of a record, with what they say now: what was corrected before is what stands.
fn fields_of(view: &SessionView, about: &Corrected, clause: Option<&str>) -> Vec<(RecordField, String)> {
    match about {
        Corrected::Session => valued(&view.session, &OF_SESSION),
        Corrected::Attendance(seat) => {
            let row = view.roll.iter().find(|row| row.seat.id == *seat);
            row.map(|row| valued(&row.attendance, &OF_SEAT))
                .unwrap_or_default()
        }
        Corrected::Note(id) => {
            let note = view.notes.iter().find(|note| note.id == *id);
            note.map(|note| valued(note, &OF_NOTE)).unwrap_or_default()
        }
        Corrected::Resolution(id) => {
            let row = view.resolutions.iter().find(|row| row.resolution.id == *id);
            let fields = match clause {
                Some(letter) => of_clause(letter).to_vec(),
                None => OF_RESOLUTION.to_vec(),
            };
            row.map(|row| valued(&row.resolution, &fields))
                .unwrap_or_default()
        }
    }
}

fn valued(record: &impl Correctable, fields: &[RecordField]) -> Vec<(RecordField, String)> {
    let value = |field: &RecordField| record.value(&field.field).unwrap_or_default();
    fields.iter().map(|field| (field.clone(), value(field))).collect()
}

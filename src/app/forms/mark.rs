//! The small form of the roll call: how a seat was filled. Does not know which seat comes next.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{line_field, stretches_field, stretches_of, time_field, time_of};
use crate::app::form::{About, After, FieldProblem, Form};
use crate::app::locked::unless_locked;
use crate::app::step::Step;
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::ids::SessionId;
use crate::domain::session::{InvitationAnswer, Session};
use crate::office::command::Command;
use crate::office::query::{LastAway, RollRow};
use crate::say;
use crate::text::EditCommand;

/// How a seat was filled.
#[derive(Clone, Debug)]
struct MarkForm {
    /// What the fields do not show of it.
    base: Attendance,
    /// The name of the seat.
    seat: String,
    /// Whether the selection goes to the next seat afterwards.
    goes_on: bool,
    /// Whether it is an answer to the invitation.
    answers: bool,
    /// The last reason of this seat, where none is recorded yet.
    last_reason: Option<String>,
}

impl About for MarkForm {
    fn title(&self) -> &'static str {
        "form-mark"
    }

    fn draft_key(&self) -> String {
        let key = format!("mark/{}/{}", self.base.session, self.base.seat);
        match self.goes_on {
            // It asks only for what belongs to one way of being there.
            true => format!("{key}/{}", self.base.status.word()),
            false => key,
        }
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.base.session.clone())
    }

    fn subject(&self, _context: &Context) -> Option<String> {
        Some(self.seat.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    /// Beside a name nobody would see a reason taken over: it is offered.
    fn suggested(&self, field: &str) -> Option<&str> {
        self.last_reason.as_deref().filter(|_| field == "reason")
    }

    fn after(&self) -> After {
        match self.goes_on {
            true => After::NextSeat(self.base.session.clone()),
            false => After::Nothing,
        }
    }

    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let whole = form.fields.iter().any(|field| field.name == "status");
        let mut mark = self.base.clone();
        if whole {
            mark.status = Presence::ALL
                .get(form.chosen("status"))
                .copied()
                .unwrap_or_default();
            mark.person = form.some("person");
            mark.arrived = time_of(form, "arrived")?;
            mark.departed = time_of(form, "departed")?;
            mark.again = stretches_of(form, "again")?;
        }
        let person = Representative {
            name: form.some("name"),
            post: form.some("post"),
        };
        let has_person = mark.status == Presence::Represented && person != Representative::default();
        mark.representative = has_person.then_some(person);
        mark.reason = form.some("reason");
        if self.answers {
            let seat = mark.seat.clone();
            return Ok(Command::RecordAnswers {
                session: self.base.session.clone(),
                answers: vec![(seat, Some(InvitationAnswer::of(mark)))],
            });
        }
        Ok(Command::Tick {
            session: self.base.session.clone(),
            marks: vec![mark],
        })
    }
}

/// The record of a seat with another status.
fn marked(session: &Session, row: &RollRow, status: Presence) -> Attendance {
    Attendance {
        session: session.id.clone(),
        seat: row.seat.id.clone(),
        status,
        ..row.attendance.clone()
    }
}

/// Opens the form of one seat. With `goes_on` it asks only for what belongs to the status, and the selection goes to
/// the next seat when it is saved; without, it shows everything.
pub(in crate::app) fn mark(
    context: &Context,
    session: &Session,
    row: &RollRow,
    status: Presence,
    goes_on: bool,
) -> Vec<Step> {
    let base = marked(session, row, status);
    let fields = if goes_on {
        fields_of_status(&base, row.last.as_ref())
    } else {
        all_fields(context, &base)
    };
    unless_locked(session, mark_form(row, base, fields, (goes_on, false)))
}

/// Opens the form of what a seat has answered to the invitation, for what belongs to that answer.
pub(in crate::app) fn invitation_answer(session: &Session, row: &RollRow, status: Presence) -> Vec<Step> {
    let base = marked(session, row, status);
    let fields = fields_of_status(&base, row.last.as_ref());
    unless_locked(session, mark_form(row, base, fields, (true, true)))
}

/// Opens the whole form of a seat at a time of it.
pub(in crate::app) fn mark_time(
    context: &Context,
    session: &Session,
    row: &RollRow,
    base: Attendance,
    field: &str,
) -> Vec<Step> {
    let fields = all_fields(context, &base);
    let mut form = mark_form(row, base, fields, (false, false));
    form.focus_on(field);
    unless_locked(session, form)
}

fn mark_form(row: &RollRow, base: Attendance, fields: Vec<Field>, (goes_on, answers): (bool, bool)) -> Form {
    let last = row.last.as_ref().and_then(|last| last.reason.clone());
    let about = MarkForm {
        last_reason: last.filter(|_| base.reason.is_none()),
        base,
        seat: row.seat.name.clone(),
        goes_on,
        answers,
    };
    Form::new(about, fields)
}

/// What belongs to a status. Where nothing is recorded yet, the last time's words stand there, chosen: Enter takes them
/// and letters write over them.
fn fields_of_status(base: &Attendance, last: Option<&LastAway>) -> Vec<Field> {
    let mut mark = base.clone();
    let remembered = last.filter(|_| base.representative.is_none() && base.reason.is_none());
    if let Some(last) = remembered {
        mark.representative.clone_from(&last.representative);
        // A reason of its own stands there where it is asked for alone; beside a name it is offered.
        if base.status == Presence::Excused {
            mark.reason.clone_from(&last.reason);
        }
    }
    let reason = line_field("reason", "field-reason", &mark.reason).hinted("hint-reason");
    let mut fields = if base.status == Presence::Represented {
        [person_fields(&mark), vec![reason]].concat()
    } else {
        vec![reason]
    };
    if remembered.is_some() {
        for buffer in fields.iter_mut().filter_map(Field::buffer_mut) {
            buffer.apply(EditCommand::SelectAll);
        }
    }
    fields
}

fn person_fields(base: &Attendance) -> Vec<Field> {
    let person = base.representative.clone().unwrap_or_default();
    vec![
        line_field("name", "field-representative", &person.name).hinted("hint-small"),
        line_field("post", "field-representative-post", &person.post).hinted("hint-small"),
    ]
}

fn all_fields(context: &Context, base: &Attendance) -> Vec<Field> {
    let statuses = Presence::ALL
        .map(|presence| say::presence(context.words, presence).0)
        .to_vec();
    let status = Presence::ALL
        .iter()
        .position(|presence| *presence == base.status)
        .unwrap_or(0);
    let mut fields = vec![
        Field::choice("status", "field-presence", statuses, status),
        line_field("person", "field-person", &base.person).hinted("hint-small"),
    ];
    fields.extend(person_fields(base));
    fields.extend([
        line_field("reason", "field-reason", &base.reason).hinted("hint-reason"),
        time_field(context, "arrived", "field-arrived", base.arrived),
        time_field(context, "departed", "field-departed", base.departed),
        stretches_field(context, "again", "field-again", &base.again),
    ]);
    fields
}

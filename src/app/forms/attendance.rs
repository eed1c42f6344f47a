//! The small forms of the roll call: how a seat was filled, and a guest.

use super::{About, Problem, line_field, open_unlocked, time_field, time_of, words_of};
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::{Effect, Model, say};
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::session::{Guest, Session};
use crate::office::command::Command;
use crate::office::query::RollRow;

/// Opens the form of one seat. With `goes_on` it asks only for what belongs to the status, and the selection goes to
/// the next seat when it is saved; without, it shows everything.
pub(in crate::app) fn mark(
    model: &mut Model,
    session: &Session,
    row: &RollRow,
    status: Presence,
    goes_on: bool,
) -> Vec<Effect> {
    let base = Attendance {
        session: session.id.clone(),
        seat: row.seat.id.clone(),
        status,
        ..row.attendance.clone()
    };
    let fields = if goes_on {
        fields_of_status(&base)
    } else {
        all_fields(model, &base)
    };
    let about = About::Mark {
        base: Box::new(base),
        seat: row.seat.name.clone(),
        goes_on,
    };
    open_unlocked(model, session, Form::new(about, fields))
}

fn fields_of_status(base: &Attendance) -> Vec<Field> {
    let reason = line_field("reason", "field-reason", &base.reason).hinted("hint-reason");
    if base.status == Presence::Represented {
        [person_fields(base), vec![reason]].concat()
    } else {
        vec![reason]
    }
}

fn person_fields(base: &Attendance) -> Vec<Field> {
    let person = base.representative.clone().unwrap_or_default();
    vec![
        line_field("name", "field-representative", &person.name).hinted("hint-small"),
        line_field("post", "field-representative-post", &person.post).hinted("hint-small"),
    ]
}

fn all_fields(model: &Model, base: &Attendance) -> Vec<Field> {
    let statuses = Presence::ALL
        .map(|presence| say::presence(&model.words, presence).0)
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
        time_field(model, "arrived", "field-arrived", base.arrived),
        time_field(model, "departed", "field-departed", base.departed),
    ]);
    fields
}

/// The command that ticks the seat.
pub(super) fn read_mark(form: &Form, base: &Attendance) -> Result<Command, Problem> {
    let whole = form.fields.iter().any(|field| field.name == "status");
    let mut mark = base.clone();
    if whole {
        mark.status = Presence::ALL
            .get(form.chosen("status"))
            .copied()
            .unwrap_or_default();
        mark.person = form.some("person");
        mark.arrived = time_of(form, "arrived")?;
        mark.departed = time_of(form, "departed")?;
    }
    let person = Representative {
        name: form.some("name"),
        post: form.some("post"),
    };
    let has_person = mark.status == Presence::Represented && person != Representative::default();
    mark.representative = has_person.then_some(person);
    mark.reason = form.some("reason");
    Ok(Command::Tick {
        session: base.session.clone(),
        marks: vec![mark],
    })
}

/// Opens the form of a guest; none is a new one.
pub(in crate::app) fn guest(model: &mut Model, session: &Session, at: Option<usize>) -> Vec<Effect> {
    let guest = at
        .and_then(|at| session.guests.get(at))
        .cloned()
        .unwrap_or_default();
    let fields = vec![
        Field::line("name", "field-guest", &guest.name).hinted("hint-small"),
        line_field("post", "field-guest-post", &guest.post).hinted("hint-small"),
    ];
    let about = About::Guest {
        session: Box::new(session.clone()),
        at,
    };
    open_unlocked(model, session, Form::new(about, fields))
}

/// The command that records the guest in the session.
pub(super) fn read_guest(form: &Form, session: &Session, at: Option<usize>) -> Result<Command, Problem> {
    let guest = Guest {
        name: words_of(form, "name")?,
        post: form.some("post"),
    };
    let mut after = session.clone();
    match at.and_then(|at| after.guests.get_mut(at)) {
        Some(place) => *place = guest,
        None => after.guests.push(guest),
    }
    Ok(Command::RecordSession {
        before: Some(Box::new(session.clone())),
        after: Box::new(after),
    })
}

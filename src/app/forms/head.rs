//! The form of a session's head; a new session is prepared from the last one of its body.

use super::{
    About, Problem, day_field, day_of, line_field, number_field, number_of, open_unlocked, time_field,
    time_of,
};
use crate::app::field::Field;
use crate::app::form::{self, Form};
use crate::app::{Effect, Model, say};
use crate::domain::body::Numbering;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::session::{Session, SessionKind, SessionState};
use crate::office::command::Command;

const KINDS: [SessionKind; 3] = [
    SessionKind::Ordinary,
    SessionKind::Extraordinary,
    SessionKind::Joint,
];

/// Opens the form of a session that there is.
pub(in crate::app) fn edit_session(model: &mut Model, session: Session) -> Vec<Effect> {
    let about = About::Session {
        before: Some(Box::new(session.clone())),
        base: Box::new(session.clone()),
    };
    let form = Form::new(about, fields(model, &session));
    open_unlocked(model, &session, form)
}

/// Opens the form of a new session: next ordinal; place, chair and secretary of the last one; today.
pub(in crate::app) fn new_session(model: &mut Model, body: &BodyId) -> Vec<Effect> {
    let session = prepared(model, body);
    let about = About::Session {
        before: None,
        base: Box::new(session.clone()),
    };
    let form = Form::new(about, fields(model, &session));
    form::open(model, form)
}

fn prepared(model: &Model, body: &BodyId) -> Session {
    let today = model.setup.today;
    let yearly = model
        .books
        .body(body)
        .is_none_or(|body| body.numbering == Numbering::Yearly);
    let year = yearly.then(|| today.jalali().year);
    let of_body = || {
        model
            .books
            .session_rows()
            .iter()
            .map(|row| &row.session)
            .filter(|session| session.body == *body)
    };
    let counted = of_body().filter(|session| !yearly || session.year == year);
    let last = of_body().max_by_key(|session| session.date);
    let from_last = |take: fn(&Session) -> Option<String>| last.and_then(take);
    Session {
        id: SessionId::default(),
        body: body.clone(),
        year,
        ordinal: Some(counted.filter_map(|session| session.ordinal).max().unwrap_or(0) + 1),
        date: Some(today),
        start: last.and_then(|session| session.start),
        place: from_last(|session| session.place.clone()),
        chair: from_last(|session| session.chair.clone()),
        secretary: from_last(|session| session.secretary.clone()),
        state: SessionState::Draft,
        ..Session::default()
    }
}

pub(super) fn fields(model: &Model, session: &Session) -> Vec<Field> {
    let kinds = KINDS.map(|kind| say::kind(&model.words, kind)).to_vec();
    let kind = KINDS.iter().position(|kind| *kind == session.kind).unwrap_or(0);
    vec![
        number_field(model, "ordinal", "field-ordinal", session.ordinal),
        day_field(model, "date", "field-date", session.date),
        Field::choice("kind", "field-kind", kinds, kind),
        time_field(model, "start", "field-start", session.start),
        time_field(model, "end", "field-end", session.end),
        line_field("place", "field-place", &session.place),
        line_field("chair", "field-chair", &session.chair),
        line_field("secretary", "field-secretary", &session.secretary),
        line_field(
            "invitation",
            "field-invitation-number",
            &session.invitation_number,
        ),
        day_field(
            model,
            "invitation-date",
            "field-invitation-date",
            session.invitation_date,
        ),
        day_field(model, "notified", "field-notified", session.notified),
    ]
}

/// The command that records the form.
pub(super) fn read(
    model: &Model,
    form: &Form,
    before: &Option<Box<Session>>,
    base: &Session,
) -> Result<Command, Problem> {
    let date = day_of(model, form, "date")?;
    let after = Session {
        ordinal: number_of(form, "ordinal")?,
        date,
        // An ordinal belongs to the year in which the session was held; a body that counts on has none.
        year: if date == base.date {
            base.year
        } else {
            base.year.and(date.map(|day| day.jalali().year)).or(base.year)
        },
        kind: KINDS.get(form.chosen("kind")).copied().unwrap_or_default(),
        start: time_of(form, "start")?,
        end: time_of(form, "end")?,
        place: form.some("place"),
        chair: form.some("chair"),
        secretary: form.some("secretary"),
        invitation_number: form.some("invitation"),
        invitation_date: day_of(model, form, "invitation-date")?,
        notified: day_of(model, form, "notified")?,
        ..base.clone()
    };
    Ok(Command::RecordSession {
        before: before.clone(),
        after: Box::new(after),
    })
}

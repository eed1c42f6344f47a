//! The form of a session's head. Does not know how a new session is prepared from the last one; the office does.

use super::{
    About, Problem, day_field, day_of, line_field, number_field, number_of, read_day, time_field, time_of,
    unless_locked,
};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::say;
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::ids::BodyId;
use crate::domain::session::{Session, SessionKind, SessionState};
use crate::office::command::Command;
use crate::office::query::Query;
use crate::words::Words;

const KINDS: [SessionKind; 3] = [
    SessionKind::Ordinary,
    SessionKind::Extraordinary,
    SessionKind::Joint,
];

/// Opens the form of a session that there is.
pub(in crate::app) fn edit_session(context: &Context, session: Session) -> Vec<Step> {
    let about = About::Session {
        before: Some(Box::new(session.clone())),
        base: Box::new(session.clone()),
    };
    let form = Form::new(about, fields(context, &session));
    unless_locked(&session, form)
}

/// What is asked of the office for the next session of a body, on a day where that is known; [`prepared`] opens its
/// form when the answer is there.
pub(in crate::app) fn next_session(words: &Words, body: &BodyId, date: Option<Day>) -> Query {
    Query::NextSession {
        body: body.clone(),
        date,
        title: words.say("agenda-review"),
    }
}

/// Opens the form of a new session as the last one of its body suggests it.
pub(in crate::app) fn prepared(context: &Context, session: Session) -> Vec<Step> {
    let fields = fields(context, &session);
    let about = About::Session {
        before: None,
        base: Box::new(session),
    };
    let mut form = Form::new(about, fields);
    // The number is there already; what is written first is the day.
    form.focus = 1;
    vec![Step::form(form)]
}

/// Asks for the ordinal anew when the day of a new session was moved into another year, as long as the one in the form
/// is the one that was counted.
pub(in crate::app) fn recount(context: &Context, form: &Form) -> Option<Query> {
    let About::Session { before: None, base } = &form.about else {
        return None;
    };
    let day = read_day(context, form.written("date"))?;
    let is_moved = base.year.is_some_and(|year| year != day.jalali().year);
    let asks = is_moved && is_counted(form, base);
    asks.then(|| next_session(context.words, &base.body, Some(day)))
}

/// Whether the ordinal in the form is the one that was counted, not one of her own.
fn is_counted(form: &Form, base: &Session) -> bool {
    number_of(form, "ordinal").is_ok_and(|written| written == base.ordinal)
}

/// The ordinal was counted anew: it is written into the form, when it is still wanted. Returns whether it was.
pub(in crate::app) fn recounted(words: &Words, form: &mut Form, session: &Session) -> bool {
    let written = session.ordinal.map(|number| words.number(number));
    let About::Session { before: None, base } = &form.about else {
        return false;
    };
    if base.body != session.body || !is_counted(form, base) {
        return false;
    }
    if let About::Session { base, .. } = &mut form.about {
        (base.year, base.ordinal) = (session.year, session.ordinal);
    }
    let field = form.fields.iter_mut().find(|field| field.name == "ordinal");
    if let Some((field, written)) = field.zip(written) {
        field.set_value(&written);
    }
    true
}

pub(super) fn fields(context: &Context, session: &Session) -> Vec<Field> {
    let kinds = KINDS.map(|kind| say::kind(context.words, kind)).to_vec();
    let kind = KINDS.iter().position(|kind| *kind == session.kind).unwrap_or(0);
    vec![
        number_field(context, "ordinal", "field-ordinal", session.ordinal),
        day_field(context, "date", "field-date", session.date),
        Field::choice("kind", "field-kind", kinds, kind),
        time_field(context, "start", "field-start", session.start),
        time_field(context, "end", "field-end", session.end),
        line_field("place", "field-place", &session.place),
        line_field("chair", "field-chair", &session.chair),
        line_field("secretary", "field-secretary", &session.secretary),
        line_field(
            "invitation",
            "field-invitation-number",
            &session.invitation_number,
        ),
        day_field(
            context,
            "invitation-date",
            "field-invitation-date",
            session.invitation_date,
        ),
        day_field(context, "notified", "field-notified", session.notified),
    ]
}

/// The command that records the form.
pub(super) fn read(
    context: &Context,
    form: &Form,
    before: &Option<Box<Session>>,
    base: &Session,
) -> Result<Command, Problem> {
    let date = day_of(context, form, "date")?;
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
        invitation_date: day_of(context, form, "invitation-date")?,
        notified: day_of(context, form, "notified")?,
        ..base.clone()
    };
    let is_new = before.is_none();
    let past = date.is_some_and(|day| day < context.setup.today);
    let after = Session {
        // A session that is written down after its day was held.
        state: if is_new && past {
            SessionState::Draft
        } else {
            after.state
        },
        ..after
    };
    Ok(Command::RecordSession {
        before: before.clone(),
        after: Box::new(after),
    })
}

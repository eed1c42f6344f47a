//! The form of a session's head. Does not know how a new session is prepared from the last one; the office does.

use crate::app::context::Context;
use crate::app::field::{Field, says};
use crate::app::form::parts::{
    day_field, day_of, line_field, number_field, number_of, read_day, time_field, time_of,
};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::locked::unless_locked;
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::preparing::FirstItems;
use crate::domain::session::{Session, SessionKind, SessionState};
use crate::office::command::Command;
use crate::office::query::Query;
use crate::say;
use crate::ui::Role;
use crate::words::Words;

const KINDS: [SessionKind; 3] = [
    SessionKind::Ordinary,
    SessionKind::Extraordinary,
    SessionKind::Joint,
];

/// The head of a session.
#[derive(Clone, Debug)]
struct SessionForm {
    /// As it was read; none of a new one.
    before: Option<Box<Session>>,
    /// What the fields do not show of it.
    base: Session,
}

impl About for SessionForm {
    fn title(&self) -> &'static str {
        match self.before {
            None => "form-session-new",
            Some(_) => "form-session",
        }
    }

    fn draft_key(&self) -> String {
        match self.before {
            None => format!("session/new/{}", self.base.body),
            Some(_) => format!("session/{}", self.base.id),
        }
    }

    fn session(&self) -> Option<SessionId> {
        self.before.as_ref().map(|_| self.base.id.clone())
    }

    /// The body of a new one. From the list nothing else names the session that is edited.
    fn subject(&self, context: &Context) -> Option<String> {
        let base = &self.base;
        let shortened = |body: &str| say::shortened(context.look, body, context.setup.columns / 3);
        if self.before.is_none() {
            return Some(shortened(context.books.body(&base.body)?.brief()));
        }
        let mut rows = context.books.session_rows().iter();
        let row = rows.find(|row| row.session.id == base.id)?;
        let from_list = context.stack.len() == 1;
        from_list.then(|| say::session_name(context.words, base, &shortened(&row.body)))
    }

    /// A day on which nobody works is rarely meant.
    fn read_back(&self, context: &Context, form: &Form, field: &str) -> Option<(String, Role)> {
        if field != "date" {
            return None;
        }
        let words = context.words;
        Some(match read_day(context, form.written(field)) {
            Some(day) => (say::day_marked(words, day), say::day_role(words, day)),
            None => (words.say("problem-date"), Role::Warn),
        })
    }

    fn was_recorded(&self, context: &Context, draft: &str) -> bool {
        let mut rows = context.books.session_rows().iter();
        self.before.is_none() && rows.any(|row| says(&fields(context, &row.session), draft))
    }

    fn new_session(&self) -> Option<&Session> {
        self.before.is_none().then_some(&self.base)
    }

    fn recount(&mut self, counted: &Session) {
        (self.base.year, self.base.ordinal) = (counted.year, counted.ordinal);
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let base = &self.base;
        let date = day_of(context, form, "date")?;
        let is_new = self.before.is_none();
        let is_past = date.is_some_and(|day| day < context.setup.today);
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
            // A session that is written down after its day was held.
            state: if is_new && is_past {
                SessionState::Draft
            } else {
                base.state
            },
            ..base.clone()
        };
        Ok(Command::RecordSession {
            before: self.before.clone(),
            after: Box::new(after),
        })
    }
}

/// Opens the form of a session that there is.
pub(in crate::app) fn edit_session(context: &Context, session: Session) -> Vec<Step> {
    let about = SessionForm {
        before: Some(Box::new(session.clone())),
        base: session.clone(),
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
        titles: FirstItems {
            approval: words.say("agenda-approval"),
            review: words.say("agenda-review"),
        },
    }
}

/// Opens the form of a new session as the last one of its body suggests it.
pub(in crate::app) fn prepared(context: &Context, session: Session) -> Vec<Step> {
    let fields = fields(context, &session);
    let about = SessionForm {
        before: None,
        base: session,
    };
    let mut form = Form::new(about, fields);
    // The number is there already; what is written first is the day.
    form.focus = 1;
    vec![Step::form(form)]
}

/// Asks for the ordinal anew when the day of a new session was moved into another year, as long as the one in the form
/// is the one that was counted.
pub(in crate::app) fn recount(context: &Context, form: &Form) -> Option<Query> {
    let base = form.about.new_session()?;
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
    let Some(base) = form.about.new_session() else {
        return false;
    };
    if base.body != session.body || !is_counted(form, base) {
        return false;
    }
    form.about.recount(session);
    let field = form.fields.iter_mut().find(|field| field.name == "ordinal");
    if let Some((field, written)) = field.zip(written) {
        field.set_value(&written);
    }
    true
}

fn fields(context: &Context, session: &Session) -> Vec<Field> {
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

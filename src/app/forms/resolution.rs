//! The form of a resolution. Reads the deadline while it is typed.

use super::{About, Problem, line_field, number_field, number_of, reference, unless_locked, words_of};
use crate::app::context::Context;
use crate::app::field::{Field, Input};
use crate::app::form::Form;
use crate::app::locked::locked_row;
use crate::app::say;
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::deadline::{Deadline, read_deadline};
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::{Resolution, Responsible, Status};
use crate::domain::session::Session;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::ui::Role;

/// Opens the form of a new resolution with the next row number, and with what is known of it already; its id and row
/// are given here.
pub(in crate::app) fn new_resolution(context: &Context, session: &Session, start: Resolution) -> Vec<Step> {
    let rows = context
        .books
        .session(&session.id)
        .map(|view| view.resolutions.as_slice())
        .unwrap_or_default();
    let next = rows
        .iter()
        .filter_map(|row| row.resolution.row)
        .max()
        .unwrap_or(0)
        + 1;
    let id = ResolutionId::in_session(&session.id, "");
    let resolution = Resolution {
        id,
        row: Some(next),
        ..start
    };
    let fields = fields(context, &resolution);
    let (day, notified) = (session.date, session.notified);
    let mut form = Form::new(
        About::Resolution {
            before: None,
            base: Box::new(resolution),
            day,
            notified,
        },
        fields,
    );
    form.focus = TEXT;
    unless_locked(session, form)
}

/// Opens the form of a resolution that there is.
pub(in crate::app) fn edit_resolution(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let resolution = Box::new(row.resolution.clone());
    let fields = fields(context, &resolution);
    let about = About::Resolution {
        before: Some(resolution.clone()),
        base: resolution,
        day: row.session_date,
        notified: row.session_notified,
    };
    let mut form = Form::new(about, fields);
    form.focus = TEXT;
    vec![Step::form(form)]
}

/// The place of the wording among the fields: the number is there already and a subject may be missing, so that it is
/// where one begins.
const TEXT: usize = 2;

pub(super) fn fields(context: &Context, resolution: &Resolution) -> Vec<Field> {
    let deadline = resolution
        .deadline
        .as_ref()
        .map(|deadline| deadline.written.clone());
    let follows = resolution.follows.as_ref().map(|follows| follows.written.clone());
    vec![
        number_field(context, "row", "field-row", resolution.row),
        line_field("subject", "field-subject", &resolution.subject),
        Field::text("text", "field-text", &resolution.text).hinted("hint-text"),
        line_field("deadline", "field-deadline", &deadline).hinted("hint-deadline"),
        Field::names("responsible", "field-responsible", resolution.responsible.clone()),
        status_field(context, resolution.status),
        line_field("follows", "field-follows", &follows).hinted("hint-follows"),
    ]
}

/// The field for a status.
pub(super) fn status_field(context: &Context, status: Status) -> Field {
    let statuses = Status::ALL.map(|status| say::status(context.words, status, false).0);
    let at = Status::ALL.iter().position(|one| *one == status).unwrap_or(0);
    Field::choice("status", "field-status", statuses.to_vec(), at)
}

/// The status in its field.
pub(super) fn status_of(form: &Form) -> Status {
    Status::ALL
        .get(form.chosen("status"))
        .copied()
        .unwrap_or_default()
}

/// The deadline in its field; the known one as long as its words are the same.
pub(super) fn deadline_of(form: &Form, known: &Option<Deadline>, day: Option<Day>) -> Option<Deadline> {
    form.some("deadline").map(|written| {
        let known = known.clone().filter(|known| known.written == written);
        known.unwrap_or_else(|| read_deadline(&written, day))
    })
}

/// The command that records the form.
pub(super) fn read(
    context: &Context,
    form: &Form,
    before: &Option<Box<Resolution>>,
    base: &Resolution,
    day: Option<Day>,
) -> Result<Command, Problem> {
    let after = Resolution {
        row: number_of(form, "row")?,
        subject: form.some("subject"),
        text: words_of(form, "text")?,
        deadline: deadline_of(form, &base.deadline, day),
        responsible: responsible(context, form),
        status: status_of(form),
        follows: reference::read(form, base),
        ..base.clone()
    };
    Ok(Command::RecordResolution {
        before: before.clone(),
        after: Box::new(after),
    })
}

/// The names in the field, the one being typed among them; known ones with their organisation.
pub(super) fn responsible(context: &Context, form: &Form) -> Vec<Responsible> {
    let field = form.fields.iter().find(|field| field.name == "responsible");
    let Some(Input::Names { chosen, typed, .. }) = field.map(|field| &field.input) else {
        return Vec::new();
    };
    let named = |written: &str| {
        context
            .books
            .organisations
            .as_ref()
            .and_then(|all| all.named(written))
    };
    let known = chosen.iter().map(|who| Responsible {
        organisation: who.organisation.clone().or_else(|| named(&who.written)),
        ..who.clone()
    });
    let typed = Some(typed.text().trim()).filter(|text| !text.is_empty());
    let typed = typed.map(|text| Responsible {
        written: text.to_owned(),
        organisation: named(text),
    });
    known.chain(typed).collect()
}

/// The days that a deadline counts from.
#[derive(Default)]
pub(super) struct CountsFrom<'a> {
    pub day: Option<Day>,
    pub notified: Option<Day>,
    /// One that comes round is due in the first round without an answer.
    pub answered: &'a [Day],
}

/// The kind of a deadline and its day with weekday, or that it was not understood.
pub(super) fn deadline_read_back(context: &Context, written: &str, from: &CountsFrom) -> (String, Role) {
    let words = context.words;
    let day = from.day;
    let deadline = read_deadline(written, day);
    let kind = words.say(&format!("deadline-{}", deadline.kind()));
    if deadline.kind() == "unclear" {
        return (words.say("deadline-not-understood"), Role::Warn);
    }
    let Some(due) = deadline.due(day, from.notified, from.answered) else {
        let waits = deadline.kind() == "after_notification";
        let text = words.say_with("deadline-awaits-notification", &[("kind", kind.as_str().into())]);
        return (if waits { text } else { kind }, Role::Good);
    };
    let distance = say::distance(words, context.setup.today, due);
    let date = say::day_marked(words, due);
    let args = [
        ("kind", kind.into()),
        ("date", date.into()),
        ("distance", distance.into()),
    ];
    let early = day.is_some_and(|day| due < day);
    let role = if early || say::day_off(words, due).is_some() {
        Role::Warn
    } else {
        Role::Good
    };
    (words.say_with("deadline-read", &args), role)
}

//! The forms around final minutes and earlier resolutions: the signing, the day of notification, and a short answer of
//! one line. Does not know when they are offered.

use super::{About, Problem, day_field, day_of, line_field, words_of};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::say;
use crate::app::step::Step;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::{FollowUp, Resolution, Status};
use crate::domain::session::{Session, Signing};
use crate::office::command::Command;

/// Opens the form of the signing: those who presided and wrote that day, today.
pub(in crate::app) fn signing(context: &Context, session: &Session) -> Vec<Step> {
    let fields = vec![
        line_field("chair", "field-chair", &session.chair).hinted("hint-signing"),
        line_field("secretary", "field-secretary", &session.secretary).hinted("hint-signing"),
        day_field(context, "signed", "field-signed", Some(context.setup.today)).hinted("hint-signing"),
    ];
    let about = About::Signing {
        session: session.id.clone(),
    };
    vec![Step::form(Form::new(about, fields))]
}

/// The command that makes the minutes final.
pub(super) fn read_signing(context: &Context, form: &Form, session: &SessionId) -> Result<Command, Problem> {
    let signing = Signing {
        chair: words_of(form, "chair")?,
        secretary: words_of(form, "secretary")?,
        date: day_of(context, form, "signed")?.ok_or(Problem {
            field: "signed",
            word: "problem-empty",
        })?,
    };
    Ok(Command::Finalise {
        session: session.clone(),
        signing,
    })
}

/// Opens the small form of the day of notification, of final minutes too.
pub(in crate::app) fn notification(context: &Context, session: &SessionId) -> Vec<Step> {
    let Some(view) = context.books.session(session) else {
        return Vec::new();
    };
    let day = view.session.notified.unwrap_or(context.setup.today);
    let fields = vec![day_field(context, "notified", "field-notified", Some(day)).hinted("hint-notified")];
    let about = About::Notification {
        session: session.clone(),
    };
    vec![Step::form(Form::new(about, fields))]
}

/// The command that records the day; an empty field takes it back.
pub(super) fn read_notification(
    context: &Context,
    form: &Form,
    session: &SessionId,
) -> Result<Command, Problem> {
    Ok(Command::RecordNotification {
        session: session.clone(),
        notified: day_of(context, form, "notified")?,
    })
}

/// Opens the small form of an answer to a resolution: one line, and a new status where there is one.
pub(in crate::app) fn answer(context: &Context, resolution: &Resolution) -> Vec<Step> {
    let mut statuses = vec![context.words.say("follow-up-same-status")];
    statuses.extend(Status::ALL.map(|status| say::status(context.words, status, false).0));
    let fields = vec![
        Field::line("text", "field-answer", "").hinted("hint-answer"),
        Field::choice("status", "field-new-status", statuses, 0),
    ];
    let about = About::Answer {
        resolution: resolution.id.clone(),
        name: resolution.name().to_owned(),
        by: resolution.lead(),
    };
    vec![Step::form(Form::new(about, fields))]
}

/// The command that records the answer, on today.
pub(super) fn read_answer(
    context: &Context,
    form: &Form,
    resolution: &ResolutionId,
    by: &Option<String>,
) -> Result<Command, Problem> {
    let status = form.chosen("status").checked_sub(1);
    let follow_up = FollowUp {
        date: Some(context.setup.today),
        by: by.clone(),
        text: words_of(form, "text")?,
        status: status.and_then(|at| Status::ALL.get(at).copied()),
        ..FollowUp::default()
    };
    Ok(Command::AddFollowUp {
        resolution: resolution.clone(),
        follow_up,
    })
}

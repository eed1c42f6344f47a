//! The form that opens signed minutes again: who opens them, on which day, and why. Does not know what is changed
//! afterwards.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{day_field, day_of, words_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::domain::signed_minutes::Reopening;
use crate::office::command::Command;
use crate::ui::Role;

/// The opening of the signed minutes of a session.
#[derive(Clone, Debug)]
struct ReopeningForm(SessionId);

impl About for ReopeningForm {
    fn title(&self) -> &'static str {
        "form-reopening"
    }

    fn draft_key(&self) -> String {
        format!("reopening/{}", self.0)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.0.clone())
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let reopening = Reopening {
            reason: words_of(form, "reason")?,
            by: words_of(form, "by")?,
            date: day_of(context, form, "date")?.ok_or(FieldProblem::at("date", "problem-empty"))?,
        };
        Ok(Command::Reopen {
            session: self.0.clone(),
            reopening,
        })
    }
}

/// Opens the form; minutes that are open have nothing to be opened.
pub(in crate::app) fn reopening(context: &Context, session: &Session) -> Vec<Step> {
    if session.state.is_open() {
        let words = context.words.say("refusal-session-is-not-final");
        return vec![Step::Say(words, Role::Bad)];
    }
    let by = session.secretary.as_deref().unwrap_or(&context.setup.actor);
    let fields = vec![
        Field::line("reason", "field-reopening-reason", "").hinted("hint-reopening"),
        Field::line("by", "field-reopened-by", by).hinted("hint-reopening"),
        day_field(context, "date", "field-reopened-on", Some(context.setup.today)).hinted("hint-reopening"),
    ];
    let about = ReopeningForm(session.id.clone());
    vec![Step::form(Form::new(about, fields))]
}

//! The form of the signing, which makes minutes final. Does not know when it is offered.

use crate::app::context::Context;
use crate::app::form::parts::{day_field, day_of, line_field, words_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::session::{Session, Signing};
use crate::office::command::Command;

/// Who signs the minutes of a session.
#[derive(Clone, Debug)]
struct SigningForm(SessionId);

impl About for SigningForm {
    fn title(&self) -> &'static str {
        "form-signing"
    }

    fn draft_key(&self) -> String {
        format!("signing/{}", self.0)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.0.clone())
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let signing = Signing {
            chair: words_of(form, "chair")?,
            secretary: words_of(form, "secretary")?,
            date: day_of(context, form, "signed")?.ok_or(FieldProblem::at("signed", "problem-empty"))?,
        };
        Ok(Command::Finalise {
            session: self.0.clone(),
            signing,
        })
    }
}

/// Opens the form of the signing: those who presided and wrote that day, today.
pub(in crate::app) fn signing(context: &Context, session: &Session) -> Vec<Step> {
    let fields = vec![
        line_field("chair", "field-chair", &session.chair).hinted("hint-signing"),
        line_field("secretary", "field-secretary", &session.secretary).hinted("hint-signing"),
        day_field(context, "signed", "field-signed", Some(context.setup.today)).hinted("hint-signing"),
    ];
    let about = SigningForm(session.id.clone());
    vec![Step::form(Form::new(about, fields))]
}

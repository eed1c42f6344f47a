//! The form of the letter that invites to a session. Does not know its wording.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::{About, FieldProblem, Form};
use crate::app::locked::unless_locked;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::office::command::Command;

/// The letter that invites to a session.
#[derive(Clone, Debug)]
struct LetterForm {
    session: SessionId,
    /// As the session gives it.
    own: String,
}

impl About for LetterForm {
    fn title(&self) -> &'static str {
        "form-letter"
    }

    fn draft_key(&self) -> String {
        format!("letter/{}", self.session)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.session.clone())
    }

    /// One that is as the session gives it, or empty, is the session's own again.
    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        Ok(Command::RecordInvitation {
            session: self.session.clone(),
            text: form.some("letter").filter(|text| text != self.own.trim()),
        })
    }
}

/// Opens the form of the letter that invites to a session; `own` is as the session gives it.
pub(in crate::app) fn letter(session: &Session, text: &str, own: String) -> Vec<Step> {
    let fields = vec![Field::text("letter", "field-letter-text", text).hinted("hint-letter")];
    let about = LetterForm {
        session: session.id.clone(),
        own,
    };
    unless_locked(session, Form::new(about, fields))
}

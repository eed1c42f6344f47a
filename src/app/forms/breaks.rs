//! The small form of the breaks of a session, for those that were not noted by the key. Does not know who left in one.

use crate::app::context::Context;
use crate::app::form::parts::{stretches_field, stretches_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::locked::unless_locked;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::domain::stretch::TimeStretch;
use crate::office::command::Command;

/// When a session had breaks.
#[derive(Clone, Debug)]
struct BreaksForm {
    session: SessionId,
    before: Vec<TimeStretch>,
}

impl About for BreaksForm {
    fn title(&self) -> &'static str {
        "form-breaks"
    }

    fn draft_key(&self) -> String {
        format!("breaks/{}", self.session)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.session.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    /// An empty field takes all of them away.
    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        Ok(Command::RecordBreaks {
            session: self.session.clone(),
            before: self.before.clone(),
            after: stretches_of(form, "breaks")?,
        })
    }
}

/// Opens the small form of the breaks.
pub(in crate::app) fn breaks(context: &Context, session: &Session) -> Vec<Step> {
    let fields = vec![stretches_field(
        context,
        "breaks",
        "field-breaks",
        &session.breaks,
    )];
    let about = BreaksForm {
        session: session.id.clone(),
        before: session.breaks.clone(),
    };
    unless_locked(session, Form::new(about, fields))
}

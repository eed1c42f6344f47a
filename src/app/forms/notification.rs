//! The small form of the day on which minutes were notified, of final ones too. Does not know which clocks run from it.

use crate::app::context::Context;
use crate::app::form::parts::{day_field, day_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::office::command::Command;

/// When the minutes of a session were notified.
#[derive(Clone, Debug)]
struct NotificationForm(SessionId);

impl About for NotificationForm {
    fn title(&self) -> &'static str {
        "form-notification"
    }

    fn draft_key(&self) -> String {
        format!("notification/{}", self.0)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.0.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    /// An empty field takes the day back.
    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        Ok(Command::RecordNotification {
            session: self.0.clone(),
            notified: day_of(context, form, "notified")?,
        })
    }
}

/// Opens the small form of the day of notification, of final minutes too.
pub(in crate::app) fn notification(context: &Context, session: &SessionId) -> Vec<Step> {
    let Some(view) = context.books.session(session) else {
        return Vec::new();
    };
    let day = view.session.notified.unwrap_or(context.setup.today);
    let fields = vec![day_field(context, "notified", "field-notified", Some(day)).hinted("hint-notified")];
    let about = NotificationForm(session.clone());
    vec![Step::form(Form::new(about, fields))]
}

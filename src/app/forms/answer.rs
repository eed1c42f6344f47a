//! The small form of an answer to an earlier resolution: one line, and a new status where there is one. Does not know
//! the review in which it is given.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::words_of;
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::{FollowUp, Resolution, Status};
use crate::office::command::Command;
use crate::say;

/// A short answer to an earlier resolution. It is given in the session that reviews, not in that of the resolution: it is
/// about no session.
#[derive(Clone, Debug)]
struct AnswerForm {
    resolution: ResolutionId,
    /// What it is called.
    name: String,
    /// Who leads it.
    by: Option<String>,
}

impl About for AnswerForm {
    fn title(&self) -> &'static str {
        "form-answer"
    }

    fn draft_key(&self) -> String {
        format!("answer/{}", self.resolution)
    }

    fn subject(&self, _context: &Context) -> Option<String> {
        Some(self.name.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    /// The answer is of today.
    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let status = form.chosen("status").checked_sub(1);
        let follow_up = FollowUp {
            date: Some(context.setup.today),
            by: self.by.clone(),
            text: words_of(form, "text")?,
            status: status.and_then(|at| Status::ALL.get(at).copied()),
            ..FollowUp::default()
        };
        Ok(Command::AddFollowUp {
            resolution: self.resolution.clone(),
            follow_up,
        })
    }
}

/// Opens the small form of an answer to a resolution: one line, and a new status where there is one.
pub(in crate::app) fn answer(context: &Context, resolution: &Resolution) -> Vec<Step> {
    let mut statuses = vec![context.words.say("follow-up-same-status")];
    statuses.extend(Status::ALL.map(|status| say::status(context.words, status, false).0));
    let fields = vec![
        Field::line("text", "field-answer", "").hinted("hint-answer"),
        Field::choice("status", "field-new-status", statuses, 0),
    ];
    let about = AnswerForm {
        resolution: resolution.id.clone(),
        name: resolution.name().to_owned(),
        by: resolution.lead(),
    };
    vec![Step::form(Form::new(about, fields))]
}

//! The small form of a file that shall belong to minutes: its path. Does not read the file; the office does.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::attachment::AttachedTo;
use crate::domain::ids::SessionId;
use crate::office::command::Command;

/// A file for a session, an item or a resolution.
#[derive(Clone, Debug)]
struct AttachmentForm {
    to: AttachedTo,
    /// What it shall belong to, in words.
    of: String,
}

impl About for AttachmentForm {
    fn title(&self) -> &'static str {
        "form-attachment"
    }

    fn draft_key(&self) -> String {
        match &self.to {
            AttachedTo::Session(session) => format!("attachment/{session}"),
            AttachedTo::Item(session, item) => format!("attachment/{session}/item/{item}"),
            AttachedTo::Resolution(resolution) => format!("attachment/{resolution}"),
        }
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.to.session())
    }

    fn subject(&self, _context: &Context) -> Option<String> {
        Some(self.of.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let path = form.some("path").ok_or(FieldProblem {
            field: "path",
            word: "problem-path",
        })?;
        // A path that was dragged here comes in quotation marks.
        let path = path.trim().trim_matches(['\'', '"']);
        Ok(Command::Attach {
            to: self.to.clone(),
            file: context.setup.path_typed(path),
            most_bytes: context.setup.settings.documents.attachment_bytes(),
        })
    }
}

/// Opens the form of a file for something of a session, which `of` names.
pub(in crate::app) fn attachment(to: AttachedTo, of: String) -> Vec<Step> {
    let fields = vec![Field::line("path", "field-path", "").hinted("hint-attachment")];
    vec![Step::form(Form::new(AttachmentForm { to, of }, fields))]
}

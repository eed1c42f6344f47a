//! The form of a longer time (تمدید مهلت), for a resolution, one of its clauses, or several resolutions. Does not know
//! what the first deadline was worth; it is only shown.

use super::deadline::CountsFrom;
use super::several::{key_of, only, several};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{day_field, day_of, line_field, read_day, words_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::Extension;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::say;
use crate::ui::Role;

/// A longer time, of one or several resolutions.
#[derive(Clone, Debug)]
struct ExtensionForm {
    resolutions: Vec<ResolutionId>,
    clause: Option<String>,
    /// What the first deadline was, or how many resolutions they are.
    name: Option<String>,
    /// The day of the session.
    day: Option<Day>,
}

impl About for ExtensionForm {
    fn title(&self) -> &'static str {
        "form-extension"
    }

    fn draft_key(&self) -> String {
        match (self.resolutions.as_slice(), &self.clause) {
            ([only], clause) => format!("extension/{only}/{}", clause.as_deref().unwrap_or_default()),
            (several, _) => format!("extension/{}", key_of(several)),
        }
    }

    fn session(&self) -> Option<SessionId> {
        only(&self.resolutions).map(ResolutionId::session)
    }

    fn subject(&self, _context: &Context) -> Option<String> {
        self.name.clone()
    }

    fn is_small(&self) -> bool {
        true
    }

    fn several(&self) -> &[ResolutionId] {
        several(&self.resolutions)
    }

    fn read_back(&self, context: &Context, form: &Form, field: &str) -> Option<(String, Role)> {
        let from = CountsFrom {
            day: read_day(context, form.written("date")).or(self.day),
            ..CountsFrom::default()
        };
        (field == "deadline").then(|| from.read_back(context, form.written(field)))
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let written = words_of(form, "deadline")?;
        let granted_on = day_of(context, form, "date")?;
        let extension = Extension {
            deadline: read_deadline(&written, granted_on.or(self.day)),
            granted_on,
            by: form.some("by"),
            letter: form.some("letter"),
        };
        match self.resolutions.as_slice() {
            [only] => Ok(Command::ExtendDeadline {
                resolution: only.clone(),
                clause: self.clause.clone(),
                extension,
            }),
            // Of several sessions there is no other day that the same words could count from.
            _ if granted_on.is_none() => Err(FieldProblem::at("date", "problem-empty")),
            several => Ok(Command::ExtendDeadlines {
                resolutions: several.to_vec(),
                extension,
            }),
        }
    }
}

/// Opens the form; of a final session too, for it says what came of a resolution.
pub(in crate::app) fn extend(context: &Context, row: &ResolutionRow, clause: Option<String>) -> Vec<Step> {
    let state = clause
        .as_ref()
        .and_then(|letter| Some((letter, row.resolution.clauses.get(letter)?)));
    let first = match (&clause, state) {
        (None, _) => row.first_due,
        (Some(_), state) => state.and_then(|(letter, state)| {
            let granted = row.resolution.granted_to(letter, state);
            granted.first_due(row.session_date, row.session_after)
        }),
    };
    let about = ExtensionForm {
        resolutions: vec![row.resolution.id.clone()],
        clause,
        name: first.map(|first| say::first_due(context.words, context.setup.today, first)),
        day: row.session_date,
    };
    let fields = fields(context);
    vec![Step::form(Form::new(about, fields))]
}

/// Opens the form for several resolutions that are granted the same time.
pub(in crate::app) fn extend_all(context: &Context, rows: &[ResolutionRow]) -> Vec<Step> {
    if let [only] = rows {
        return extend(context, only, None);
    }
    let count = [("count", rows.len().into())];
    let about = ExtensionForm {
        resolutions: rows.iter().map(|row| row.resolution.id.clone()).collect(),
        clause: None,
        name: Some(context.words.say_with("board-rows", &count)),
        day: None,
    };
    let fields = fields(context);
    vec![Step::form(Form::new(about, fields))]
}

fn fields(context: &Context) -> Vec<Field> {
    vec![
        line_field("deadline", "field-new-deadline", &None).hinted("hint-deadline"),
        day_field(context, "date", "field-granted-on", Some(context.setup.today)),
        line_field("by", "field-granted-by", &None).hinted("hint-small"),
        line_field("letter", "field-letter", &None).hinted("hint-small"),
    ]
}

//! The form of what is known of one clause: who is to act, until when, how it stands. Does not know its words.

use super::deadline::{CountsFrom, deadline_of};
use super::resolution::{responsible, status_field, status_of};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::line_field;
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::deadline::DaysAfter;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::ClauseState;
use crate::domain::wording;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::say;
use crate::ui::Role;

/// So many columns of the clause stand in the title.
const TITLE_COLUMNS: u16 = 44;

/// What is known of a clause.
#[derive(Clone, Debug)]
struct ClauseForm {
    resolution: ResolutionId,
    letter: String,
    /// Its letter and first words.
    name: String,
    before: ClauseState,
    /// The days that its deadline counts from.
    day: Option<Day>,
    after: DaysAfter,
    /// Those on which it was answered.
    answered: Vec<Day>,
}

impl About for ClauseForm {
    fn title(&self) -> &'static str {
        "form-clause"
    }

    fn draft_key(&self) -> String {
        format!("clause/{}/{}", self.resolution, self.letter)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.resolution.session())
    }

    fn subject(&self, _context: &Context) -> Option<String> {
        Some(self.name.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    fn read_back(&self, context: &Context, form: &Form, field: &str) -> Option<(String, Role)> {
        let from = CountsFrom {
            day: self.day,
            after: self.after,
            answered: &self.answered,
        };
        (field == "deadline").then(|| from.read_back(context, form.written(field)))
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let before = &self.before;
        let after = ClauseState {
            responsible: responsible(context, form),
            deadline: deadline_of(form, &before.deadline, self.day),
            status: status_of(form),
            ..before.clone()
        };
        Ok(Command::SetClause {
            resolution: self.resolution.clone(),
            letter: self.letter.clone(),
            before: before.clone(),
            after,
        })
    }
}

/// Opens the form of a clause.
pub(in crate::app) fn edit_clause(context: &Context, row: &ResolutionRow, letter: &str) -> Vec<Step> {
    let resolution = &row.resolution;
    let before = resolution.clauses.get(letter).cloned().unwrap_or_default();
    let deadline = before.deadline.as_ref().map(|deadline| deadline.written.clone());
    let fields = vec![
        Field::names("responsible", "field-responsible", before.responsible.clone()),
        line_field("deadline", "field-deadline", &deadline).hinted("hint-deadline"),
        status_field(context, before.status),
    ];
    let clauses = wording::clauses(&resolution.text);
    let words = clauses.iter().find(|clause| clause.letter == letter);
    let words = words.map_or("", |clause| &resolution.text[clause.text_byte.clone()]);
    let words = format!("{letter}) {}", words.replace('\n', " "));
    let answered = resolution.granted_to(letter, &before).answered;
    let about = ClauseForm {
        resolution: resolution.id.clone(),
        letter: letter.to_owned(),
        name: say::shortened(context.look, &words, TITLE_COLUMNS),
        before,
        day: row.session_date,
        after: row.session_after,
        answered,
    };
    vec![Step::form(Form::new(about, fields))]
}

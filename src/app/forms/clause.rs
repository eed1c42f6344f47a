//! The form of what is known of one clause: who is to act, until when, how it stands. Does not know its words.

use super::resolution::{deadline_of, responsible, status_field, status_of};
use super::{About, Problem, line_field};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::say;
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::ClauseState;
use crate::domain::wording;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;

/// So many columns of the clause stand in the title.
const TITLE_COLUMNS: u16 = 44;

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
    let about = About::Clause {
        resolution: resolution.id.clone(),
        letter: letter.to_owned(),
        name: say::shortened(context.look, &words, TITLE_COLUMNS),
        before: Box::new(before),
        day: row.session_date,
        notified: row.session_notified,
        answered,
    };
    vec![Step::form(Form::new(about, fields))]
}

/// The command that records the form.
pub(super) fn read(
    context: &Context,
    form: &Form,
    (resolution, letter): (&ResolutionId, &str),
    before: &ClauseState,
    day: Option<Day>,
) -> Result<Command, Problem> {
    let after = ClauseState {
        responsible: responsible(context, form),
        deadline: deadline_of(form, &before.deadline, day),
        status: status_of(form),
        ..before.clone()
    };
    Ok(Command::SetClause {
        resolution: resolution.clone(),
        letter: letter.to_owned(),
        before: before.clone(),
        after,
    })
}

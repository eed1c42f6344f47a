//! The form of a longer time (تمدید مهلت), for a resolution, one of its clauses, or several resolutions. Does not know
//! what the first deadline was worth; it is only shown.

use super::{About, Problem, day_field, day_of, line_field, words_of};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::say;
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::Extension;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;

/// Opens the form; of a final session too, for it says what came of a resolution.
pub(in crate::app) fn extend(context: &Context, row: &ResolutionRow, clause: Option<String>) -> Vec<Step> {
    let state = clause
        .as_ref()
        .and_then(|letter| Some((letter, row.resolution.clauses.get(letter)?)));
    let first = match (&clause, state) {
        (None, _) => row.first_due,
        (Some(_), state) => state.and_then(|(letter, state)| {
            let granted = row.resolution.granted_to(letter, state);
            granted.first_due(row.session_date, row.session_notified)
        }),
    };
    let about = About::Extension {
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
    let about = About::Extension {
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

/// The command that records the form.
pub(super) fn read(
    context: &Context,
    form: &Form,
    resolutions: &[ResolutionId],
    clause: &Option<String>,
    session: Option<Day>,
) -> Result<Command, Problem> {
    let written = words_of(form, "deadline")?;
    let granted_on = day_of(context, form, "date")?;
    let extension = Extension {
        deadline: read_deadline(&written, granted_on.or(session)),
        granted_on,
        by: form.some("by"),
        letter: form.some("letter"),
    };
    match resolutions {
        [only] => Ok(Command::ExtendDeadline {
            resolution: only.clone(),
            clause: clause.clone(),
            extension,
        }),
        // Of several sessions there is no other day that the same words could count from.
        _ if granted_on.is_none() => Err(Problem {
            field: "date",
            word: "problem-empty",
        }),
        several => Ok(Command::ExtendDeadlines {
            resolutions: several.to_vec(),
            extension,
        }),
    }
}

//! The form of a longer time (تمدید مهلت), for a resolution or one of its clauses. Does not know what the first
//! deadline was worth; it is only shown.

use super::{About, Problem, day_field, day_of, line_field, words_of};
use crate::app::form::{self, Form};
use crate::app::{Effect, Model, screens};
use crate::domain::deadline::read_deadline;
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::Extension;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;

/// Opens the form; of a final session too, for it says what came of a resolution.
pub(in crate::app) fn extend(model: &mut Model, row: &ResolutionRow, clause: Option<String>) -> Vec<Effect> {
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
    let name = first.map(|first| screens::first_due(model, first));
    let fields = vec![
        line_field("deadline", "field-new-deadline", &None).hinted("hint-deadline"),
        day_field(model, "date", "field-granted-on", Some(model.setup.today)),
        line_field("by", "field-granted-by", &None).hinted("hint-small"),
        line_field("letter", "field-letter", &None).hinted("hint-small"),
    ];
    let about = About::Extension {
        resolution: row.resolution.id.clone(),
        clause,
        name,
        day: row.session_date,
    };
    form::open(model, Form::new(about, fields))
}

/// The command that records the form.
pub(super) fn read(
    model: &Model,
    form: &Form,
    resolution: &ResolutionId,
    clause: &Option<String>,
    session: Option<crate::calendar::Day>,
) -> Result<Command, Problem> {
    let written = words_of(form, "deadline")?;
    let granted_on = day_of(model, form, "date")?;
    Ok(Command::ExtendDeadline {
        resolution: resolution.clone(),
        clause: clause.clone(),
        extension: Extension {
            deadline: read_deadline(&written, granted_on.or(session)),
            granted_on,
            by: form.some("by"),
            letter: form.some("letter"),
        },
    })
}

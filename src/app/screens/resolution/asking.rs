//! What is asked of a clause or a follow-up of a resolution. Does not know where the cursor is.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::keys::Act;
use crate::app::screens::resolutions;
use crate::app::step::Step;
use crate::app::{forms, say};
use crate::domain::resolution::ClauseState;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::ui::{Code, Key};

/// So many columns of a follow-up are shown in a question.
const NAME_COLUMNS: u16 = 48;

/// What is asked of a clause; none for what is about the whole resolution.
pub(super) fn of_clause(
    context: &Context,
    row: &ResolutionRow,
    letter: &str,
    act: Act,
    key: Key,
) -> Option<Vec<Step>> {
    let clause = Some(letter.to_owned());
    match act {
        Act::Edit if key.code == Code::Enter => Some(edit_clause(context, row, letter)),
        Act::SetStatus => Some(ask_clause_status(context, row, letter)),
        Act::FollowUp => Some(forms::follow_up(context, row, clause)),
        Act::Remind => Some(forms::remind(context, row, clause)),
        Act::Extend => Some(forms::extend(context, row, clause)),
        _ => None,
    }
}

fn edit_clause(context: &Context, row: &ResolutionRow, letter: &str) -> Vec<Step> {
    let session = context.books.session(&row.session).map(|view| view.session.state);
    // In final minutes only the status may differ.
    if session.is_some_and(|state| !state.is_open()) {
        return ask_clause_status(context, row, letter);
    }
    forms::edit_clause(context, row, letter)
}

fn ask_clause_status(context: &Context, row: &ResolutionRow, letter: &str) -> Vec<Step> {
    let before = row.resolution.clauses.get(letter).cloned().unwrap_or_default();
    let title = context
        .words
        .say_with("status-title-clause", &[("letter", letter.into())]);
    resolutions::ask_which_status(context, title, before.status, |status| Command::SetClause {
        resolution: row.resolution.id.clone(),
        letter: letter.to_owned(),
        before: before.clone(),
        after: ClauseState {
            status,
            ..before.clone()
        },
    })
}

/// Asks before a follow-up is taken away, and says what becomes of the status that it brought.
pub(super) fn remove_follow_up(context: &Context, row: &ResolutionRow, at: usize) -> Vec<Step> {
    let Some(before) = row.resolution.follow_ups.get(at).cloned() else {
        return Vec::new();
    };
    let words = context.words;
    let first = before.text.lines().next().unwrap_or_default();
    let name = say::shortened(context.look, first, NAME_COLUMNS);
    let mut text = words.say_with("remove-follow-up", &[("text", name.into())]);
    let then = row.resolution.status_before(at);
    if let (Some(now), Some(then)) = (before.status, then)
        && now != then
    {
        let args = [now, then].map(|status| say::status(words, status, false).0);
        let args = [("now", (&args[0]).into()), ("then", (&args[1]).into())];
        text = format!("{text}\n{}", words.say_with("remove-follow-up-status", &args));
    }
    let command = Command::ReviseFollowUp {
        resolution: row.resolution.id.clone(),
        at,
        before,
        after: None,
    };
    let yes = vec![Step::change(command)];
    vec![Step::Question(Dialog::before_removing(words, text, yes))]
}

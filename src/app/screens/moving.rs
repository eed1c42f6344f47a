//! A resolution moved to another session of its body: which one. Does not know where the resolution is shown.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::locked::locked_row;
use crate::app::step::Step;
use crate::office::command::Command;
use crate::office::query::{ResolutionRow, SessionRow};
use crate::say;
use crate::ui::Role;

/// So many sessions stand to choose; who recorded something in the wrong one soon sees it.
const MOST_SESSIONS: usize = 9;

/// Asks to which session of its body a resolution goes: the latest of those that are open.
pub(super) fn ask(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let words = context.words;
    let may_be = |one: &&SessionRow| {
        one.session.body == row.body && one.session.id != row.session && one.session.state.is_open()
    };
    let rows = context.books.sessions.iter().flat_map(|all| &all.rows);
    let answer = |one: &SessionRow| {
        let name = say::session_name(words, &one.session, &one.body);
        let date = one.session.date.map(|day| words.day(day));
        let said = [Some(name), date]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        let command = Command::MoveToSession {
            resolution: row.resolution.id.clone(),
            session: one.session.id.clone(),
        };
        (said, vec![Step::change(command)])
    };
    let answers: Vec<_> = rows.filter(may_be).take(MOST_SESSIONS).map(answer).collect();
    if answers.is_empty() {
        return vec![Step::Say(words.say("move-to-nowhere"), Role::Warn)];
    }
    vec![Step::Question(Dialog {
        title: words.say("move-to-title"),
        text: row.resolution.name().to_owned(),
        answers,
        at: 0,
        is_unforeseen: false,
    })]
}

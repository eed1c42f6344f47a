//! The question which state a session goes to; of signed minutes the form that opens them again. Does not know where it is asked from.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::stage::Stage;
use crate::app::step::{Step, To};
use crate::app::{Screen, forms, say};
use crate::domain::session::{Session, SessionState};
use crate::office::command::Command;

/// The states that are asked for, in their order.
const ALL: [SessionState; 4] = [
    SessionState::Planned,
    SessionState::Running,
    SessionState::Draft,
    SessionState::Final,
];

/// Asks which state a session goes to.
pub(super) fn ask_state(context: &Context, session: &Session) -> Vec<Step> {
    // Signed minutes go to no other state by the way: they are opened again, with a reason.
    if !session.state.is_open() {
        return forms::reopening(context, session);
    }
    let answers = ALL.map(|state| (say::state(context.words, state), then(session, state)));
    vec![Step::Question(Dialog {
        title: context.words.say("state-title"),
        text: context.words.say("state-text"),
        answers: answers.to_vec(),
        at: ALL.iter().position(|state| *state == session.state).unwrap_or(0),
        is_unforeseen: false,
    })]
}

fn then(session: &Session, state: SessionState) -> Vec<Step> {
    let id = session.id.clone();
    vec![match state {
        // Minutes become final by those who sign them.
        SessionState::Final => Step::Open(To::Page(Screen::Stage(Stage::Closing, id))),
        _ => Step::change(Command::SetState { session: id, state }),
    }]
}

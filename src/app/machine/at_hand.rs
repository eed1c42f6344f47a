//! The session at hand: which one it is, what is done with it wherever one is, and what of it the key bar offers. Does
//! not know what a page does with a key.

use super::shown;
use crate::app::keys::Act;
use crate::app::stage::Stage;
use crate::app::{Effect, Model, Screen, forms};
use crate::domain::ids::SessionId;
use crate::domain::session::SessionState;

/// The session that the shown screen is about, or that is selected in the list of sessions.
fn session_at_hand(model: &Model) -> Option<SessionId> {
    match model.screen() {
        Screen::Sessions => Some(shown::selected_session(model)?.session.id.clone()),
        screen => screen.session(),
    }
}

/// The state of the session at hand, as far as it was read.
fn state_at_hand(model: &Model) -> Option<SessionState> {
    match model.screen() {
        Screen::Sessions => Some(shown::selected_session(model)?.session.state),
        _ => Some(model.books.session(&session_at_hand(model)?)?.session.state),
    }
}

/// Whether the key bar offers what is asked for, in the state that the session is in.
pub(in crate::app) fn is_offered(model: &Model, act: Act) -> bool {
    let offered_here = match model.screen() {
        Screen::Session(_) | Screen::Resolution(_) | Screen::Note(_) | Screen::Ballots(_) => {
            !is_locked(model, act)
        }
        _ => true,
    };
    let offers = model.read_page(model.screen(), |page, context| page.offers(context, act));
    let offered_here = offered_here && offers;
    offered_here
        && match act {
            Act::Stage(stage) => stage_fits(model, stage),
            Act::Correct | Act::Notify => state_at_hand(model) == Some(SessionState::Final),
            _ => true,
        }
}

/// Whether a stage fits the state that the session at hand is in.
fn stage_fits(model: &Model, stage: Stage) -> bool {
    let state = state_at_hand(model);
    match stage {
        Stage::Invitation => state == Some(SessionState::Planned),
        Stage::Review => state.is_some_and(SessionState::is_open),
        Stage::ReadBack | Stage::Closing => {
            matches!(state, Some(SessionState::Running | SessionState::Draft))
        }
        Stage::Versions => {
            let id = session_at_hand(model);
            let view = id.and_then(|id| model.books.session(&id));
            view.is_some_and(|view| !view.versions.is_empty())
        }
        Stage::Corrections | Stage::Letters => state == Some(SessionState::Final),
    }
}

/// Whether it would change what final minutes say: its key says that they are locked, and the bar leaves its room to
/// what can be done.
fn is_locked(model: &Model, act: Act) -> bool {
    let changes = matches!(
        act,
        Act::Add
            | Act::Edit
            | Act::Remove
            | Act::MoveUp
            | Act::MoveDown
            | Act::Renumber
            | Act::Mark(_)
            | Act::MarkRest
            | Act::AddGuest
            | Act::Arrived
            | Act::Departed
            | Act::Decide
            | Act::NextItem
            | Act::PreviousItem
            | Act::Split
            | Act::Merge
            | Act::CopyEarlier
            | Act::Vote
            | Act::Break
            | Act::Attach
            | Act::MoveToSession
            | Act::Cast(_)
            | Act::CastRest
            | Act::ItemResult
            | Act::Hide
    );
    changes && state_at_hand(model) == Some(SessionState::Final)
}

/// What is done with the session at hand wherever one is; none for acts that only the shown screen knows.
pub(in crate::app) fn act_anywhere(model: &mut Model, act: Act) -> Option<Vec<Effect>> {
    let id = session_at_hand(model)?;
    let signs = *model.screen() == Screen::Stage(Stage::Closing, id.clone());
    match act {
        Act::Stage(Stage::Closing) if signs => None,
        Act::Stage(stage) => Some(model.go_to(Screen::Stage(stage, id))),
        Act::Correct => Some(correct(model, &id)),
        Act::Notify => Some(model.obey(forms::notification(&model.context(), &id))),
        _ => None,
    }
}

/// Opens the form of a correction of what is shown or selected.
fn correct(model: &mut Model, id: &SessionId) -> Vec<Effect> {
    let context = model.context();
    let Some(view) = context.books.session(id) else {
        return Vec::new();
    };
    // The record that is shown or selected; none where nothing is selected.
    let (corrected, clause) = model.read_page(model.screen(), |page, context| {
        (page.corrected(context), page.clause())
    });
    let steps = corrected.map(|about| forms::correction(&context, view, about, clause));
    model.obey(steps.unwrap_or_default())
}

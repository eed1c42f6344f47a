//! What is done with a session before and after its minutes are written: invitation, review of earlier resolutions,
//! read-back, closing, corrections; which of them answers, and when it is offered. Does not know what they show.

use super::{Tab, closing, corrections, invitation, readback, review};
use crate::app::keymap::Act;
use crate::app::stage::Stage;
use crate::app::{Effect, Model, Screen, forms};
use crate::domain::ids::SessionId;
use crate::domain::session::{Session, SessionState};
use crate::office::query::Query;
use crate::ui::{Area, Canvas, Key, ListState, Origin, Role};

/// The session that the shown screen is about, or that is selected in the list of sessions.
fn session_at_hand(model: &Model) -> Option<SessionId> {
    match model.screen() {
        Screen::Sessions => Some(super::selected_session(model)?.session.id.clone()),
        screen => screen.session(),
    }
}

/// The head of a session, as far as it was read.
pub(super) fn head<'m>(model: &'m Model, id: &SessionId) -> Option<&'m Session> {
    let view = model.books.session(id).map(|view| &view.session);
    let rows = model.books.session_rows();
    let row = || rows.iter().find(|row| row.session.id == *id);
    view.or_else(|| row().map(|row| &row.session))
}

/// The state of the session at hand, as far as it was read.
fn state_at_hand(model: &Model) -> Option<SessionState> {
    match model.screen() {
        Screen::Sessions => Some(super::selected_session(model)?.session.state),
        _ => Some(model.books.session(&session_at_hand(model)?)?.session.state),
    }
}

/// Whether the key bar offers what is asked for, in the state that the session is in.
pub(in crate::app) fn is_offered(model: &Model, act: Act) -> bool {
    let offered_here = match model.screen() {
        Screen::Stage(Stage::Closing, id) => closing::is_offered(model, id, act),
        Screen::Stage(Stage::ReadBack, id) => readback::is_offered(model, id, act),
        Screen::Session(id) => !is_locked(model, act) && !lacks_row(model, id, act),
        Screen::Resolution(_) | Screen::Note(_) => !is_locked(model, act),
        _ => true,
    };
    let state = || state_at_hand(model);
    offered_here
        && match act {
            Act::Stage(Stage::Invitation) => state() == Some(SessionState::Planned),
            Act::Stage(Stage::Review) => state().is_some_and(SessionState::is_open),
            Act::Stage(Stage::ReadBack | Stage::Closing) => {
                matches!(state(), Some(SessionState::Running | SessionState::Draft))
            }
            Act::Stage(Stage::Corrections) | Act::Correct | Act::Notify => {
                state() == Some(SessionState::Final)
            }
            _ => true,
        }
}

/// Whether it is done with a row of the open tab, and there is none yet: the bar names what begins one.
fn lacks_row(model: &Model, id: &SessionId, act: Act) -> bool {
    let Some(view) = model.books.session(id) else {
        return false;
    };
    let is_empty = match model.spots.of(id).tab {
        Tab::Agenda => view.session.agenda.is_empty(),
        Tab::Notes => view.notes.is_empty() && view.resolutions.is_empty(),
        Tab::Resolutions => view.resolutions.is_empty(),
        Tab::Details | Tab::Attendance | Tab::Raw => false,
    };
    is_empty
        && matches!(
            act,
            Act::Open
                | Act::Edit
                | Act::Remove
                | Act::MoveUp
                | Act::MoveDown
                | Act::Renumber
                | Act::Decide
                | Act::FollowUp
                | Act::SetStatus
                | Act::Extend
                | Act::Remind
                | Act::Split
                | Act::Merge
                | Act::ChooseRow
                | Act::Copy
        )
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
            | Act::SetState
    );
    changes && state_at_hand(model) == Some(SessionState::Final)
}

/// What is done with the session at hand wherever one is; none for acts that only the shown screen knows.
pub(super) fn act_anywhere(model: &mut Model, act: Act) -> Option<Vec<Effect>> {
    let id = session_at_hand(model)?;
    let signs = *model.screen() == Screen::Stage(Stage::Closing, id.clone());
    match act {
        Act::Stage(Stage::Closing) if signs => None,
        Act::Stage(stage) => Some(open(model, stage, &id)),
        Act::Correct => Some(corrections::correct(model, &id)),
        Act::Notify => Some(model.obey(forms::notification(&model.context(), &id))),
        _ => None,
    }
}

/// Opens one of them over the shown screen.
pub(in crate::app) fn open(model: &mut Model, stage: Stage, id: &SessionId) -> Vec<Effect> {
    model.go_to(Screen::Stage(stage, id.clone()))
}

/// What it wants to know when it is come to.
pub(super) fn queries(model: &Model, stage: Stage, id: &SessionId) -> Vec<Query> {
    let session = Query::Session(id.clone());
    match (stage, head(model, id)) {
        (Stage::Review, Some(head)) => vec![session, review::query(head)],
        _ => vec![session],
    }
}

/// Whether it needs an answer before keys mean what the person means by them.
pub(in crate::app) fn waits(model: &Model, stage: Stage, id: &SessionId) -> bool {
    let reviewed = stage != Stage::Review || model.books.review(id).is_some();
    model.books.session(id).is_none() || !reviewed
}

pub(super) fn act(model: &mut Model, stage: Stage, id: &SessionId, act: Act, key: Key) -> Vec<Effect> {
    let Some(view) = model.books.session(id).cloned() else {
        return Vec::new();
    };
    match stage {
        Stage::Invitation => invitation::act(model, &view, act, key),
        Stage::Review => review::act(model, &view, act, key),
        Stage::ReadBack => readback::act(model, &view, act, key),
        Stage::Closing => closing::act(model, &view, act, key),
        Stage::Corrections => corrections::act(model, &view, act, key),
    }
}

/// Where one is in it, to be changed.
pub(super) fn list<'m>(model: &'m mut Model, stage: Stage, id: &SessionId) -> &'m mut ListState {
    model.spots.stages.entry((stage, id.clone())).or_default()
}

/// Where one is in it.
pub(super) fn spot(model: &Model, stage: Stage, id: &SessionId) -> ListState {
    let spot = model.spots.stages.get(&(stage, id.clone()));
    spot.copied().unwrap_or_default()
}

pub(super) fn settle(model: &mut Model, stage: Stage, id: &SessionId) {
    let Some(view) = model.books.session(id) else {
        return;
    };
    let mut spot = spot(model, stage, id);
    match stage {
        Stage::Invitation => invitation::settle(model, view, &mut spot),
        Stage::Review => review::settle(model, id, &mut spot),
        Stage::ReadBack => readback::settle(model, view, &mut spot),
        Stage::Closing => closing::settle(model, view, &mut spot),
        Stage::Corrections => corrections::settle(model, view, &mut spot),
    }
    *list(model, stage, id) = spot;
}

pub(super) fn view(model: &Model, stage: Stage, id: &SessionId, canvas: &mut Canvas, area: Area) {
    let Some(view) = model.books.session(id) else {
        return crate::ui::sentence(canvas, area, &model.words.say("reading"), Role::Faint);
    };
    let spot = spot(model, stage, id);
    match stage {
        Stage::Invitation => invitation::view(model, view, &spot, canvas, area),
        Stage::Review => review::view(model, id, &spot, canvas, area),
        Stage::ReadBack => readback::view(model, view, &spot, canvas, area),
        Stage::Closing => closing::view(model, view, &spot, canvas, area),
        Stage::Corrections => corrections::view(model, view, &spot, canvas, area),
    }
}

/// Its name; with that of the session where no screen below says it.
pub(super) fn title(model: &Model, stage: Stage, id: &SessionId) -> String {
    let words = &model.words;
    let is_final = head(model, id).is_some_and(|session| !session.state.is_open());
    let stage = match stage {
        Stage::Closing if is_final => words.say("screen-code"),
        stage => words.say(stage.word()),
    };
    let says = |screen: &Screen| match screen {
        Screen::Session(shown) => shown == id,
        Screen::Resolution(shown) => shown.session() == *id,
        Screen::Note(shown) => shown.session() == *id,
        _ => false,
    };
    if model.stack.iter().any(says) {
        return stage;
    }
    let session = super::session::title(model, id);
    let args = [("stage", stage.into()), ("session", session.into())];
    words.say_with("stage-title", &args)
}

/// Paints the row under the head: how much there is, or a rule.
pub(super) fn view_sum(model: &Model, stage: Stage, id: &SessionId, canvas: &mut Canvas, row: u16) {
    let view = model.books.session(id);
    let sum = view.and_then(|view| match stage {
        Stage::Invitation => invitation::sum(model, id),
        Stage::Review => review::sum(model, id),
        Stage::ReadBack => Some(readback::sum(model, view)),
        Stage::Closing => Some(closing::sum(model, view)),
        Stage::Corrections => None,
    });
    let columns = canvas.area().columns;
    match sum {
        Some((text, role)) => {
            let style = canvas.style(role);
            canvas.text(1, row, columns.saturating_sub(2), &text, Origin::Ours, style);
        }
        None => {
            let rule = canvas.style(Role::Rule);
            canvas.rule(0, row, columns, '─', rule);
        }
    }
}

/// What there is to say about the selection.
pub(super) fn remark(model: &Model, stage: Stage, id: &SessionId) -> Option<(String, Role)> {
    match stage {
        Stage::Review => review::remark(model, id),
        _ => None,
    }
}

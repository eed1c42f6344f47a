//! A session that is still to be held and is begun by its first tick, note or resolution of the day: one key says so.
//! Does not know what is ticked or noted.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::keys::Act;
use crate::app::screens::tab::Tab;
use crate::app::step::Step;
use crate::domain::attendance::Presence;
use crate::domain::session::{Session, SessionState};
use crate::office::command::Command;

/// Whether a session of today is still to be held, and what is asked for happens only while it meets.
pub(super) fn offers(context: &Context, session: &Session, tab: Tab, act: Act) -> bool {
    let is_due = session.state == SessionState::Planned && session.date == Some(context.setup.today);
    let is_of_meeting = match tab {
        Tab::Attendance => match act {
            Act::Mark(presence) => presence != Presence::Unticked,
            Act::MarkRest | Act::Arrived | Act::Departed => true,
            _ => false,
        },
        Tab::Notes | Tab::Resolutions => act == Act::Add,
        Tab::Agenda => matches!(act, Act::NextItem | Act::ItemResult),
        Tab::Details | Tab::Raw => false,
    };
    is_due && is_of_meeting
}

/// Asks whether the session begins; Enter begins it and goes on with `begun`, else `planned` is done.
pub(super) fn ask(context: &Context, session: &Session, begun: Vec<Step>, planned: Vec<Step>) -> Vec<Step> {
    let words = context.words;
    let begin = Step::change(Command::SetState {
        session: session.id.clone(),
        state: SessionState::Running,
    });
    let yes: Vec<Step> = std::iter::once(begin).chain(begun).collect();
    vec![Step::Question(Dialog {
        title: words.say("begin-title"),
        text: words.say("begin-text"),
        answers: vec![(words.say("begin-yes"), yes), (words.say("begin-no"), planned)],
        at: 0,
        is_unforeseen: false,
    })]
}

//! What the key bar offers in a session: nothing that needs a row where there is none. Does not know in which state the
//! session is.

use crate::app::keys::Act;
use crate::app::screens::tab::Tab;
use crate::office::query::SessionView;

/// Whether a tab has no rows yet.
pub(super) fn lacks_row(tab: Tab, view: &SessionView) -> bool {
    match tab {
        Tab::Agenda => view.session.agenda.is_empty(),
        Tab::Notes => view.notes.is_empty() && view.resolutions.is_empty(),
        Tab::Resolutions => view.resolutions.is_empty(),
        Tab::Details | Tab::Attendance | Tab::Raw => false,
    }
}

/// Whether it is done with a row of the open tab: where there is none yet, the bar names what begins one.
pub(super) fn needs_row(act: Act) -> bool {
    matches!(
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
            | Act::Vote
            | Act::ItemResult
            | Act::Standing
            | Act::Hide
            | Act::Attach
            | Act::MoveToSession
    )
}

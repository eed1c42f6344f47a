//! What a page may want: to ask, to go somewhere, to open a form. Does not know how it is done; the machine alone obeys
//! a step.

use super::screens::tab::Tab;
use crate::domain::ids::SessionId;

/// One thing that a page wants done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// Open this over the shown page.
    Open(To),
}

/// Somewhere to go.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum To {
    /// A session; at this tab, or where one was in it.
    Session(SessionId, Option<Tab>),
}

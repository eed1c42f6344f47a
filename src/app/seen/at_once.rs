//! What was asked of the office and is shown at once, until it is read from there: where the talk is, what was agreed to.
//! Does not know where it is shown.

use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::session::Talk;
use crate::office::command::Command;
use std::collections::HashMap;

/// What is shown before it is read.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct AtOnce {
    talks: HashMap<SessionId, Talk>,
    /// Resolutions that were ticked as agreed to, or no longer.
    agreed: HashMap<ResolutionId, bool>,
}

impl AtOnce {
    /// A change was asked for.
    pub fn asked_for(&mut self, command: &Command) {
        match command {
            Command::GoToItem { session, talk } => {
                self.talks.insert(session.clone(), *talk);
            }
            Command::Agree { resolution, agreed } => {
                self.agreed.insert(resolution.clone(), *agreed);
            }
            _ => {}
        }
    }

    /// The session was read. What it says holds, unless something that was asked for is still to be answered.
    pub fn read(&mut self, session: &SessionId, all_answered: bool) {
        if all_answered {
            self.talks.remove(session);
            self.agreed.retain(|id, _| id.session() != *session);
        }
    }

    /// Where the talk of a session was brought to.
    pub fn talk(&self, session: &SessionId) -> Option<Talk> {
        self.talks.get(session).copied()
    }

    /// Whether a resolution was ticked as agreed to.
    pub fn agreed(&self, resolution: &ResolutionId) -> Option<bool> {
        self.agreed.get(resolution).copied()
    }
}

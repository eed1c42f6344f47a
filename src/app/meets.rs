//! How far a session has come today: whether it meets, what time it is in it, whether answers to its invitation are
//! awaited. Of a session of another day, or one that was not begun, the clock knows
//! nothing.

use super::context::Context;
use crate::calendar::{TimeOfDay, tehran_time};
use crate::domain::session::{Session, SessionState};

/// Whether what is ticked are answers to the invitation: the session is still to be held, on a later day.
pub(super) fn awaits_answers(context: &Context, session: &Session) -> bool {
    session.state == SessionState::Planned && session.date.is_some_and(|day| day > context.setup.today)
}

/// The time of day, where the session meets now.
pub(super) fn time_in(context: &Context, session: &Session) -> Option<TimeOfDay> {
    let meets = session.state == SessionState::Running && session.date == Some(context.setup.today);
    meets.then(|| tehran_time(context.now))
}

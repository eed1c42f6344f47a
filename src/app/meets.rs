//! How far a session has come today: whether it meets, and what time it is in it. Of a session of another day, or one
//! that was not begun, the clock knows nothing.

use super::context::Context;
use crate::calendar::{TimeOfDay, tehran_time};
use crate::domain::session::{Session, SessionState};

/// The time of day, where the session meets now.
pub(super) fn time_in(context: &Context, session: &Session) -> Option<TimeOfDay> {
    let meets = session.state == SessionState::Running && session.date == Some(context.setup.today);
    meets.then(|| tehran_time(context.now))
}

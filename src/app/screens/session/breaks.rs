//! A break of a session by one key: it begins, and by the same key it ends. Does not know who left in it.

use crate::app::context::Context;
use crate::app::forms;
use crate::app::locked::locked;
use crate::app::meets::time_in;
use crate::app::step::Step;
use crate::domain::stretch::TimeStretch;
use crate::office::command::Command;
use crate::office::query::SessionView;

/// Begins a break now, or ends the one that goes on. Of a session that does not meet now the clock knows nothing: the
/// form asks.
pub(super) fn turn(context: &Context, view: &SessionView) -> Vec<Step> {
    let session = &view.session;
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let Some(now) = time_in(context, session) else {
        return forms::breaks(context, session);
    };
    let mut after = session.breaks.clone();
    match after.last_mut().filter(|last| last.until.is_none()) {
        Some(open) => open.until = Some(now.max(open.from)),
        None => after.push(TimeStretch::begun(now)),
    }
    vec![Step::change(Command::RecordBreaks {
        session: session.id.clone(),
        before: session.breaks.clone(),
        after,
    })]
}

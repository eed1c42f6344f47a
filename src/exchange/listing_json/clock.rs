//! The JSON of a legal clock. Does not know the rules.

use super::ListedDay;
use crate::domain::clocks::{Clock, ClockKind, ClockState};
use serde::Serialize;

/// A legal clock. `clock` is `agenda`, `minutes` or `binding`; `state` is `running` (so many `days` are left), `late`,
/// `kept`, `kept_late` (by so many `days`) or `unknown`.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedClock {
    pub clock: &'static str,
    pub due: Option<ListedDay>,
    pub done: Option<ListedDay>,
    pub state: &'static str,
    pub days: Option<u32>,
}

impl From<Clock> for ListedClock {
    fn from(clock: Clock) -> Self {
        let Clock {
            kind,
            // The body's rule; what is listed is the day that it gives.
            days: _,
            due,
            done,
            state,
        } = clock;
        let (state, days) = match state {
            ClockState::Running(days) => ("running", Some(days)),
            ClockState::Late(days) => ("late", Some(days)),
            ClockState::Kept => ("kept", None),
            ClockState::KeptLate(days) => ("kept_late", Some(days)),
            ClockState::Unknown(_) => ("unknown", None),
        };
        ListedClock {
            clock: match kind {
                ClockKind::Agenda => "agenda",
                ClockKind::Minutes => "minutes",
                ClockKind::Binding => "binding",
            },
            due: due.map(ListedDay::from),
            done: done.map(ListedDay::from),
            state,
            days,
        }
    }
}

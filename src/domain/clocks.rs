//! The legal clocks of a session: agenda out, minutes out, binding day, by the rules that its body had on its day.
//! Knows no rules of its own, no screen and no today: the day is given.

use super::body::Rules;
use super::session::{Session, SessionState};
use crate::calendar::Day;

/// What a clock runs for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClockKind {
    /// The agenda is to be out so many days before the session; the day of the invitation counts.
    Agenda,
    /// The minutes are to be out within so many days of the session; the day of signing or notification counts,
    /// whichever came first.
    Minutes,
    /// The resolutions bind so many days after the minutes were notified.
    Binding,
}

/// A clock as it stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// What it runs for.
    pub kind: ClockKind,
    /// The days that the rule gives.
    pub days: u32,
    /// The day it comes to; none where the day it counts from is not known.
    pub due: Option<Day>,
    /// The day on which it was done; none where it was not, and of the binding day, which comes by itself.
    pub done: Option<Day>,
    /// How it stands.
    pub state: ClockState,
}

/// How a clock stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// Not done; so many days are left, 0 on the day itself.
    Running(u32),
    /// Not done, and so many days past its day.
    Late(u32),
    /// Done in time; of the binding day, that it has come.
    Kept,
    /// Done so many days past its day.
    KeptLate(u32),
    /// Cannot be said.
    Unknown(Unknown),
}

/// Why a clock says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The session has no day.
    NoDate,
    /// The session has met and no day of invitation was recorded.
    NoInvitation,
    /// The session has not met.
    NotHeld,
    /// The minutes are final and neither the day of signing nor of notification was recorded.
    NoDayOfIssue,
    /// The minutes were not notified.
    NotNotified,
}

/// The clocks of a session for which the rules of its day have a number of days, on `today`.
///
/// ```
/// use dabir::calendar::Day;
/// use dabir::domain::body::Rules;
/// use dabir::domain::clocks::{ClockKind, ClockState, clocks};
/// use dabir::domain::session::Session;
/// let day = |day| Day::from_jalali(1401, 3, day).unwrap();
/// let rules = Rules { minutes_within_days: Some(7), ..Rules::default() };
/// let session = Session { date: Some(day(12)), ..Session::default() };
/// let clock = clocks(&session, &rules, day(17))[0];
/// assert_eq!((clock.kind, clock.due), (ClockKind::Minutes, Some(day(19))));
/// assert_eq!(clock.state, ClockState::Running(2));
/// assert_eq!(clocks(&session, &rules, day(20))[0].state, ClockState::Late(1));
/// ```
pub fn clocks(session: &Session, rules: &Rules, today: Day) -> Vec<Clock> {
    let agenda = rules.agenda_days_before.map(|days| agenda(session, days, today));
    let minutes = rules
        .minutes_within_days
        .map(|days| minutes(session, days, today));
    let binding = rules.binding_after_days.map(|days| binding(session, days, today));
    [agenda, minutes, binding].into_iter().flatten().collect()
}

/// The clock that matters now: the first one that runs or is late.
pub fn pressing(clocks: &[Clock]) -> Option<&Clock> {
    let runs = |clock: &&Clock| matches!(clock.state, ClockState::Running(_) | ClockState::Late(_));
    clocks.iter().find(runs)
}

impl Clock {
    /// Whether it is late, or its day is at most so many days ahead.
    pub fn presses(&self, within_days: u32) -> bool {
        match self.state {
            ClockState::Late(_) => true,
            // Nobody has to do anything for the binding day.
            ClockState::Running(left) => left <= within_days && self.kind != ClockKind::Binding,
            _ => false,
        }
    }
}

fn agenda(session: &Session, days: u32, today: Day) -> Clock {
    let due = session.date.map(|date| date.plus_days(-i64::from(days)));
    let missing = session.is_held().then_some(Unknown::NoInvitation);
    clock(
        ClockKind::Agenda,
        days,
        due,
        session.invitation_date,
        missing,
        today,
    )
}

fn minutes(session: &Session, days: u32, today: Day) -> Clock {
    let due = session.date.map(|date| date.plus_days(i64::from(days)));
    let signed = session.signing.as_ref().map(|signing| signing.date);
    let done = [signed, session.notified].into_iter().flatten().min();
    let missing = match session.state {
        SessionState::Planned => Some(Unknown::NotHeld),
        SessionState::Final => Some(Unknown::NoDayOfIssue),
        SessionState::Running | SessionState::Draft => None,
    };
    clock(ClockKind::Minutes, days, due, done, missing, today)
}

fn binding(session: &Session, days: u32, today: Day) -> Clock {
    let due = session.notified.map(|day| day.plus_days(i64::from(days)));
    let state = match due {
        None => ClockState::Unknown(Unknown::NotNotified),
        Some(due) if due <= today => ClockState::Kept,
        Some(due) => ClockState::Running(days_between(today, due)),
    };
    Clock {
        kind: ClockKind::Binding,
        days,
        due,
        done: None,
        state,
    }
}

/// `missing` is why it cannot be said where nothing was done.
fn clock(
    kind: ClockKind,
    days: u32,
    due: Option<Day>,
    done: Option<Day>,
    missing: Option<Unknown>,
    today: Day,
) -> Clock {
    let state = match (due, done, missing) {
        (None, _, _) => ClockState::Unknown(Unknown::NoDate),
        (Some(due), Some(done), _) if done <= due => ClockState::Kept,
        (Some(due), Some(done), _) => ClockState::KeptLate(days_between(due, done)),
        (Some(_), None, Some(why)) => ClockState::Unknown(why),
        (Some(due), None, None) if today <= due => ClockState::Running(days_between(today, due)),
        (Some(due), None, None) => ClockState::Late(days_between(due, today)),
    };
    Clock {
        kind,
        days,
        due,
        done,
        state,
    }
}

fn days_between(from: Day, until: Day) -> u32 {
    u32::try_from(from.days_until(until)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::Signing;

    fn day(month: u8, day: u8) -> Day {
        Day::from_jalali(1401, month, day).unwrap()
    }

    fn rules() -> Rules {
        Rules {
            agenda_days_before: Some(3),
            minutes_within_days: Some(7),
            binding_after_days: Some(10),
            ..Rules::default()
        }
    }

    fn session(state: SessionState) -> Session {
        Session {
            date: Some(day(3, 12)),
            state,
            ..Session::default()
        }
    }

    fn states(session: &Session, today: Day) -> Vec<ClockState> {
        clocks(session, &rules(), today)
            .into_iter()
            .map(|clock| clock.state)
            .collect()
    }

    #[test]
    fn the_agenda_of_a_coming_session_is_waited_for_until_its_day_and_then_late() {
        use ClockState::{Kept, KeptLate, Late, Running};
        let mut coming = session(SessionState::Planned);
        let agenda = |session: &Session, today| states(session, today)[0];
        assert_eq!(agenda(&coming, day(3, 4)), Running(5));
        assert_eq!(agenda(&coming, day(3, 9)), Running(0));
        assert_eq!(agenda(&coming, day(3, 10)), Late(1));
        coming.invitation_date = Some(day(3, 9));
        assert_eq!(agenda(&coming, day(3, 10)), Kept);
        coming.invitation_date = Some(day(3, 11));
        assert_eq!(agenda(&coming, day(3, 11)), KeptLate(2));
    }

    #[test]
    fn minutes_count_from_the_session_and_end_with_what_came_first() {
        use ClockState::{Kept, KeptLate, Late, Running};
        let mut held = session(SessionState::Draft);
        let minutes = |session: &Session, today| states(session, today)[1];
        assert_eq!(minutes(&held, day(3, 12)), Running(7));
        assert_eq!(minutes(&held, day(3, 22)), Late(3));
        held.notified = Some(day(3, 25));
        assert_eq!(minutes(&held, day(3, 26)), KeptLate(6));
        held.signing = Some(Signing {
            chair: String::new(),
            secretary: String::new(),
            date: day(3, 18),
        });
        assert_eq!(minutes(&held, day(3, 26)), Kept);
    }

    #[test]
    fn resolutions_bind_so_many_days_after_notification() {
        let mut held = session(SessionState::Final);
        held.notified = Some(day(3, 15));
        let binding = |session: &Session, today| states(session, today)[2];
        assert_eq!(binding(&held, day(3, 20)), ClockState::Running(5));
        assert_eq!(binding(&held, day(3, 25)), ClockState::Kept);
        let clock = clocks(&held, &rules(), day(3, 20))[2];
        assert_eq!(clock.due, Some(day(3, 25)));
        assert!(!clock.presses(5), "it comes by itself");
    }

    #[test]
    fn what_cannot_be_said_says_why() {
        use ClockState::Unknown as Says;
        let today = day(4, 1);
        let no_day = Session {
            date: None,
            ..session(SessionState::Draft)
        };
        let no_date = Says(Unknown::NoDate);
        assert_eq!(
            states(&no_day, today),
            [no_date, no_date, Says(Unknown::NotNotified)]
        );
        let old = states(&session(SessionState::Final), today);
        assert_eq!(
            old[..2],
            [Says(Unknown::NoInvitation), Says(Unknown::NoDayOfIssue)]
        );
        assert_eq!(
            states(&session(SessionState::Planned), today)[1],
            Says(Unknown::NotHeld)
        );
        assert_eq!(clocks(&no_day, &Rules::default(), today), []);
    }

    #[test]
    fn the_pressing_clock_is_the_first_that_runs_or_is_late() {
        let kind = |session: &Session, today| pressing(&clocks(session, &rules(), today)).map(|c| c.kind);
        assert_eq!(
            kind(&session(SessionState::Planned), day(3, 1)),
            Some(ClockKind::Agenda)
        );
        assert_eq!(
            kind(&session(SessionState::Draft), day(4, 1)),
            Some(ClockKind::Minutes)
        );
        let mut notified = session(SessionState::Final);
        notified.notified = Some(day(3, 15));
        assert_eq!(kind(&notified, day(3, 20)), Some(ClockKind::Binding));
        assert_eq!(kind(&notified, day(3, 25)), None);
    }
}

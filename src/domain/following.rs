//! Which session of a body comes behind another one: the days of all sessions, body by body.
//! It does not know where sessions are stored.

use super::deadline::DaysAfter;
use super::ids::BodyId;
use super::session::Session;
use crate::calendar::Day;
use std::collections::HashMap;

/// The days of the sessions of bodies, planned and held.
#[derive(Clone, Debug, Default)]
pub struct SessionDays {
    /// Of each body, in order.
    days: HashMap<BodyId, Vec<Day>>,
}

impl SessionDays {
    /// Those of these sessions; one without a day comes behind none.
    ///
    /// ```
    /// use dabir::calendar::Day;
    /// use dabir::domain::following::SessionDays;
    /// use dabir::domain::session::Session;
    /// let on = |day| Session { date: Day::from_jalali(1401, 3, day).ok(), ..Session::default() };
    /// let days = SessionDays::of([&on(26), &on(12), &on(19)]);
    /// assert_eq!(days.after(&on(12)).next_session, on(19).date);
    /// assert_eq!(days.after(&on(26)).next_session, None);
    /// ```
    pub fn of<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> SessionDays {
        SessionDays::from_days(sessions.into_iter().map(|session| (&session.body, session.date)))
    }

    /// The same of bodies and days.
    pub fn from_days<'a>(sessions: impl IntoIterator<Item = (&'a BodyId, Option<Day>)>) -> SessionDays {
        let mut days: HashMap<BodyId, Vec<Day>> = HashMap::new();
        for (body, date) in sessions {
            let Some(date) = date else { continue };
            match days.get_mut(body) {
                Some(own) => own.push(date),
                None => drop(days.insert(body.clone(), vec![date])),
            }
        }
        days.values_mut().for_each(|own| own.sort_unstable());
        SessionDays { days }
    }

    /// The first day behind this one on which the body has a session.
    pub fn next(&self, body: &BodyId, date: Option<Day>) -> Option<Day> {
        let (own, date) = (self.days.get(body)?, date?);
        own.get(own.partition_point(|day| *day <= date)).copied()
    }

    /// What comes behind a session and deadlines wait for.
    pub fn after(&self, session: &Session) -> DaysAfter {
        DaysAfter {
            notified: session.notified,
            next_session: self.next(&session.body, session.date),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(body: &str, day: u8) -> Session {
        Session {
            body: BodyId::from(body),
            date: Day::from_jalali(1401, 3, day).ok(),
            ..Session::default()
        }
    }

    #[test]
    fn the_next_session_is_of_the_same_body_and_of_a_later_day() {
        let sessions = [
            on("a", 12),
            on("b", 14),
            on("a", 12),
            on("a", 20),
            Session::default(),
        ];
        let days = SessionDays::of(&sessions);
        let next = |session: &Session| days.after(session).next_session;
        assert_eq!(next(&on("a", 12)), on("a", 20).date);
        assert_eq!(next(&on("a", 1)), on("a", 12).date);
        assert_eq!(next(&on("a", 20)), None);
        assert_eq!(next(&on("b", 14)), None);
        assert_eq!(next(&on("c", 1)), None);
        assert_eq!(next(&Session::default()), None);
    }

    #[test]
    fn what_was_notified_stays_beside_it() {
        let mut session = on("a", 12);
        session.notified = Day::from_jalali(1401, 3, 13).ok();
        assert_eq!(
            SessionDays::of([&session]).after(&session).notified,
            session.notified
        );
    }
}

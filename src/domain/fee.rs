//! The fee for sitting in a session (حق‌الجلسه) by a body's own rule: so much a session or an hour, within its limits.
//! Does not know who is paid, nor which law or decision set the amount; the rules it stands in name their source.

use super::attendance::Attendance;
use super::session::Session;
use super::stretch::{TimeStretch, minute};
use serde::{Deserialize, Serialize};

/// What one seat is paid for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeRule {
    /// Rials for each session or each full hour's worth of minutes; see [`FeeRule::per`].
    pub rials: u64,
    /// What the amount is for.
    #[serde(default)]
    pub per: FeePer,
    /// Minutes that one must have been there for a session to be paid at all.
    #[serde(default)]
    pub least_minutes: u32,
    /// Sessions paid in a month; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_sessions_a_month: Option<u32>,
    /// Hours paid in a month, where an hour is what is paid; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_hours_a_month: Option<u32>,
}

/// What an amount is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeePer {
    /// An hour, by the minute.
    Hour,
    /// A session, however long.
    #[default]
    #[serde(other)]
    Session,
}

/// What comes to one seat in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthlyFee {
    /// Sessions that are paid.
    pub sessions: u32,
    /// Minutes that are paid; those of the paid sessions where sessions are.
    pub minutes: u32,
    /// Rials; parts of one are dropped.
    pub rials: u64,
}

impl FeeRule {
    /// What comes of the sessions of one month, given as minutes present in each, in the order of their days.
    ///
    /// ```
    /// use dabir::domain::fee::{FeePer, FeeRule};
    /// let rule = FeeRule { rials: 600_000, per: FeePer::Hour, least_minutes: 30, most_hours_a_month: Some(3), ..FeeRule::default() };
    /// let fee = rule.of_month([90, 20, 120]);
    /// assert_eq!((fee.sessions, fee.minutes, fee.rials), (2, 180, 1_800_000));
    /// ```
    pub fn of_month(&self, present: impl IntoIterator<Item = u32>) -> MonthlyFee {
        let most_sessions = self.most_sessions_a_month.unwrap_or(u32::MAX);
        let most_minutes = self.most_minutes();
        let mut fee = MonthlyFee::default();
        for minutes in present {
            let is_paid = minutes > 0 && minutes >= self.least_minutes;
            if is_paid && fee.sessions < most_sessions && fee.minutes < most_minutes {
                fee.sessions += 1;
                fee.minutes = fee.minutes.saturating_add(minutes).min(most_minutes);
            }
        }
        fee.rials = match self.per {
            FeePer::Session => self.rials.saturating_mul(fee.sessions.into()),
            FeePer::Hour => self.rials.saturating_mul(fee.minutes.into()) / 60,
        };
        fee
    }

    /// Hours are limited only where they are what is paid.
    fn most_minutes(&self) -> u32 {
        match (self.per, self.most_hours_a_month) {
            (FeePer::Hour, Some(hours)) => hours.saturating_mul(60),
            _ => u32::MAX,
        }
    }
}

/// How many minutes of a session the holder of a seat, or who stood in, was there: from the later of its start and the
/// arrival to the earlier of its end and the departure, and what they were there again. None where they were away, or
/// where no time tells it.
///
/// ```
/// use dabir::calendar::TimeOfDay;
/// use dabir::domain::attendance::{Attendance, Presence};
/// use dabir::domain::fee::minutes_present;
/// use dabir::domain::session::Session;
/// let session = Session { start: TimeOfDay::new(9, 0), end: TimeOfDay::new(11, 0), ..Session::default() };
/// let came_late = Attendance { status: Presence::Present, arrived: TimeOfDay::new(9, 30), ..Attendance::default() };
/// assert_eq!(minutes_present(&session, &came_late), Some(90));
/// ```
pub fn minutes_present(session: &Session, attendance: &Attendance) -> Option<u32> {
    if !attendance.status.counts() {
        return None;
    }
    let from = attendance.arrived.max(session.start)?;
    let until = match (attendance.departed, session.end) {
        (Some(departed), Some(end)) => departed.min(end),
        (one, other) => one.or(other)?,
    };
    let first = minute(until).checked_sub(minute(from))?;
    let again = attendance.again.iter().map(|stay| within(*stay, session));
    let again: Option<Vec<u32>> = again.collect();
    Some(again?.into_iter().fold(first, u32::saturating_add))
}

/// Minutes of a later stay until the session's end.
fn within(stay: TimeStretch, session: &Session) -> Option<u32> {
    let until = match (stay.until, session.end) {
        (Some(left), Some(end)) => Some(left.min(end)),
        (one, other) => one.or(other),
    };
    TimeStretch { until, ..stay }.minutes(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::TimeOfDay;
    use crate::domain::attendance::Presence;

    #[test]
    fn sessions_are_paid_up_to_the_limit_of_the_month() {
        let rule = FeeRule {
            rials: 1_000,
            least_minutes: 45,
            most_sessions_a_month: Some(2),
            // No limit where sessions are paid.
            most_hours_a_month: Some(1),
            ..FeeRule::default()
        };
        let fee = rule.of_month([60, 44, 0, 120, 90]);
        assert_eq!((fee.sessions, fee.minutes, fee.rials), (2, 180, 2_000));
        assert_eq!(rule.of_month([]), MonthlyFee::default());
    }

    #[test]
    fn hours_are_paid_by_the_minute_and_nobody_is_paid_for_none() {
        let rule = FeeRule {
            rials: 100,
            per: FeePer::Hour,
            ..FeeRule::default()
        };
        assert_eq!(rule.of_month([50, 0, 40]).rials, 150);
        assert_eq!(rule.of_month([50]).rials, 83);
        assert_eq!(rule.of_month([0]).sessions, 0);
    }

    #[test]
    fn time_present_needs_somebody_there_and_both_ends() {
        let at = TimeOfDay::new;
        let session = Session {
            start: at(9, 0),
            end: at(11, 0),
            ..Session::default()
        };
        let there = |arrived, departed| Attendance {
            status: Presence::Represented,
            arrived,
            departed,
            ..Attendance::default()
        };
        assert_eq!(minutes_present(&session, &there(None, None)), Some(120));
        assert_eq!(minutes_present(&session, &there(at(8, 30), at(10, 15))), Some(75));
        assert_eq!(minutes_present(&session, &there(at(11, 30), None)), None);
        let endless = Session {
            end: None,
            ..session.clone()
        };
        assert_eq!(minutes_present(&endless, &there(None, None)), None);
        assert_eq!(minutes_present(&endless, &there(None, at(9, 20))), Some(20));
        let absent = Attendance {
            status: Presence::Absent,
            ..there(None, None)
        };
        assert_eq!(minutes_present(&session, &absent), None);
    }

    #[test]
    fn a_rule_of_an_unknown_unit_is_read_by_the_session_and_written_without_its_open_limits() {
        let rule: FeeRule = serde_json::from_str(r#"{"rials":5,"per":"stanza"}"#).unwrap();
        assert_eq!(rule.per, FeePer::Session);
        assert_eq!(
            serde_json::to_string(&rule).unwrap(),
            r#"{"rials":5,"per":"session","least_minutes":0}"#
        );
    }
}

//! A stretch of time in a session: a break, the time an item was talked about, the time somebody was there.
//! Does not know what happened in it.

use crate::calendar::TimeOfDay;
use serde::{Deserialize, Serialize};

/// From one time of a session's day to another; without an end it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeStretch {
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends; none while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<TimeOfDay>,
}

impl TimeStretch {
    /// One that begins now and goes on.
    pub fn begun(from: TimeOfDay) -> TimeStretch {
        TimeStretch { from, until: None }
    }

    /// Whether a time lies in it: its beginning does, its end does not.
    ///
    /// ```
    /// use dabir::calendar::TimeOfDay;
    /// use dabir::domain::stretch::TimeStretch;
    /// let at = |hour| TimeOfDay::new(hour, 0).unwrap();
    /// let tea = TimeStretch { from: at(9), until: Some(at(10)) };
    /// assert!(tea.has(at(9)) && !tea.has(at(10)) && TimeStretch::begun(at(9)).has(at(12)));
    /// ```
    pub fn has(self, time: TimeOfDay) -> bool {
        self.from <= time && self.until.is_none_or(|until| time < until)
    }

    /// Its minutes; while it goes on, those until `end`. None where it has no end, or ends before it begins.
    pub fn minutes(self, end: Option<TimeOfDay>) -> Option<u32> {
        minute(self.until.or(end)?).checked_sub(minute(self.from))
    }

    /// The part of it that lies in another one; none where they share no minute.
    pub fn shared(self, other: TimeStretch) -> Option<TimeStretch> {
        let from = self.from.max(other.from);
        let until = match (self.until, other.until) {
            (Some(mine), Some(theirs)) => Some(mine.min(theirs)),
            (one, another) => one.or(another),
        };
        until
            .is_none_or(|until| from < until)
            .then_some(TimeStretch { from, until })
    }
}

/// Minutes since midnight.
pub fn minute(time: TimeOfDay) -> u32 {
    u32::from(time.hour()) * 60 + u32::from(time.minute())
}

/// Whether each begins where the one before it has ended, and none ends before it begins.
pub fn are_in_order(stretches: &[TimeStretch]) -> bool {
    let is_whole = |one: &TimeStretch| one.until.is_none_or(|until| one.from <= until);
    let follow = |pair: &[TimeStretch]| pair[0].until.is_some_and(|until| until <= pair[1].from);
    stretches.iter().all(is_whole) && stretches.windows(2).all(follow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u8, minute: u8) -> TimeOfDay {
        TimeOfDay::new(hour, minute).unwrap()
    }

    #[test]
    fn minutes_are_counted_to_the_end_or_to_a_given_one() {
        let done = TimeStretch {
            from: at(9, 50),
            until: Some(at(10, 5)),
        };
        assert_eq!(done.minutes(None), Some(15));
        let open = TimeStretch::begun(at(9, 50));
        assert_eq!(
            (open.minutes(None), open.minutes(Some(at(10, 0)))),
            (None, Some(10))
        );
        assert_eq!(open.minutes(Some(at(9, 0))), None);
    }

    #[test]
    fn what_two_share_is_what_lies_in_both() {
        let morning = TimeStretch {
            from: at(8, 0),
            until: Some(at(10, 0)),
        };
        let open = TimeStretch::begun(at(9, 0));
        assert_eq!(
            morning.shared(open),
            Some(TimeStretch {
                from: at(9, 0),
                until: Some(at(10, 0))
            })
        );
        assert_eq!(morning.shared(TimeStretch::begun(at(10, 0))), None);
    }

    #[test]
    fn stretches_in_order_never_share_a_minute_and_only_the_last_goes_on() {
        let stretch = |from, until| TimeStretch { from, until };
        let tea = stretch(at(9, 0), Some(at(9, 15)));
        assert!(are_in_order(&[tea, TimeStretch::begun(at(9, 15))]));
        assert!(!are_in_order(&[TimeStretch::begun(at(9, 0)), tea]));
        assert!(!are_in_order(&[stretch(at(9, 0), Some(at(8, 0)))]));
    }
}

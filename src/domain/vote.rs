//! A vote on a resolution, and the rule by which a body reckons what it comes to. Decides nothing: a resolution stands
//! as the chair has it recorded. Does not know the seats by name.

use super::ids::SeatId;
use crate::calendar::TimeOfDay;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// When it was taken, from which those present are reckoned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<TimeOfDay>,
    /// The votes.
    pub cast: Cast,
}

/// How votes were cast, and which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cast {
    /// By a show of hands.
    Count(VoteCount),
    /// On paper that nobody else sees.
    Secret(VoteCount),
    /// Each seat by its name.
    ByName(BTreeMap<SeatId, Ballot>),
}

/// How many voted how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteCount {
    /// موافق
    #[serde(default, rename = "for")]
    pub in_favour: u32,
    /// مخالف
    #[serde(default)]
    pub against: u32,
    /// ممتنع
    #[serde(default)]
    pub abstaining: u32,
}

/// The vote of one seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ballot {
    /// موافق
    For,
    /// مخالف
    Against,
    /// ممتنع
    Abstaining,
}

impl Ballot {
    /// All of them, in the order in which screens show them.
    pub const ALL: [Ballot; 3] = [Ballot::For, Ballot::Against, Ballot::Abstaining];

    /// The word of the JSON.
    pub fn word(self) -> &'static str {
        match self {
            Ballot::For => "for",
            Ballot::Against => "against",
            Ballot::Abstaining => "abstaining",
        }
    }
}

impl VoteCount {
    /// Everybody who voted.
    pub fn all(&self) -> u32 {
        self.in_favour
            .saturating_add(self.against)
            .saturating_add(self.abstaining)
    }
}

impl Cast {
    /// How many voted how.
    ///
    /// ```
    /// use dabir::domain::vote::{Ballot, Cast, VoteCount};
    /// let cast = [("s1".into(), Ballot::For), ("s2".into(), Ballot::Against), ("s3".into(), Ballot::For)];
    /// let count = VoteCount { in_favour: 2, against: 1, abstaining: 0 };
    /// assert_eq!(Cast::ByName(cast.into()).count(), count);
    /// ```
    pub fn count(&self) -> VoteCount {
        match self {
            Cast::Count(count) | Cast::Secret(count) => *count,
            Cast::ByName(seats) => {
                let of = |wanted| {
                    let those = seats.values().filter(|ballot| **ballot == wanted);
                    u32::try_from(those.count()).unwrap_or(u32::MAX)
                };
                VoteCount {
                    in_favour: of(Ballot::For),
                    against: of(Ballot::Against),
                    abstaining: of(Ballot::Abstaining),
                }
            }
        }
    }

    /// The word of the JSON.
    pub fn word(&self) -> &'static str {
        match self {
            Cast::Count(_) => "count",
            Cast::Secret(_) => "secret",
            Cast::ByName(_) => "by_name",
        }
    }
}

/// The majority that a resolution needs by a body's rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Majority {
    /// More for it than against it (اکثریت نسبی).
    Simple,
    /// More than this part of those that count (مطلق: more than 1 of 2).
    MoreThan {
        /// Above the line.
        of: u32,
        /// Below the line; zero counts as one.
        parts: u32,
        /// Who counts.
        among: Voters,
    },
    /// At least this part of those that count (دو سوم).
    AtLeast {
        /// Above the line.
        of: u32,
        /// Below the line; zero counts as one.
        parts: u32,
        /// Who counts.
        among: Voters,
    },
}

/// Of whom a majority is a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voters {
    /// Those who were there when it was voted.
    Present,
    /// All seats of the body on the day.
    Seats,
}

/// Who could have voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Electorate {
    /// Seats that were there at the time of the vote.
    pub present: u32,
    /// Seats of the body on the day.
    pub seats: u32,
}

/// What a vote comes to by the rule of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tallied {
    /// Whether the majority was reached.
    pub reached: bool,
    /// Votes for it that were needed.
    pub needed: u32,
    /// More voted than were there by the roll.
    pub too_many: bool,
}

impl Majority {
    /// Votes for it that are needed.
    ///
    /// ```
    /// use dabir::domain::vote::{Electorate, Majority, VoteCount, Voters};
    /// let count = VoteCount { in_favour: 8, against: 7, abstaining: 0 };
    /// let all = Electorate { present: 15, seats: 40 };
    /// assert_eq!(Majority::Simple.needed(count, all), 8);
    /// let absolute = |among| Majority::MoreThan { of: 1, parts: 2, among };
    /// assert_eq!(absolute(Voters::Present).needed(count, all), 8);
    /// assert_eq!(absolute(Voters::Seats).needed(count, all), 21);
    /// assert_eq!(Majority::AtLeast { of: 2, parts: 3, among: Voters::Present }.needed(count, all), 10);
    /// ```
    pub fn needed(self, count: VoteCount, all: Electorate) -> u32 {
        let base = |among| match among {
            Voters::Present => all.present,
            Voters::Seats => all.seats,
        };
        match self {
            Majority::Simple => count.against.saturating_add(1),
            Majority::MoreThan { of, parts, among } => base(among).saturating_mul(of) / parts.max(1) + 1,
            Majority::AtLeast { of, parts, among } => {
                base(among).saturating_mul(of).div_ceil(parts.max(1)).max(1)
            }
        }
    }

    /// What a vote comes to; none where nobody voted, or the rule counts those present and the roll has nobody there.
    pub fn of(self, count: VoteCount, all: Electorate) -> Option<Tallied> {
        let counts_present = match self {
            Majority::Simple => false,
            Majority::MoreThan { among, .. } | Majority::AtLeast { among, .. } => among == Voters::Present,
        };
        let is_known = count.all() > 0 && !(counts_present && all.present == 0);
        let needed = self.needed(count, all);
        is_known.then_some(Tallied {
            reached: count.in_favour >= needed,
            needed,
            too_many: exceeds(count, all),
        })
    }
}

/// Whether more voted than were there by the roll; where nobody is ticked, nothing is known of it.
pub fn exceeds(count: VoteCount, all: Electorate) -> bool {
    all.present > 0 && count.all() > all.present
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_THIRDS: Majority = Majority::AtLeast {
        of: 2,
        parts: 3,
        among: Voters::Present,
    };

    fn count(in_favour: u32, against: u32, abstaining: u32) -> VoteCount {
        VoteCount {
            in_favour,
            against,
            abstaining,
        }
    }

    #[test]
    fn who_abstains_counts_among_those_present_and_not_in_a_simple_majority() {
        let all = Electorate {
            present: 12,
            seats: 20,
        };
        let few = count(5, 4, 3);
        let reached = |majority: Majority| majority.of(few, all).map(|told| told.reached);
        assert_eq!(reached(Majority::Simple), Some(true));
        assert_eq!(reached(TWO_THIRDS), Some(false));
        assert_eq!(
            TWO_THIRDS.of(count(8, 4, 0), all).map(|told| told.reached),
            Some(true)
        );
        let tie = count(6, 6, 0);
        assert_eq!(
            Majority::Simple.of(tie, all).map(|told| told.reached),
            Some(false)
        );
    }

    #[test]
    fn nothing_is_said_of_a_vote_that_nobody_cast_or_of_a_room_that_nobody_ticked() {
        let empty = Electorate {
            present: 0,
            seats: 20,
        };
        assert_eq!(TWO_THIRDS.of(count(3, 1, 0), empty), None);
        assert_eq!(Majority::Simple.of(VoteCount::default(), empty), None);
        assert!(Majority::Simple.of(count(3, 1, 0), empty).is_some());
        assert!(!exceeds(count(3, 1, 0), empty));
    }

    #[test]
    fn more_votes_than_seats_that_were_there_are_seen() {
        let all = Electorate { present: 3, seats: 5 };
        assert!(Majority::Simple.of(count(3, 1, 0), all).unwrap().too_many);
        assert!(!Majority::Simple.of(count(2, 1, 0), all).unwrap().too_many);
    }

    #[test]
    fn a_vote_is_written_as_other_programs_read_it() {
        let vote = Vote {
            at: TimeOfDay::new(9, 5),
            cast: Cast::Secret(count(3, 1, 0)),
        };
        let json = r#"{"at":"09:05","cast":{"secret":{"for":3,"against":1,"abstaining":0}}}"#;
        assert_eq!(serde_json::to_string(&vote).unwrap(), json);
        assert_eq!(serde_json::from_str::<Vote>(json).unwrap(), vote);
    }
}

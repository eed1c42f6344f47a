//! The JSON of a vote. Does not know what it comes to by the rule of a body.

use crate::domain::room::{ItemPresence, RoomThen};
use crate::domain::vote::{Cast, Tallied, Vote, VoteCount};
use serde::Serialize;
use std::collections::BTreeMap;

/// A vote. `by` is `count`, `secret` or `by_name`; `seats` has of a vote by name for each seat's id `for`, `against` or
/// `abstaining`, and is left out else.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedVote {
    pub by: &'static str,
    pub at: Option<String>,
    #[serde(rename = "for")]
    pub in_favour: u32,
    pub against: u32,
    pub abstaining: u32,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub seats: BTreeMap<String, &'static str>,
    /// What it comes to by the body's rule, which decides nothing; null where the body has no rule, or the session was not
    /// looked at.
    pub majority: Option<ListedMajority>,
}

/// Whether a vote reached the majority, and how many votes for it that takes.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedMajority {
    pub reached: bool,
    pub needed: u32,
    /// More voted than were there by the roll.
    pub too_many: bool,
}

impl From<Tallied> for ListedMajority {
    fn from(tallied: Tallied) -> Self {
        let Tallied {
            reached,
            needed,
            too_many,
        } = tallied;
        ListedMajority {
            reached,
            needed,
            too_many,
        }
    }
}

/// The room when something was decided: how many seats were there of how many, the ids of those that were, how many the
/// body's rule needs (null without one), and whether that many were there.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedRoom {
    pub at: String,
    pub present: u32,
    pub seats: u32,
    pub there: Vec<String>,
    pub quorum: Option<u32>,
    pub has_quorum: Option<bool>,
}

impl From<&RoomThen> for ListedRoom {
    fn from(room: &RoomThen) -> Self {
        let RoomThen {
            at,
            there,
            seats,
            quorum,
        } = room;
        ListedRoom {
            at: at.to_string(),
            present: room.present(),
            seats: *seats,
            there: there.iter().map(|(seat, _)| seat.to_string()).collect(),
            quorum: *quorum,
            has_quorum: room.has_quorum(),
        }
    }
}

/// The fewest and the most seats that were there while an item was talked about, and whether the fewest were enough.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedItemPresence {
    pub least: u32,
    pub most: u32,
    /// Ids of the seats that were there at any time of it.
    pub there: Vec<String>,
    pub has_quorum: Option<bool>,
}

impl ListedItemPresence {
    /// Of a session that needs so many seats.
    pub fn of(presence: &ItemPresence, quorum: Option<u32>) -> ListedItemPresence {
        let ItemPresence { least, most, there } = presence;
        ListedItemPresence {
            least: *least,
            most: *most,
            there: there.iter().map(ToString::to_string).collect(),
            has_quorum: quorum.map(|needed| *least >= needed),
        }
    }
}

impl From<&Vote> for ListedVote {
    fn from(vote: &Vote) -> Self {
        let Vote { at, cast } = vote;
        let VoteCount {
            in_favour,
            against,
            abstaining,
        } = cast.count();
        let seats = match cast {
            Cast::Count(_) | Cast::Secret(_) => BTreeMap::new(),
            Cast::ByName(seats) => seats
                .iter()
                .map(|(seat, ballot)| (seat.to_string(), ballot.word()))
                .collect(),
        };
        ListedVote {
            by: cast.word(),
            at: at.map(|time| time.to_string()),
            in_favour,
            against,
            abstaining,
            seats,
            majority: None,
        }
    }
}

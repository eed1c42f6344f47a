//! The JSON of a vote. Does not know what it comes to by the rule of a body.

use crate::domain::vote::{Cast, Vote, VoteCount};
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
        }
    }
}

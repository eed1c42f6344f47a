//! Who was in the room: when something was decided, and while an item was talked about. Does not know how it is found.

use super::ids::SeatId;
use crate::calendar::TimeOfDay;

/// The room at a time of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomThen {
    /// The time.
    pub at: TimeOfDay,
    /// The seats that were there, with their names, in protocol order.
    pub there: Vec<(SeatId, String)>,
    /// Seats of the body on the day.
    pub seats: u32,
    /// Seats that the body's rule needs; none where it has no rule.
    pub quorum: Option<u32>,
}

impl RoomThen {
    /// How many seats were there.
    pub fn present(&self) -> u32 {
        u32::try_from(self.there.len()).unwrap_or(u32::MAX)
    }

    /// Whether they were enough; none where the body has no rule.
    pub fn has_quorum(&self) -> Option<bool> {
        self.quorum.map(|needed| self.present() >= needed)
    }
}

/// How many seats were there while an item was talked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPresence {
    /// The fewest at any time of it.
    pub least: u32,
    /// The most.
    pub most: u32,
    /// Those that were there at any time of it, in protocol order.
    pub there: Vec<SeatId>,
}

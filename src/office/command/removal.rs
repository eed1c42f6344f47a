//! What holds others together and is taken away, or put together with another of its kind; and what that touches.
//! Does not know how it is carried out.

use super::Refusal;
use crate::domain::ids::{BodyId, OrganisationId, SeatId, SessionId};

/// Something that is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    /// A body with its seats and its sessions.
    Body(BodyId),
    /// A seat with its marks in the rolls of sessions.
    Seat(SeatId),
    /// An organisation; where it is to act its name stays as written.
    Organisation(OrganisationId),
    /// An organisation that is another one under another name: that one takes its names and its place.
    IntoOrganisation {
        /// The one that goes.
        gone: OrganisationId,
        /// The one that stays.
        kept: OrganisationId,
    },
    /// A seat that is another one of the same body: that one takes its holders and marks.
    IntoSeat {
        /// The one that goes.
        gone: SeatId,
        /// The one that stays.
        kept: SeatId,
    },
    /// A session and everything in it.
    Session(SessionId),
    /// A session that is recorded twice: the other one takes what it has not.
    IntoSession {
        /// The one that goes.
        gone: SessionId,
        /// The one that stays.
        kept: SessionId,
    },
    /// What an entry of the journal took in, as far as nothing else came to use it.
    Import(u64),
}

/// What a removal would touch, counted before it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Sessions that go or change.
    pub sessions: u32,
    /// Resolutions that go or change.
    pub resolutions: u32,
    /// Notes that go or change.
    pub notes: u32,
    /// Marks in rolls that go or change.
    pub marks: u32,
    /// Seats that go or change, beside the one that is asked about.
    pub seats: u32,
    /// Organisations that go or change, beside the one that is asked about.
    pub organisations: u32,
    /// Why it would be refused.
    pub refused: Option<Refusal>,
}

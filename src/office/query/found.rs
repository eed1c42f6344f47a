//! What quick lookup finds, as it is answered. Does not know how it is found.

use super::ResolutionRow;
use crate::domain::session::{Note, Session};

/// What quick lookup found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Open resolutions, most pressing first (overdue and soonest due, then those without a day, oldest first), then
    /// the others, oldest first; then notes and items of agendas, of the latest session first.
    pub hits: Vec<FoundHit>,
    /// Whether there are more than were asked for.
    pub more: bool,
    /// Whether the index is still being made: there may be others, and more pressing ones.
    pub so_far: bool,
}

/// One thing that quick lookup found.
#[derive(Clone, Debug, PartialEq)]
pub enum FoundHit {
    /// A resolution.
    Resolution(Box<ResolutionRow>),
    /// A note or an item of an agenda.
    Said(Box<SaidRow>),
}

/// A note or an item of an agenda, with its session.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidRow {
    /// The session.
    pub session: Session,
    /// Short name of its body.
    pub body: String,
    /// What it is.
    pub said: Said,
}

/// What is found beside resolutions.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A note.
    Note(Note),
    /// An item of an agenda.
    AgendaItem {
        /// Its number, from 1.
        number: u32,
        /// Its words.
        title: String,
    },
}

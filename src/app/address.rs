//! The pages that can be open, by what they are about. Does not know what they show.

use super::stage::Stage;
use crate::calendar::Day;
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SeatId, SessionId};

/// A page that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    /// The list of sessions.
    Sessions,
    /// One session, by tabs.
    Session(SessionId),
    /// One resolution in full.
    Resolution(ResolutionId),
    /// One note in full.
    Note(NoteId),
    /// The vote on a resolution by name.
    Ballots(ResolutionId),
    /// Open resolutions of all sessions.
    Open,
    /// Everything that has the words that are typed.
    Lookup,
    /// Members, organisations, bodies.
    Members,
    /// How a body's minutes are laid out, in the rules that hold from this day on.
    Layout(BodyId, Option<Day>),
    /// The last changes.
    History,
    /// One of them in full, by its number.
    Entry(u64),
    /// Figures of the year, of attendance, of execution.
    Figures,
    /// The rows behind one of them.
    FigureRows,
    /// What can be given out of what is at hand.
    Giving,
    /// A document as it would be given out.
    Preview,
    /// The review of minutes that are taken in.
    Import,
    /// What is done with a session before and after its minutes are written.
    Stage(Stage, SessionId),
}

impl Screen {
    /// The session that it is about.
    pub fn session(&self) -> Option<SessionId> {
        match self {
            Screen::Session(id) | Screen::Stage(_, id) => Some(id.clone()),
            Screen::Resolution(id) | Screen::Ballots(id) => Some(id.session()),
            Screen::Note(id) => Some(id.session()),
            _ => None,
        }
    }
}

/// Something in a session that one goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// An item of its agenda, by its place.
    AgendaItem(usize),
    /// The roll call.
    Roll,
    /// A seat in the roll call.
    Seat(SeatId),
    /// A note.
    Note(NoteId),
    /// A resolution.
    Resolution(ResolutionId),
}

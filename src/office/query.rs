//! What can be asked of the office, and the shapes of the answers. Does not know how they are found.

use crate::calendar::Day;
use crate::domain::attendance::{Attendance, Tally};
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::seat::Seat;
use crate::domain::session::{KeptLine, Note, Session};
use crate::domain::warnings::Warning;

/// A question of a screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Query {
    /// All sessions, latest first; answered by [`Answer::Sessions`].
    Sessions,
    /// One session with everything in it; answered by [`Answer::Session`].
    Session(SessionId),
    /// Resolutions that a text of the filter grammar selects; answered by [`Answer::Resolutions`].
    Resolutions {
        /// The filter as typed; empty selects all.
        filter: String,
        /// Only those that are open, most pressing first.
        open: bool,
        /// At most so many.
        limit: usize,
    },
    /// Bodies with their seats; answered by [`Answer::Bodies`].
    Bodies,
    /// Organisations; answered by [`Answer::Organisations`].
    Organisations,
    /// The last entries of the journal, newest first; answered by [`Answer::History`].
    History {
        /// At most so many.
        limit: usize,
    },
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To [`Query::Sessions`].
    Sessions(Vec<SessionRow>),
    /// To [`Query::Session`]; none where there is no such session.
    Session(Option<Box<SessionView>>),
    /// To [`Query::Resolutions`].
    Resolutions(Result<Vec<ResolutionRow>, crate::search::FilterError>),
    /// To [`Query::Resolutions`] too, while the index of a large archive is being made: what it has so far. There may
    /// be others, and more pressing ones; asked again, it has more.
    ResolutionsSoFar(Vec<ResolutionRow>),
    /// To [`Query::Bodies`].
    Bodies(Vec<(Body, Vec<Seat>)>),
    /// To [`Query::Organisations`].
    Organisations(Vec<Organisation>),
    /// To [`Query::History`].
    History(Vec<HistoryRow>),
}

/// A session in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionRow {
    /// Its head.
    pub session: Session,
    /// Short name of its body.
    pub body: String,
    /// Resolutions in it.
    pub resolutions: u32,
    /// Those that are open.
    pub open: u32,
    /// Those that are overdue today.
    pub overdue: u32,
}

/// A session with everything in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionView {
    /// Its head.
    pub session: Session,
    /// Its body.
    pub body: Body,
    /// The seats of its day in protocol order, each with its record.
    pub roll: Vec<RollRow>,
    /// The count of the roll.
    pub tally: Tally,
    /// Seats needed by the body's rule of that day; none where it has no rule.
    pub quorum: Option<u32>,
    /// Notes in order.
    pub notes: Vec<Note>,
    /// Resolutions in order.
    pub resolutions: Vec<ResolutionRow>,
    /// What the secretary should look at in the session as a whole.
    pub warnings: Vec<Warning>,
    /// «متن خام»: lines of the imported file that fitted nowhere.
    pub kept: Vec<KeptLine>,
}

/// A seat in a roll call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollRow {
    /// The seat.
    pub seat: Seat,
    /// Its record; status unticked where there is none.
    pub attendance: Attendance,
}

/// A resolution with what is derived from it today.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolutionRow {
    /// The record.
    pub resolution: Resolution,
    /// The session it was taken in.
    pub session: SessionId,
    /// The body of that session.
    pub body: BodyId,
    /// Short name of the body.
    pub body_name: String,
    /// The session's day.
    pub session_date: Option<Day>,
    /// The session's ordinal.
    pub session_ordinal: Option<u32>,
    /// The session's year.
    pub session_year: Option<i32>,
    /// Status rolled up from the clauses.
    pub status: Status,
    /// When it is due; none for kinds without a day.
    pub due: Option<Day>,
    /// Open and past its day.
    pub overdue: bool,
    /// What the secretary should look at.
    pub warnings: Vec<Warning>,
}

/// One entry of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryRow {
    /// Its number.
    pub entry: u64,
    /// When.
    pub at: crate::calendar::Moment,
    /// Who.
    pub actor: String,
    /// The command's name, as in the journal (`record_resolution`).
    pub command: String,
    /// The session it was about.
    pub session: Option<SessionId>,
    /// The resolution it was about.
    pub resolution: Option<ResolutionId>,
    /// Records it changed, as `tree/key`.
    pub records: Vec<String>,
}

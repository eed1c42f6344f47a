//! What can be asked of the office, and the shapes of the answers. Does not know how they are found.

mod found;
mod presence;
mod readers;
mod record;
mod resolution;
mod session;
mod signed;
mod voice;

use super::command::{Removal, Touched};
use super::report::{Report, ReportAsked};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::preparing::FirstItems;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::search::Filter;
pub use found::{Found, FoundHit, Said, SaidRow};
pub use presence::CameAbout;
pub use record::{Changed, EntryView, Record, RecordChange};
pub use resolution::{Light, ResolutionRow, ReviewGroup, ReviewRow, SimilarRow};
pub use session::{CheckedCode, LastAway, LatestSessions, RollRow, SessionRow, SessionView};
pub use signed::of_version;
pub use voice::{KnownAs, Voice};

/// A question of a screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Query {
    /// All sessions, latest first; answered by [`Answer::Sessions`].
    Sessions,
    /// The first of all sessions, latest first; answered by [`Answer::LatestSessions`].
    LatestSessions {
        /// At most so many.
        limit: usize,
    },
    /// One session with everything in it; answered by [`Answer::Session`].
    Session(SessionId),
    /// Resolutions that a filter selects; answered by [`Answer::Resolutions`].
    Resolutions {
        /// The filter; the default one selects all.
        filter: Filter,
        /// Only those that are open, most pressing first.
        open: bool,
        /// At most so many.
        limit: usize,
    },
    /// Resolutions to go to: the open ones, most pressing first, then the others, latest first; without warnings.
    /// Answered by [`Answer::Resolutions`].
    Found {
        /// Folded texts; a resolution is found that has all words of one of them.
        any_of: Vec<String>,
        /// At most so many.
        limit: usize,
    },
    /// Everything that a filter selects: resolutions, notes, items of agendas. Answered by [`Answer::Lookup`].
    Lookup {
        /// The filter; the default one selects all resolutions.
        filter: Filter,
        /// At most so many resolutions, and at most so many of the others.
        limit: usize,
    },
    /// The next session of a body as its last one suggests it; answered by [`Answer::NextSession`].
    NextSession {
        /// The body.
        body: BodyId,
        /// Its day, where it is set.
        date: Option<Day>,
        /// Titles of the agenda's first items, where the body has no custom of its own.
        titles: FirstItems,
    },
    /// Resolutions that say much the same as a text, of a body and then of others; answered by [`Answer::Similar`].
    Similar {
        /// The wording, as typed.
        text: String,
        /// The body.
        body: BodyId,
        /// Only resolutions of sessions before this one; none for all of the body.
        before: Option<SessionId>,
    },
    /// What «بررسی مصوبات جلسات قبل» goes through; answered by [`Answer::OpenOfBody`].
    OpenOfBody {
        /// The body.
        body: BodyId,
        /// Only resolutions of sessions before this one; none for all of the body.
        before: Option<SessionId>,
    },
    /// Who may be the speaker of a note; answered by [`Answer::Voices`].
    Voices(SessionId),
    /// What a removal would touch; answered by [`Answer::Touched`].
    Touched(Removal),
    /// Bodies with their seats; answered by [`Answer::Bodies`].
    Bodies,
    /// Organisations; answered by [`Answer::Organisations`].
    Organisations,
    /// Figures with the rows behind them; answered by [`Answer::Report`].
    Report(ReportAsked),
    /// These resolutions; answered by [`Answer::ResolutionsOf`].
    ResolutionsOf(Vec<ResolutionId>),
    /// One entry of the journal with what it changed; answered by [`Answer::Entry`].
    Entry(u64),
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
    /// To [`Query::LatestSessions`].
    LatestSessions(LatestSessions),
    /// To [`Query::Session`]; none where there is no such session.
    Session(Option<Box<SessionView>>),
    /// To [`Query::Resolutions`] and [`Query::Found`].
    Resolutions(Vec<ResolutionRow>),
    /// To [`Query::Resolutions`] too, while the index of a large archive is being made: what it has so far. There may
    /// be others, and more pressing ones; asked again, it has more.
    ResolutionsSoFar(Vec<ResolutionRow>),
    /// To [`Query::Lookup`].
    Lookup(Found),
    /// To [`Query::NextSession`], ready for a form and for `RecordSession`; none where there is no such body.
    NextSession(Option<Box<Session>>),
    /// To [`Query::Similar`]: at most ten, the most alike first.
    Similar(Vec<SimilarRow>),
    /// To [`Query::OpenOfBody`]: by the name of the lead organisation, those without one last.
    OpenOfBody(Vec<ReviewGroup>),
    /// To [`Query::Voices`]: first the seats in protocol order, then guests, then earlier speakers of the body, the
    /// latest first; each once.
    Voices(Vec<Voice>),
    /// To [`Query::Touched`].
    Touched(Box<Touched>),
    /// To [`Query::Bodies`].
    Bodies(Vec<(Body, Vec<Seat>)>),
    /// To [`Query::Organisations`].
    Organisations(Vec<Organisation>),
    /// To [`Query::Report`].
    Report(Box<Report>),
    /// To [`Query::ResolutionsOf`], in their order; those that are no longer there are left out.
    ResolutionsOf(Vec<ResolutionRow>),
    /// To [`Query::Entry`]; none where there is no such entry.
    Entry(Option<Box<EntryView>>),
    /// To [`Query::History`].
    History(Vec<HistoryRow>),
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
    /// For undo and redo: the entry that it takes back or brings back.
    pub of_entry: Option<u64>,
    /// The session it was about.
    pub session: Option<SessionId>,
    /// The resolution it was about.
    pub resolution: Option<ResolutionId>,
    /// Records it changed, as `tree/key`.
    pub records: Vec<String>,
}

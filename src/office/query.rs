//! What can be asked of the office, and the shapes of the answers. Does not know how they are found.

use super::report::{Report, ReportAsked};
use crate::calendar::Day;
use crate::domain::absence::Absences;
use crate::domain::attendance::{Attendance, Representative, Tally};
use crate::domain::body::Body;
use crate::domain::clocks::Clock;
use crate::domain::closing::{self, Minutes, Missing};
use crate::domain::correction::Correction;
use crate::domain::deadline::Round;
use crate::domain::ids::{BodyId, NoteId, OrganisationId, ResolutionId, SeatId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::seat::Seat;
use crate::domain::session::{KeptLine, Note, Session};
use crate::domain::verification::Agreement;
use crate::domain::warnings::Warning;
use crate::search::Filter;

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
        /// Title of the agenda's first item, where the body has no custom of its own.
        title: String,
    },
    /// Resolutions of a body that say much the same as a text; answered by [`Answer::Similar`].
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
    /// Bodies with their seats; answered by [`Answer::Bodies`].
    Bodies,
    /// Organisations; answered by [`Answer::Organisations`].
    Organisations,
    /// Figures with the rows behind them; answered by [`Answer::Report`].
    Report(ReportAsked),
    /// These resolutions; answered by [`Answer::ResolutionsOf`].
    ResolutionsOf(Vec<ResolutionId>),
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
    /// To [`Query::Bodies`].
    Bodies(Vec<(Body, Vec<Seat>)>),
    /// To [`Query::Organisations`].
    Organisations(Vec<Organisation>),
    /// To [`Query::Report`].
    Report(Box<Report>),
    /// To [`Query::ResolutionsOf`], in their order; those that are no longer there are left out.
    ResolutionsOf(Vec<ResolutionRow>),
    /// To [`Query::History`].
    History(Vec<HistoryRow>),
}

/// The first sessions of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LatestSessions {
    /// Latest first.
    pub rows: Vec<SessionRow>,
    /// How many sessions there are.
    pub sessions: usize,
    /// Open and overdue resolutions of all of them; none while they are still to be counted.
    pub total: Option<(u32, u32)>,
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
    /// The legal clock that matters now.
    pub clock: Option<Clock>,
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
    /// The code of final minutes, and whether it still agrees with them.
    pub code: Option<CheckedCode>,
    /// Corrections of final minutes, by number.
    pub corrections: Vec<Correction>,
    /// «متن خام»: lines of the imported file that fitted nowhere.
    pub kept: Vec<KeptLine>,
}

/// The verification code of final minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedCode {
    /// The code, `7K3M-9QXA-2BCD`.
    pub code: String,
    /// Whether it agrees with the minutes as they are stored now.
    pub agreement: Agreement,
}

/// A seat in a roll call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollRow {
    /// The seat.
    pub seat: Seat,
    /// Its record; status unticked where there is none.
    pub attendance: Attendance,
    /// Who stood in and why, when that happened last; none where it never did in the sessions looked at.
    pub last: Option<LastAway>,
    /// Unexcused absences before this session, and the limits.
    pub absences: Absences,
}

/// What is remembered of a seat from the most recent earlier sessions, to be offered again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastAway {
    /// Who stood in last.
    pub representative: Option<Representative>,
    /// The last reason.
    pub reason: Option<String>,
}

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

/// A resolution that says much the same.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarRow {
    /// The resolution.
    pub row: ResolutionRow,
    /// How much alike, in percent: 60 and more.
    pub percent: u8,
    /// Whether it is a near-duplicate, of which the secretary is warned.
    pub nearly_the_same: bool,
}

/// The resolutions that one organisation leads.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewGroup {
    /// The organisation, where the name is a known one.
    pub organisation: Option<OrganisationId>,
    /// Its name, or the name as written; empty where nobody is to act.
    pub name: String,
    /// Late ones first, then by their day, those without a day last, done ones behind all.
    pub rows: Vec<ReviewRow>,
}

/// A resolution with its light.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewRow {
    /// The resolution.
    pub row: ResolutionRow,
    /// Its light.
    pub light: Light,
}

/// How a resolution stands, at a glance; in the order in which a review shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// Open and past its day.
    Late,
    /// Open, and its day has not passed or there is none.
    InTime,
    /// No longer open.
    Done,
}

/// Someone who may speak in a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The name; of a seat without a known person the seat's name.
    pub name: String,
    /// The post, where known.
    pub post: Option<String>,
    /// How the voice is known.
    pub known: KnownAs,
}

/// How a voice is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KnownAs {
    /// Sits in this seat on the day: its holder, or who stands in.
    Seat {
        /// The seat.
        seat: SeatId,
        /// Its name, the organisation.
        name: String,
    },
    /// A guest of the session.
    Guest,
    /// Spoke in this session or an earlier one of the body; the name is as it was written then.
    #[default]
    Earlier,
}

impl Voice {
    /// «نام، سمت», as a note has its speaker.
    pub fn written(&self) -> String {
        match self.post.as_deref().filter(|post| !post.trim().is_empty()) {
            Some(post) => format!("{}، {post}", self.name),
            None => self.name.clone(),
        }
    }
}

impl SessionView {
    /// The resolutions that were made from a note, in their order.
    pub fn made_from<'a>(&'a self, note: &'a NoteId) -> impl Iterator<Item = &'a ResolutionRow> {
        let is_from = move |row: &&ResolutionRow| row.resolution.from_note.as_ref() == Some(note);
        self.resolutions.iter().filter(is_from)
    }

    /// What the minutes still lack before they can be signed.
    pub fn missing(&self) -> Vec<Missing> {
        closing::missing(&Minutes {
            session: &self.session,
            roll: self.roll.iter().map(|row| &row.attendance).collect(),
            quorum: self.quorum,
            notes: &self.notes,
            resolutions: self.resolutions.iter().map(|row| &row.resolution).collect(),
        })
    }

    /// The note that a resolution was made from.
    pub fn note_of(&self, resolution: &Resolution) -> Option<&Note> {
        let note = resolution.from_note.as_ref()?;
        self.notes.iter().find(|n| n.id == *note)
    }
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
    /// The day on which the session's minutes were notified.
    pub session_notified: Option<Day>,
    /// Status rolled up from the clauses.
    pub status: Status,
    /// When it is due, by the last longer time that was granted; none for kinds without a day.
    pub due: Option<Day>,
    /// When the same was due at first, from which days of delay count; the same day where nothing was granted.
    pub first_due: Option<Day>,
    /// Open and past its day.
    pub overdue: bool,
    /// Of a deadline that comes round: how many of its days have passed without an answer.
    pub missed: u32,
    /// What the secretary should look at.
    pub warnings: Vec<Warning>,
}

impl ResolutionRow {
    /// The day that its own deadline comes to, whatever its clauses have; [`ResolutionRow::due`] is the first of all.
    pub fn own_due(&self) -> Option<Day> {
        let granted = self.resolution.granted();
        granted.due(self.session_date, self.session_notified)
    }

    /// When it is due by one of its clauses, before its own deadline.
    pub fn due_by_clause(&self) -> Option<Day> {
        self.due.filter(|_| self.due != self.own_due())
    }

    /// The year that its session counts in; see [`Session::year_counted`].
    pub fn year_counted(&self) -> Option<i32> {
        self.session_year
            .or_else(|| self.session_date.map(|day| day.jalali().year))
    }

    /// How many days it is overdue, counted from its first deadline where longer times were granted.
    pub fn days_late(&self, today: Day) -> u32 {
        let from = self.first_due.or(self.due).filter(|_| self.overdue);
        let days = from.map_or(0, |from| from.days_until(today));
        u32::try_from(days).unwrap_or(0)
    }

    /// The rounds of its own deadline where that comes round; see [`crate::domain::resolution::Granted::rounds`].
    pub fn rounds(&self, today: Day, most: usize) -> (Vec<Round>, usize) {
        let granted = self.resolution.granted();
        granted.rounds(self.session_date, self.status, today, most)
    }
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

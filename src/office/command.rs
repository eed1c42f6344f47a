//! What can be asked to change, and how that is answered. Does not know how it is carried out.
//!
//! A command that changes a record carries the record as the form saw it (`before`) and as it shall be (`after`):
//! when the stored record is no longer `before`, the command is refused as stale and nothing is lost.

mod outcome;
mod removal;

use crate::calendar::{Day, TimeOfDay};
use crate::domain::attachment::{AttachedTo, Attachment};
use crate::domain::attendance::Attendance;
use crate::domain::body::Body;
use crate::domain::correction::Correction;
use crate::domain::ids::{BodyId, NoteId, OrganisationId, ResolutionId, SeatId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::reading_profile::ReadingProfile;
use crate::domain::resolution::{ClauseState, Extension, FollowUp, Resolution, Status};
use crate::domain::seat::Seat;
use crate::domain::session::{InvitationAnswer, Note, Session, SessionState, Signing, Talk};
use crate::domain::signed_minutes::Reopening;
use crate::domain::stretch::TimeStretch;
use crate::domain::vote::{Ballot, Vote};
use crate::exchange::archive::Archive;
use crate::exchange::members_csv::MemberLine;
pub use crate::exchange::{ColumnMeaning, Doubt, DoubtKind};
pub use crate::files::DiskError;
pub use outcome::{Created, Done, Failure, Notice, Refusal, StoreFailure};
pub use removal::{Removal, Touched};
use std::path::PathBuf;

/// One change to the office. A new record has an empty id (of a note or resolution: the session's id alone before the
/// slash); its id is made when the command is carried out and returned in [`Done::created`].
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Adds (`before` none) or edits a body.
    RecordBody {
        /// As the form saw it.
        before: Option<Body>,
        /// As it shall be.
        after: Body,
    },
    /// Adds or edits an organisation.
    RecordOrganisation {
        /// As the form saw it.
        before: Option<Organisation>,
        /// As it shall be.
        after: Organisation,
    },
    /// Adds or edits a member seat. Where the name of a holder is another one, it is the same person whose name was
    /// written wrongly: it is mended everywhere but in signed minutes. A new person is a new holder.
    RecordSeat {
        /// As the form saw it.
        before: Option<Seat>,
        /// As it shall be.
        after: Seat,
    },
    /// Moves a seat by so many places towards the end (positive) or the start of its body's protocol order.
    MoveSeat {
        /// The seat.
        seat: SeatId,
        /// How far.
        places: i32,
    },
    /// Takes away what holds others together, or puts it together with another of its kind.
    Remove(Removal),
    /// Adds a session or edits its head, agenda and guests.
    RecordSession {
        /// As the form saw it.
        before: Option<Box<Session>>,
        /// As it shall be.
        after: Box<Session>,
    },
    /// Moves a session on (planned → running → draft → final) or, but from final, back. Without [`Command::Finalise`]
    /// final minutes have their code, but not who signed them.
    SetState {
        /// The session.
        session: SessionId,
        /// Its new state.
        state: SessionState,
    },
    /// Ticks seats; each record replaces the seat's, and an unticked one takes it away.
    Tick {
        /// The session.
        session: SessionId,
        /// New records.
        marks: Vec<Attendance>,
    },
    /// Opens the roll by the body's custom: where that is [`RollCall::Present`](crate::domain::body::RollCall) and
    /// nobody was ticked yet, everybody becomes present. A session that begins to run does so by itself.
    OpenRoll(SessionId),
    /// Adds or edits a note. A new one goes to its `position`, or to the end where that is 0.
    RecordNote {
        /// As the form saw it.
        before: Option<Note>,
        /// As it shall be.
        after: Note,
    },
    /// Moves a note by so many places towards the end (positive) or the start of its session.
    MoveNote {
        /// The note.
        note: NoteId,
        /// How far.
        places: i32,
    },
    /// Takes a note away; resolutions made from it stay and forget it.
    RemoveNote(NoteId),
    /// Adds or edits a resolution. A new one goes to its `position`, or to the end where that is 0.
    RecordResolution {
        /// As the form saw it.
        before: Option<Box<Resolution>>,
        /// As it shall be.
        after: Box<Resolution>,
    },
    /// Takes a resolution away.
    RemoveResolution(ResolutionId),
    /// Moves a resolution by so many places towards the end (positive) or the start of its session.
    MoveResolution {
        /// The resolution.
        resolution: ResolutionId,
        /// How far.
        places: i32,
    },
    /// Moves a resolution to the end of another session of its body, whose minutes are open, too. It gets an id there.
    MoveToSession {
        /// The resolution.
        resolution: ResolutionId,
        /// The other session.
        session: SessionId,
    },
    /// Takes a resolution apart where its wording is cut; the second part is a new resolution right behind it.
    /// What each part keeps: [`parts::split`](crate::domain::parts::split).
    SplitResolution {
        /// As the form saw it.
        before: Box<Resolution>,
        /// The byte of its text at which the second part begins.
        at_byte: usize,
    },
    /// Puts a resolution and the next one of its session together; see [`parts::merge`](crate::domain::parts::merge).
    MergeResolutions {
        /// The first as it was seen; it stays.
        first: Box<Resolution>,
        /// The next one as it was seen; it goes.
        second: Box<Resolution>,
    },
    /// Takes an earlier resolution over into a session, at its end; see [`parts::copy`](crate::domain::parts::copy).
    CopyResolution {
        /// The earlier one; the copy follows it.
        from: ResolutionId,
        /// The session that takes it.
        session: SessionId,
        /// The words that name the earlier one, «ردیف ۷ مصوبات جلسه هفتم».
        written: String,
    },
    /// Records what is known of a clause. In final minutes only status and longer times may differ.
    SetClause {
        /// The resolution.
        resolution: ResolutionId,
        /// The clause's letter, as the wording's clauses have it.
        letter: String,
        /// As the form saw it; the default where nothing was known.
        before: ClauseState,
        /// As it shall be.
        after: ClauseState,
    },
    /// Gives several resolutions, of one session or many, one status.
    SetStatus {
        /// The resolutions.
        resolutions: Vec<ResolutionId>,
        /// Their status.
        status: Status,
    },
    /// Grants a longer time (تمدید مهلت); the first deadline stays.
    ExtendDeadline {
        /// The resolution.
        resolution: ResolutionId,
        /// The clause it is granted to; none for the resolution itself.
        clause: Option<String>,
        /// The longer time.
        extension: Extension,
    },
    /// Records how a resolution was voted on, or that it was not. Its status stays: a vote decides nothing by itself.
    RecordVote {
        /// The resolution.
        resolution: ResolutionId,
        /// As the form saw it.
        before: Option<Vote>,
        /// As it shall be; none takes it away.
        after: Option<Vote>,
    },
    /// Records how seats voted on a resolution by name; a seat without a ballot has not voted. A vote by count gives way
    /// to it.
    CastBallots {
        /// The resolution.
        resolution: ResolutionId,
        /// When, where no time of the vote is recorded yet.
        at: Option<TimeOfDay>,
        /// The seats.
        ballots: Vec<(SeatId, Option<Ballot>)>,
    },
    /// Records what seats answered to the invitation, or that they have not answered; a roll call begins with it.
    RecordAnswers {
        /// The session.
        session: SessionId,
        /// The seats.
        answers: Vec<(SeatId, Option<InvitationAnswer>)>,
    },
    /// Records the breaks of a session.
    RecordBreaks {
        /// The session.
        session: SessionId,
        /// As they were seen.
        before: Vec<TimeStretch>,
        /// As they shall be, in their order.
        after: Vec<TimeStretch>,
    },
    /// Names a file on a session, an item or a resolution; its bytes are kept beside the archive where they are not too
    /// many.
    Attach {
        /// What it belongs to.
        to: AttachedTo,
        /// Where it lies.
        file: PathBuf,
        /// So many bytes are kept; of a longer one only the name, the length and the sum.
        most_bytes: u64,
    },
    /// Takes a file off what it belongs to. Its bytes stay beside the archive: what was signed may name them.
    Detach {
        /// What it belongs to.
        from: AttachedTo,
        /// The file, as it was seen.
        attachment: Attachment,
    },
    /// Gives the resolutions of a session the row numbers 1, 2, 3 ... in their order.
    Renumber(SessionId),
    /// Adds a follow-up to a resolution (or one of its clauses), and takes over the status it brings.
    AddFollowUp {
        /// The resolution.
        resolution: ResolutionId,
        /// The follow-up.
        follow_up: FollowUp,
    },
    /// Adds the same follow-up to several resolutions, of one session or many, as [`Command::AddFollowUp`] does.
    AddFollowUps {
        /// The resolutions.
        resolutions: Vec<ResolutionId>,
        /// The follow-up.
        follow_up: FollowUp,
    },
    /// Grants several resolutions the same longer time, as [`Command::ExtendDeadline`] does.
    ExtendDeadlines {
        /// The resolutions.
        resolutions: Vec<ResolutionId>,
        /// The longer time.
        extension: Extension,
    },
    /// Edits a follow-up or takes it away. Where the status that it brought still stands, the new one takes its place,
    /// or [the one before](crate::domain::resolution::Resolution::status_before).
    ReviseFollowUp {
        /// The resolution.
        resolution: ResolutionId,
        /// The place of the follow-up in the log, from 0.
        at: usize,
        /// As it was seen.
        before: FollowUp,
        /// As it shall be; none takes it away.
        after: Option<FollowUp>,
    },
    /// Makes the minutes final and locked, with who signed them and a code of their content.
    Finalise {
        /// The session.
        session: SessionId,
        /// Who signed, and when.
        signing: Signing,
    },
    /// Opens signed minutes again. They become a draft; the version that was signed is kept whole, with its code, and the
    /// next signature makes the next version.
    Reopen {
        /// The session.
        session: SessionId,
        /// Who opens it, when, and why.
        reopening: Reopening,
    },
    /// Records that a session approves the minutes of an earlier one of its body, with the corrections that these have; or
    /// that it no longer does.
    ApproveMinutes {
        /// The later session.
        session: SessionId,
        /// The earlier one; none for the latest that was held before.
        of: Option<SessionId>,
        /// Whether they are approved.
        approved: bool,
    },
    /// Records a correction of final minutes, which stay as they were signed. Id and number are made.
    RecordCorrection {
        /// The session.
        session: SessionId,
        /// The correction.
        correction: Correction,
    },
    /// Records the day the minutes were notified (ابلاغ), from which «پس از ابلاغ» counts; final minutes take it too.
    RecordNotification {
        /// The session.
        session: SessionId,
        /// The day; none takes it back.
        notified: Option<Day>,
    },
    /// Goes to an item of the agenda, which is talked about from then on.
    GoToItem {
        /// The session.
        session: SessionId,
        /// The item and the moment.
        talk: Talk,
    },
    /// Ticks a resolution as agreed to, or no longer. It falls back by itself when it reads otherwise.
    Agree {
        /// The resolution.
        resolution: ResolutionId,
        /// Whether it is agreed to.
        agreed: bool,
    },
    /// Records the words of a letter of invitation; none are those that the session gives it.
    RecordInvitation {
        /// The session.
        session: SessionId,
        /// The letter.
        text: Option<String>,
    },
    /// Takes in a session that was read from a file.
    ImportSession(Box<ImportedSession>),
    /// Takes in a list of organisations and members; records that are there already and say the same stay.
    ImportMembers(Box<ImportedMembers>),
    /// Takes in a whole archive; records that are there already and equal are passed over.
    ImportArchive(Box<Archive>),
    /// Takes back this actor's last change; a signature, its opening and the notification of signed minutes are not
    /// taken back so.
    Undo,
    /// Brings back what was last taken back.
    Redo,
}

impl Command {
    /// Whether it records a new resolution.
    pub(super) fn takes_a_decision(&self) -> bool {
        matches!(
            self,
            Command::RecordResolution { before: None, .. } | Command::CopyResolution { .. }
        )
    }
}

/// A session from a file with all that belongs to it, ready to be stored: ids are still to be made, and names
/// (`person` of an attendance, `written` of a responsible) are still to be found among seats and organisations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportedSession {
    /// The body, when it is a known one.
    pub body: Option<BodyId>,
    /// The body's name, when it is to be made.
    pub body_name: String,
    /// The head; id and body are set when it is stored.
    pub session: Session,
    /// Notes in order.
    pub notes: Vec<Note>,
    /// Names of seats as written, and how each was filled; the seat is found or made when it is stored.
    pub attendance: Vec<(String, Attendance)>,
    /// Resolutions in order.
    pub resolutions: Vec<Resolution>,
    /// What was read but may mean something else: for the person who imports, it is not stored.
    pub doubts: Vec<Doubt>,
    /// What was said of how the minutes of this body are written: it is kept with the body.
    pub learnt: ReadingProfile,
    /// Names of responsible organisations that somebody said are those of known ones.
    pub other_names: Vec<(String, OrganisationId)>,
    /// The file.
    pub source: crate::domain::session::Source,
}

/// A list of organisations and members, read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportedMembers {
    /// Its lines.
    pub lines: Vec<MemberLine>,
    /// Whether its lines are seats; else organisations alone.
    pub of_members: bool,
    /// The body of the lines that name none.
    pub body_name: Option<String>,
}

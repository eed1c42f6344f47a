//! How a command is answered: done with what was made, or refused, or failed. Does not know the sentences that say so.

use crate::domain::correction::NotCorrectable;
use crate::domain::ids::{BodyId, CorrectionId, NoteId, OrganisationId, ResolutionId, SeatId, SessionId};
use crate::files::DiskError;
use std::path::PathBuf;

/// What a command did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    /// Number of the journal entry; none where nothing had to change.
    pub entry: Option<u64>,
    /// Ids of records it made.
    pub created: Vec<Created>,
    /// The session it was about, so that a screen knows what to read again.
    pub session: Option<SessionId>,
    /// For undo and redo: the name of the command that was taken back or brought back, as in the journal.
    pub about: Option<String>,
    /// What the person should be told beside it; nothing was refused for it.
    pub notices: Vec<Notice>,
}

/// Something to know about a change that was carried out. `words` has a sentence for each (`notice-...`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A running session took a resolution while fewer seats were there than the quorum needs.
    QuorumNotMet {
        /// Seats that count.
        present: u32,
        /// Seats needed.
        needed: u32,
    },
}

/// A record that a command made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Created {
    /// A body.
    Body(BodyId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A seat.
    Seat(SeatId),
    /// A session.
    Session(SessionId),
    /// A note.
    Note(NoteId),
    /// A resolution.
    Resolution(ResolutionId),
    /// A correction of final minutes.
    Correction(CorrectionId),
}

/// Why a command was not carried out. Each is a true clause about the office; `words` has its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The session is final and locked.
    SessionIsFinal,
    /// The record was changed by someone else since the form read it.
    RecordIsStale,
    /// There is no such record (any more).
    NoSuchRecord(String),
    /// A field that must have words is empty.
    FieldIsEmpty(&'static str),
    /// A row number stands twice in the session.
    RowIsTaken(u32),
    /// The body already has a session with this ordinal in this year.
    OrdinalIsTaken {
        /// The ordinal.
        ordinal: u32,
        /// The session that has it.
        session: SessionId,
    },
    /// The file was imported before, as this session.
    AlreadyImported(SessionId),
    /// The file names no body, and none was given.
    BodyIsUnknown,
    /// The file gives no date, and none was given.
    DateIsUnknown,
    /// An archive's record has an id that another record has.
    IdIsTaken(String),
    /// A record of an archive names another that is nowhere.
    NamesNobody {
        /// The record, by tree and key.
        record: String,
        /// What it names, by tree and key.
        named: String,
    },
    /// There is nothing (left) to take back or bring back.
    NothingToUndo,
    /// What is to be taken back has been changed since.
    ChangedSince,
    /// What is to be taken back or brought back is a signature, or the opening of signed minutes.
    SignatureStays,
    /// What is to be taken back is the notification of signed minutes.
    NotificationStays,
    /// There is no earlier session of the body whose minutes could be approved.
    NothingToApprove,
    /// The earlier session's minutes are not signed.
    EarlierIsNotSigned,
    /// The session has not met yet.
    SessionIsNotHeld,
    /// The session was signed once; what was signed does not go.
    WasSigned,
    /// The session is not final: what is wrong in it is changed, not corrected.
    SessionIsNotFinal,
    /// A field of a correction cannot be set.
    NotCorrectable(NotCorrectable),
    /// The wording cannot be cut there: a part would be without words.
    NoPlaceToSplit,
    /// The second resolution is not the next one of the session.
    NotTheNext,
    /// The two have different deadlines, and one would be lost.
    DeadlinesDiffer,
    /// Both know something of a clause with the same letter, and one would be lost.
    ClausesCollide,
    /// Each was voted on by itself, and one vote would be lost.
    VotesDiffer,
    /// Breaks lie in one another, or end before they begin.
    BreaksNotInOrder,
    /// A file that shall belong to minutes cannot be read, or not be kept beside the archive.
    FileNotKept {
        /// Its path.
        file: PathBuf,
        /// Why.
        why: DiskError,
    },
    /// The file belongs to it already.
    AlreadyAttached(String),
    /// A resolution goes only to another session of its own body.
    NotAnotherSession,
    /// The wording has no clause with this letter.
    NoSuchClause(String),
    /// The session cannot go from its state to that one.
    StateNotReachable,
    /// A body with signed minutes is not taken away.
    BodyHasSigned,
    /// A seat that signed minutes show is not taken away.
    SeatIsSigned,
    /// What is to be put together is one thing already, or belongs to two bodies.
    NotTwo,
    /// Another seat of the body has this number of order.
    OrderIsTaken {
        /// The number.
        order: u32,
        /// The seat that has it.
        seat: String,
    },
    /// One of several resolutions stopped the change of all.
    AtResolution {
        /// The resolution.
        resolution: ResolutionId,
        /// Why.
        why: Box<Refusal>,
    },
}

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A rule refused it.
    Refused(Refusal),
    /// The store could not write or read.
    Store(StoreFailure),
}

/// Why the store could not write or read; its own words are in the trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFailure {
    /// The file system failed or refused.
    Disk(DiskError),
    /// What is stored is damaged.
    Damaged,
    /// A later release wrote it.
    LaterVersion,
    /// Another process has it open.
    Locked,
    /// The journal's file is not at its place any more, or is another one.
    JournalAway,
    /// The program made something that cannot be stored.
    Unfit,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Refused(refusal)
    }
}

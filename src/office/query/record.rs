//! Records as entries of the journal hold them, and what became of each. Does not know how they are put into words.

use super::HistoryRow;
use crate::domain::attendance::Attendance;
use crate::domain::body::Body;
use crate::domain::correction::Correction;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session, Source};
use crate::domain::signed_minutes::SignedMinutes;

/// A record as an entry of the journal holds it.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Record {
    Body(Box<Body>),
    Organisation(Organisation),
    Seat(Seat),
    Session(Box<Session>),
    Note(Note),
    Attendance(Attendance),
    Resolution(Box<Resolution>),
    Source(Source),
    Correction(Correction),
    SignedMinutes(Box<SignedMinutes>),
}

/// A record that an entry changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Its key, by which people ask for it.
    pub key: String,
    /// What became of it.
    pub change: RecordChange,
}

/// What became of a record.
#[expect(
    clippy::large_enum_variant,
    reason = "a few live as long as one change is read, and most are of the large kind"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum RecordChange {
    /// It was not there before.
    Made(Record),
    /// It was the first and became the second.
    Became(Record, Record),
    /// It is not there any more.
    Removed(Record),
    /// A later version of the program wrote it, or its bytes are damaged.
    Unreadable,
}

/// One entry with all that it changed.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryView {
    /// When, who, what.
    pub row: HistoryRow,
    /// The records, before and after.
    pub changes: Vec<Changed>,
}

//! The archive: everything an office keeps, as one JSON document. Does not know files or the store.

use crate::domain::attendance::Attendance;
use crate::domain::body::Body;
use crate::domain::correction::Correction;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session, Source};
use crate::domain::signed_minutes::SignedMinutes;
use serde::{Deserialize, Serialize};

/// The word by which a file is known to be an archive.
pub const FORMAT: &str = "dabir-archive";
/// The latest version that is read. An archive is written as the first that can hold it ([`Archive::version_needed`]),
/// so that an earlier program reads it as long as it loses nothing.
pub const VERSION: u32 = 4;

/// What may stand in an archive and what it means, as a JSON Schema (2020-12). A record may have more fields, written by a
/// later program.
pub const SCHEMA: &str = include_str!("../../data/archive.schema.json");

/// Some editors put it in front of what they save.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Every record, each list in the order of the store's keys.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Archive {
    /// [`FORMAT`].
    pub format: String,
    /// Up to [`VERSION`].
    pub version: u32,
    /// Bodies.
    #[serde(default)]
    pub bodies: Vec<Body>,
    /// Organisations.
    #[serde(default)]
    pub organisations: Vec<Organisation>,
    /// Member seats.
    #[serde(default)]
    pub seats: Vec<Seat>,
    /// Sessions.
    #[serde(default)]
    pub sessions: Vec<Session>,
    /// Notes.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Attendance.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
    /// Resolutions.
    #[serde(default)]
    pub resolutions: Vec<Resolution>,
    /// Files that sessions were imported from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Corrections of final minutes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Minutes as they were signed, each version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed_minutes: Vec<SignedMinutes>,
}

impl Archive {
    /// The first version that holds what is in it: corrections came with the second, signed minutes kept
    /// whole with the third, files of items of an agenda, which earlier programs would lose, with the fourth.
    pub fn version_needed(&self) -> u32 {
        let Archive {
            // They name a version, they don't need one.
            format: _,
            version: _,
            // All of these were in the first.
            bodies: _,
            organisations: _,
            seats: _,
            sessions,
            notes: _,
            attendance: _,
            resolutions: _,
            sources: _,
            corrections,
            signed_minutes,
        } = self;
        let has_papers = sessions.iter().any(has_papers_of_items);
        version_that_has(!corrections.is_empty(), !signed_minutes.is_empty(), has_papers)
    }
}

/// Whether files belong to items of its agenda, which earlier programs would lose.
pub fn has_papers_of_items(session: &Session) -> bool {
    session.agenda.iter().any(|item| !item.attachments.is_empty())
}

/// The first version that has what is said to be there, and everything that was in the first one.
pub fn version_that_has(corrections: bool, signed_minutes: bool, papers_of_items: bool) -> u32 {
    match (corrections, signed_minutes) {
        _ if papers_of_items => 4,
        (_, true) => 3,
        (true, false) => 2,
        (false, false) => 1,
    }
}

/// Why a document is no archive.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// It is not JSON, or its shape is another one.
    #[error("not an archive (line {line}, column {column})")]
    NotAnArchive {
        /// Line of the first fault, from 1.
        line: usize,
        /// Column of the first fault, from 1.
        column: usize,
    },
    /// It was written by a later version.
    #[error("archive of version {0}")]
    LaterVersion(u32),
}

/// Reads an archive.
///
/// # Errors
/// [`ArchiveError`] where the bytes are no archive, or one of a later version.
pub fn read_archive(bytes: &[u8]) -> Result<Archive, ArchiveError> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let archive: Archive = serde_json::from_slice(bytes).map_err(|e| ArchiveError::NotAnArchive {
        line: e.line(),
        column: e.column(),
    })?;
    match (archive.format.as_str(), archive.version) {
        (FORMAT, 0..=VERSION) => Ok(archive),
        (FORMAT, later) => Err(ArchiveError::LaterVersion(later)),
        _ => Err(ArchiveError::NotAnArchive { line: 1, column: 1 }),
    }
}

/// The archive as the bytes of an indented JSON document that ends with a newline.
pub fn write_archive(archive: &Archive) -> Vec<u8> {
    // Plain structs with string keys cannot fail to serialise.
    let mut bytes = serde_json::to_vec_pretty(archive).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

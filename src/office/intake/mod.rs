//! Minutes on their way in: a file or a pasted text, what is read of it, what is not sure, and what a person answers.
//! Does not know where files come from, nor who shows them. Nothing is stored here.
//!
//! [`text_of`] makes text of bytes; [`review`] reads it by what is known of its body and by the answers so far, and
//! gives a session that is ready for [`Command::ImportSession`](crate::office::command::Command::ImportSession), with
//! the [`IntakeMatter`]s that a person should look at, each with the line of the source that it stands in.

mod heads;
mod likeness;
mod matters;
mod places;
mod review;
mod text;

pub use review::{BesideSource, review, reviewed};
pub use text::{DecodeError, DocxError, FileShape, IncomingText, MOST_FILE_BYTES, NotTaken, text_of};

use crate::calendar::Day;
use crate::domain::attendance::Presence;
use crate::domain::ids::{OrganisationId, SeatId, SessionId};
use crate::domain::reading_profile::{ColumnMeaning, HeadingMeaning, ReadingProfile};
use crate::office::command::{Doubt, ImportedSession};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

/// A source as it came.
#[derive(Debug, PartialEq, Eq)]
pub struct Intake {
    /// Its name; empty for a pasted text.
    pub name: String,
    /// Its text, with what was said where it is a transcript.
    pub incoming: IncomingText,
    /// Hash of its bytes: the same source is taken in once.
    pub sha256: String,
    /// Where its lines begin and end, in bytes of the text.
    lines: Vec<(usize, usize)>,
}

impl Intake {
    /// A source of these bytes, which hold this text.
    pub fn new(name: &str, bytes: &[u8], incoming: IncomingText) -> Intake {
        let hash = Sha256::digest(bytes);
        let sha256 = hash.iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        let mut start = 0;
        let lines = incoming.text.split_inclusive('\n').map(|line| {
            let from = start;
            start += line.len();
            (from, from + line.trim_end_matches(['\n', '\r']).len())
        });
        let lines = lines.collect();
        Intake {
            name: name.to_owned(),
            incoming,
            sha256,
            lines,
        }
    }

    /// A pasted text, perhaps of a page or a transcript.
    ///
    /// # Errors
    /// [`NotTaken`] where it is no text, or too long.
    pub fn pasted(text: &str) -> Result<Intake, NotTaken> {
        let incoming = text_of("", text.as_bytes())?;
        Ok(Intake::new("", text.as_bytes(), incoming))
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.incoming.text
    }

    /// How many lines it has.
    pub fn lines(&self) -> usize {
        self.lines.len()
    }

    /// A line by its number, from 1; empty for one that is not there.
    pub fn line(&self, number: usize) -> &str {
        let span = number.checked_sub(1).and_then(|at| self.lines.get(at));
        span.and_then(|(start, end)| self.text().get(*start..*end))
            .unwrap_or_default()
    }
}

/// What a person has answered so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntakeAnswers {
    /// What holds for all minutes of the body from now on.
    pub learnt: ReadingProfile,
    /// The body, by name or id; before what the text says.
    pub body: Option<String>,
    /// The day of the session; before what the text says.
    pub date: Option<Day>,
    /// How a seat took part that the source names twice, by its name.
    pub marks: BTreeMap<String, Presence>,
    /// Names of responsible organisations that are those of known ones.
    pub other_names: BTreeMap<String, OrganisationId>,
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeMatter {
    /// The line of the source that it stands in, from 1; 0 where it is about the whole.
    pub line: usize,
    /// What it is about.
    pub about: MatterAbout,
    /// Whether a person has said what it means, now or of earlier minutes.
    pub is_said: bool,
}

/// What is to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum MatterAbout {
    /// What a column holds.
    Column {
        /// Its head as written.
        head: String,
        /// What it is taken for; none where nothing is read of it.
        meaning: Option<ColumnMeaning>,
    },
    /// Whether a line that was kept is a heading.
    Heading {
        /// The line.
        text: String,
        /// The part that it opens; none where it is no heading.
        meaning: Option<HeadingMeaning>,
    },
    /// What a deadline means that is not understood.
    Deadline {
        /// As written.
        written: String,
        /// What it means, in words that are understood.
        meaning: Option<String>,
    },
    /// Whose seat a name in the attendance is.
    Seat {
        /// The name.
        name: String,
        /// The seat; none for a guest.
        seat: Option<SeatId>,
        /// Seats that it may be, the likeliest first.
        likely: Vec<(SeatId, String)>,
    },
    /// Whether a responsible organisation is a known one under another name.
    Organisation {
        /// The name.
        name: String,
        /// The known one; none for a new one.
        known: Option<OrganisationId>,
        /// Organisations that it may be, the likeliest first.
        likely: Vec<(OrganisationId, String)>,
    },
    /// One name stands in two places of the attendance, each saying something else: it is unticked until somebody says.
    Twice {
        /// The name.
        name: String,
        /// How the seat took part.
        mark: Presence,
    },
    /// The body: none is named, or none of this name is known.
    Body {
        /// As written.
        name: String,
        /// KnownBeside bodies, the likeliest first.
        likely: Vec<String>,
        /// Whether the office has it.
        is_known: bool,
    },
    /// The day of the session.
    Date {
        /// The day, as far as it is known.
        day: Option<Day>,
        /// A date that is none, as written.
        written: Option<String>,
    },
    /// The source numbers more rows than became resolutions.
    RowsMissing {
        /// Rows with a number in the source.
        numbered: usize,
        /// Resolutions that were read.
        read: usize,
    },
    /// Something else that is not sure.
    Other(Doubt),
}

impl MatterAbout {
    /// Whether both are about the same thing, whatever it is taken for.
    pub fn is_same(&self, other: &MatterAbout) -> bool {
        use MatterAbout::{
            Body, Column, Date, Deadline, Heading, Organisation, Other, RowsMissing, Seat, Twice,
        };
        match (self, other) {
            (Column { head: one, .. }, Column { head: other, .. })
            | (Heading { text: one, .. }, Heading { text: other, .. })
            | (Deadline { written: one, .. }, Deadline { written: other, .. })
            | (Seat { name: one, .. }, Seat { name: other, .. })
            | (Organisation { name: one, .. }, Organisation { name: other, .. })
            | (Twice { name: one, .. }, Twice { name: other, .. }) => one == other,
            (Other(one), Other(other)) => one == other,
            (Body { .. }, Body { .. }) | (Date { .. }, Date { .. }) => true,
            (RowsMissing { .. }, RowsMissing { .. }) => true,
            _ => false,
        }
    }
}

/// A thing that was read, with the line of the source that it stands in; 0 where none is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPlace {
    /// What it is.
    pub part: ReadPart,
    /// The line, from 1.
    pub line: usize,
}

/// The parts of what was read; numbers are places in their lists, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadPart {
    /// Body, ordinal and day.
    Head,
    /// When and where it met, who presided.
    Meeting,
    /// The agenda.
    Agenda,
    /// Who was there.
    Attendance,
    /// Guests.
    Guests,
    /// What was said.
    Notes,
    /// A resolution.
    Resolution(usize),
    /// Tables beside them.
    Annexes,
    /// Names under the minutes.
    Signatures,
    /// A line that was kept as it stands.
    Kept(usize),
}

/// What was read of a source, and what is not sure.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// The source.
    pub intake: Arc<Intake>,
    /// The session as it would be stored.
    pub session: ImportedSession,
    /// The name of its body, where the office has it.
    pub known_body: Option<String>,
    /// What is to be looked at, the doubtful first.
    pub matters: Vec<IntakeMatter>,
    /// What was read, in the order of minutes.
    pub places: Vec<ReadPlace>,
    /// The session that the same source was taken in as before.
    pub already: Option<SessionId>,
}

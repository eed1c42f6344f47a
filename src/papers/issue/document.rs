//! The documents that an office gives out, and the formats that each can have.
//! Does not know what stands in one.

use super::FileFormat;
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::words::Words;

/// A document that is given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfficeDocument {
    /// The minutes of a session.
    Minutes(SessionId),
    /// One resolution out of its minutes (مستخرج).
    Extract(ResolutionId),
    /// The invitation to a session, with its agenda.
    Invitation(SessionId),
    /// A letter to each who is to act upon the resolutions of a session (ابلاغ).
    Letters(SessionId),
    /// The correction slips of a session, each a paper of its own.
    Corrections(SessionId),
    /// All papers of a session.
    AllOfSession(SessionId),
    /// A letter to each who is late (یادآوری).
    Reminders(BodyYear),
    /// The register of resolutions (دفتر ثبت مصوبات).
    Register(BodyYear),
    /// The figures of the time, of execution and of attendance.
    Report {
        /// The body and the year.
        of: BodyYear,
        /// The quarter of that year, from 1; none for all of it.
        quarter: Option<u8>,
    },
    /// Who was there.
    Attendance(BodyYear),
    /// What is paid for being there.
    Fees(BodyYear),
    /// What a new secretary of a body must know.
    Handover(BodyYear),
    /// Sessions and days that are due, for a calendar.
    Calendar(BodyYear),
    /// Everything that the office keeps.
    Archive,
    /// What may stand in an archive and what it means, as a JSON Schema.
    ArchiveSchema,
    /// Our own form for minutes in Word, for an office to make its own of.
    Template,
}

/// A body and a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyYear {
    /// The body; none for all of them, where the document can be of all.
    pub body: Option<BodyId>,
    /// The year; none for all of them, where the document can be of all.
    pub year: Option<i32>,
}

impl OfficeDocument {
    /// The formats that it can have, the usual one first.
    pub fn formats(&self) -> &'static [FileFormat] {
        use FileFormat::{Csv, Docx, Html, Ics, Json, Markdown, Pdf, Text, Xlsx};
        match self {
            OfficeDocument::Minutes(_) => &[Docx, Pdf, Html, Markdown, Text, Xlsx, Csv, Json],
            OfficeDocument::Extract(_) => &[Docx, Pdf, Html, Markdown, Text, Json],
            OfficeDocument::Invitation(_)
            | OfficeDocument::Letters(_)
            | OfficeDocument::Corrections(_)
            | OfficeDocument::Reminders(_)
            | OfficeDocument::Fees(_)
            | OfficeDocument::Handover(_) => &[Docx, Pdf, Html, Markdown, Text],
            OfficeDocument::AllOfSession(_) => &[Docx, Pdf],
            OfficeDocument::Register(_) => &[Docx, Pdf, Html, Markdown, Text, Xlsx, Csv, Json],
            OfficeDocument::Report { .. } | OfficeDocument::Attendance(_) => {
                &[Docx, Pdf, Html, Markdown, Text, Xlsx, Csv]
            }
            OfficeDocument::Calendar(_) => &[Ics],
            OfficeDocument::Archive | OfficeDocument::ArchiveSchema => &[Json],
            OfficeDocument::Template => &[Docx],
        }
    }

    /// Whether it may be of several files, which go into a folder.
    pub fn is_many(&self) -> bool {
        match self {
            OfficeDocument::Corrections(_)
            | OfficeDocument::AllOfSession(_)
            | OfficeDocument::Letters(_)
            | OfficeDocument::Reminders(_) => true,
            OfficeDocument::Minutes(_)
            | OfficeDocument::Extract(_)
            | OfficeDocument::Register(_)
            | OfficeDocument::Report { .. }
            | OfficeDocument::Attendance(_)
            | OfficeDocument::Calendar(_)
            | OfficeDocument::Invitation(_)
            | OfficeDocument::Fees(_)
            | OfficeDocument::Handover(_)
            | OfficeDocument::Archive
            | OfficeDocument::ArchiveSchema
            | OfficeDocument::Template => false,
        }
    }

    /// What it is called: «صورتجلسه».
    pub fn name(&self, words: &Words) -> String {
        words.say(match self {
            OfficeDocument::Minutes(_) => "document-minutes",
            OfficeDocument::Extract(_) => "document-extract",
            OfficeDocument::Invitation(_) => "document-invitation",
            OfficeDocument::Letters(_) => "document-letters",
            OfficeDocument::Reminders(_) => "document-reminders",
            OfficeDocument::Fees(_) => "document-fees",
            OfficeDocument::Handover(_) => "document-handover",
            OfficeDocument::Corrections(_) => "document-corrections",
            OfficeDocument::AllOfSession(_) => "document-all",
            OfficeDocument::Register(_) => "document-register",
            OfficeDocument::Report { .. } => "document-report",
            OfficeDocument::Attendance(_) => "document-attendance",
            OfficeDocument::Calendar(_) => "document-calendar",
            OfficeDocument::Archive => "document-archive",
            OfficeDocument::ArchiveSchema => "document-archive-schema",
            OfficeDocument::Template => "document-template",
        })
    }
}

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
    /// The register of resolutions (دفتر ثبت مصوبات).
    Register(BodyYear),
    /// The figures of the year, of execution and of attendance.
    Report(BodyYear),
    /// Who was there.
    Attendance(BodyYear),
    /// Sessions and days that are due, for a calendar.
    Calendar(BodyYear),
    /// Everything that the office keeps.
    Archive,
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
        use FileFormat::{Csv, Ics, Json, Xlsx};
        match self {
            OfficeDocument::Minutes(_) | OfficeDocument::Register(_) => &[Xlsx, Csv, Json],
            OfficeDocument::Report(_) | OfficeDocument::Attendance(_) => &[Xlsx, Csv],
            OfficeDocument::Calendar(_) => &[Ics],
            OfficeDocument::Extract(_) | OfficeDocument::Archive => &[Json],
        }
    }

    /// Whether it may be of several files, which go into a folder.
    pub fn is_many(&self) -> bool {
        match self {
            OfficeDocument::Minutes(_)
            | OfficeDocument::Extract(_)
            | OfficeDocument::Register(_)
            | OfficeDocument::Report(_)
            | OfficeDocument::Attendance(_)
            | OfficeDocument::Calendar(_)
            | OfficeDocument::Archive => false,
        }
    }

    /// What it is called: «صورتجلسه».
    pub fn name(&self, words: &Words) -> String {
        words.say(match self {
            OfficeDocument::Minutes(_) => "document-minutes",
            OfficeDocument::Extract(_) => "document-extract",
            OfficeDocument::Register(_) => "document-register",
            OfficeDocument::Report(_) => "document-report",
            OfficeDocument::Attendance(_) => "document-attendance",
            OfficeDocument::Calendar(_) => "document-calendar",
            OfficeDocument::Archive => "document-archive",
        })
    }
}

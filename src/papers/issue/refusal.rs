//! Why a document is not given out, and the sentence for each case.
//! Does not know where it is said.

use super::{FileFormat, OfficeDocument};
use crate::exchange::docx::template::TemplateError;
use crate::exchange::format::WriteError;
use crate::office::command::Failure;
use crate::papers::fields::template_refused;
use crate::say::sentences;
use crate::words::Words;

/// Why a document is not given out.
#[derive(Clone, Debug, PartialEq)]
pub enum NotIssued {
    /// There is no record with this id.
    NoSuchRecord(String),
    /// The document has no form in that format.
    NotInFormat {
        /// The document.
        document: OfficeDocument,
        /// The format that was asked for.
        format: FileFormat,
    },
    /// The session, by its name, has no day.
    WithoutDate(String),
    /// The session, by its name, has no corrections.
    NoCorrections(String),
    /// Nobody is to act upon any resolution of the session, by its name.
    NobodyResponsible(String),
    /// The resolution is confidential: an extract would say nothing.
    Confidential,
    /// Nothing is late or soon due.
    NothingLate,
    /// No resolution is of that body and year.
    NothingRegistered,
    /// The document is of one body, and none was named; these are known.
    OfOneBody(Vec<String>),
    /// The office's own form cannot be filled.
    Template(TemplateError),
    /// The writer of the format refused.
    NotWritten(WriteError),
    /// The office could not be read.
    Unread(Failure),
}

impl From<Failure> for NotIssued {
    fn from(failure: Failure) -> NotIssued {
        NotIssued::Unread(failure)
    }
}

impl NotIssued {
    /// What is said about it.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            NotIssued::NoSuchRecord(id) => words.say_with("refusal-no-such-record", &[("id", id.into())]),
            NotIssued::NotInFormat { document, format } => {
                let has = document.formats().iter().map(|format| format.ending());
                let has: Vec<&str> = has.collect();
                let args = [
                    ("document", document.name(words).into()),
                    ("format", format.ending().into()),
                    ("formats", has.join(&words.say("place-comma")).into()),
                ];
                words.say_with("issue-not-in-format", &args)
            }
            NotIssued::WithoutDate(session) => {
                words.say_with("issue-without-date", &[("session", session.into())])
            }
            NotIssued::NoCorrections(session) => {
                words.say_with("issue-no-corrections", &[("session", session.into())])
            }
            NotIssued::NobodyResponsible(session) => {
                words.say_with("issue-nobody-responsible", &[("session", session.into())])
            }
            NotIssued::Confidential => words.say("issue-confidential"),
            NotIssued::NothingLate => words.say("issue-nothing-late"),
            NotIssued::NothingRegistered => words.say("issue-nothing-registered"),
            NotIssued::OfOneBody(known) => words.say_with(
                "issue-of-one-body",
                &[("known", known.join(&words.say("place-comma")).into())],
            ),
            NotIssued::Template(error) => template_refused(words, error),
            NotIssued::NotWritten(WriteError::UnusableFont) => words.say("issue-unusable-font"),
            NotIssued::NotWritten(_) => words.say("issue-not-written"),
            NotIssued::Unread(failure) => sentences::unread(words, failure),
        }
    }
}

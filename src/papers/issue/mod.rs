//! From what is asked for to files: reads the office, makes the documents, and gives each a name and its bytes.
//! Does not know where a file goes, nor who asked.
//!
//! A [`Plan`] has every file by name before the first one is written, so that whoever writes them can ask about those
//! that are there already. The bytes are made file by file: of three hundred letters one is held at a time.

mod body;
#[cfg(test)]
mod confidential_tests;
mod document;
mod file;
mod letters;
mod names;
mod refusal;
mod session;
#[cfg(test)]
mod tests;

use crate::calendar::{Day, Moment};
use crate::domain::ids::ResolutionId;
pub use crate::exchange::format::{FileFormat, Fonts};
use crate::office::Office;
use crate::papers::fields::form;
pub use crate::papers::letters::{LetterNumber, Unaddressed};
use crate::words::Words;
pub use document::{BodyYear, OfficeDocument};
pub use file::{Dress, NotPut, PlannedFile, PreviewedFile};
use file::{FileContent, json};
pub use names::clean_name;
pub use refusal::NotIssued;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueRequest {
    /// The document.
    pub document: OfficeDocument,
    /// The format that it shall have.
    pub format: FileFormat,
    /// What its letters carry, where it has letters.
    pub letters: LetterCustom,
}

/// What letters carry beside what the office knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterCustom {
    /// The number of the first one, from which the others are counted on; without one a line is left to fill.
    pub number: Option<LetterNumber>,
    /// The day on which they notify the minutes, where that is not recorded yet.
    pub notified: Option<Day>,
}

/// A reminder among the files, as it is recorded with the resolutions that it reminds of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemindedLetter {
    /// Whom it is for.
    pub to: String,
    /// Its number, where numbers are counted.
    pub number: Option<String>,
    /// What it reminds of.
    pub resolutions: Vec<ResolutionId>,
}

/// The files that come of a request, in order.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files.
    pub files: Vec<PlannedFile>,
    /// The reminders among them.
    pub reminded: Vec<RemindedLetter>,
    /// Resolutions and clauses that no letter tells anybody, because they name nobody.
    pub without_responsible: Vec<Unaddressed>,
}

impl From<Vec<PlannedFile>> for Plan {
    fn from(files: Vec<PlannedFile>) -> Plan {
        Plan {
            files,
            ..Plan::default()
        }
    }
}

/// The moment and the day that documents are made of.
#[derive(Clone, Copy, Debug)]
pub struct MadeOn {
    /// The day that lateness counts to.
    pub today: Day,
    /// When it is.
    pub now: Moment,
}

/// The files that a request comes to, as things stand on a day.
///
/// # Errors
/// [`NotIssued`] where there is nothing to make them of, and where the document has no such format.
pub fn plan(office: &Office, words: &Words, request: &IssueRequest, on: MadeOn) -> Result<Plan, NotIssued> {
    let IssueRequest { document, format, .. } = request;
    if !document.formats().contains(format) {
        return Err(NotIssued::NotInFormat {
            document: document.clone(),
            format: *format,
        });
    }
    let making = PlanMaking {
        office,
        words,
        format: *format,
        today: on.today,
    };
    let custom = &request.letters;
    let mut plan = match document {
        OfficeDocument::Minutes(id) => one(session::minutes(making, id)?),
        OfficeDocument::Extract(id) => one(session::extract(making, id)?),
        OfficeDocument::Invitation(id) => one(session::invitation(making, id)?),
        OfficeDocument::Corrections(id) => session::corrections(making, id)?.into(),
        OfficeDocument::AllOfSession(id) => session::all(making, id, custom)?,
        OfficeDocument::Letters(id) => letters::of_session(making, id, custom)?,
        OfficeDocument::Reminders(of) => letters::reminders(making, of, custom)?,
        OfficeDocument::Register(of) => one(body::register(making, of)?),
        OfficeDocument::Report { of, quarter } => one(body::report(making, of, *quarter)?),
        OfficeDocument::Attendance(of) => one(body::attendance(making, of)?),
        OfficeDocument::Fees(of) => one(body::fees(making, of)?),
        OfficeDocument::Handover(of) => one(body::handover(making, of)?),
        OfficeDocument::Calendar(of) => one(body::calendar(making, of, on.now)?),
        OfficeDocument::Archive => one(body::archive(making)),
        OfficeDocument::ArchiveSchema => one(body::archive_schema(making)),
        OfficeDocument::Template => one(template(making)),
    };
    names::tell_apart(plan.files.iter_mut().map(|file| &mut file.name));
    Ok(plan)
}

fn one(file: PlannedFile) -> Plan {
    vec![file].into()
}

/// What every document is made with.
#[derive(Clone, Copy)]
struct PlanMaking<'a> {
    office: &'a Office,
    words: &'a Words,
    format: FileFormat,
    today: Day,
}

impl PlanMaking<'_> {
    /// A file about these things.
    fn file(&self, parts: &[String], content: FileContent) -> PlannedFile {
        PlannedFile {
            name: names::file_name(parts, self.format),
            format: self.format,
            content,
        }
    }
}

/// Our own form for minutes in Word, for an office to make its own of.
fn template(making: PlanMaking) -> PlannedFile {
    let content = FileContent::of(form(making.words));
    making.file(&[making.words.say("document-template")], content)
}

/// A plan of small files with these names, each of which holds its name.
#[cfg(test)]
pub(crate) fn plan_of(names: &[&str]) -> Plan {
    let file = |name: &&str| PlannedFile {
        name: (*name).to_owned(),
        format: FileFormat::Text,
        content: FileContent::Ready(name.as_bytes().to_vec()),
    };
    let files: Vec<PlannedFile> = names.iter().map(file).collect();
    files.into()
}

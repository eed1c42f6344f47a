//! From what is asked for to files: reads the office, makes the documents, and gives each a name and its bytes.
//! Does not know where a file goes, nor who asked.
//!
//! A [`Plan`] has every file by name before the first one is written, so that whoever writes them can ask about those
//! that are there already. The bytes are made file by file: of three hundred letters one is held at a time.

mod body;
mod document;
mod names;
mod refusal;
mod session;
#[cfg(test)]
mod tests;

use crate::calendar::{Day, Moment};
pub use crate::exchange::format::FileFormat;
pub use crate::exchange::format::Fonts;
use crate::exchange::format::WriteError;
use crate::exchange::ics::write_ics;
use crate::exchange::schedule::Schedule;
use crate::exchange::sheet::Workbook;
use crate::exchange::sheet_csv::write_csv;
use crate::exchange::xlsx::write_xlsx;
use crate::office::Office;
use crate::text::visible;
use crate::words::Words;
pub use document::{BodyYear, OfficeDocument};
pub use names::clean_name;
pub use refusal::NotIssued;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueRequest {
    /// The document.
    pub document: OfficeDocument,
    /// The format that it shall have.
    pub format: FileFormat,
}

/// What a document is dressed in beside its words: the office's own fonts and habits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dress {
    /// The fonts.
    pub fonts: Fonts,
    /// Whether a file of comma-separated values begins with a byte order mark, as Excel wants it.
    pub byte_order_mark: bool,
}

/// The files that come of a request, in order.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files.
    pub files: Vec<PlannedFile>,
}

/// So many lines of a file are shown before it is given out.
const PREVIEWED_LINES: usize = 2000;

/// A file that is to be made.
#[derive(Debug)]
pub struct PlannedFile {
    /// The name that it is given where a person gave none: without a folder, safe on any file system.
    pub name: String,
    /// Its format.
    pub format: FileFormat,
    content: FileContent,
}

/// What goes into a file.
#[derive(Debug)]
enum FileContent {
    /// Bytes that are ready.
    Ready(Vec<u8>),
    /// Sheets.
    Workbook(Workbook),
    /// A calendar.
    Schedule(Schedule),
}

/// A file as a person may read it before it is given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewedFile {
    /// Its name.
    pub name: String,
    /// What it says, in lines.
    pub text: String,
}

impl PlannedFile {
    /// What it says, as lines of text; of much the beginning.
    ///
    /// # Errors
    /// [`NotIssued`] with what the format cannot hold.
    pub fn preview(self) -> Result<PreviewedFile, NotIssued> {
        let name = self.name.clone();
        let text = match self.content {
            FileContent::Workbook(workbook) => {
                let sheets = workbook.sheets.iter().map(|sheet| {
                    let rows = write_csv(sheet, false);
                    format!("{}\n{}", sheet.name, String::from_utf8_lossy(&rows))
                });
                sheets.collect::<Vec<_>>().join("\n")
            }
            _ => String::from_utf8_lossy(&self.bytes(&Dress::default())?).into_owned(),
        };
        let lines = text.lines().take(PREVIEWED_LINES).map(visible);
        let text = lines.collect::<Vec<_>>().join("\n");
        Ok(PreviewedFile { name, text })
    }

    /// Its bytes.
    ///
    /// # Errors
    /// [`NotIssued`] with what the format cannot hold.
    pub fn bytes(self, dress: &Dress) -> Result<Vec<u8>, NotIssued> {
        let format = self.format;
        let bytes = match (self.content, format) {
            (FileContent::Ready(bytes), _) => Ok(bytes),
            (FileContent::Workbook(workbook), FileFormat::Csv) => match workbook.sheets.first() {
                Some(sheet) => Ok(write_csv(sheet, dress.byte_order_mark)),
                None => Err(WriteError::NotInFormat(format)),
            },
            (FileContent::Workbook(workbook), FileFormat::Xlsx) => write_xlsx(&workbook),
            (FileContent::Schedule(schedule), FileFormat::Ics) => write_ics(&schedule),
            (FileContent::Workbook(_) | FileContent::Schedule(_), _) => Err(WriteError::NotInFormat(format)),
        };
        bytes.map_err(NotIssued::NotWritten)
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
    let IssueRequest { document, format } = request;
    if !document.formats().contains(format) {
        return Err(NotIssued::NotInFormat {
            document: document.clone(),
            format: *format,
        });
    }
    let making = Making {
        office,
        words,
        format: *format,
        today: on.today,
    };
    let mut files = match document {
        OfficeDocument::Minutes(id) => vec![session::minutes(making, id)?],
        OfficeDocument::Extract(id) => vec![session::extract(making, id)?],
        OfficeDocument::Register(of) => vec![body::register(making, of)?],
        OfficeDocument::Report(of) => vec![body::report(making, of)?],
        OfficeDocument::Attendance(of) => vec![body::attendance(making, of)?],
        OfficeDocument::Calendar(of) => vec![body::calendar(making, of, on.now)?],
        OfficeDocument::Archive => vec![body::archive(making)?],
    };
    names::tell_apart(files.iter_mut().map(|file| &mut file.name));
    Ok(Plan { files })
}

/// What every document is made with.
#[derive(Clone, Copy)]
struct Making<'a> {
    office: &'a Office,
    words: &'a Words,
    format: FileFormat,
    today: Day,
}

impl Making<'_> {
    /// A file about these things.
    fn file(&self, parts: &[String], content: FileContent) -> PlannedFile {
        PlannedFile {
            name: names::file_name(parts, self.format),
            format: self.format,
            content,
        }
    }
}

/// One value as an indented JSON document that ends in a newline.
fn json(value: &impl serde::Serialize) -> FileContent {
    // Plain structs with string keys cannot fail to serialise.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    FileContent::Ready(bytes)
}

/// A plan of small files with these names, each of which holds its name.
#[cfg(test)]
pub(crate) fn plan_of(names: &[&str]) -> Plan {
    let file = |name: &&str| PlannedFile {
        name: (*name).to_owned(),
        format: FileFormat::Text,
        content: FileContent::Ready(name.as_bytes().to_vec()),
    };
    let files = names.iter().map(file).collect();
    Plan { files }
}

//! From what is asked for to files: reads the office, makes the documents, and gives each a name and its bytes.
//! Does not know where a file goes, nor who asked.
//!
//! A [`Plan`] has every file by name before the first one is written, so that whoever writes them can ask about those
//! that are there already. The bytes are made file by file: of three hundred letters one is held at a time.

mod body;
mod document;
mod letters;
mod names;
mod refusal;
mod session;
#[cfg(test)]
mod tests;

use crate::calendar::{Day, Moment};
use crate::exchange::docx::template::{Fields, fill};
use crate::exchange::docx::write_docx;
pub use crate::exchange::format::FileFormat;
pub use crate::exchange::format::Fonts;
use crate::exchange::format::WriteError;
use crate::exchange::html::write_html;
use crate::exchange::ics::write_ics;
use crate::exchange::markdown::write_markdown;
use crate::exchange::paper::Paper;
use crate::exchange::pdf::PdfFonts;
use crate::exchange::plain_text::write_plain_text;
use crate::exchange::schedule::Schedule;
use crate::exchange::sheet::Workbook;
use crate::exchange::sheet_csv::write_csv;
use crate::exchange::xlsx::write_xlsx;
use crate::office::Office;
use crate::papers::fields::form;
pub use crate::papers::letters::{LetterNumber, Unaddressed};
use crate::papers::plain::plain;
use crate::text::visible;
use crate::words::Words;
pub use document::{BodyYear, OfficeDocument};
pub use names::clean_name;
pub use refusal::NotIssued;
use std::cell::OnceCell;

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

/// What documents are dressed in beside their words: the office's own fonts and habits.
#[derive(Default)]
pub struct Dress {
    /// The fonts.
    pub fonts: Fonts,
    /// Whether a file of comma-separated values begins with a byte order mark, as Excel wants it.
    pub byte_order_mark: bool,
    /// The office's own form for minutes in Word.
    pub template: Option<Vec<u8>>,
    /// The fonts of pages, once they were read: of three hundred letters not each reads them.
    pdf_fonts: OnceCell<PdfFonts>,
}

impl Dress {
    /// In these fonts, with this form for minutes in Word.
    pub fn new(fonts: Fonts, byte_order_mark: bool, template: Option<Vec<u8>>) -> Dress {
        Dress {
            fonts,
            byte_order_mark,
            template,
            pdf_fonts: OnceCell::new(),
        }
    }
}

/// The files that come of a request, in order.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files.
    pub files: Vec<PlannedFile>,
    /// Resolutions and clauses that no letter tells anybody, because they name nobody.
    pub without_responsible: Vec<Unaddressed>,
}

impl From<Vec<PlannedFile>> for Plan {
    fn from(files: Vec<PlannedFile>) -> Plan {
        Plan {
            files,
            without_responsible: Vec::new(),
        }
    }
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
    /// A document of pages.
    Paper(Box<Paper>),
    /// The same, with the fields of it that the office's own form in Word is filled with.
    Form(Box<Paper>, Box<Fields>),
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
    pub fn preview(self, words: &Words) -> Result<PreviewedFile, NotIssued> {
        let name = self.name.clone();
        let text = match self.content {
            FileContent::Workbook(workbook) => {
                let sheets = workbook.sheets.iter().map(|sheet| {
                    let rows = write_csv(sheet, false);
                    format!("{}\n{}", sheet.name, String::from_utf8_lossy(&rows))
                });
                sheets.collect::<Vec<_>>().join("\n")
            }
            FileContent::Paper(paper) | FileContent::Form(paper, _) => {
                let text = plain(words, &paper);
                return Ok(PreviewedFile { name, text });
            }
            FileContent::Ready(_) | FileContent::Schedule(_) => {
                String::from_utf8_lossy(&self.bytes(&Dress::default())?).into_owned()
            }
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
            (FileContent::Form(_, fields), FileFormat::Docx) if dress.template.is_some() => {
                let template = dress.template.as_deref().unwrap_or_default();
                return fill(template, &fields).map_err(NotIssued::Template);
            }
            (FileContent::Paper(paper) | FileContent::Form(paper, _), format) => {
                written(&paper, format, dress)
            }
            (FileContent::Workbook(_) | FileContent::Schedule(_), _) => Err(WriteError::NotInFormat(format)),
        };
        bytes.map_err(NotIssued::NotWritten)
    }
}

/// A document of pages in a format.
fn written(paper: &Paper, format: FileFormat, dress: &Dress) -> Result<Vec<u8>, WriteError> {
    match format {
        FileFormat::Docx => write_docx(paper, &dress.fonts),
        FileFormat::Pdf => dress.pdf_fonts()?.write(paper),
        FileFormat::Html => Ok(write_html(paper, &dress.fonts)),
        FileFormat::Markdown => Ok(write_markdown(paper)),
        FileFormat::Text => Ok(write_plain_text(paper)),
        FileFormat::Xlsx | FileFormat::Csv | FileFormat::Ics | FileFormat::Json => {
            Err(WriteError::NotInFormat(format))
        }
    }
}

impl Dress {
    /// The fonts of pages, read when the first page is made.
    fn pdf_fonts(&self) -> Result<&PdfFonts, WriteError> {
        if let Some(fonts) = self.pdf_fonts.get() {
            return Ok(fonts);
        }
        let fonts = PdfFonts::read(&self.fonts)?;
        Ok(self.pdf_fonts.get_or_init(|| fonts))
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
    let making = Making {
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
        OfficeDocument::Report(of) => one(body::report(making, of)?),
        OfficeDocument::Attendance(of) => one(body::attendance(making, of)?),
        OfficeDocument::Fees(of) => one(body::fees(making, of)?),
        OfficeDocument::Handover(of) => one(body::handover(making, of)?),
        OfficeDocument::Calendar(of) => one(body::calendar(making, of, on.now)?),
        OfficeDocument::Archive => one(body::archive(making)?),
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

/// Our own form for minutes in Word, for an office to make its own of.
fn template(making: Making) -> PlannedFile {
    let content = FileContent::Paper(Box::new(form(making.words)));
    making.file(&[making.words.say("document-template")], content)
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
    let files: Vec<PlannedFile> = names.iter().map(file).collect();
    files.into()
}

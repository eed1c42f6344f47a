//! One file that is given out: what goes into it, its bytes in its format, and its text to be read before.
//! Does not know what it is about.

use super::NotIssued;
use crate::exchange::docx::template::{Fields, fill};
use crate::exchange::docx::write_docx;
use crate::exchange::format::{FileFormat, Fonts, WriteError};
use crate::exchange::html::write_html;
use crate::exchange::ics::write_ics;
use crate::exchange::markdown::write_markdown;
use crate::exchange::paper::{Block, Paper, Run};
use crate::exchange::pdf::PdfFonts;
use crate::exchange::plain_text::write_plain_text;
use crate::exchange::schedule::Schedule;
use crate::exchange::sheet::Workbook;
use crate::exchange::sheet_csv::write_csv;
use crate::exchange::xlsx::write_xlsx;
use crate::office::stored_archive::{ArchiveTrouble, StoredArchive};
use crate::papers::plain::plain;
use crate::text::visible;
use crate::words::Words;
use std::cell::OnceCell;
use std::io::{self, Write};

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

/// So many lines of a file are shown before it is given out.
const PREVIEWED_LINES: usize = 2000;

/// A file that is to be made.
#[derive(Debug)]
pub struct PlannedFile {
    /// The name that it is given where a person gave none: without a folder, safe on any file system.
    pub name: String,
    /// Its format.
    pub format: FileFormat,
    pub(super) content: FileContent,
}

/// What goes into a file.
#[derive(Debug)]
pub(super) enum FileContent {
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
    /// Everything that the office keeps.
    Archive(StoredArchive),
}

impl FileContent {
    /// A document of pages.
    pub(super) fn of(paper: Paper) -> FileContent {
        FileContent::Paper(Box::new(headed(paper)))
    }

    /// The same, which the office's own form may be filled with in its place.
    pub(super) fn form(paper: Paper, fields: Fields) -> FileContent {
        FileContent::Form(Box::new(headed(paper)), Box::new(fields))
    }
}

/// With capitals at the labels and the heads of columns: on a screen they are small in English, not in a document.
/// Persian letters have none.
fn headed(mut paper: Paper) -> Paper {
    for block in &mut paper.blocks {
        match block {
            Block::Head(fields) | Block::Signatures(fields) => {
                fields.iter_mut().for_each(|field| capitalise(&mut field.label));
            }
            Block::Table(table) => {
                let heads = table
                    .columns
                    .iter_mut()
                    .flat_map(|column| column.head.runs.first_mut());
                for head in heads {
                    if let Run::Ours(text) = head {
                        capitalise(text);
                    }
                }
            }
            _ => {}
        }
    }
    paper
}

fn capitalise(text: &mut str) {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
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
            FileContent::Ready(_) | FileContent::Schedule(_) | FileContent::Archive(_) => {
                let mut beginning = Beginning::default();
                match self.put(&Dress::default(), &mut beginning) {
                    Err(NotPut::NotIssued(why)) => return Err(why),
                    // It refuses what comes behind the beginning, and nothing else.
                    Ok(()) | Err(NotPut::Disk(_)) => {}
                }
                String::from_utf8_lossy(&beginning.bytes).into_owned()
            }
        };
        let lines = text.lines().take(PREVIEWED_LINES).map(visible);
        let text = lines.collect::<Vec<_>>().join("\n");
        Ok(PreviewedFile { name, text })
    }

    /// Writes it to `out`.
    ///
    /// # Errors
    /// [`NotPut`]; what was written until then is not the file.
    pub fn put(self, dress: &Dress, out: &mut dyn Write) -> Result<(), NotPut> {
        match self.content {
            FileContent::Archive(archive) => archive.write(out).map_err(|why| match why {
                ArchiveTrouble::Unread(failure) => NotPut::NotIssued(failure.into()),
                ArchiveTrouble::Disk(error) => NotPut::Disk(error),
            }),
            _ => out.write_all(&self.bytes(dress)?).map_err(NotPut::Disk),
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// [`NotIssued`] with what the format cannot hold.
    fn bytes(self, dress: &Dress) -> Result<Vec<u8>, NotIssued> {
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
            (FileContent::Workbook(_) | FileContent::Schedule(_) | FileContent::Archive(_), _) => {
                Err(WriteError::NotInFormat(format))
            }
        };
        bytes.map_err(NotIssued::NotWritten)
    }
}

/// Why a file was not written out.
#[derive(Debug)]
pub enum NotPut {
    /// There is no file.
    NotIssued(NotIssued),
    /// What it was written to refused.
    Disk(io::Error),
}

impl From<NotIssued> for NotPut {
    fn from(why: NotIssued) -> NotPut {
        NotPut::NotIssued(why)
    }
}

/// What takes the beginning of a file, as much of it as is shown, and refuses the rest.
#[derive(Default)]
struct Beginning {
    bytes: Vec<u8>,
    lines: usize,
}

impl Write for Beginning {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.lines >= PREVIEWED_LINES {
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.bytes.extend_from_slice(bytes);
        self.lines += memchr::memchr_iter(b'\n', bytes).count();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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

/// One value as an indented JSON document that ends in a newline.
pub(super) fn json(value: &impl serde::Serialize) -> FileContent {
    // Plain structs with string keys cannot fail to serialise.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    FileContent::Ready(bytes)
}

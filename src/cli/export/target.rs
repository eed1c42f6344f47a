//! Where an export goes and in which format, from what was written behind `--to` and `--as`. Does not write anything.

use super::super::args::ExportTo;
use super::super::call::Call;
use super::super::fault::Fault;
use crate::app::giving::GivePlace;
use crate::papers::issue::{FileFormat, OfficeDocument};
use std::io::{IsTerminal, stdout};
use std::path::Path;

/// Where it goes, in which format.
pub(super) enum ExportPlace {
    /// To standard output.
    Output(FileFormat),
    /// To the disk.
    Files(FileFormat, GivePlace),
}

impl ExportPlace {
    /// The format that is written.
    pub(super) fn format(&self) -> FileFormat {
        match self {
            ExportPlace::Output(format) | ExportPlace::Files(format, _) => *format,
        }
    }
}

/// Reads it. A document of one file goes to the name that is given, or under its own name into a folder that is there;
/// the format is that of `--as`, else the one by which the name ends.
pub(super) fn wanted(call: &Call, document: &OfficeDocument, to: &ExportTo) -> Result<ExportPlace, Fault> {
    let path = to.to.as_path();
    if path == Path::new("-") {
        let format = to.format.or_else(|| only_format(document));
        let format = format.ok_or_else(|| no_format(call, document))?;
        return match is_for_people(format) || !stdout().is_terminal() {
            true => Ok(ExportPlace::Output(format)),
            false => Err(Fault::not_done(call.say("export-binary-terminal"))),
        };
    }
    if document.is_many() {
        let format = to.format.or_else(|| document.formats().first().copied());
        let format = format.ok_or_else(|| no_format(call, document))?;
        return Ok(ExportPlace::Files(format, GivePlace::Folder(path.to_owned())));
    }
    if path.is_dir()
        && let Some(format) = to.format
    {
        return Ok(ExportPlace::Files(format, GivePlace::Folder(path.to_owned())));
    }
    let by_name = FileFormat::of(path).or_else(|| only_format(document));
    let format = to.format.or(by_name);
    let format = format.ok_or_else(|| no_format(call, document))?;
    Ok(ExportPlace::Files(format, GivePlace::File(path.to_owned())))
}

/// The fault that standard output for several files is.
pub(super) fn not_one(call: &Call) -> Fault {
    Fault::usage(call.say("export-needs-folder"))
}

/// The format of a document that has one alone, whatever its file is called.
fn only_format(document: &OfficeDocument) -> Option<FileFormat> {
    match document.formats() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Whether a terminal can show it.
fn is_for_people(format: FileFormat) -> bool {
    match format {
        FileFormat::Docx | FileFormat::Pdf | FileFormat::Xlsx => false,
        FileFormat::Html
        | FileFormat::Markdown
        | FileFormat::Text
        | FileFormat::Csv
        | FileFormat::Ics
        | FileFormat::Json => true,
    }
}

fn no_format(call: &Call, document: &OfficeDocument) -> Fault {
    let has: Vec<&str> = document.formats().iter().map(|format| format.ending()).collect();
    Fault::usage(call.say_with("export-no-format", &[("formats", has.join("، ").into())]))
}

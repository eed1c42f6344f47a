//! The formats that documents are given out in: their names, and what a writer needs beside the document.
//! Does not know how one is written.

use std::path::Path;

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// Word (ISO/IEC 29500, WordprocessingML).
    Docx,
    /// Pages (ISO 32000; PDF/A-2a and PDF/UA-1).
    Pdf,
    /// One page of the web.
    Html,
    /// Markdown (CommonMark, with tables).
    Markdown,
    /// Plain text.
    Text,
    /// Excel (ISO/IEC 29500, SpreadsheetML).
    Xlsx,
    /// Comma-separated values (RFC 4180).
    Csv,
    /// A calendar (RFC 5545).
    Ics,
    /// JSON (RFC 8259), in the shapes that other programs rely on.
    Json,
}

impl FileFormat {
    /// All of them, in the order in which they are offered.
    pub const ALL: [FileFormat; 9] = [
        FileFormat::Docx,
        FileFormat::Pdf,
        FileFormat::Html,
        FileFormat::Markdown,
        FileFormat::Text,
        FileFormat::Xlsx,
        FileFormat::Csv,
        FileFormat::Ics,
        FileFormat::Json,
    ];

    /// How the name of a file in it ends, without the dot; also its name for `--as`.
    pub fn ending(self) -> &'static str {
        match self {
            FileFormat::Docx => "docx",
            FileFormat::Pdf => "pdf",
            FileFormat::Html => "html",
            FileFormat::Markdown => "md",
            FileFormat::Text => "txt",
            FileFormat::Xlsx => "xlsx",
            FileFormat::Csv => "csv",
            FileFormat::Ics => "ics",
            FileFormat::Json => "json",
        }
    }

    /// The format that the name of a file asks for by its ending, in capitals or not; none for another ending.
    ///
    /// ```
    /// use dabir::exchange::format::FileFormat;
    /// assert_eq!(FileFormat::of("minutes.DOCX".as_ref()), Some(FileFormat::Docx));
    /// assert_eq!(FileFormat::of("minutes".as_ref()), None);
    /// ```
    pub fn of(path: &Path) -> Option<FileFormat> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        FileFormat::ALL
            .into_iter()
            .find(|format| format.ending() == ending)
    }
}

/// The fonts that a document is set in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fonts {
    /// The name of the font of running text, for formats that only name one; ours where none is set.
    pub text_name: Option<String>,
    /// The same for titles and headings.
    pub heads_name: Option<String>,
    /// The bytes of a font file (TrueType or OpenType) for running text, for formats that carry their font; ours where
    /// none is set.
    pub text_file: Option<Vec<u8>>,
    /// The same for titles and headings.
    pub heads_file: Option<Vec<u8>>,
}

/// Why a document could not be written in a format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// A document of this sort has no form in that format, as a calendar has none in Word.
    #[error("not to be had as {}", .0.ending())]
    NotInFormat(FileFormat),
    /// A font file of the office is none that can be used.
    #[error("unusable font file")]
    UnusableFont,
    /// The library that writes the format refused; what it said is for the trace.
    #[error("not written: {0}")]
    NotWritten(String),
}

//! Files of minutes as offices send them, whatever they are called: told by their first bytes, and turned into the text
//! that the reader of minutes takes. Knows nothing of minutes.

mod flow;
mod odt;
mod printed;
mod rtf;
mod shape;
mod sheet;
mod transcript;
mod web;

pub use printed::FromPages;
pub use shape::FileShape;
pub use sheet::minutes_of_csv;
pub use transcript::Transcript;

use super::docx::{DocxError, MOST_PART_BYTES, read_docx};
use super::minutes::{DecodeError, ReadMinutes, decode, read_minutes_by};
use crate::domain::reading_profile::ReadingProfile;
use std::borrow::Cow;

/// The text of a file, and what the file was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingText {
    /// What the file is.
    pub shape: FileShape,
    /// Its words: a line for each paragraph, a line with tabs, or a row of HTML, for each row of a table.
    pub text: String,
    /// What was said, where it is a transcript.
    pub transcript: Option<Transcript>,
    /// What was done to it, where it came from pages.
    pub from_pages: Option<FromPages>,
}

impl IncomingText {
    /// The minutes in it: of a transcript what was said, of everything else all that can be told.
    pub fn read(&self) -> ReadMinutes {
        self.read_by(&ReadingProfile::default())
    }

    /// As [`IncomingText::read`], of a body about whose minutes a person has said something.
    pub fn read_by(&self, profile: &ReadingProfile) -> ReadMinutes {
        match &self.transcript {
            Some(transcript) => transcript.clone().into(),
            None => read_minutes_by(&self.text, profile),
        }
    }
}

/// Why a file is not taken as minutes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It is known what it is, and that its text cannot be had.
    #[error("{0:?}, which is not read")]
    Foreign(FileShape),
    /// It is of a kind that is read, but broken, or without the part that holds the text.
    #[error("{shape:?}: {fault}")]
    Document {
        /// What it is.
        shape: FileShape,
        /// What is wrong with it.
        fault: DocxError,
    },
    /// Its bytes are no text.
    #[error(transparent)]
    Text(#[from] DecodeError),
}

impl NotTaken {
    /// How many bytes are read at most, where it has more.
    pub fn most_bytes(&self) -> Option<u64> {
        match self {
            NotTaken::Document {
                fault: DocxError::TooLarge,
                ..
            } => Some(MOST_PART_BYTES),
            NotTaken::Text(DecodeError::TooLarge { most, .. }) => Some(*most as u64),
            _ => None,
        }
    }
}

/// The text of a file of any kind that is read.
///
/// # Errors
/// [`NotTaken`] for what is not read, what is broken, and what is too large.
pub fn incoming_text(bytes: &[u8]) -> Result<IncomingText, NotTaken> {
    let shape = FileShape::of(bytes);
    let broken = |fault| NotTaken::Document { shape, fault };
    let text = match shape {
        FileShape::Word => read_docx(bytes).map_err(broken)?,
        FileShape::Rtf => rtf::read_rtf(bytes).map_err(broken)?,
        FileShape::OpenText => odt::read_odt(bytes).map_err(broken)?,
        FileShape::Web => web::read_page(bytes)?,
        FileShape::WebArchive => web::read_archive(bytes)?,
        FileShape::Text | FileShape::Transcript => decode(bytes)?,
        foreign => return Err(NotTaken::Foreign(foreign)),
    };
    let transcript = (shape == FileShape::Transcript).then(|| transcript::read_transcript(&text));
    let (text, from_pages) = match shape {
        FileShape::Text => printed::as_read(&text),
        _ => (Cow::Borrowed(text.as_str()), None),
    };
    Ok(IncomingText {
        shape,
        text: text.into_owned(),
        transcript,
        from_pages,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_any_kind_is_its_text_or_says_what_it_is() {
        let page = "<html><body><p>صورتجلسه</p></body></html>";
        assert_eq!(
            incoming_text(page.as_bytes()),
            Ok(IncomingText {
                shape: FileShape::Web,
                text: "صورتجلسه\n".to_owned(),
                transcript: None,
                from_pages: None,
            })
        );
        assert_eq!(
            incoming_text(b"%PDF-1.7\n%\xe2\xe3"),
            Err(NotTaken::Foreign(FileShape::Pdf))
        );
        assert_eq!(
            incoming_text(b"PK\x03\x04 torn"),
            Err(NotTaken::Document {
                shape: FileShape::Word,
                fault: DocxError::NotADocument
            })
        );
        assert_eq!(incoming_text(&[0; 64]), Err(NotTaken::Text(DecodeError::Binary)));
    }

    #[test]
    fn what_is_too_large_says_how_much_is_read() {
        let large = incoming_text(&vec![b'a'; 50_000_000]).unwrap_err();
        assert_eq!(large.most_bytes(), Some(16 * 1024 * 1024));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(
            start in proptest::sample::select(vec!["{\\rtf1 ", "<html>", "%PDF", "PK\x03\x04", "MIME-Version: 1.0\n", "WEBVTT\n", ""]),
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
        ) {
            let _ = incoming_text(&[start.as_bytes(), &bytes].concat());
        }
    }
}

//! Word documents (ISO/IEC 29500, WordprocessingML): read to lines, written from the tree of a document, and filled
//! in where an office has one of its own. Knows nothing of minutes.

mod package;
mod read;
pub mod template;
mod write;

pub(super) use package::{package, part};
pub use read::read_docx;
pub use write::write_docx;

use quick_xml::events::BytesRef;
use std::borrow::Cow;

/// A part of a document that unpacks to more than this is refused: real minutes have some hundred kilobytes of XML.
pub const MOST_PART_BYTES: u64 = 32 * 1024 * 1024;
/// The style of a remark of ours at the margin. Its words are about the document, not of it: they are not read back.
const REMARK_STYLE: &str = "DabirRemark";

/// Why bytes are no Word document that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocxError {
    /// No zip archive, or one without a document in it.
    #[error("no Word document")]
    NotADocument,
    /// It unpacks to more than [`MOST_PART_BYTES`].
    #[error("too large when unpacked")]
    TooLarge,
    /// The archive or the XML in it is damaged.
    #[error("damaged")]
    Damaged,
}

/// The letter that `&...;` stands for; nothing for a name that XML does not define.
pub(super) fn letter(entity: &BytesRef) -> String {
    match entity.resolve_char_ref() {
        Ok(Some(letter)) => letter.to_string(),
        _ => match entity.xml10_content().as_ref() {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => "",
        }
        .to_owned(),
    }
}

/// The text without what XML 1.0 has no place for, escaped or not.
fn legal(text: &str) -> Cow<'_, str> {
    let is_legal = |c: char| match c {
        '\t' | '\n' => true,
        c => c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}'),
    };
    if text.chars().all(is_legal) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| is_legal(*c)).collect())
}

/// Whether a character is a mark of direction, or a mark of the order of bytes: no word of a document.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
}

//! The text of minutes out of the bytes of a file. Does not know the disk, nor what the text says.

pub use crate::exchange::docx::DocxError;
pub use crate::exchange::{DecodeError, FileShape, IncomingText, NotTaken};
use crate::exchange::{MOST_BYTES, incoming_text, minutes_of_csv};

/// The most bytes of a file that are read.
pub const MOST_FILE_BYTES: usize = MOST_BYTES;

/// The text in the bytes of a file of this name, whatever its format; without a word in it where there is none.
///
/// # Errors
/// [`NotTaken`].
pub fn text_of(name: &str, bytes: &[u8]) -> Result<IncomingText, NotTaken> {
    if name.to_ascii_lowercase().ends_with(".csv")
        && let Some(text) = minutes_of_csv(bytes)
    {
        return Ok(text);
    }
    incoming_text(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_say_what_a_file_is_whatever_it_is_called() {
        let text = text_of("a.docx", "جلسه".as_bytes()).map(|incoming| incoming.text);
        assert_eq!(text, Ok("جلسه".to_owned()));
        assert_eq!(
            text_of("a.txt", b"%PDF-1.7\n%\xe2\xe3"),
            Err(NotTaken::Foreign(FileShape::Pdf))
        );
    }
}

//! Web pages, and what Word writes when it saves a document as one, to text.
//! Knows nothing of minutes.

mod archive;
mod charset;
mod page;
mod tokens;

pub(super) use archive::read_archive;

use super::NotTaken;

/// The text of a page: what a person sees of it.
///
/// # Errors
/// [`NotTaken`] for what is too large or in no encoding that is known.
pub(super) fn read_page(bytes: &[u8]) -> Result<String, NotTaken> {
    let source = charset::decoded(bytes, None)?;
    Ok(page::text_of(&source))
}

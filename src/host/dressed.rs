//! What documents are dressed in, with the files of fonts and the office's own form read from the disk. Does not know what is in them.

use crate::app::giving::NotGiven;
use crate::app::settings::DocumentSettings;
use crate::files::DiskError;
use crate::papers::issue::{Dress, Fonts};
use std::fs;
use std::path::PathBuf;

/// What a person set, ready for writers.
///
/// # Errors
/// A file of a font or the form that cannot be read.
pub fn dressed(documents: &DocumentSettings) -> Result<Dress, NotGiven> {
    let DocumentSettings {
        font,
        heads_font,
        font_file,
        heads_font_file,
        template,
        // Where files go, and in which format, was decided before.
        folder: _,
        format: _,
        byte_order_mark,
        // How much is kept is asked when a file is named.
        attachments_megabytes: _,
    } = documents;
    let fonts = Fonts {
        text_name: font.clone(),
        heads_name: heads_font.clone(),
        text_file: read(font_file.as_ref())?,
        heads_file: read(heads_font_file.as_ref())?,
    };
    Ok(Dress::new(fonts, *byte_order_mark, read(template.as_ref())?))
}

fn read(file: Option<&String>) -> Result<Option<Vec<u8>>, NotGiven> {
    let Some(path) = file.map(PathBuf::from) else {
        return Ok(None);
    };
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => {
            tracing::warn!(%error, "a file that documents are made with");
            Err(NotGiven::Unread(path, DiskError::from(&error)))
        }
    }
}

//! The JSON of a file that belongs to minutes. Does not know what it belongs to.

use crate::domain::attachment::Attachment;
use serde::Serialize;

/// A file. `kept` says whether its bytes lie beside the archive; else it was longer than what is kept, and is only named.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedAttachment {
    pub name: String,
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
    pub kept: bool,
}

impl From<&Attachment> for ListedAttachment {
    fn from(attachment: &Attachment) -> Self {
        let Attachment {
            name,
            bytes,
            sha256,
            named_only,
        } = attachment;
        ListedAttachment {
            name: name.clone(),
            bytes: *bytes,
            sha256: sha256.clone(),
            kept: !named_only,
        }
    }
}

//! A file that belongs to minutes (ضمیمه): its name, how long it is, and the sum by which it is known again.
//! Does not know where its bytes are.

use super::ids::{ResolutionId, SessionId};
use serde::{Deserialize, Serialize};

/// A file that was named on a session, an item of its agenda, or a resolution.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The file's name, without its folder.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Whether it is only named: it was longer than what is kept beside the archive.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub named_only: bool,
}

/// What a file belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttachedTo {
    /// A session as a whole.
    Session(SessionId),
    /// An item of its agenda, from 1.
    Item(SessionId, u32),
    /// A resolution.
    Resolution(ResolutionId),
}

impl AttachedTo {
    /// The session that it belongs to, by itself or by its part.
    pub fn session(&self) -> SessionId {
        match self {
            AttachedTo::Session(session) | AttachedTo::Item(session, _) => session.clone(),
            AttachedTo::Resolution(resolution) => resolution.session(),
        }
    }
}

/// Puts files behind others; one that is there already is not there twice.
pub fn join_attachments(into: &mut Vec<Attachment>, others: Vec<Attachment>) {
    for other in others {
        if !into.contains(&other) {
            into.push(other);
        }
    }
}

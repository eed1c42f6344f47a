//! Who may speak in a session. Does not know how they are found.

use crate::domain::ids::SeatId;

/// Someone who may speak in a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The name; of a seat without a known person the seat's name.
    pub name: String,
    /// The post, where known.
    pub post: Option<String>,
    /// How the voice is known.
    pub known: KnownAs,
}

/// How a voice is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KnownAs {
    /// Sits in this seat on the day: its holder, or who stands in.
    Seat {
        /// The seat.
        seat: SeatId,
        /// Its name, the organisation.
        name: String,
    },
    /// A guest of the session.
    Guest,
    /// Spoke in this session or an earlier one of the body; the name is as it was written then.
    #[default]
    Earlier,
}

impl Voice {
    /// «نام، سمت», as a note has its speaker.
    pub fn written(&self) -> String {
        match self.post.as_deref().filter(|post| !post.trim().is_empty()) {
            Some(post) => format!("{}، {post}", self.name),
            None => self.name.clone(),
        }
    }
}

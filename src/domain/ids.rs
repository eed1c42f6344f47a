//! Ids: strings that stay the same for ever. Does not know how fresh ones are made; they are given.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as text, as it stands in records and in the store's keys.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

id!(
    /// Of a body (کارگروه، شورا).
    BodyId
);
id!(
    /// Of an organisation (دستگاه).
    OrganisationId
);
id!(
    /// Of a member seat (دستگاه عضو).
    SeatId
);
id!(
    /// Of a session (جلسه). Never contains a slash: notes, attendance and resolutions have their session's id in
    /// front of theirs.
    SessionId
);
id!(
    /// Of a note: `<session>/<own part>`.
    NoteId
);
id!(
    /// Of a resolution: `<session>/<own part>`, so that a session's resolutions lie together in the store.
    ResolutionId
);

id!(
    /// Of a correction of final minutes: `<session>/<own part>`.
    CorrectionId
);

impl ResolutionId {
    /// The id of resolution `own` (fresh, without a slash) in `session`.
    pub fn in_session(session: &SessionId, own: &str) -> Self {
        Self(format!("{session}/{own}"))
    }

    /// The session that the id names.
    pub fn session(&self) -> SessionId {
        session_part(&self.0)
    }
}

impl NoteId {
    /// The id of note `own` (fresh, without a slash) in `session`.
    pub fn in_session(session: &SessionId, own: &str) -> Self {
        Self(format!("{session}/{own}"))
    }

    /// The session that the id names.
    pub fn session(&self) -> SessionId {
        session_part(&self.0)
    }
}

impl CorrectionId {
    /// The id of correction `own` (fresh, without a slash) in `session`.
    pub fn in_session(session: &SessionId, own: &str) -> Self {
        Self(format!("{session}/{own}"))
    }

    /// The session that the id names.
    pub fn session(&self) -> SessionId {
        session_part(&self.0)
    }
}

fn session_part(id: &str) -> SessionId {
    SessionId(id.split('/').next().unwrap_or_default().to_owned())
}

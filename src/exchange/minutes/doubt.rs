//! What the reader of minutes is not sure of, with the line of the source that it stands in: a person decides.
//! Knows no sentence that tells a person of it.

use crate::domain::attendance::Presence;
pub use crate::domain::reading_profile::ColumnMeaning;

/// Something that was read, but may mean something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Number of the line in the input, from 1; 0 where it is about the whole.
    pub number: usize,
    /// The line, or the part of it that is meant, as written.
    pub text: String,
    /// What is not sure.
    pub kind: DoubtKind,
}

/// The kinds of doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoubtKind {
    /// The head of a column is in no list; what the column holds was told by its cells.
    ColumnByItsCells {
        /// The head as written; empty where there is none.
        head: String,
        /// What it was taken for.
        role: ColumnMeaning,
    },
    /// One name stands in two places of the attendance, each saying something else.
    NamedTwice {
        /// The name as written.
        name: String,
    },
    /// A seat of the body stands in two places of the attendance, each saying something else.
    SeatTwice {
        /// The seat.
        seat: String,
        /// What the first place says.
        first: Presence,
        /// What the second one says.
        second: Presence,
        /// What was recorded.
        taken: Presence,
    },
    /// A name of the attendance is like that of a seat, and not the same; the seat was not ticked by it.
    PerhapsSeat {
        /// The name as written.
        name: String,
        /// The seat.
        seat: String,
    },
    /// A name that was missed is no seat of the body, and made one.
    SeatIsNew {
        /// The name as written.
        name: String,
    },
    /// A date that is none («۱۴۰۴/۱۳/۴۰»).
    NoSuchDay {
        /// The date as written.
        written: String,
    },
    /// A row with a number that stands where resolutions stand and is none of those that were read.
    RowIsNoResolution,
    /// The source numbers more rows than became resolutions.
    RowsMissing {
        /// Rows with a number in the source.
        numbered: usize,
        /// Resolutions that were read.
        read: usize,
    },
}

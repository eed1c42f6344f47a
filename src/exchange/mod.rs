//! Minutes in and out, as bytes and plain values.

mod minutes;

pub use minutes::{
    DecodeError, MOST_BYTES, RawLine, ReadAnnex, ReadAttendance, ReadClause, ReadKind, ReadMinutes, ReadNote,
    ReadResolution, ReadStatus, decode, read_minutes, words_lost,
};

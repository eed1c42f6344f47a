//! Minutes in and out, as bytes and plain values. Knows no files and no store.

pub mod archive;
mod cell_rows;
pub mod docx;
pub mod format;
pub mod html;
pub mod ics;
mod incoming;
pub mod listing_json;
pub mod markdown;
pub mod members_csv;
mod minutes;
mod own_fonts;
pub mod paper;
pub mod pdf;
mod pieces;
pub mod plain_text;
pub mod schedule;
pub mod sheet;
pub mod sheet_csv;
pub mod xlsx;

pub use incoming::{FileShape, FromPages, IncomingText, NotTaken, Transcript, incoming_text, minutes_of_csv};
pub use minutes::{
    ColumnMeaning, DecodeError, Doubt, DoubtKind, MOST_BYTES, RawLine, ReadAnnex, ReadAttendance, ReadClause,
    ReadGuest, ReadKind, ReadMinutes, ReadNote, ReadResolution, ReadStatus, decode, read_minutes,
    read_minutes_by, with_rare_labels, words_lost,
};

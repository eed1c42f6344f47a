//! Minutes as offices have them: decoded text to plain values, in layers.
//! Knows no office of its own: bodies, seats and organisations stay names as written.
mod attendance;
mod decode;
mod enumerate;
mod labels;
mod lines;
mod markup;
mod names;
mod notes;
mod title;
mod values;
mod when;
mod words;

pub use decode::{DecodeError, MOST_BYTES, decode};
pub use values::{
    RawLine, ReadAnnex, ReadAttendance, ReadKind, ReadMinutes, ReadNote, ReadResolution, ReadStatus,
};
pub fn read_minutes(text: &str) -> ReadMinutes {
    ReadMinutes::default()
}
pub fn words_lost(text: &str, read: &ReadMinutes) -> Vec<String> {
    vec![]
}

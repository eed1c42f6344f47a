//! Minutes as offices have them: decoded text to plain values, in layers.
//! Knows no office of its own: bodies, seats and organisations stay names as written.
//!
//! [`lines`] makes lines and rows of cells out of tabs, pipes and HTML; [`reader`] walks through them and knows in which
//! part of the minutes it is; [`headings`] knows the words that open a part; the other files read one kind of part each.
//! Whatever is used up goes to `understood`, whatever fits nowhere to `raw`; [`account`] proves that no word is missing.

mod account;
mod agenda;
mod attendance;
mod bodies;
mod borders;
mod brackets;
mod builder;
mod by_profile;
mod closing;
mod columns;
mod decode;
mod doubt;
mod duty;
mod enumerate;
mod finish;
mod gaps;
mod head;
mod head_lines;
mod head_rows;
mod head_text;
#[rustfmt::skip]
mod head_words;
mod headings;
mod heads;
mod judge;
#[rustfmt::skip]
mod label_words;
mod labels;
mod lattice;
mod layout;
mod lines;
mod listed;
mod loose_rows;
mod markup;
mod matching;
mod mend;
mod names;
mod notes;
mod opening;
mod pairs;
mod phrases;
mod pieces;
mod reader;
mod resolutions;
mod roll;
mod roll_line;
mod roll_marks;
mod roll_rows;
mod row_cells;
mod row_marks;
mod rows;
mod side_tables;
mod signing;
mod table_open;
mod tables;
mod tail;
mod tally;
mod terms;
#[cfg(test)]
mod tests;
mod title;
mod told;
mod values;
#[rustfmt::skip]
mod vocabulary;
mod when;
mod words;

pub use account::words_lost;
pub(super) use decode::hidden_line;
pub use decode::{DecodeError, MOST_BYTES, decode};
pub use doubt::{ColumnMeaning, Doubt, DoubtKind};
pub use judge::with_rare_labels;
pub(in crate::exchange) use markup::entity_at;
pub use values::{
    RawLine, ReadAnnex, ReadAttendance, ReadClause, ReadGuest, ReadKind, ReadMinutes, ReadNote,
    ReadResolution, ReadStatus,
};

use crate::domain::reading_profile::ReadingProfile;

/// Reads minutes from decoded text: a pure function, linear in the length of the text, that accepts any text.
///
/// What is not understood is kept in [`ReadMinutes::raw`]; text that is not minutes in Persian is kept there whole.
pub fn read_minutes(text: &str) -> ReadMinutes {
    with_lost_lines(text, reader::read(text))
}

/// As [`read_minutes`], of a body about whose minutes a person has said something.
pub fn read_minutes_by(text: &str, profile: &ReadingProfile) -> ReadMinutes {
    with_lost_lines(text, reader::read_by(text, profile))
}

/// The last net: lines with words that the reader did not account for are kept raw.
fn with_lost_lines(text: &str, read: ReadMinutes) -> ReadMinutes {
    let lost = words_lost(text, &read);
    if lost.is_empty() {
        return read;
    }
    let mut read = read;
    read.raw.push(RawLine {
        number: 0,
        text: lost.join(" "),
    });
    read
}

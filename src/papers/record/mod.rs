//! A record of the journal in words: its name, and each of its fields with what was recorded.
//! Does not know what is derived from a record, nor which entry changed it.

mod fields;
mod office;
mod resolution;
mod session;
mod signed;

use crate::domain::ids::{BodyId, OrganisationId, SeatId};
use crate::exchange::paper::{LabelledText, Text};
pub use crate::office::query::Record;
use crate::say;
use crate::words::Words;
use std::collections::HashMap;

/// What the ids in records are called today.
#[derive(Debug, Default)]
pub struct RecordNames {
    /// Bodies.
    pub bodies: HashMap<BodyId, String>,
    /// Seats.
    pub seats: HashMap<SeatId, String>,
    /// Organisations.
    pub organisations: HashMap<OrganisationId, String>,
}

impl RecordNames {
    /// The name of a body, or its id where it is gone.
    fn body<'a>(&'a self, id: &'a BodyId) -> &'a str {
        self.bodies.get(id).map_or(id.as_str(), String::as_str)
    }

    /// The name of a seat, or its id where it is gone.
    fn seat<'a>(&'a self, id: &'a SeatId) -> &'a str {
        self.seats.get(id).map_or(id.as_str(), String::as_str)
    }

    /// The name of an organisation, or its id where it is gone.
    fn organisation<'a>(&'a self, id: &'a OrganisationId) -> &'a str {
        self.organisations.get(id).map_or(id.as_str(), String::as_str)
    }
}

impl Record {
    /// What sort of record it is, with its name or number where it has one.
    pub(super) fn name(&self, words: &Words, names: &RecordNames) -> Text {
        let kind = |id, name: &str| Text::joined([Text::ours(words.say(id)), Text::stored(name)], " ");
        let numbered = |id, number: u32| Text::ours(words.say_with(id, &[("number", number.into())]));
        match self {
            Record::Body(body) => kind("head-body", &body.name),
            Record::Organisation(one) => kind("column-organisation", &one.name),
            Record::Seat(seat) => kind("paper-seat", &seat.name),
            Record::Session(one) => Text::ours(say::session_name(words, one, names.body(&one.body))),
            Record::Note(_) => Text::ours(words.say("field-note")),
            Record::Attendance(one) => {
                let seat = names.seat(&one.seat);
                Text::ours(words.say_with("corrected-attendance", &[("seat", seat.into())]))
            }
            Record::Resolution(one) => Text::ours(match one.row {
                Some(row) => words.say_with("resolution-title", &[("row", row.into())]),
                None => words.say("resolution-title-bare"),
            }),
            Record::Source(source) => kind("paper-source", &source.name),
            Record::Correction(one) => numbered("paper-correction", one.number),
            Record::SignedMinutes(one) => numbered("paper-signed-version", one.version),
        }
    }

    /// Everything recorded in it that people read, field by field; each has a label of its own.
    pub(super) fn fields(&self, words: &Words, names: &RecordNames) -> Vec<LabelledText> {
        LabelledText::filled(match self {
            Record::Body(body) => office::body(words, body),
            Record::Organisation(one) => office::organisation(words, one),
            Record::Seat(seat) => office::seat(words, seat, names),
            Record::Session(one) => session::session(words, one, names),
            Record::Note(one) => session::note(words, one),
            Record::Attendance(one) => session::attendance(words, one),
            Record::Resolution(one) => resolution::resolution(words, one),
            Record::Source(one) => session::source(words, one),
            Record::Correction(one) => session::correction(words, one, names),
            Record::SignedMinutes(one) => signed::signed_minutes(words, one),
        })
    }

    /// Its place among others of its session. Places are counted in steps that mean nothing to a person; that one
    /// changed is worth a word.
    pub(super) fn position(&self) -> Option<u32> {
        match self {
            Record::Note(note) => Some(note.position),
            Record::Resolution(resolution) => Some(resolution.position),
            Record::Body(_)
            | Record::Organisation(_)
            | Record::Seat(_)
            | Record::Session(_)
            | Record::Attendance(_)
            | Record::Source(_)
            | Record::Correction(_)
            | Record::SignedMinutes(_) => None,
        }
    }
}

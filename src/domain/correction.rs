//! A correction (اصلاحیه) of final minutes: a record of its own that says what was and what shall be, in words and
//! field by field. The minutes stay as they were signed. Does not know the records it is about.

mod field;

use super::Extra;
use super::ids::{CorrectionId, NoteId, ResolutionId, SeatId};
use crate::calendar::Day;
pub use field::{Correctable, CorrectedField, FieldChange, NotCorrectable};
use serde::{Deserialize, Serialize};

/// One correction. It is never changed afterwards; a correction of it is the next one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Its id; the session is in it.
    pub id: CorrectionId,
    /// Its number in the session, from 1.
    pub number: u32,
    /// The day it was made.
    pub date: Day,
    /// Who made it.
    #[serde(default)]
    pub by: Option<String>,
    /// The record it is about.
    pub about: Corrected,
    /// What stands in the minutes; empty where something was left out of them.
    #[serde(default)]
    pub was: String,
    /// What shall be read instead; empty where something is to be struck out.
    #[serde(default)]
    pub shall_be: String,
    /// The fields that it sets right; none where it is of words alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<FieldChange>,
    /// The version of the minutes that it corrects, from 1.
    #[serde(default = "first_version", skip_serializing_if = "is_first_version")]
    pub version: u32,
    /// Why.
    pub reason: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

fn first_version() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_first_version(version: &u32) -> bool {
    *version == first_version()
}

/// The record that a correction is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Corrected {
    /// The head of the session, its agenda, guests and annexes.
    #[default]
    Session,
    /// How a seat was filled.
    Attendance(SeatId),
    /// A note.
    Note(NoteId),
    /// A resolution.
    Resolution(ResolutionId),
}

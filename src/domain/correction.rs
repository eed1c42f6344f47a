//! A correction (اصلاحیه) of final minutes: a record of its own that says what was and what shall be. The minutes stay
//! as they were signed. Does not know the records it is about.

use super::Extra;
use super::ids::{CorrectionId, NoteId, ResolutionId, SeatId};
use crate::calendar::Day;
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
    /// Why.
    pub reason: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
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

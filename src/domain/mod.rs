//! What the minutes are made of: plain values and pure functions.
//! Knows no disk, screen, clock or chance: days and ids are given.
//!
//! Every record has `extra` (fields of a later version, kept and written back).

pub mod absence;
pub mod agenda_title;
pub mod approval;
pub mod attachment;
pub mod attendance;
pub mod body;
pub mod clocks;
pub mod closing;
pub mod correction;
pub mod deadline;
pub mod fee;
pub mod figures;
pub mod following;
pub mod ids;
pub mod likeness;
pub mod minutes_layout;
pub mod names;
pub mod organisation;
pub mod parts;
pub mod preparing;
pub mod reading_profile;
pub mod reference;
pub mod resolution;
pub mod room;
pub mod seat;
pub mod session;
pub mod signed_minutes;
pub mod stretch;
pub mod term;
pub mod verification;
pub mod vote;
pub mod warnings;
pub mod wording;

/// Fields that this version does not know; kept so that an older program does not destroy newer data.
pub type Extra = serde_json::Map<String, serde_json::Value>;

//! What the minutes are made of: plain values and pure functions.

pub mod wording;

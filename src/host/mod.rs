//! The process that owns the store and the terminal: events in; answers, frames and a clean end out.
//! Does not know what a session is; `app` decides what is shown, `office` what is changed.
//!
//! Three threads: one reads the terminal, one carries out effects on the store, and this one turns messages into
//! frames. The screen never waits for the disk.

pub mod clock;
mod desk;
mod events;
mod keys;
mod office_worker;
pub mod panics;
pub mod terminal;
pub mod trace;
pub mod ways;

pub use desk::{Ended, Setting, run};

//! The process that owns the store and the terminal: events in; answers, frames and a clean end out.
//! Does not know what a session is; `app` decides what is shown, `office` what is changed.
//!
//! Threads: two read the terminal, one waits for signals, one carries out effects on the store, and this one turns
//! messages into frames. While an editor outside has the terminal, the reading is kept from it and one more thread waits
//! for its end. The screen never waits for the disk, nor for an answer of the terminal.

mod asking;
mod card;
pub mod clock;
mod desk;
mod display;
mod editor;
mod events;
pub mod input;
pub mod kinds;
mod lent;
mod office_worker;
pub mod panics;
pub mod printed;
mod printing;
pub mod screen;
mod settings_file;
pub mod terminal;
pub mod trace;
mod tuning;
pub mod ways;

pub use asking::{read_line, settle};
pub use desk::{Ended, Setting, run};
pub use printing::Printing;
pub use settings_file::SettingsFile;
pub use tuning::Bidi;

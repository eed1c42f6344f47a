//! The process that owns the store and the terminal: events in; answers, frames and a clean end out.
//! Does not know what a session is; `app` decides what is shown, `office` what is changed.
//!
//! A desk is one person at one terminal, without the wire: what comes in is fed to it, and it says what is to be written,
//! what is to be done and when it wakes. It is a value like others; any number of them may live in one process. `run`
//! is what stands around the one desk of this process's own terminal.
//!
//! Threads: two read the terminal, one writes to it, one waits for signals, one carries out effects on the store, two beside it
//! answer long questions and give documents out, one sees to backups, and this one turns
//! events into frames. While an editor outside has the terminal, the reading is kept from it and one more thread waits
//! for its end. A frame is held for the disk, for a moment and no longer; the screen never waits for it, nor for an
//! answer of the terminal.

mod around;
mod asking;
mod backups;
mod card;
pub mod clock;
mod copied;
mod desk;
mod display;
pub mod dressed;
mod editor;
mod events;
mod giver;
pub mod giving;
pub mod input;
pub mod kinds;
mod lent;
mod line_writer;
mod office_worker;
mod pace;
pub mod panics;
pub mod printed;
mod printing;
mod run;
pub mod screen;
mod settings_file;
pub mod stopping;
pub mod taken;
mod taker;
pub mod terminal;
pub mod throw_away;
pub mod trace;
mod tuning;
pub mod ways;

pub use around::Ended;
pub use asking::{read_line, settle};
pub use printing::Printing;
pub use run::{Setting, run};
pub use settings_file::SettingsFile;
pub use tuning::Bidi;

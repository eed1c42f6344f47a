//! The only door to a change: commands, queries, and the rules between them and the store. Knows no screens.
//!
//! A command, an actor, a moment and fresh ids go in; an answer or a refusal comes out; the change is one journal
//! entry and one transaction. Undo and history come from that journal.

mod agenda;
pub mod command;
mod document;
pub mod execute;
mod final_minutes;
mod found;
pub mod health;
mod hits;
pub mod import;
pub mod imported;
mod kept;
mod lookup;
mod matching;
mod meeting;
mod notes;
mod progress;
pub mod query;
pub mod quick;
pub mod read;
pub mod report;
mod resolutions;
mod review;
mod roll;
mod said;
mod sessions;
mod similar;
mod standing;
pub mod transaction;
mod undo;
mod voices;

#[cfg(test)]
mod hits_tests;
#[cfg(test)]
mod lookup_tests;
#[cfg(test)]
mod tests;

pub use execute::execute;

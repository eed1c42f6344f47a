//! The commands, by the real program: what they print, store, refuse and exit with.
//! It does not know how a command does its work.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a story or a list of cases is read from its start to its end"
)]

mod attachments;
mod bad_input;
mod commands;
mod export;
mod final_minutes;
mod import;
mod import_told;
mod kept;
mod office;
mod records;
mod removal;
mod report;
mod schema;
mod signed;

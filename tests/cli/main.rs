//! The commands, by the real program: what they print, store, refuse and exit with.
//! It does not know how a command does its work.

mod bad_input;
mod commands;
mod final_minutes;
mod import;
mod office;
mod report;

//! The house itself: its arrows and circles, its dependencies, and that no file of tests is forgotten.
//! It does not know what the program does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]

mod arrows;
mod circles;
mod dependencies;
mod every_file;
mod names;
mod source;

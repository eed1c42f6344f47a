//! The store, by what anyone may rely on who uses it, damage among it.
//! It does not know how the store keeps what it is given.
//!
//! No test here starts a process: until that runs its program it holds the locks of every store open here, and one that
//! is opened again in that moment is refused. Those that start one are in `tests/crash`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a story or a list of cases is read from its start to its end"
)]

mod backup;
mod contract;
mod damage;
mod earlier;
mod mend;
mod model;
mod place;
mod records;

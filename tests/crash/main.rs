//! The store in a process that is killed, or whose disk is full.
//! It does not know how the store keeps what it is given.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a story or a list of cases is read from its start to its end"
)]

mod drafts;
mod flips;
mod full;
mod kill;
mod power;
#[path = "../store/records.rs"]
#[expect(dead_code, reason = "the other tests of the store need all of it")]
mod records;
#[path = "../../benches/archive/rows.rs"]
mod rows;

use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

static ALONE: Mutex<()> = Mutex::new(());

/// Keeps the other tests here waiting while this is held. A process that is being started holds the locks of every
/// store that is open here until it runs its program; a store that is opened again in that moment is refused.
fn alone() -> MutexGuard<'static, ()> {
    // A test that failed has left nothing behind that another would see.
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A number that may be given in the environment: how long a test goes on.
fn option(name: &str, usual: usize) -> usize {
    let given = std::env::var(name).ok().and_then(|given| given.parse().ok());
    given.unwrap_or(usual)
}

/// This program, to run one of its ignored tests in a process of its own, whose output can be read.
fn program_of(test: &str) -> Command {
    let mut program = Command::new(std::env::current_exe().unwrap());
    program
        .args(["--ignored", "--exact", test, "--nocapture"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    program
}

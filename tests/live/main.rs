//! A meeting kept live: the screen's keys over a real office, and how many of them a task takes. Knows no terminal.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a story or a list of cases is read from its start to its end"
)]

mod agenda;
mod judged;
mod long;
mod meeting;
#[allow(dead_code, reason = "what a frame cost is looked at in `tests/replay`")]
mod painter;
mod roll_call;
mod script;
mod story;
mod talk;

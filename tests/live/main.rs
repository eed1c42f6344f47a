//! A meeting kept live: the screen's keys over a real office, and how many of them a task takes. Knows no terminal.

mod agenda;
mod long;
mod meeting;
#[allow(dead_code, reason = "what a frame cost is looked at in `tests/replay`")]
mod painter;
mod roll_call;
mod script;
mod story;
mod talk;

//! A meeting kept live: the screen's keys over a real office, and how many of them a task takes. Knows no terminal.

mod agenda;
mod long;
mod meeting;
mod painter;
mod roll_call;
mod script;
mod story;
mod talk;

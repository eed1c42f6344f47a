//! dabir (دبیر): the minutes of councils and working groups, kept in a terminal, in Persian.
//!
//! # The map
//!
//! Each room is a folder with a `mod.rs` that lists what it gives. Arrows point down this table only:
//! a room may use rooms below it and never one above. `tests/house/arrows.rs` reads what each file names and keeps it so.
//!
//! | room | what it is | what it does not know |
//! |---|---|---|
//! | [`cli`] | commands for people and scripts | how a screen is drawn |
//! | [`host`] | the process that owns the store and the terminal | what a session is |
//! | [`app`] | one person's screen as data: `update` and `view` | disk, terminal, clock |
//! | [`papers`] | documents as a tree: sessions, resolutions, changes; and as lines for a screen | files, formats |
//! | [`say`] | names, refusals, figures, clocks in a person's words | where they are shown |
//! | [`ui`] | a right-to-left canvas and widgets over ratatui | the domain |
//! | [`words`] | every sentence a person sees, Persian and English | who says it |
//! | [`office`] | commands, queries and the rules between them and the store | screens |
//! | [`exchange`] | minutes in and out, as bytes and plain values: the tree of a document, a writer for each format | files, the store |
//! | [`search`] | the filter grammar, how a row is matched, and the index | the store's files |
//! | [`store`] | the journal (the truth on disk) and sled (everything, ready to read) | rules, people |
//! | [`domain`] | bodies, seats, sessions, attendance, resolutions, deadlines, legal clocks, figures | disk, screen, clock, chance |
//! | [`calendar`] | Jalali days, times of day, spans | everything but how digits and letters are written |
//! | [`text`] | Persian text: folding, digits, bidi lines, shaping, widths, the edit buffer | everything else |
//! | [`files`] | files written whole or not at all; why a disk refuses | what they hold |
//!
//! # One keystroke
//! terminal event → `host` → key position (the Persian layout gives the same command as the Latin one, except inside
//! a text field) → [`app`]'s `update` → model + effects → `view` → [`ui`] canvas → [`text`]'s line, the only place
//! where logical order becomes visual order → `host::ways`, for terminals that order text themselves →
//! `host::screen`, which knows what the terminal shows and gives what differs → one write.
//!
//! What the commands print takes the end of that road, a row at a time: [`cli`] paints it on a [`ui`] canvas, and
//! `host::printed` rewrites it and writes it out.
//!
//! # One saved change
//! form → `Effect::Do` → `host` → `Office::execute` → rules → one journal entry, appended and fdatasync'd →
//! one sled transaction → what the effect wants read anew is read → «ثبت شد» is said only now, together with that.
//! Import, the commands and undo take the same road.
//!
//! # Invariants
//! - Only `store` names sled. Only `host` and `cli` touch a terminal or the clock. Time and fresh ids are arguments.
//! - The journal is the truth; sled can be rebuilt from it whole, and is compared with it at every open (of a large
//!   store its records are compared behind the opening). The index of `search` is a copy of a copy, asked for
//!   which records to read and for the day and number of their session, never for what they say; it answers exactly as
//!   reading all of them would.
//! - A file that must be whole is written by `files` alone, beside its place first.
//! - Text is stored as written. Folding, digits and order are decided when it is shown or compared.

#![cfg_attr(
    test,
    allow(
        clippy::too_many_lines,
        reason = "a list of cases is read from its start to its end"
    )
)]

pub mod app;
pub mod calendar;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod files;
pub mod host;
pub mod office;
pub mod papers;
pub mod say;
pub mod search;
pub mod store;
pub mod text;
pub mod ui;
pub mod words;

//! What a person hears of an export while it lasts and when it has ended, and how she stops it.
//! Does not know what is written.

use super::super::call::Call;
use crate::app::giving::{GivePlace, path_said};
use crate::host::read_line;
use crate::host::stopping::{StopWish, TellingPace};
use crate::papers::issue::Unaddressed;
use std::io::{IsTerminal, Write, stderr, stdin};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// An export under way.
pub(super) struct Told<'a> {
    call: &'a Call,
    stop: StopWish,
    pace: TellingPace,
    shown: bool,
}

impl<'a> Told<'a> {
    /// One that begins now. Until it ends Ctrl-C stops it between two files.
    pub(super) fn new(call: &'a Call) -> Told<'a> {
        Told {
            call,
            stop: StopWish::by_interrupt(),
            pace: TellingPace::begin(),
            shown: false,
        }
    }

    /// Tells how far it has come where it is time for it, and whether it goes on.
    pub(super) fn go_on(&mut self, done: usize, all: usize) -> ControlFlow<()> {
        if self.stop.is_asked() {
            return ControlFlow::Break(());
        }
        if self.pace.is_due() && stderr().is_terminal() {
            self.shown = true;
            let words = &self.call.words;
            // Numbers alone read the same in every terminal, whatever it does to the order of letters.
            let line = format!("\r{}/{} ", words.number(done), words.number(all));
            let _ = stderr().write_all(line.as_bytes());
        }
        ControlFlow::Continue(())
    }

    /// Clears what stands on the line.
    pub(super) fn end(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = stderr().write_all(b"\r\x1b[K");
        }
    }
}

/// What is on the disk now.
pub(super) fn given(call: &Call, target: &GivePlace, files: &[PathBuf]) -> String {
    match (target, files) {
        (_, [file]) => call.say_with("export-done", &[("path", path_said(file).into())]),
        (GivePlace::File(path) | GivePlace::Folder(path), files) => {
            let args = [("count", files.len().into()), ("path", path_said(path).into())];
            call.say_with("export-done-many", &args)
        }
    }
}

/// Says which resolutions no letter tells anybody.
pub(super) fn without_responsible(call: &Call, unaddressed: &[Unaddressed]) {
    if unaddressed.is_empty() {
        return;
    }
    let name = |one: &Unaddressed| {
        let row = one.row.map(|row| call.words.number(row));
        let parts = row.into_iter().chain(one.clauses.iter().cloned());
        let place = parts.collect::<Vec<_>>().join(" ");
        match place.is_empty() {
            true => one.name.clone(),
            false => place,
        }
    };
    let rows: Vec<String> = unaddressed.iter().map(name).collect();
    let args = [("rows", rows.join("، ").into())];
    call.output
        .word(&call.say_with("export-without-responsible", &args));
}

/// Asks whether what is there already is replaced, where somebody is there to answer.
pub(super) fn replaces(call: &Call, what_is_there: &str) -> bool {
    if !stdin().is_terminal() || !stderr().is_terminal() {
        return false;
    }
    let question = call.say("export-ask-replace");
    call.output.question(&format!("{what_is_there}\n{question}"));
    // Nothing more to be read is an empty answer.
    let answer = read_line().unwrap_or_default();
    matches!(
        answer.trim().to_lowercase().as_str(),
        "y" | "yes" | "بله" | "ب" | "آری"
    )
}

//! `dabir undo` and `dabir redo`: this user's last change taken back, or brought again. Does not know what it was.

use super::args::Format;
use super::call::Call;
use super::fault::Fault;
use super::listing;
use crate::office::command::Command;
use serde::Serialize;

#[derive(Serialize)]
struct ListedTakingBack {
    command: Option<String>,
    entry: Option<u64>,
}

/// Takes back.
pub(super) fn undo(call: &Call) -> Result<(), Fault> {
    run(call, Command::Undo, "did-undo")
}

/// Brings again.
pub(super) fn redo(call: &Call) -> Result<(), Fault> {
    run(call, Command::Redo, "did-redo")
}

fn run(call: &Call, command: Command, sentence: &str) -> Result<(), Fault> {
    let office = call.open_office()?;
    let done = call.execute(&office, command);
    let done = done.map_err(|failure| call.failed(&office, &failure))?;
    if call.format == Format::Json {
        let told = ListedTakingBack {
            command: done.about,
            entry: done.entry,
        };
        return listing::write_json(call, &told);
    }
    let what = done.about.map(|name| {
        let id = format!("command-{name}");
        if call.words.has(&id) { call.say(&id) } else { name }
    });
    call.print(&call.say_with(sentence, &[("what", what.unwrap_or_default().into())]))
}

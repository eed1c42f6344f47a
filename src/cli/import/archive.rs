//! Importing an archive. Does not know how its records are stored.

use super::super::fault::Fault;
use super::Import;
use crate::exchange::archive::{Archive, ArchiveError, read_archive};
use crate::office::command::Command;

/// Takes in a whole archive.
pub(super) fn import(import: &Import, name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let call = import.call;
    let archive = read_archive(bytes).map_err(|error| match error {
        ArchiveError::NotAnArchive { line, column } => Fault::not_done(call.say_with(
            "archive-unreadable",
            &[("line", line.into()), ("column", column.into())],
        )),
        ArchiveError::LaterVersion(_) => Fault::not_done(call.say("archive-later")),
    })?;
    let counts = counts(import, name, &archive);
    let Some(office) = import.target() else {
        return call.print(&format!("{counts}\n{}", call.say("import-rehearsal")));
    };
    let done = call.execute(office, Command::ImportArchive(Box::new(archive)));
    let done = done.map_err(|failure| call.failed(office, &failure))?;
    let outcome = if done.entry.is_some() {
        "import-archive-done"
    } else {
        "import-nothing-new"
    };
    call.print(&format!("{counts}\n{}", call.say(outcome)))
}

fn counts(import: &Import, name: &str, archive: &Archive) -> String {
    let args = [
        ("file", name.into()),
        ("bodies", archive.bodies.len().into()),
        ("organisations", archive.organisations.len().into()),
        ("seats", archive.seats.len().into()),
        ("sessions", archive.sessions.len().into()),
        ("resolutions", archive.resolutions.len().into()),
    ];
    import.call.say_with("import-archive-counts", &args)
}

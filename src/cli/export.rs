//! `dabir export`: files for others. Does not know their formats.

use super::args::Export;
use super::call::Call;
use super::fault::Fault;
use super::sentences;
use crate::exchange::archive::write_archive;
use crate::files::{self, DiskError, Readers};
use crate::office::archive::whole_archive;
use std::io;
use std::path::Path;

/// Exports it.
pub(super) fn run(call: &Call, what: &Export) -> Result<(), Fault> {
    match what {
        Export::Archive(args) => archive(call, &args.to),
    }
}

fn archive(call: &Call, to: &Path) -> Result<(), Fault> {
    let office = call.read_office()?;
    let archive = whole_archive(&office).map_err(|failure| call.failed(&office, &failure))?;
    let bytes = write_archive(&archive);
    if to == Path::new("-") {
        return call.write(&bytes);
    }
    files::replace(to, Readers::AsBefore, |out| out.write_all(&bytes))
        .map_err(|error| not_written(call, to, &error))?;
    let (sessions, resolutions) = (archive.sessions.len(), archive.resolutions.len());
    let path = to.display().to_string();
    let args = [
        ("path", path.into()),
        ("sessions", sessions.into()),
        ("resolutions", resolutions.into()),
    ];
    call.output.word(&call.say_with("export-archive-done", &args));
    Ok(())
}

fn not_written(call: &Call, path: &Path, error: &io::Error) -> Fault {
    tracing::warn!(%error, "the file was not written");
    let about = |id: &str| call.say_with(id, &[("path", path.display().to_string().into())]);
    Fault::not_done(match DiskError::from(error) {
        DiskError::NotFound => about("write-no-folder"),
        DiskError::IsAFolder => about("write-is-folder"),
        error => sentences::of_disk(&call.words, "write-failed", path, error),
    })
}

//! `dabir export`: files for others. Does not know their formats.

use super::args::Export;
use super::call::Call;
use super::fault::Fault;
use crate::exchange::archive::write_archive;
use crate::office::import::whole_archive;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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
    write_whole(to, &bytes).map_err(|error| not_written(call, to, &error))?;
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

/// Writes a file so that it is there whole or not at all: beside its place first, then moved there.
fn write_whole(to: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut part: OsString = to.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&part, to));
    if moved.is_err() {
        // Whatever is left of it; the error says what went wrong.
        let _ = fs::remove_file(&part);
    }
    moved
}

fn not_written(call: &Call, path: &Path, error: &io::Error) -> Fault {
    let id = match error.kind() {
        io::ErrorKind::NotFound => "write-no-folder",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "write-not-allowed",
        io::ErrorKind::IsADirectory => "write-is-folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "write-full",
        _ => "write-failed",
    };
    Fault::not_done(call.say_with(id, &[("path", path.display().to_string().into())]))
}

//! `dabir import`: files of others into the store, one after the other. Does not know what is inside a file.

mod archive;
mod file;
mod members;
mod minutes;
mod report;
mod there;

use super::args::ImportArgs;
use super::call::Call;
use super::fault::Fault;
use crate::domain::body::Body;
use crate::exchange::minutes_of_csv;
use crate::office::Office;
use crate::office::read;
use crate::say::obstacles;
use file::{FileFault, FileKind};
use std::path::Path;

/// What an import is given, the same for every file.
struct Import<'a> {
    call: &'a Call,
    /// None for a rehearsal where there is no office yet.
    office: Option<&'a Office>,
    args: &'a ImportArgs,
}

/// Imports the files; one that cannot be taken does not keep the others out.
pub(super) fn run(call: &Call, args: &ImportArgs) -> Result<(), Fault> {
    let folder = call.store_folder()?;
    // A rehearsal makes nothing, not even an empty store.
    let is_there = std::fs::read_dir(&folder).is_ok_and(|mut names| names.next().is_some());
    let office = if args.dry_run && !is_there {
        None
    } else {
        Some(call.open_office()?)
    };
    let import = Import {
        call,
        office: office.as_ref(),
        args,
    };
    let mut code = None;
    for path in &args.files {
        if let Err(fault) = import.file(path) {
            let Some(sentence) = fault.sentence else {
                return Err(fault);
            };
            let about = call.say_with("import-failed", &[("file", path.display().to_string().into())]);
            call.output.word(&format!("{about}\n{sentence}"));
            code = Some(code.unwrap_or(0).max(fault.code));
        }
    }
    code.map_or(Ok(()), |code| Err(Fault::said(code)))
}

impl Import<'_> {
    fn file(&self, path: &Path) -> Result<(), Fault> {
        let kind = FileKind::of(path);
        let bytes = file::read(path, kind.most_bytes()).map_err(|fault| self.unreadable(&fault))?;
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        match kind.seen_in(&bytes) {
            FileKind::Archive => archive::import(self, &name, &bytes),
            FileKind::Members => match minutes_of_csv(&bytes) {
                Some(text) => minutes::import(self, &name, &bytes, text),
                None => members::import(self, &name, &bytes),
            },
            FileKind::Minutes => minutes::import(self, &name, &bytes, minutes::text(self, &bytes)?),
        }
    }

    fn unreadable(&self, fault: &FileFault) -> Fault {
        let call = self.call;
        Fault::not_done(match fault {
            FileFault::NotFound => call.say("file-not-found"),
            FileFault::Folder => call.say("file-is-folder"),
            FileFault::NotAllowed => call.say("file-not-allowed"),
            FileFault::Empty => call.say("file-empty"),
            FileFault::TooLarge { most } => {
                call.say_with("file-too-large", &[("most", (*most / file::MEGABYTE).into())])
            }
            FileFault::Unreadable(error) => {
                call.say_with("file-unreadable", &obstacles::of_disk(&call.words, *error))
            }
        })
    }

    /// The bodies of the office.
    fn bodies(&self) -> Result<Vec<Body>, Fault> {
        let Some(office) = self.office else {
            return Ok(Vec::new());
        };
        let bodies = read::bodies(office).map_err(|failure| self.call.failed(office, &failure))?;
        Ok(bodies.into_iter().map(|(body, _)| body).collect())
    }

    /// The office to write to; none in a rehearsal.
    fn target(&self) -> Option<&Office> {
        self.office.filter(|_| !self.args.dry_run)
    }
}

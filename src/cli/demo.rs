//! `dabir demo` and `dabir tutor`: the workspace on a throw-away store with the made-up office of `data/sample`.
//! Does not know what is in that office.

use super::call::Call;
use super::fault::Fault;
use super::workspace::{self, Whose};
use crate::exchange::archive::read_archive;
use crate::host::throw_away::ThrowAway;
use crate::office::Office;
use crate::office::command::Command;
use std::path::Path;

/// The made-up office.
const SAMPLE: &[u8] = include_bytes!("../../data/sample/office.json");

/// Opens the workspace on the sample office; with `no_open` it only fills the store.
pub(super) fn run(call: &Call, no_open: bool) -> Result<(), Fault> {
    if no_open {
        let office = call.open_office()?;
        fill(call, &office)?;
        let path = office.store().folder().display().to_string();
        call.output
            .word(&call.say_with("demo-filled", &[("path", path.into())]));
        return Ok(());
    }
    match &call.store_given {
        Some(folder) => open(call, folder, Whose::Sample),
        None => throw_away(call, Whose::Sample),
    }
}

/// Opens the workspace on the sample office with the lessons of the tutor, always on a store of its own: they begin at
/// the same place for everyone.
pub(super) fn tutor(call: &Call) -> Result<(), Fault> {
    throw_away(call, Whose::Lessons)
}

fn throw_away(call: &Call, whose: Whose) -> Result<(), Fault> {
    let folder = ThrowAway::named("demo");
    open(call, folder.path(), whose)
}

fn open(call: &Call, folder: &Path, whose: Whose) -> Result<(), Fault> {
    workspace::need_terminal(call)?;
    let office = call.open_office_in(folder)?;
    if office.store().last_seq() == 0 {
        fill(call, &office)?;
    }
    workspace::open(call, office, whose)
}

/// Puts the sample office into an empty store.
fn fill(call: &Call, office: &Office) -> Result<(), Fault> {
    if office.store().last_seq() > 0 {
        let path = office.store().folder().display().to_string();
        return Err(Fault::not_done(
            call.say_with("store-not-empty", &[("path", path.into())]),
        ));
    }
    // The sample is part of the program and its tests read it; a reader of it that fails is a fault of the program.
    let archive = read_archive(SAMPLE).map_err(|_| Fault::not_done(call.say("fault-program")))?;
    let filled = call.execute(office, Command::ImportArchive(Box::new(archive)));
    filled
        .map(|_| ())
        .map_err(|failure| call.failed(office, &failure))
}

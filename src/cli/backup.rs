//! `dabir backup` and `dabir restore`. Does not know what a backup looks like.

use super::call::Call;
use super::fault::Fault;
use super::sentences;
use crate::store::{Backup, Store};
use std::path::Path;

/// Writes a consistent copy of the store to a file.
pub(super) fn backup(call: &Call, file: &Path) -> Result<(), Fault> {
    let backup = Store::backup_of(&call.store_folder()?, file)
        .map_err(|error| sentences::store_fault(&call.words, &error))?;
    say(call, "backup-done", &backup, file);
    Ok(())
}

/// Makes a store, which must be empty, from a backup.
pub(super) fn restore(call: &Call, file: &Path) -> Result<(), Fault> {
    let folder = call.store_folder()?;
    let backup =
        Store::restore(&folder, file).map_err(|error| sentences::store_fault(&call.words, &error))?;
    say(call, "restore-done", &backup, &folder);
    Ok(())
}

fn say(call: &Call, id: &str, backup: &Backup, path: &Path) {
    let args = [
        ("entries", backup.last_seq.into()),
        ("bytes", backup.bytes.into()),
        ("path", path.display().to_string().into()),
    ];
    call.output.word(&call.say_with(id, &args));
}

//! `dabir backup` and `dabir restore`. Does not know what a backup looks like.

use super::call::Call;
use super::fault::Fault;
use super::{sentences, signed};
use crate::office::soundness;
use crate::store::{Backup, KeptFiles, Store};
use std::path::Path;

/// Writes a consistent copy of the store to a file.
pub(super) fn backup(call: &Call, file: &Path) -> Result<(), Fault> {
    let backup = Store::backup_of(&call.store_folder()?, file)
        .map_err(|error| sentences::store_fault(&call.words, &error))?;
    say(call, "backup-done", &backup, file);
    // A backup is of the journal; what lies beside it is not in it, and nobody shall think so.
    let kept = KeptFiles::of(&call.store_folder()?).count();
    if kept > 0 {
        let folder = call.store_folder()?.join("attachments").display().to_string();
        let args = [("count", kept.into()), ("path", folder.into())];
        call.output
            .word(&call.say_with("backup-without-attachments", &args));
    }
    Ok(())
}

/// Makes a store, which must be empty, from a backup.
pub(super) fn restore(call: &Call, file: &Path) -> Result<(), Fault> {
    let folder = call.store_folder()?;
    let backup =
        Store::restore(&folder, file).map_err(|error| sentences::store_fault(&call.words, &error))?;
    say(call, "restore-done", &backup, &folder);
    prove(call, &folder)
}

/// Reads everything that was restored: the chain, every record, and the minutes that were signed.
fn prove(call: &Call, folder: &Path) -> Result<(), Fault> {
    let office = call.open_office_in(folder)?;
    let failed = |failure| call.failed(&office, &failure);
    let report = office.store().check();
    let report = report.map_err(|error| sentences::store_fault(&call.words, &error))?;
    let mut damage = Vec::new();
    if !report.is_sound() {
        damage.push(sentences::damage(&call.words, folder, &report.faults));
    }
    let faults = soundness::faults(office.store()).map_err(failed)?;
    if !faults.is_empty() {
        damage.push(sentences::record_faults(&call.words, &faults));
    }
    if !damage.is_empty() {
        return Err(Fault::damaged(damage.join("\n")));
    }
    let signed = signed::checked(call, &office)?;
    if !signed.differing.is_empty() {
        return Err(Fault::damaged(signed.differing.join("\n")));
    }
    let args = [
        ("entries", report.entries.into()),
        ("signed", signed.signed.into()),
    ];
    call.output.word(&call.say_with("restore-proved", &args));
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

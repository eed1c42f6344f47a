//! `dabir check`: whether the store is sound, and `--rebuild`, which makes it so. Does not know what is in it.

use super::call::Call;
use super::fault::{DAMAGED, Fault};
use super::listing::{self, heads};
use super::sentences;
use super::table::TextTable;
use crate::host::clock;
use crate::store::Store;
use serde::Serialize;

#[derive(Serialize)]
struct Listed {
    tree: &'static str,
    records: u64,
}

/// Reads the whole store and says whether it is sound; with `rebuild` it is made again from its journal first.
pub(super) fn run(call: &Call, rebuild: bool) -> Result<(), Fault> {
    let folder = call.store_folder()?;
    if !folder.exists() {
        let path = folder.display().to_string();
        return Err(Fault::not_done(
            call.say_with("store-not-found", &[("path", path.into())]),
        ));
    }
    let lost = if rebuild { rebuild_store(call)? } else { false };
    let office = call.open_office_in(&folder)?;
    let report = office
        .store()
        .check()
        .map_err(|error| sentences::store_fault(&call.words, &error))?;
    let listed: Vec<Listed> = report
        .trees
        .iter()
        .map(|(tree, tally)| Listed {
            tree: tree.name(),
            records: tally.count,
        })
        .collect();
    listing::write(call, &listed, |words, listed| TextTable {
        heads: heads(words, &["head-tree", "head-records"]),
        rows: listed
            .iter()
            .map(|tree| vec![tree.tree.to_owned(), words.number(tree.records)])
            .collect(),
    })?;
    for gap in &report.gaps {
        let args = [("from", gap.from.into()), ("to", gap.to.into())];
        call.output.word(&call.say_with("check-gap", &args));
    }
    if !report.is_sound() {
        return Err(Fault::damaged(sentences::damage(
            &call.words,
            &folder,
            &report.faults,
        )));
    }
    let args = [
        ("entries", report.entries.into()),
        ("path", folder.display().to_string().into()),
    ];
    call.output.word(&call.say_with("check-sound", &args));
    // Sound again, but not whole: scripts must not take it for unharmed.
    if lost { Err(Fault::said(DAMAGED)) } else { Ok(()) }
}

/// Makes the store again; returns whether entries of the journal were lost.
fn rebuild_store(call: &Call) -> Result<bool, Fault> {
    let folder = call.store_folder()?;
    let rebuilt =
        Store::rebuild(&folder, clock::now()).map_err(|error| sentences::store_fault(&call.words, &error))?;
    let args = [
        ("entries", rebuilt.entries.into()),
        ("records", rebuilt.records.into()),
    ];
    call.output.word(&call.say_with("rebuild-done", &args));
    for path in &rebuilt.set_aside {
        call.output
            .word(&call.say_with("rebuild-aside", &[("path", path.display().to_string().into())]));
    }
    for gap in &rebuilt.gaps {
        let args = [
            ("from", gap.from.into()),
            ("to", gap.to.into()),
            ("recovered", rebuilt.recovered.into()),
        ];
        call.output.word(&call.say_with("rebuild-gap", &args));
    }
    Ok(!rebuilt.gaps.is_empty())
}

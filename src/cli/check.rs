//! `dabir check`: whether the store is sound, and `--rebuild`, which makes it so. Does not know what is in it.

use super::args::CheckArgs;
use super::call::Call;
use super::fault::{DAMAGED, Fault};
use super::listing::{self, heads};
use super::table::TextTable;
use super::{attachments, sentences, signed};
use crate::host::clock;
use crate::office::{read, soundness};
use crate::store::{ChainHead, CheckReport, Store};
use serde::Serialize;

#[derive(Serialize)]
struct Listed {
    tree: &'static str,
    records: u64,
}

/// Reads the whole store and says whether it is sound; with `rebuild` it is made again from its journal first.
pub(super) fn run(call: &Call, args: &CheckArgs) -> Result<(), Fault> {
    let folder = call.store_folder()?;
    if !folder.exists() {
        let path = folder.display().to_string();
        return Err(Fault::not_done(
            call.say_with("store-not-found", &[("path", path.into())]),
        ));
    }
    let lost = if args.rebuild { rebuild_store(call)? } else { false };
    let office = call.open_office_in(&folder)?;
    let report = office
        .store()
        .check()
        .map_err(|error| sentences::store_fault(&call.words, &error))?;
    call.say_mended(&office.store().take_mended());
    list_trees(call, &report)?;
    say_known(call, &report);
    let (mut damage, mut held) = (Vec::new(), None);
    if !report.is_sound() {
        damage.push(sentences::damage(&call.words, &folder, &report.faults));
    }
    let faults = soundness::faults(office.store()).map_err(|failure| call.failed(&office, &failure))?;
    if !faults.is_empty() {
        damage.push(sentences::record_faults(&call.words, &faults));
    }
    damage.extend(report.unknown_ends.iter().map(|end| {
        let path = end.display().to_string();
        call.say_with("check-unknown-end", &[("path", path.into())])
    }));
    if faults.is_empty() {
        let signed = signed::checked(call, &office)?;
        let files = read::attachments(&office).map_err(|failure| call.failed(&office, &failure))?;
        damage.extend(attachments::faults(call, &files, &folder)?);
        damage.extend(signed.differing.clone());
        held = Some(signed);
    }
    if !damage.is_empty() {
        return Err(Fault::damaged(damage.join("\n")));
    }
    let told = [
        ("entries", report.entries.into()),
        ("path", folder.display().to_string().into()),
    ];
    call.output.word(&call.say_with("check-sound", &told));
    heads_of_chain(call, office.store(), args.against.as_ref())?;
    held.iter().for_each(|signed| signed.say(call));
    // Sound again, but not whole: scripts must not take it for unharmed.
    if lost { Err(Fault::said(DAMAGED)) } else { Ok(()) }
}

/// The trees, each with how many records it has.
fn list_trees(call: &Call, report: &CheckReport) -> Result<(), Fault> {
    let listed: Vec<Listed> = report
        .trees
        .iter()
        .map(|(tree, tally)| Listed {
            tree: tree.name(),
            records: tally.count,
        })
        .collect();
    listing::write(call, &listed, |words, listed| TextTable {
        less: &[],
        heads: heads(words, &["head-tree", "head-records"]),
        rows: listed
            .iter()
            .map(|tree| vec![tree.tree.to_owned(), words.number(tree.records)])
            .collect(),
    })
}

/// Says what earlier mendings left on record.
fn say_known(call: &Call, report: &CheckReport) {
    for gap in &report.gaps {
        let args = [("from", gap.from.into()), ("to", gap.to.into())];
        call.output.word(&call.say_with("check-gap", &args));
    }
    if !report.wrong_befores.is_empty() {
        let args = [("count", report.wrong_befores.len().into())];
        call.output.word(&call.say_with("check-wrong-befores", &args));
    }
}

/// Says the head of the journal's chain, and whether everything up to an earlier head is as it was then.
fn heads_of_chain(call: &Call, store: &Store, against: Option<&ChainHead>) -> Result<(), Fault> {
    let fault = |error| sentences::store_fault(&call.words, &error);
    if let Some(head) = against {
        let args = [("entry", head.entry().into()), ("head", head.to_string().into())];
        match head.is_of(store).map_err(fault)? {
            true => call.output.word(&call.say_with("check-against-same", &args)),
            false => return Err(Fault::damaged(call.say_with("check-against-other", &args))),
        }
    }
    if let Some(head) = ChainHead::of(store).map_err(fault)? {
        let args = [("head", head.to_string().into())];
        call.output.word(&call.say_with("check-head", &args));
    }
    Ok(())
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
    if rebuilt.wrong_befores > 0 {
        let args = [("count", rebuilt.wrong_befores.into())];
        call.output.word(&call.say_with("rebuild-wrong-befores", &args));
    }
    Ok(!rebuilt.gaps.is_empty())
}

//! `dabir imports`: what was taken in from files, and how it goes again. Does not know how a file is read.

use super::args::{Format, ImportsArgs};
use super::call::Call;
use super::fault::Fault;
use super::listing::{self, heads};
use super::named::NamedRecord;
use super::output::without_marks;
use super::table::TextTable;
use super::{removal, sentences};
use crate::office::Office;
use crate::office::command::Removal;
use crate::office::transaction::CommandNote;
use crate::papers::history::when;
use crate::store::Entry;
use crate::text::digits::latin_digits;
use serde::Serialize;

#[derive(Serialize)]
struct ListedImport {
    entry: u64,
    at: String,
    actor: String,
    command: String,
    session: Option<String>,
}

/// Lists them, oldest first, or takes one away.
pub(super) fn run(call: &Call, args: &ImportsArgs) -> Result<(), Fault> {
    match &args.change {
        Some(change) => removal::change(call, change, named, |entry| {
            Removal::Import(entry.parse().unwrap_or_default())
        }),
        None => list(call),
    }
}

fn list(call: &Call) -> Result<(), Fault> {
    let office = call.read_office()?;
    let all = imports(call, &office)?;
    if call.format == Format::Json {
        let listed: Vec<ListedImport> = all.into_iter().map(listed).collect();
        return listing::write_json(call, &listed);
    }
    listing::write_table(call, |words| TextTable {
        less: &[],
        heads: heads(
            words,
            &["head-entry", "head-when", "head-who", "head-what", "head-about"],
        ),
        rows: all
            .iter()
            .map(|(note, entry)| {
                let session = note.session.as_ref().map(ToString::to_string);
                vec![
                    words.number(entry.seq),
                    when(words, entry.at),
                    entry.actor.clone(),
                    without_marks(&words.say(&format!("command-{}", note.name))),
                    session.unwrap_or_default(),
                ]
            })
            .collect(),
    })
}

fn listed((note, entry): (CommandNote, Entry)) -> ListedImport {
    ListedImport {
        entry: entry.seq,
        at: entry.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        actor: entry.actor,
        command: note.name,
        session: note.session.map(|id| id.to_string()),
    }
}

/// The entries that took something in.
fn imports(call: &Call, office: &Office) -> Result<Vec<(CommandNote, Entry)>, Fault> {
    let unread = |error| sentences::store_fault(&call.words, &error);
    let mut found = Vec::new();
    for entry in office.store().entries(1).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        let note: CommandNote = serde_json::from_str(entry.command.get()).unwrap_or_default();
        if note.name.starts_with("import_") && note.undoes.is_none() && note.redoes.is_none() {
            found.push((note, entry));
        }
    }
    Ok(found)
}

/// The import of this number, in any digits.
fn named(call: &Call, office: &Office, written: &str) -> Result<NamedRecord, Fault> {
    let number = latin_digits(written.trim()).parse::<u64>().ok();
    let all = imports(call, office)?;
    let found = all.iter().find(|(_, entry)| Some(entry.seq) == number);
    let (note, entry) = found
        .ok_or_else(|| Fault::not_done(call.say_with("imports-no-such", &[("entry", written.into())])))?;
    Ok(NamedRecord {
        id: entry.seq.to_string(),
        name: call.say_with(
            "imports-named",
            &[
                ("entry", entry.seq.into()),
                ("what", call.say(&format!("command-{}", note.name)).into()),
            ],
        ),
    })
}

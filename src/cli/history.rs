//! `dabir history`: the journal, when, who, what, before and after. Does not know how entries lie on the disk, nor how a
//! record is put into words.

mod told;

use super::args::Format;
use super::call::Call;
use super::fault::Fault;
use super::listing::{self, heads};
use super::output::without_marks;
use super::sentences;
use super::table::TextTable;
use crate::office::transaction::CommandNote;
use crate::papers::history::when;
use crate::store::{Change, Entry};
use crate::words::Words;
use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Serialize)]
struct Listed {
    entry: u64,
    at: String,
    actor: String,
    command: String,
    session: Option<String>,
    resolution: Option<String>,
    changes: Vec<ListedChange>,
}

#[derive(Serialize)]
struct ListedChange {
    record: String,
    before: Option<Box<RawValue>>,
    after: Option<Box<RawValue>>,
}

/// Lists the entries, oldest first; with an id those about that record, field by field.
pub(super) fn run(call: &Call, id: Option<&str>) -> Result<(), Fault> {
    let office = call.read_office()?;
    let mut entries: Vec<(CommandNote, Entry)> = Vec::new();
    let all = office
        .store()
        .entries(1)
        .map_err(|error| sentences::store_fault(&call.words, &error))?;
    for entry in all {
        let entry = entry.map_err(|error| sentences::store_fault(&call.words, &error))?;
        // An entry that stands for lost ones has no command.
        let note: CommandNote = serde_json::from_str(entry.command.get()).unwrap_or_default();
        if id.is_none_or(|id| is_about(id, &note, &entry)) {
            entries.push((note, entry));
        }
    }
    match (call.format, id) {
        (Format::Json, _) => {
            let listed: Vec<Listed> = entries
                .into_iter()
                .map(|(note, entry)| listed(note, entry))
                .collect();
            listing::write_json(call, &listed)
        }
        (Format::Table, Some(id)) if !entries.is_empty() => {
            let names = told::names(call, &office)?;
            call.print(&told::page(&call.words, id, &entries, &names))
        }
        _ => listing::write_table(call, |words| TextTable {
            less: &[],
            heads: heads(
                words,
                &[
                    "head-entry",
                    "head-when",
                    "head-who",
                    "head-what",
                    "head-about",
                    "head-changes",
                ],
            ),
            rows: entries
                .iter()
                .map(|(note, entry)| row(words, note, entry))
                .collect(),
        }),
    }
}

/// Whether an entry is about the record, or about something inside it.
fn is_about(id: &str, note: &CommandNote, entry: &Entry) -> bool {
    note.session
        .as_ref()
        .is_some_and(|session| session.as_str() == id)
        || entry.changes.iter().any(|c| is_inside(id, &c.key))
}

/// Whether a key is that of the record, or of something inside it.
fn is_inside(id: &str, key: &str) -> bool {
    key == id || key.strip_prefix(id).is_some_and(|rest| rest.starts_with('/'))
}

fn about(note: &CommandNote) -> String {
    let resolution = note.resolution.as_ref().map(ToString::to_string);
    resolution
        .or_else(|| note.session.as_ref().map(ToString::to_string))
        .unwrap_or_default()
}

fn record(change: &Change) -> String {
    format!("{}/{}", change.tree.name(), change.key)
}

fn listed(note: CommandNote, entry: Entry) -> Listed {
    let change = |c: Change| ListedChange {
        record: record(&c),
        before: c.before,
        after: c.after,
    };
    Listed {
        entry: entry.seq,
        at: entry.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        actor: entry.actor,
        command: note.name,
        session: note.session.map(|id| id.to_string()),
        resolution: note.resolution.map(|id| id.to_string()),
        changes: entry.changes.into_iter().map(change).collect(),
    }
}

/// What the command does, in words; a command of a later version by its name.
fn what(words: &Words, note: &CommandNote, entry: &Entry) -> String {
    if let Some(gap) = &entry.gap {
        let args = [("from", gap.from.into()), ("to", gap.to.into())];
        return words.say_with("history-gap", &args);
    }
    if !entry.wrong_befores.is_empty() {
        let args = [("count", entry.wrong_befores.len().into())];
        return words.say_with("history-wrong-befores", &args);
    }
    let id = format!("command-{}", note.name);
    let what = match words.has(&id) {
        true => words.say(&id),
        false => note.name.clone(),
    };
    match note.undoes.or(note.redoes) {
        Some(entry) => {
            let args = [("what", what.into()), ("entry", entry.into())];
            words.say_with("history-of-entry", &args)
        }
        None => what,
    }
}

fn row(words: &Words, note: &CommandNote, entry: &Entry) -> Vec<String> {
    vec![
        words.number(entry.seq),
        when(words, entry.at),
        entry.actor.clone(),
        // A cell shows every mark that is in it; a number needs none.
        without_marks(&what(words, note, entry)),
        about(note),
        words.number(entry.changes.len()),
    ]
}

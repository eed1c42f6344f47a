//! `dabir history`: the journal, when, who, what, before and after. Does not know how entries lie on the disk.

use super::args::Format;
use super::call::Call;
use super::fault::Fault;
use super::listing::{self, heads};
use super::sentences;
use super::table::Table;
use crate::calendar::{tehran_day, tehran_time};
use crate::office::transaction::CommandNote;
use crate::store::{Change, Entry};
use crate::words::Words;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

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
            let pages: Vec<String> = entries
                .iter()
                .map(|(note, entry)| page(&call.words, id, note, entry))
                .collect();
            call.print(&pages.join("\n\n"))
        }
        _ => listing::write_table(call, |words| Table {
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
    let inside = |key: &str| key == id || key.strip_prefix(id).is_some_and(|rest| rest.starts_with('/'));
    note.session
        .as_ref()
        .is_some_and(|session| session.as_str() == id)
        || entry.changes.iter().any(|c| inside(&c.key))
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

fn when(words: &Words, entry: &Entry) -> String {
    format!(
        "{} {}",
        words.day(tehran_day(entry.at)),
        words.time(tehran_time(entry.at))
    )
}

/// What the command does, in words; a command of a later version by its name.
fn what(words: &Words, note: &CommandNote) -> String {
    let id = format!("command-{}", note.name);
    if words.has(&id) {
        words.say(&id)
    } else {
        note.name.clone()
    }
}

fn row(words: &Words, note: &CommandNote, entry: &Entry) -> Vec<String> {
    vec![
        words.number(entry.seq),
        when(words, entry),
        entry.actor.clone(),
        what(words, note),
        about(note),
        words.number(entry.changes.len()),
    ]
}

/// An entry with every field that it changed in the record or inside it.
fn page(words: &Words, id: &str, note: &CommandNote, entry: &Entry) -> String {
    let head = [
        ("entry", entry.seq.into()),
        ("when", when(words, entry).into()),
        ("who", entry.actor.as_str().into()),
        ("what", what(words, note).into()),
    ];
    let mut lines = vec![words.say_with("history-entry", &head)];
    let whole = note
        .session
        .as_ref()
        .is_some_and(|session| session.as_str() == id);
    for change in entry
        .changes
        .iter()
        .filter(|c| whole || c.key == id || c.key.starts_with(&format!("{id}/")))
    {
        lines.push(words.say_with("history-record", &[("record", record(change).into())]));
        for (field, before, after) in differences(change) {
            let args = [
                ("field", field.into()),
                ("before", before.into()),
                ("after", after.into()),
            ];
            lines.push(words.say_with("history-field", &args));
        }
    }
    lines.join("\n")
}

/// Name, old and new value of each top field that differs.
fn differences(change: &Change) -> Vec<(String, String, String)> {
    let fields = |raw: &Option<Box<RawValue>>| -> Map<String, Value> {
        raw.as_ref()
            .and_then(|raw| serde_json::from_str(raw.get()).ok())
            .unwrap_or_default()
    };
    let (before, after) = (fields(&change.before), fields(&change.after));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let differing = names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name));
    differing
        .map(|name| (name.clone(), shown(before.get(name)), shown(after.get(name))))
        .collect()
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "—".to_owned(),
        Some(Value::Array(items)) if items.is_empty() => "—".to_owned(),
        Some(Value::Object(fields)) if fields.is_empty() => "—".to_owned(),
        Some(Value::String(text)) => text.replace('\n', " "),
        Some(other) => other.to_string(),
    }
}

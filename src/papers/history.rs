//! An entry of the journal as a document: when, who, what, and each record with what changed in it.
//! Does not know how entries lie on the disk.

use super::labelled;
use super::record::{Record, RecordNames};
use super::terms::DOT;
use crate::calendar::{Moment, tehran_day, tehran_time};
use crate::exchange::paper::{Block, LabelledText, Text};
pub use crate::office::query::{Changed, RecordChange};
use crate::text::Direction;
use crate::words::Words;

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// Its number.
    pub number: u64,
    /// When it was made.
    pub at: Moment,
    /// Who made it.
    pub actor: String,
    /// What was done, in words.
    pub what: String,
    /// The records it changed, in order.
    pub changes: Vec<Changed>,
}

/// When an entry was made, in the clock of Tehran.
pub fn when(words: &Words, at: Moment) -> String {
    format!("{} {}", words.day(tehran_day(at)), words.time(tehran_time(at)))
}

/// The entry with every field that it changed, before and after.
pub fn entry(words: &Words, entry: &HistoryEntry, names: &RecordNames) -> Vec<Block> {
    let HistoryEntry {
        number,
        at,
        actor,
        what,
        changes,
    } = entry;
    let head = [
        ("entry", (*number).into()),
        ("when", when(words, *at).into()),
        ("who", actor.as_str().into()),
        ("what", what.as_str().into()),
    ];
    let head = Block::Heading(Text::ours(words.say_with("history-entry", &head)));
    let changes = changes.iter().flat_map(|one| changed(words, one, names));
    std::iter::once(head).chain(changes).collect()
}

fn changed(words: &Words, changed: &Changed, names: &RecordNames) -> [Block; 2] {
    let Changed { key, change } = changed;
    let (id, name, fields) = match change {
        RecordChange::Made(record) => (
            "paper-made",
            record.name(words, names),
            record.fields(words, names),
        ),
        RecordChange::Removed(record) => (
            "paper-removed",
            record.name(words, names),
            record.fields(words, names),
        ),
        RecordChange::Became(before, after) => {
            let differing = differing(words, before, after, names);
            ("paper-changed", after.name(words, names), differing)
        }
        RecordChange::Unreadable => ("paper-unreadable", Text::default(), Vec::new()),
    };
    let key = Text::ours("(").and(Text::stored(key)).and(Text::ours(")"));
    let name = Text::joined([name, key], " ");
    let head = Text::joined([name, Text::ours(words.say(id))], DOT);
    [Block::Paragraph(head), Block::Head(fields)]
}

/// The fields whose words differ, before and after; where none do, what else did.
fn differing(words: &Words, before: &Record, after: &Record, names: &RecordNames) -> Vec<LabelledText> {
    let (was, is) = (before.fields(words, names), after.fields(words, names));
    let gone = was.iter().filter(|old| value_of(&is, &old.label).is_none());
    let labels = is.iter().chain(gone).map(|field| field.label.as_str());
    let arrow = match words.lang().direction() {
        Direction::Rtl => " ← ",
        Direction::Ltr => " → ",
    };
    let one = |label: &str| {
        let (old, new) = (value_of(&was, label), value_of(&is, label));
        let shown = |value: Option<&Text>| value.cloned().unwrap_or_else(|| Text::ours("—"));
        (old != new).then(|| LabelledText {
            label: label.to_owned(),
            value: shown(old).and(Text::ours(arrow)).and(shown(new)),
        })
    };
    let mut fields: Vec<LabelledText> = labels.filter_map(one).collect();
    let is_moved = before.position() != after.position();
    if is_moved || fields.is_empty() {
        let (label, value) = match is_moved {
            true => ("paper-place", "paper-moved"),
            false => ("paper-other", "paper-unseen"),
        };
        fields.push(labelled(words, label, Text::ours(words.say(value))));
    }
    fields
}

fn value_of<'a>(fields: &'a [LabelledText], label: &str) -> Option<&'a Text> {
    let found = fields.iter().find(|field| field.label == label);
    found.map(|field| &field.value)
}

#[cfg(test)]
mod tests;

//! How a value of a record becomes a field. Does not know any record.

use crate::calendar::{Day, TimeOfDay};
use crate::exchange::paper::{LabelledText, Text};
use crate::words::Words;

/// Our own words where there are any; else nothing.
pub(super) fn ours(text: Option<String>) -> Text {
    text.map(Text::ours).unwrap_or_default()
}

/// A day where there is one.
pub(super) fn day(words: &Words, day: Option<Day>) -> Text {
    ours(day.map(|day| words.day(day)))
}

/// A time of day where there is one.
pub(super) fn time(words: &Words, time: Option<TimeOfDay>) -> Text {
    ours(time.map(|time| words.time(time)))
}

/// A number where there is one.
pub(super) fn number(words: &Words, number: Option<impl std::fmt::Display>) -> Text {
    ours(number.map(|number| words.number(number)))
}

/// «دستور کار ۱»، «دستور کار ۲»: fields of one kind, counted from 1, so that a later one is compared with its own
/// earlier self.
pub(super) fn counted(words: &Words, id: &str, values: impl IntoIterator<Item = Text>) -> Vec<LabelledText> {
    let name = words.say(id);
    let label = |number: u32| format!("{name} {}", words.number(number));
    let fields = (1u32..).zip(values).map(|(number, value)| LabelledText {
        label: label(number),
        value,
    });
    fields.collect()
}

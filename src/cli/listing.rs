//! A listing in the format that was asked for. Does not know what is listed.

use super::args::{DigitsName, Format};
use super::call::{self, Call};
use super::fault::Fault;
use super::table::TextTable;
use crate::words::{Lang, Words};
use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};
use std::io::Write;

/// Writes a listing: `items` as they stand in JSON, or heads and rows in given words.
pub(super) fn write<T: Serialize>(
    call: &Call,
    items: &[T],
    table: impl FnOnce(&Words, &[T]) -> TextTable,
) -> Result<(), Fault> {
    match call.format {
        Format::Json => write_json(call, &items),
        _ => write_table(call, |words| table(words, items)),
    }
}

/// Writes heads and rows as CSV or as a table.
pub(super) fn write_table(call: &Call, table: impl FnOnce(&Words) -> TextTable) -> Result<(), Fault> {
    if call.format == Format::Csv {
        return call.write(&table(&csv_words(call)).to_csv());
    }
    let table = table(&call.words);
    if table.rows.is_empty() {
        call.output.word(&call.say("listing-empty"));
        return Ok(());
    }
    call.output.table(&table).map_err(|error| call.unwritten(&error))
}

/// Writes one value as an indented JSON document.
pub(super) fn write_json<T: Serialize>(call: &Call, value: &T) -> Result<(), Fault> {
    // Plain structs with string keys cannot fail to serialise.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    call.write_json(&bytes)
}

/// Writes a list as an indented JSON document, each item as soon as it is added.
pub(super) fn write_json_list<T: Serialize>(
    call: &Call,
    items: impl FnOnce(&mut dyn FnMut(&T) -> Result<(), Fault>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut out = call.output.json();
    let unwritten = |error: serde_json::Error| call.unwritten(&error.into());
    let mut written = serde_json::Serializer::pretty(&mut out);
    let mut list = written.serialize_seq(None).map_err(unwritten)?;
    items(&mut |item| list.serialize_element(item).map_err(unwritten))?;
    SerializeSeq::end(list).map_err(unwritten)?;
    let ended = out.write_all(b"\n").and_then(|()| out.flush());
    ended.map_err(|error| call.unwritten(&error))
}

/// A spreadsheet counts only with Latin digits, so CSV has them unless others are asked for.
fn csv_words(call: &Call) -> Words {
    let lang = if call.words.lang() == Lang::Fa {
        super::args::LangName::Fa
    } else {
        super::args::LangName::En
    };
    call::words(lang, Some(call.digits_given.unwrap_or(DigitsName::Latn)))
}

/// Heads of columns.
pub(super) fn heads(words: &Words, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| words.say(id)).collect()
}

//! The file of settings: TOML in, settings and what is wrong out; settings in, the file with a person's own lines and
//! comments out. Does not know where the file is.

use super::documents::ATTACHMENTS;
use super::problems::{NotSaved, SettingsProblem, Wrong};
use super::{DocumentText, Item, Settings, backup, key_text, toml_text};
use crate::app::keys::{Keymap, OwnKeys, Refused};
use crate::papers::issue::FileFormat;
use crate::ui::Key;
use crate::words::Words;
use std::collections::BTreeMap;
use std::ops::Range;
use toml_edit::{Array, Document, DocumentMut, Item as Toml, Table, TableLike, Value};

/// The name of the table of keys.
pub const KEYS: &str = "keys";
/// The name of the table of documents.
pub const DOCUMENTS: &str = "documents";
/// The name of the table of backups.
pub const BACKUP: &str = "backup";
/// The name of the table of kept filters.
pub const FILTERS: &str = "filters";

/// The settings in a file, and what is wrong with it, by its lines. Whatever is wrong, the rest holds; of a file that is
/// no TOML nothing does.
pub fn read(text: &str) -> (Settings, Vec<SettingsProblem>) {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let line = error.span().map(|span| line_of(text, &span));
            let wrong = Wrong::NotToml;
            return (Settings::default(), vec![SettingsProblem { line, wrong }]);
        }
    };
    let mut reading = Reading {
        text,
        settings: Settings::default(),
        problems: Vec::new(),
    };
    reading.table(None, document.as_table());
    reading.problems.sort_by_key(|problem| problem.line);
    (reading.settings, reading.problems)
}

fn line_of(text: &str, span: &Range<usize>) -> usize {
    let before = text.as_bytes().get(..span.start).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

struct Reading<'t> {
    text: &'t str,
    settings: Settings,
    problems: Vec<SettingsProblem>,
}

impl Reading<'_> {
    fn wrong(&mut self, line: Option<usize>, wrong: Wrong) {
        self.problems.push(SettingsProblem { line, wrong });
    }

    /// Reads the settings of a table; `name` is none for the file itself.
    fn table(&mut self, name: Option<&str>, table: &dyn TableLike) {
        for (key, value) in table.iter() {
            let span = table.key(key).and_then(toml_edit::Key::span).or(value.span());
            let line = span.map(|span| line_of(self.text, &span));
            let item = Item::ALL.into_iter().find(|item| item.path() == (name, key));
            let is_table = name.is_none() && Item::ALL.iter().any(|item| item.path().0 == Some(key));
            match (item, value.as_table_like()) {
                (Some(item), _) => self.item(item, value, line),
                (None, Some(keys)) if name.is_none() && key == KEYS => self.keys(keys),
                (None, Some(kept)) if name.is_none() && key == FILTERS => self.filters(kept),
                (None, Some(inner)) if name.is_none() && key == BACKUP => self.backup(inner),
                (None, Some(inner)) if is_table => self.table(Some(key), inner),
                (None, None) if name == Some(DOCUMENTS) && key == ATTACHMENTS => self.megabytes(value, line),
                (None, None) if name == Some(DOCUMENTS) => self.document_text(key, value, line),
                _ => self.wrong(line, Wrong::UnknownName(key.to_owned())),
            }
        }
    }

    fn item(&mut self, item: Item, value: &Toml, line: Option<usize>) {
        let written = match value.as_value() {
            Some(Value::String(text)) => text.value().to_lowercase(),
            Some(Value::Boolean(switch)) => switch.value().to_string(),
            _ => String::new(),
        };
        // What earlier versions wrote for the colours of the terminal's own ground.
        let is_old_name = item == Item::Theme && written == "sixteen";
        let found = item.values().iter().position(|value| *value == written);
        match found.or(is_old_name.then_some(0)) {
            Some(at) => item.set(&mut self.settings, at),
            None => {
                let (name, allowed) = (item.path().1.to_owned(), toml_text::allowed(item));
                self.wrong(line, Wrong::WrongValue { name, allowed });
            }
        }
    }

    fn megabytes(&mut self, value: &Toml, line: Option<usize>) {
        if !self.settings.documents.take_megabytes(value.as_integer()) {
            let (name, allowed) = (ATTACHMENTS.to_owned(), "0…4096".to_owned());
            self.wrong(line, Wrong::WrongValue { name, allowed });
        }
    }

    fn document_text(&mut self, key: &str, value: &Toml, line: Option<usize>) {
        let text = DocumentText::ALL.into_iter().find(|text| text.name() == key);
        let Some(text) = text else {
            return self.wrong(line, Wrong::UnknownName(key.to_owned()));
        };
        let is_set = value
            .as_str()
            .is_some_and(|written| text.set(&mut self.settings.documents, written));
        if !is_set {
            let allowed = match text {
                DocumentText::Format => FileFormat::ALL
                    .map(|format| format!("\"{}\"", format.ending()))
                    .join(", "),
                _ => "\"…\"".to_owned(),
            };
            let name = key.to_owned();
            self.wrong(line, Wrong::WrongValue { name, allowed });
        }
    }

    fn backup(&mut self, table: &dyn TableLike) {
        let mut settings = std::mem::take(&mut self.settings.backup);
        backup::read(table, &mut settings, |key, value, allowed| {
            let span = table.key(key).and_then(toml_edit::Key::span).or(value.span());
            let line = span.map(|span| line_of(self.text, &span));
            let name = key.to_owned();
            let wrong = match allowed.map(str::to_owned) {
                Some(allowed) => Wrong::WrongValue { name, allowed },
                None => Wrong::UnknownName(name),
            };
            self.wrong(line, wrong);
        });
        self.settings.backup = settings;
    }

    fn filters(&mut self, table: &dyn TableLike) {
        for (name, value) in table.iter() {
            match value.as_str() {
                Some(filter) => drop(self.settings.filters.insert(name.to_owned(), filter.to_owned())),
                None => {
                    let span = table.key(name).and_then(toml_edit::Key::span).or(value.span());
                    let line = span.map(|span| line_of(self.text, &span));
                    let (name, allowed) = (name.to_owned(), "\"…\"".to_owned());
                    self.wrong(line, Wrong::WrongValue { name, allowed });
                }
            }
        }
    }

    fn keys(&mut self, table: &dyn TableLike) {
        let (mut own, mut lines) = (OwnKeys::new(), BTreeMap::new());
        for (command, value) in table.iter() {
            let span = table.key(command).and_then(toml_edit::Key::span).or(value.span());
            let line = span.map(|span| line_of(self.text, &span));
            lines.insert(command.to_owned(), line);
            match keys_of(command, value) {
                Ok(keys) => {
                    own.insert(command.to_owned(), keys);
                }
                Err(wrong) => self.wrong(line, wrong),
            }
        }
        let (_, refused) = Keymap::new(&own);
        for Refused { command, why } in refused {
            own.remove(&command);
            let line = lines.get(&command).copied().flatten();
            self.wrong(line, Wrong::Keys(Refused { command, why }));
        }
        self.settings.keys = own;
    }
}

/// The keys in a value: a text or a list of texts.
fn keys_of(command: &str, value: &Toml) -> Result<Vec<Key>, Wrong> {
    let no_list = || Wrong::NoList(command.to_owned());
    let texts: Vec<&str> = match value.as_value() {
        Some(Value::String(text)) => vec![text.value()],
        Some(Value::Array(list)) => {
            let texts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            texts.ok_or_else(no_list)?
        }
        _ => return Err(no_list()),
    };
    let key = |text: &&str| {
        key_text::parse(text).ok_or_else(|| Wrong::NoKey {
            command: command.to_owned(),
            written: (*text).to_owned(),
        })
    };
    texts.iter().map(key).collect()
}

/// The file with these settings: the lines that say something else are changed and no others; where there is no file, a
/// whole one with comments in the language of the interface.
///
/// # Errors
/// Where the file is no TOML: nothing may be written over it.
pub fn written(file: Option<&str>, settings: &Settings, words: &Words) -> Result<String, NotSaved> {
    let fresh;
    let text = match file {
        Some(text) => text,
        None => {
            fresh = toml_text::commented(words);
            &fresh
        }
    };
    let (before, _) = read(text);
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        NotSaved::Damaged(error.span().map(|span| line_of(text, &span)))
    })?;
    let root = document.as_table_mut();
    for item in Item::ALL {
        let (table, name) = item.path();
        let at = item.at(settings);
        if at != item.at(&before) {
            put(root, table, name, at.map(|at| value_of(item, at)));
        }
    }
    for text in DocumentText::ALL {
        let now = text.of(&settings.documents);
        if now != text.of(&before.documents) {
            put(root, Some(DOCUMENTS), text.name(), now.map(Value::from));
        }
    }
    for name in before.filters.keys().chain(settings.filters.keys()) {
        let filter = settings.filters.get(name);
        if filter != before.filters.get(name) {
            put(root, Some(FILTERS), name, filter.map(Value::from));
        }
    }
    for command in before.keys.keys().chain(settings.keys.keys()) {
        let keys = settings.keys.get(command);
        if keys != before.keys.get(command) {
            put(root, Some(KEYS), command, keys.map(|keys| list_of(keys)));
        }
    }
    Ok(document.to_string())
}

fn value_of(item: Item, at: usize) -> Value {
    match item.values().get(at).copied().unwrap_or_default() {
        "true" => Value::from(true),
        "false" => Value::from(false),
        text => Value::from(text),
    }
}

fn list_of(keys: &[Key]) -> Value {
    keys.iter()
        .map(|key| key_text::print(*key))
        .collect::<Array>()
        .into()
}

/// The table of this name; one is made where there is none, or something else stands there.
fn table_of<'t>(root: &'t mut Table, name: Option<&str>) -> Option<&'t mut dyn TableLike> {
    let Some(name) = name else { return Some(root) };
    let item = root.entry(name).or_insert_with(toml_edit::table);
    if !item.is_table_like() {
        *item = toml_edit::table();
    }
    item.as_table_like_mut()
}

/// Puts a value in, with the comment that stands beside the old one; none takes the old one away.
fn put(root: &mut Table, table: Option<&str>, name: &str, value: Option<Value>) {
    let Some(table) = table_of(root, table) else {
        return;
    };
    let Some(mut value) = value else {
        table.remove(name);
        return;
    };
    match table.get_mut(name) {
        Some(item) => {
            if let Some(old) = item.as_value() {
                *value.decor_mut() = old.decor().clone();
            }
            *item = Toml::Value(value);
        }
        None => {
            table.insert(name, Toml::Value(value));
        }
    }
}

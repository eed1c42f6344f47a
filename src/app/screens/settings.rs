//! The settings: each with its present value, every command with its keys; a change holds at once and is saved at once.
//! Stands over every other screen, a form too. Does not know where settings are kept.

use super::tables::{moved, table_of, table_rows};
use crate::app::context::Context;
use crate::app::keys::goes::is_second;
use crate::app::keys::places;
use crate::app::keys::{self, Act, Place};
use crate::app::keys::{Keymap, Refused, commands, is_free};
use crate::app::settings::{
    DocumentText, Item, Settings, SettingsProblem, keys_refused, may_be_written, problem,
};
use crate::app::step::Step;
use crate::papers::issue::FileFormat;
use crate::ui::{Area, Canvas, Code, Key, ListState, Origin, Piece, Role, Table, TableCell};
use crate::words::{Digits, Words};

/// Where one is in the settings, while they are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct SettingsPage {
    list: ListState,
    /// Whether the next key is the new one of the selected command.
    pub takes_key: bool,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SettingsRow {
    Setting(Item),
    /// A text of the settings of documents.
    Document(DocumentText),
    /// A command by its name.
    Command(&'static str),
}

/// All rows: the settings, then the commands whose keys may be others, each name once.
fn rows() -> Vec<SettingsRow> {
    let mut rows: Vec<SettingsRow> = Item::ALL.map(SettingsRow::Setting).into();
    rows.extend(DocumentText::ALL.map(SettingsRow::Document));
    for binding in commands().filter(|binding| is_free(binding)) {
        let row = SettingsRow::Command(binding.name());
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

impl SettingsPage {
    /// Selects a row.
    pub fn select_row(&mut self, row: usize) {
        (self.list.selected, self.takes_key) = (row, false);
    }

    /// Moves what is shown by so many rows.
    pub fn scroll(&mut self, rows: isize) {
        self.list.scroll(rows);
    }

    /// Takes a key.
    pub fn press(&mut self, context: &Context, key: Key) -> Vec<Step> {
        let rows = rows();
        let row = rows.get(self.list.selected).copied();
        if let (true, Some(SettingsRow::Command(command))) = (self.takes_key, row) {
            return self.take_key(context, command, key);
        }
        let rightwards = !context.look.left_is_onward();
        let Some(act) = context.keymap.act(key, Place::Settings, rightwards) else {
            return Vec::new();
        };
        let page = usize::from(table_rows(context));
        if moved(&mut self.list, act, key, rows.len(), page) {
            return Vec::new();
        }
        match (act, row) {
            (Act::Change, Some(SettingsRow::Setting(item))) => change(context, item),
            (Act::Change, Some(SettingsRow::Document(DocumentText::Format))) => turn_format(context),
            (Act::Change, Some(SettingsRow::Document(text))) => vec![Step::TypeSetting(text)],
            (Act::DefaultKeys, Some(SettingsRow::Document(text))) => unset(context, text),
            (Act::Change, Some(SettingsRow::Command(_))) => {
                self.takes_key = true;
                Vec::new()
            }
            (Act::DefaultKeys, Some(SettingsRow::Command(command))) => first_keys(context, command),
            (Act::Back | Act::Settings, _) => vec![Step::CloseSettings],
            (Act::Help, _) => vec![Step::Help],
            _ => Vec::new(),
        }
    }

    /// Takes the new key of a command, or none upon Escape.
    fn take_key(&mut self, context: &Context, command: &str, key: Key) -> Vec<Step> {
        let key = key.as_command();
        let escapes = key == Key::plain(Code::Escape);
        if !escapes && !may_be_written(key) {
            return Vec::new();
        }
        self.takes_key = false;
        if escapes {
            return Vec::new();
        }
        let mut settings = context.setup.settings.clone();
        settings.keys.insert(command.to_owned(), vec![key]);
        put_on_keys(context, settings)
    }

    /// Keeps the selected row in sight.
    pub fn settle(&mut self, context: &Context) {
        self.list.settle(rows().len(), table_rows(context), |_| 1);
    }

    /// Paints the settings.
    pub fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let rows = rows();
        table(context).paint(canvas, area, &self.list, rows.len(), |at| {
            rows.get(at).map(|row| cells(context, *row)).unwrap_or_default()
        });
    }

    /// What can be done with the selected row.
    pub fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let words = context.words;
        let said = match rows().get(self.list.selected)? {
            SettingsRow::Setting(_) => (words.say("settings-note"), Role::Faint),
            SettingsRow::Document(DocumentText::Format) => (words.say("settings-note-format"), Role::Faint),
            SettingsRow::Document(_) => (words.say("settings-note-text"), Role::Faint),
            SettingsRow::Command(command) if self.takes_key => {
                let args = [("command", word(command, words).into())];
                (words.say_with("settings-press-key", &args), Role::Strong)
            }
            SettingsRow::Command(_) => (words.say("settings-note-key"), Role::Faint),
        };
        Some(said)
    }
}

/// Sets the next value of a setting.
fn change(context: &Context, item: Item) -> Vec<Step> {
    let mut settings = context.setup.settings.clone();
    let at = at(context, item) + 1;
    item.set(&mut settings, at % item.values().len());
    vec![Step::Settings(Box::new(settings))]
}

/// Sets the next format of documents, and after the last one none: each then has its usual one.
fn turn_format(context: &Context) -> Vec<Step> {
    let mut settings = context.setup.settings.clone();
    let at = settings.documents.format;
    let at = at.and_then(|format| FileFormat::ALL.into_iter().position(|one| one == format));
    let next = at.map_or(0, |at| at + 1);
    settings.documents.format = FileFormat::ALL.get(next).copied();
    vec![Step::Settings(Box::new(settings))]
}

/// Takes a text of the settings of documents away.
fn unset(context: &Context, text: DocumentText) -> Vec<Step> {
    let mut settings = context.setup.settings.clone();
    if text.of(&settings.documents).is_none() {
        return Vec::new();
    }
    match text {
        DocumentText::Format => settings.documents.format = None,
        text => drop(text.set(&mut settings.documents, "")),
    }
    vec![Step::Settings(Box::new(settings))]
}

/// The value that holds; digits that are not set are those that are shown, and so with the mouse.
fn at(context: &Context, item: Item) -> usize {
    let shown = usize::from(context.words.digits() == Digits::Latin);
    match item {
        Item::Digits => shown,
        Item::Mouse => usize::from(!context.setup.tracks_mouse()),
        item => item.at(&context.setup.settings).unwrap_or(0),
    }
}

/// Gives a command its first keys back.
fn first_keys(context: &Context, command: &str) -> Vec<Step> {
    let mut settings = context.setup.settings.clone();
    match settings.keys.remove(command) {
        Some(_) => put_on_keys(context, settings),
        None => Vec::new(),
    }
}

/// Puts keys on, unless one of them cannot hold.
fn put_on_keys(context: &Context, settings: Settings) -> Vec<Step> {
    let (_, refused) = Keymap::new(&settings.keys);
    match refused.first() {
        None => vec![Step::Settings(Box::new(settings))],
        Some(refused) => {
            let sentence = keys_refused(context.words, &said(refused, context.words));
            vec![Step::Say(sentence, Role::Bad)]
        }
    }
}

/// What is refused, with the command's word in the place of its name.
fn said(refused: &Refused, words: &Words) -> Refused {
    Refused {
        command: word(&refused.command, words),
        why: refused.why,
    }
}

/// What a command is called.
fn word(command: &str, words: &Words) -> String {
    let named = commands().find(|binding| binding.name() == command);
    named.map_or_else(|| command.to_owned(), |binding| binding.said(words))
}

fn table(context: &Context) -> Table {
    let columns = context.setup.columns;
    let (place, value) = (columns / 4, columns / 3);
    let name = Table::left_for_one_more(columns, &[place, value]);
    let heads = [
        ("column-setting", name),
        ("column-where", place),
        ("column-value", value),
    ];
    table_of(context, &heads, 1, false)
}

fn cells(context: &Context, row: SettingsRow) -> Vec<TableCell> {
    let words = context.words;
    let (name, place, value, role) = match row {
        SettingsRow::Setting(item) => {
            let (setting, values) = word_of(item);
            let value = values.get(at(context, item)).copied().unwrap_or_default();
            (words.say(setting), String::new(), words.say(value), Role::Strong)
        }
        SettingsRow::Document(text) => {
            let holds = text.of(&context.setup.settings.documents);
            let role = if holds.is_some() {
                Role::Strong
            } else {
                Role::Faint
            };
            let place = words.say("settings-documents");
            let value = holds.map_or_else(|| words.say("setting-unset"), str::to_owned);
            return vec![
                vec![Piece::ours(words.say(text.word()))],
                vec![Piece::ours(place).role(Role::Faint)],
                vec![Piece::stored(value).role(role)],
            ];
        }
        SettingsRow::Command(command) => {
            let own = context.setup.settings.keys.contains_key(command);
            let role = if own { Role::Strong } else { Role::Plain };
            (
                word(command, words),
                places_of(command, words),
                keys_of(context, command),
                role,
            )
        }
    };
    vec![
        vec![Piece::ours(name)],
        vec![Piece::ours(place).role(Role::Faint)],
        vec![Piece::ours(value).role(role)],
    ]
}

fn places_of(command: &str, words: &Words) -> String {
    let named = commands().filter(|binding| binding.name() == command);
    let all: Vec<Place> = named.flat_map(|binding| binding.places).copied().collect();
    places::named(&all, words)
}

/// The keys of a command, those of all its places, behind the one that they come after.
fn keys_of(context: &Context, command: &str) -> String {
    let named = context
        .keymap
        .all()
        .filter(|bound| bound.binding.name() == command);
    let (mut keys, mut after_go): (Vec<Key>, bool) = (Vec::new(), false);
    for bound in named {
        after_go |= is_second(bound.binding);
        for key in bound.shown_first(context.words.lang()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    let names = keys::names_of(&keys, context.words);
    match after_go {
        true => keys::behind(
            &context.keymap.shown(Act::Go, Place::Sessions, context.words),
            &names,
        ),
        false => names,
    }
}

/// The word of a setting and those of its values.
fn word_of(item: Item) -> (&'static str, &'static [&'static str]) {
    const SWITCH: &[&str] = &["value-true", "value-false"];
    match item {
        Item::Digits => ("setting-digits", &["value-persian", "value-latin"]),
        Item::Theme => (
            "setting-theme",
            &["value-own-ground", "value-dark", "value-light"],
        ),
        Item::Mouse => ("setting-mouse", SWITCH),
        Item::Bandwidth => ("setting-bandwidth", &["value-auto", "value-low", "value-full"]),
        Item::Arrows => ("setting-arrows", &["value-visual", "value-logical"]),
        Item::Lookup => ("setting-lookup", &["value-one-row", "value-three-rows"]),
        Item::Grouping => (
            "setting-grouping",
            &[
                "grouping-pressing",
                "grouping-organisation",
                "grouping-week",
                "grouping-session",
            ],
        ),
        Item::PersianDigits => ("setting-persian-digits", SWITCH),
        Item::PersianLetters => ("setting-persian-letters", SWITCH),
        Item::Guillemets => ("setting-guillemets", SWITCH),
        Item::Clauses => ("setting-clauses", SWITCH),
        Item::ByteOrderMark => ("setting-byte-order-mark", SWITCH),
    }
}

/// Paints what is wrong with the file of settings in the row under the head, or a rule.
pub(in crate::app) fn view_problems(
    words: &Words,
    problems: &[SettingsProblem],
    canvas: &mut Canvas,
    row: u16,
) {
    let columns = canvas.area().columns;
    let Some(first) = problems.first() else {
        return canvas.rule_across(row);
    };
    let args = [
        ("count", problems.len().into()),
        ("problem", problem(words, first).into()),
    ];
    let text = words.say_with("settings-problems", &args);
    let style = canvas.style(Role::Warn);
    canvas.text(1, row, columns.saturating_sub(2), &text, Origin::Ours, style);
}

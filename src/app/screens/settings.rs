//! The settings: each with its present value, every command with its keys; a change holds at once and is saved at once.
//! Stands over every other screen, a form too. Does not know where settings are kept.

use super::{moved, table_of, table_rows};
use crate::app::goes::is_second;
use crate::app::keymap::{self, Act, Place};
use crate::app::keys::{Keymap, Refused, commands, is_free};
use crate::app::settings::{Item, Settings, keys_refused, may_be_written, problem};
use crate::app::{Effect, Model, places};
use crate::ui::{Area, Canvas, Code, Key, ListState, Origin, Piece, Role, Table, TableCell};
use crate::words::{Digits, Words};

/// Where one is in the settings, while they are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct SettingsSpot {
    list: ListState,
    /// Whether the next key is the new one of the selected command.
    takes_key: bool,
}

impl SettingsSpot {
    /// Moves what is shown by so many rows.
    pub fn scroll(&mut self, rows: isize) {
        self.list.scroll(rows);
    }
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Setting(Item),
    /// A command by its name.
    Command(&'static str),
}

/// All rows: the settings, then the commands whose keys may be others, each name once.
fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> = Item::ALL.map(Row::Setting).into();
    for binding in commands().filter(|binding| is_free(binding)) {
        let row = Row::Command(binding.name());
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// Opens the settings.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    model.settings = Some(SettingsSpot::default());
    Vec::new()
}

/// Whether the next key is the new one of a command.
pub(in crate::app) fn takes_key(model: &Model) -> bool {
    model.settings.is_some_and(|spot| spot.takes_key)
}

/// Selects a row.
pub(in crate::app) fn select_row(model: &mut Model, row: usize) {
    if let Some(spot) = &mut model.settings {
        (spot.list.selected, spot.takes_key) = (row, false);
    }
}

/// Takes a key.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(mut spot) = model.settings else {
        return Vec::new();
    };
    let rows = rows();
    let row = rows.get(spot.list.selected).copied();
    if let (true, Some(Row::Command(command))) = (spot.takes_key, row) {
        return take_key(model, command, key);
    }
    let rightwards = !model.look.left_is_onward();
    let Some(act) = model.keymap.act(key, Place::Settings, rightwards) else {
        return Vec::new();
    };
    if moved(
        &mut spot.list,
        act,
        key,
        rows.len(),
        usize::from(table_rows(model)),
    ) {
        model.settings = Some(spot);
        return Vec::new();
    }
    match (act, row) {
        (Act::Change, Some(Row::Setting(item))) => change(model, item),
        (Act::Change, Some(Row::Command(_))) => {
            model.settings = Some(SettingsSpot {
                takes_key: true,
                ..spot
            });
            Vec::new()
        }
        (Act::DefaultKeys, Some(Row::Command(command))) => first_keys(model, command),
        (Act::Back | Act::Settings, _) => {
            model.settings = None;
            Vec::new()
        }
        (Act::Help, _) => {
            model.help = Some(0);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Sets the next value of a setting.
fn change(model: &mut Model, item: Item) -> Vec<Effect> {
    let mut settings = model.setup.settings.clone();
    let at = at(model, item) + 1;
    item.set(&mut settings, at % item.values().len());
    put_on(model, settings)
}

/// The value that holds; digits that are not set are those that are shown.
fn at(model: &Model, item: Item) -> usize {
    let shown = usize::from(model.words.digits() == Digits::Latin);
    match item {
        Item::Digits => shown,
        item => item.at(&model.setup.settings).unwrap_or(0),
    }
}

/// Takes the new key of a command, or none upon Escape.
fn take_key(model: &mut Model, command: &str, key: Key) -> Vec<Effect> {
    let key = key.as_command();
    if key != Key::plain(Code::Escape) && !may_be_written(key) {
        return Vec::new();
    }
    if let Some(spot) = &mut model.settings {
        spot.takes_key = false;
    }
    if key == Key::plain(Code::Escape) {
        return Vec::new();
    }
    let mut settings = model.setup.settings.clone();
    settings.keys.insert(command.to_owned(), vec![key]);
    put_on_keys(model, settings)
}

/// Gives a command its first keys back.
fn first_keys(model: &mut Model, command: &str) -> Vec<Effect> {
    let mut settings = model.setup.settings.clone();
    match settings.keys.remove(command) {
        Some(_) => put_on_keys(model, settings),
        None => Vec::new(),
    }
}

/// Puts keys on, unless one of them cannot hold.
fn put_on_keys(model: &mut Model, settings: Settings) -> Vec<Effect> {
    let (_, refused) = Keymap::new(&settings.keys);
    match refused.first() {
        None => put_on(model, settings),
        Some(refused) => {
            let sentence = keys_refused(&model.words, &said(refused, &model.words));
            model.say(sentence, Role::Bad);
            Vec::new()
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

/// Puts settings on and asks for them to be saved.
fn put_on(model: &mut Model, settings: Settings) -> Vec<Effect> {
    model.put_on(settings.clone());
    vec![Effect::SaveSettings(Box::new(settings))]
}

fn table(model: &Model) -> Table {
    let columns = model.setup.columns;
    let (place, value) = (columns / 4, columns / 3);
    let name = Table::left_for_one_more(columns, &[place, value]);
    let heads = [
        ("column-setting", name),
        ("column-where", place),
        ("column-value", value),
    ];
    table_of(model, &heads, 1, false)
}

fn cells(model: &Model, row: Row) -> Vec<TableCell> {
    let words = &model.words;
    let (name, place, value, role) = match row {
        Row::Setting(item) => {
            let (setting, values) = word_of(item);
            let value = values.get(at(model, item)).copied().unwrap_or_default();
            (words.say(setting), String::new(), words.say(value), Role::Strong)
        }
        Row::Command(command) => {
            let own = model.setup.settings.keys.contains_key(command);
            let role = if own { Role::Strong } else { Role::Plain };
            (
                word(command, words),
                places_of(command, words),
                keys_of(model, command),
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
fn keys_of(model: &Model, command: &str) -> String {
    let named = model.keymap.all().filter(|bound| bound.binding.name() == command);
    let (mut keys, mut after_go): (Vec<Key>, bool) = (Vec::new(), false);
    for bound in named {
        after_go |= is_second(bound.binding);
        for key in bound.shown_first(model.words.lang()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    let names = keymap::names_of(&keys, &model.words);
    match after_go {
        true => keymap::behind(
            &model.keymap.shown(Act::Go, Place::Sessions, &model.words),
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
        Item::Theme => ("setting-theme", &["value-sixteen", "value-dark", "value-light"]),
        Item::Mouse => ("setting-mouse", SWITCH),
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
    }
}

/// Keeps the selected row in sight.
pub(super) fn settle(model: &mut Model) {
    let lines = table_rows(model);
    if let Some(spot) = &mut model.settings {
        spot.list.settle(rows().len(), lines, |_| 1);
    }
}

/// Paints the settings.
pub(in crate::app) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    let Some(spot) = &model.settings else { return };
    let rows = rows();
    table(model).paint(canvas, area, &spot.list, rows.len(), |at| {
        rows.get(at).map(|row| cells(model, *row)).unwrap_or_default()
    });
}

/// Paints what is wrong with the file of settings in the row under the head, or a rule.
pub(in crate::app) fn view_problems(model: &Model, canvas: &mut Canvas, row: u16) {
    let columns = canvas.area().columns;
    let Some(first) = model.problems.first() else {
        let rule = canvas.style(Role::Rule);
        return canvas.rule(0, row, columns, '─', rule);
    };
    let args = [
        ("count", model.problems.len().into()),
        ("problem", problem(&model.words, first).into()),
    ];
    let text = model.words.say_with("settings-problems", &args);
    let style = canvas.style(Role::Warn);
    canvas.text(1, row, columns.saturating_sub(2), &text, Origin::Ours, style);
}

/// What can be done with the selected row.
pub(in crate::app) fn note(model: &Model) -> Option<(String, Role)> {
    let spot = model.settings.as_ref()?;
    let said = match rows().get(spot.list.selected)? {
        Row::Setting(_) => (model.words.say("settings-note"), Role::Faint),
        Row::Command(command) if spot.takes_key => {
            let args = [("command", word(command, &model.words).into())];
            (model.words.say_with("settings-press-key", &args), Role::Strong)
        }
        Row::Command(_) => (model.words.say("settings-note-key"), Role::Faint),
    };
    Some(said)
}

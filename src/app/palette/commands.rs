//! The commands that hold here, found by their words in both languages. Does not know what they do.

use super::{Choice, Kind, Palette, What, find, has_any};
use crate::app::keymap::{self, Act};
use crate::app::keys::Bound;
use crate::app::{Effect, Model, press};
use crate::text::fold;
use crate::ui::{Origin, Role};
use crate::words::{Digits, Lang, Words};

/// Opens the pop-up with every command that holds in the place one is in.
pub(in crate::app) fn commands(model: &mut Model) -> Vec<Effect> {
    let place = press::help_place(model);
    let other = match model.words.lang() {
        Lang::Fa => Words::new(Lang::En, Digits::Latin),
        Lang::En => Words::new(Lang::Fa, Digits::Persian),
    };
    // What only moves is done by its keys, not by its name.
    let bound = model.keymap.of(place).filter(|bound| {
        let moves = matches!(
            bound.binding.act,
            Act::Move | Act::MoveInText | Act::Select | Act::Palette | Act::Go
        );
        !moves && press::is_offered(model, bound.binding.act)
    });
    let mut all: Vec<(Choice, Vec<String>)> = bound.map(|bound| row(model, &other, bound, "")).collect();
    // Where one can go is named, too, not only the key that waits for it.
    let go = model.keymap.shown(Act::Go, place, &model.words);
    let goes = model
        .keymap
        .goes(place)
        .filter(|bound| bound.binding.act != Act::Jump && press::is_offered(model, bound.binding.act));
    all.extend(goes.map(|bound| row(model, &other, bound, &go)));
    // Forms keep their words; from there one goes nowhere.
    if model.form().is_none() && model.settings.is_none() {
        all.extend(
            model
                .setup
                .settings
                .filters
                .iter()
                .map(|kept| filter(model, kept)),
        );
    }
    model.palette = Some(Palette::new(Kind::Commands(all)));
    find(model)
}

/// A command with the folded words by which it is found; `before` is the key that comes before its own.
fn row(model: &Model, other: &Words, bound: Bound, before: &str) -> (Choice, Vec<String>) {
    let word = model.words.say(bound.binding.word);
    let found_by = vec![fold(&word), fold(&other.say(bound.binding.word))];
    let key = keymap::key_word(bound, &model.words).key;
    let choice = Choice {
        what: What::Command(bound.binding),
        label: String::new(),
        text: word,
        origin: Origin::Ours,
        remark: format!("{before} {key}").trim().to_owned(),
        role: Role::Key,
    };
    (choice, found_by)
}

/// A kept filter with the folded words by which it is found.
fn filter(model: &Model, (name, filter): (&String, &String)) -> (Choice, Vec<String>) {
    let choice = Choice {
        what: What::Filter(filter.clone()),
        label: String::new(),
        text: name.clone(),
        origin: Origin::Stored,
        remark: model.words.say("filter-kept"),
        role: Role::Faint,
    };
    (choice, vec![fold(name)])
}

/// Those that have the words, first those that begin with them.
pub(super) fn found(all: &[(Choice, Vec<String>)], wanted: &[String]) -> Vec<Choice> {
    let mut found: Vec<(bool, &Choice)> = all
        .iter()
        .filter(|(_, names)| names.iter().any(|name| has_any(name, wanted)))
        .map(|(choice, names)| {
            let begins = |name: &String| wanted.iter().any(|words| name.starts_with(words.as_str()));
            (!names.iter().any(begins), choice)
        })
        .collect();
    found.sort_by_key(|(inside, _)| *inside);
    found.into_iter().map(|(_, choice)| choice.clone()).collect()
}

//! The commands that hold here, found by their words in both languages. Does not know what they do.

use super::{Choice, Kind, Palette, What, find, has_any};
use crate::app::keymap::{self, Act};
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
    let bindings = keymap::bindings(place).filter(|binding| {
        !matches!(
            binding.act,
            Act::Move | Act::MoveInText | Act::Select | Act::Palette | Act::Go
        )
    });
    // Where one can go is named, not only the key that waits for it; a form is left first.
    let goes = keymap::goes(place).filter(|binding| binding.act != Act::Jump);
    let all = bindings.chain(goes).map(|binding| {
        let word = model.words.say(binding.word);
        let found_by = vec![fold(&word), fold(&other.say(binding.word))];
        let key = keymap::key_word(binding, &model.words).key;
        let prefix = keymap::goes(place)
            .any(|go| std::ptr::eq(go, binding))
            .then(|| keymap::go_key(place, &model.words));
        let choice = Choice {
            what: What::Command(binding),
            label: String::new(),
            text: word,
            origin: Origin::Ours,
            remark: prefix.into_iter().chain([key]).collect::<Vec<_>>().join(" "),
            role: Role::Key,
        };
        (choice, found_by)
    });
    model.palette = Some(Palette::new(Kind::Commands(all.collect())));
    find(model)
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

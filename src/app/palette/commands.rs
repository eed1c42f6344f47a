//! The commands that hold here, found by their words in both languages. Does not know what they do.

use super::{Choice, What, has_any};
use crate::app::context::Context;
use crate::app::keys::Bound;
use crate::app::keys::{self, Act, Place};
use crate::text::fold;
use crate::ui::{Origin, Role};
use crate::words::{Digits, Lang, Words};

/// Every command that holds in a place and is offered, with the folded words by which it is found; what is kept under a
/// name, too, where one `goes` somewhere from here.
pub(in crate::app) fn commands(
    context: &Context,
    place: Place,
    goes: bool,
    is_offered: impl Fn(Act) -> bool,
) -> Vec<(Choice, Vec<String>)> {
    let other = match context.words.lang() {
        Lang::Fa => Words::new(Lang::En, Digits::Latin),
        Lang::En => Words::new(Lang::Fa, Digits::Persian),
    };
    // What only moves is done by its keys, not by its name.
    let bound = context.keymap.of(place).filter(|bound| {
        let moves = matches!(
            bound.binding.act,
            Act::Move | Act::MoveInText | Act::Select | Act::Palette | Act::Go
        );
        !moves && is_offered(bound.binding.act)
    });
    let mut all: Vec<_> = bound.map(|bound| row(context, &other, bound, "")).collect();
    // Where one can go is named, too, not only the key that waits for it.
    let go = context.key(Act::Go, place);
    let seconds = context.keymap.goes(place);
    let seconds = seconds.filter(|bound| bound.binding.act != Act::Jump && is_offered(bound.binding.act));
    all.extend(seconds.map(|bound| row(context, &other, bound, &go)));
    let kept = context.setup.settings.filters.iter();
    all.extend(kept.filter(|_| goes).map(|kept| filter(context, kept)));
    all
}

/// A command with the folded words by which it is found; `before` is the key that comes before its own.
fn row(context: &Context, other: &Words, bound: Bound, before: &str) -> (Choice, Vec<String>) {
    let word = context.words.say(bound.binding.word);
    let found_by = vec![fold(&word), fold(&other.say(bound.binding.word))];
    let key = keys::key_word(bound, context.words).key;
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
fn filter(context: &Context, (name, filter): (&String, &String)) -> (Choice, Vec<String>) {
    let choice = Choice {
        what: What::Filter(filter.clone()),
        label: String::new(),
        text: name.clone(),
        origin: Origin::Stored,
        remark: context.words.say("filter-kept"),
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

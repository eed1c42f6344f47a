//! Every key that the help of a screen names does something there, or a sentence says why not.

use super::desk::Desk;
use super::screens::{SCREENS, styles};
use crate::app::keys::{Act, holds_everywhere};
use crate::app::machine::find;
use crate::app::machine::offered::{help_place, is_offered};
use crate::app::{Model, Msg};
use crate::ui::key::Key;
use crate::words::Lang;

/// Screens beside those of the snapshots: what is final, empty or still to be held.
const FURTHER: &[(&str, &str)] = &[
    ("planned", "1"),
    ("planned-agenda", "2"),
    ("planned-roll", "3"),
    ("final-agenda", "<Down><Down>2"),
    ("final-roll", "<Down><Down>3"),
    ("final-talk", "<Down><Down>4"),
    ("final-resolutions", "<Down><Down>5"),
    ("figures", "gy"),
    ("history", "h"),
    ("organisations", "w2"),
    ("bodies", "w3"),
    ("seat", "w<Enter>"),
];
/// What holds everywhere is tried in one place of each kind.
const OF_ALL: [&str; 3] = ["sessions", "resolutions", "members"];

/// Keys that are named where the selected row has nothing for them: a setting that is no key, a matter that nothing is
/// typed for.
const STILL_SILENT: [&str; 2] = ["settings: do-default-keys", "import-answered: do-type-meaning"];

/// Keys that move within what there is: at its ends they have nowhere to go; that open what is open; that type; and that
/// the terminal's own side takes.
fn is_at_its_end(act: Act) -> bool {
    matches!(
        act,
        Act::Move
            | Act::MoveInText
            | Act::Select
            | Act::MoveUp
            | Act::MoveDown
            | Act::Next
            | Act::Previous
            | Act::Onward
            | Act::Backward
            | Act::Tab(_)
            | Act::Back
            | Act::Zwnj
            | Act::Calibrate
    )
}

/// Whether something lies over the screen that takes all keys and has no help of its own.
fn is_covered(model: &Model) -> bool {
    let lies_over = model.dialog.is_some() || model.palette.is_some() || model.naming.is_some();
    lies_over || model.peek.is_some() || model.help.is_some() || model.going || find::is_open(model)
}

fn at(keys: &str) -> Desk {
    let mut desk = Desk::new(Lang::Fa, 100, 40);
    desk.press(keys).left_over();
    desk
}

/// The commands that the help names on a screen, each with its first key.
fn named(name: &str, desk: &Desk) -> Vec<(&'static str, Key)> {
    let model = &desk.model;
    let bound = model.keymap.of(help_place(model)).filter(|bound| {
        let act = bound.binding.act;
        let is_tried = OF_ALL.contains(&name) || !holds_everywhere(bound.binding);
        is_tried && is_offered(model, act) && !is_at_its_end(act)
    });
    bound
        .filter_map(|bound| Some((bound.binding.word, *bound.keys.first()?)))
        .collect()
}

/// Whether a key leaves a screen as it is and asks for nothing.
fn is_silent(keys: &str, key: Key) -> bool {
    let mut desk = at(keys);
    let (before, colours) = (desk.visual(), styles(&desk));
    desk.tell(Msg::Key(key));
    desk.left_over().is_empty() && desk.visual() == before && styles(&desk) == colours
}

#[test]
fn every_key_that_the_help_names_does_something_or_says_why_not() {
    let mut silent = Vec::new();
    for (name, keys) in SCREENS.iter().chain(FURTHER) {
        let desk = at(keys);
        if is_covered(&desk.model) {
            continue;
        }
        let quiet = named(name, &desk)
            .into_iter()
            .filter(|(_, key)| is_silent(keys, *key));
        silent.extend(quiet.map(|(word, _)| format!("{name}: {word}")));
    }
    assert_eq!(silent, STILL_SILENT);
}

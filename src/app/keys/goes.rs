//! Where one can go to by a second key, after that of [`Act::Go`]. Does not know what going there does.

use super::acts::{Act, Binding};
use super::places::{EVERYWHERE, OF_SESSION, Place, Place::*};
use crate::app::stage::Stage;
use crate::ui::Key;

const fn to(
    act: Act,
    name: &'static str,
    keys: &'static [Key],
    places: &'static [Place],
    word: &'static str,
) -> Binding {
    Binding {
        act,
        keys,
        persian_key: None,
        go_name: Some(name),
        places,
        word,
        in_bar: false,
    }
}

/// The same where two keys go there: the second one is that of the Persian word.
const fn to_by(keys: &'static [Key; 2], binding: Binding) -> Binding {
    Binding {
        keys,
        persian_key: Some(keys[1]),
        ..binding
    }
}

const fn c(letter: char) -> Key {
    Key::char(letter)
}

/// All of them, in the order in which they are shown.
pub const GOES: &[Binding] = &[
    to_by(
        &[c('s'), c('[')],
        to(
            Act::GoToSessions,
            "go-sessions",
            &[],
            EVERYWHERE,
            "screen-sessions",
        ),
    ),
    to_by(
        &[c('o'), c('f')],
        to(Act::OpenList, "go-open-list", &[], EVERYWHERE, "do-open-list"),
    ),
    to_by(
        &[c('w'), c('h')],
        to(Act::Members, "go-members", &[], EVERYWHERE, "screen-members"),
    ),
    to(Act::History, "go-history", &[c('j')], EVERYWHERE, "do-history"),
    to_by(
        &[c('y'), c('\'')],
        to(Act::Figures, "go-figures", &[], EVERYWHERE, "screen-figures"),
    ),
    to(
        Act::GoToSession,
        "go-session",
        &[c('g')],
        &[Open, Resolution, Note],
        "do-go-to-session",
    ),
    to(Act::Jump, "go-jump", &[c('/')], EVERYWHERE, "do-jump"),
    to(
        Act::Stage(Stage::Invitation),
        "go-invitation",
        &[c('i')],
        OF_SESSION,
        "do-invitation",
    ),
    to(
        Act::Stage(Stage::Review),
        "go-review",
        &[c('l')],
        OF_SESSION,
        "do-review",
    ),
    to(
        Act::Stage(Stage::ReadBack),
        "go-read-back",
        &[c('r')],
        OF_SESSION,
        "do-read-back",
    ),
    to(
        Act::Stage(Stage::Closing),
        "go-close",
        &[c('k')],
        OF_SESSION,
        "do-close",
    ),
    to(
        Act::Stage(Stage::Corrections),
        "go-corrections",
        &[c('t')],
        OF_SESSION,
        "do-corrections",
    ),
    to(
        Act::GoToFollowed,
        "go-followed",
        &[c('e')],
        &[Resolution],
        "do-go-to-followed",
    ),
];

/// Whether the keys of a command come after that of [`Act::Go`].
pub fn is_second(binding: &Binding) -> bool {
    binding.go_name.is_some()
}

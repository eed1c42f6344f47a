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

const fn to_stage(stage: Stage) -> Binding {
    let (name, keys, word): (_, &[Key], _) = match stage {
        Stage::Invitation => ("go-invitation", const { &[c('i')] }, "do-invitation"),
        Stage::Review => ("go-review", const { &[c('l')] }, "do-review"),
        Stage::ReadBack => ("go-read-back", const { &[c('r')] }, "do-read-back"),
        Stage::Closing => ("go-close", const { &[c('k')] }, "do-close"),
        Stage::Corrections => ("go-corrections", const { &[c('t')] }, "do-corrections"),
        Stage::Versions => ("go-versions", const { &[c('u')] }, "do-versions"),
        Stage::Letters => ("go-letters", const { &[c('d')] }, "do-letters"),
    };
    to(Act::Stage(stage), name, keys, OF_SESSION, word)
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
    to(
        Act::VoteByName,
        "go-ballots",
        &[c('p')],
        &[Resolutions, Resolution],
        "do-ballots",
    ),
    to(Act::Import, "go-import", &[c('a')], EVERYWHERE, "do-import"),
    to(Act::Jump, "go-jump", &[c('/')], EVERYWHERE, "do-jump"),
    to_stage(Stage::Invitation),
    to_stage(Stage::Review),
    to_stage(Stage::ReadBack),
    to_stage(Stage::Closing),
    to_stage(Stage::Corrections),
    to_stage(Stage::Versions),
    to_stage(Stage::Letters),
    to(
        Act::GoToFollowed,
        "go-followed",
        &[c('e')],
        &[Resolution],
        "do-go-to-followed",
    ),
];

const _: () = assert!(stages() == Stage::ALL.len(), "a stage that no key goes to");

/// How many of them go to a stage.
const fn stages() -> usize {
    let (mut count, mut at) = (0, 0);
    while at < GOES.len() {
        if matches!(GOES[at].act, Act::Stage(_)) {
            count += 1;
        }
        at += 1;
    }
    count
}

/// Whether the keys of a command come after that of [`Act::Go`].
pub fn is_second(binding: &Binding) -> bool {
    binding.go_name.is_some()
}

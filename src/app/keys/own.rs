//! The keys of a person: the table of commands with her own keys put in, and what of them cannot hold. Does not know
//! where her keys are written down.

use super::acts::{Act, Binding};
use super::bindings::BINDINGS;
use super::bound::{Bound, key_word};
use super::goes::{GOES, is_second};
use super::names::reading_order;
use super::places::Place;
use crate::ui::{Code, Key, KeyWord};
use crate::words::Words;
use std::collections::BTreeMap;

/// A person's own keys by the names of commands; as commands ([`Key::as_command`]).
pub type OwnKeys = BTreeMap<String, Vec<Key>>;

/// Own keys that cannot hold; the command keeps its first keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The command's name.
    pub command: String,
    /// Why not.
    pub why: Why,
}

/// Why keys cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such command.
    NoSuchCommand,
    /// The command moves by the keys themselves.
    FixedCommand,
    /// The key means the same everywhere: Enter, Escape, an arrow.
    FixedKey(Key),
    /// The command holds in forms alone, where the key types a character.
    Types(Key),
    /// A command cannot be without a key.
    NoKey,
    /// The key belongs to another command of the same place.
    Taken {
        /// The key.
        key: Key,
        /// The word of the other command.
        by: &'static str,
        /// Where both hold.
        place: Place,
        /// Whether both come after the key that says where to go.
        after_go: bool,
    },
}

/// Every command with its keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// The keys of each of the [`commands`].
    keys: Vec<Vec<Key>>,
}

/// All commands, those last that come after the key that says where to go.
pub fn commands() -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().chain(GOES)
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap {
            keys: commands().map(|binding| binding.keys.to_vec()).collect(),
        }
    }
}

impl Keymap {
    /// The table with a person's keys put in, and those that cannot hold. In no place does a key mean two things
    /// afterwards, and no command is without a key.
    pub fn new(own: &OwnKeys) -> (Keymap, Vec<Refused>) {
        let mut own = own.clone();
        let mut refused = Vec::new();
        while let Some(next) = first_refused(&own) {
            own.remove(&next.command);
            refused.push(next);
        }
        (put_in(&own), refused)
    }

    /// All commands.
    pub fn all(&self) -> impl Iterator<Item = Bound<'_>> {
        let rows = commands().zip(&self.keys);
        rows.map(|(binding, keys)| Bound { binding, keys })
    }

    /// The commands of a place, but for those that come after the key that says where to go.
    pub fn of(&self, place: Place) -> impl Iterator<Item = Bound<'_>> {
        self.all()
            .filter(move |bound| !is_second(bound.binding) && bound.binding.places.contains(&place))
    }

    /// Where one can go to from a place by a second key, after that of [`Act::Go`].
    pub fn goes(&self, place: Place) -> impl Iterator<Item = Bound<'_>> {
        self.all()
            .filter(move |bound| is_second(bound.binding) && bound.binding.places.contains(&place))
    }

    /// What the second key asks for in a place.
    pub fn go(&self, key: Key, place: Place) -> Option<Act> {
        let key = key.as_command();
        self.goes(place)
            .find(|bound| bound.keys.contains(&key))
            .map(|bound| bound.binding.act)
    }

    /// What a key asks for in a place. `rightwards` says whether the arrow that points right goes onward in reading.
    pub fn act(&self, key: Key, place: Place, rightwards: bool) -> Option<Act> {
        let key = reading_order(key.as_command(), rightwards);
        self.of(place)
            .find(|bound| bound.keys.contains(&key))
            .map(|bound| bound.binding.act)
    }

    /// The key bar of a place, of what is offered now.
    pub fn bar(&self, place: Place, words: &Words, is_offered: impl Fn(Act) -> bool) -> Vec<KeyWord> {
        self.of(place)
            .filter(|bound| bound.binding.in_bar && is_offered(bound.binding.act))
            .map(|bound| key_word(bound, words))
            .collect()
    }

    /// The name of the key that is shown for what is asked for in a place.
    pub fn shown(&self, act: Act, place: Place, words: &Words) -> String {
        let bound = self.of(place).find(|bound| bound.binding.act == act);
        bound.map(|bound| key_word(bound, words).key).unwrap_or_default()
    }
}

/// Whether a key means the same everywhere, whatever else a person binds.
pub fn is_fixed(key: Key) -> bool {
    let kept = matches!(
        key.code,
        Code::Enter | Code::Escape | Code::Up | Code::Down | Code::Left | Code::Right
    );
    kept && !key.ctrl && !key.alt
}

/// Whether characters are typed in a place.
fn is_typed_in(place: &Place) -> bool {
    matches!(place, Place::Form | Place::Lookup)
}

/// Whether the keys of a command may be others.
pub fn is_free(binding: &Binding) -> bool {
    !matches!(
        binding.act,
        Act::Move | Act::MoveInText | Act::Select | Act::Calibrate
    )
}

/// Her keys in the place of the first ones, but for those that mean the same everywhere.
fn put_in(own: &OwnKeys) -> Keymap {
    let keys = commands().map(|binding| {
        let first = binding.keys.to_vec();
        let Some(wanted) = own.get(binding.name()) else {
            return first;
        };
        let types = |key: &Key| binding.places.iter().any(is_typed_in) && key.typed().is_some();
        let wanted: Vec<Key> = wanted.iter().filter(|key| !types(key)).copied().collect();
        if wanted.is_empty() {
            return first;
        }
        let fixed = first.into_iter().filter(|key| is_fixed(*key));
        wanted.into_iter().chain(fixed).collect()
    });
    Keymap { keys: keys.collect() }
}

/// The first of a person's keys that cannot hold beside the others.
fn first_refused(own: &OwnKeys) -> Option<Refused> {
    let by_itself = own.iter().find_map(|(command, keys)| {
        let why = wrong(command, keys)?;
        Some(Refused {
            command: command.clone(),
            why,
        })
    });
    by_itself.or_else(|| first_clash(own))
}

/// What is wrong with keys whatever the other commands have.
fn wrong(command: &str, keys: &[Key]) -> Option<Why> {
    let mut named = commands().filter(|binding| binding.name() == command).peekable();
    if named.peek().is_none() {
        return Some(Why::NoSuchCommand);
    }
    let (mut free, mut only_forms, mut needs_key) = (true, true, false);
    for binding in named {
        free &= is_free(binding);
        only_forms &= binding.places.iter().all(is_typed_in);
        needs_key |= !binding.keys.iter().any(|key| is_fixed(*key));
    }
    let fixed = || keys.iter().find(|key| is_fixed(**key));
    let typing = || keys.iter().find(|key| key.typed().is_some());
    match () {
        () if !free => Some(Why::FixedCommand),
        () if keys.is_empty() => needs_key.then_some(Why::NoKey),
        () if fixed().is_some() => fixed().map(|key| Why::FixedKey(*key)),
        () if only_forms => typing().map(|key| Why::Types(*key)),
        () => None,
    }
}

/// A key that means two things in one place, by itself or after the key that says where to go. Of two own ones the
/// command further down gives way.
fn first_clash(own: &OwnKeys) -> Option<Refused> {
    let map = put_in(own);
    let rows: Vec<Bound> = map.all().collect();
    for (number, second) in rows.iter().enumerate() {
        let after_go = is_second(second.binding);
        let before = rows[..number].iter();
        for first in before.filter(|first| is_second(first.binding) == after_go) {
            let shared = second.keys.iter().find(|key| first.keys.contains(key));
            let place = second
                .binding
                .places
                .iter()
                .find(|place| first.binding.places.contains(place));
            let (Some(key), Some(place)) = (shared, place) else {
                continue;
            };
            let is_own = |bound: &Bound| own.contains_key(bound.binding.name());
            let (loses, keeps) = match (is_own(first), is_own(second)) {
                (_, true) => (second, first),
                (true, false) => (first, second),
                // The table itself has no clash; its test says so.
                (false, false) => continue,
            };
            let why = Why::Taken {
                key: *key,
                by: keeps.binding.word,
                place: *place,
                after_go,
            };
            return Some(Refused {
                command: loses.binding.name().to_owned(),
                why,
            });
        }
    }
    None
}

//! A command with the keys that it has, and both in words. Does not know who chose the keys.

use super::acts::Binding;
use super::names::{key_name, names_of, reading_order};
use crate::ui::{Key, KeyWord};
use crate::words::{Lang, Words};

/// A command with the keys that it has.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'k> {
    /// The command.
    pub binding: &'static Binding,
    /// Its keys, as [`Binding::keys`].
    pub keys: &'k [Key],
}

impl Bound<'_> {
    /// Its keys, the one first that is shown in a language.
    pub fn shown_first(&self, lang: Lang) -> Vec<Key> {
        let mut keys = self.keys.to_vec();
        let persian = self.binding.persian_key.filter(|key| keys.contains(key));
        if let (Lang::Fa, Some(key)) = (lang, persian) {
            keys.retain(|other| *other != key);
            keys.insert(0, key);
        }
        keys
    }
}

/// The first key of a command and its word.
pub fn key_word(bound: Bound, words: &Words) -> KeyWord {
    let shown = bound.shown_first(words.lang()).into_iter().next();
    KeyWord {
        key: shown.map(|key| key_name(key, words)).unwrap_or_default(),
        word: words.say(bound.binding.word),
        // As it comes from the keyboard: there arrows point, they do not go onward.
        press: shown.map(|key| reading_order(key, words.lang() == Lang::En)),
    }
}

/// All keys of a command, the shown one first, and its word; in a Persian interface letters with their QWERTY twin.
pub fn help_of(bound: Bound, words: &Words) -> KeyWord {
    KeyWord {
        key: names_of(&bound.shown_first(words.lang()), words),
        word: words.say(bound.binding.word),
        press: None,
    }
}

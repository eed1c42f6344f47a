//! What is wrong with a file of settings, and the sentences of it. Does not know how the file is read.

use crate::app::keys::key_name;
use crate::app::keys::places;
use crate::app::keys::{Refused, Why};
use crate::office::command::DiskError;
use crate::say::obstacles;
use crate::words::Words;

/// One thing that is wrong with a file. What is right beside it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsProblem {
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The file cannot be read at all.
    NotRead(DiskError),
    /// It is no text in UTF-8.
    NotText,
    /// It does not follow TOML from this line on: nothing of it holds.
    NotToml,
    /// A name that is no setting. It is kept.
    UnknownName(String),
    /// A value that the setting cannot have.
    WrongValue {
        /// The setting.
        name: String,
        /// What it can have.
        allowed: String,
    },
    /// The keys of a command are no list of texts.
    NoList(String),
    /// A text that names no key.
    NoKey {
        /// The command.
        command: String,
        /// The text.
        written: String,
    },
    /// Keys that cannot hold.
    Keys(Refused),
}

impl Wrong {
    /// Whether it is about one line, so that the others hold.
    pub fn is_of_a_line(&self) -> bool {
        !matches!(self, Wrong::NotRead(_) | Wrong::NotText | Wrong::NotToml)
    }
}

/// Why settings were not saved; the file stands as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The file cannot be read, so nothing may be written over it; with its line where that is known.
    Damaged(Option<usize>),
    /// There is no folder of settings on this platform.
    NoPlace,
    /// The file system refused.
    NotWritten(DiskError),
}

/// What is wrong and what to do.
pub fn problem(words: &Words, problem: &SettingsProblem) -> String {
    let what = wrong(words, &problem.wrong);
    match problem.line {
        Some(line) => {
            let args = [("line", line.into()), ("what", what.into())];
            words.say_with("settings-problem-at", &args)
        }
        None => what,
    }
}

fn wrong(words: &Words, wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotRead(why) => words.say_with("settings-not-read", &obstacles::of_disk(words, *why)),
        Wrong::NotText => words.say("settings-not-text"),
        Wrong::NotToml => words.say("settings-not-toml"),
        Wrong::UnknownName(name) => words.say_with("settings-unknown-name", &[("name", name.into())]),
        Wrong::WrongValue { name, allowed } => words.say_with(
            "settings-wrong-value",
            &[("name", name.into()), ("allowed", allowed.into())],
        ),
        Wrong::NoList(command) => words.say_with("settings-no-list", &[("command", command.into())]),
        Wrong::NoKey { command, written } => words.say_with(
            "settings-no-key",
            &[("command", command.into()), ("written", written.into())],
        ),
        Wrong::Keys(refused) => keys_refused(words, refused),
    }
}

/// Why keys cannot hold.
pub fn keys_refused(words: &Words, refused: &Refused) -> String {
    let command = ("command", refused.command.as_str().into());
    match refused.why {
        Why::NoSuchCommand => words.say_with("keys-no-such-command", &[command]),
        Why::FixedCommand => words.say_with("keys-fixed-command", &[command]),
        Why::FixedKey(key) => words.say_with("keys-fixed-key", &[("key", key_name(key, words).into())]),
        Why::Types(key) => words.say_with("keys-types", &[("key", key_name(key, words).into())]),
        Why::NoKey => words.say_with("keys-none", &[command]),
        Why::Taken {
            key,
            by,
            place,
            after_go,
        } => {
            let args = [
                ("key", key_name(key, words).into()),
                ("by", words.say(by).into()),
                ("place", words.say(places::word(place)).into()),
            ];
            match after_go {
                true => words.say_with("keys-taken-after-go", &args),
                false => words.say_with("keys-taken", &args),
            }
        }
    }
}

/// Why settings were not saved.
pub fn not_saved(words: &Words, why: &NotSaved) -> String {
    match why {
        NotSaved::Damaged(Some(line)) => {
            words.say_with("settings-not-saved-damaged-at", &[("line", (*line).into())])
        }
        NotSaved::Damaged(None) => words.say("settings-not-saved-damaged"),
        NotSaved::NoPlace => words.say("settings-not-saved-no-place"),
        NotSaved::NotWritten(why) => words.say_with("settings-not-saved", &obstacles::of_disk(words, *why)),
    }
}

//! The names of keys as people read them, and their order in reading. Does not know what a key asks for.

use crate::text::isolate;
use crate::ui::{Code, Key, persian_twin};
use crate::words::{Lang, Words};

/// The names of keys beside each other; in a Persian interface letters with their QWERTY twin.
pub fn names_of(keys: &[Key], words: &Words) -> String {
    // Each name stands by itself: two Latin ones beside each other would change places in a Persian line.
    let names: Vec<String> = keys.iter().map(|key| isolate(&full_name(*key, words))).collect();
    names.join("  ")
}

/// The name of a key; in a Persian interface that of a letter with its QWERTY twin.
fn full_name(key: Key, words: &Words) -> String {
    let name = key_name(key, words);
    match key.code {
        Code::Char(letter) if words.lang() == Lang::Fa && letter.is_ascii_lowercase() && !key.ctrl => {
            format!("{name}/{letter}")
        }
        _ => name,
    }
}

/// The names of keys behind that of the key which waits for them.
pub fn behind(go: &str, names: &str) -> String {
    format!("{} {names}", isolate(go))
}

/// The name of a key: a letter as it stands on the keyboard of the interface's language.
pub fn key_name(key: Key, words: &Words) -> String {
    let name = match key.code {
        Code::Char(' ') => words.say("key-space"),
        Code::Char(digit) if digit.is_ascii_digit() => words.number(digit),
        Code::Char(letter) => match words.lang() {
            Lang::Fa if !key.ctrl => persian_twin(letter).unwrap_or(letter).to_string(),
            _ if key.ctrl => letter.to_ascii_uppercase().to_string(),
            _ => letter.to_string(),
        },
        Code::F(number) => format!("F{number}"),
        Code::Enter => words.say("key-enter"),
        Code::Escape => words.say("key-escape"),
        Code::Tab => words.say("key-tab"),
        Code::Backspace => words.say("key-backspace"),
        Code::Delete => words.say("key-delete"),
        Code::Insert => words.say("key-insert"),
        Code::Home => words.say("key-home"),
        Code::End => words.say("key-end"),
        Code::PageUp => words.say("key-page-up"),
        Code::PageDown => words.say("key-page-down"),
        Code::Up => "↑".to_owned(),
        Code::Down => "↓".to_owned(),
        // Named in reading order: onward is where the reading goes.
        Code::Right => if words.lang() == Lang::Fa { "←" } else { "→" }.to_owned(),
        Code::Left => if words.lang() == Lang::Fa { "→" } else { "←" }.to_owned(),
    };
    let with = |modifier: bool, prefix: &'static str| if modifier { prefix } else { "" };
    let (ctrl, alt, shift) = (
        with(key.ctrl, "Ctrl-"),
        with(key.alt, "Alt-"),
        with(key.shift, "Shift-"),
    );
    format!("{ctrl}{alt}{shift}{name}")
}

/// The key with its arrow turned so that right means onward.
pub fn reading_order(key: Key, rightwards: bool) -> Key {
    let code = match (key.code, rightwards) {
        (Code::Left, false) => Code::Right,
        (Code::Right, false) => Code::Left,
        (code, _) => code,
    };
    Key { code, ..key }
}

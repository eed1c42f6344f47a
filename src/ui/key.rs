//! A key as a screen sees it, and a typist's keyboard layout. Does not know any terminal's way of sending keys, nor
//! what a key does.

use std::collections::HashMap;
use std::sync::OnceLock;

/// One press of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; of a character it is already in the character.
    pub shift: bool,
}

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, as the layout that is switched on gives it.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Tab; backwards with Shift.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Up.
    Up,
    /// Down.
    Down,
    /// The arrow that points left on the keyboard.
    Left,
    /// The arrow that points right on the keyboard.
    Right,
    /// A function key, from 1.
    F(u8),
}

impl Key {
    /// A key without Ctrl, Alt and Shift.
    pub const fn plain(code: Code) -> Key {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character without Ctrl and Alt.
    pub const fn char(c: char) -> Key {
        Key::plain(Code::Char(c))
    }

    /// A function key.
    pub const fn f(number: u8) -> Key {
        Key::plain(Code::F(number))
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Key {
        Key {
            code: Code::Char(c),
            ctrl: true,
            alt: false,
            shift: false,
        }
    }

    /// The key with Shift.
    pub const fn shifted(self) -> Key {
        Key { shift: true, ..self }
    }

    /// The character that this key types into a field, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The same key in a place where keys are commands: a Persian letter is its QWERTY twin, a digit of any kind is an
    /// ASCII digit, a capital is its small letter (Caps Lock is no command).
    pub fn as_command(self) -> Key {
        let Code::Char(c) = self.code else { return self };
        let twin = match twins().get(&c) {
            Some(twin) if twin.agree || self.ctrl => twin.key,
            Some(_) => c,
            None => c,
        };
        Key {
            code: Code::Char(twin.to_ascii_lowercase()),
            shift: false,
            ..self
        }
    }
}

/// The key of the QWERTY layout that a Persian character sits on.
#[derive(Clone, Copy, Debug)]
struct Twin {
    key: char,
    /// Whether all Persian layouts that have the character have it there.
    agree: bool,
}

/// The Persian letter on a QWERTY key (a small letter or one of `[ ] ; '`), where all layouts agree on it.
pub fn persian_twin(key: char) -> Option<char> {
    static LETTERS: OnceLock<HashMap<char, char>> = OnceLock::new();
    let letters = LETTERS.get_or_init(|| {
        let agreed = twins().iter().filter(|(c, twin)| twin.agree && !c.is_numeric());
        agreed.map(|(c, twin)| (twin.key, *c)).collect()
    });
    letters.get(&key).copied()
}

/// A text as it would have come with the Persian layout, where it was typed with a Latin one.
pub fn persian_keys(typed: &str) -> String {
    static LETTERS: OnceLock<HashMap<char, char>> = OnceLock::new();
    let letters = LETTERS.get_or_init(|| {
        let mut letters: Vec<(char, char)> = twins().iter().map(|(c, twin)| (twin.key, *c)).collect();
        letters.retain(|(_, c)| c.is_alphabetic());
        letters.sort_unstable();
        letters.into_iter().collect()
    });
    typed
        .chars()
        .map(|c| letters.get(&c.to_ascii_lowercase()).copied().unwrap_or(c))
        .collect()
}

/// A text as it would have come with a Latin layout, where it was typed with the Persian one.
pub fn latin_keys(typed: &str) -> String {
    let letter = |c: char| twins().get(&c).map_or(c, |twin| twin.key.to_ascii_lowercase());
    typed.chars().map(letter).collect()
}

fn twins() -> &'static HashMap<char, Twin> {
    static TWINS: OnceLock<HashMap<char, Twin>> = OnceLock::new();
    TWINS.get_or_init(|| {
        include_str!("../../data/layouts/persian.tsv")
            .lines()
            .filter_map(row)
            .collect()
    })
}

/// One row of the layout file: character, code point, key, whether the layouts agree.
fn row(line: &str) -> Option<(char, Twin)> {
    let mut columns = line.split('\t').skip(1);
    let code_point = columns.next()?.strip_prefix("U+")?;
    let c = char::from_u32(u32::from_str_radix(code_point, 16).ok()?)?;
    let key = match columns.next()? {
        "space" => ' ',
        name => name.chars().next()?,
    };
    Some((
        c,
        Twin {
            key,
            agree: columns.next()? == "yes",
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persian_letter_is_the_command_of_its_key() {
        assert_eq!(Key::char('ش').as_command(), Key::char('a'));
        assert_eq!(Key::char('؟').as_command(), Key::char('?'));
        assert_eq!(Key::char('۵').as_command(), Key::char('5'));
        assert_eq!(Key::char('٥').as_command(), Key::char('5'));
        assert_eq!(Key::char('A').as_command(), Key::char('a'));
    }

    #[test]
    fn a_letter_on_which_layouts_disagree_is_no_command_but_counts_with_ctrl() {
        assert_eq!(Key::char('ز').as_command(), Key::char('ز'));
        assert_eq!(Key::ctrl('ز').as_command(), Key::ctrl('c'));
        assert_eq!(Key::ctrl('س').as_command(), Key::ctrl('s'));
    }

    #[test]
    fn words_typed_with_the_wrong_layout_are_the_words_that_were_meant() {
        assert_eq!(persian_keys("lw,fi"), "مصوبه");
        assert_eq!(latin_keys("ثیهف"), "edit");
        assert_eq!(latin_keys("edit"), "edit");
    }

    #[test]
    fn every_key_that_commands_may_use_shows_its_persian_letter() {
        let shown: String = "qwertyuiopasdfghjklz[];'?"
            .chars()
            .filter_map(persian_twin)
            .collect();
        assert_eq!(shown, "ضصثقفغعهخحشسیبلاتنمظجچکگ؟");
    }
}

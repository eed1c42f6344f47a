//! Keys as they stand in a file of settings: «F2», «ctrl-s», «ش». Does not know what a key does.

use crate::ui::{Code, Key};

const NAMES: [(&str, Code); 15] = [
    ("enter", Code::Enter),
    ("esc", Code::Escape),
    ("tab", Code::Tab),
    ("space", Code::Char(' ')),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
];

/// The last function key that terminals send.
const LAST_FUNCTION: u8 = 20;

/// The key that a text names, as a command: `ctrl-`, `alt-` and `shift-` before a character or a name. Upper and lower
/// case are one; a Persian letter names the key it sits on.
pub fn parse(text: &str) -> Option<Key> {
    let text = text.trim().to_ascii_lowercase();
    let mut rest = text.as_str();
    let (mut ctrl, mut alt, mut shift) = (false, false, false);
    while let Some((modifier, behind)) = rest.split_once('-').filter(|(_, behind)| !behind.is_empty()) {
        match modifier {
            "ctrl" => ctrl = true,
            "alt" => alt = true,
            "shift" => shift = true,
            _ => return None,
        }
        rest = behind;
    }
    let key = Key {
        code: code(rest)?,
        ctrl,
        alt,
        shift,
    };
    Some(key.as_command())
}

fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control() && !c.is_whitespace()).then_some(Code::Char(c));
    }
    if let Some(number) = name.strip_prefix('f') {
        let number: u8 = number.parse().ok()?;
        return (1..=LAST_FUNCTION).contains(&number).then_some(Code::F(number));
    }
    NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, code)| *code)
}

/// The text that names a key.
pub fn print(key: Key) -> String {
    let name = match key.code {
        Code::Char(' ') => "space".to_owned(),
        Code::Char(c) => c.to_string(),
        Code::F(number) => format!("F{number}"),
        code => NAMES
            .iter()
            .find(|(_, known)| *known == code)
            .map(|(name, _)| (*name).to_owned())
            .unwrap_or_default(),
    };
    let with = |modifier: bool, text: &'static str| if modifier { text } else { "" };
    let (ctrl, alt) = (with(key.ctrl, "ctrl-"), with(key.alt, "alt-"));
    format!("{ctrl}{alt}{}{name}", with(key.shift, "shift-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::bindings::BINDINGS;

    #[test]
    fn every_key_of_the_program_is_read_as_it_is_written() {
        for key in BINDINGS.iter().flat_map(|binding| binding.keys) {
            assert_eq!(parse(&print(*key)), Some(*key), "{}", print(*key));
        }
    }

    #[test]
    fn letters_of_both_layouts_and_any_case_name_the_same_key() {
        assert_eq!(parse("ش"), Some(Key::char('a')));
        assert_eq!(parse("A"), Some(Key::char('a')));
        assert_eq!(parse("Ctrl-S"), Some(Key::ctrl('s')));
        assert_eq!(parse(" f2 "), Some(Key::f(2)));
        assert_eq!(parse("Shift-Tab"), Some(Key::plain(Code::Tab).shifted()));
        assert_eq!(parse("ctrl--"), Some(Key::ctrl('-')));
        assert_eq!(parse("-"), Some(Key::char('-')));
    }

    #[test]
    fn what_names_no_key_is_none() {
        for text in [
            "", " ", "f0", "f21", "F٣", "ctrl", "ctrl-", "meta-", "ab", "\u{7}", "Enter-",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}

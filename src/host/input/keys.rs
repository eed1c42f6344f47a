//! Control bytes and sequences as keys. Does not know what a key does.
//!
//! After xterm's control sequences (ctlseqs), the Linux console's, rxvt's, and `CSI u` of the kitty keyboard protocol.

use crate::ui::key::{Code, Key};

/// The key with Alt.
pub(super) fn alt(key: Key) -> Key {
    Key { alt: true, ..key }
}

/// A byte below the blank, or DEL. A line feed is Enter typed ahead, before the terminal was taken over.
pub(super) fn control(byte: u8) -> Option<Key> {
    Some(match byte {
        b'\r' | b'\n' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x7F => Key::plain(Code::Backspace),
        0 => Key::ctrl(' '),
        1..=0x1A => Key::ctrl(char::from(byte - 1 + b'a')),
        0x1C..=0x1F => Key::ctrl(char::from(byte - 0x1C + b'4')),
        _ => return None,
    })
}

/// `ESC O` and a letter.
pub(super) fn single_shift(last: u8) -> Option<Key> {
    match last {
        b'a'..=b'd' => arrow(last.to_ascii_uppercase()).map(|key| Key { ctrl: true, ..key }),
        b'M' => Some(Key::plain(Code::Enter)),
        _ => arrow(last).or_else(|| function(last)),
    }
}

/// `ESC [ [` and a letter.
pub(super) fn console(last: u8) -> Option<Key> {
    matches!(last, b'A'..=b'E').then(|| Key::f(last - b'A' + 1))
}

/// `ESC [`, parameters and a last byte; none for the mouse, for focus, for releases and for what is not known.
pub(super) fn sequence(parameters: &[u8], last: u8) -> Option<Key> {
    let text = std::str::from_utf8(parameters).ok()?;
    let mut fields = text
        .split(';')
        .map(|field| field.split(':').map(|number| number.parse::<u32>()));
    let mut first_of_next = || fields.next().and_then(|mut field| field.next()?.ok());
    let (first, second, third) = (first_of_next(), first_of_next(), first_of_next());
    let is_release = text.split(';').nth(1).is_some_and(|field| field.ends_with(":3"));
    if is_release {
        return None;
    }
    let key = match last {
        b'~' if first == Some(27) => Key::plain(code_point(third?)?),
        b'~' => numbered(first?)?,
        b'^' => {
            return Some(Key {
                ctrl: true,
                ..numbered(first?)?
            });
        }
        b'u' => Key::plain(code_point(first?)?),
        b'Z' => return Some(Key::plain(Code::Tab).shifted()),
        b'a'..=b'd' => return arrow(last.to_ascii_uppercase()).map(Key::shifted),
        _ => arrow(last).or_else(|| function(last))?,
    };
    Some(modified(key, second.unwrap_or(1)))
}

/// The key with its modifiers, one more than their bits. Shift of a character is already in the character, but for the
/// blank, which has none of its own.
fn modified(key: Key, modifiers: u32) -> Key {
    let bits = modifiers.saturating_sub(1);
    let in_character = matches!(key.code, Code::Char(c) if c != ' ');
    let shift = bits & 1 != 0 && !in_character;
    Key {
        shift: key.shift || shift,
        alt: bits & 2 != 0,
        ctrl: bits & 4 != 0,
        ..key
    }
}

fn arrow(last: u8) -> Option<Key> {
    Some(Key::plain(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        _ => return None,
    }))
}

fn function(last: u8) -> Option<Key> {
    matches!(last, b'P'..=b'S').then(|| Key::f(last - b'P' + 1))
}

/// The number before `~`; with gaps, as the VT220 had them.
fn numbered(number: u32) -> Option<Key> {
    Some(match number {
        1 | 7 => Key::plain(Code::Home),
        2 => Key::plain(Code::Insert),
        3 => Key::plain(Code::Delete),
        4 | 8 => Key::plain(Code::End),
        5 => Key::plain(Code::PageUp),
        6 => Key::plain(Code::PageDown),
        11..=15 => Key::f(u8::try_from(number - 10).ok()?),
        17..=21 => Key::f(u8::try_from(number - 11).ok()?),
        23..=26 => Key::f(u8::try_from(number - 12).ok()?),
        28 | 29 => Key::f(u8::try_from(number - 13).ok()?),
        31..=34 => Key::f(u8::try_from(number - 14).ok()?),
        _ => return None,
    })
}

/// A key given by its code point.
fn code_point(number: u32) -> Option<Code> {
    Some(match number {
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Escape,
        8 | 127 => Code::Backspace,
        _ => Code::Char(char::from_u32(number).filter(|c| !c.is_control())?),
    })
}

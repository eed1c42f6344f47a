//! How a terminal writes: colours and attributes, and the shortest sequence from one to another.
//! Does not know what is written.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::io::Write;

/// What a terminal gives to the letters that come. The colour of underlines is not among it: nobody paints one, and
/// terminals that do not know it take its numbers for other attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ink {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// The attributes: what switches each on and off (ECMA-48, 8.3.117).
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Ink {
    /// That of a cell.
    pub fn of(cell: &Cell) -> Ink {
        Ink {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Writes what a terminal that writes like this needs to write like another: what changes, or all of it anew,
    /// whichever is shorter.
    pub fn turn(self, to: Ink, bytes: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let changed = self.changes(to);
        let mut anew = vec![0];
        anew.extend(Ink::default().changes(to));
        let codes = match sequence(&changed).len() <= sequence(&anew).len() {
            true => changed,
            false => anew,
        };
        bytes.extend(sequence(&codes));
    }

    fn changes(self, to: Ink) -> Vec<u8> {
        let mut codes = Vec::new();
        let gone = self.modifier - to.modifier;
        let mut come = to.modifier - self.modifier;
        for (attribute, _, off) in ATTRIBUTES {
            if gone.contains(attribute) && !codes.contains(&off) {
                codes.push(off);
            }
        }
        // Two attributes share what switches them off: the one that stays is switched on again.
        for (attribute, on, off) in ATTRIBUTES {
            if codes.contains(&off) && to.modifier.contains(attribute) {
                come |= attribute;
            }
            if come.contains(attribute) {
                codes.push(on);
            }
        }
        for (before, after, own) in [(self.fg, to.fg, 38), (self.bg, to.bg, 48)] {
            if before != after {
                colour(after, own, &mut codes);
            }
        }
        codes
    }
}

/// The numbers of a colour; `own` is what says that one follows. The first sixteen places of the palette have numbers of
/// their own, which are shorter. Those of the eight darker letters are left out: some terminals make brighter ones of
/// them where the text is bold.
fn colour(colour: Color, own: u8, codes: &mut Vec<u8>) {
    const LETTERS: u8 = 38;
    let place = match colour {
        Color::Reset => return codes.push(own + 1),
        Color::Rgb(red, green, blue) => return codes.extend([own, 2, red, green, blue]),
        Color::Indexed(place) => place,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    match place {
        0..=7 if own != LETTERS => codes.push(own - 8 + place),
        8..=15 => codes.push(own + 52 + place - 8),
        place => codes.extend([own, 5, place]),
    }
}

/// Select graphic rendition; nothing after the bracket is a nought.
fn sequence(codes: &[u8]) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    if codes != [0] {
        for (place, code) in codes.iter().enumerate() {
            let comma = if place == 0 { "" } else { ";" };
            // Writing into memory does not fail.
            let _ = write!(bytes, "{comma}{code}");
        }
    }
    bytes.push(b'm');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned(from: Ink, to: Ink) -> String {
        let mut bytes = Vec::new();
        from.turn(to, &mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn only_what_changes_is_said_or_all_anew_where_that_is_shorter() {
        let plain = Ink::default();
        let bold = Ink {
            modifier: Modifier::BOLD,
            ..plain
        };
        let red = Ink {
            fg: Color::Red,
            ..bold
        };
        let lit = Ink {
            bg: Color::Indexed(238),
            modifier: Modifier::BOLD | Modifier::REVERSED,
            ..red
        };
        assert_eq!(turned(plain, plain), "");
        assert_eq!(turned(plain, red), "\x1b[1;38;5;1m");
        assert_eq!(turned(bold, red), "\x1b[38;5;1m");
        assert_eq!(turned(red, bold), "\x1b[39m");
        assert_eq!(turned(lit, plain), "\x1b[m");
        assert_eq!(turned(lit, bold), "\x1b[0;1m");
        let selected = Ink {
            fg: Color::White,
            bg: Color::Blue,
            ..plain
        };
        assert_eq!(turned(plain, selected), "\x1b[97;44m");
    }

    #[test]
    fn bold_and_faint_are_switched_off_together_and_the_one_that_stays_comes_back() {
        let both = Ink {
            fg: Color::Red,
            modifier: Modifier::BOLD | Modifier::DIM,
            ..Ink::default()
        };
        let faint = Ink {
            modifier: Modifier::DIM,
            ..both
        };
        assert_eq!(turned(both, faint), "\x1b[22;2m");
    }
}

//! Frames through a terminal emulator: it must show what was painted, whatever was shown before.

use super::TerminalScreen;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

const COLUMNS: u16 = 12;
const ROWS: u16 = 9;

/// Letters of one, two and three bytes, one with a mark that takes no column. Letters of two columns have a test of their
/// own: how their second column looks when the first is written over, each terminal decides for itself.
const LETTERS: [&str; 5] = [" ", "a", "ب", "\u{FE91}", "ب\u{200E}"];
const COLOURS: [Color; 5] = [
    Color::Reset,
    Color::Red,
    Color::White,
    Color::Indexed(234),
    Color::Rgb(1, 2, 3),
];
/// Bold and faint together are not among them: the emulator holds one of them alone.
const WEIGHTS: [Modifier; 3] = [Modifier::empty(), Modifier::BOLD, Modifier::DIM];
const OTHERS: [Modifier; 3] = [Modifier::empty(), Modifier::UNDERLINED, Modifier::REVERSED];

/// What is put in a cell.
type Letter = (usize, Style);

/// One frame: which rows of a roll are shown, what is put over them and where, and the caret.
type Painted = (usize, Vec<(u16, u16, Letter)>, Option<(u16, u16)>);

fn style() -> impl Strategy<Value = Style> {
    let one = |count: usize| 0..count;
    (one(5), one(5), one(3), one(3)).prop_map(|(fg, bg, weight, other)| {
        Style::default()
            .fg(COLOURS[fg])
            .bg(COLOURS[bg])
            .add_modifier(WEIGHTS[weight] | OTHERS[other])
            .remove_modifier(WEIGHTS[(weight + 1) % 3] | WEIGHTS[(weight + 2) % 3])
    })
}

fn letter() -> impl Strategy<Value = Letter> {
    (0..LETTERS.len(), style())
}

fn painted() -> impl Strategy<Value = Painted> {
    let put = (0..COLUMNS, 0..ROWS, letter());
    let caret = proptest::option::of((0..COLUMNS, 0..ROWS));
    (0..12usize, prop::collection::vec(put, 0..30), caret)
}

/// Rows that a screen shows a part of, between a head and a foot.
fn roll() -> impl Strategy<Value = Vec<Vec<Letter>>> {
    prop::collection::vec(prop::collection::vec(letter(), usize::from(COLUMNS)), 20)
}

fn paint(buffer: &mut Buffer, roll: &[Vec<Letter>], (top, puts, _): &Painted) {
    let mut put = |x: u16, y: u16, (letter, style): Letter| {
        buffer.set_string(x, y, LETTERS[letter], style);
    };
    for (row, y) in roll[*top..].iter().zip(1..ROWS - 1) {
        for (letter, x) in row.iter().zip(0..) {
            put(x, y, *letter);
        }
    }
    for (x, y, letter) in puts {
        put(*x, *y, *letter);
    }
}

fn terminal() -> vt100::Parser {
    let mut terminal = vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0);
    terminal.process(b"\x1b[?25l");
    terminal
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::White => vt100::Color::Idx(15),
        Color::Indexed(place) => vt100::Color::Idx(place),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    }
}

fn is_shown(cell: &Cell, seen: &vt100::Cell) -> bool {
    let has = |modifier| cell.modifier.contains(modifier);
    let symbol = if seen.has_contents() { seen.contents() } else { " " };
    symbol == cell.symbol()
        && seen.fgcolor() == colour(cell.fg)
        && seen.bgcolor() == colour(cell.bg)
        && seen.bold() == has(Modifier::BOLD)
        && seen.dim() == has(Modifier::DIM)
        && seen.underline() == has(Modifier::UNDERLINED)
        && seen.inverse() == has(Modifier::REVERSED)
}

/// The first cell that does not stand on the terminal as it was painted.
fn amiss(buffer: &Buffer, terminal: &vt100::Parser) -> Option<String> {
    for y in 0..ROWS {
        for x in 0..COLUMNS {
            let seen = terminal.screen().cell(y, x).unwrap();
            let cell = &buffer[(x, y)];
            if !seen.is_wide_continuation() && !is_shown(cell, seen) {
                return Some(format!("{x},{y}: {cell:?} is shown as {seen:?}"));
            }
        }
    }
    None
}

proptest! {
    #[test]
    fn a_terminal_shows_each_frame_as_it_was_painted(
        erases: bool,
        roll in roll(),
        frames in prop::collection::vec(painted(), 1..6),
    ) {
        let mut screen = TerminalScreen::new(COLUMNS, ROWS);
        let mut terminal = terminal();
        for frame in frames {
            let caret = frame.2;
            let mut whole = None;
            let bytes = screen.frame(erases, |buffer| {
                paint(buffer, &roll, &frame);
                whole = Some(buffer.clone());
                caret
            });
            terminal.process(&bytes);
            prop_assert_eq!(amiss(&whole.unwrap(), &terminal), None);
            prop_assert_eq!(terminal.screen().hide_cursor(), caret.is_none());
            if let Some((x, y)) = caret {
                prop_assert_eq!(terminal.screen().cursor_position(), (y, x));
            }
            let again = screen.frame(erases, |buffer| { paint(buffer, &roll, &frame); caret });
            prop_assert!(again.is_empty(), "{:?}", again);
        }
    }
}

#[test]
fn long_blanks_are_erased_where_that_is_the_same() {
    let of = |text: &'static str| {
        move |buffer: &mut Buffer| {
            buffer.set_string(0, 0, text, Style::default());
            None
        }
    };
    let mut screen = TerminalScreen::new(20, ROWS);
    screen.frame(true, of("abcdefghijklmnopqrst"));
    assert_eq!(
        screen.frame(true, of("a             opqrst")),
        b"\r\x1b[C\x1b[13X"
    );
    assert_eq!(screen.frame(true, of("a             op")), b"\x1b[15C\x1b[K");
    let mut screen = TerminalScreen::new(20, ROWS);
    screen.frame(true, of("abcdefghijklmnopqrst"));
    assert_eq!(
        screen.frame(false, of("a             opqrst")),
        b"\r\x1b[C             "
    );
}

#[test]
fn a_list_that_moves_is_moved_by_the_terminal() {
    let row = |at: u64| format!("{:012}", (at + 1) * 987_654_321_987 % 1_000_000_000_000);
    let list = |top: u64| {
        move |buffer: &mut Buffer| {
            for (at, y) in (top..).zip(1..ROWS - 1) {
                buffer.set_string(0, y, row(at), Style::default());
            }
            None
        }
    };
    let mut screen = TerminalScreen::new(COLUMNS, ROWS);
    let mut terminal = terminal();
    terminal.process(&screen.frame(true, list(9)));
    let moved = screen.frame(true, list(10));
    let written = String::from_utf8(moved.clone()).unwrap();
    assert_eq!(written, format!("\x1b[2;8r\x1b[2H\x1b[M\x1b[r\x1b[8H{}", row(16)));
    terminal.process(&moved);
    let last = format!("{}\n{}", row(15), row(16));
    assert!(terminal.screen().contents().ends_with(&last));
    terminal.process(&screen.frame(true, list(8)));
    let first = format!("\n{}\n{}", row(8), row(9));
    assert!(terminal.screen().contents().starts_with(&first));
}

#[test]
fn a_short_gap_is_written_over_and_a_long_one_is_left() {
    let mut screen = TerminalScreen::new(COLUMNS, ROWS);
    let of = |text: &'static str| {
        move |buffer: &mut Buffer| {
            buffer.set_string(0, 0, text, Style::default());
            None
        }
    };
    screen.frame(false, of("abcdefghijkl"));
    assert_eq!(screen.frame(false, of("Xbcdefghijkl")), b"\rX");
    assert_eq!(screen.frame(false, of("YbcZefghijkl")), b"\x08YbcZ");
    assert_eq!(screen.frame(false, of("abcdefghijKl")), b"\rabcd\x1b[6CK");
}

#[test]
fn the_second_column_of_a_letter_is_not_written_over() {
    let mut screen = TerminalScreen::new(COLUMNS, ROWS);
    let mut terminal = terminal();
    for text in ["コaコa", "コbコb", "bbココ", "コaコa"] {
        let bytes = screen.frame(false, |buffer| {
            buffer.set_string(0, 0, text, Style::default());
            None
        });
        terminal.process(&bytes);
        assert_eq!(terminal.screen().contents().trim_end(), text);
    }
}

#[test]
fn what_a_terminal_kept_of_another_size_is_cleared() {
    let mut screen = TerminalScreen::new(COLUMNS, ROWS);
    let paint = |buffer: &mut Buffer| {
        buffer.set_string(0, 1, "ab", Style::default());
        None
    };
    screen.frame(false, paint);
    screen.resize(COLUMNS, ROWS);
    assert_eq!(screen.frame(false, paint), b"");
    screen.resize(COLUMNS - 1, ROWS);
    assert_eq!(screen.frame(false, paint), b"\x1b[2J\x1b[2Hab");
    screen.repaint();
    assert_eq!(screen.frame(false, paint), b"\x1b[2J\rab");
}

//! The card on which a person chooses how text is sent: the same line in each way, with the digit that chooses it. Only
//! the right one can be read, and it says itself what to press. Does not know which terminal it is shown on.

use super::ways::Way;
use crate::text::digits::latin_digits;
use crate::text::{Direction, TextForm};
use crate::ui::key::{Code, Key};
use crate::ui::{Area, Canvas, Look, Origin, Role, Theme};
use crate::words::{Arg, Digits, Lang, Words};
use ratatui::buffer::Buffer;

/// The ways on the card, the cheapest first.
pub const WAYS: [Way; 7] = [
    Way::App,
    Way::Marks,
    Way::Putty,
    Way::Kitty,
    Way::KittyFonts,
    Way::Konsole,
    Way::QTerminal,
];

/// The key that opens the card anywhere.
pub const KEY: Key = Key::f(8);

/// First row of the lines; the rows between them are left free.
const FIRST_ROW: u16 = 5;
const ROWS_A_LINE: u16 = 2;

/// What a key on the card does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardPressed {
    /// Nothing.
    Nothing,
    /// Chooses a way.
    Chosen(Way),
    /// Leaves everything as it is.
    Closed,
}

/// What a key does: a digit of any kind chooses its line, Escape closes.
pub fn press(key: Key) -> CardPressed {
    match key.code {
        Code::Escape => CardPressed::Closed,
        Code::Char(c) => {
            let number = latin_digits(&c.to_string()).parse::<usize>();
            let way = number.ok().and_then(|number| WAYS.get(number.checked_sub(1)?));
            way.map_or(CardPressed::Nothing, |way| CardPressed::Chosen(*way))
        }
        _ => CardPressed::Nothing,
    }
}

/// The card, in the language of the interface.
pub struct Card {
    words: Words,
    look: Look,
}

impl Card {
    /// The card for an interface.
    pub fn new(lang: Lang, digits: Digits, no_color: bool) -> Card {
        Card {
            words: Words::new(lang, digits),
            look: Look {
                direction: match lang {
                    Lang::Fa => Direction::Rtl,
                    Lang::En => Direction::Ltr,
                },
                form: TextForm::Visual,
                theme: Theme {
                    no_color,
                    ..Theme::default()
                },
            },
        }
    }

    /// Paints it over the whole buffer. Returns the rows that are to be sent in a way of their own.
    pub fn paint(&self, buffer: &mut Buffer) -> Vec<(u16, Way)> {
        buffer.reset();
        let mut canvas = Canvas::new(buffer, self.look);
        let area = canvas.area().inside(1);
        let heads = [
            (1, "calibration-title", Role::Strong),
            (2, "calibration-ask", Role::Plain),
            // In the other language: Latin letters are shown right by every terminal.
            (3, "calibration-ask-other", Role::Faint),
        ];
        for (row, id, role) in heads {
            say(&mut canvas, area, row, &self.words.say(id), role);
        }
        let mut rows = Vec::new();
        let mut row = FIRST_ROW;
        for (way, number) in WAYS.into_iter().zip(1i64..) {
            let line = self
                .words
                .say_with("calibration-line", &[("number", Arg::Number(number))]);
            say(&mut canvas, area, row, &line, Role::Plain);
            rows.push((row, way));
            row += ROWS_A_LINE;
        }
        say(
            &mut canvas,
            area,
            row,
            &self.words.say("calibration-leave"),
            Role::Faint,
        );
        rows
    }
}

fn say(canvas: &mut Canvas, area: Area, row: u16, text: &str, role: Role) {
    let style = canvas.style(role);
    canvas.text(area.column, row, area.columns, text, Origin::Ours, style);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::ways::Rewriter;
    use ratatui::layout::Rect;

    fn painted(lang: Lang) -> (Buffer, Vec<(u16, Way)>) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        let rows = Card::new(lang, Digits::Persian, false).paint(&mut buffer);
        (buffer, rows)
    }

    fn row(buffer: &Buffer, y: u16) -> String {
        (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect()
    }

    #[test]
    fn every_line_is_there_whole_and_differs_from_the_others_by_its_digit_alone() {
        for lang in [Lang::Fa, Lang::En] {
            let (buffer, rows) = painted(lang);
            let lines: Vec<Vec<char>> = rows
                .iter()
                .map(|(y, _)| row(&buffer, *y).chars().collect())
                .collect();
            for (line, number) in lines.iter().zip('۱'..) {
                assert!(!line.contains(&'…'), "{line:?}");
                assert_eq!(line.len(), lines[0].len());
                let other = line.iter().zip(&lines[0]).filter(|(a, b)| a != b);
                assert!(other.clone().all(|(a, b)| (*a, *b) == (number, '۱')), "{line:?}");
                assert!(number == '۱' || other.count() == 2, "{line:?}");
            }
        }
    }

    #[test]
    fn every_way_but_that_of_a_terminal_that_leaves_text_alone_changes_its_line() {
        let (painted, rows) = painted(Lang::Fa);
        let mut sent = painted.clone();
        Rewriter::default().rewrite(&mut sent, None, Way::App, &rows);
        let lines: Vec<String> = rows.iter().map(|(y, _)| row(&sent, *y)).collect();
        for (at, (y, way)) in rows.iter().enumerate() {
            assert_eq!(lines[at] == row(&painted, *y), *way == Way::App, "{way}");
        }
    }

    #[test]
    fn a_digit_of_any_kind_chooses_and_escape_leaves_things_as_they_are() {
        for digit in ['3', '۳', '٣'] {
            assert_eq!(press(Key::char(digit)), CardPressed::Chosen(Way::Putty));
        }
        assert_eq!(press(Key::char('0')), CardPressed::Nothing);
        assert_eq!(press(Key::char('9')), CardPressed::Nothing);
        assert_eq!(press(Key::char('ب')), CardPressed::Nothing);
        assert_eq!(press(Key::plain(Code::Escape)), CardPressed::Closed);
    }

    #[test]
    fn a_small_screen_gets_as_much_of_the_card_as_it_holds() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 4));
        Card::new(Lang::Fa, Digits::Persian, true).paint(&mut buffer);
    }
}

//! A field that is typed into, over an edit buffer: which key is which edit, and how rows, selection and caret are
//! painted. Does not know what is typed, nor where order is decided.

use super::canvas::Canvas;
use super::key::{Code, Key};
use super::look::{Area, Look, Origin};
use super::theme::Role;
use crate::text::{EditBuffer, EditCommand, EditOutcome, LineStyle, Motion};
use ratatui::style::{Modifier, Style};
use std::ops::Range;

const ZWNJ: char = '\u{200C}';

/// Gives a key to a buffer; a key that means nothing to it changes nothing.
pub fn press_editor(buffer: &mut EditBuffer, key: Key) -> EditOutcome {
    match edit(key) {
        Some(command) => buffer.apply(command),
        None => EditOutcome::default(),
    }
}

fn edit(key: Key) -> Option<EditCommand> {
    if let Some(c) = key.typed() {
        // Persian layouts send the joiner itself for Shift-Space; others send a blank with Shift.
        let joiner = c == ZWNJ || (c == ' ' && key.shift);
        return Some(if joiner {
            EditCommand::Zwnj
        } else {
            EditCommand::Type(c.to_string())
        });
    }
    match key.as_command() {
        Key {
            code: Code::Char(letter),
            ctrl: true,
            ..
        } => by_control(letter),
        Key {
            code: Code::Enter, ..
        } => Some(EditCommand::Newline),
        Key {
            code: Code::Backspace,
            ctrl,
            alt,
            ..
        } if ctrl || alt => Some(EditCommand::DeleteWordBackward),
        Key {
            code: Code::Backspace,
            ..
        } => Some(EditCommand::Backspace),
        Key {
            code: Code::Delete,
            ctrl: true,
            ..
        } => Some(EditCommand::DeleteWordForward),
        Key {
            code: Code::Delete, ..
        } => Some(EditCommand::Delete),
        Key { shift: true, .. } => motion(key).map(EditCommand::Select),
        _ => motion(key).map(EditCommand::Move),
    }
}

fn by_control(letter: char) -> Option<EditCommand> {
    Some(match letter {
        ' ' => EditCommand::Zwnj,
        'a' => EditCommand::SelectAll,
        'w' => EditCommand::DeleteWordBackward,
        _ => return None,
    })
}

fn motion(key: Key) -> Option<Motion> {
    Some(match (key.code, key.ctrl) {
        (Code::Left, false) => Motion::Left,
        (Code::Right, false) => Motion::Right,
        (Code::Left, true) => Motion::WordLeft,
        (Code::Right, true) => Motion::WordRight,
        (Code::Up, false) => Motion::Up,
        (Code::Down, false) => Motion::Down,
        (Code::Up, true) => Motion::ParagraphBackward,
        (Code::Down, true) => Motion::ParagraphForward,
        (Code::Home, false) => Motion::LineStart,
        (Code::End, false) => Motion::LineEnd,
        (Code::Home, true) => Motion::TextStart,
        (Code::End, true) => Motion::TextEnd,
        (Code::PageUp, _) => Motion::PageUp,
        (Code::PageDown, _) => Motion::PageDown,
        _ => return None,
    })
}

fn style_of(look: &Look) -> LineStyle {
    LineStyle {
        show_zwnj: true,
        ..look.line_style("", Origin::Stored)
    }
}

/// The rows that a buffer fills in so many columns, at most `rows_max`.
pub fn editor_rows(look: &Look, buffer: &EditBuffer, columns: u16, rows_max: u16) -> u16 {
    let rows = buffer.rows(
        usize::from(columns),
        usize::from(rows_max.max(1)),
        &style_of(look),
    );
    u16::try_from(rows.total)
        .unwrap_or(u16::MAX)
        .clamp(1, rows_max.max(1))
}

/// Paints the rows around the caret, the selection, and, where the field has the focus, the caret.
///
/// At a border of directions the letter before the caret is underlined; [`Canvas::caret_direction`] tells the one of the
/// text on which the caret itself stands.
pub fn paint_editor(canvas: &mut Canvas, area: Area, buffer: &EditBuffer, focused: bool) {
    paint_editor_with(canvas, area, buffer, focused, 0..0);
}

/// As [`paint_editor`], with the bytes of the text marked that are wrong.
pub fn paint_editor_with(
    canvas: &mut Canvas,
    area: Area,
    buffer: &EditBuffer,
    focused: bool,
    wrong: Range<usize>,
) {
    let look = canvas.look();
    let rows = buffer.rows(
        usize::from(area.columns),
        usize::from(area.rows),
        &style_of(&look),
    );
    let plain = canvas.style(Role::Plain);
    let ground = canvas.style(Role::Field);
    if focused {
        canvas.tint(area, ground);
    }
    let cell = |row: usize, left: usize| {
        let left = u16::try_from(left).ok()?;
        Some((left, area.row + u16::try_from(row).ok()?))
    };
    for (number, row) in rows.rows.iter().enumerate() {
        let Some((left, at)) = cell(number, row.left_column) else {
            continue;
        };
        // Bytes of a row count from its start.
        let wrong = wrong.start.saturating_sub(row.start_byte)..wrong.end.saturating_sub(row.start_byte);
        canvas.line_from_left(area, left, at, &row.line, plain, &[wrong]);
        if focused {
            let chosen = canvas.style(Role::Chosen);
            for stripe in &row.selected {
                for column in stripe.clone().filter_map(|column| u16::try_from(column).ok()) {
                    canvas.tint_from_left(area, column, at, chosen);
                }
            }
        }
    }
    if focused && let Some((left, at)) = cell(rows.caret.row, rows.caret.column) {
        canvas.put_caret_from_left(area, left, at, rows.caret.direction);
        if let Some((before, _)) = rows.caret.before_column.and_then(|column| cell(0, column)) {
            // The next letter appears at the caret or beside this cell, by its direction: both places are seen.
            let border = Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD);
            canvas.tint_from_left(area, before, at, border);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Direction;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    /// The columns that are underlined and bold (the empty ground is underlined too), the caret's column, and the direction it is in.
    fn hint(text: &str, caret_byte: usize) -> (Vec<u16>, Option<u16>, Option<Direction>) {
        let mut field = EditBuffer::new(text);
        field.apply(EditCommand::MoveTo(caret_byte));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
        let mut canvas = Canvas::new(&mut buffer, Look::default());
        paint_editor(&mut canvas, Area::new(0, 0, 10, 1), &field, true);
        let (caret, direction) = (canvas.caret(), canvas.caret_direction());
        let underlined = |x: &u16| {
            buffer[(*x, 0)]
                .modifier
                .contains(Modifier::UNDERLINED | Modifier::BOLD)
        };
        let columns = (0..10).filter(underlined).collect();
        (columns, caret.map(|(x, _)| x), direction)
    }

    #[test]
    fn at_a_border_of_directions_both_places_of_the_next_letter_are_seen() {
        let (rtl, ltr) = (Some(Direction::Rtl), Some(Direction::Ltr));
        // «آن» fills columns 8 and 9, the blank 7, ABC 4 to 6.
        assert_eq!(hint("آن ABC", "آن ABC".len()), (vec![6], Some(3), rtl));
        assert_eq!(hint("آن ABC", "آن ".len()), (vec![7], Some(4), ltr));
        assert_eq!(hint("آن ABC", "آن A".len()), (vec![], Some(5), ltr));
        assert_eq!(hint("آن", 0), (vec![], Some(9), rtl));
    }

    #[test]
    fn a_caret_in_no_text_has_no_direction() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
        let mut canvas = Canvas::new(&mut buffer, Look::default());
        canvas.put_caret_from_left(Area::new(0, 0, 10, 1), 0, 0, Direction::Ltr);
        canvas.put_caret(0, 0);
        assert_eq!(canvas.caret_direction(), None);
    }
}

//! A field that is typed into, over an edit buffer: which key is which edit, and how rows, selection and caret are
//! painted. Does not know what is typed, nor where order is decided.

use super::canvas::Canvas;
use super::key::{Code, Key};
use super::look::{Area, Look, Origin};
use super::theme::Role;
use crate::text::{EditBuffer, EditCommand, LineStyle, Motion, Outcome};
use ratatui::style::Modifier;

const ZWNJ: char = '\u{200C}';

/// Gives a key to a buffer; a key that means nothing to it changes nothing.
pub fn press_editor(buffer: &mut EditBuffer, key: Key) -> Outcome {
    match edit(key) {
        Some(command) => buffer.apply(command),
        None => Outcome::default(),
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
pub fn paint_editor(canvas: &mut Canvas, area: Area, buffer: &EditBuffer, focused: bool) {
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
        canvas.line_from_left(area, left, at, &row.line, plain);
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
        canvas.put_caret_from_left(area, left, at);
        if let Some((before, _)) = rows.caret.before_column.and_then(|column| cell(0, column)) {
            canvas.tint_from_left(area, before, at, plain.add_modifier(Modifier::BOLD));
        }
    }
}

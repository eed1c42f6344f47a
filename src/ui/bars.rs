//! The lines that frame a screen: head line, tabs, status line, key bar; and the sentence where there is no room.
//! Does not know which keys and screens there are.

use super::canvas::Canvas;
use super::key::Key;
use super::look::{Area, Origin};
use super::pointer::Target;
use super::theme::Role;

/// One key of the key bar with what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyWord {
    /// The key's name.
    pub key: String,
    /// What it does.
    pub word: String,
    /// The key itself, as it comes from the keyboard.
    pub press: Option<Key>,
}

/// The head line: where one is, from the first screen to this one, and words at the end side with their roles.
pub fn head(canvas: &mut Canvas, row: u16, path: &[String], end: &[(String, Role)]) {
    let area = canvas.area();
    let mut end_column = area.columns.saturating_sub(1);
    for (text, role) in end {
        let width = canvas.look().width(text, Origin::Ours);
        end_column = end_column.saturating_sub(width);
        let style = canvas.style(*role);
        canvas.text(end_column, row, width, text, Origin::Ours, style);
        end_column = end_column.saturating_sub(3);
    }
    let mut column = 1;
    // In logical order it is mirrored by whoever orders the line, or the line is read from the left.
    let back = if canvas.mirrored() { '‹' } else { '›' };
    let shown = nearest(canvas, path, end_column.saturating_sub(column));
    let left_out = path.len() - shown.len();
    for (number, part) in (left_out..).zip(shown) {
        if number > 0 {
            let rule = canvas.style(Role::Rule);
            if number == left_out {
                canvas.put(column, row, '…', rule);
                column += 1;
            }
            canvas.put(column + 1, row, back, rule);
            column += 3;
        }
        let role = if number + 1 == path.len() {
            Role::Strong
        } else {
            Role::Faint
        };
        let style = canvas.style(role);
        let room = end_column.saturating_sub(column);
        let filled = canvas.text(column, row, room, part, Origin::Ours, style);
        canvas.hit(Area::new(column, row, filled, 1), Target::Crumb(number));
        column += filled;
    }
}

/// The last parts of a path that fit side by side; the very last one always.
fn nearest<'p>(canvas: &Canvas, path: &'p [String], room: u16) -> &'p [String] {
    let whole: u16 = path
        .iter()
        .map(|part| canvas.look().width(part, Origin::Ours).saturating_add(3))
        .fold(0, u16::saturating_add);
    if whole <= room.saturating_add(3) {
        return path;
    }
    // The ellipsis at the start and its arrow.
    let room = room.saturating_sub(4);
    let width = |part: &String| canvas.look().width(part, Origin::Ours).saturating_add(3);
    let mut used = 0u16;
    let fitting = path.iter().rev().take_while(|part| {
        used = used.saturating_add(width(part));
        used <= room.saturating_add(3)
    });
    &path[path.len() - fitting.count().max(1).min(path.len())..]
}

/// The tabs of a screen; `at` is the one that is open.
pub fn tabs(canvas: &mut Canvas, row: u16, names: &[String], at: usize) {
    let width = canvas.area().columns;
    let mut column = 0;
    for (number, name) in names.iter().enumerate() {
        let padded = format!(" {name} ");
        let role = if number == at { Role::Tab } else { Role::Plain };
        let style = canvas.style(role);
        let room = width.saturating_sub(column);
        let filled = canvas.text(column, row, room, &padded, Origin::Ours, style);
        canvas.hit(Area::new(column, row, filled, 1), Target::Tab(number));
        column += filled;
    }
}

/// The key bar: as many keys as fit, the first ones first; the last two always.
pub fn key_bar(canvas: &mut Canvas, row: u16, keys: &[KeyWord]) {
    let (others, always) = keys.split_at(keys.len().saturating_sub(2));
    let width = |canvas: &Canvas, key: &KeyWord| {
        canvas.look().width(&key.key, Origin::Ours) + 1 + canvas.look().width(&key.word, Origin::Ours)
    };
    let mut end = canvas.area().columns.saturating_sub(1);
    for key in always.iter().rev() {
        let start = end.saturating_sub(width(canvas, key));
        paint_key(canvas, start, row, key);
        end = start.saturating_sub(2);
    }
    let mut column = 1;
    for key in others {
        let needed = width(canvas, key);
        if column + needed > end {
            break;
        }
        paint_key(canvas, column, row, key);
        column += needed + 2;
    }
}

fn paint_key(canvas: &mut Canvas, column: u16, row: u16, key: &KeyWord) {
    let (strong, plain) = (canvas.style(Role::Key), canvas.style(Role::Plain));
    let room = canvas.area().columns;
    let filled = canvas.text(column, row, room, &key.key, Origin::Ours, strong);
    let word = canvas.text(column + filled + 1, row, room, &key.word, Origin::Ours, plain);
    if let Some(press) = key.press {
        canvas.hit(Area::new(column, row, filled + 1 + word, 1), Target::Key(press));
    }
}

/// One sentence in the middle of an otherwise empty area.
pub fn sentence(canvas: &mut Canvas, area: Area, text: &str, role: Role) {
    let look = canvas.look();
    let inside = area.inside(if area.columns > 8 { 2 } else { 0 });
    let lines = look.wrapped(text, inside.columns, Origin::Ours);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let style = canvas.style(role);
    let first = inside.row + inside.rows.saturating_sub(height) / 2;
    for (row, laid) in (first..).zip(lines.iter().take(usize::from(inside.rows))) {
        let filled = u16::try_from(laid.columns).unwrap_or(u16::MAX);
        canvas.line(
            inside.column + inside.columns.saturating_sub(filled) / 2,
            row,
            laid,
            style,
        );
    }
}

//! A box over the screen: a question with its answers. Does not know what is asked.

use super::bars::KeyWord;
use super::canvas::Canvas;
use super::look::{Area, Origin};
use super::pointer::Target;
use super::theme::Role;

/// Widest box, in columns.
const COLUMNS_MAX: u16 = 60;

/// An empty box with a border and a title in the middle of the canvas; returns the area inside.
pub fn boxed(canvas: &mut Canvas, columns: u16, rows: u16, title: &str) -> Area {
    let whole = canvas.area();
    let (columns, rows) = ((columns + 4).min(whole.columns), (rows + 2).min(whole.rows));
    let outer = Area::new(
        (whole.columns - columns) / 2,
        (whole.rows - rows) / 2,
        columns,
        rows,
    );
    canvas.hit(whole, Target::Outside);
    framed(canvas, outer, title)
}

/// An empty area with a border and a title; returns the area inside.
fn framed(canvas: &mut Canvas, outer: Area, title: &str) -> Area {
    canvas.hit(outer, Target::Nothing);
    canvas.clear(outer);
    border(canvas, outer);
    let style = canvas.style(Role::Strong);
    canvas.text(
        outer.column + 2,
        outer.row,
        outer.columns.saturating_sub(4),
        &format!(" {title} "),
        Origin::Ours,
        style,
    );
    Area {
        row: outer.row + 1,
        rows: outer.rows.saturating_sub(2),
        ..outer.inside(2)
    }
}

/// The keys that may come next, in a box at the end of the screen above its last row: one a line.
pub fn next_keys(canvas: &mut Canvas, title: &str, keys: &[KeyWord]) {
    let whole = canvas.area();
    let look = canvas.look();
    let key_columns = keys
        .iter()
        .map(|key| look.width(&key.key, Origin::Ours))
        .max()
        .unwrap_or(0);
    let word_columns = keys
        .iter()
        .map(|key| look.width(&key.word, Origin::Ours))
        .max()
        .unwrap_or(0);
    let columns =
        (key_columns + 2 + word_columns.max(look.width(title, Origin::Ours)) + 4).min(whole.columns);
    let rows = u16::try_from(keys.len() + 2)
        .unwrap_or(u16::MAX)
        .min(whole.rows.saturating_sub(2));
    let outer = Area::new(
        whole.columns.saturating_sub(columns + 1),
        whole.rows.saturating_sub(rows + 2),
        columns,
        rows,
    );
    let inside = framed(canvas, outer, title);
    let (strong, plain) = (canvas.style(Role::Key), canvas.style(Role::Plain));
    for (key, row) in keys.iter().zip(inside.row..inside.row + inside.rows) {
        canvas.text(inside.column, row, key_columns, &key.key, Origin::Ours, strong);
        let start = inside.column + key_columns + 2;
        let room = (inside.column + inside.columns).saturating_sub(start);
        canvas.text(start, row, room, &key.word, Origin::Ours, plain);
        if let Some(press) = key.press {
            let line = Area::new(inside.column, row, inside.columns, 1);
            canvas.hit(line, Target::NextKey(press));
        }
    }
}

fn border(canvas: &mut Canvas, outer: Area) {
    let style = canvas.style(Role::Rule);
    let (end, bottom) = (
        outer.column + outer.columns.saturating_sub(1),
        outer.row + outer.rows.saturating_sub(1),
    );
    // Corners are named by the side of the screen they open to, so they change places with the reading direction.
    let mirrored = canvas.mirrored();
    let (start_top, end_top) = if mirrored { ('╮', '╭') } else { ('╭', '╮') };
    let (start_bottom, end_bottom) = if mirrored { ('╯', '╰') } else { ('╰', '╯') };
    canvas.rule(outer.column, outer.row, outer.columns, '─', style);
    canvas.rule(outer.column, bottom, outer.columns, '─', style);
    for row in outer.row + 1..bottom {
        canvas.put(outer.column, row, '│', style);
        canvas.put(end, row, '│', style);
    }
    canvas.put(outer.column, outer.row, start_top, style);
    canvas.put(end, outer.row, end_top, style);
    canvas.put(outer.column, bottom, start_bottom, style);
    canvas.put(end, bottom, end_bottom, style);
}

/// A question with answers below each other, `at` the one that Enter takes.
pub fn question(canvas: &mut Canvas, title: &str, text: &str, answers: &[String], at: usize) {
    let look = canvas.look();
    let columns = COLUMNS_MAX.min(canvas.area().columns.saturating_sub(4));
    let lines = look.wrapped(text, columns, Origin::Ours);
    let text_rows = if text.is_empty() {
        0
    } else {
        u16::try_from(lines.len()).unwrap_or(u16::MAX) + 1
    };
    let answer_rows = u16::try_from(answers.len()).unwrap_or(u16::MAX);
    let inside = boxed(canvas, columns, text_rows.saturating_add(answer_rows), title);
    if text_rows > 0 {
        let plain = canvas.style(Role::Plain);
        canvas.lines(inside, &lines, plain);
    }
    let below = inside.below(text_rows);
    // Where there are more answers than room, those around the chosen one are shown.
    let first = (at + 1).saturating_sub(usize::from(below.rows.max(1)));
    for (row, answer) in answers
        .iter()
        .enumerate()
        .skip(first)
        .take(usize::from(below.rows))
    {
        let place = Area {
            row: below.row + u16::try_from(row - first).unwrap_or(0),
            rows: 1,
            ..below
        };
        let plain = canvas.style(Role::Plain);
        let room = place.columns.saturating_sub(2);
        canvas.text(place.column + 1, place.row, room, answer, Origin::Ours, plain);
        canvas.hit(place, Target::Row(row));
        if row == at {
            let style = canvas.style(Role::Selected);
            canvas.tint(place, style);
        }
    }
}

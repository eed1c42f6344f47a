//! How the pop-up is painted. Does not know what its rows lead to.

use super::{Palette, PaletteKind};
use crate::app::context::Context;
use crate::app::step::Purpose;
use crate::ui::{Area, Canvas, Origin, Role, Target, boxed, paint_editor, scroll_mark};

const COLUMNS: u16 = 72;
/// Rows of the list on a screen that is tall enough.
const ROWS: u16 = 14;
/// Rows above the list: what is typed, and a rule.
const ABOVE: u16 = 2;
/// Columns of the kind of a thing.
const LABEL: u16 = 7;

/// Rows of the list.
pub(super) fn list_rows(context: &Context) -> u16 {
    ROWS.min(context.setup.rows.saturating_sub(ABOVE + 6)).max(1)
}

/// Paints the pop-up over the screen.
pub(in crate::app) fn paint(context: &Context, palette: &Palette, canvas: &mut Canvas) {
    let title = context.words.say(match palette.kind {
        PaletteKind::Commands(_) => "palette-title",
        PaletteKind::Things {
            purpose: Purpose::Go, ..
        } => "jump-title",
        PaletteKind::Things {
            purpose: Purpose::Follow,
            ..
        } => "pick-followed-title",
        PaletteKind::Things {
            purpose: Purpose::Take(_),
            ..
        } => "pick-merged-title",
        PaletteKind::Things { .. } => "pick-copied-title",
    });
    let columns = COLUMNS.min(canvas.area().columns.saturating_sub(6));
    let inside = boxed(canvas, columns, list_rows(context) + ABOVE, &title);
    paint_editor(canvas, inside.first(1), &palette.typed, true);
    let rule = canvas.style(Role::Rule);
    canvas.rule(inside.column, inside.row + 1, inside.columns, '─', rule);
    let area = inside.below(ABOVE);
    if palette.rows.is_empty() {
        let faint = canvas.style(Role::Faint);
        let words = context.words.say(match palette.kind {
            PaletteKind::Things { asked: Some(_), .. } => "reading",
            _ => "find-nothing",
        });
        canvas.text(area.column, area.row, area.columns, &words, Origin::Ours, faint);
        return;
    }
    let shown = palette
        .rows
        .len()
        .saturating_sub(palette.list.top)
        .min(usize::from(area.rows));
    for at in 0..shown {
        let row = area.row + u16::try_from(at).unwrap_or(0);
        let place = Area::new(area.column, row, area.columns, 1);
        paint_row(palette, palette.list.top + at, canvas, place);
    }
    scroll_mark(canvas, area, palette.list.top, shown, palette.rows.len());
}

fn paint_row(palette: &Palette, at: usize, canvas: &mut Canvas, place: Area) {
    let Some(choice) = palette.rows.get(at) else {
        return;
    };
    let (plain, faint, role) = (
        canvas.style(Role::Plain),
        canvas.style(Role::Faint),
        canvas.style(choice.role),
    );
    let mut column = place.column + 1;
    let has_label = !choice.label.is_empty();
    if has_label {
        // Of a thing its kind tells how it stands; of a command there is only its key.
        canvas.text(column, place.row, LABEL, &choice.label, Origin::Ours, role);
        column += LABEL + 2;
    }
    let end = (place.column + place.columns).saturating_sub(2);
    let room = end.saturating_sub(column);
    // The remark keeps its room; the text gives way.
    let remark = canvas.look().width(&choice.remark, Origin::Ours).min(room / 2);
    let text = room.saturating_sub(remark + u16::from(remark > 0) * 2);
    canvas.text(column, place.row, text, &choice.text, choice.origin, plain);
    let start = column + room.saturating_sub(remark);
    let end_style = if has_label { faint } else { role };
    canvas.text_at_end(start, place.row, remark, &choice.remark, Origin::Ours, end_style);
    if at == palette.list.selected {
        let style = canvas.style(Role::Selected);
        canvas.tint(
            Area {
                columns: place.columns.saturating_sub(1),
                ..place
            },
            style,
        );
    }
    canvas.hit(place, Target::Row(at));
}

//! How a form is painted: labels, fields, what was understood of them, offered names. Does not know keys.

use super::context::Context;
use super::field::{Field, FieldInput, OFFERS_MAX, answerers, offers};
use super::form::{Form, alike, offered};
use super::{keys, voices};
use crate::text::VisualLine;
use crate::ui::{
    Area, Canvas, Code, Key, Origin, Role, Target, boxed, editor_rows, paint_editor, scroll_mark,
};

/// Columns of a small form's box, and of one in which a deadline is read back or a text is written.
const SMALL_COLUMNS: u16 = 60;
const SMALL_COLUMNS_WIDE: u16 = 74;

/// Where labels end and fields begin.
struct Columns {
    label: u16,
    field: u16,
}

fn columns(context: &Context, form: &Form, columns: u16) -> Columns {
    let widths = form
        .fields
        .iter()
        .map(|field| context.look.width(&field.said(context.words), Origin::Ours));
    let label = widths.max().unwrap_or(0).min(columns / 3);
    Columns {
        label,
        field: columns.saturating_sub(label + 6),
    }
}

/// The rows of the field alone, without what was understood of it.
fn input_rows(context: &Context, form: &Form, at: usize, area: Area) -> u16 {
    let width = columns(context, form, area.columns).field;
    match &form.fields[at].input {
        FieldInput::Line(_) | FieldInput::Choice { .. } => 1,
        FieldInput::Text(buffer) => {
            // A text that has the form for itself gets all of it.
            let most = match form.fields.len() {
                1 => area.rows.max(4),
                _ => (area.rows / 2).max(4),
            };
            editor_rows(context.look, buffer, width, most).max(most.min(4))
        }
        FieldInput::Speaker { .. } | FieldInput::Answerer { .. } => {
            let offered = if form.focus == at {
                name_offers(context, form, &form.fields[at]).len()
            } else {
                0
            };
            u16::try_from(1 + offered).unwrap_or(u16::MAX)
        }
        FieldInput::Names { chosen, typed, .. } => {
            let offered = if form.focus == at {
                offers(context.books, typed.text()).len().min(OFFERS_MAX + 1)
            } else {
                0
            };
            u16::try_from(chosen.len() + 1 + offered).unwrap_or(u16::MAX)
        }
    }
}

/// The names that are offered in a field of one name.
fn name_offers(context: &Context, form: &Form, field: &Field) -> Vec<voices::SpeakerOffer> {
    match &field.input {
        FieldInput::Speaker { typed, .. } => {
            voices::offers(context.books, form.session().as_ref(), typed.text())
        }
        FieldInput::Answerer { asked, typed, .. } => answerers(context.books, asked, typed.text()),
        _ => Vec::new(),
    }
}

/// What stands under a field: what is wrong with it, or how it was understood.
fn under(context: &Context, form: &Form, at: usize) -> Option<(String, Role)> {
    match &form.problem {
        Some((place, problem)) if *place == at => Some((problem.clone(), Role::Bad)),
        _ => form.read_back(context, form.fields[at].name),
    }
}

/// As [`under`], in lines: a deadline's day with its distance is too long for one in a small box.
fn lines_under(context: &Context, form: &Form, at: usize, columns: u16) -> (Vec<VisualLine>, Role) {
    match under(context, form, at) {
        Some((text, role)) => (context.look.wrapped(&text, columns, Origin::Ours), role),
        None => (Vec::new(), Role::Plain),
    }
}

fn field_rows(context: &Context, form: &Form, at: usize, area: Area) -> u16 {
    let width = columns(context, form, area.columns).field;
    let under = lines_under(context, form, at, width).0.len();
    input_rows(context, form, at, area) + u16::try_from(under).unwrap_or(u16::MAX)
}

/// Keeps the field with the focus in sight; returns the first field shown.
pub(super) fn settled_top(context: &Context, form: &Form) -> usize {
    let area = fields_area(context, form);
    let mut list = crate::ui::ListState::at(form.focus, form.top);
    list.settle(form.fields.len(), area.rows, |at| {
        field_rows(context, form, at, area)
    });
    list.top
}

fn fields_area(context: &Context, form: &Form) -> Area {
    let body = context.body;
    if form.is_small() {
        let is_wide = |field: &Field| field.name == "deadline" || matches!(field.input, FieldInput::Text(_));
        let columns = if form.fields.iter().any(is_wide) {
            SMALL_COLUMNS_WIDE
        } else {
            SMALL_COLUMNS
        };
        Area {
            columns: columns.min(body.columns.saturating_sub(4)),
            ..body
        }
    } else {
        // A blank row parts the fields from the head.
        body.below(1)
    }
}

/// Paints a form over the whole body; no caret where something covers it.
pub(super) fn view(context: &Context, form: &Form, is_covered: bool, canvas: &mut Canvas) {
    paint_fields(context, form, is_covered, canvas, context.body.below(1));
}

/// Paints a small form in a box over what lies below; no caret where something covers it.
pub(super) fn view_small(context: &Context, form: &Form, is_covered: bool, canvas: &mut Canvas) {
    let area = fields_area(context, form);
    let rows: u16 = (0..form.fields.len())
        .map(|at| field_rows(context, form, at, area))
        .sum();
    let title = form.full_title(context);
    let inside = boxed(canvas, area.columns, rows.min(area.rows), &title);
    paint_fields(context, form, is_covered, canvas, inside);
}

fn paint_fields(context: &Context, form: &Form, is_covered: bool, canvas: &mut Canvas, area: Area) {
    let mut room = area;
    let mut shown = 0;
    for at in form.top..form.fields.len() {
        let rows = field_rows(context, form, at, area);
        if room.rows == 0 {
            break;
        }
        let place = room.first(rows.min(room.rows));
        paint_field(context, form, (at, is_covered), canvas, place, area);
        shown += usize::from(rows <= room.rows);
        room = room.below(rows);
    }
    scroll_mark(canvas, area, form.top, shown, form.fields.len());
}

fn paint_field(
    context: &Context,
    form: &Form,
    (at, is_covered): (usize, bool),
    canvas: &mut Canvas,
    place: Area,
    whole: Area,
) {
    let field = &form.fields[at];
    let focused = form.focus == at && !is_covered;
    let widths = columns(context, form, whole.columns);
    let label = canvas.style(if form.focus == at {
        Role::Strong
    } else {
        Role::Faint
    });
    if form.focus == at {
        let mark = if canvas.mirrored() { '◂' } else { '▸' };
        let style = canvas.style(Role::Key);
        canvas.put(place.column, place.row, mark, style);
    }
    canvas.text(
        place.column + 2,
        place.row,
        widths.label,
        &field.said(context.words),
        Origin::Ours,
        label,
    );
    let inner = Area {
        column: place.column + widths.label + 4,
        columns: widths.field,
        ..place
    };
    let rows = input_rows(context, form, at, whole).min(place.rows);
    paint_input(context, (at, field), canvas, inner.first(rows), focused);
    if let FieldInput::Speaker { at: chosen, .. } | FieldInput::Answerer { at: chosen, .. } = &field.input {
        let offers = name_offers(context, form, field);
        let offers: Vec<(String, bool)> = offers.into_iter().map(speaker).collect();
        paint_offers(context, canvas, inner.first(rows).below(1), &offers, *chosen);
    }
    let (lines, role) = lines_under(context, form, at, widths.field);
    let style = canvas.style(role);
    canvas.lines(inner.below(rows), &lines, style);
}

fn paint_input(
    context: &Context,
    (number, field): (usize, &Field),
    canvas: &mut Canvas,
    area: Area,
    focused: bool,
) {
    let target = Target::Field(number);
    match &field.input {
        FieldInput::Line(buffer) | FieldInput::Text(buffer) => {
            paint_editor(canvas, area, buffer, focused);
            canvas.hit(area, target);
        }
        FieldInput::Speaker { typed, .. } | FieldInput::Answerer { typed, .. } => {
            paint_editor(canvas, area.first(1), typed, focused);
            canvas.hit(area.first(1), target);
        }
        FieldInput::Choice { options, at } => paint_choice(canvas, area, (number, options), *at, focused),
        FieldInput::Names { chosen, typed, at } => {
            let plain = canvas.style(Role::Plain);
            let mut room = area;
            for (number, who) in chosen.iter().enumerate() {
                if room.rows == 0 {
                    return;
                }
                let count = format!("{}.", context.words.number(number + 1));
                let faint = canvas.style(Role::Faint);
                let used = canvas.text(room.column, room.row, 4, &count, Origin::Ours, faint) + 1;
                let columns = room.columns.saturating_sub(used);
                canvas.text(
                    room.column + used,
                    room.row,
                    columns,
                    &who.written,
                    Origin::Stored,
                    plain,
                );
                room = room.below(1);
            }
            if room.rows > 0 {
                paint_editor(canvas, room.first(1), typed, focused);
                canvas.hit(room.first(1), target);
            }
            let offers = offers(context.books, typed.text()).into_iter();
            let offers: Vec<(String, bool)> = offers
                .map(|offer| (offer.written, offer.organisation.is_some()))
                .collect();
            paint_offers(context, canvas, room.below(1), &offers, *at);
        }
    }
}

fn paint_choice(
    canvas: &mut Canvas,
    area: Area,
    (field, options): (usize, &[String]),
    at: usize,
    focused: bool,
) {
    let total: u16 = options
        .iter()
        .map(|option| canvas.look().width(option, Origin::Ours) + 3)
        .sum();
    // Where not all options have room, only the chosen one is shown.
    let shown = options
        .iter()
        .enumerate()
        .filter(|(number, _)| total <= area.columns || *number == at);
    let mut column = area.column;
    for (number, option) in shown {
        let role = match (number == at, focused) {
            (true, true) => Role::Selected,
            (true, false) => Role::Strong,
            (false, _) => Role::Faint,
        };
        let style = canvas.style(role);
        let room = (area.column + area.columns).saturating_sub(column);
        let word = format!(" {option} ");
        let filled = canvas.text(column, area.row, room, &word, Origin::Ours, style);
        let target = Target::Choice { field, at: number };
        canvas.hit(Area::new(column, area.row, filled, 1), target);
        column += filled + 1;
    }
}

/// A speaker that is offered, with the seat, and whether it is a voice.
fn speaker(offer: voices::SpeakerOffer) -> (String, bool) {
    match &offer.seat {
        Some(seat) => (format!("{} · {seat}", offer.written), offer.known),
        None => (offer.written, offer.known),
    }
}

/// The names that are offered, each with whether it is a known one; the others are as they are typed.
fn paint_offers(context: &Context, canvas: &mut Canvas, area: Area, offers: &[(String, bool)], at: usize) {
    for (number, (written, known)) in offers.iter().enumerate().take(usize::from(area.rows)) {
        let row = area.row + u16::try_from(number).unwrap_or(0);
        let text = if *known {
            written.clone()
        } else {
            format!("{written} ({})", context.words.say("offer-as-written"))
        };
        let style = canvas.style(if *known { Role::Plain } else { Role::Faint });
        canvas.text(
            area.column + 1,
            row,
            area.columns.saturating_sub(2),
            &text,
            Origin::Stored,
            style,
        );
        let line = Area::new(area.column, row, area.columns, 1);
        canvas.hit(line, Target::Offer(number));
        if number == at {
            let style = canvas.style(Role::Selected);
            canvas.tint(line, style);
        }
    }
}

/// What may be written in the field that has the focus.
pub(super) fn note(context: &Context, form: &Form) -> Option<(String, Role)> {
    if form.saving {
        return Some((context.words.say("form-saving"), Role::Faint));
    }
    if let Some(offer) = offered(form, context.books) {
        // In reading order the right arrow is the one that goes onward.
        let key = keys::key_name(Key::plain(Code::Right), context.words);
        let args = [("key", key.into()), ("phrase", offer.whole.into())];
        return Some((context.words.say_with("offer-phrase", &args), Role::Faint));
    }
    if let Some(warning) = alike::warning(context, form) {
        return Some((warning, Role::Warn));
    }
    let hint = form.fields.get(form.focus)?.hint?;
    Some((context.words.say(hint), Role::Faint))
}

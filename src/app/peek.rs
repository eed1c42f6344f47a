//! An earlier resolution, read over the form that it resembles; the form stays as it is. Does not know how it was
//! found.

use super::keymap::{Act, Place};
use super::step::Step;
use super::{Effect, Model, screens};
use crate::office::query::ResolutionRow;
use crate::ui::{Area, Canvas, Code, Key, ListState, Origin, Page, Role, boxed};

/// Widest page, in columns.
const COLUMNS: u16 = 72;
/// Rows below the page: a rule, and what the keys do.
const BELOW: u16 = 2;

/// What is read, and from which line on.
pub(super) struct Peek {
    row: Box<ResolutionRow>,
    list: ListState,
}

/// Opens what was found to be nearly the same.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let found = model.form().and_then(|form| form.alike.found()).cloned();
    match found {
        Some(row) => {
            model.peek = Some(Peek {
                row: Box::new(row),
                list: ListState::default(),
            });
        }
        None => model.say(model.words.say("alike-none"), Role::Faint),
    }
    Vec::new()
}

/// The columns of the page, and the rows that are shown of it.
fn room(model: &Model) -> (u16, u16) {
    let body = model.context().body;
    (
        COLUMNS.min(body.columns.saturating_sub(4)),
        body.rows.saturating_sub(2 + BELOW).max(1),
    )
}

fn page(model: &Model, peek: &Peek) -> Page {
    screens::resolution_page(&model.context(), room(model).0, &peek.row)
}

/// Takes a key: arrows read on, Enter makes the resolution in the form follow this one, Escape goes back to the form.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let act = model.keymap.act(key, Place::Form, !model.look.left_is_onward());
    let Some(mut peek) = model.peek.take() else {
        return Vec::new();
    };
    match key.code {
        Code::Escape => return Vec::new(),
        Code::Enter => return model.obey(vec![Step::Follow(peek.row)]),
        _ if act == Some(Act::ShowAlike) => return Vec::new(),
        _ => {}
    }
    let rows = usize::from(room(model).1);
    let last = page(model, &peek).rows().saturating_sub(rows);
    peek.list.press(key.as_command().code, last + 1, rows);
    peek.list.top = peek.list.selected;
    model.peek = Some(peek);
    Vec::new()
}

/// Paints it in a box over the form.
pub(super) fn paint(model: &Model, peek: &Peek, canvas: &mut Canvas) {
    let (columns, most) = room(model);
    let page = page(model, peek);
    let rows = u16::try_from(page.rows()).unwrap_or(most).min(most);
    let inside = boxed(canvas, columns, rows + BELOW, &model.words.say("alike-title"));
    page.paint(canvas, inside.first(rows), peek.list.top);
    let below: Area = inside.below(rows);
    let (rule, faint) = (canvas.style(Role::Rule), canvas.style(Role::Faint));
    canvas.rule(below.column, below.row, below.columns, '─', rule);
    let hint = model.words.say("alike-hint");
    canvas.text(
        below.column + 1,
        below.row + 1,
        below.columns.saturating_sub(2),
        &hint,
        Origin::Ours,
        faint,
    );
}

//! An earlier resolution, read over the form that it resembles; the form stays as it is. Does not know how it was
//! found.

use super::context::Context;
use super::keys::{Act, Place};
use super::screens::resolution_page;
use crate::office::query::ResolutionRow;
use crate::ui::{Area, Canvas, Code, EntryPage, Key, ListState, Origin, Role, boxed};

/// Widest page, in columns.
const COLUMNS: u16 = 72;
/// Rows below the page: a rule, and what the keys do.
const BELOW: u16 = 2;

/// What is read, and from which line on.
pub(super) struct Peek {
    row: Box<ResolutionRow>,
    list: ListState,
}

/// What becomes of it by a key.
pub(super) enum Then {
    /// It stays open.
    Stay,
    /// It is closed.
    Close,
    /// The resolution in the form follows it.
    Follow(Box<ResolutionRow>),
}

/// The columns of the page, and the rows that are shown of it.
fn room(context: &Context) -> (u16, u16) {
    let body = context.body;
    (
        COLUMNS.min(body.columns.saturating_sub(4)),
        body.rows.saturating_sub(2 + BELOW).max(1),
    )
}

fn page(context: &Context, peek: &Peek) -> EntryPage {
    resolution_page(context, room(context).0, &peek.row)
}

impl Peek {
    /// At the first line of a resolution.
    pub fn new(row: ResolutionRow) -> Peek {
        Peek {
            row: Box::new(row),
            list: ListState::default(),
        }
    }

    /// Takes a key: arrows read on, Enter makes the resolution in the form follow this one, Escape goes back to the
    /// form.
    pub fn press(&mut self, context: &Context, key: Key) -> Then {
        let act = context
            .keymap
            .act(key, Place::Form, !context.look.left_is_onward());
        match key.code {
            Code::Escape => return Then::Close,
            Code::Enter => return Then::Follow(self.row.clone()),
            _ if act == Some(Act::ShowAlike) => return Then::Close,
            _ => {}
        }
        let rows = usize::from(room(context).1);
        let last = page(context, self).rows().saturating_sub(rows);
        self.list.press(key.as_command().code, last + 1, rows);
        self.list.top = self.list.selected;
        Then::Stay
    }
}

/// Paints it in a box over the form.
pub(super) fn paint(context: &Context, peek: &Peek, canvas: &mut Canvas) {
    let (columns, most) = room(context);
    let page = page(context, peek);
    let rows = u16::try_from(page.rows()).unwrap_or(most).min(most);
    let inside = boxed(canvas, columns, rows + BELOW, &context.words.say("alike-title"));
    page.paint(canvas, inside.first(rows), peek.list.top);
    let below: Area = inside.below(rows);
    let (rule, faint) = (canvas.style(Role::Rule), canvas.style(Role::Faint));
    canvas.rule(below.column, below.row, below.columns, '─', rule);
    let hint = context.words.say("alike-hint");
    canvas.text(
        below.column + 1,
        below.row + 1,
        below.columns.saturating_sub(2),
        &hint,
        Origin::Ours,
        faint,
    );
}

//! What was said in a session, by speaker, and between it what was decided. Does not know where that stands.

use crate::app::context::Context;
use crate::app::keys::Act;
use crate::app::locked::locked;
use crate::app::screens::notes::{act_on, who};
use crate::app::screens::tables::{moved, table_of, table_rows};
use crate::app::screens::talk::{self, TalkLine};
use crate::app::screens::{resolutions, sought};
use crate::app::step::{Step, To};
use crate::app::{Screen, forms};
use crate::domain::session::Note;
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};

pub(super) fn act(
    context: &Context,
    view: &SessionView,
    list: &mut ListState,
    act: Act,
    key: Key,
) -> Vec<Step> {
    let session = &view.session;
    let lines = talk::lines(view);
    let page = list.fitting(lines.len(), rows(context, view), |row| {
        table(context).height(context.look, &cells(context, view, &lines, row))
    });
    if moved(list, act, key, lines.len(), page) {
        return Vec::new();
    }
    match (act, lines.get(list.selected).copied()) {
        (Act::Add, _) => {
            let item = talk::current_item(context.books, &session.id);
            forms::new_note(context, session, item)
        }
        (Act::NextItem, _) => talk::go_item(context, view, true),
        (Act::PreviousItem, _) => talk::go_item(context, view, false),
        (Act::MoveUp, Some(TalkLine::Note(note))) => shift(view, note, -1),
        (Act::MoveDown, Some(TalkLine::Note(note))) => shift(view, note, 1),
        (Act::Open, Some(TalkLine::Note(note))) => vec![Step::Open(To::Over(Screen::Note(note.id.clone())))],
        (act, Some(TalkLine::Note(note))) => act_on(context, view, note, act, false),
        (act, Some(TalkLine::Decided(row))) => resolutions::act_on(context, row, act),
        (_, None) => Vec::new(),
    }
}

/// Moves a note one place; the selection stays on it.
fn shift(view: &SessionView, note: &Note, places: i32) -> Vec<Step> {
    let at = view.notes.iter().position(|other| other.id == note.id);
    let to = at.and_then(|at| at.checked_add_signed(if places < 0 { -1 } else { 1 }));
    let is_there = to.is_some_and(|to| to < view.notes.len());
    if !is_there {
        return Vec::new();
    }
    vec![locked(&view.session).unwrap_or_else(|| {
        Step::change(Command::MoveNote {
            note: note.id.clone(),
            places,
        })
    })]
}

fn table(context: &Context) -> Table {
    let speaker = if context.setup.columns >= 100 { 28 } else { 18 };
    let text = Table::left_for_one_more(context.setup.columns, &[speaker]);
    let heads = [("column-speaker", speaker), ("column-note", text)];
    // A note is mostly read here; one that fills more than half of the screen is one key away.
    table_of(context, &heads, (table_rows(context) / 2).max(4), true)
}

fn cells(context: &Context, view: &SessionView, lines: &[TalkLine], row: usize) -> Vec<TableCell> {
    match lines.get(row) {
        Some(TalkLine::Note(note)) => {
            let text = sought::piece(context, &note.text, TextPart::Text);
            vec![who(context, note), vec![text]]
        }
        Some(TalkLine::Decided(row)) => {
            let name = Piece::stored(row.resolution.name()).role(Role::Faint);
            vec![vec![talk::decided(context.words, view, row)], vec![name]]
        }
        None => Vec::new(),
    }
}

/// Lines for notes below the current item.
fn rows(context: &Context, view: &SessionView) -> u16 {
    table_rows(context).saturating_sub(talk::item_rows(context, &view.session.id))
}

pub(super) fn settle(context: &Context, view: &SessionView, list: &mut ListState) {
    let lines = talk::lines(view);
    list.settle(lines.len(), rows(context, view), |row| {
        table(context).height(context.look, &cells(context, view, &lines, row))
    });
}

pub(super) fn view(context: &Context, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    talk::paint_item(context, view, canvas, area);
    let area = area.below(talk::item_rows(context, &view.session.id));
    if view.notes.is_empty() {
        return sentence(canvas, area, &context.words.say("notes-empty"), Role::Faint);
    }
    let lines = talk::lines(view);
    table(context).paint(canvas, area, list, lines.len(), |row| {
        cells(context, view, &lines, row)
    });
}

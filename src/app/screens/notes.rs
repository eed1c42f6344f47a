//! What was said in a session, by speaker, and between it what was decided. Does not know where that stands.

use super::talk::{self, Line};
use super::{moved, resolutions, sought_piece, table_of, table_rows};
use crate::app::dialog::Dialog;
use crate::app::keymap::Act;
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, forms};
use crate::domain::session::Note;
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let session = &view.session;
    let list = model.spots.of(&session.id).notes;
    let lines = talk::lines(view);
    let page = list.fitting(lines.len(), rows(model, view), |row| {
        table(model).height(&model.look, &cells(model, view, &lines, row))
    });
    let list = &mut model.spots.of_mut(&session.id).notes;
    if moved(list, act, key, lines.len(), page) {
        return Vec::new();
    }
    match (act, lines.get(list.selected).copied()) {
        (Act::Add, _) => {
            let item = talk::current_item(&model.books, &session.id);
            model.obey(forms::new_note(&model.context(), session, item))
        }
        (Act::NextItem, _) => talk::go_item(model, view, true),
        (Act::PreviousItem, _) => talk::go_item(model, view, false),
        (Act::MoveUp, Some(Line::Note(note))) => shift(model, view, note, -1),
        (Act::MoveDown, Some(Line::Note(note))) => shift(model, view, note, 1),
        (Act::Open, Some(Line::Note(note))) => model.open(Screen::Note(note.id.clone())),
        (act, Some(Line::Note(note))) => act_on(model, view, note, act, false),
        (act, Some(Line::Decided(row))) => resolutions::act_on(model, row, act),
        (_, None) => Vec::new(),
    }
}

/// What can be asked of one note, wherever it is shown; `leave` when the screen is about it alone.
pub(super) fn act_on(
    model: &mut Model,
    view: &SessionView,
    note: &Note,
    act: Act,
    leave: bool,
) -> Vec<Effect> {
    match act {
        Act::Edit => model.obey(forms::edit_note(&model.context(), &view.session, note)),
        Act::Decide => model.obey(forms::resolution_of_note(&model.context(), &view.session, note)),
        Act::Remove if super::may_change(model, &view.session) => remove(model, note, leave),
        Act::Copy => {
            let words = model.words.say("did-copy");
            model.say(words, Role::Good);
            let speaker = note.speaker.iter().map(|speaker| format!("{speaker}: "));
            vec![Effect::Copy(speaker.chain([note.text.clone()]).collect())]
        }
        _ => Vec::new(),
    }
}

/// Moves a note one place; the selection stays on it.
fn shift(model: &mut Model, view: &SessionView, note: &Note, places: i32) -> Vec<Effect> {
    let at = view.notes.iter().position(|other| other.id == note.id);
    let to = at.and_then(|at| at.checked_add_signed(if places < 0 { -1 } else { 1 }));
    let is_there = to.is_some_and(|to| to < view.notes.len());
    if !is_there || !super::may_change(model, &view.session) {
        return Vec::new();
    }
    model.ask_for(Command::MoveNote {
        note: note.id.clone(),
        places,
    })
}

fn remove(model: &mut Model, note: &Note, leave: bool) -> Vec<Effect> {
    let speaker = note.speaker.clone().unwrap_or_default();
    let text = model
        .words
        .say_with("remove-note", &[("speaker", speaker.into())]);
    let command = Box::new(Command::RemoveNote(note.id.clone()));
    let then = if leave {
        vec![Step::Do(command), Step::Back]
    } else {
        vec![Step::Do(command)]
    };
    model.dialog = Some(Dialog::before_removing(&model.words, text, then));
    Vec::new()
}

fn table(model: &Model) -> Table {
    let speaker = if model.setup.columns >= 100 { 28 } else { 18 };
    let text = Table::left_for_one_more(model.setup.columns, &[speaker]);
    let heads = [("column-speaker", speaker), ("column-note", text)];
    // A note is mostly read here; one that fills more than half of the screen is one key away.
    table_of(model, &heads, (table_rows(model) / 2).max(4), true)
}

fn cells(model: &Model, view: &SessionView, lines: &[Line], row: usize) -> Vec<TableCell> {
    match lines.get(row) {
        Some(Line::Note(note)) => {
            let text = sought_piece(model, &note.text, TextPart::Text);
            vec![who(model, note), vec![text]]
        }
        Some(Line::Decided(row)) => {
            let name = Piece::stored(row.resolution.name()).role(Role::Faint);
            vec![vec![talk::decided(&model.words, view, row)], vec![name]]
        }
        None => Vec::new(),
    }
}

/// Lines for notes below the current item.
fn rows(model: &Model, view: &SessionView) -> u16 {
    table_rows(model).saturating_sub(talk::item_rows(&model.context(), &view.session.id))
}

/// The speaker, the item of the agenda and the time, as far as they are known.
pub(super) fn who(model: &Model, note: &Note) -> TableCell {
    let mut who = vec![Piece::stored(note.speaker.clone().unwrap_or_default()).role(Role::Strong)];
    if let Some(item) = note.agenda_item {
        let words = model
            .words
            .say_with("note-agenda-item", &[("number", item.into())]);
        who.push(Piece::ours(words).role(Role::Faint));
    }
    if let Some(at) = note.at {
        who.push(Piece::ours(model.words.time(at)).role(Role::Faint));
    }
    who
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    let lines = talk::lines(view);
    list.settle(lines.len(), rows(model, view), |row| {
        table(model).height(&model.look, &cells(model, view, &lines, row))
    });
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    talk::paint_item(&model.context(), view, canvas, area);
    let area = area.below(talk::item_rows(&model.context(), &view.session.id));
    if view.notes.is_empty() {
        return sentence(canvas, area, &model.words.say("notes-empty"), Role::Faint);
    }
    let lines = talk::lines(view);
    table(model).paint(canvas, area, list, lines.len(), |row| {
        cells(model, view, &lines, row)
    });
}

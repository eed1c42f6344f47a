//! What was said in a session, by speaker. Does not know what was decided.

use super::{moved, settled, table_of, table_rows};
use crate::app::dialog::{Dialog, Then};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, forms};
use crate::domain::session::Note;
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let session = &view.session;
    let list = model.spots.of(&session.id).notes;
    let page = list.fitting(view.notes.len(), table_rows(model), |row| {
        table(model).height(&model.look, &cells(model, view, row))
    });
    let list = &mut model.spots.of_mut(&session.id).notes;
    if moved(list, act, key, view.notes.len(), page) {
        return Vec::new();
    }
    match (act, view.notes.get(list.selected)) {
        (Act::Add, _) => forms::note(model, session, None),
        (Act::Edit, Some(note)) => forms::note(model, session, Some(note.clone())),
        (Act::Remove, Some(note)) if super::may_change(model, session) => remove(model, note),
        (Act::Copy, Some(note)) => {
            let words = model.words.say("did-copy");
            model.say(words, Role::Good);
            let speaker = note.speaker.iter().map(|speaker| format!("{speaker}: "));
            vec![Effect::Copy(speaker.chain([note.text.clone()]).collect())]
        }
        _ => Vec::new(),
    }
}

fn remove(model: &mut Model, note: &Note) -> Vec<Effect> {
    let speaker = note.speaker.clone().unwrap_or_default();
    let text = model
        .words
        .say_with("remove-note", &[("speaker", speaker.into())]);
    let then = Then::Do(Box::new(Command::RemoveNote(note.id.clone())));
    model.dialog = Some(Dialog::before_removing(&model.words, text, then));
    Vec::new()
}

fn table(model: &Model) -> Table {
    let speaker = if model.setup.columns >= 100 { 28 } else { 18 };
    let text = Table::left_for_one_more(model.setup.columns, &[speaker]);
    let heads = [("head-speaker", speaker), ("head-note", text)];
    // A note is read here, so it is shown whole wherever the screen can hold it.
    table_of(model, &heads, table_rows(model).saturating_sub(1).max(1), true)
}

fn cells(model: &Model, view: &SessionView, row: usize) -> Vec<TableCell> {
    let Some(note) = view.notes.get(row) else {
        return Vec::new();
    };
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
    vec![who, vec![Piece::stored(note.text.clone())]]
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    *list = settled(model, &table(model), *list, view.notes.len(), |row| {
        cells(model, view, row)
    });
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    if view.notes.is_empty() {
        return sentence(canvas, area, &model.words.say("notes-empty"), Role::Faint);
    }
    table(model).paint(canvas, area, list, view.notes.len(), |row| {
        cells(model, view, row)
    });
}

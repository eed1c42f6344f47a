//! «متن خام»: the lines of an imported file that fitted nowhere, as they stand. To be read and copied.

use super::{moved, settled, table_of, table_rows};
use crate::app::keymap::Act;
use crate::app::{Effect, Model};
use crate::office::query::SessionView;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell};

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let page = usize::from(table_rows(model));
    let list = &mut model.spots.of_mut(&view.session.id).raw;
    if moved(list, act, key, view.kept.len(), page) || act != Act::Copy {
        return Vec::new();
    }
    let Some(line) = view.kept.get(list.selected) else {
        return Vec::new();
    };
    let words = model.words.say("did-copy");
    model.say(words, Role::Good);
    vec![Effect::Copy(line.text.clone())]
}

fn table(model: &Model) -> Table {
    let text = Table::left_for_one_more(model.setup.columns, &[6]);
    let heads = [("column-line", 6), ("column-text", text)];
    table_of(model, &heads, 6, false)
}

fn cells(model: &Model, view: &SessionView, row: usize) -> Vec<TableCell> {
    let Some(line) = view.kept.get(row) else {
        return Vec::new();
    };
    let number = Piece::ours(model.words.number(line.number)).role(Role::Faint);
    vec![vec![number], vec![Piece::stored(line.text.clone())]]
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    *list = settled(model, &table(model), *list, view.kept.len(), |row| {
        cells(model, view, row)
    });
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    table(model).paint(canvas, area, list, view.kept.len(), |row| cells(model, view, row));
}

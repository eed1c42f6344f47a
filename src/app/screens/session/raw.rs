//! «متن خام»: the lines of an imported file that fitted nowhere, as they stand. To be read and copied.

use crate::app::context::Context;
use crate::app::keys::Act;
use crate::app::screens::tables::{moved, settled, table_of, table_rows};
use crate::app::step::Step;
use crate::office::query::SessionView;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell};

pub(super) fn act(
    context: &Context,
    view: &SessionView,
    list: &mut ListState,
    act: Act,
    key: Key,
) -> Vec<Step> {
    let page = usize::from(table_rows(context));
    if moved(list, act, key, view.kept.len(), page) || act != Act::Copy {
        return Vec::new();
    }
    let Some(line) = view.kept.get(list.selected) else {
        return Vec::new();
    };
    vec![Step::Copy(line.text.clone())]
}

fn table(context: &Context) -> Table {
    let text = Table::left_for_one_more(context.setup.columns, &[6]);
    let heads = [("column-line", 6), ("column-text", text)];
    table_of(context, &heads, 6, false)
}

fn cells(context: &Context, view: &SessionView, row: usize) -> Vec<TableCell> {
    let Some(line) = view.kept.get(row) else {
        return Vec::new();
    };
    let number = Piece::ours(context.words.number(line.number)).role(Role::Faint);
    vec![vec![number], vec![Piece::stored(line.text.clone())]]
}

pub(super) fn settle(context: &Context, view: &SessionView, list: &mut ListState) {
    *list = settled(context, &table(context), *list, view.kept.len(), |row| {
        cells(context, view, row)
    });
}

pub(super) fn view(context: &Context, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    table(context).paint(canvas, area, list, view.kept.len(), |row| {
        cells(context, view, row)
    });
}

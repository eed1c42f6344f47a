//! Lists and pages of text as several screens have them: a table with our heads, moving, settling. Does not know what
//! the rows are.

use crate::app::context::Context;
use crate::app::keys::Act;
use crate::ui::{Column, Key, ListState, Table, TableCell};

/// The lines for rows of a table in the body.
pub(super) fn table_rows(context: &Context) -> u16 {
    Table::body_rows(context.body.rows)
}

/// A table with heads of our words and these widths.
pub(super) fn table_of(context: &Context, heads: &[(&str, u16)], lines_max: u16, ruled: bool) -> Table {
    let column = |(id, columns): &(&str, u16)| Column {
        head: context.words.say(id),
        columns: *columns,
    };
    Table {
        columns: heads.iter().map(column).collect(),
        lines_max,
        ruled,
    }
}

/// Moves in a list, when the act is to move; returns whether it was. `page` is how many rows are shown at once.
pub(super) fn moved(list: &mut ListState, act: Act, key: Key, len: usize, page: usize) -> bool {
    act == Act::Move && list.press(key.as_command().code, len, page)
}

/// A list state with what is shown moved so that the selected row is in sight.
pub(super) fn settled(
    context: &Context,
    table: &Table,
    mut list: ListState,
    len: usize,
    cells: impl Fn(usize) -> Vec<TableCell>,
) -> ListState {
    list.settle(len, table_rows(context), |row| {
        table.height(context.look, &cells(row))
    });
    list
}

/// Scrolls a page of lines; its selected line is the first one shown.
pub(super) fn scrolled(list: &mut ListState, act: Act, key: Key, lines: usize, rows: u16) -> bool {
    let last = lines.saturating_sub(usize::from(rows));
    moved(list, act, key, last + 1, usize::from(rows.saturating_sub(1)))
}

/// Keeps the first line of a page within it.
pub(super) fn settle_page(list: &mut ListState, lines: usize, rows: u16) {
    list.settle_page(lines, rows);
}

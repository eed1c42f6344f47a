//! One row of the list of sessions, and the widths of its columns. Does not know which rows are shown.

use crate::app::context::Context;
use crate::app::screens::tables::table_of;
use crate::app::{clocks, say};
use crate::domain::clocks::Clock;
use crate::office::query::SessionRow;
use crate::ui::{Piece, Role, Table, TableCell};

/// Columns of the counts of open and of overdue ones.
const COUNT: u16 = 4;
/// From so many columns on the place and the chair are shown too, from so many the weekday.
const WIDE: u16 = 104;
const WITH_WEEKDAY: u16 = 76;

pub(super) fn table(context: &Context) -> Table {
    let (date, state) = if context.setup.columns < WITH_WEEKDAY {
        (10, 9)
    } else {
        (20, 14)
    };
    let end = [
        ("column-state", state),
        ("column-open", COUNT),
        ("column-overdue", COUNT),
    ];
    let is_wide = context.setup.columns >= WIDE;
    // On a wide screen three columns share what is left, and so there are two more gaps.
    let others: &[u16] = if is_wide {
        &[date, state, COUNT, COUNT, 0, 0]
    } else {
        &[date, state, COUNT, COUNT]
    };
    let rest = Table::left_for_one_more(context.setup.columns, others);
    let mut heads = vec![("column-date", date)];
    if is_wide {
        let (name, place) = (rest / 2, rest / 4);
        heads.extend([
            ("column-session", name),
            ("column-place", place),
            ("column-chair", rest - name - place),
        ]);
    } else {
        heads.push(("column-session", rest));
    }
    heads.extend(end);
    table_of(context, &heads, 1, false)
}

pub(super) fn cells(context: &Context, row: &SessionRow) -> Vec<TableCell> {
    let words = context.words;
    let session = &row.session;
    let weekday = context.setup.columns >= WITH_WEEKDAY;
    let date = match session.date {
        Some(day) if weekday => say::day_long(words, day),
        Some(day) => words.day(day),
        None => words.say("day-unknown"),
    };
    let name = say::session_name(words, session, &row.body);
    let state_role = if session.state.is_open() {
        Role::Plain
    } else {
        Role::Faint
    };
    let mut cells = vec![
        vec![Piece::ours(date)],
        vec![Piece::ours(name).role(Role::Strong)],
    ];
    if context.setup.columns >= WIDE {
        cells.push(vec![Piece::stored(session.place.clone().unwrap_or_default())]);
        cells.push(vec![Piece::stored(session.chair.clone().unwrap_or_default())]);
    }
    let state = say::state(words, session.state);
    cells.push(vec![match near_clock(row).filter(|_| weekday) {
        Some(clock) => {
            let marked = words.say_with("state-with-clock", &[("state", state.into())]);
            Piece::ours(marked).role(clocks::short(words, clock).1)
        }
        None => Piece::ours(state).role(state_role),
    }]);
    cells.push(vec![count(context, row.open, Role::Plain)]);
    cells.push(vec![count(context, row.overdue, Role::Late)]);
    cells
}

/// The legal clock of a session, where it is late or nearly so.
fn near_clock(row: &SessionRow) -> Option<&Clock> {
    row.clock.as_ref().filter(|clock| clock.presses(clocks::NEAR))
}

/// A number that is only worth a look when there is something to count.
fn count(context: &Context, number: u32, role: Role) -> Piece {
    match number {
        0 => Piece::ours("·").role(Role::Faint),
        _ => Piece::ours(context.words.number(number)).role(role),
    }
}

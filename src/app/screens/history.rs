//! The last changes of the office, newest first: when, who, what. Does not know what a change did to a record.

use super::{moved, settled, table_of, table_rows};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, say};
use crate::calendar::{tehran_day, tehran_time};
use crate::office::query::{HistoryRow, Query};
use crate::ui::{Area, Canvas, Key, Piece, Role, Table, TableCell, sentence};

/// So many entries are read.
const ENTRIES: usize = 300;

/// What the screen asks.
pub(super) fn query() -> Query {
    Query::History { limit: ENTRIES }
}

fn rows(model: &Model) -> &[HistoryRow] {
    model.books.history.as_deref().unwrap_or_default()
}

pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    let (len, page) = (rows(model).len(), usize::from(table_rows(model)));
    if moved(&mut model.spots.history, act, key, len, page) || act != Act::Open {
        return Vec::new();
    }
    let session = rows(model)
        .get(model.spots.history.selected)
        .and_then(|row| row.session.clone());
    session
        .map(|id| model.open(Screen::Session(id)))
        .unwrap_or_default()
}

fn table(model: &Model) -> Table {
    let what = Table::left_for_one_more(model.setup.columns, &[6, 17, 18]);
    let heads = [
        ("column-entry", 6),
        ("column-when", 17),
        ("column-who", 18),
        ("column-what", what),
    ];
    table_of(model, &heads, 1, false)
}

fn cells(model: &Model, at: usize) -> Vec<TableCell> {
    let Some(row) = rows(model).get(at) else {
        return Vec::new();
    };
    let words = &model.words;
    let when = format!(
        "{} {}",
        words.day(tehran_day(row.at)),
        words.time(tehran_time(row.at))
    );
    let session = row
        .session
        .as_ref()
        .and_then(|id| model.books.session_rows().iter().find(|r| r.session.id == *id));
    let name = words.say(&format!("command-{}", row.command));
    let what = match session {
        Some(session) => {
            let session = say::session_name(words, &session.session, &session.body);
            words.say_with(
                "history-what",
                &[("what", name.into()), ("session", session.into())],
            )
        }
        None => name,
    };
    vec![
        vec![Piece::ours(words.number(row.entry)).role(Role::Faint)],
        vec![Piece::ours(when)],
        vec![Piece::stored(row.actor.clone())],
        vec![Piece::ours(what)],
    ]
}

pub(super) fn settle(model: &mut Model) {
    let (list, len) = (model.spots.history, rows(model).len());
    model.spots.history = settled(model, &table(model), list, len, |_| Vec::new());
}

pub(super) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    if rows(model).is_empty() {
        return sentence(canvas, area, &model.words.say("history-empty"), Role::Faint);
    }
    table(model).paint(canvas, area, &model.spots.history, rows(model).len(), |row| {
        cells(model, row)
    });
}

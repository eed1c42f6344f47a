//! The last changes of the office, newest first: when, who, what. Does not know what a change did to a record.

use super::page::Page;
use super::tables::{moved, settled, table_of, table_rows};
use crate::app::address::Screen;
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::say;
use crate::app::step::{Step, To};
use crate::calendar::{tehran_day, tehran_time};
use crate::office::command::Removal;
use crate::office::query::{HistoryRow, Query};
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};
use crate::words::Words;

/// So many entries are read.
const ENTRIES: usize = 300;

/// Where one is in the last changes.
#[derive(Default)]
pub(in crate::app) struct History {
    list: ListState,
}

impl Page for History {
    fn place(&self) -> Place {
        Place::History
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::History { limit: ENTRIES }]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.history.is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let (rows, page) = (rows(context), usize::from(table_rows(context)));
        if act == Act::Remove {
            let row = rows.get(self.list.selected).filter(|row| is_import(row));
            let removal = row.map(|row| Step::AskRemoval(Removal::Import(row.entry)));
            return removal.into_iter().collect();
        }
        if moved(&mut self.list, act, key, rows.len(), page) {
            return Vec::new();
        }
        let row = rows.get(self.list.selected);
        let to = match act {
            Act::Open => row.map(|row| To::Over(Screen::Entry(row.entry))),
            Act::GoToSession => row
                .and_then(|row| row.session.clone())
                .map(|id| To::Session(id, None)),
            _ => None,
        };
        to.map(Step::Open).into_iter().collect()
    }

    /// Only what was taken in is taken away as a whole.
    fn offers(&self, context: &Context, act: Act) -> bool {
        let row = rows(context).get(self.list.selected);
        match act {
            Act::Remove => row.is_some_and(is_import),
            Act::GoToSession => row.is_some_and(|row| row.session.is_some()),
            _ => true,
        }
    }

    fn settle(&mut self, context: &Context) {
        let len = rows(context).len();
        self.list = settled(context, &table(context), self.list, len, |_| Vec::new());
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let len = rows(context).len();
        if len == 0 {
            let words = context.words.say("history-empty");
            return sentence(canvas, area, &words, Role::Faint);
        }
        table(context).paint(canvas, area, &self.list, len, |row| cells(context, row));
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-history")
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

/// What was done, in words; a command of a later version by its name.
pub(super) fn said(words: &Words, row: &HistoryRow) -> String {
    let id = format!("command-{}", row.command);
    let what = match words.has(&id) {
        true => words.say(&id),
        false => row.command.clone(),
    };
    match row.of_entry {
        Some(entry) => {
            let args = [("what", what.into()), ("entry", entry.into())];
            words.say_with("history-of-entry", &args)
        }
        None => what,
    }
}

/// Whether an entry took something in, which may be taken away as a whole.
pub(super) fn is_import(row: &HistoryRow) -> bool {
    row.command.starts_with("import_")
}

fn rows<'a>(context: &Context<'a>) -> &'a [HistoryRow] {
    context.books.history.as_deref().unwrap_or_default()
}

fn table(context: &Context) -> Table {
    let what = Table::left_for_one_more(context.setup.columns, &[6, 17, 18]);
    let heads = [
        ("column-entry", 6),
        ("column-when", 17),
        ("column-who", 18),
        ("column-what", what),
    ];
    table_of(context, &heads, 1, false)
}

fn cells(context: &Context, at: usize) -> Vec<TableCell> {
    let Some(row) = rows(context).get(at) else {
        return Vec::new();
    };
    let words = context.words;
    let when = format!(
        "{} {}",
        words.day(tehran_day(row.at)),
        words.time(tehran_time(row.at))
    );
    let session = row
        .session
        .as_ref()
        .and_then(|id| context.books.session_rows().iter().find(|r| r.session.id == *id));
    let what = said(words, row);
    let what = match session {
        Some(session) => {
            let session = say::session_name(words, &session.session, &session.body);
            words.say_with(
                "history-what",
                &[("what", what.into()), ("session", session.into())],
            )
        }
        None => what,
    };
    vec![
        vec![Piece::ours(words.number(row.entry)).role(Role::Faint)],
        vec![Piece::ours(when)],
        vec![Piece::stored(row.actor.clone())],
        vec![Piece::ours(what)],
    ]
}

//! Closing a session: everything that is missing, each line a way to it, then the signing; of final minutes their
//! code. Does not know what must be there; the office says what is missing.

mod code;
mod mending;

use super::head::{page_title, paint_sum};
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::screens::page::Page;
use crate::app::screens::session_state::ask_state;
use crate::app::screens::tables::{moved, settled, table_of, table_rows};
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::app::{forms, sentences};
use crate::domain::closing::Missing;
use crate::domain::ids::SessionId;
use crate::domain::session::{Session, SessionState};
use crate::office::query::{Query, SessionView};
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};

/// Where one is in what is missing of a session.
pub(in crate::app) struct Closing {
    session: SessionId,
    list: ListState,
}

impl Closing {
    pub fn new(session: SessionId) -> Closing {
        let list = ListState::default();
        Closing { session, list }
    }
}

impl Page for Closing {
    fn place(&self) -> Place {
        Place::Stage(Stage::Closing)
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.session.clone())]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.session(&self.session).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let Some(view) = context.books.session(&self.session) else {
            return Vec::new();
        };
        let session = &view.session;
        if !session.state.is_open() {
            return match (act, &view.code) {
                (Act::SetState, _) => ask_state(context, session),
                (Act::Copy, Some(code)) => vec![Step::Copy(code.code.clone())],
                _ => Vec::new(),
            };
        }
        let missing = view.missing();
        let page = usize::from(table_rows(context));
        if moved(&mut self.list, act, key, missing.len(), page) {
            return Vec::new();
        }
        match act {
            Act::Open => missing
                .get(self.list.selected)
                .map(|one| mending::go_to(context, view, one))
                .unwrap_or_default(),
            Act::Stage(Stage::Closing) => sign(context, session, missing.len()),
            Act::SetState => ask_state(context, session),
            _ => Vec::new(),
        }
    }

    /// There are lines to go to, or a code to copy.
    fn offers(&self, context: &Context, act: Act) -> bool {
        let Some(view) = context.books.session(&self.session) else {
            return false;
        };
        let is_open = view.session.state.is_open();
        match act {
            Act::Copy => !is_open,
            Act::Open => is_open && !view.missing().is_empty(),
            _ => true,
        }
    }

    fn settle(&mut self, context: &Context) {
        if let Some(view) = context.books.session(&self.session) {
            let missing = view.missing();
            self.list = settled(context, &table(context), self.list, missing.len(), |at| {
                cells(context, view, &missing, at)
            });
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some(view) = context.books.session(&self.session) else {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        };
        if !view.session.state.is_open() {
            return code::paint(context, view, canvas, area);
        }
        let missing = view.missing();
        if missing.is_empty() {
            let args = [("key", sign_key(context).into())];
            let words = context.words.say_with("closing-nothing-missing", &args);
            return sentence(canvas, area, &words, Role::Good);
        }
        table(context).paint(canvas, area, &self.list, missing.len(), |at| {
            cells(context, view, &missing, at)
        });
    }

    fn title(&self, context: &Context) -> String {
        page_title(context, Stage::Closing, &self.session)
    }

    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let view = context.books.session(&self.session);
        paint_sum(canvas, row, view.map(|view| sum(context, view)));
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

/// Opens the form of the signing. What is missing forbids nothing, but it is said; what was not held is not signed.
fn sign(context: &Context, session: &Session, missing: usize) -> Vec<Step> {
    let words = context.words;
    if session.state != SessionState::Draft {
        let mut steps = vec![Step::Say(words.say("closing-not-a-draft"), Role::Warn)];
        steps.extend(ask_state(context, session));
        return steps;
    }
    let still = words.say_with("closing-still-missing", &[("count", missing.into())]);
    let still = (missing > 0).then_some(Step::Say(still, Role::Warn));
    still
        .into_iter()
        .chain(forms::signing(context, session))
        .collect()
}

fn table(context: &Context) -> Table {
    let leads_to = 14;
    let what = Table::left_for_one_more(context.setup.columns, &[3, leads_to]);
    let heads = [
        ("column-number", 3),
        ("column-missing", what),
        ("column-leads-to", leads_to),
    ];
    table_of(context, &heads, 3, false)
}

fn cells(context: &Context, view: &SessionView, missing: &[Missing], at: usize) -> Vec<TableCell> {
    let Some(one) = missing.get(at) else {
        return Vec::new();
    };
    let words = context.words;
    vec![
        vec![Piece::ours(words.number(at + 1)).role(Role::Faint)],
        vec![Piece::ours(sentences::missing(words, view, one))],
        vec![Piece::ours(words.say(mending::leads_to(one))).role(Role::Faint)],
    ]
}

fn sign_key(context: &Context) -> String {
    context.key(Act::Stage(Stage::Closing), Place::Stage(Stage::Closing))
}

/// How much is missing, and what comes next.
fn sum(context: &Context, view: &SessionView) -> (String, Role) {
    let words = context.words;
    let missing = view.missing().len();
    match view.session.state.is_open() {
        false => (words.say("closing-final"), Role::Strong),
        true if missing == 0 => (words.say("closing-sum-none"), Role::Good),
        true => {
            let args = [("count", missing.into()), ("key", sign_key(context).into())];
            (words.say_with("closing-sum", &args), Role::Warn)
        }
    }
}

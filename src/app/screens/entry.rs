//! One change in full: when, who, what, and each record that it changed, field by field, before and after. Does not know
//! how a record is put into words.

use super::history::{is_import, said};
use super::page::Page;
use super::tables::{scrolled, settle_page};
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::step::{Step, To};
use crate::office::command::Removal;
use crate::office::query::{EntryView, Query};
use crate::papers::history::{HistoryEntry, entry};
use crate::papers::plain::plain;
use crate::papers::{RecordNames, paper};
use crate::ui::{self, Area, Canvas, Key, ListState, PageEntry, Piece, Role, sentence};
use std::rc::Rc;

/// Where one is in a change.
#[derive(Default)]
pub(in crate::app) struct JournalPage {
    number: u64,
    list: ListState,
}

impl JournalPage {
    /// At its first line.
    pub fn new(number: u64) -> JournalPage {
        JournalPage {
            number,
            list: ListState::default(),
        }
    }

    /// Whether it is the change of this number.
    pub fn is_of(&self, number: u64) -> bool {
        self.number == number
    }

    /// The page of the change of this number, from its first line where it was another's.
    pub fn of(&mut self, number: u64) -> &mut JournalPage {
        if !self.is_of(number) {
            *self = JournalPage::new(number);
        }
        self
    }

    fn read<'b>(&self, context: &Context<'b>) -> Option<&'b EntryView> {
        let (number, view) = context.books.entry.as_ref()?;
        view.as_deref().filter(|_| self.is_of(*number))
    }

    fn page(&self, context: &Context, area: Area) -> Rc<ui::EntryPage> {
        let text = self.read(context).map(|view| text(context, view));
        let lines = text.unwrap_or_default();
        let pieces = lines.lines().map(|line| Piece::ours(line.to_owned())).collect();
        let all = PageEntry {
            label: String::new(),
            pieces,
        };
        context.page.of(context.look, area.columns, vec![all])
    }
}

/// The change in words.
fn text(context: &Context, view: &EntryView) -> String {
    let EntryView { row, changes } = view;
    let told = HistoryEntry {
        number: row.entry,
        at: row.at,
        actor: row.actor.clone(),
        what: said(context.words, row),
        changes: changes.clone(),
    };
    let blocks = entry(context.words, &told, &names(context));
    plain(context.words, &paper(context.words, blocks))
}

/// What ids are called today, as far as it was read.
fn names(context: &Context) -> RecordNames {
    let mut names = RecordNames::default();
    for (body, seats) in context.books.bodies.iter().flatten() {
        names.bodies.insert(body.id.clone(), body.name.clone());
        let seats = seats.iter().map(|seat| (seat.id.clone(), seat.name.clone()));
        names.seats.extend(seats);
    }
    let organisations = context.books.organisations.iter().flat_map(|all| &all.rows);
    let organisations = organisations.map(|one| (one.id.clone(), one.name.clone()));
    names.organisations.extend(organisations);
    names
}

impl Page for JournalPage {
    fn place(&self) -> Place {
        Place::Entry
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Entry(self.number), Query::Bodies, Query::Organisations]
    }

    fn waits(&self, context: &Context) -> bool {
        let read = context.books.entry.as_ref();
        read.is_none_or(|(number, _)| !self.is_of(*number))
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let lines = self.page(context, context.body).rows();
        if scrolled(&mut self.list, act, key, lines, context.body.rows) {
            return Vec::new();
        }
        let row = self.read(context).map(|view| &view.row);
        let step = match act {
            Act::GoToSession => row
                .and_then(|row| row.session.clone())
                .map(|id| Step::Open(To::Session(id, None))),
            Act::Remove => row
                .filter(|row| is_import(row))
                .map(|row| Step::AskRemoval(Removal::Import(row.entry))),
            _ => None,
        };
        step.into_iter().collect()
    }

    fn offers(&self, context: &Context, act: Act) -> bool {
        let row = self.read(context).map(|view| &view.row);
        match act {
            Act::Remove => row.is_some_and(is_import),
            Act::GoToSession => row.is_some_and(|row| row.session.is_some()),
            _ => true,
        }
    }

    fn settle(&mut self, context: &Context) {
        let lines = self.page(context, context.body).rows();
        settle_page(&mut self.list, lines, context.body.rows);
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        if self.read(context).is_none() {
            return sentence(canvas, area, &context.words.say("entry-is-gone"), Role::Faint);
        }
        self.page(context, area).paint(canvas, area, self.list.top);
    }

    fn title(&self, context: &Context) -> String {
        let args = [("number", self.number.into())];
        context.words.say_with("entry-title", &args)
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }

    /// It is read; there is nothing to select.
    fn select_row(&mut self, _row: usize) {}
}

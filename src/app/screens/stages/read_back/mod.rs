//! The read-back: one resolution a screen, large and calm, read aloud and agreed to, and at the end their sum.
//! Does not know how one is edited.

mod text;

use super::head::{page_title, paint_sum};
use crate::app::context::Context;
use crate::app::forms;
use crate::app::keys::{Act, Place};
use crate::app::locked::locked;
use crate::app::screens::page::Page;
use crate::app::screens::tables::{scrolled, settle_page};
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::resolution::Resolution;
use crate::office::command::Command;
use crate::office::query::{Query, SessionView};
use crate::ui::{self, Area, Canvas, Key, ListState, PageEntry, Piece, Role, sentence};
use std::rc::Rc;
use text::{entries, paragraphs};

/// Where one is in the read-back of a session.
pub(in crate::app) struct ReadBack {
    session: SessionId,
    /// Where one is in the resolution that is read.
    list: ListState,
    /// Which resolution is read, by its place; behind the last one their sum.
    at: usize,
}

impl ReadBack {
    pub fn new(session: SessionId) -> ReadBack {
        ReadBack {
            session,
            list: ListState::default(),
            at: 0,
        }
    }

    /// The place of what is read, never beyond the sum.
    fn place_in(&self, view: &SessionView) -> usize {
        self.at.min(view.resolutions.len())
    }

    fn turn_to(&mut self, view: &SessionView, at: usize) {
        self.at = at.min(view.resolutions.len());
        self.list = ListState::default();
    }

    /// Ticks the resolution as agreed and goes on; ticks it off where it was.
    fn agree(&mut self, context: &Context, view: &SessionView, resolution: &Resolution) -> Vec<Step> {
        if let Some(locked) = locked(&view.session) {
            return vec![locked];
        }
        let agreed = !is_agreed(context, resolution);
        if agreed {
            self.turn_to(view, self.place_in(view) + 1);
        }
        vec![Step::change(Command::Agree {
            resolution: resolution.id.clone(),
            agreed,
        })]
    }

    fn text(&self, context: &Context, view: &SessionView, area: Area) -> Rc<ui::EntryPage> {
        let entries = match view.resolutions.get(self.place_in(view)) {
            Some(row) => entries(context, row),
            None => end(context, view),
        };
        context.page.of(context.look, area.columns, entries)
    }

    /// The place in the row, «۳ از ۶», and whether it was agreed to.
    fn sum(&self, context: &Context, view: &SessionView) -> (String, Role) {
        let words = context.words;
        let at = self.place_in(view);
        let Some(row) = view.resolutions.get(at) else {
            return (words.say("read-back-end"), Role::Strong);
        };
        let args = [
            ("place", (at + 1).into()),
            ("count", view.resolutions.len().into()),
        ];
        let place = words.say_with("read-back-place", &args);
        if is_agreed(context, &row.resolution) {
            let agreed = words.say("read-back-is-agreed");
            return (format!("{place} · {agreed}"), Role::Good);
        }
        (place, Role::Strong)
    }
}

impl Page for ReadBack {
    fn place(&self) -> Place {
        Place::Stage(Stage::ReadBack)
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
        let area = page_area(context.body);
        let lines = self.text(context, view, area).rows();
        if scrolled(&mut self.list, act, key, lines, area.rows) {
            return Vec::new();
        }
        let at = self.place_in(view);
        match (act, view.resolutions.get(at)) {
            (Act::Next, _) => self.turn_to(view, at + 1),
            (Act::Previous, _) => self.turn_to(view, at.saturating_sub(1)),
            (Act::Agree, Some(row)) => return self.agree(context, view, &row.resolution),
            (Act::Edit, Some(row)) => return forms::edit_resolution(context, row),
            _ => {}
        }
        Vec::new()
    }

    /// At the end there is nothing to agree to.
    fn offers(&self, context: &Context, act: Act) -> bool {
        let reads = |view: &SessionView| self.place_in(view) < view.resolutions.len();
        let is_read = context.books.session(&self.session).is_some_and(reads);
        is_read || !matches!(act, Act::Agree | Act::Edit | Act::Next)
    }

    fn settle(&mut self, context: &Context) {
        if let Some(view) = context.books.session(&self.session) {
            let area = page_area(context.body);
            let lines = self.text(context, view, area).rows();
            settle_page(&mut self.list, lines, area.rows);
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some(view) = context.books.session(&self.session) else {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        };
        if view.resolutions.is_empty() {
            return sentence(canvas, area, &context.words.say("resolutions-empty"), Role::Faint);
        }
        let area = page_area(area);
        self.text(context, view, area).paint(canvas, area, self.list.top);
    }

    fn title(&self, context: &Context) -> String {
        page_title(context, Stage::ReadBack, &self.session)
    }

    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let view = context.books.session(&self.session);
        paint_sum(canvas, row, view.map(|view| self.sum(context, view)));
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

/// Whether a resolution was agreed to: as it was ticked last, else as it is recorded.
fn is_agreed(context: &Context, resolution: &Resolution) -> bool {
    let ticked = context.books.at_once.agreed(&resolution.id);
    ticked.unwrap_or(resolution.agreed)
}

/// The sum: how many were agreed to, and which were not.
fn end(context: &Context, view: &SessionView) -> Vec<PageEntry> {
    let words = context.words;
    let left: Vec<Piece> = (1u32..)
        .zip(&view.resolutions)
        .filter(|(_, row)| !is_agreed(context, &row.resolution))
        .map(|(place, row)| {
            let number = row.resolution.row.unwrap_or(place);
            let name = row.resolution.name();
            let args = [("row", number.into()), ("name", name.into())];
            Piece::ours(words.say_with("read-back-left", &args))
        })
        .collect();
    let agreed = view.resolutions.len() - left.len();
    let args = [
        ("agreed", agreed.into()),
        ("count", view.resolutions.len().into()),
    ];
    let sum = Piece::ours(words.say_with("read-back-agreed", &args)).role(Role::Strong);
    let mut entries = vec![paragraphs(vec![sum]), paragraphs(Vec::new())];
    if left.is_empty() {
        let all = Piece::ours(words.say("read-back-all")).role(Role::Good);
        entries.push(paragraphs(vec![all]));
    } else {
        let head = Piece::ours(words.say("read-back-rest")).role(Role::Faint);
        entries.push(paragraphs(std::iter::once(head).chain(left).collect()));
    }
    entries
}

/// The column of text: wide margins, and lines no longer than the eye goes back along.
fn page_area(area: Area) -> Area {
    let columns = (area.columns * 4 / 5).min(78);
    let margin = (area.columns - columns) / 2;
    let above = (area.rows / 8).max(1);
    Area {
        column: area.column + margin,
        columns,
        ..area.below(above)
    }
}

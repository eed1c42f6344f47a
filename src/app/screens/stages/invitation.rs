//! The letter that invites to a session, to be read, copied and edited here or in an editor outside. Does not know its
//! wording.

use super::head::{page_title, paint_sum};
use crate::app::context::Context;
use crate::app::forms;
use crate::app::keys::{Act, Place};
use crate::app::screens::page::Page;
use crate::app::screens::tables::{scrolled, settle_page};
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::office::query::{Query, SessionView};
use crate::papers::invitation_text;
use crate::ui::{self, Area, Canvas, Key, ListState, PageEntry, Piece, Role, sentence};
use std::rc::Rc;

/// Where one is in the letter of a session.
pub(in crate::app) struct Invitation {
    session: SessionId,
    list: ListState,
}

impl Invitation {
    pub fn new(session: SessionId) -> Invitation {
        let list = ListState::default();
        Invitation { session, list }
    }
}

impl Page for Invitation {
    fn place(&self) -> Place {
        Place::Stage(Stage::Invitation)
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
        let lines = page(context, view, area).rows();
        if scrolled(&mut self.list, act, key, lines, area.rows) {
            return Vec::new();
        }
        match act {
            Act::Copy => vec![Step::Copy(letter(context, view))],
            Act::Edit => {
                let (text, own) = (letter(context, view), own_letter(context, view));
                forms::letter(&view.session, &text, own)
            }
            _ => Vec::new(),
        }
    }

    fn settle(&mut self, context: &Context) {
        if let Some(view) = context.books.session(&self.session) {
            let area = page_area(context.body);
            settle_page(&mut self.list, page(context, view, area).rows(), area.rows);
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some(view) = context.books.session(&self.session) else {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        };
        let area = page_area(area);
        page(context, view, area).paint(canvas, area, self.list.top);
    }

    fn title(&self, context: &Context) -> String {
        page_title(context, Stage::Invitation, &self.session)
    }

    /// Whether the letter is another one than the session gives.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let view = context.books.session(&self.session);
        let edited = view.is_some_and(|view| view.session.invitation_text.is_some());
        let sum = edited.then(|| (context.words.say("invitation-edited"), Role::Warn));
        paint_sum(canvas, row, sum);
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

/// The letter as it was edited, else as the session gives it.
fn letter(context: &Context, view: &SessionView) -> String {
    match &view.session.invitation_text {
        Some(edited) => edited.clone(),
        None => own_letter(context, view),
    }
}

/// The letter that the session gives.
fn own_letter(context: &Context, view: &SessionView) -> String {
    invitation_text(context.words, &view.session, &view.body)
}

/// A blank row and a wide margin, as on paper.
fn page_area(area: Area) -> Area {
    let margin = area.columns / 10;
    Area {
        column: area.column + margin,
        columns: area.columns.saturating_sub(2 * margin),
        ..area.below(1)
    }
}

fn page(context: &Context, view: &SessionView, area: Area) -> Rc<ui::EntryPage> {
    let letter = letter(context, view);
    let entry = PageEntry {
        label: String::new(),
        pieces: letter.split('\n').map(Piece::stored).collect(),
    };
    context.page.of(context.look, area.columns, vec![entry])
}

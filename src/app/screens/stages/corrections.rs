//! The corrections of final minutes: their list to be read. Does not know how one is written.

use super::head::page_title;
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::screens::page::Page;
use crate::app::screens::tables::{scrolled, settle_page};
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::app::{say, sentences};
use crate::domain::correction::Correction;
use crate::domain::ids::SessionId;
use crate::office::query::{Query, SessionView};
use crate::text::isolate;
use crate::ui::{self, Area, Canvas, Key, ListState, PageEntry, Piece, Role, sentence};
use std::rc::Rc;

/// Where one is in the corrections of a session.
pub(in crate::app) struct Corrections {
    session: SessionId,
    list: ListState,
}

impl Corrections {
    pub fn new(session: SessionId) -> Corrections {
        let list = ListState::default();
        Corrections { session, list }
    }
}

impl Page for Corrections {
    fn place(&self) -> Place {
        Place::Stage(Stage::Corrections)
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.session.clone())]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.session(&self.session).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        if let Some(view) = context.books.session(&self.session) {
            let lines = page(context, view, context.body).rows();
            scrolled(&mut self.list, act, key, lines, context.body.rows);
        }
        Vec::new()
    }

    fn settle(&mut self, context: &Context) {
        if let Some(view) = context.books.session(&self.session) {
            let lines = page(context, view, context.body).rows();
            settle_page(&mut self.list, lines, context.body.rows);
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some(view) = context.books.session(&self.session) else {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        };
        if view.corrections.is_empty() {
            let key = context.key(Act::Correct, Place::Details);
            let words = context
                .words
                .say_with("corrections-empty", &[("key", key.into())]);
            return sentence(canvas, area, &words, Role::Plain);
        }
        page(context, view, area).paint(canvas, area, self.list.top);
    }

    fn title(&self, context: &Context) -> String {
        page_title(context, Stage::Corrections, &self.session)
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

fn page(context: &Context, view: &SessionView, area: Area) -> Rc<ui::EntryPage> {
    let corrections = view.corrections.iter();
    let entries = corrections.flat_map(|correction| entries(context, view, correction));
    context.page.of(context.look, area.columns, entries.collect())
}

fn entries(context: &Context, view: &SessionView, correction: &Correction) -> Vec<PageEntry> {
    let words = context.words;
    let about = sentences::corrected(words, view, &correction.about);
    let args = [("number", correction.number.into()), ("about", about.into())];
    let head = Piece::ours(words.say_with("correction-head", &args)).role(Role::Strong);
    let who = correction.by.as_deref().map(isolate);
    let when = [Some(say::day_long(words, correction.date)), who];
    let when: Vec<String> = when.into_iter().flatten().collect();
    let told = |label: &str, text: &str, empty: &str| PageEntry {
        label: words.say(label),
        pieces: match text.trim().is_empty() {
            true => vec![Piece::ours(words.say(empty)).role(Role::Faint)],
            false => text.split('\n').map(Piece::stored).collect(),
        },
    };
    let bare = |pieces| PageEntry {
        label: String::new(),
        pieces,
    };
    vec![
        bare(vec![head, Piece::ours(when.join(" · ")).role(Role::Faint)]),
        told("field-was", &correction.was, "correction-was-nothing"),
        told("field-shall-be", &correction.shall_be, "correction-is-struck"),
        told(
            "field-correction-reason",
            &correction.reason,
            "correction-was-nothing",
        ),
        bare(Vec::new()),
    ]
}

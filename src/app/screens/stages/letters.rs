//! The letters that tell organisations what a session decided: none is written yet, and what to do instead is said.
//! Does not know who would get one, nor what it would say.

use super::head::page_title;
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::screens::page::Page;
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::office::query::Query;
use crate::text::isolate;
use crate::ui::{Area, Canvas, Key, ListState, Role, sentence};

/// The letters of a session.
pub(in crate::app) struct Letters {
    session: SessionId,
    list: ListState,
}

impl Letters {
    pub fn new(session: SessionId) -> Letters {
        let list = ListState::default();
        Letters { session, list }
    }
}

impl Page for Letters {
    fn place(&self) -> Place {
        Place::Stage(Stage::Letters)
    }

    /// The session is named at the head.
    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.session.clone())]
    }

    fn waits(&self, _context: &Context) -> bool {
        false
    }

    fn act(&mut self, _context: &Context, _act: Act, _key: Key) -> Vec<Step> {
        Vec::new()
    }

    fn settle(&mut self, _context: &Context) {}

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let command = isolate(&format!("dabir show {}", self.session));
        let words = context
            .words
            .say_with("letters-not-yet", &[("command", command.into())]);
        sentence(canvas, area, &words, Role::Plain);
    }

    fn title(&self, context: &Context) -> String {
        page_title(context, Stage::Letters, &self.session)
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

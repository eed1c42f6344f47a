//! A document as it would be given out, as lines to be read. Does not know how it was made.

use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::screens::page::Page;
use crate::app::screens::tables::{scrolled, settle_page};
use crate::app::step::Step;
use crate::office::query::Query;
use crate::papers::issue::PreviewedFile;
use crate::ui::{self, Area, Canvas, Key, ListState, PageEntry, Piece, Role, sentence};
use std::iter;
use std::rc::Rc;

/// The files of a document, and where one is in them.
#[derive(Default)]
pub(in crate::app) struct PreviewPage {
    files: Vec<PreviewedFile>,
    list: ListState,
}

impl PreviewPage {
    /// Shows these from their beginning.
    pub fn begin(&mut self, files: Vec<PreviewedFile>) {
        let list = ListState::default();
        *self = PreviewPage { files, list };
    }

    fn page(&self, context: &Context, area: Area) -> Rc<ui::EntryPage> {
        let entries = self.files.iter().map(|file| {
            // Its name above it, not beside it: a document needs the whole width.
            let name = Piece::stored(file.name.as_str()).role(Role::Strong);
            PageEntry {
                label: String::new(),
                pieces: iter::once(name)
                    .chain(file.text.lines().map(Piece::ours))
                    .collect(),
            }
        });
        context.page.of(context.look, area.columns, entries.collect())
    }
}

impl Page for PreviewPage {
    fn place(&self) -> Place {
        Place::Preview
    }

    /// It is shown as it was made.
    fn wants(&self, _context: &Context) -> Vec<Query> {
        Vec::new()
    }

    fn waits(&self, _context: &Context) -> bool {
        false
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let lines = self.page(context, context.body).rows();
        scrolled(&mut self.list, act, key, lines, context.body.rows);
        Vec::new()
    }

    fn settle(&mut self, context: &Context) {
        let lines = self.page(context, context.body).rows();
        settle_page(&mut self.list, lines, context.body.rows);
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        if self.files.is_empty() {
            return sentence(canvas, area, &context.words.say("preview-empty"), Role::Faint);
        }
        self.page(context, area).paint(canvas, area, self.list.top);
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-preview")
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

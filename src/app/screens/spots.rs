//! The state of every screen's page, kept while another is shown. Does not know what the screens show.

use super::bodies::Members;
use super::entry::JournalPage;
use super::history::History;
use super::page::Page;
use super::session::SessionPage;
use super::sessions::SessionsPage;
pub(in crate::app) use super::spot::Spot;
use super::stages::Stages;
pub(in crate::app) use super::tab::Tab;
use super::{
    BallotsPage, FigureRows, FiguresPage, GivingPage, ImportPage, LayoutPage, LookupPage, NotePage, OpenList,
    PreviewPage, ResolutionPage,
};
use crate::app::address::Screen;
use crate::app::books::Books;
use crate::calendar::Day;
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SessionId};
use std::collections::HashMap;

/// The state of every page: its selection, its place in its list, what narrows it.
#[derive(Default)]
pub(in crate::app) struct Spots {
    pub sessions: SessionsPage,
    pub in_session: HashMap<SessionId, SessionPage>,
    pub open: OpenList,
    pub members: Members,
    pub history: History,
    pub entry: JournalPage,
    pub lookup: LookupPage,
    pub figures: FiguresPage,
    pub figure_rows: FigureRows,
    pub giving: GivingPage,
    pub preview: PreviewPage,
    pub import: ImportPage,
    /// Each resolution and note that was read in full.
    pub resolutions: HashMap<ResolutionId, ResolutionPage>,
    pub notes: HashMap<NoteId, NotePage>,
    /// Each vote by name that was come to.
    pub ballots: HashMap<ResolutionId, BallotsPage>,
    pub stages: Stages,
    /// The layout of each body's minutes that was come to, by the first day of its rules.
    pub layouts: HashMap<(BodyId, Option<Day>), LayoutPage>,
}

impl Spots {
    /// A page, to be changed; a new one of a record that was not come to before.
    pub fn page_mut(&mut self, screen: &Screen) -> &mut dyn Page {
        match screen {
            Screen::Sessions => &mut self.sessions,
            Screen::Session(id) => self.of_mut(id),
            Screen::Resolution(id) => self.resolution_mut(id),
            Screen::Note(id) => self.note_mut(id),
            Screen::Ballots(id) => {
                let known = self.ballots.entry(id.clone());
                known.or_insert_with(|| BallotsPage::new(id))
            }
            Screen::Open => &mut self.open,
            Screen::Lookup => &mut self.lookup,
            Screen::Members => &mut self.members,
            Screen::Layout(body, from) => {
                let known = self.layouts.entry((body.clone(), *from));
                known.or_insert_with(|| LayoutPage::new(body, *from))
            }
            Screen::History => &mut self.history,
            Screen::Entry(number) => self.entry.of(*number),
            Screen::Figures => &mut self.figures,
            Screen::FigureRows => &mut self.figure_rows,
            Screen::Giving => &mut self.giving,
            Screen::Preview => &mut self.preview,
            Screen::Import => &mut self.import,
            Screen::Stage(stage, id) => self.stages.page_mut(*stage, id),
        }
    }

    /// Lets a page be read: the kept one, or a new one of a record that was not come to before.
    pub fn read<T>(&self, screen: &Screen, read: impl FnOnce(&dyn Page) -> T) -> T {
        match screen {
            Screen::Sessions => read(&self.sessions),
            Screen::Session(id) => match self.in_session.get(id) {
                Some(page) => read(page),
                None => read(&SessionPage::new(id)),
            },
            Screen::Resolution(id) => match self.resolutions.get(id) {
                Some(page) => read(page),
                None => read(&ResolutionPage::new(id)),
            },
            Screen::Note(id) => match self.notes.get(id) {
                Some(page) => read(page),
                None => read(&NotePage::new(id)),
            },
            Screen::Ballots(id) => match self.ballots.get(id) {
                Some(page) => read(page),
                None => read(&BallotsPage::new(id)),
            },
            Screen::Open => read(&self.open),
            Screen::Lookup => read(&self.lookup),
            Screen::Members => read(&self.members),
            Screen::Layout(body, from) => match self.layouts.get(&(body.clone(), *from)) {
                Some(page) => read(page),
                None => read(&LayoutPage::new(body, *from)),
            },
            Screen::History => read(&self.history),
            Screen::Entry(number) => match self.entry.is_of(*number) {
                true => read(&self.entry),
                false => read(&JournalPage::new(*number)),
            },
            Screen::Figures => read(&self.figures),
            Screen::FigureRows => read(&self.figure_rows),
            Screen::Giving => read(&self.giving),
            Screen::Preview => read(&self.preview),
            Screen::Import => read(&self.import),
            Screen::Stage(stage, id) => self.stages.read(*stage, id, read),
        }
    }

    /// Puts the open list back as it was before it was narrowed above the screens that are left.
    pub fn leave_narrowed(&mut self, depth: usize, books: &mut Books) {
        if self.open.leave_narrowed(depth) {
            books.open = None;
        }
    }

    /// The page of a resolution; at its first line when one has not been there.
    pub fn resolution_mut(&mut self, id: &ResolutionId) -> &mut ResolutionPage {
        let known = self.resolutions.entry(id.clone());
        known.or_insert_with(|| ResolutionPage::new(id))
    }

    /// The page of a note; at its first line when one has not been there.
    pub fn note_mut(&mut self, id: &NoteId) -> &mut NotePage {
        let known = self.notes.entry(id.clone());
        known.or_insert_with(|| NotePage::new(id))
    }

    /// Where one is in a session; where one begins when one has not been there.
    pub fn of(&self, session: &SessionId) -> SessionPage {
        let known = self.in_session.get(session).cloned();
        known.unwrap_or_else(|| SessionPage::new(session))
    }

    /// Where one is in a session, to be changed.
    pub fn of_mut(&mut self, session: &SessionId) -> &mut SessionPage {
        let known = self.in_session.entry(session.clone());
        known.or_insert_with(|| SessionPage::new(session))
    }
}

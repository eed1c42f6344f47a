//! Where one is on every screen, kept while one is elsewhere. Does not know what the screens show.

use super::bodies::Members;
use super::history::History;
use super::session::SessionPage;
use super::sessions::SessionsPage;
pub(in crate::app) use super::spot::Spot;
use super::stages::Stages;
pub(in crate::app) use super::tab::Tab;
use super::{FigureRows, FiguresPage, Lookup, NotePage, ResolutionPage};
use crate::app::board::GroupKey;
use crate::app::books::Books;
use crate::domain::ids::{NoteId, ResolutionId, SessionId};
use std::collections::{HashMap, HashSet};

/// Where one is on every screen.
#[derive(Default)]
pub(in crate::app) struct Spots {
    pub sessions: SessionsPage,
    pub in_session: HashMap<SessionId, SessionPage>,
    pub open: Spot,
    /// Where one was in the open list before it was narrowed to go somewhere, and the depth of the stack at which it
    /// was: there it is as it was.
    pub open_before: Vec<(usize, Spot)>,
    /// The groups of the open list of which only the head is shown.
    pub folded: HashSet<GroupKey>,
    pub members: Members,
    pub history: History,
    pub lookup: Lookup,
    /// Which of what is offered for the filter of the open list is chosen.
    pub offer: usize,
    pub figures: FiguresPage,
    pub figure_rows: FigureRows,
    /// Each resolution and note that was read in full.
    pub resolutions: HashMap<ResolutionId, ResolutionPage>,
    pub notes: HashMap<NoteId, NotePage>,
    pub stages: Stages,
}

impl Spots {
    /// Puts the open list back as it was before it was narrowed above the screens that are left.
    pub fn leave_narrowed(&mut self, depth: usize, books: &mut Books) {
        while let Some((_, before)) = self.open_before.pop_if(|(narrowed, _)| *narrowed >= depth) {
            self.open = before;
            // Words that cannot be read select nothing, and nothing is asked for.
            books.open = self.open.error.as_ref().map(|_| Vec::new());
        }
    }

    /// Whether the open list at this depth of the stack was narrowed to go there.
    pub fn is_narrowed(&self, depth: usize) -> bool {
        self.open_before
            .last()
            .is_some_and(|(narrowed, _)| narrowed + 1 == depth)
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

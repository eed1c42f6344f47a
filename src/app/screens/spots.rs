//! Where one is on every screen, kept while one is elsewhere. Does not know what the screens show.

use super::bodies::Members;
use super::history::History;
pub(in crate::app) use super::spot::Spot;
use super::stages::Stages;
pub(in crate::app) use super::tab::Tab;
use super::talk;
use super::{FigureRows, FiguresPage, Lookup, Part};
use crate::app::address::Within;
use crate::app::board::GroupKey;
use crate::app::books::Books;
use crate::domain::ids::{NoteId, ResolutionId, SessionId};
use crate::office::query::SessionView;
use crate::ui::ListState;
use std::collections::{HashMap, HashSet};

/// Where one is in one session.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct SessionSpot {
    pub tab: Tab,
    pub details: ListState,
    pub agenda: ListState,
    pub roll: ListState,
    pub notes: ListState,
    pub resolutions: ListState,
    pub raw: ListState,
    /// Whether the roll was begun by the custom of the body.
    pub roll_opened: bool,
    /// The note or resolution just made, to be selected when it is read.
    pub wanted: Option<String>,
    /// Whether a guest was just added, to be selected when it is read.
    pub wants_guest: bool,
}

impl SessionSpot {
    /// Goes to something in the session: at once where it is at hand (`view`), else when the session is read.
    pub fn go_to(&mut self, view: Option<&SessionView>, within: &Within) {
        let (tab, wanted) = match within {
            Within::AgendaItem(_) => (Tab::Agenda, None),
            Within::Roll | Within::Seat(_) => (Tab::Attendance, None),
            Within::Note(id) => (Tab::Notes, Some(id.to_string())),
            Within::Resolution(id) => (Tab::Resolutions, Some(id.to_string())),
        };
        (self.tab, self.wanted) = (tab, wanted);
        let place = match within {
            Within::AgendaItem(at) => Some(*at),
            within => view.and_then(|view| place_of(view, within)),
        };
        if let Some(place) = place {
            self.list().selected = place;
        }
    }

    /// Where one is in the open tab.
    pub fn list(&mut self) -> &mut ListState {
        match self.tab {
            Tab::Details => &mut self.details,
            Tab::Agenda => &mut self.agenda,
            Tab::Attendance => &mut self.roll,
            Tab::Notes => &mut self.notes,
            Tab::Resolutions => &mut self.resolutions,
            Tab::Raw => &mut self.raw,
        }
    }
}

/// The place of something in its tab.
fn place_of(view: &SessionView, within: &Within) -> Option<usize> {
    match within {
        Within::AgendaItem(at) => Some(*at),
        Within::Roll => None,
        Within::Seat(id) => view.roll.iter().position(|row| row.seat.id == *id),
        Within::Note(id) => {
            let lines = talk::lines(view);
            lines.iter().position(|line| line.id() == id.as_str())
        }
        Within::Resolution(id) => view.resolutions.iter().position(|row| row.resolution.id == *id),
    }
}

/// Where one is on every screen.
#[derive(Default)]
pub(in crate::app) struct Spots {
    pub sessions: Spot,
    /// The session just made, to be selected when it is read.
    pub wanted_session: Option<SessionId>,
    pub in_session: HashMap<SessionId, SessionSpot>,
    pub roll_finder: Spot,
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
    /// The first line shown of each resolution and note that was read in full.
    pub resolution: HashMap<ResolutionId, ListState>,
    /// The clause or follow-up that the cursor is on, and its resolution.
    pub part: Option<(ResolutionId, Part)>,
    pub note: HashMap<NoteId, ListState>,
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

    /// Where one is in a session; where one begins when one has not been there.
    pub fn of(&self, session: &SessionId) -> SessionSpot {
        self.in_session.get(session).cloned().unwrap_or_default()
    }

    /// Where one is in a session, to be changed.
    pub fn of_mut(&mut self, session: &SessionId) -> &mut SessionSpot {
        self.in_session.entry(session.clone()).or_default()
    }
}

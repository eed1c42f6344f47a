//! Where one is in a session when it is read anew, when something is made in it, when one is sent to something of it.
//! Does not know what the tabs show.

use super::SessionPage;
use super::attendance::{begins_now, go_on};
use super::roll_view::len;
use crate::app::address::Within;
use crate::app::context::Context;
use crate::app::screens::tab::Tab;
use crate::app::screens::talk;
use crate::app::step::Step;
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::ui::ListState;

impl SessionPage {
    /// The roll was come to. Where everybody is present until ticked otherwise, the roll of a session that meets today
    /// begins so, once. An older one that nobody ticked stays as it is: one key makes all present there.
    pub fn roll_begins(&mut self, context: &Context) -> Vec<Step> {
        let begins = self.read(context).is_some_and(|view| begins_now(context, view));
        if self.tab != Tab::Attendance || self.roll_opened || !begins {
            return Vec::new();
        }
        self.roll_opened = true;
        vec![Step::change(Command::OpenRoll(self.id.clone()))]
    }

    /// A seat was filled in its form: the selection goes to the next one.
    pub fn go_on(&mut self, view: Option<&SessionView>) {
        go_on(&mut self.roll, view);
    }

    /// A guest was added, to be selected when it is read.
    pub fn want_guest(&mut self) {
        self.wants_guest = true;
    }

    /// A note or resolution was made, to be selected when it is read.
    pub fn want(&mut self, id: String) {
        self.wanted = Some(id);
    }

    /// Goes to something in the session: at once where it is at hand (`view`), else when the session is read.
    pub fn go_to(&mut self, view: Option<&SessionView>, within: &Within) {
        self.tab = match within {
            Within::AgendaItem(_) => Tab::Agenda,
            Within::Roll | Within::Seat(_) => Tab::Attendance,
            Within::Note(_) => Tab::Notes,
            Within::Resolution(_) => Tab::Resolutions,
        };
        self.seek(view, within);
    }

    /// The same; which tab is open stays.
    pub fn seek(&mut self, view: Option<&SessionView>, within: &Within) {
        self.wanted = match within {
            Within::Note(id) => Some(id.to_string()),
            Within::Resolution(id) => Some(id.to_string()),
            Within::AgendaItem(_) | Within::Roll | Within::Seat(_) => None,
        };
        let list = match within {
            Within::AgendaItem(_) => &mut self.agenda,
            Within::Roll | Within::Seat(_) => &mut self.roll,
            Within::Note(_) => &mut self.notes,
            Within::Resolution(_) => &mut self.resolutions,
        };
        let place = match within {
            Within::AgendaItem(at) => Some(*at),
            within => view.and_then(|view| place_of(view, within)),
        };
        list.selected = place.unwrap_or(list.selected);
    }

    /// Keeps the selection on the same note and resolution, or puts it on the one that is wanted.
    pub fn keep_places(&mut self, before: Option<&SessionView>, now: &SessionView) {
        if std::mem::take(&mut self.wants_guest) {
            self.roll.selected = len(now).saturating_sub(1);
        }
        let wanted = self.wanted.take();
        let line = before.and_then(|view| talk::lines(view).get(self.notes.selected).copied());
        let line = line.map(|line| line.id().to_owned());
        let note = wanted
            .clone()
            .filter(|id| now.notes.iter().any(|note| note.id.as_str() == id))
            .or(line);
        let lines = talk::lines(now);
        reselect(
            &mut self.notes,
            lines.iter().position(|line| Some(line.id()) == note.as_deref()),
        );
        let row = before.and_then(|view| view.resolutions.get(self.resolutions.selected));
        let row = row.map(|row| row.resolution.id.as_str().to_owned());
        let rows = &now.resolutions;
        let row = wanted
            .filter(|id| rows.iter().any(|row| row.resolution.id.as_str() == id))
            .or(row);
        let again = rows
            .iter()
            .position(|r| Some(r.resolution.id.as_str()) == row.as_deref());
        reselect(&mut self.resolutions, again);
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

fn reselect(list: &mut ListState, again: Option<usize>) {
    if let Some(row) = again {
        list.selected = row;
    }
}

//! A session as others may read it: what is confidential is left out, what is for the secretary alone too. Reads nothing.

use super::{CameAbout, ResolutionRow, SessionView};
use crate::domain::correction::Corrected;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::signed_minutes::SignedMinutes;

impl SessionView {
    /// The session without the words of what is confidential, and without notes that papers leave out. Numbers stay:
    /// that something was left out is seen. What was signed is given by [`SessionView::as_signed`] before, not after.
    #[must_use]
    pub fn for_readers(mut self) -> SessionView {
        let hidden: Vec<Corrected> = self.hidden().collect();
        self.corrections.retain(|one| !hidden.contains(&one.about));
        let notes = std::mem::take(&mut self.notes);
        self.notes = notes
            .into_iter()
            .filter(|note| !hidden.contains(&Corrected::Note(note.id.clone())))
            .collect();
        for item in self.session.agenda.iter_mut().filter(|item| item.confidential) {
            item.title.clear();
            item.attachments.clear();
        }
        // The versions have every word; of those that were opened again, who did so and why may be read.
        self.versions.retain(|version| version.reopened.is_some());
        self.versions = self.versions.iter().map(SignedMinutes::without_records).collect();
        self.resolutions = self
            .resolutions
            .into_iter()
            .map(ResolutionRow::for_readers)
            .collect();
        self
    }

    /// The records that papers leave out.
    fn hidden(&self) -> impl Iterator<Item = Corrected> + '_ {
        let notes = self.notes.iter().filter(|note| self.hides_note(note));
        let notes = notes.map(|note| Corrected::Note(note.id.clone()));
        let rows = self.resolutions.iter().map(|row| &row.resolution);
        let rows = rows.filter(|resolution| resolution.confidential);
        notes.chain(rows.map(|resolution| Corrected::Resolution(resolution.id.clone())))
    }
}

impl ResolutionRow {
    /// The row without anything that a confidential resolution says; others as they are.
    #[must_use]
    pub fn for_readers(self) -> ResolutionRow {
        if !self.resolution.confidential {
            return self;
        }
        let resolution = Resolution {
            id: self.resolution.id,
            position: self.resolution.position,
            row: self.resolution.row,
            confidential: true,
            ..Resolution::default()
        };
        ResolutionRow {
            resolution,
            status: Status::Open,
            due: None,
            first_due: None,
            overdue: false,
            missed: 0,
            warnings: Vec::new(),
            came_about: CameAbout::default(),
            ..self
        }
    }
}

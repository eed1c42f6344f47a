//! How resolutions of a list came about: of each session that tells more than its resolutions do, the roll is read once.
//! Changes nothing.

use super::SessionReader;
use crate::calendar::Day;
use crate::domain::ids::SessionId;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::{ResolutionRow, SessionView};
use std::collections::BTreeMap;

/// Puts into rows how each came about: those that were voted on, or made from a note that may have its time.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn with_rooms(office: &Office, rows: &mut [ResolutionRow], today: Day) -> Result<(), Failure> {
    let mut rooms = RowRooms::of(office, today)?;
    let mut of_session: BTreeMap<SessionId, Vec<&mut ResolutionRow>> = BTreeMap::new();
    for row in rows.iter_mut().filter(|row| tells_more(row)) {
        of_session.entry(row.session.clone()).or_default().push(row);
    }
    for row in of_session.into_values().flatten() {
        rooms.put(row)?;
    }
    Ok(())
}

fn tells_more(row: &ResolutionRow) -> bool {
    row.resolution.vote.is_some() || row.resolution.from_note.is_some()
}

/// The same for rows that come one after the other. Of rows of one session in a row, it is read once.
pub struct RowRooms<'a> {
    reader: SessionReader<'a>,
    last: Option<(SessionId, Option<SessionView>)>,
}

impl<'a> RowRooms<'a> {
    /// Of an office, as of `today`.
    ///
    /// # Errors
    /// [`Failure`] where the store cannot be read.
    pub fn of(office: &'a Office, today: Day) -> Result<RowRooms<'a>, Failure> {
        Ok(RowRooms {
            reader: SessionReader::of(office, today)?,
            last: None,
        })
    }

    /// Puts into a row how it came about.
    ///
    /// # Errors
    /// [`Failure`] where the store cannot be read.
    pub fn put(&mut self, row: &mut ResolutionRow) -> Result<(), Failure> {
        if !tells_more(row) {
            return Ok(());
        }
        let is_last = self.last.as_ref().is_some_and(|(id, _)| *id == row.session);
        if !is_last {
            let view = self.reader.session(&row.session)?;
            self.last = Some((row.session.clone(), view));
        }
        if let Some((_, Some(view))) = &self.last {
            row.came_about = view.came_about(&row.resolution);
        }
        Ok(())
    }
}

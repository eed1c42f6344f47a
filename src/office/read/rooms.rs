//! How resolutions of a list came about: of each session that tells more than its resolutions do, the roll is read once.
//! Changes nothing.

use super::session_alone;
use crate::calendar::Day;
use crate::domain::ids::SessionId;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::ResolutionRow;
use std::collections::BTreeMap;

/// Puts into rows how each came about: those that were voted on, or made from a note that may have its time.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn with_rooms(office: &Office, rows: &mut [ResolutionRow], today: Day) -> Result<(), Failure> {
    let tells_more =
        |row: &&mut ResolutionRow| row.resolution.vote.is_some() || row.resolution.from_note.is_some();
    let mut of_session: BTreeMap<SessionId, Vec<&mut ResolutionRow>> = BTreeMap::new();
    for row in rows.iter_mut().filter(tells_more) {
        of_session.entry(row.session.clone()).or_default().push(row);
    }
    for (session, rows) in of_session {
        let Some(view) = session_alone(office, &session, today)? else {
            continue;
        };
        for row in rows {
            row.came_about = view.came_about(&row.resolution);
        }
    }
    Ok(())
}

//! What of somebody's part in a resolution is late or will soon be due, and by how many days.
//! Does not know the letter that tells it.

use super::letters::LetterPart;
use crate::calendar::{Day, Holidays};
use crate::domain::resolution::{Granted, Status};
use crate::office::query::ResolutionRow;
use std::cmp::Reverse;

/// A deadline that presses: of a resolution, or of one of its clauses.
pub(super) struct DuePiece {
    /// The clause; none for the resolution itself.
    pub letter: Option<String>,
    /// The words of the deadline in force.
    pub written: String,
    /// The day it comes to.
    pub due: Day,
    /// How many days it is late, counted from the first deadline; 0 where it is not late.
    pub late: u32,
    /// Rounds of a recurring deadline that passed without an answer.
    pub missed: usize,
}

/// What of a part presses on a day: what is late, and what is due within so many days.
pub(super) fn due_pieces(part: &LetterPart, within_days: u32, today: Day) -> Vec<DuePiece> {
    let row = part.row;
    if row.status != Status::Open {
        return Vec::new();
    }
    let resolution = &row.resolution;
    // Whoever clauses name is to do these clauses; the whole is everybody else's.
    let has_whole = part.has_whole();
    let own = resolution
        .clauses
        .iter()
        .filter(|(letter, clause)| part.is_about(letter, clause));
    let open = own.filter(|(_, clause)| clause.status == Status::Open);
    let mut pieces: Vec<DuePiece> = open
        .filter_map(|(letter, clause)| {
            let own = resolution.granted_to(letter, clause);
            let has_own = clause.deadline.is_some() || !clause.extensions.is_empty();
            match (has_own, has_whole) {
                (true, _) => piece(row, Some(letter), &own, within_days, today),
                // The deadline of the whole is told once, with the whole.
                (false, true) => None,
                (false, false) => piece(row, Some(letter), &resolution.granted(), within_days, today),
            }
        })
        .collect();
    if has_whole {
        pieces.extend(piece(row, None, &resolution.granted(), within_days, today));
    }
    pieces.sort_by_key(|piece| (Reverse(piece.late), piece.due));
    pieces
}

fn piece(
    row: &ResolutionRow,
    letter: Option<&String>,
    granted: &Granted,
    within_days: u32,
    today: Day,
) -> Option<DuePiece> {
    let (deadline, _) = granted.in_force(row.session_date)?;
    let due = granted.due(row.session_date, row.session_after)?;
    let is_late = deadline.is_overdue(due, today, &Holidays::built_in());
    if !is_late && today.days_until(due) > i64::from(within_days) {
        return None;
    }
    let first = granted.first_due(row.session_date, row.session_after);
    let late = first.unwrap_or(due).days_until(today);
    Some(DuePiece {
        letter: letter.cloned(),
        written: deadline.written.clone(),
        due,
        late: if is_late {
            u32::try_from(late).unwrap_or(0)
        } else {
            0
        },
        missed: if is_late {
            granted.missed(row.session_date, today)
        } else {
            0
        },
    })
}

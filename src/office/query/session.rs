//! Sessions as they are answered: in a list, and each with everything in it. Does not know how they are found.

use super::ResolutionRow;
use crate::calendar::Day;
use crate::domain::absence::Absences;
use crate::domain::attendance::{Attendance, Representative, Tally};
use crate::domain::body::Body;
use crate::domain::clocks::Clock;
use crate::domain::closing::{self, Minutes, Missing, NearName};
use crate::domain::correction::Correction;
use crate::domain::ids::NoteId;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{KeptLine, Note, Session};
use crate::domain::signed_minutes::SignedMinutes;
use crate::domain::verification::{Agreement, Difference};
use crate::domain::warnings::Warning;

/// The first sessions of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LatestSessions {
    /// Latest first.
    pub rows: Vec<SessionRow>,
    /// How many sessions there are.
    pub sessions: usize,
    /// Open and overdue resolutions of all of them; none while they are still to be counted.
    pub total: Option<(u32, u32)>,
}

/// A session in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionRow {
    /// Its head.
    pub session: Session,
    /// Short name of its body.
    pub body: String,
    /// Resolutions in it.
    pub resolutions: u32,
    /// Those that are open.
    pub open: u32,
    /// Those that are overdue today.
    pub overdue: u32,
    /// The legal clock that matters now.
    pub clock: Option<Clock>,
}

/// A session with everything in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionView {
    /// Its head.
    pub session: Session,
    /// Its body.
    pub body: Body,
    /// The seats of its day in protocol order, each with its record.
    pub roll: Vec<RollRow>,
    /// The count of the roll.
    pub tally: Tally,
    /// Seats needed by the body's rule of that day; none where it has no rule.
    pub quorum: Option<u32>,
    /// Notes in order.
    pub notes: Vec<Note>,
    /// Resolutions in order.
    pub resolutions: Vec<ResolutionRow>,
    /// Names of those who are to act that may be slips; none of signed minutes.
    pub near_names: Vec<NearName>,
    /// What the secretary should look at in the session as a whole.
    pub warnings: Vec<Warning>,
    /// The code of final minutes, and whether it still agrees with them.
    pub code: Option<CheckedCode>,
    /// Corrections of final minutes, by number.
    pub corrections: Vec<Correction>,
    /// «متن خام»: lines of the imported file that fitted nowhere.
    pub kept: Vec<KeptLine>,
    /// The versions of the minutes that were signed, the first one first; none of minutes that an earlier program signed,
    /// while nothing around them has changed since.
    pub versions: Vec<SignedMinutes>,
}

impl SessionView {
    /// The resolutions that were made from a note, in their order.
    pub fn made_from<'a>(&'a self, note: &'a NoteId) -> impl Iterator<Item = &'a ResolutionRow> {
        let is_from = move |row: &&ResolutionRow| row.resolution.from_note.as_ref() == Some(note);
        self.resolutions.iter().filter(is_from)
    }

    /// What the minutes still lack before they can be signed.
    pub fn missing(&self) -> Vec<Missing> {
        closing::missing(&self.minutes())
    }

    /// The items of the agenda, from 1, that the session left undiscussed.
    pub fn undiscussed(&self) -> Vec<u32> {
        closing::left_undiscussed(&self.minutes())
    }

    fn minutes(&self) -> Minutes<'_> {
        Minutes {
            session: &self.session,
            roll: self.roll.iter().map(|row| &row.attendance).collect(),
            quorum: self.quorum,
            notes: &self.notes,
            resolutions: self.resolutions.iter().map(|row| &row.resolution).collect(),
            near_names: &self.near_names,
        }
    }

    /// The note that a resolution was made from.
    pub fn note_of(&self, resolution: &Resolution) -> Option<&Note> {
        let note = resolution.from_note.as_ref()?;
        self.notes.iter().find(|n| n.id == *note)
    }
}

/// The verification code of final minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckedCode {
    /// The code, `7K3M-9QXA-2BCD`.
    pub code: String,
    /// Whether it agrees with the minutes that were signed, and those with what is stored now.
    pub agreement: Agreement,
    /// The fields in which what is stored now differs from what was signed.
    pub differences: Vec<Difference>,
    /// The version of the minutes that was signed, from 1; none where none was kept.
    pub version: Option<u32>,
    /// Whether it covers names, posts, seats and rules too.
    pub covers_surroundings: bool,
    /// The day on which names, posts, seats and rules were kept, where that was after the signature.
    pub kept_late: Option<Day>,
}

/// A seat in a roll call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollRow {
    /// The seat.
    pub seat: Seat,
    /// Its record; status unticked where there is none.
    pub attendance: Attendance,
    /// Who stood in and why, when that happened last; none where it never did in the sessions looked at.
    pub last: Option<LastAway>,
    /// Unexcused absences before this session, and the limits.
    pub absences: Absences,
}

/// What is remembered of a seat from the most recent earlier sessions, to be offered again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastAway {
    /// Who stood in last.
    pub representative: Option<Representative>,
    /// The last reason.
    pub reason: Option<String>,
}

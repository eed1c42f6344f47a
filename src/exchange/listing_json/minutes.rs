//! The JSON of what stands in a session beside its resolutions: notes and attendance. Does not know the session.

use super::with_post;
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::session::Note;
use serde::Serialize;

/// What one speaker said.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedNote {
    pub speaker: Option<String>,
    pub text: String,
}

impl From<&Note> for ListedNote {
    fn from(note: &Note) -> Self {
        let Note {
            // Their order is that of the list.
            id: _,
            position: _,
            // What is listed is who said what.
            agenda_item: _,
            at: _,
            speaker,
            text,
            // What it means is known to a later version alone.
            extra: _,
        } = note;
        ListedNote {
            speaker: speaker.clone(),
            text: text.clone(),
        }
    }
}

/// How one seat was filled.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedAttendance {
    /// The seat's name.
    pub seat: String,
    pub status: Presence,
    pub person: Option<String>,
    pub representative: Option<String>,
    pub reason: Option<String>,
}

impl ListedAttendance {
    /// The record of a seat; `holder` holds the seat that day and sat there where the record says nothing else.
    pub fn of(seat: &str, attendance: &Attendance, holder: Option<&str>) -> ListedAttendance {
        let Attendance {
            // The list stands in its session.
            session: _,
            // Scripts are given its name.
            seat: _,
            status,
            person,
            representative,
            reason,
            // What is listed is the roll as it was called.
            arrived: _,
            departed: _,
            // What it means is known to a later version alone.
            extra: _,
        } = attendance;
        let came = matches!(status, Presence::Present | Presence::Video);
        let holder = holder.filter(|_| came).map(str::to_owned);
        ListedAttendance {
            seat: seat.to_owned(),
            status: *status,
            person: person.clone().or(holder),
            representative: representative.as_ref().and_then(stood_in),
            reason: reason.clone(),
        }
    }
}

fn stood_in(who: &Representative) -> Option<String> {
    let Representative { name, post } = who;
    let text = with_post(name.as_deref(), post.as_deref());
    (!text.is_empty()).then_some(text)
}

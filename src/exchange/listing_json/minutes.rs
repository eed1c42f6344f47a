//! The JSON of what stands in a session beside its resolutions: notes and attendance. Does not know the session.

use super::with_post;
use crate::calendar::TimeOfDay;
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::session::Note;
use crate::domain::stretch::TimeStretch;
use serde::Serialize;

/// What one speaker said.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedNote {
    pub speaker: Option<String>,
    pub text: String,
    /// For the secretary alone; left out where it is not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
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
            private,
            // What it means is known to a later version alone.
            extra: _,
        } = note;
        ListedNote {
            speaker: speaker.clone(),
            text: text.clone(),
            private: *private,
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
    /// When the seat was there, where somebody came late, left early or came back; left out else.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<ListedStretch>,
}

/// From one time to another; an end that is not known, or the session's own, is null.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedStretch {
    pub from: Option<String>,
    pub until: Option<String>,
}

impl From<TimeStretch> for ListedStretch {
    fn from(stretch: TimeStretch) -> Self {
        let TimeStretch { from, until } = stretch;
        ListedStretch {
            from: Some(from.to_string()),
            until: until.map(|time| time.to_string()),
        }
    }
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
            arrived,
            departed,
            again,
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
            times: times(*arrived, *departed, again),
        }
    }
}

/// The first time in the room and those after it; none where nobody noted any time.
fn times(
    arrived: Option<TimeOfDay>,
    departed: Option<TimeOfDay>,
    again: &[TimeStretch],
) -> Vec<ListedStretch> {
    let text = |time: Option<TimeOfDay>| time.map(|time| time.to_string());
    let first = (arrived.is_some() || departed.is_some()).then(|| ListedStretch {
        from: text(arrived),
        until: text(departed),
    });
    let later = again.iter().map(|stay| ListedStretch::from(*stay));
    first.into_iter().chain(later).collect()
}

fn stood_in(who: &Representative) -> Option<String> {
    let Representative { name, post } = who;
    let text = with_post(name.as_deref(), post.as_deref());
    (!text.is_empty()).then_some(text)
}

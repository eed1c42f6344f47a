//! The JSON of a session: its head. Does not know what stands in it.

use super::approval::{ListedApproval, ListedApproved};
use super::attachment::ListedAttachment;
use super::clock::ListedClock;
use super::code::{ListedCode, ListedCorrection};
use super::minutes::{ListedAttendance, ListedNote, ListedStretch};
use super::vote::ListedItemPresence;
use super::{ListedDay, with_post};
use crate::calendar::{Day, weekday_name};
use crate::domain::attendance::{Presence, Representative};
use crate::domain::ids::SeatId;
use crate::domain::session::{
    AgendaItem, Guest, InvitationAnswer, ItemTime, Session, SessionKind, SessionState,
};
use serde::Serialize;

/// A session with its parts; resolutions are counted only.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedSession {
    pub id: String,
    pub body: String,
    pub year: Option<i32>,
    pub ordinal: Option<u32>,
    pub kind: SessionKind,
    pub date: Option<ListedDay>,
    /// Derived from the date, not the written one.
    pub weekday: Option<&'static str>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub place: Option<String>,
    pub chair: Option<String>,
    pub secretary: Option<String>,
    pub invitation: Option<ListedInvitation>,
    pub agenda: Vec<String>,
    pub notes: Vec<ListedNote>,
    pub attendance: Vec<ListedAttendance>,
    pub guests: Vec<String>,
    pub resolutions: usize,
    pub open: usize,
    pub state: SessionState,
    pub warnings: Vec<String>,
    /// Left out where the minutes are not final.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<ListedCode>,
    /// Corrections of final minutes, by number; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<ListedCorrection>,
    /// The earlier minutes that it approved; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approves: Vec<ListedApproved>,
    /// The later session that approved its minutes; left out where none did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<ListedApproval>,
    /// The legal clocks that its body's rules give it; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ListedClock>,
    /// What became of the items of the agenda, those of which something is known beside their words; left out where
    /// nothing is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ListedItem>,
    /// Left out where there were none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<ListedStretch>,
    /// What was answered to the invitation; left out where nobody answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<ListedAnswer>,
    /// Files of the session as a whole; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ListedAttachment>,
}

/// An answer to the invitation. `seat` is the seat's id; `coming` is as the status of an attendance.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedAnswer {
    pub seat: String,
    pub coming: Presence,
    pub representative: Option<Representative>,
    pub reason: Option<String>,
}

impl From<(&SeatId, &InvitationAnswer)> for ListedAnswer {
    fn from((seat, answer): (&SeatId, &InvitationAnswer)) -> Self {
        let InvitationAnswer {
            coming,
            representative,
            reason,
        } = answer;
        ListedAnswer {
            seat: seat.to_string(),
            coming: *coming,
            representative: representative.clone(),
            reason: reason.clone(),
        }
    }
}

/// What is known of an item of the agenda beside its words; `number` counts from 1. `result` is `adopted`, `amended`,
/// `postponed`, `refused` or `withdrawn`; `carried_from` is the id of the session that left it to this one.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedItem {
    pub number: u32,
    pub result: Option<&'static str>,
    pub confidential: bool,
    pub carried_from: Option<String>,
    pub times: Vec<ListedStretch>,
    /// Who was there; left out where no time of it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presence: Option<ListedItemPresence>,
    /// Left out where no file belongs to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ListedAttachment>,
}

impl ListedSession {
    /// The head of a session; notes, attendance, counts, warnings, code, corrections and clocks are empty.
    #[expect(
        clippy::too_many_lines,
        reason = "every field is named where it is taken apart and where it goes"
    )]
    pub fn of(session: &Session, body: &str) -> ListedSession {
        let Session {
            id,
            // Scripts are given its name.
            body: _,
            year,
            ordinal,
            kind,
            invitation_number,
            invitation_date,
            date,
            // What is listed is the true one, of the date.
            weekday_written: _,
            start,
            end,
            place,
            chair,
            secretary,
            agenda,
            guests,
            state,
            // The clocks say what came of it.
            notified: _,
            // Only the whole minutes have them.
            annexes: _,
            attachments,
            signatures: _,
            // These help while the minutes are made and are no part of them.
            talk: _,
            invitation_text: _,
            item_times,
            breaks,
            answers,
            // The code is listed with what it was found to be.
            signing: _,
            verification: _,
            approves,
            approval,
            // Where the words were read from, not what they say.
            source: _,
            // What it means is known to a later version alone.
            extra: _,
        } = session;
        ListedSession {
            id: id.to_string(),
            body: body.to_owned(),
            year: *year,
            ordinal: *ordinal,
            kind: *kind,
            date: date.map(ListedDay::from),
            weekday: date.map(|day| weekday_name(day.weekday())),
            start: start.map(|time| time.to_string()),
            end: end.map(|time| time.to_string()),
            place: place.clone(),
            chair: chair.clone(),
            secretary: secretary.clone(),
            invitation: ListedInvitation::of(invitation_number.as_ref(), *invitation_date),
            agenda: agenda.iter().map(|item| item.title.clone()).collect(),
            notes: Vec::new(),
            attendance: Vec::new(),
            guests: guests.iter().map(guest).collect(),
            resolutions: 0,
            open: 0,
            state: *state,
            warnings: Vec::new(),
            code: None,
            corrections: Vec::new(),
            approves: approves.iter().map(ListedApproved::from).collect(),
            approval: approval.as_ref().map(ListedApproval::from),
            clocks: Vec::new(),
            items: items(agenda, item_times),
            breaks: breaks.iter().map(|one| ListedStretch::from(*one)).collect(),
            answers: answers.iter().map(ListedAnswer::from).collect(),
            attachments: attachments.iter().map(ListedAttachment::from).collect(),
        }
    }
}

/// The items of which something is known.
fn items(agenda: &[AgendaItem], all_times: &[ItemTime]) -> Vec<ListedItem> {
    let listed = (1u32..).zip(agenda).map(|(number, item)| {
        let AgendaItem {
            // It stands in the list of titles.
            title: _,
            // They help to lead a session.
            planned_minutes: _,
            kind: _,
            result,
            confidential,
            carried_from,
            attachments,
        } = item;
        let times = all_times.iter().filter(|time| time.item == number);
        ListedItem {
            number,
            result: result.map(|result| result.word()),
            confidential: *confidential,
            carried_from: carried_from.as_ref().map(ToString::to_string),
            times: times.map(|time| ListedStretch::from(time.stretch)).collect(),
            presence: None,
            attachments: attachments.iter().map(ListedAttachment::from).collect(),
        }
    });
    let says_something = |item: &ListedItem| {
        item.result.is_some()
            || item.confidential
            || item.carried_from.is_some()
            || !item.times.is_empty()
            || !item.attachments.is_empty()
    };
    listed.filter(says_something).collect()
}

/// The invitation to a session.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedInvitation {
    pub number: Option<String>,
    pub date: Option<ListedDay>,
}

impl ListedInvitation {
    /// None where neither is known.
    fn of(number: Option<&String>, date: Option<Day>) -> Option<ListedInvitation> {
        let is_known = number.is_some() || date.is_some();
        is_known.then(|| ListedInvitation {
            number: number.cloned(),
            date: date.map(ListedDay::from),
        })
    }
}

fn guest(guest: &Guest) -> String {
    let Guest { name, post } = guest;
    with_post(Some(name), post.as_deref())
}

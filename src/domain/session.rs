//! A session (جلسه): its head, agenda, guests, annexes, and the notes of what was said.
//! Does not know its resolutions and attendance; those are records of their own.

mod agenda;
mod invited;

use super::Extra;
use super::approval::{ApprovedMinutes, MinutesApproval};
use super::attachment::Attachment;
use super::ids::{BodyId, NoteId, SeatId, SessionId};
use super::stretch::TimeStretch;
use super::verification::Verification;
use crate::calendar::{Day, Moment, TimeOfDay};
pub use agenda::{AgendaItem, AgendaKind, ItemResult};
pub use invited::InvitationAnswer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One meeting of a body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The body that met.
    pub body: BodyId,
    /// Jalali year that the ordinal belongs to; none where the body counts without a year.
    #[serde(default)]
    pub year: Option<i32>,
    /// Ordinal, from 1.
    #[serde(default)]
    pub ordinal: Option<u32>,
    /// Ordinary, extraordinary, joint.
    #[serde(default)]
    pub kind: SessionKind,
    /// Invitation number, as written.
    #[serde(default)]
    pub invitation_number: Option<String>,
    /// Invitation date.
    #[serde(default)]
    pub invitation_date: Option<Day>,
    /// The day it met, where known.
    #[serde(default)]
    pub date: Option<Day>,
    /// The weekday as written; the true one is derived from the date.
    #[serde(default)]
    pub weekday_written: Option<String>,
    /// When it began.
    #[serde(default)]
    pub start: Option<TimeOfDay>,
    /// When it ended.
    #[serde(default)]
    pub end: Option<TimeOfDay>,
    /// Where it met.
    #[serde(default)]
    pub place: Option<String>,
    /// Who presided that day.
    #[serde(default)]
    pub chair: Option<String>,
    /// Who was secretary that day.
    #[serde(default)]
    pub secretary: Option<String>,
    /// The day its minutes were notified, from which «پس از ابلاغ» counts.
    #[serde(default)]
    pub notified: Option<Day>,
    /// How far it has come.
    #[serde(default)]
    pub state: SessionState,
    /// Agenda items in order.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// Guests beside the seats.
    #[serde(default)]
    pub guests: Vec<Guest>,
    /// Where its talk is, once it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk: Option<Talk>,
    /// When the items were talked about, in the order in which they were gone to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_times: Vec<ItemTime>,
    /// Breaks (تنفس), in their order; the last may still go on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<TimeStretch>,
    /// What was answered to the invitation, by seat: a roll call begins with it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<SeatId, InvitationAnswer>,
    /// The letter of invitation, where its words were changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation_text: Option<String>,
    /// Annexes (پیوست).
    #[serde(default)]
    pub annexes: Vec<Annex>,
    /// Files that belong to the session as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Lines of signature, as written.
    #[serde(default)]
    pub signatures: Vec<String>,
    /// Who signed the final minutes, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<Signing>,
    /// The code by which final minutes are known to be unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<Verification>,
    /// The earlier minutes that it approved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approves: Vec<ApprovedMinutes>,
    /// The later session that approved its minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<MinutesApproval>,
    /// SHA-256 (hex) of the file it was imported from: the key of its [`Source`].
    #[serde(default)]
    pub source: Option<String>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where the talk of a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// The item of the agenda, from 1.
    pub item: u32,
    /// When it was begun.
    pub since: Moment,
}

/// When an item of the agenda was talked about; an item may have several of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemTime {
    /// The item, from 1.
    pub item: u32,
    /// From when until when; the one that is talked about now goes on.
    #[serde(flatten)]
    pub stretch: TimeStretch,
}

/// The signing of final minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    /// Who signed as chair.
    pub chair: String,
    /// Who signed as secretary.
    pub secretary: String,
    /// The day.
    pub date: Day,
}

/// What sort of session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// فوق‌العاده
    Extraordinary,
    /// مشترک
    Joint,
    /// عادی
    #[default]
    #[serde(other)]
    Ordinary,
}

/// How far a session has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// To be held.
    Planned,
    /// Being held.
    Running,
    /// Signed and locked.
    Final,
    /// Held; the minutes are not signed.
    #[default]
    #[serde(other)]
    Draft,
}

/// Someone beside the seats (مدعوین).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Guest {
    /// Name, or organisation, as written.
    pub name: String,
    /// Post, where known.
    #[serde(default)]
    pub post: Option<String>,
}

/// A table that belongs to the minutes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Annex {
    /// Its heading.
    #[serde(default)]
    pub title: Option<String>,
    /// Cells, row by row, in reading order.
    #[serde(default)]
    pub rows: Vec<Vec<String>>,
}

/// A paragraph of what was said (اهم مطالب مطروحه).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Its id; the session is in it.
    pub id: NoteId,
    /// Place in the session, ascending; gaps are normal.
    pub position: u32,
    /// The agenda item it belongs to, from 1.
    #[serde(default)]
    pub agenda_item: Option<u32>,
    /// Name and post of the speaker, as written.
    #[serde(default)]
    pub speaker: Option<String>,
    /// When it was said.
    #[serde(default)]
    pub at: Option<TimeOfDay>,
    /// The words.
    pub text: String,
    /// Whether it is for the secretary alone: no paper has it, and the code of the minutes does not cover it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The file that a session was imported from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// SHA-256 of the file's bytes, hex; the key of the record.
    pub sha256: String,
    /// The session made from it.
    pub session: SessionId,
    /// The file's name, without its folder.
    pub name: String,
    /// The whole text as it was read.
    pub text: String,
    /// «متن خام»: the lines that fitted nowhere, as written.
    #[serde(default)]
    pub kept: Vec<KeptLine>,
    /// Labels, headings and numbers that were used up in understanding the rest, as written. With the fields of the
    /// session and [`Source::kept`] they are every word of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub understood: Vec<KeptLine>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A line of a source that no field took.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptLine {
    /// Line number in the source, from 1.
    pub number: u32,
    /// The line.
    pub text: String,
}

impl Session {
    /// Whether it comes before `other` in the life of their body: by day where both have one, else by year and
    /// ordinal; of two on one day the smaller ordinal comes first. A session is never before itself.
    ///
    /// ```
    /// use dabir::calendar::Day;
    /// use dabir::domain::session::Session;
    /// let on = |day, ordinal| Session { date: Day::from_jalali(1401, 3, day).ok(), ordinal, ..Session::default() };
    /// assert!(on(12, None).is_before(&on(19, None)));
    /// assert!(on(12, Some(3)).is_before(&on(12, Some(4))));
    /// assert!(!on(12, Some(3)).is_before(&on(12, Some(3))));
    /// ```
    pub fn is_before(&self, other: &Session) -> bool {
        match (self.date, other.date) {
            (Some(mine), Some(theirs)) if mine != theirs => mine < theirs,
            _ => (self.year, self.ordinal) < (other.year, other.ordinal),
        }
    }

    /// Whether another one meets at its hour: where an end is not known, its beginning lies in the other.
    pub fn meets_beside(&self, other: &Session) -> bool {
        let (Some(mine), Some(theirs)) = (self.start, other.start) else {
            return false;
        };
        let lies_in =
            |time, start, end: Option<TimeOfDay>| start <= time && end.is_some_and(|end| time < end);
        let share = mine == theirs || lies_in(mine, theirs, other.end) || lies_in(theirs, mine, self.end);
        self.date.is_some() && self.date == other.date && share
    }

    /// The time at which a session that is in a break at `time` goes on; `time` itself where it is in none.
    pub fn resumed(&self, time: TimeOfDay) -> TimeOfDay {
        let within = self.breaks.iter().find(|one| one.has(time));
        within.and_then(|one| one.until).unwrap_or(time)
    }

    /// The break that goes on; none while the session does.
    pub fn open_break(&self) -> Option<TimeStretch> {
        self.breaks.last().copied().filter(|last| last.until.is_none())
    }

    /// The item of this number, from 1.
    pub fn item(&self, number: u32) -> Option<&AgendaItem> {
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        self.agenda.get(place)
    }

    /// Whether papers leave out what belongs to the item of this number.
    pub fn hides_item(&self, number: Option<u32>) -> bool {
        let item = number.and_then(|number| self.item(number));
        item.is_some_and(|item| item.confidential)
    }

    /// Minutes that an item was talked about, without the breaks; what goes on counts until `now`. None where no time of
    /// it is known.
    pub fn minutes_taken(&self, item: u32, now: Option<TimeOfDay>) -> Option<u32> {
        let own = self.item_times.iter().filter(|time| time.item == item);
        let mut taken = None;
        for ItemTime { stretch, item: _ } in own {
            let Some(whole) = stretch.minutes(now) else {
                continue;
            };
            let pauses = self.breaks.iter().filter_map(|pause| stretch.shared(*pause));
            let paused: u32 = pauses.filter_map(|pause| pause.minutes(now)).sum();
            taken = Some(taken.unwrap_or(0) + whole.saturating_sub(paused));
        }
        taken
    }

    /// Whether it has met, or is meeting.
    pub fn is_held(&self) -> bool {
        self.state != SessionState::Planned
    }

    /// The year that it and all in it count in, in filters and figures: the one its ordinal belongs to, else that of its
    /// day.
    ///
    /// ```
    /// use dabir::calendar::Day;
    /// use dabir::domain::session::Session;
    /// let date = Day::from_jalali(1402, 1, 5).ok();
    /// assert_eq!(Session { year: Some(1401), date, ..Session::default() }.year_counted(), Some(1401));
    /// assert_eq!(Session { date, ..Session::default() }.year_counted(), Some(1402));
    /// ```
    pub fn year_counted(&self) -> Option<i32> {
        self.year.or_else(|| self.date.map(|day| day.jalali().year))
    }

    /// The Jalali year it lies in: that of its day, else the one its ordinal belongs to.
    pub fn jalali_year(&self) -> Option<i32> {
        self.date.map(|day| day.jalali().year).or(self.year)
    }
}

impl SessionState {
    /// Whether anything in the session may still be changed.
    pub fn is_open(self) -> bool {
        self != SessionState::Final
    }
}

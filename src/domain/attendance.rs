//! Attendance (حضور و غیاب): one record for each seat that was ticked in a session, and the count of a roll call.
//! Does not know the seat's name or holder.

use super::Extra;
use super::ids::{SeatId, SessionId};
use super::stretch::TimeStretch;
use crate::calendar::TimeOfDay;
use serde::{Deserialize, Serialize};

/// How one seat was filled in one session. A seat without a record is not yet ticked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attendance {
    /// The session.
    pub session: SessionId,
    /// The seat.
    pub seat: SeatId,
    /// What was ticked.
    pub status: Presence,
    /// The one who sat there, where it was not the seat's holder or no holder is known.
    #[serde(default)]
    pub person: Option<String>,
    /// Who stood in (status represented).
    #[serde(default)]
    pub representative: Option<Representative>,
    /// Why the principal is away.
    #[serde(default)]
    pub reason: Option<String>,
    /// Late arrival.
    #[serde(default)]
    pub arrived: Option<TimeOfDay>,
    /// Early departure.
    #[serde(default)]
    pub departed: Option<TimeOfDay>,
    /// Later times in the room of one who left and came back, in their order; the last may still go on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub again: Vec<TimeStretch>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a seat can be ticked as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// حاضر
    Present,
    /// ویدئو کنفرانس
    Video,
    /// نماینده
    Represented,
    /// مرخصی، مأموریت، بیماری
    Excused,
    /// غایب
    Absent,
    /// not yet ticked
    #[default]
    #[serde(other)]
    Unticked,
}

impl Presence {
    /// All of them, in the order in which screens show them.
    pub const ALL: [Presence; 6] = [
        Presence::Present,
        Presence::Video,
        Presence::Represented,
        Presence::Excused,
        Presence::Absent,
        Presence::Unticked,
    ];

    /// The word of the JSON and of the canonical text.
    pub fn word(self) -> &'static str {
        match self {
            Presence::Present => "present",
            Presence::Video => "video",
            Presence::Represented => "represented",
            Presence::Excused => "excused",
            Presence::Absent => "absent",
            Presence::Unticked => "unticked",
        }
    }

    /// Whether the seat counts for the quorum.
    pub fn counts(self) -> bool {
        matches!(self, Presence::Present | Presence::Video | Presence::Represented)
    }
}

/// Who sits in another's place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// Name, where known.
    #[serde(default)]
    pub name: Option<String>,
    /// Post, where known.
    #[serde(default)]
    pub post: Option<String>,
}

impl Attendance {
    /// The key of the record in the store: `<session>/<seat>`.
    pub fn key(session: &SessionId, seat: &SeatId) -> String {
        format!("{session}/{seat}")
    }
}

impl Attendance {
    /// Whether the seat counts for the quorum at `time`: filled, arrived, and not gone, or back again.
    pub fn counts_at(&self, time: TimeOfDay) -> bool {
        let at_first = self.arrived.is_none_or(|a| a <= time) && self.departed.is_none_or(|d| d > time);
        self.status.counts() && (at_first || self.again.iter().any(|stay| stay.has(time)))
    }

    /// Whether who sits there has left by now and not come back.
    pub fn is_gone(&self) -> bool {
        let last = self.again.last().map_or(self.departed, |stay| stay.until);
        self.status.counts() && last.is_some()
    }

    /// Notes that somebody comes at `time`: late, or back after leaving.
    #[must_use]
    pub fn come(mut self, time: TimeOfDay) -> Attendance {
        match self.is_gone() {
            true => self.again.push(TimeStretch::begun(time)),
            false => self.arrived = Some(time),
        }
        self
    }

    /// Notes that somebody leaves at `time`.
    #[must_use]
    pub fn leave(mut self, time: TimeOfDay) -> Attendance {
        match self.again.last_mut() {
            Some(stay) => stay.until = Some(time),
            None => self.departed = Some(time),
        }
        self
    }

    /// Every time at which somebody left the seat, in their order.
    pub fn departures(&self) -> impl Iterator<Item = TimeOfDay> + '_ {
        let again = self.again.iter().filter_map(|stay| stay.until);
        self.departed.into_iter().chain(again)
    }
}

/// How many seats stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Seats of the session's day.
    pub seats: u32,
    /// Present in the room.
    pub present: u32,
    /// By video.
    pub video: u32,
    /// By representative.
    pub represented: u32,
    /// Excused.
    pub excused: u32,
    /// Absent.
    pub absent: u32,
}

impl Tally {
    /// Counts one status for each seat of the session.
    pub fn of(statuses: impl IntoIterator<Item = Presence>) -> Tally {
        let mut tally = Tally::default();
        for status in statuses {
            tally.seats += 1;
            match status {
                Presence::Present => tally.present += 1,
                Presence::Video => tally.video += 1,
                Presence::Represented => tally.represented += 1,
                Presence::Excused => tally.excused += 1,
                Presence::Absent => tally.absent += 1,
                Presence::Unticked => {}
            }
        }
        tally
    }

    /// Seats that count for the quorum.
    pub fn counting(&self) -> u32 {
        self.present + self.video + self.represented
    }

    /// Seats not yet ticked.
    pub fn unticked(&self) -> u32 {
        self.seats - self.counting() - self.excused - self.absent
    }
}

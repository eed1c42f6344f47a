//! Meetings and days that are due, as plain data for a calendar. Does not know a record, nor a format.

use crate::calendar::{Day, Moment, TimeOfDay};

/// What goes into one calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// What the calendar is called.
    pub name: String,
    /// When it was made; the same for everything in it.
    pub made: Moment,
    /// Meetings.
    pub meetings: Vec<Meeting>,
    /// Days on which something is due.
    pub tasks: Vec<Task>,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Known by this for ever, so that a calendar that has it takes it anew instead of twice.
    pub uid: String,
    /// What it is called.
    pub summary: String,
    /// What it is about.
    pub description: String,
    /// Where.
    pub place: Option<String>,
    /// The day.
    pub day: Day,
    /// When it begins on Tehran's clocks; the whole day where that is not known.
    pub start: Option<TimeOfDay>,
    /// When it ends on Tehran's clocks.
    pub end: Option<TimeOfDay>,
}

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Known by this for ever.
    pub uid: String,
    /// What it is called.
    pub summary: String,
    /// What is to be done, and by whom.
    pub description: String,
    /// The day.
    pub due: Day,
    /// Whether it is done.
    pub done: bool,
}

//! What a figure measures, by the names that JSON and the sentences have for it. Does not know how it is counted.

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Sessions held.
    Sessions,
    /// Resolutions passed in them, whatever came of them.
    Passed,
    /// Resolutions carried out.
    CarriedOut,
    /// Open resolutions, late ones too.
    InProgress,
    /// Cancelled resolutions.
    Cancelled,
    /// Resolutions that a later one replaced.
    Superseded,
    /// Open resolutions past the day in force; a part of [`Measure::InProgress`].
    Overdue,
    /// Seats that existed on the day of a held session.
    Expected,
    /// Of those, present in the room.
    InPerson,
    /// By video.
    ByVideo,
    /// By a representative.
    ByRepresentative,
    /// Away with a reason.
    Excused,
    /// Away without one.
    Absent,
    /// Not ticked: nothing is known.
    Unticked,
    /// In person and by video, of the ticked ones.
    AttendanceRate,
    /// The same with representatives.
    SeatFilledRate,
    /// Assignments, whatever came of them.
    Given,
    /// Done, not after the first deadline.
    OnTime,
    /// Done after the first deadline.
    Late,
    /// Done, with no deadline that has a day, or on a day that nothing tells.
    DoneUndated,
    /// Not done yet, late ones too.
    StillOpen,
    /// Not done, past the day in force; a part of [`Measure::StillOpen`].
    PastDue,
    /// Given a longer time, whatever came of it; a part of [`Measure::Given`].
    Extended,
    /// Cancelled or superseded before it was done.
    Dropped,
    /// Done, of those that were not dropped.
    ExecutionRate,
    /// Done on time, of those whose time is over.
    OnTimeRate,
}

impl Measure {
    /// The figures of [`super::year`], in their order.
    pub const YEAR: [Measure; 7] = [
        Measure::Sessions,
        Measure::Passed,
        Measure::CarriedOut,
        Measure::InProgress,
        Measure::Cancelled,
        Measure::Superseded,
        Measure::Overdue,
    ];
    /// The figures of [`super::attendance`], in their order.
    pub const ATTENDANCE: [Measure; 9] = [
        Measure::Expected,
        Measure::InPerson,
        Measure::ByVideo,
        Measure::ByRepresentative,
        Measure::Excused,
        Measure::Absent,
        Measure::Unticked,
        Measure::AttendanceRate,
        Measure::SeatFilledRate,
    ];
    /// The figures of [`super::execution`], in their order.
    pub const EXECUTION: [Measure; 10] = [
        Measure::Given,
        Measure::OnTime,
        Measure::Late,
        Measure::DoneUndated,
        Measure::StillOpen,
        Measure::PastDue,
        Measure::Extended,
        Measure::Dropped,
        Measure::ExecutionRate,
        Measure::OnTimeRate,
    ];

    /// The name of JSON; no two figures of one report share it.
    ///
    /// ```
    /// use dabir::domain::figures::Measure;
    /// assert_eq!(Measure::CarriedOut.name(), "carried_out");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Measure::Sessions => "sessions",
            Measure::Passed => "passed",
            Measure::CarriedOut => "carried_out",
            Measure::InProgress => "in_progress",
            Measure::Cancelled => "cancelled",
            Measure::Superseded => "superseded",
            Measure::Overdue | Measure::PastDue => "overdue",
            Measure::Expected => "expected",
            Measure::InPerson => "in_person",
            Measure::ByVideo => "video",
            Measure::ByRepresentative => "represented",
            Measure::Excused => "excused",
            Measure::Absent => "absent",
            Measure::Unticked => "unticked",
            Measure::AttendanceRate | Measure::ExecutionRate => "rate",
            Measure::SeatFilledRate => "rate_with_representatives",
            Measure::Given => "given",
            Measure::OnTime => "on_time",
            Measure::Late => "late",
            Measure::DoneUndated => "done_undated",
            Measure::StillOpen => "open",
            Measure::Extended => "extended",
            Measure::Dropped => "dropped",
            Measure::OnTimeRate => "on_time_rate",
        }
    }

    /// The id of its name in words.
    pub fn title(self) -> String {
        format!("figure-{}", self.id())
    }

    /// The id of the sentence of its formula, whose arguments are the parts of the figure and its value.
    pub fn formula(self) -> String {
        format!("formula-{}", self.id())
    }

    fn id(self) -> &'static str {
        match self {
            Measure::Sessions => "sessions",
            Measure::Passed => "passed",
            Measure::CarriedOut => "carried-out",
            Measure::InProgress => "in-progress",
            Measure::Cancelled => "cancelled",
            Measure::Superseded => "superseded",
            Measure::Overdue => "overdue",
            Measure::Expected => "expected",
            Measure::InPerson => "in-person",
            Measure::ByVideo => "video",
            Measure::ByRepresentative => "represented",
            Measure::Excused => "excused",
            Measure::Absent => "absent",
            Measure::Unticked => "unticked",
            Measure::AttendanceRate => "attendance-rate",
            Measure::SeatFilledRate => "seat-filled-rate",
            Measure::Given => "given",
            Measure::OnTime => "on-time",
            Measure::Late => "late",
            Measure::DoneUndated => "done-undated",
            Measure::StillOpen => "still-open",
            Measure::PastDue => "past-due",
            Measure::Extended => "extended",
            Measure::Dropped => "dropped",
            Measure::ExecutionRate => "execution-rate",
            Measure::OnTimeRate => "on-time-rate",
        }
    }
}

//! The parts of a session, by their names. Does not know what is on them.

/// A part of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum Tab {
    #[default]
    Details,
    Agenda,
    Attendance,
    Notes,
    Resolutions,
    Raw,
}

impl Tab {
    /// All of them, in the order of their numbers.
    pub const ALL: [Tab; 6] = [
        Tab::Details,
        Tab::Agenda,
        Tab::Attendance,
        Tab::Notes,
        Tab::Resolutions,
        Tab::Raw,
    ];
}

//! The figures of the secretariat's own report: the year at a glance, attendance and execution of one span of time.
//! Does not know how a figure is told.

use super::report::{Report, ReportAsked, ReportKind, report};
use crate::calendar::{Day, DayRange};
use crate::domain::body::Body;
use crate::domain::ids::BodyId;
use crate::office::Office;
use crate::office::command::Failure;

/// The time that a report of the secretariat is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportTime {
    /// Everything.
    #[default]
    All,
    /// A year: the sessions that count in it.
    Year(i32),
    /// A quarter of a Jalali year: the sessions held on its days.
    Quarter {
        /// The year.
        year: i32,
        /// The quarter, from 1 to 4; another number has no days.
        number: u8,
    },
}

/// The figures of the secretariat's report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecretariatFigures {
    /// The body; none for all of them.
    pub body: Option<Body>,
    /// Who is its secretary, by name, where that is known.
    pub secretary: Option<String>,
    /// The time they are about.
    pub time: ReportTime,
    /// The year at a glance.
    pub year: Report,
    /// Who was there.
    pub attendance: Report,
    /// What came of what was given.
    pub execution: Report,
}

/// Reads the figures of a body, or of all bodies, in a span of time, as of `today`.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn secretariat(
    office: &Office,
    body: Option<&BodyId>,
    time: ReportTime,
    today: Day,
) -> Result<SecretariatFigures, Failure> {
    let read = |kind| report(office, &time.asked(kind, body), today);
    let year = read(ReportKind::Year)?;
    let secretary = match body {
        Some(body) => secretary_of(office, body, today)?,
        None => None,
    };
    let body = body.and_then(|id| year.body(id)).cloned();
    Ok(SecretariatFigures {
        body,
        secretary,
        time,
        attendance: read(ReportKind::Attendance)?,
        execution: read(ReportKind::Execution)?,
        year,
    })
}

/// Who is the secretary of a body on `today`, as the minutes of its last session name her; none where none does.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn secretary_of(office: &Office, body: &BodyId, today: Day) -> Result<Option<String>, Failure> {
    let rows = super::sessions(office, today)?;
    let own = rows.into_iter().map(|row| row.session);
    let mut own = own.filter(|session| session.body == *body && session.date.is_some_and(|day| day <= today));
    // The latest ones come first.
    Ok(own.find_map(|session| session.secretary))
}

impl ReportTime {
    /// The year, of which a quarter may be meant; everything without one.
    pub fn of(year: Option<i32>, quarter: Option<u8>) -> ReportTime {
        match (year, quarter) {
            (Some(year), Some(number)) => ReportTime::Quarter { year, number },
            (Some(year), None) => ReportTime::Year(year),
            (None, _) => ReportTime::All,
        }
    }

    /// Figures of this time, of a body or of all of them.
    pub fn asked(self, kind: ReportKind, body: Option<&BodyId>) -> ReportAsked {
        // A quarter that is none has no day: nothing is in it.
        let none = DayRange {
            first: Day::LAST,
            last: Day::FIRST,
        };
        let (year, days) = match self {
            ReportTime::All => (None, None),
            ReportTime::Year(year) => (Some(year), None),
            ReportTime::Quarter { year, number } => {
                (None, Some(DayRange::quarter(year, number).unwrap_or(none)))
            }
        };
        ReportAsked {
            kind,
            body: body.cloned(),
            year,
            days,
        }
    }
}

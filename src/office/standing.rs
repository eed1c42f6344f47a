//! Where a resolution stands on a day: its status, when it is due, whether it is late. Reads nothing.

use super::query::{CameAbout, ResolutionRow};
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::deadline::DaysAfter;
use crate::domain::resolution::{Granted, Resolution, Status};
use crate::domain::session::Session;
use crate::domain::warnings;

/// The rows of resolutions of one session, in their order; `after`: what comes behind it.
pub(super) fn rows_of_session(
    body: &Body,
    session: &Session,
    after: DaysAfter,
    resolutions: Vec<Resolution>,
    today: Day,
    holidays: &Holidays,
) -> Vec<ResolutionRow> {
    let warnings = warnings::of_resolutions(session.date, &resolutions);
    let with_warnings =
        |(resolution, warnings)| row(body, session, after, resolution, warnings, today, holidays);
    resolutions.into_iter().zip(warnings).map(with_warnings).collect()
}

pub(super) fn row(
    body: &Body,
    session: &Session,
    after: DaysAfter,
    resolution: Resolution,
    warnings: Vec<warnings::Warning>,
    today: Day,
    holidays: &Holidays,
) -> ResolutionRow {
    let ResolutionStanding {
        status,
        due,
        first_due,
        overdue,
        missed,
    } = standing(session, after, &resolution, today, holidays);
    ResolutionRow {
        session: session.id.clone(),
        body: body.id.clone(),
        body_name: body.brief().to_owned(),
        session_date: session.date,
        session_ordinal: session.ordinal,
        session_year: session.year,
        session_after: after,
        resolution,
        status,
        due,
        first_due,
        overdue,
        missed,
        warnings,
        came_about: CameAbout::default(),
    }
}

pub(super) struct ResolutionStanding {
    pub(super) status: Status,
    pub(super) due: Option<Day>,
    pub(super) first_due: Option<Day>,
    pub(super) overdue: bool,
    pub(super) missed: u32,
}

/// Where a resolution stands on a day: of its own deadline and those of its open clauses, the earliest in force.
pub(super) fn standing(
    session: &Session,
    after: DaysAfter,
    resolution: &Resolution,
    today: Day,
    holidays: &Holidays,
) -> ResolutionStanding {
    let status = resolution.rolled_up(&resolution.letters_to_roll_up());
    let due_of = |granted: &Granted| {
        let due = granted.due(session.date, after)?;
        let (deadline, _) = granted.in_force(session.date)?;
        let late = deadline.is_overdue(due, today, holidays);
        let first = granted.first_due(session.date, after);
        Some((due, late, first))
    };
    let with_day = resolution
        .to_be_met()
        .filter_map(|granted| Some((due_of(&granted)?, granted)));
    let earliest = with_day.min_by_key(|(when, _)| *when);
    let Some(((due, late, first_due), granted)) = earliest else {
        return ResolutionStanding {
            status,
            due: None,
            first_due: None,
            overdue: false,
            missed: 0,
        };
    };
    let overdue = late && status == Status::Open;
    let missed = if overdue {
        granted.missed(session.date, today)
    } else {
        0
    };
    ResolutionStanding {
        status,
        due: Some(due),
        first_due,
        overdue,
        missed: u32::try_from(missed).unwrap_or(u32::MAX),
    }
}

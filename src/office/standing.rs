//! Where a resolution stands on a day: its status, when it is due, whether it is late. Reads nothing.

use super::query::ResolutionRow;
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::resolution::{Granted, Resolution, Status};
use crate::domain::session::Session;
use crate::domain::{warnings, wording};

/// The rows of resolutions of one session, in their order.
pub(super) fn rows_of_session(
    body: &Body,
    session: &Session,
    resolutions: Vec<Resolution>,
    today: Day,
    holidays: &Holidays,
) -> Vec<ResolutionRow> {
    let warnings = warnings::of_resolutions(session.date, &resolutions);
    let with_warnings = |(resolution, warnings)| row(body, session, resolution, warnings, today, holidays);
    resolutions.into_iter().zip(warnings).map(with_warnings).collect()
}

pub(super) fn row(
    body: &Body,
    session: &Session,
    resolution: Resolution,
    warnings: Vec<warnings::Warning>,
    today: Day,
    holidays: &Holidays,
) -> ResolutionRow {
    let Standing {
        status,
        due,
        first_due,
        overdue,
    } = standing(session, &resolution, today, holidays);
    ResolutionRow {
        session: session.id.clone(),
        body: body.id.clone(),
        body_name: body.brief().to_owned(),
        session_date: session.date,
        session_ordinal: session.ordinal,
        session_year: session.year,
        resolution,
        status,
        due,
        first_due,
        overdue,
        warnings,
    }
}

pub(super) struct Standing {
    pub(super) status: Status,
    pub(super) due: Option<Day>,
    pub(super) first_due: Option<Day>,
    pub(super) overdue: bool,
}

/// Where a resolution stands on a day: of its own deadline and those of its open clauses, the earliest in force.
pub(super) fn standing(
    session: &Session,
    resolution: &Resolution,
    today: Day,
    holidays: &Holidays,
) -> Standing {
    let letters: Vec<String> = match resolution.clauses.is_empty() {
        true => Vec::new(),
        false => wording::clauses(&resolution.text)
            .into_iter()
            .map(|c| c.letter)
            .collect(),
    };
    let status = resolution.rolled_up(&letters);
    let answered = resolution.answered();
    let due_of = |granted: Granted| {
        let (deadline, from) = granted.in_force(session.date)?;
        let due = deadline.due(from, session.notified, &answered)?;
        let first = granted
            .first
            .and_then(|first| first.due(session.date, session.notified, &answered));
        Some((due, deadline.is_overdue(due, today, holidays), first))
    };
    let earliest = resolution.to_be_met().filter_map(due_of).min();
    let (due, late, first_due) =
        earliest.map_or((None, false, None), |(due, late, first)| (Some(due), late, first));
    Standing {
        status,
        due,
        first_due,
        overdue: late && status == Status::Open,
    }
}

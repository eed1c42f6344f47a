//! The year at a glance: what was held, passed and carried out, for each body in each year.
//! Does not know when a resolution is late; it is told.

use super::{Figure, FigureGroup, Held, Measure, RowsBehind, Subject, Value, len, positions};
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::Status;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A resolution that was passed, and how it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passed {
    /// Its id.
    pub id: ResolutionId,
    /// The position of its session in the list of held ones.
    pub session: u32,
    /// Its status, rolled up from its clauses.
    pub status: Status,
    /// Whether it is open and past the day in force.
    pub overdue: bool,
}

/// The year at a glance: all together, then each body in each year, the latest year first. Every group has the
/// figures of [`Measure::YEAR`].
///
/// Passed = carried out + in progress + cancelled + superseded; overdue ones are a part of those in progress.
///
/// ```
/// use dabir::domain::figures::{Held, Measure, Passed, year};
/// let sessions = [Held { year: Some(1401), ..Held::default() }];
/// let groups = year(&sessions, &[Passed::default(), Passed::default()]);
/// assert_eq!(groups[0].count(Measure::Sessions), 1);
/// assert_eq!(groups[1].count(Measure::InProgress), 2);
/// ```
pub fn year(sessions: &[Held], resolutions: &[Passed]) -> Vec<FigureGroup> {
    let mut parts: BTreeMap<_, (Vec<u32>, Vec<u32>)> = BTreeMap::new();
    let key = |session: &Held| (Reverse(session.year), session.body.clone());
    for (at, session) in (0..).zip(sessions) {
        parts.entry(key(session)).or_default().0.push(at);
    }
    for (at, resolution) in (0..).zip(resolutions) {
        if let Some(session) = sessions.get(resolution.session as usize) {
            parts.entry(key(session)).or_default().1.push(at);
        }
    }
    let all = group(
        Subject::All,
        positions(sessions, |_| true),
        &positions(resolutions, |r| sessions.get(r.session as usize).is_some()),
        resolutions,
    );
    let parts = parts.into_iter().map(|((Reverse(year), body), (held, passed))| {
        group(Subject::BodyYear(body, year), held, &passed, resolutions)
    });
    std::iter::once(all).chain(parts).collect()
}

fn group(subject: Subject, held: Vec<u32>, passed: &[u32], resolutions: &[Passed]) -> FigureGroup {
    let which = |wanted: &dyn Fn(&Passed) -> bool| {
        let chosen = passed.iter().copied();
        let chosen = chosen.filter(|at| wanted(&resolutions[*at as usize]));
        RowsBehind::Resolutions(chosen.collect())
    };
    let of_status = |status: Status| which(&|resolution: &Passed| resolution.status == status);
    let rows = |measure| match measure {
        Measure::Sessions => RowsBehind::Sessions(held.clone()),
        Measure::CarriedOut => of_status(Status::Done),
        Measure::InProgress => of_status(Status::Open),
        Measure::Cancelled => of_status(Status::Cancelled),
        Measure::Superseded => of_status(Status::Superseded),
        Measure::Overdue => which(&|resolution| resolution.overdue && resolution.status == Status::Open),
        _ => RowsBehind::Resolutions(passed.to_vec()),
    };
    let figure = |measure| {
        let rows = rows(measure);
        Figure {
            measure,
            value: Value::Count(len(rows.positions())),
            parts: Vec::new(),
            rows,
        }
    };
    FigureGroup {
        subject,
        figures: Measure::YEAR.map(figure).into(),
    }
}

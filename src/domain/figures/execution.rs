//! Execution: what was given to each organisation, and what came of it.
//! Does not know the names of organisations, nor which of them stand for a class.

use super::doing::{Judged, PartOutcome, PartStanding};
use super::{Figure, FigureGroup, Held, Measure, RowsBehind, Subject, Value, len, positions};
use crate::calendar::{Day, Holidays};
use crate::domain::deadline::DaysAfter;
use crate::domain::ids::{BodyId, OrganisationId};
use crate::domain::resolution::{ClauseState, Resolution, Responsible};
use crate::domain::session::Session;
use crate::text::fold_tight;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Who was made responsible.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A known organisation, or a class of them.
    Organisation(OrganisationId),
    /// A name that is no known organisation's, as it was first written.
    Written(String),
    /// Nobody: a resolution that names no one is counted once, here.
    Nobody,
}

/// One organisation's part in one resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The position of the resolution.
    pub resolution: u32,
    /// The position of its session in the list of held ones.
    pub session: u32,
    /// The position of the one responsible.
    pub who: u32,
    /// How it stands.
    pub part: PartStanding,
}

/// The parts of a resolution: one for each that is responsible for it or for a clause of it, however often it is named;
/// one of nobody where nobody is.
///
/// The part of an organisation that clauses name for themselves is these clauses. The part of any other one is the whole
/// resolution with those clauses that name nobody.
///
/// ```
/// use dabir::calendar::{Day, Holidays};
/// use dabir::domain::deadline::DaysAfter;
/// use dabir::domain::figures::{PartOutcome, Who, assignments};
/// use dabir::domain::resolution::{Resolution, Responsible};
/// use dabir::domain::session::Session;
/// let who = |written: &str| Responsible { written: written.into(), organisation: None };
/// let resolution = Resolution { responsible: vec![who("آب"), who("برق")], ..Resolution::default() };
/// let parts = assignments(&Session::default(), DaysAfter::default(), &resolution, Day::FIRST, &Holidays::built_in());
/// assert_eq!(parts[1].0, Who::Written("برق".into()));
/// assert_eq!(parts[1].1.outcome, PartOutcome::Open);
/// ```
pub fn assignments(
    session: &Session,
    after: DaysAfter,
    resolution: &Resolution,
    today: Day,
    holidays: &Holidays,
) -> Vec<(Who, PartStanding)> {
    let letters = resolution.letters_to_roll_up();
    let judged = Judged {
        session,
        after,
        resolution,
        letters: &letters,
        today,
        holidays,
    };
    let clauses = &resolution.clauses;
    let of_clauses = clauses.values().flat_map(|state| &state.responsible);
    let mut all: Vec<Who> = Vec::new();
    for one in resolution.responsible.iter().chain(of_clauses) {
        if !all.iter().any(|who| is(who, one)) {
            all.push(who(one));
        }
    }
    if all.is_empty() {
        all.push(Who::Nobody);
    }
    let part = |who: &Who| {
        let own = |(_, state): &(&String, &ClauseState)| state.responsible.iter().any(|one| is(who, one));
        if clauses.iter().any(|clause| own(&clause)) {
            judged.part(false, clauses.iter().filter(own))
        } else {
            judged.part(
                true,
                clauses.iter().filter(|(_, state)| state.responsible.is_empty()),
            )
        }
    };
    let parts: Vec<PartStanding> = all.iter().map(part).collect();
    all.into_iter().zip(parts).collect()
}

fn who(one: &Responsible) -> Who {
    match &one.organisation {
        Some(id) => Who::Organisation(id.clone()),
        None => Who::Written(one.written.trim().to_owned()),
    }
}

fn is(who: &Who, one: &Responsible) -> bool {
    match (who, &one.organisation) {
        (Who::Organisation(id), Some(other)) => id == other,
        (Who::Written(name), None) => fold_tight(name) == fold_tight(&one.written),
        _ => false,
    }
}

/// Execution by assignments: all together, then each that is responsible (who was given the most first), each body,
/// each year (the latest first). Every group has the figures of [`Measure::EXECUTION`].
///
/// Given = on time + late + done undated + open + dropped; overdue ones are a part of the open ones, extended ones a
/// part of all. An assignment counts once for its organisation, its body and its year, so that organisations, bodies
/// and years add up to the same.
///
/// The rate is what was done of what was not dropped; the second rate is what was done on time of what was done on
/// time, done late, or is overdue.
pub fn execution(sessions: &[Held], whos: &[Who], assignments: &[Assignment]) -> Vec<FigureGroup> {
    let mut of_who: Vec<Vec<u32>> = vec![Vec::new(); whos.len()];
    let mut of_body: BTreeMap<&BodyId, Vec<u32>> = BTreeMap::new();
    let mut of_year: BTreeMap<Reverse<Option<i32>>, Vec<u32>> = BTreeMap::new();
    for (at, assignment) in (0..).zip(assignments) {
        let held = &sessions[assignment.session as usize];
        of_who[assignment.who as usize].push(at);
        of_body.entry(&held.body).or_default().push(at);
        of_year.entry(Reverse(held.year)).or_default().push(at);
    }
    let mut by_who: Vec<(&Who, Vec<u32>)> = whos.iter().zip(of_who).collect();
    by_who.sort_by(|a, b| (b.1.len(), a.0).cmp(&(a.1.len(), b.0)));
    let whos = by_who
        .into_iter()
        .map(|(who, own)| (Subject::Organisation(who.clone()), own));
    let bodies = of_body
        .into_iter()
        .map(|(body, own)| (Subject::Body(body.clone()), own));
    let years = of_year
        .into_iter()
        .map(|(Reverse(year), own)| (Subject::Year(year), own));
    let all = (Subject::All, positions(assignments, |_| true));
    std::iter::once(all)
        .chain(whos)
        .chain(bodies)
        .chain(years)
        .map(|(subject, own)| group(subject, &own, assignments))
        .collect()
}

fn group(subject: Subject, own: &[u32], assignments: &[Assignment]) -> FigureGroup {
    let tasks: Vec<&Assignment> = own.iter().map(|at| &assignments[*at as usize]).collect();
    let figure = |measure| {
        let mut rows = resolutions(&tasks, measure);
        let (value, parts) = value(&tasks, measure, len(&rows));
        // Several assignments of one resolution are one row.
        rows.dedup();
        Figure {
            measure,
            value,
            parts,
            rows: RowsBehind::Resolutions(rows),
        }
    };
    FigureGroup {
        subject,
        figures: Measure::EXECUTION.map(figure).into(),
    }
}

/// The resolutions of the tasks that a measure counts, one for each task.
fn resolutions(tasks: &[&Assignment], measure: Measure) -> Vec<u32> {
    let done = [PartOutcome::OnTime, PartOutcome::Late, PartOutcome::Undated];
    let is_counted = |part: &PartStanding| match measure {
        Measure::OnTime | Measure::OnTimeRate => part.outcome == PartOutcome::OnTime,
        Measure::Late => part.outcome == PartOutcome::Late,
        Measure::DoneUndated => part.outcome == PartOutcome::Undated,
        Measure::StillOpen => part.outcome == PartOutcome::Open,
        Measure::PastDue => part.overdue,
        Measure::Extended => part.extended,
        Measure::Dropped => part.outcome == PartOutcome::Dropped,
        Measure::ExecutionRate => done.contains(&part.outcome),
        _ => true,
    };
    let counted = tasks.iter().filter(|task| is_counted(&task.part));
    counted.map(|task| task.resolution).collect()
}

/// What a measure comes to where it counts so many tasks, and what the formula of a share is made of.
fn value(tasks: &[&Assignment], measure: Measure, counted: u32) -> (Value, Vec<(&'static str, u32)>) {
    let count = |name, measure| (name, len(&resolutions(tasks, measure)));
    let on_time = || count("on_time", Measure::OnTime);
    let late = || count("late", Measure::Late);
    match measure {
        Measure::ExecutionRate => {
            let (given, dropped) = (count("given", Measure::Given), count("dropped", Measure::Dropped));
            let undated = count("undated", Measure::DoneUndated);
            let share = Value::Share {
                part: counted,
                whole: given.1 - dropped.1,
            };
            (share, vec![on_time(), late(), undated, given, dropped])
        }
        Measure::OnTimeRate => {
            let parts = [on_time(), late(), count("overdue", Measure::PastDue)];
            let share = Value::Share {
                part: counted,
                whole: parts.iter().map(|(_, count)| count).sum(),
            };
            (share, parts.into())
        }
        _ => (Value::Count(counted), Vec::new()),
    }
}

/// An organisation with fewer tasks that were not dropped is neither the best nor the weakest: they say too little.
pub const RANKED_FROM: u32 = 3;

/// The positions of the groups of the best and the weakest organisation: by their rate, where it is the same by how
/// much they were given (the more, the better or the weaker), then by their place in the list. Only those that `ranks`
/// says yes to, with at least [`RANKED_FROM`] tasks, are compared; none where there are fewer than two.
pub fn best_and_weakest(
    groups: &[FigureGroup],
    ranks: impl Fn(&OrganisationId) -> bool,
) -> Option<(usize, usize)> {
    let rate = |at: usize| {
        groups[at]
            .figure(Measure::ExecutionRate)
            .map(|figure| figure.value)
    };
    let ranked: Vec<(usize, Value)> = (0..groups.len())
        .filter(|at| match &groups[*at].subject {
            Subject::Organisation(Who::Organisation(id)) => ranks(id),
            _ => false,
        })
        .filter_map(|at| Some((at, rate(at)?)))
        .filter(|(_, rate)| matches!(rate, Value::Share { whole, .. } if *whole >= RANKED_FROM))
        .collect();
    let given = |at: usize| groups[at].count(Measure::Given);
    let best = ranked.iter().min_by(|(a, left), (b, right)| {
        let by_rate = right.compare(*left);
        by_rate.then_with(|| (given(*b), a).cmp(&(given(*a), b)))
    })?;
    let weakest = ranked.iter().min_by(|(a, left), (b, right)| {
        let by_rate = left.compare(*right);
        by_rate.then_with(|| (given(*b), a).cmp(&(given(*a), b)))
    })?;
    (best.0 != weakest.0).then_some((best.0, weakest.0))
}

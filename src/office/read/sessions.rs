//! The list of sessions: all of them, or the latest ones, so that a screen costs what it shows. Changes nothing.

use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::clocks;
use crate::domain::deadline::DaysAfter;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::lookup::heads::latest_first;
use crate::office::lookup::list::FEW_RESOLUTIONS;
use crate::office::query::{LatestSessions, SessionRow};
use crate::office::records::{all, by_id};
use crate::office::standing::standing;
use crate::search::index::Counts;
use crate::store::{Store, Tree};
use std::collections::HashMap;

/// All sessions, latest first; those without a date come last.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn sessions(office: &Office, today: Day) -> Result<Vec<SessionRow>, Failure> {
    let store = office.store();
    let sessions = by_id(store, Tree::Sessions, |s: &Session| s.id.clone())?;
    let counts = match office.lookup().counts(today)? {
        Some(counts) => counts,
        None => counted(store, &sessions, today)?,
    };
    let rows = RowMaker::of(store, today)?;
    let row = |session: Session| {
        let counts = counts.get(session.id.as_str()).copied().unwrap_or_default();
        rows.row(session, counts)
    };
    let mut rows: Vec<SessionRow> = sessions.into_values().map(row).collect();
    rows.sort_by_cached_key(|row| latest_first(&row.session));
    Ok(rows)
}

/// The ids of the sessions that `wanted` selects by their body, year, ordinal and days, the earliest first; those without
/// a date come last.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn session_ids(office: &Office, wanted: impl Fn(&Session) -> bool) -> Result<Vec<SessionId>, Failure> {
    office.lookup().earliest(wanted)
}

/// At most `limit` of the [`sessions`], the first ones.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub(in crate::office) fn latest_sessions(
    office: &Office,
    limit: usize,
    today: Day,
) -> Result<LatestSessions, Failure> {
    let (store, lookup) = (office.store(), office.lookup());
    let total = lookup.total(today)?;
    if total.is_none() && store.count(Tree::Resolutions)? <= FEW_RESOLUTIONS {
        return Ok(latest_of(sessions(office, today)?, limit));
    }
    let (count, ids) = lookup.latest(limit)?;
    let rows = RowMaker::of(store, today)?;
    let mut latest = LatestSessions {
        sessions: count,
        total: total.map(|total| (total.open, total.overdue)),
        ..LatestSessions::default()
    };
    for id in ids {
        let Some(session) = store.get_readable::<Session>(Tree::Sessions, id.as_str())? else {
            continue;
        };
        let counts = match lookup.counts_of(&id, today)? {
            Some(counts) => counts,
            None => counted_in(store, &session, lookup.after(&session)?, today)?,
        };
        latest.rows.push(rows.row(session, counts));
    }
    Ok(latest)
}

fn latest_of(mut rows: Vec<SessionRow>, limit: usize) -> LatestSessions {
    let open = rows.iter().map(|row| row.open).sum();
    let overdue = rows.iter().map(|row| row.overdue).sum();
    let sessions = rows.len();
    rows.truncate(limit);
    LatestSessions {
        rows,
        sessions,
        total: Some((open, overdue)),
    }
}

/// What makes rows of sessions.
struct RowMaker {
    bodies: HashMap<BodyId, Body>,
    today: Day,
}

impl RowMaker {
    fn of(store: &Store, today: Day) -> Result<RowMaker, Failure> {
        let bodies = by_id(store, Tree::Bodies, |b: &Body| b.id.clone())?;
        Ok(RowMaker { bodies, today })
    }

    fn row(&self, session: Session, counts: Counts) -> SessionRow {
        let body = self.bodies.get(&session.body);
        let clocks = body.map(|body| body.clocks(&session, self.today));
        SessionRow {
            clock: clocks.and_then(|clocks| clocks::pressing(&clocks).copied()),
            body: body.map(|b| b.brief().to_owned()).unwrap_or_default(),
            session,
            resolutions: counts.all,
            open: counts.open,
            overdue: counts.overdue,
        }
    }
}

/// How many resolutions each session has, by reading them all.
fn counted(
    store: &Store,
    sessions: &HashMap<SessionId, Session>,
    today: Day,
) -> Result<HashMap<String, Counts>, Failure> {
    let mut counts: HashMap<String, Counts> = HashMap::new();
    let (holidays, days) = (Holidays::built_in(), SessionDays::of(sessions.values()));
    for resolution in store.readable::<Resolution>(Tree::Resolutions, "") {
        let (_, resolution) = resolution?;
        let id = resolution.id.session();
        let Some(session) = sessions.get(&id) else {
            continue;
        };
        count(
            counts.entry(id.0).or_default(),
            session,
            days.after(session),
            &resolution,
            today,
            &holidays,
        );
    }
    Ok(counts)
}

fn counted_in(store: &Store, session: &Session, after: DaysAfter, today: Day) -> Result<Counts, Failure> {
    let (mut counts, holidays) = (Counts::default(), Holidays::built_in());
    for resolution in all::<Resolution>(store, Tree::Resolutions, &format!("{}/", session.id))? {
        count(&mut counts, session, after, &resolution, today, &holidays);
    }
    Ok(counts)
}

fn count(
    counts: &mut Counts,
    session: &Session,
    after: DaysAfter,
    resolution: &Resolution,
    today: Day,
    holidays: &Holidays,
) {
    let standing = standing(session, after, resolution, today, holidays);
    counts.all += 1;
    counts.open += u32::from(standing.status == Status::Open);
    counts.overdue += u32::from(standing.overdue);
}

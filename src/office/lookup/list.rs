//! Lists of resolutions by way of the index, where there is one: only what is shown is read. Does not know how the
//! index finds them.

use super::document::{after_of, facts, session_of};
use super::heads::latest_first;
use super::matching;
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::Session;
use crate::domain::warnings;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::ResolutionRow;
use crate::office::records::{all, by_id};
use crate::office::standing::{row, rows_of_session};
use crate::search::Filter;
use crate::search::index::{ResolutionHit, SessionFacts, Wanted};
use crate::store::{Store, Tree};
use std::collections::HashMap;

/// Up to so many resolutions all are read while the index is not whole; of more, those that it has so far.
pub(in crate::office) const FEW_RESOLUTIONS: u64 = 20_000;

/// [`first_resolutions`], and whether they are only those that the index of a large archive has so far.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub(in crate::office) fn quick_resolutions(
    office: &Office,
    wanted: &Wanted,
) -> Result<(Vec<ResolutionRow>, bool), Failure> {
    if office.store().count(Tree::Resolutions)? > FEW_RESOLUTIONS
        && let Some(hits) = office.lookup().find_so_far(wanted)?
    {
        let mut rows = rows_of_hits(office.store(), &hits, wanted.today)?;
        // A record may have changed since it was taken in.
        rows.retain(|row| !wanted.open || row.status == Status::Open);
        return Ok((rows, true));
    }
    first_resolutions(office, wanted).map(|rows| (rows, false))
}

/// The resolutions that are wanted, in the order of [`resolutions`](crate::office::read::resolutions).
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub(in crate::office) fn first_resolutions(
    office: &Office,
    wanted: &Wanted,
) -> Result<Vec<ResolutionRow>, Failure> {
    // A list of everything is read faster record by record.
    let reads_all = wanted.filter.is_empty() && !wanted.open && wanted.limit == usize::MAX;
    if !reads_all && let Some(hits) = office.lookup().find(wanted)? {
        return rows_of_hits(office.store(), &hits, wanted.today);
    }
    let mut rows = all_resolutions(office.store(), wanted.filter, wanted.open, wanted.today)?;
    rows.truncate(wanted.limit);
    Ok(rows)
}

/// The same by reading every record.
pub(super) fn all_resolutions(
    store: &Store,
    filter: &Filter,
    open: bool,
    today: Day,
) -> Result<Vec<ResolutionRow>, Failure> {
    let bodies = by_id(store, Tree::Bodies, |b: &Body| b.id.clone())?;
    let organisations = by_id(store, Tree::Organisations, |o: &Organisation| o.id.clone())?;
    let mut sessions: Vec<Session> = all(store, Tree::Sessions, "")?;
    sessions.sort_by_key(latest_first);
    sessions.reverse();
    let mut by_session: HashMap<SessionId, Vec<Resolution>> = HashMap::new();
    for resolution in all::<Resolution>(store, Tree::Resolutions, "")? {
        by_session
            .entry(resolution.id.session())
            .or_default()
            .push(resolution);
    }
    let nameless = Body::default();
    let holidays = Holidays::built_in();
    let days = SessionDays::of(&sessions);
    let mut rows = Vec::new();
    for session in &sessions {
        let after = days.after(session);
        let mut own = by_session.remove(&session.id).unwrap_or_default();
        own.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let body = bodies.get(&session.body).unwrap_or(&nameless);
        let wanted = |row: &ResolutionRow| {
            (!open || row.status == Status::Open)
                && filter.matches(&matching::row(row, body, &organisations), today)
        };
        // Warnings need all of the session and take longer than everything else: only where a row is wanted.
        let plain = |resolution: &Resolution| {
            row(
                body,
                session,
                after,
                resolution.clone(),
                Vec::new(),
                today,
                &holidays,
            )
        };
        let places: Vec<bool> = own.iter().map(|resolution| wanted(&plain(resolution))).collect();
        if places.contains(&true) {
            let own = rows_of_session(body, session, after, own, today, &holidays);
            rows.extend(
                own.into_iter()
                    .zip(places)
                    .filter_map(|(row, is_wanted)| is_wanted.then_some(row)),
            );
        }
    }
    if open {
        rows.sort_by_key(|row| (row.due.is_none(), row.due, row.session_date));
    }
    Ok(rows)
}

/// The rows of these resolutions, in their order; those that are no longer there are left out.
pub(in crate::office) fn rows_of(
    office: &Office,
    ids: &[ResolutionId],
    today: Day,
) -> Result<Vec<ResolutionRow>, Failure> {
    let store = office.store();
    let mut sessions: HashMap<SessionId, Option<SessionFacts>> = HashMap::new();
    let mut hits = Vec::with_capacity(ids.len());
    for id in ids {
        let session = id.session();
        if !sessions.contains_key(&session) {
            let stored: Option<Session> = store.get_readable(Tree::Sessions, session.as_str())?;
            let known = match &stored {
                Some(stored) => Some(facts(stored, office.lookup().after(stored)?)),
                None => None,
            };
            sessions.insert(session.clone(), known);
        }
        if let Some(Some(session)) = sessions.get(&session) {
            hits.push(ResolutionHit {
                key: id.0.clone(),
                session: session.clone(),
            });
        }
    }
    rows_of_hits(store, &hits, today)
}

/// The rows of resolutions that the index found.
pub(super) fn rows_of_hits(
    store: &Store,
    hits: &[ResolutionHit],
    today: Day,
) -> Result<Vec<ResolutionRow>, Failure> {
    let holidays = Holidays::built_in();
    let mut bodies: HashMap<BodyId, Body> = HashMap::new();
    let mut rows = Vec::with_capacity(hits.len());
    for ResolutionHit { key, session: facts } in hits {
        let (session, after) = (&session_of(facts), after_of(facts));
        if !bodies.contains_key(&session.body) {
            let body = store
                .get(Tree::Bodies, session.body.as_str())?
                .unwrap_or_default();
            bodies.insert(session.body.clone(), body);
        }
        let Some(body) = bodies.get(&session.body) else {
            continue;
        };
        let Some(resolution) = store.get_readable::<Resolution>(Tree::Resolutions, key)? else {
            continue;
        };
        if facts.look_at_all {
            let mut own: Vec<Resolution> = all(store, Tree::Resolutions, &format!("{}/", session.id))?;
            own.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
            let all = rows_of_session(body, session, after, own, today, &holidays);
            rows.extend(all.into_iter().filter(|row| row.resolution.id == resolution.id));
        } else {
            let warnings = warnings::of_resolution(session.date, &resolution);
            rows.push(row(body, session, after, resolution, warnings, today, &holidays));
        }
    }
    Ok(rows)
}

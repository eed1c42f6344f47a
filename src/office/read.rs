//! Answers to queries: what the store holds, with what is derived from it on a day. Changes nothing.

use super::command::Failure;
use super::lookup::Lookup;
use super::query::{Answer, HistoryRow, Query, ResolutionRow, RollRow, SessionRow, SessionView};
use super::transaction::{CommandNote, read_note};
use crate::calendar::{Day, Holidays};
use crate::domain::attendance::{Attendance, Tally};
use crate::domain::body::Body;
use crate::domain::deadline::Deadline;
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session, Source};
use crate::domain::{warnings, wording};
use crate::search::Filter;
use crate::search::index::{Counts, Hit, Order};
use crate::store::{Store, Tree};
use serde::de::DeserializeOwned;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Answers a query of a screen as of `today`.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn answer(store: &Store, query: &Query, today: Day) -> Result<Answer, Failure> {
    Ok(match query {
        Query::Sessions => {
            begin_index(store);
            Answer::Sessions(sessions(store, today)?)
        }
        Query::Session(id) => Answer::Session(session(store, id, today)?.map(Box::new)),
        Query::Resolutions { filter, open, limit } => {
            begin_index(store);
            match Filter::parse(filter, today) {
                Ok(filter) => quick_resolutions(store, &filter, *open, *limit, today)?,
                Err(error) => Answer::Resolutions(Err(error)),
            }
        }
        Query::Bodies => Answer::Bodies(bodies(store)?),
        Query::Organisations => Answer::Organisations(organisations(store)?),
        Query::History { limit } => Answer::History(history(store, *limit)?),
    })
}

/// Up to so many resolutions all are read while the index is not whole; of more, those that it has so far.
const FEW_RESOLUTIONS: u64 = 20_000;

/// Begins to make the index where there is none: a screen will ask again.
fn begin_index(store: &Store) {
    if let Some(lookup) = Lookup::beside(store) {
        lookup.make();
    }
}

fn quick_resolutions(
    store: &Store,
    filter: &Filter,
    open: bool,
    limit: usize,
    today: Day,
) -> Result<Answer, Failure> {
    let order = if open { Order::Pressing } else { Order::Session };
    if store.count(Tree::Resolutions)? > FEW_RESOLUTIONS
        && let Some(lookup) = Lookup::beside(store)
        && let Some(hits) = lookup.find_so_far(filter, order, open, today, limit)?
    {
        let mut rows = rows_of_hits(store, &hits, today)?;
        // A record may have changed since it was taken in.
        rows.retain(|row| !open || row.status == Status::Open);
        return Ok(Answer::ResolutionsSoFar(rows));
    }
    first_resolutions(store, filter, open, today, limit).map(|rows| Answer::Resolutions(Ok(rows)))
}

/// At most `limit` of the [`resolutions`] that `filter` selects, the first ones.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn first_resolutions(
    store: &Store,
    filter: &Filter,
    open: bool,
    today: Day,
    limit: usize,
) -> Result<Vec<ResolutionRow>, Failure> {
    let order = if open { Order::Pressing } else { Order::Session };
    // A list of everything is read faster record by record.
    let reads_all = filter.is_empty() && !open && limit == usize::MAX;
    if !reads_all
        && let Some(lookup) = Lookup::beside(store)
        && let Some(hits) = lookup.find(filter, order, open, today, limit)?
    {
        return rows_of_hits(store, &hits, today);
    }
    let mut rows = all_resolutions(store, filter, open, today)?;
    rows.truncate(limit);
    Ok(rows)
}

/// Makes the index now and waits until it is whole, where a question would begin to make it.
pub fn make_index(store: &Store) {
    if let Some(lookup) = Lookup::beside(store) {
        lookup.make();
        lookup.wait();
    }
}

/// The rows of resolutions that the index found.
fn rows_of_hits(store: &Store, hits: &[Hit], today: Day) -> Result<Vec<ResolutionRow>, Failure> {
    let holidays = Holidays::built_in();
    let mut bodies: HashMap<BodyId, Body> = HashMap::new();
    let mut sessions: HashMap<SessionId, Option<Session>> = HashMap::new();
    let mut rows = Vec::with_capacity(hits.len());
    for Hit { key, look_at_all } in hits {
        let id = ResolutionId(key.clone()).session();
        if !sessions.contains_key(&id) {
            sessions.insert(id.clone(), store.get(Tree::Sessions, id.as_str())?);
        }
        let Some(Some(session)) = sessions.get(&id) else {
            continue;
        };
        if !bodies.contains_key(&session.body) {
            let body = store
                .get(Tree::Bodies, session.body.as_str())?
                .unwrap_or_default();
            bodies.insert(session.body.clone(), body);
        }
        let Some(body) = bodies.get(&session.body) else {
            continue;
        };
        let Some(resolution) = store.get::<Resolution>(Tree::Resolutions, key)? else {
            continue;
        };
        if *look_at_all {
            let mut own: Vec<Resolution> = all(store, Tree::Resolutions, &format!("{id}/"))?;
            own.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
            let all = rows_of_session(body, session, own, today, &holidays);
            rows.extend(all.into_iter().filter(|row| row.resolution.id == resolution.id));
        } else {
            let warnings = warnings::of_resolution(session.date, &resolution);
            rows.push(row(body, session, resolution, warnings, today, &holidays));
        }
    }
    Ok(rows)
}

fn all<T: DeserializeOwned>(store: &Store, tree: Tree, prefix: &str) -> Result<Vec<T>, Failure> {
    store.scan::<T>(tree, prefix).map(|row| Ok(row?.1)).collect()
}

fn by_id<K: std::hash::Hash + Eq, T: DeserializeOwned>(
    store: &Store,
    tree: Tree,
    id: impl Fn(&T) -> K,
) -> Result<HashMap<K, T>, Failure> {
    Ok(all::<T>(store, tree, "")?
        .into_iter()
        .map(|record| (id(&record), record))
        .collect())
}

/// All bodies by name, each with its seats in protocol order.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn bodies(store: &Store) -> Result<Vec<(Body, Vec<Seat>)>, Failure> {
    let mut seats: HashMap<_, Vec<Seat>> = HashMap::new();
    for seat in all::<Seat>(store, Tree::Seats, "")? {
        seats.entry(seat.body.clone()).or_default().push(seat);
    }
    let mut bodies: Vec<Body> = all(store, Tree::Bodies, "")?;
    bodies.sort_by_cached_key(|b| crate::text::fold(&b.name));
    let with_seats = |body: Body| {
        let mut own = seats.remove(&body.id).unwrap_or_default();
        own.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        (body, own)
    };
    Ok(bodies.into_iter().map(with_seats).collect())
}

/// All organisations by name.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn organisations(store: &Store) -> Result<Vec<Organisation>, Failure> {
    let mut organisations: Vec<Organisation> = all(store, Tree::Organisations, "")?;
    organisations.sort_by_cached_key(|o| crate::text::fold(&o.name));
    Ok(organisations)
}

/// All sessions, latest first; those without a date come last.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn sessions(store: &Store, today: Day) -> Result<Vec<SessionRow>, Failure> {
    let bodies = by_id(store, Tree::Bodies, |b: &Body| b.id.clone())?;
    let sessions = by_id(store, Tree::Sessions, |s: &Session| s.id.clone())?;
    let counts = match Lookup::beside(store)
        .map(|lookup| lookup.counts(today))
        .transpose()?
        .flatten()
    {
        Some(counts) => counts,
        None => counted(store, &sessions, today)?,
    };
    let row = |session: Session| {
        let counts = counts.get(session.id.as_str()).copied().unwrap_or_default();
        let body = bodies
            .get(&session.body)
            .map(|b| b.brief().to_owned())
            .unwrap_or_default();
        SessionRow {
            session,
            body,
            resolutions: counts.all,
            open: counts.open,
            overdue: counts.overdue,
        }
    };
    let mut rows: Vec<SessionRow> = sessions.into_values().map(row).collect();
    rows.sort_by_key(|a| latest_first(&a.session));
    Ok(rows)
}

/// How many resolutions each session has, by reading them all.
fn counted(
    store: &Store,
    sessions: &HashMap<SessionId, Session>,
    today: Day,
) -> Result<HashMap<String, Counts>, Failure> {
    let mut counts: HashMap<String, Counts> = HashMap::new();
    let holidays = Holidays::built_in();
    for resolution in store.scan::<Resolution>(Tree::Resolutions, "") {
        let (_, resolution) = resolution?;
        let id = resolution.id.session();
        let Some(session) = sessions.get(&id) else {
            continue;
        };
        let standing = standing(session, &resolution, today, &holidays);
        let count = counts.entry(id.0).or_default();
        count.all += 1;
        count.open += u32::from(standing.status == Status::Open);
        count.overdue += u32::from(standing.overdue);
    }
    Ok(counts)
}

fn latest_first(session: &Session) -> impl Ord + use<> {
    (
        Reverse(session.date),
        Reverse(session.year),
        Reverse(session.ordinal),
        session.id.clone(),
    )
}

/// One session with everything in it, none where there is no such session.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn session(store: &Store, id: &SessionId, today: Day) -> Result<Option<SessionView>, Failure> {
    let Some(session) = store.get::<Session>(Tree::Sessions, id.as_str())? else {
        return Ok(None);
    };
    let body = store
        .get::<Body>(Tree::Bodies, session.body.as_str())?
        .unwrap_or_default();
    let inside = format!("{id}/");
    let mut resolutions: Vec<Resolution> = all(store, Tree::Resolutions, &inside)?;
    resolutions.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    let mut notes: Vec<Note> = all(store, Tree::Notes, &inside)?;
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    let rows: Vec<Option<u32>> = resolutions.iter().map(|r| r.row).collect();
    let source = session
        .source
        .as_deref()
        .map(|key| store.get::<Source>(Tree::Sources, key))
        .transpose()?;
    let roll = roll(store, &session)?;
    let tally = Tally::of(roll.iter().map(|r| r.attendance.status));
    let rules = session
        .date
        .and_then(|day| body.rules_on(day))
        .or(body.rules.last());
    Ok(Some(SessionView {
        quorum: rules.and_then(|r| r.quorum).map(|q| q.needed(tally.seats)),
        tally,
        warnings: warnings::of_session(&session, &rows),
        resolutions: rows_of_session(&body, &session, resolutions, today, &Holidays::built_in()),
        notes,
        roll,
        kept: source.flatten().map(|s| s.kept).unwrap_or_default(),
        session,
        body,
    }))
}

/// The seats of the session's day in protocol order; a seat that was ticked is there even if its dates say otherwise.
fn roll(store: &Store, session: &Session) -> Result<Vec<RollRow>, Failure> {
    let marks = all::<Attendance>(store, Tree::Attendance, &format!("{}/", session.id))?;
    let mut marks: HashMap<_, _> = marks.into_iter().map(|m| (m.seat.clone(), m)).collect();
    let mut seats: Vec<Seat> = all(store, Tree::Seats, "")?;
    seats.retain(|s| s.body == session.body && (s.exists_on(session.date) || marks.contains_key(&s.id)));
    seats.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    let row = |seat: Seat| {
        let unticked = || Attendance {
            session: session.id.clone(),
            seat: seat.id.clone(),
            ..Attendance::default()
        };
        RollRow {
            attendance: marks.remove(&seat.id).unwrap_or_else(unticked),
            seat,
        }
    };
    Ok(seats.into_iter().map(row).collect())
}

fn rows_of_session(
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

fn row(
    body: &Body,
    session: &Session,
    resolution: Resolution,
    warnings: Vec<warnings::Warning>,
    today: Day,
    holidays: &Holidays,
) -> ResolutionRow {
    let Standing { status, due, overdue } = standing(session, &resolution, today, holidays);
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
        overdue,
        warnings,
    }
}

pub(super) struct Standing {
    pub(super) status: Status,
    pub(super) due: Option<Day>,
    overdue: bool,
}

/// Where a resolution stands on a day: its own deadline and those of its open clauses, the earliest first.
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
    let due_of = |d: &Deadline| {
        d.due(session.date, session.notified, &answered)
            .map(|due| (due, d.is_overdue(due, today, holidays)))
    };
    let (due, late) = open_deadlines(resolution)
        .filter_map(due_of)
        .min()
        .map_or((None, false), |(due, late)| (Some(due), late));
    Standing {
        status,
        due,
        overdue: late && status == Status::Open,
    }
}

/// Its own deadline and those of its open clauses.
pub(super) fn open_deadlines(resolution: &Resolution) -> impl Iterator<Item = &Deadline> {
    let open_clauses = resolution.clauses.values().filter(|c| c.status == Status::Open);
    resolution
        .deadline
        .iter()
        .chain(open_clauses.filter_map(|c| c.deadline.as_ref()))
}

/// The resolutions that `filter` selects: by session (latest first) and place; where `open`, only open ones, the most
/// pressing first (overdue and soonest due, then those without a day by age).
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn resolutions(
    store: &Store,
    filter: &Filter,
    open: bool,
    today: Day,
) -> Result<Vec<ResolutionRow>, Failure> {
    first_resolutions(store, filter, open, today, usize::MAX)
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
    let mut rows = Vec::new();
    for session in &sessions {
        let mut own = by_session.remove(&session.id).unwrap_or_default();
        own.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let body = bodies.get(&session.body).unwrap_or(&nameless);
        let wanted = |row: &ResolutionRow| {
            (!open || row.status == Status::Open)
                && filter.matches(&super::matching::row(row, body, &organisations))
        };
        // Warnings need all of the session and take longer than everything else: only where a row is wanted.
        let plain =
            |resolution: &Resolution| row(body, session, resolution.clone(), Vec::new(), today, &holidays);
        let places: Vec<bool> = own.iter().map(|resolution| wanted(&plain(resolution))).collect();
        if places.contains(&true) {
            let own = rows_of_session(body, session, own, today, &holidays);
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

/// The last entries of the journal, newest first.
///
/// # Errors
/// [`Failure`] where the journal cannot be read.
pub fn history(store: &Store, limit: usize) -> Result<Vec<HistoryRow>, Failure> {
    let reach = u64::try_from(limit).unwrap_or(u64::MAX);
    let mut rows = Vec::new();
    for entry in store.entries(store.last_seq().saturating_sub(reach) + 1)? {
        let entry = entry?;
        let note: CommandNote = read_note(&entry.command)?;
        rows.push(HistoryRow {
            entry: entry.seq,
            at: entry.at,
            actor: entry.actor,
            command: note.name,
            session: note.session,
            resolution: note.resolution,
            records: entry
                .changes
                .iter()
                .map(|c| format!("{}/{}", c.tree.name(), c.key))
                .collect(),
        });
    }
    rows.reverse();
    Ok(rows)
}

//! What quick lookup shows: resolutions, the most pressing first, then what was said and what stood on agendas. Does
//! not know the screen.

use super::heads::latest_first;
use super::list::{FEW_RESOLUTIONS, quick_resolutions};
use super::matching::names_of;
use super::said::{SaidPlace, documents, notes_of, place};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::session::{Note, Session};
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::{Found, FoundHit, Said, SaidRow};
use crate::office::records::{all, by_id};
use crate::search::index::Wanted;
use crate::search::{Filter, FilterRow};
use crate::store::{Store, Tree};
use std::collections::HashMap;

/// What a filter selects: at most `limit` resolutions, and behind them at most `limit` notes and items of agendas.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub(in crate::office) fn lookup(
    office: &Office,
    filter: &Filter,
    limit: usize,
    today: Day,
) -> Result<Found, Failure> {
    let mut found = Found::default();
    let enough = limit.saturating_add(1);
    let (mut rows, so_far) = quick_resolutions(office, &Wanted::all(filter, true, today).first(enough))?;
    found.so_far = so_far;
    if rows.len() < enough {
        let others = filter.clone().and_not_open();
        let left = enough - rows.len();
        let (others, so_far) = quick_resolutions(office, &Wanted::all(&others, false, today).first(left))?;
        rows.extend(others);
        found.so_far |= so_far;
    }
    // What only resolutions have is said of no note; without any words the notes are not what is looked for.
    let places = if filter.is_empty() || filter.is_of_resolutions() {
        Vec::new()
    } else {
        match said(office, filter, enough, today)? {
            Some(places) => places,
            None => {
                found.so_far = true;
                Vec::new()
            }
        }
    };
    found.more = rows.len() > limit || places.len() > limit;
    rows.truncate(limit);
    found.hits = rows
        .into_iter()
        .map(|row| FoundHit::Resolution(Box::new(row)))
        .collect();
    let said = said_rows(office.store(), &places[..places.len().min(limit)])?;
    found
        .hits
        .extend(said.into_iter().map(|row| FoundHit::Said(Box::new(row))));
    Ok(found)
}

/// The first places; none where the index is still being made and there is too much to read.
fn said(
    office: &Office,
    filter: &Filter,
    limit: usize,
    today: Day,
) -> Result<Option<Vec<SaidPlace>>, Failure> {
    if let Some(places) = office.lookup().said().find(filter, today, limit)? {
        return Ok(Some(places));
    }
    let store = office.store();
    if store.count(Tree::Notes)? > FEW_RESOLUTIONS || store.count(Tree::Sessions)? > FEW_RESOLUTIONS {
        return Ok(None);
    }
    let mut places = all_said(store, filter, today)?;
    places.truncate(limit);
    Ok(Some(places))
}

/// The same by reading every session and note.
pub(super) fn all_said(store: &Store, filter: &Filter, today: Day) -> Result<Vec<SaidPlace>, Failure> {
    let bodies = by_id(store, Tree::Bodies, |body: &Body| body.id.clone())?;
    let mut sessions: Vec<Session> = all(store, Tree::Sessions, "")?;
    sessions.sort_by_cached_key(latest_first);
    let nameless = Body::default();
    let mut places = Vec::new();
    for session in &sessions {
        let body = bodies.get(&session.body).unwrap_or(&nameless);
        let mut own = documents(session, &notes_of(store, &session.id)?);
        own.sort_by(|a, b| (a.position, &a.key).cmp(&(b.position, &b.key)));
        for document in own {
            let row = FilterRow {
                texts: document.texts.iter().map(String::as_str).collect(),
                session: session.id.as_str(),
                ordinal: session.ordinal,
                year: session.year_counted(),
                body: names_of(body).collect(),
                ..FilterRow::default()
            };
            if filter.matches(&row, today) {
                places.extend(place(&document.key));
            }
        }
    }
    Ok(places)
}

/// The rows of these places; what is gone meanwhile is left out.
fn said_rows(store: &Store, places: &[SaidPlace]) -> Result<Vec<SaidRow>, Failure> {
    let mut sessions: HashMap<SessionId, Option<Session>> = HashMap::new();
    let mut bodies: HashMap<BodyId, String> = HashMap::new();
    let mut rows = Vec::new();
    for place in places {
        let id = match place {
            SaidPlace::Note(note) => note.session(),
            SaidPlace::Item(session, _) => session.clone(),
        };
        if !sessions.contains_key(&id) {
            sessions.insert(id.clone(), store.get(Tree::Sessions, id.as_str())?);
        }
        let Some(Some(session)) = sessions.get(&id) else {
            continue;
        };
        if !bodies.contains_key(&session.body) {
            let body = store.get_readable::<Body>(Tree::Bodies, session.body.as_str())?;
            let name = body.map(|body| body.brief().to_owned());
            bodies.insert(session.body.clone(), name.unwrap_or_default());
        }
        let said = match place {
            SaidPlace::Note(id) => store
                .get_readable::<Note>(Tree::Notes, id.as_str())?
                .map(Said::Note),
            SaidPlace::Item(_, number) => {
                let item = session.agenda.get((*number as usize).wrapping_sub(1));
                item.map(|item| Said::AgendaItem {
                    number: *number,
                    title: item.title.clone(),
                })
            }
        };
        rows.extend(said.map(|said| SaidRow {
            body: bodies.get(&session.body).cloned().unwrap_or_default(),
            session: session.clone(),
            said,
        }));
    }
    Ok(rows)
}

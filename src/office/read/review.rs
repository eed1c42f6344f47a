//! What «بررسی مصوبات جلسات قبل» goes through: the open resolutions of a body by who leads them, each with its light.
//! Changes nothing.

use super::similar::sessions_before;
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, OrganisationId, SessionId};
use crate::domain::names::whole_name;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::{Light, ResolutionRow, ReviewGroup, ReviewRow};
use crate::office::records::all;
use crate::office::standing::rows_of_session;
use crate::store::{Store, Tree};
use crate::text::alphabetical;
use std::collections::BTreeMap;

/// Every open resolution of the sessions before one, and what was done since the last of them: resolutions of that
/// session, and those that a follow-up answered on its day or later.
pub(super) fn open_of_body(
    office: &Office,
    body: &BodyId,
    before: Option<&SessionId>,
    today: Day,
) -> Result<Vec<ReviewGroup>, Failure> {
    let store = office.store();
    let sessions = sessions_before(office, body, before)?;
    let body = store
        .get_readable::<Body>(Tree::Bodies, body.as_str())?
        .unwrap_or_default();
    let days = SessionDays::of(&office.lookup().heads_of(&body.id)?);
    let last = sessions.first().cloned();
    let holidays = Holidays::built_in();
    let mut rows = Vec::new();
    for session in &sessions {
        let own: Vec<Resolution> = all(store, Tree::Resolutions, &format!("{}/", session.id))?;
        rows.extend(rows_of_session(
            &body,
            session,
            days.after(session),
            own,
            today,
            &holidays,
        ));
    }
    rows.retain(|row| row.status == Status::Open || is_news(row, last.as_ref()));
    group(store, rows)
}

fn is_news(row: &ResolutionRow, last: Option<&Session>) -> bool {
    let Some(last) = last else { return false };
    let answered = row.resolution.last_answered();
    row.session == last.id || (answered.is_some() && answered >= last.date)
}

fn group(store: &Store, rows: Vec<ResolutionRow>) -> Result<Vec<ReviewGroup>, Failure> {
    let mut groups: BTreeMap<(bool, String), ReviewGroup> = BTreeMap::new();
    for row in rows {
        let (organisation, name) = lead(store, &row.resolution)?;
        let key = match &organisation {
            Some(id) => id.to_string(),
            None => whole_name(&name),
        };
        let group = groups.entry((name.is_empty(), key)).or_insert(ReviewGroup {
            organisation,
            name,
            rows: Vec::new(),
        });
        let light = light(&row);
        group.rows.push(ReviewRow { row, light });
    }
    let mut groups: Vec<ReviewGroup> = groups.into_values().collect();
    groups.sort_by_cached_key(|group| (group.name.is_empty(), alphabetical(&group.name)));
    for group in &mut groups {
        let pressing = |r: &ReviewRow| (r.light, r.row.due.is_none(), r.row.due, r.row.session_date);
        group
            .rows
            .sort_by_key(|r| (pressing(r), r.row.resolution.position));
    }
    Ok(groups)
}

/// Who leads: the first of those who are to act, in the resolution or, where it names nobody, in its clauses.
fn lead(store: &Store, resolution: &Resolution) -> Result<(Option<OrganisationId>, String), Failure> {
    let of_clauses = resolution.clauses.values().flat_map(|c| &c.responsible);
    let Some(first) = resolution.responsible.iter().chain(of_clauses).next() else {
        return Ok((None, String::new()));
    };
    let known = match &first.organisation {
        Some(id) => store.get_readable::<Organisation>(Tree::Organisations, id.as_str())?,
        None => None,
    };
    Ok(match known {
        Some(organisation) => (Some(organisation.id), organisation.name),
        None => (None, first.written.clone()),
    })
}

fn light(row: &ResolutionRow) -> Light {
    match row.status {
        Status::Open if row.overdue => Light::Late,
        Status::Open => Light::InTime,
        _ => Light::Done,
    }
}

//! Earlier resolutions that say much the same as a text that is being written. Changes nothing.

use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, SessionId};
use crate::domain::likeness::Fingerprint;
use crate::domain::resolution::Resolution;
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::SimilarRow;
use crate::office::records::all;
use crate::office::standing::rows_of_session;
use crate::store::Tree;
use std::cmp::Reverse;

/// So many resolutions are compared, the latest sessions' first: an answer while someone types, in a body of any age.
const MOST_COMPARED: usize = 400;
/// Those below are not alike.
const LEAST_PERCENT: u8 = 60;
/// No more are answered.
const MOST_ANSWERED: usize = 10;

/// A resolution that was compared, with how much alike it is and where it was taken.
struct Compared {
    percent: u8,
    session: Session,
    resolution: Resolution,
}

/// The resolutions that say much the same as `text`, the most alike first; of those as much alike the body's own.
pub(super) fn similar(
    office: &Office,
    text: &str,
    body: &BodyId,
    before: Option<&SessionId>,
    today: Day,
) -> Result<Vec<SimilarRow>, Failure> {
    let wanted = Fingerprint::of(text);
    // Too few words to be like anything: nothing has to be read.
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let own = sessions_before(office, body, before)?;
    let mut found = compared(office, &wanted, own)?;
    let others = sessions_of_others(office, body, before)?;
    found.extend(compared(office, &wanted, others)?);
    found.sort_by_key(|one| Reverse(one.percent));
    found.truncate(MOST_ANSWERED);
    let rows = found.into_iter().map(|one| row(office, &wanted, one, today));
    let rows: Vec<Vec<SimilarRow>> = rows.collect::<Result<_, Failure>>()?;
    Ok(rows.into_iter().flatten().collect())
}

/// What is alike of the resolutions of these sessions, as far as they are compared.
fn compared(office: &Office, wanted: &Fingerprint, sessions: Vec<Session>) -> Result<Vec<Compared>, Failure> {
    let mut found = Vec::new();
    let mut count = 0;
    for session in sessions {
        let inside = format!("{}/", session.id);
        for resolution in all::<Resolution>(office.store(), Tree::Resolutions, &inside)? {
            count += 1;
            let percent = wanted.percent(&Fingerprint::of(&resolution.text));
            if percent >= LEAST_PERCENT {
                let session = session.clone();
                found.push(Compared {
                    percent,
                    session,
                    resolution,
                });
            }
        }
        if count >= MOST_COMPARED {
            break;
        }
    }
    Ok(found)
}

fn row(
    office: &Office,
    wanted: &Fingerprint,
    compared: Compared,
    today: Day,
) -> Result<Vec<SimilarRow>, Failure> {
    let Compared {
        percent,
        session,
        resolution,
    } = compared;
    let body = office
        .store()
        .get_readable::<Body>(Tree::Bodies, session.body.as_str())?
        .unwrap_or_default();
    let days = SessionDays::of(&office.lookup().heads_of(&body.id)?);
    let nearly_the_same = wanted.is_nearly(&Fingerprint::of(&resolution.text));
    let after = days.after(&session);
    let rows = rows_of_session(
        &body,
        &session,
        after,
        vec![resolution],
        today,
        &Holidays::built_in(),
    );
    let similar = |row| SimilarRow {
        row,
        percent,
        nearly_the_same,
    };
    Ok(rows.into_iter().map(similar).collect())
}

/// The sessions of the other bodies that are not later than the one that is written in, the latest first.
fn sessions_of_others(
    office: &Office,
    body: &BodyId,
    before: Option<&SessionId>,
) -> Result<Vec<Session>, Failure> {
    let this: Option<Session> = match before {
        Some(id) => office.store().get_readable(Tree::Sessions, id.as_str())?,
        None => None,
    };
    let day = this.and_then(|session| session.date);
    let mut sessions = Vec::new();
    for other in all::<Body>(office.store(), Tree::Bodies, "")? {
        if other.id != *body {
            sessions.extend(office.lookup().heads_of(&other.id)?);
        }
    }
    sessions.retain(|session| match (session.date, day) {
        (Some(date), Some(day)) => date <= day,
        _ => true,
    });
    sessions.sort_by_key(|session| Reverse(session.date));
    Ok(sessions)
}

/// The sessions of a body before one of them, or all, the latest first; of each its head as rows show it.
pub(super) fn sessions_before(
    office: &Office,
    body: &BodyId,
    before: Option<&SessionId>,
) -> Result<Vec<Session>, Failure> {
    let mut sessions = office.lookup().heads_of(body)?;
    if let Some(id) = before {
        match sessions.iter().find(|s| s.id == *id).cloned() {
            Some(this) => sessions.retain(|s| s.is_before(&this)),
            None => sessions.clear(),
        }
    }
    Ok(sessions)
}

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

/// The resolutions of the body that say much the same as `text`, the most alike first.
pub(super) fn similar(
    office: &Office,
    text: &str,
    body: &BodyId,
    before: Option<&SessionId>,
    today: Day,
) -> Result<Vec<SimilarRow>, Failure> {
    let store = office.store();
    let wanted = Fingerprint::of(text);
    let mut found: Vec<(u8, Session, Resolution)> = Vec::new();
    let mut compared = 0;
    // Too few words to be like anything: nothing has to be read.
    let sessions = match wanted.is_empty() {
        true => Vec::new(),
        false => sessions_before(office, body, before)?,
    };
    for session in sessions {
        for resolution in all::<Resolution>(store, Tree::Resolutions, &format!("{}/", session.id))? {
            compared += 1;
            let percent = wanted.percent(&Fingerprint::of(&resolution.text));
            if percent >= LEAST_PERCENT {
                found.push((percent, session.clone(), resolution));
            }
        }
        if compared >= MOST_COMPARED {
            break;
        }
    }
    found.sort_by_key(|(percent, ..)| Reverse(*percent));
    found.truncate(MOST_ANSWERED);
    let body = store
        .get_readable::<Body>(Tree::Bodies, body.as_str())?
        .unwrap_or_default();
    let holidays = Holidays::built_in();
    let days = SessionDays::of(&office.lookup().heads_of(&body.id)?);
    let row = |(percent, session, resolution): (u8, Session, Resolution)| {
        let nearly_the_same = wanted.is_nearly(&Fingerprint::of(&resolution.text));
        let rows = rows_of_session(
            &body,
            &session,
            days.after(&session),
            vec![resolution],
            today,
            &holidays,
        );
        rows.into_iter().map(move |row| SimilarRow {
            row,
            percent,
            nearly_the_same,
        })
    };
    Ok(found.into_iter().flat_map(row).collect())
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

//! The documents of one session. Does not know what is of a year.

use super::{FileContent, FileFormat, NotIssued, PlannedFile, json, names};
use crate::calendar::Day;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::session::Session;
use crate::exchange::listing_json::{ListedResolution, ListedSession};
use crate::office::Office;
use crate::office::query::SessionView;
use crate::office::read;
use crate::papers::listing::{listed_resolution, listed_session};
use crate::words::Words;
use serde::Serialize;

/// Minutes as JSON: the session and its resolutions in the shapes of the listings.
#[derive(Serialize)]
struct MinutesJson {
    session: ListedSession,
    resolutions: Vec<ListedResolution>,
}

/// The minutes of a session.
pub(super) fn minutes(
    office: &Office,
    words: &Words,
    id: &SessionId,
    format: FileFormat,
    today: Day,
) -> Result<PlannedFile, NotIssued> {
    let view = found(office, id, today)?;
    let rows = view.resolutions.iter();
    let content = json(&MinutesJson {
        session: listed_session(words, &view, today),
        resolutions: rows
            .map(|row| listed_resolution(words, row, &view.body.name, today))
            .collect(),
    });
    Ok(file(words, "document-minutes", &view, None, format, content))
}

/// One resolution of a session.
pub(super) fn extract(
    office: &Office,
    words: &Words,
    id: &ResolutionId,
    format: FileFormat,
    today: Day,
) -> Result<PlannedFile, NotIssued> {
    let view = found(office, &id.session(), today)?;
    let row = view.resolutions.iter().find(|row| row.resolution.id == *id);
    let row = row.ok_or_else(|| NotIssued::NoSuchRecord(id.to_string()))?;
    let content = json(&listed_resolution(words, row, &view.body.name, today));
    let number = row.resolution.row;
    Ok(file(words, "document-extract", &view, number, format, content))
}

fn found(office: &Office, id: &SessionId, today: Day) -> Result<SessionView, NotIssued> {
    let view = read::session_alone(office, id, today)?;
    view.ok_or_else(|| NotIssued::NoSuchRecord(id.to_string()))
}

/// A file of a session: «مستخرج مصوبه ۳ کتاف ۸ ۱۴۰۱-۰۳-۱۲».
fn file(
    words: &Words,
    what: &str,
    view: &SessionView,
    row: Option<u32>,
    format: FileFormat,
    content: FileContent,
) -> PlannedFile {
    let mut parts = vec![words.say(what)];
    parts.extend(row.map(|row| words.number(row)));
    parts.extend(of_session(words, &view.session, view.body.brief()));
    PlannedFile {
        name: names::file_name(&parts, format),
        format,
        content,
    }
}

/// The parts of a name that say which session: body, number, day; the year where there is no day.
fn of_session(words: &Words, session: &Session, body: &str) -> Vec<String> {
    let when = match session.date {
        Some(day) => Some(names::day(words, day)),
        None => session.year.map(|year| words.number(year)),
    };
    let number = session.ordinal.map(|ordinal| words.number(ordinal));
    [Some(body.to_owned()), number, when]
        .into_iter()
        .flatten()
        .collect()
}

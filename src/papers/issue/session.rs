//! The documents of one session. Does not know what is of a year.

use super::{FileContent, FileFormat, Making, NotIssued, PlannedFile, json, names};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::session::Session;
use crate::exchange::listing_json::{ListedResolution, ListedSession};
use crate::office::query::SessionView;
use crate::office::read;
use crate::papers::listing::{listed_resolution, listed_session};
use crate::papers::sheets;
use crate::words::Words;
use serde::Serialize;

/// Minutes as JSON: the session and its resolutions in the shapes of the listings.
#[derive(Serialize)]
struct MinutesJson {
    session: ListedSession,
    resolutions: Vec<ListedResolution>,
}

/// The minutes of a session.
pub(super) fn minutes(making: Making, id: &SessionId) -> Result<PlannedFile, NotIssued> {
    let view = found(making, id)?;
    let content = match making.format {
        FileFormat::Xlsx | FileFormat::Csv => {
            FileContent::Workbook(sheets::minutes(making.words, &view, making.today))
        }
        _ => json(&minutes_json(making, &view)),
    };
    Ok(making.file(&named(making, "document-minutes", &view, None), content))
}

fn minutes_json(making: Making, view: &SessionView) -> MinutesJson {
    let Making { words, today, .. } = making;
    let rows = view.resolutions.iter();
    MinutesJson {
        session: listed_session(words, view, today),
        resolutions: rows
            .map(|row| listed_resolution(words, row, &view.body.name, today))
            .collect(),
    }
}

/// One resolution of a session.
pub(super) fn extract(making: Making, id: &ResolutionId) -> Result<PlannedFile, NotIssued> {
    let view = found(making, &id.session())?;
    let row = view.resolutions.iter().find(|row| row.resolution.id == *id);
    let row = row.ok_or_else(|| NotIssued::NoSuchRecord(id.to_string()))?;
    let content = json(&listed_resolution(
        making.words,
        row,
        &view.body.name,
        making.today,
    ));
    let number = row.resolution.row;
    Ok(making.file(&named(making, "document-extract", &view, number), content))
}

fn found(making: Making, id: &SessionId) -> Result<SessionView, NotIssued> {
    let view = read::session_alone(making.office, id, making.today)?;
    view.ok_or_else(|| NotIssued::NoSuchRecord(id.to_string()))
}

/// The parts of a name of a session's file: «مستخرج مصوبه ۳ کتاف ۸ ۱۴۰۱-۰۳-۱۲».
fn named(making: Making, what: &str, view: &SessionView, row: Option<u32>) -> Vec<String> {
    let words = making.words;
    let mut parts = vec![words.say(what)];
    parts.extend(row.map(|row| words.number(row)));
    parts.extend(of_session(words, &view.session, view.body.brief()));
    parts
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

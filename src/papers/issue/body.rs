//! The documents of a body and a year, and of the whole office. Does not know what is of one session.

use super::{BodyYear, FileContent, FileFormat, NotIssued, PlannedFile, json, names};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::BodyId;
use crate::exchange::archive::write_archive;
use crate::office::Office;
use crate::office::archive::whole_archive;
use crate::office::query::ResolutionRow;
use crate::office::read;
use crate::papers::listing::listed_resolution;
use crate::words::Words;

/// The register of resolutions of a body and a year.
pub(super) fn register(
    office: &Office,
    words: &Words,
    of: &BodyYear,
    format: FileFormat,
    today: Day,
) -> Result<PlannedFile, NotIssued> {
    let bodies: Vec<Body> = read::bodies(office)?.into_iter().map(|(body, _)| body).collect();
    let named = |id: &BodyId| bodies.iter().find(|body| body.id == *id);
    if let Some(id) = of.body.as_ref().filter(|id| named(id).is_none()) {
        return Err(NotIssued::NoSuchRecord(id.to_string()));
    }
    let rows = rows_of(office, of, today)?;
    let listed = rows.iter().map(|row| {
        let body = named(&row.body).map_or(row.body_name.as_str(), |body| &body.name);
        listed_resolution(words, row, body, today)
    });
    let content = json(&listed.collect::<Vec<_>>());
    let body = of.body.as_ref().and_then(named).map(Body::brief);
    Ok(file(words, "document-register", body, of.year, format, content))
}

/// Resolutions of a body and a year, the earliest session first.
fn rows_of(office: &Office, of: &BodyYear, today: Day) -> Result<Vec<ResolutionRow>, NotIssued> {
    let mut rows = read::resolutions(office, &Default::default(), false, today)?;
    rows.retain(|row| {
        of.body.as_ref().is_none_or(|body| row.body == *body)
            && (of.year.is_none() || row.year_counted() == of.year)
    });
    rows.sort_by(|a, b| {
        let key = |row: &ResolutionRow| (row.session_date.is_none(), row.session_date, row.session_ordinal);
        let place = |row: &ResolutionRow| row.resolution.position;
        let by_session = key(a).cmp(&key(b)).then_with(|| a.session.cmp(&b.session));
        by_session.then_with(|| (place(a), &a.resolution.id).cmp(&(place(b), &b.resolution.id)))
    });
    Ok(rows)
}

/// Everything that the office keeps.
pub(super) fn archive(
    office: &Office,
    words: &Words,
    format: FileFormat,
    today: Day,
) -> Result<PlannedFile, NotIssued> {
    let archive = whole_archive(office)?;
    let parts = [words.say("document-archive"), names::day(words, today)];
    Ok(PlannedFile {
        name: names::file_name(&parts, format),
        format,
        content: FileContent::Ready(write_archive(&archive)),
    })
}

/// A file of a body and a year: «دفتر مصوبات کتاف ۱۴۰۱».
fn file(
    words: &Words,
    what: &str,
    body: Option<&str>,
    year: Option<i32>,
    format: FileFormat,
    content: FileContent,
) -> PlannedFile {
    let mut parts = vec![words.say(what)];
    parts.extend(body.map(str::to_owned));
    parts.extend(year.map(|year| words.number(year)));
    PlannedFile {
        name: names::file_name(&parts, format),
        format,
        content,
    }
}

//! Resolutions found by words in any order, for one who wants to go there: no grammar, most pressing first.
//! Does not know who asks.

use super::command::Failure;
use super::query::ResolutionRow;
use super::read::{all, by_id};
use super::standing::row;
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::Session;
use crate::store::{Store, Tree};
use crate::text::fold;
use crate::text::numeral::ordinal_word;
use std::cmp::Reverse;

/// Resolutions that have all words of one of the folded texts: the open ones, most pressing first, then the others,
/// latest first; at most `limit`. Their warnings are left out.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn found(
    store: &Store,
    any_of: &[String],
    limit: usize,
    today: Day,
) -> Result<Vec<ResolutionRow>, Failure> {
    let bodies = by_id(store, Tree::Bodies, |body: &Body| body.id.clone())?;
    let sessions = by_id(store, Tree::Sessions, |session: &Session| session.id.clone())?;
    let organisations = by_id(store, Tree::Organisations, |one: &Organisation| one.id.clone())?;
    let (nameless, holidays) = (Body::default(), Holidays::built_in());
    let mut rows = Vec::new();
    for resolution in all::<Resolution>(store, Tree::Resolutions, "")? {
        let Some(session) = sessions.get(&resolution.id.session()) else {
            continue;
        };
        let body = bodies.get(&session.body).unwrap_or(&nameless);
        let aliases: Vec<&str> = resolution
            .responsible
            .iter()
            .filter_map(|who| organisations.get(who.organisation.as_ref()?))
            .flat_map(Organisation::names)
            .collect();
        let row = row(body, session, resolution, Vec::new(), today, &holidays);
        let text = format!(
            "{} {} {}",
            words(&row),
            fold(&body.name),
            fold(&aliases.join(" "))
        );
        if any_of
            .iter()
            .any(|words| words.split(' ').all(|word| text.contains(word)))
        {
            rows.push(row);
        }
    }
    // The day of the session first, so that the stable order by urgency keeps it among equals.
    rows.sort_by_key(|row: &ResolutionRow| (Reverse(row.session_date), row.resolution.position));
    rows.sort_by_key(|row| match row.status {
        Status::Open => (false, row.due.is_none(), row.due),
        _ => (true, true, None),
    });
    rows.truncate(limit);
    Ok(rows)
}

/// The folded words of a resolution: its text, who is responsible, its row, its session.
fn words(row: &ResolutionRow) -> String {
    let resolution = &row.resolution;
    let responsible = resolution.responsible.iter().map(|who| who.written.as_str());
    let texts = resolution.subject.iter().map(String::as_str);
    let texts: Vec<&str> = texts
        .chain([resolution.text.as_str(), row.body_name.as_str()])
        .chain(responsible)
        .collect();
    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    let day = row.session_date.map(|day| day.to_string()).unwrap_or_default();
    let ordinal = row.session_ordinal.map(ordinal_word).unwrap_or_default();
    let numbers = [number(resolution.row), number(row.session_ordinal), day, ordinal];
    fold(&format!("{} {}", texts.join(" "), numbers.join(" ")))
}

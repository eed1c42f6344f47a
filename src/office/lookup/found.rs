//! Resolutions found by words in any order, for one who wants to go there: no grammar, most pressing first.
//! Does not know who asks.

use super::Lookup;
use super::document::{after_of, session_of};
use crate::calendar::{Day, Holidays};
use crate::domain::body::Body;
use crate::domain::deadline::DaysAfter;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, OrganisationId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::ResolutionRow;
use crate::office::records::by_id;
use crate::office::standing::row;
use crate::search::Filter;
use crate::search::index::{ResolutionHit, Wanted};
use crate::store::Tree;
use crate::text::fold;
use crate::text::numeral::ordinal_word;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Resolutions that have all words of one of the folded texts: the open ones, most pressing first, then the others,
/// latest first; at most `limit`. Their warnings are left out.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub(in crate::office) fn found(
    office: &Office,
    any_of: &[String],
    limit: usize,
    today: Day,
) -> Result<Vec<ResolutionRow>, Failure> {
    let finder = Finder::of(office, any_of, today)?;
    let mut rows = match finder.by_index(limit)? {
        Some(rows) => rows,
        None => finder.by_reading_all()?,
    };
    // The day of the session first, so that the stable order by urgency keeps it among equals.
    rows.sort_by(|a, b| a.resolution.id.cmp(&b.resolution.id));
    rows.dedup_by(|a, b| a.resolution.id == b.resolution.id);
    rows.sort_by_key(|row: &ResolutionRow| (Reverse(row.session_date), row.resolution.position));
    rows.sort_by_key(urgency);
    rows.truncate(limit);
    Ok(rows)
}

/// What the rows are sorted by: open ones by their day, the others behind them.
fn urgency(row: &ResolutionRow) -> (bool, bool, Option<Day>) {
    match row.status {
        Status::Open => (false, row.due.is_none(), row.due),
        _ => (true, true, None),
    }
}

/// What is looked for, and all that says whether a record has it.
struct Finder<'a> {
    office: &'a Office,
    any_of: &'a [String],
    today: Day,
    bodies: HashMap<BodyId, Body>,
    organisations: HashMap<OrganisationId, Organisation>,
    holidays: Holidays,
}

impl Finder<'_> {
    fn of<'a>(office: &'a Office, any_of: &'a [String], today: Day) -> Result<Finder<'a>, Failure> {
        let store = office.store();
        Ok(Finder {
            office,
            any_of,
            today,
            bodies: by_id(store, Tree::Bodies, |body: &Body| body.id.clone())?,
            organisations: by_id(store, Tree::Organisations, |one: &Organisation| one.id.clone())?,
            holidays: Holidays::built_in(),
        })
    }

    /// The row of a resolution that has the words.
    fn row(&self, session: &Session, after: DaysAfter, resolution: Resolution) -> Option<ResolutionRow> {
        let nameless = Body::default();
        let body = self.bodies.get(&session.body).unwrap_or(&nameless);
        let aliases: Vec<&str> = resolution
            .responsible
            .iter()
            .filter_map(|who| self.organisations.get(who.organisation.as_ref()?))
            .flat_map(Organisation::names)
            .collect();
        let aliases = fold(&aliases.join(" "));
        let row = row(
            body,
            session,
            after,
            resolution,
            Vec::new(),
            self.today,
            &self.holidays,
        );
        let text = format!("{} {} {aliases}", words(&row), fold(&body.name));
        let has_all = |words: &String| words.split(' ').all(|word| text.contains(word));
        self.any_of.iter().any(has_all).then_some(row)
    }

    fn by_reading_all(&self) -> Result<Vec<ResolutionRow>, Failure> {
        let sessions = by_id(self.office.store(), Tree::Sessions, |session: &Session| {
            session.id.clone()
        })?;
        let days = SessionDays::of(sessions.values());
        let mut rows = Vec::new();
        for record in self.office.store().readable::<Resolution>(Tree::Resolutions, "") {
            let (_, resolution) = record?;
            if let Some(session) = sessions.get(&resolution.id.session()) {
                rows.extend(self.row(session, days.after(session), resolution));
            }
        }
        Ok(rows)
    }

    /// All rows that may be among the first `limit`; none where the index is not whole.
    fn by_index(&self, limit: usize) -> Result<Option<Vec<ResolutionRow>>, Failure> {
        let lookup = self.office.lookup();
        let mut rows = Vec::new();
        for words in self.any_of {
            let filter = Filter::of_words(words.split(' ').filter(|word| !is_of_numbers(word)));
            let Some(open) = self.open_ones(lookup, &filter, limit)? else {
                return Ok(None);
            };
            let is_enough = open.len() >= limit;
            rows.extend(open);
            if !is_enough {
                let Some(others) = self.others(lookup, filter, limit)? else {
                    return Ok(None);
                };
                rows.extend(others);
            }
        }
        Ok(Some(rows))
    }

    /// Open ones: asked for in pressing order, until there are enough and no other one is as pressing.
    fn open_ones(
        &self,
        lookup: &Lookup,
        filter: &Filter,
        limit: usize,
    ) -> Result<Option<Vec<ResolutionRow>>, Failure> {
        let mut most = limit.saturating_mul(4).max(1);
        loop {
            let Some(hits) = lookup.find(&Wanted::all(filter, true, self.today).first(most))? else {
                return Ok(None);
            };
            let mut rows = Vec::new();
            for hit in &hits {
                rows.extend(self.row_of(hit)?);
            }
            let last = rows.last().map(urgency);
            let are_before = rows.iter().filter(|row| Some(urgency(row)) < last).count();
            if hits.len() < most || are_before >= limit {
                return Ok(Some(rows));
            }
            most = most.saturating_mul(4);
        }
    }

    /// Those that are not open: the latest sessions' first, until there are enough and the next is of another day.
    fn others(
        &self,
        lookup: &Lookup,
        filter: Filter,
        limit: usize,
    ) -> Result<Option<Vec<ResolutionRow>>, Failure> {
        let filter = filter.and_not_open();
        let hits = lookup.find(&Wanted::all(&filter, false, self.today))?;
        let Some(hits) = hits else { return Ok(None) };
        let mut rows: Vec<ResolutionRow> = Vec::new();
        for hit in hits.iter().rev() {
            let is_enough = rows.len() >= limit;
            if is_enough && rows.last().map(|row| row.session_date) != Some(hit.session.date) {
                break;
            }
            rows.extend(self.row_of(hit)?);
        }
        Ok(Some(rows))
    }

    fn row_of(&self, hit: &ResolutionHit) -> Result<Option<ResolutionRow>, Failure> {
        let resolution = self
            .office
            .store()
            .get_readable::<Resolution>(Tree::Resolutions, &hit.key)?;
        Ok(resolution
            .and_then(|resolution| self.row(&session_of(&hit.session), after_of(&hit.session), resolution)))
    }
}

/// Whether a folded word may stand in the number or the day of a row or its session, which the index does not know as
/// words: it is not asked for, but looked for in the rows.
fn is_of_numbers(word: &str) -> bool {
    static ORDINALS: OnceLock<String> = OnceLock::new();
    let all = || {
        (1..1000)
            .map(|number| fold(&ordinal_word(number)) + "\n")
            .collect()
    };
    word.contains(|c: char| c.is_ascii_digit() || c == '/') || ORDINALS.get_or_init(all).contains(word)
}

/// The folded words of a resolution: its text, who is responsible, its row, its session.
fn words(row: &ResolutionRow) -> String {
    let ResolutionRow {
        resolution,
        body_name,
        session_date,
        session_ordinal,
        // Ids say nothing to people.
        session: _,
        body: _,
        // Where it stands is asked of a filter.
        session_year: _,
        session_after: _,
        status: _,
        due: _,
        first_due: _,
        overdue: _,
        missed: _,
        warnings: _,
        came_about: _,
    } = row;
    // Whoever wants to go to a resolution knows what it is, not what was answered.
    let responsible = resolution.responsible.iter().map(|who| who.written.as_str());
    let texts = resolution.subject.iter().map(String::as_str);
    let texts: Vec<&str> = texts
        .chain([resolution.text.as_str(), body_name.as_str()])
        .chain(responsible)
        .collect();
    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    let day = session_date.map(|day| day.to_string()).unwrap_or_default();
    let ordinal = session_ordinal.map(ordinal_word).unwrap_or_default();
    let numbers = [number(resolution.row), number(*session_ordinal), day, ordinal];
    fold(&format!("{} {}", texts.join(" "), numbers.join(" ")))
}

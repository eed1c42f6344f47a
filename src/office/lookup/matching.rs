//! A resolution as the filter grammar sees it. Decides nothing about what matches.

use crate::domain::body::Body;
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Responsible;
use crate::office::query::ResolutionRow;
use crate::search::Row;
use std::collections::HashMap;

/// The row of a filter for one resolution of `body`.
pub(super) fn row<'a>(
    row: &'a ResolutionRow,
    body: &'a Body,
    organisations: &'a HashMap<OrganisationId, Organisation>,
) -> Row<'a> {
    let resolution = &row.resolution;
    let of_clauses = resolution.clauses.values().flat_map(|c| &c.responsible);
    let named: Vec<&Responsible> = resolution.responsible.iter().chain(of_clauses).collect();
    let known = named
        .iter()
        .filter_map(|r| organisations.get(r.organisation.as_ref()?));
    let responsible: Vec<&str> = named
        .iter()
        .map(|r| r.written.as_str())
        .chain(known.flat_map(Organisation::names))
        .collect();
    let follow_ups = resolution.follow_ups.iter().flat_map(|f| {
        [Some(f.text.as_str()), f.letter.as_deref(), f.by.as_deref()]
            .into_iter()
            .flatten()
    });
    let mut texts = vec![resolution.text.as_str()];
    texts.extend(resolution.subject.as_deref());
    texts.extend(resolution.deadline.as_ref().map(|d| d.written.as_str()));
    texts.extend(follow_ups);
    texts.extend(&responsible);
    let body_names = [
        Some(body.name.as_str()),
        body.short_name.as_deref(),
        Some(body.id.as_str()),
    ];
    Row {
        texts,
        subject: resolution.subject.as_deref(),
        responsible,
        session: row.session.as_str(),
        ordinal: row.session_ordinal,
        year: row.year_counted(),
        body: body_names.into_iter().flatten().collect(),
        status: row.status,
        overdue: row.overdue,
        due: row.due,
    }
}

//! `dabir organisations`: organisations and the names people write for them, and two that are one. Does not know who sits
//! for them.

use super::args::{RecordsArgs, RecordsChange, Selection};
use super::call::Call;
use super::fault::Fault;
use super::listing::{self, heads};
use super::select::Selected;
use super::table::TextTable;
use super::{named, removal};
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::Organisation;
use crate::office::Office;
use crate::office::command::Removal;
use crate::office::read;
use crate::search::Filter;
use serde::Serialize;
use std::collections::HashSet;

#[derive(Serialize)]
struct Listed {
    id: String,
    name: String,
    aliases: Vec<String>,
    class: bool,
}

impl From<Organisation> for Listed {
    fn from(organisation: Organisation) -> Listed {
        let Organisation {
            id,
            name,
            aliases,
            class,
            // What it means is known to a later version alone.
            extra: _,
        } = organisation;
        Listed {
            id: id.to_string(),
            name,
            aliases,
            class,
        }
    }
}

/// Lists them, takes one away, or puts one into another.
pub(super) fn run(call: &Call, args: &RecordsArgs) -> Result<(), Fault> {
    match &args.change {
        None => list(call, &args.selection),
        Some(RecordsChange::Remove(args)) => removal::remove(call, args, named::organisation, |id| {
            Removal::Organisation(id.into())
        }),
        Some(RecordsChange::Merge(args)) => removal::merge(call, args, named::organisation, |gone, kept| {
            Removal::IntoOrganisation {
                gone: gone.into(),
                kept: kept.into(),
            }
        }),
    }
}

/// Lists them; with a body or a year those that sit in it or were made responsible by it.
fn list(call: &Call, selection: &Selection) -> Result<(), Fault> {
    let office = call.read_office()?;
    let selected = Selected::read(call, &office, selection)?;
    let concerned = match (&selected.body, selected.year) {
        (None, None) => None,
        _ => Some(concerned(call, &office, &selected)?),
    };
    let organisations = read::organisations(&office).map_err(|failure| call.failed(&office, &failure))?;
    let listed: Vec<Listed> = organisations
        .into_iter()
        .filter(|o| concerned.as_ref().is_none_or(|ids| ids.contains(&o.id)))
        .map(Listed::from)
        .collect();
    listing::write(call, &listed, |words, listed| TextTable {
        less: &[],
        heads: heads(words, &["head-id", "head-name", "head-aliases"]),
        rows: listed
            .iter()
            .map(|o| vec![o.id.clone(), o.name.clone(), o.aliases.join("؛ ")])
            .collect(),
    })
}

fn concerned(call: &Call, office: &Office, selected: &Selected) -> Result<HashSet<OrganisationId>, Fault> {
    let seats = selected
        .bodies
        .iter()
        .flat_map(|(_, seats)| seats)
        .filter(|seat| selected.has_seat(seat));
    let mut ids: HashSet<OrganisationId> = seats.filter_map(|seat| seat.organisation.clone()).collect();
    let rows = read::resolutions(office, &Filter::default(), false, call.today());
    for row in rows.map_err(|failure| call.failed(office, &failure))? {
        let year = row.year_counted();
        if selected.has_body(&row.body) && (selected.year.is_none() || selected.year == year) {
            let clauses = row
                .resolution
                .clauses
                .values()
                .flat_map(|clause| &clause.responsible);
            ids.extend(
                row.resolution
                    .responsible
                    .iter()
                    .chain(clauses)
                    .filter_map(|r| r.organisation.clone()),
            );
        }
    }
    Ok(ids)
}

//! Names of those who are to act that are nearly the name of an organisation and may be slips. Changes nothing.

use crate::domain::closing::NearName;
use crate::domain::ids::OrganisationId;
use crate::domain::names::NearNames;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Responsible};
use crate::domain::seat::Seat;
use crate::office::command::Failure;
use crate::office::records::all;
use crate::store::{Store, Tree};
use std::collections::HashSet;

/// Those in these resolutions. An organisation that sits in a body, or goes by other names too, is meant as it is
/// written; one that is only ever made responsible may have come out of a slip itself.
pub(super) fn near_names(store: &Store, resolutions: &[Resolution]) -> Result<Vec<NearName>, Failure> {
    if resolutions.iter().all(|one| acting(one).next().is_none()) {
        return Ok(Vec::new());
    }
    let organisations: Vec<Organisation> = all(store, Tree::Organisations, "")?;
    let seats: Vec<Seat> = all(store, Tree::Seats, "")?;
    let seated: HashSet<OrganisationId> = seats.into_iter().filter_map(|seat| seat.organisation).collect();
    let is_sure = |one: &&Organisation| seated.contains(&one.id) || !one.aliases.is_empty() || one.class;
    let sure: Vec<&Organisation> = organisations.iter().filter(is_sure).collect();
    let known = NearNames::of(sure.iter().flat_map(|one| one.names()));
    let mut found: Vec<NearName> = Vec::new();
    for resolution in resolutions {
        for who in acting(resolution) {
            let is_meant = sure.iter().any(|one| who.organisation.as_ref() == Some(&one.id));
            let near = known.near(&who.written).filter(|_| !is_meant);
            let near = near.map(|known| NearName {
                resolution: resolution.id.clone(),
                written: who.written.clone(),
                known: known.to_owned(),
            });
            found.extend(near.filter(|near| !found.contains(near)));
        }
    }
    Ok(found)
}

/// Everyone who is to act, in the resolution and then in its clauses.
fn acting(resolution: &Resolution) -> impl Iterator<Item = &Responsible> {
    let of_clauses = resolution.clauses.values().flat_map(|state| &state.responsible);
    resolution.responsible.iter().chain(of_clauses)
}

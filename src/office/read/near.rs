//! Names of those who are to act that are nearly the name of an organisation and may be slips. Changes nothing.

use crate::domain::body::Body;
use crate::domain::closing::NearName;
use crate::domain::ids::OrganisationId;
use crate::domain::names::{NearNames, place_in};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Responsible};
use crate::domain::seat::Seat;
use crate::office::command::Failure;
use crate::office::records::all;
use crate::store::{Store, Tree};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// So many written names are remembered with what they are near to; most come again and again.
const MOST_REMEMBERED: usize = 10_000;

/// Organisations that are meant as they are written: those that sit in a body, or go by other names too. One that is
/// only ever made responsible may have come out of a slip itself.
pub(super) struct SureNames {
    sure: Vec<Organisation>,
    ids: HashSet<OrganisationId>,
    /// The places of the office's bodies, with which and without which an organisation is called.
    places: Vec<String>,
    /// The name that each written one is near to.
    near: RefCell<HashMap<String, Option<String>>>,
}

impl SureNames {
    /// Those of the store.
    pub(super) fn read(store: &Store) -> Result<SureNames, Failure> {
        let mut sure: Vec<Organisation> = all(store, Tree::Organisations, "")?;
        let seats: Vec<Seat> = all(store, Tree::Seats, "")?;
        let seated: HashSet<OrganisationId> =
            seats.into_iter().filter_map(|seat| seat.organisation).collect();
        sure.retain(|one| seated.contains(&one.id) || !one.aliases.is_empty() || one.class);
        let bodies: Vec<Body> = all(store, Tree::Bodies, "")?;
        let place = |body: &Body| {
            body.place
                .clone()
                .or_else(|| place_in(&body.name).map(str::to_owned))
        };
        Ok(SureNames {
            places: bodies.iter().filter_map(place).collect(),
            ids: sure.iter().map(|one| one.id.clone()).collect(),
            sure,
            near: RefCell::default(),
        })
    }

    /// Names in these resolutions that may be slips.
    pub(super) fn near_names(&self, resolutions: &[Resolution]) -> Vec<NearName> {
        let mut found: Vec<NearName> = Vec::new();
        for resolution in resolutions {
            for who in acting(resolution) {
                let is_meant = who.organisation.as_ref().is_some_and(|id| self.ids.contains(id));
                let near = if is_meant { None } else { self.near(&who.written) };
                let near = near.map(|known| NearName {
                    resolution: resolution.id.clone(),
                    written: who.written.clone(),
                    known,
                });
                found.extend(near.filter(|near| !found.contains(near)));
            }
        }
        found
    }

    fn near(&self, written: &str) -> Option<String> {
        if let Some(near) = self.near.borrow().get(written) {
            return near.clone();
        }
        let known = NearNames::of(self.sure.iter().flat_map(|one| one.names()));
        let known = known.in_places(self.places.iter().map(String::as_str));
        let found = known.near(written).map(str::to_owned);
        let mut near = self.near.borrow_mut();
        if near.len() >= MOST_REMEMBERED {
            near.clear();
        }
        near.insert(written.to_owned(), found.clone());
        found
    }
}

/// Whether anybody is to act upon any of the resolutions.
pub(super) fn has_acting(resolutions: &[Resolution]) -> bool {
    resolutions.iter().any(|one| acting(one).next().is_some())
}

/// Everyone who is to act, in the resolution and then in its clauses.
fn acting(resolution: &Resolution) -> impl Iterator<Item = &Responsible> {
    let of_clauses = resolution.clauses.values().flat_map(|state| &state.responsible);
    resolution.responsible.iter().chain(of_clauses)
}

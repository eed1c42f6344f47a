//! Bodies, their seats, and the organisations that sit in them: recorded. Does not know any session.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, need_words};
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, OrganisationId, SeatId};
use crate::domain::organisation::Organisation;
use crate::domain::seat::Seat;
use crate::office::command::Created;
use crate::store::Tree;

/// Adds or edits a body.
pub(super) fn record_body(
    t: &mut Transaction,
    before: Option<Body>,
    mut after: Body,
    ids: &mut FreshIds,
) -> Applied {
    need_words(&after.name, "name")?;
    match &before {
        Some(seen) => t.expect_unchanged(Tree::Bodies, after.id.as_str(), seen)?,
        None => after.id = BodyId(ids()),
    }
    t.put(Tree::Bodies, after.id.as_str(), &after)?;
    let created = before.is_none().then_some(Created::Body(after.id));
    Ok((CommandNote::named("record_body"), created.into_iter().collect()))
}

/// Adds or edits an organisation.
pub(super) fn record_organisation(
    t: &mut Transaction,
    before: Option<Organisation>,
    mut after: Organisation,
    ids: &mut FreshIds,
) -> Applied {
    need_words(&after.name, "name")?;
    match &before {
        Some(seen) => t.expect_unchanged(Tree::Organisations, after.id.as_str(), seen)?,
        None => after.id = OrganisationId(ids()),
    }
    t.put(Tree::Organisations, after.id.as_str(), &after)?;
    let created = before.is_none().then_some(Created::Organisation(after.id));
    Ok((
        CommandNote::named("record_organisation"),
        created.into_iter().collect(),
    ))
}

/// Adds or edits a member seat.
pub(super) fn record_seat(
    t: &mut Transaction,
    before: Option<Seat>,
    mut after: Seat,
    ids: &mut FreshIds,
) -> Applied {
    need_words(&after.name, "name")?;
    t.require::<Body>(Tree::Bodies, after.body.as_str())?;
    match &before {
        Some(seen) => t.expect_unchanged(Tree::Seats, after.id.as_str(), seen)?,
        None => after.id = SeatId(ids()),
    }
    t.put(Tree::Seats, after.id.as_str(), &after)?;
    let created = before.is_none().then_some(Created::Seat(after.id));
    Ok((CommandNote::named("record_seat"), created.into_iter().collect()))
}

//! Bodies, their seats, and the organisations that sit in them: recorded. Does not know any session.

use super::organisations::{make_organisation, organisation_index};
use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, move_in, need_words, people};
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, OrganisationId, SeatId};
use crate::domain::organisation::Organisation;
use crate::domain::seat::Seat;
use crate::office::command::{Created, Failure, Refusal};
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
    if before.as_ref().is_none_or(|seen| seen.order != after.order) {
        refuse_taken_order(t, &after)?;
    }
    after.organisation = Some(sits_in(t, before.as_ref(), &after, ids)?);
    t.put(Tree::Seats, after.id.as_str(), &after)?;
    if let Some(seen) = &before {
        people::correct_names(t, seen, &after)?;
    }
    let created = before.is_none().then_some(Created::Seat(after.id));
    Ok((CommandNote::named("record_seat"), created.into_iter().collect()))
}

/// The organisation that sits in a seat: the one that it has, the one of its name, or a new one. A slip that is mended in
/// the name of the seat is mended in that of the organisation too, which keeps the wrong one as another name.
fn sits_in(
    t: &mut Transaction,
    before: Option<&Seat>,
    after: &Seat,
    ids: &mut FreshIds,
) -> Result<OrganisationId, Failure> {
    let Some(id) = after.organisation.clone() else {
        let mut index = organisation_index(t)?;
        return match index.find(&after.name) {
            Some(id) => Ok(id),
            None => make_organisation(t, &mut index, &after.name, ids),
        };
    };
    let mended = before.filter(|seen| seen.name != after.name && seen.organisation.as_ref() == Some(&id));
    let own: Option<Organisation> = t.get(Tree::Organisations, id.as_str())?;
    if let (Some(seen), Some(mut own)) = (mended, own)
        && own.name == seen.name
    {
        own.name.clone_from(&after.name);
        if own.aliases.iter().all(|alias| *alias != seen.name) {
            own.aliases.push(seen.name.clone());
        }
        t.put(Tree::Organisations, id.as_str(), &own)?;
    }
    Ok(id)
}

/// Refuses a number of order that another seat of the body has on some of the same days.
fn refuse_taken_order(t: &Transaction, after: &Seat) -> Result<(), Failure> {
    let is_there = |other: &Seat| {
        let begins = |one: &Seat, other: &Seat| match (one.from, other.until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begins(other, after) && begins(after, other)
    };
    let seats = t.standing::<Seat>(Tree::Seats, "")?;
    let taken = seats.into_iter().find(|other| {
        other.id != after.id && other.body == after.body && other.order == after.order && is_there(other)
    });
    match taken {
        Some(other) => Err(Refusal::OrderIsTaken {
            order: after.order,
            seat: other.name,
        }
        .into()),
        None => Ok(()),
    }
}

/// Moves a seat among those of its body, which are counted anew from 1.
pub(super) fn move_seat(t: &mut Transaction, id: &SeatId, places: i32) -> Applied {
    let seat: Seat = t.require(Tree::Seats, id.as_str())?;
    let mut seats = t.standing::<Seat>(Tree::Seats, "")?;
    seats.retain(|other| other.body == seat.body);
    seats.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    let from = seats.iter().position(|other| other.id == *id);
    let from = from.ok_or_else(|| Refusal::NoSuchRecord(id.to_string()))?;
    move_in(&mut seats, from, places);
    for (order, seat) in (1u32..).zip(&mut seats) {
        if seat.order != order {
            seat.order = order;
            t.put(Tree::Seats, seat.id.as_str(), seat)?;
        }
    }
    Ok((CommandNote::named("move_seat"), vec![]))
}

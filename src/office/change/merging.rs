//! Two records that are one thing put together: organisations, seats. Does not know how it is asked for.

use super::removing::{marks_of, refuse_signed_seat, rename};
use super::roll;
use super::transaction::Transaction;
use crate::calendar::Day;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::Body;
use crate::domain::ids::{OrganisationId, SeatId};
use crate::domain::names::whole_name;
use crate::domain::organisation::Organisation;
use crate::domain::seat::{Holder, Seat};
use crate::office::command::{Failure, Refusal};
use crate::store::Tree;

/// Gives one organisation the names and the place of another.
pub(super) fn organisations(
    t: &mut Transaction,
    gone: &OrganisationId,
    kept: &OrganisationId,
) -> Result<(), Failure> {
    refuse_same(gone.as_str(), kept.as_str())?;
    let from: Organisation = t.require(Tree::Organisations, gone.as_str())?;
    let mut into: Organisation = t.require(Tree::Organisations, kept.as_str())?;
    for name in from.names() {
        if into.names().all(|known| whole_name(known) != whole_name(name)) {
            into.aliases.push(name.to_owned());
        }
    }
    rename(t, gone, Some(kept))?;
    t.put(Tree::Organisations, kept.as_str(), &into)?;
    t.remove(Tree::Organisations, gone.as_str())
}

pub(super) fn refuse_same(gone: &str, kept: &str) -> Result<(), Failure> {
    match gone == kept {
        true => Err(Refusal::NotTwo.into()),
        false => Ok(()),
    }
}

/// Gives one seat the days, holders and marks of another of its body; where both were ticked, its own mark stays.
pub(super) fn seats(t: &mut Transaction, gone: &SeatId, kept: &SeatId) -> Result<(), Failure> {
    refuse_same(gone.as_str(), kept.as_str())?;
    let from: Seat = t.require(Tree::Seats, gone.as_str())?;
    let mut into: Seat = t.require(Tree::Seats, kept.as_str())?;
    if from.body != into.body {
        return Err(Refusal::NotTwo.into());
    }
    refuse_signed_seat(t, &from)?;
    for mut mark in marks_of(t, gone)? {
        t.remove(Tree::Attendance, &Attendance::key(&mark.session, gone))?;
        let key = Attendance::key(&mark.session, kept);
        let own: Option<Attendance> = t.get(Tree::Attendance, &key)?;
        if own.is_none_or(|own| own.status == Presence::Unticked) {
            mark.seat = kept.clone();
            t.put(Tree::Attendance, &key, &mark)?;
        }
    }
    roll::seat_becomes(t, &from, kept)?;
    into.organisation = into.organisation.or(from.organisation);
    into.from = widest(into.from, from.from, Day::min);
    into.until = widest(into.until, from.until, Day::max);
    for holder in from.holders {
        let is_known = |known: &Holder| known.is_same_person(&holder);
        if !into.holders.iter().any(is_known) {
            into.holders.push(holder);
        }
    }
    into.holders.sort_by_key(|holder| holder.from);
    let mut body: Body = t.require(Tree::Bodies, into.body.as_str())?;
    for said in body.reading.seats.values_mut().filter(|said| said.means == *gone) {
        said.means = kept.clone();
    }
    t.put(Tree::Bodies, body.id.as_str(), &body)?;
    t.put(Tree::Seats, kept.as_str(), &into)?;
    t.remove(Tree::Seats, gone.as_str())
}

/// The wider of two ends of a span; an open one is the widest.
fn widest(one: Option<Day>, other: Option<Day>, wider: fn(Day, Day) -> Day) -> Option<Day> {
    Some(wider(one?, other?))
}

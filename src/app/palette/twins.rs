//! What a thing can be put into: the others of its kind, those with a name like its own first. Does not know what the
//! office makes of it.

use super::things::choice;
use super::{Choice, What, has_any};
use crate::app::context::Context;
use crate::app::say;
use crate::app::step::Duplicate;
use crate::domain::ids::{OrganisationId, SeatId, SessionId};
use crate::domain::names::nearness;
use crate::domain::organisation::Organisation;
use crate::domain::seat::Seat;
use crate::office::command::Removal;
use crate::office::query::SessionRow;
use crate::text::fold;

/// At most so many.
const MOST: usize = 40;

/// Those that have the typed words.
pub(super) fn found(context: &Context, twin: &Duplicate, wanted: &[String]) -> Vec<Choice> {
    let rows = match twin {
        Duplicate::Organisation(gone) => organisations(context, gone),
        Duplicate::Seat(gone) => seats(context, gone),
        Duplicate::Session(gone) => sessions(context, gone),
    };
    let has = |row: &Choice| has_any(&fold(&format!("{} {}", row.text, row.remark)), wanted);
    rows.into_iter().filter(has).take(MOST).collect()
}

/// How far a name is from another, for sorting; those that are nothing alike come last, in their order.
fn far(one: &str, other: &str) -> usize {
    nearness(one, other).unwrap_or(usize::MAX)
}

fn organisations(context: &Context, gone: &OrganisationId) -> Vec<Choice> {
    let Some(all) = &context.books.organisations else {
        return Vec::new();
    };
    let Some(own) = all.rows.iter().find(|one| one.id == *gone) else {
        return Vec::new();
    };
    let mut others: Vec<&Organisation> = all.rows.iter().filter(|one| one.id != *gone).collect();
    let nearest = |one: &Organisation| one.names().map(|name| far(&own.name, name)).min();
    others.sort_by_cached_key(|one| nearest(one));
    let row = |one: &Organisation| {
        let removal = Removal::IntoOrganisation {
            gone: gone.clone(),
            kept: one.id.clone(),
        };
        choice(
            What::Removal(removal),
            context.words.say("column-organisation"),
            one.name.clone(),
            one.aliases.join("، "),
        )
    };
    others.into_iter().map(row).collect()
}

fn seats(context: &Context, gone: &SeatId) -> Vec<Choice> {
    let bodies = context.books.bodies.iter().flatten();
    let mut bodies = bodies.filter(|(_, seats)| seats.iter().any(|seat| seat.id == *gone));
    let Some((_, all)) = bodies.next() else {
        return Vec::new();
    };
    let own = all.iter().find(|seat| seat.id == *gone);
    let own = own.map(|seat| seat.name.as_str()).unwrap_or_default();
    let mut others: Vec<&Seat> = all.iter().filter(|seat| seat.id != *gone).collect();
    others.sort_by_cached_key(|seat| far(own, &seat.name));
    let row = |seat: &Seat| {
        let removal = Removal::IntoSeat {
            gone: gone.clone(),
            kept: seat.id.clone(),
        };
        let holder = seat.holder_on(Some(context.setup.today));
        choice(
            What::Removal(removal),
            context.words.say("jump-seat"),
            seat.name.clone(),
            holder.map(|holder| holder.name.clone()).unwrap_or_default(),
        )
    };
    others.into_iter().map(row).collect()
}

/// The other sessions of its body: those of its day or number first.
fn sessions(context: &Context, gone: &SessionId) -> Vec<Choice> {
    let rows = context.books.session_rows();
    let Some(own) = rows.iter().find(|row| row.session.id == *gone) else {
        return Vec::new();
    };
    let is_twin = |row: &&SessionRow| row.session.body == own.session.body && row.session.id != *gone;
    let mut others: Vec<&SessionRow> = rows.iter().filter(is_twin).collect();
    others.sort_by_key(|row| {
        let same_day = row.session.date.is_some() && row.session.date == own.session.date;
        let same_number = row.session.ordinal.is_some() && row.session.ordinal == own.session.ordinal;
        !(same_day || same_number)
    });
    let row = |row: &SessionRow| {
        let removal = Removal::IntoSession {
            gone: gone.clone(),
            kept: row.session.id.clone(),
        };
        let date = row.session.date.map(|day| say::day_long(context.words, day));
        choice(
            What::Removal(removal),
            context.words.say("column-session"),
            say::session_name(context.words, &row.session, &row.body),
            date.unwrap_or_default(),
        )
    };
    others.into_iter().map(row).collect()
}

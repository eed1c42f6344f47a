//! `dabir members`: the seats of the bodies in protocol order, and who holds them. Does not know attendance.

use super::args::{RecordsArgs, RecordsChange, Selection};
use super::call::Call;
use super::fault::Fault;
use super::listing::{self, heads};
use super::select::Selected;
use super::table::TextTable;
use super::{named, removal};
use crate::domain::seat::Seat;
use crate::exchange::listing_json::ListedDay;
use crate::office::command::Removal;
use crate::words::Words;
use serde::Serialize;

#[derive(Serialize)]
struct Listed {
    id: String,
    body: String,
    order: u32,
    seat: String,
    organisation: Option<String>,
    holder: Option<String>,
    post: Option<String>,
    from: Option<ListedDay>,
    until: Option<ListedDay>,
}

/// Lists them, takes a seat away, or puts one into another of its body.
pub(super) fn run(call: &Call, args: &RecordsArgs) -> Result<(), Fault> {
    match &args.change {
        None => list(call, &args.selection),
        Some(RecordsChange::Remove(args)) => {
            removal::remove(call, args, named::seat, |id| Removal::Seat(id.into()))
        }
        Some(RecordsChange::Merge(args)) => {
            removal::merge(call, args, named::seat, |gone, kept| Removal::IntoSeat {
                gone: gone.into(),
                kept: kept.into(),
            })
        }
    }
}

/// Lists them, with the holders of today.
fn list(call: &Call, selection: &Selection) -> Result<(), Fault> {
    let office = call.read_office()?;
    let selected = Selected::read(call, &office, selection)?;
    let today = call.today();
    let listed = |seat: &Seat| {
        let holder = seat.holder_on(Some(today));
        let Seat {
            id,
            body,
            name,
            organisation,
            order,
            from,
            until,
            // Of them, the one of today.
            holders: _,
            // What it means is known to a later version alone.
            extra: _,
        } = seat;
        Listed {
            id: id.to_string(),
            body: selected.name(body).to_owned(),
            order: *order,
            seat: name.clone(),
            organisation: organisation.as_ref().map(ToString::to_string),
            holder: holder.map(|h| h.name.clone()),
            post: holder.and_then(|h| h.post.clone()),
            from: from.map(ListedDay::from),
            until: until.map(ListedDay::from),
        }
    };
    let seats = selected
        .bodies
        .iter()
        .flat_map(|(_, seats)| seats)
        .filter(|seat| selected.has_seat(seat));
    let listed: Vec<Listed> = seats.map(listed).collect();
    listing::write(call, &listed, |words, listed| TextTable {
        less: &[],
        heads: heads(
            words,
            &["head-body", "head-order", "head-seat", "head-holder", "head-post"],
        ),
        rows: listed.iter().map(|seat| row(words, seat)).collect(),
    })
}

fn row(words: &Words, seat: &Listed) -> Vec<String> {
    vec![
        seat.body.clone(),
        words.number(seat.order),
        seat.seat.clone(),
        seat.holder.clone().unwrap_or_default(),
        seat.post.clone().unwrap_or_default(),
    ]
}

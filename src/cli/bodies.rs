//! `dabir bodies`: the bodies and what each has. Does not know their sessions' content.

use super::args::{BodiesArgs, Selection};
use super::call::Call;
use super::fault::Fault;
use super::listing::{self, heads};
use super::select::{Selected, sessions};
use super::table::TextTable;
use super::{named, removal};
use crate::domain::body::Body;
use crate::office::command::Removal;
use crate::words::Words;
use serde::Serialize;
use std::collections::HashMap;

#[derive(Serialize)]
struct Listed {
    id: String,
    name: String,
    short_name: Option<String>,
    place: Option<String>,
    chair_post: Option<String>,
    secretary_post: Option<String>,
    seats: usize,
    sessions: usize,
}

impl Listed {
    /// The record of a body; its seats and sessions are not counted yet.
    fn of(body: &Body) -> Listed {
        let Body {
            id,
            name,
            short_name,
            place,
            chair_post,
            secretary_post,
            // How it works, which the screens and the archive have.
            letters: _,
            numbering: _,
            roll_call: _,
            rules: _,
            terms: _,
            reading: _,
            standing_items: _,
            // What it means is known to a later version alone.
            extra: _,
        } = body;
        Listed {
            id: id.to_string(),
            name: name.clone(),
            short_name: short_name.clone(),
            place: place.clone(),
            chair_post: chair_post.clone(),
            secretary_post: secretary_post.clone(),
            seats: 0,
            sessions: 0,
        }
    }
}

/// Lists them, or takes one away with all that is its own.
pub(super) fn run(call: &Call, args: &BodiesArgs) -> Result<(), Fault> {
    match &args.change {
        None => list(call, &args.selection),
        Some(change) => removal::change(call, change, named::body, |id| Removal::Body(id.into())),
    }
}

fn list(call: &Call, selection: &Selection) -> Result<(), Fault> {
    let office = call.read_office()?;
    let selected = Selected::read(call, &office, selection)?;
    let mut counts: HashMap<_, usize> = HashMap::new();
    for row in sessions(call, &office, &selected)? {
        *counts.entry(row.session.body).or_default() += 1;
    }
    // With a year, only bodies that met in it.
    let met = |body: &Body| selected.year.is_none() || counts.contains_key(&body.id);
    let bodies = selected
        .bodies
        .iter()
        .filter(|(body, _)| selected.has_body(&body.id) && met(body));
    let listed: Vec<Listed> = bodies
        .map(|(body, seats)| Listed {
            seats: seats.len(),
            sessions: counts.get(&body.id).copied().unwrap_or(0),
            ..Listed::of(body)
        })
        .collect();
    listing::write(call, &listed, |words, listed| TextTable {
        less: &[],
        heads: heads(
            words,
            &[
                "head-id",
                "head-name",
                "head-short-name",
                "head-chair",
                "head-seats",
                "head-sessions",
            ],
        ),
        rows: listed.iter().map(|body| row(words, body)).collect(),
    })
}

fn row(words: &Words, body: &Listed) -> Vec<String> {
    vec![
        body.id.clone(),
        body.name.clone(),
        body.short_name.clone().unwrap_or_default(),
        body.chair_post.clone().unwrap_or_default(),
        words.number(body.seats),
        words.number(body.sessions),
    ]
}

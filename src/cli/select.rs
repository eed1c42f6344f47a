//! Which bodies and years a listing is about. Does not know what is listed.

use super::args::Selection;
use super::call::Call;
use super::fault::Fault;
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::BodyId;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::import::find_body;
use crate::office::query::SessionRow;
use crate::office::read;
use crate::text::fold_tight;

/// The office as a listing needs it: every body with its seats, and what was selected of them.
pub(super) struct Selected {
    /// Bodies by name, each with its seats in protocol order.
    pub bodies: Vec<(Body, Vec<Seat>)>,
    /// The body that was asked for.
    pub body: Option<BodyId>,
    /// The year that was asked for.
    pub year: Option<i32>,
}

impl Selected {
    /// Reads the bodies and finds the one asked for.
    pub(super) fn read(call: &Call, office: &Office, selection: &Selection) -> Result<Selected, Fault> {
        let bodies = read::bodies(office).map_err(|failure| call.failed(office, &failure))?;
        let body = match &selection.body {
            Some(name) => Some(body_named(call, &bodies, name)?),
            None => None,
        };
        Ok(Selected {
            bodies,
            body,
            year: selection.year,
        })
    }

    /// Whether the body is meant.
    pub(super) fn has_body(&self, body: &BodyId) -> bool {
        self.body.as_ref().is_none_or(|wanted| wanted == body)
    }

    /// Whether a session of that body and year is meant. A session without a year has that of its date.
    pub(super) fn has_session(&self, session: &Session) -> bool {
        self.has_body(&session.body) && (self.year.is_none() || self.year == session.year_counted())
    }

    /// Whether a seat of the body existed on any day of the year.
    pub(super) fn has_seat(&self, seat: &Seat) -> bool {
        let within = self
            .year
            .and_then(|year| Day::from_jalali(year, 1, 1).ok())
            .is_none_or(|first| {
                seat.from.is_none_or(|from| from <= first.end_of_year())
                    && seat.until.is_none_or(|until| first <= until)
            });
        self.has_body(&seat.body) && within
    }

    /// The full name of a body.
    pub(super) fn name(&self, id: &BodyId) -> &str {
        self.bodies
            .iter()
            .find(|(body, _)| body.id == *id)
            .map_or("", |(body, _)| &body.name)
    }
}

/// The body that a name means: the whole name, the short one, the id, or part of a name that only one body has.
fn body_named(call: &Call, bodies: &[(Body, Vec<Seat>)], written: &str) -> Result<BodyId, Fault> {
    let all: Vec<Body> = bodies.iter().map(|(body, _)| body.clone()).collect();
    if let Some(id) = find_body(&all, written) {
        return Ok(id);
    }
    let wanted = fold_tight(written);
    let mut alike = all
        .iter()
        .filter(|body| !wanted.is_empty() && fold_tight(&body.name).contains(&wanted));
    match (alike.next(), alike.next()) {
        (Some(body), None) => Ok(body.id.clone()),
        _ => {
            let known: Vec<&str> = all.iter().map(Body::brief).collect();
            let args = [("body", written.into()), ("known", known.join("، ").into())];
            let id = if known.is_empty() {
                "select-no-bodies"
            } else {
                "select-unknown-body"
            };
            Err(Fault::not_done(call.say_with(id, &args)))
        }
    }
}

/// The selected sessions, earliest first; those without a date come last.
pub(super) fn sessions(call: &Call, office: &Office, selected: &Selected) -> Result<Vec<SessionRow>, Fault> {
    let mut rows = read::sessions(office, call.today()).map_err(|failure| call.failed(office, &failure))?;
    rows.retain(|row| selected.has_session(&row.session));
    rows.reverse();
    rows.sort_by_key(|row| row.session.date.is_none());
    Ok(rows)
}

//! What stands in the way of a session that is still to be held or meets: another one at its hour in its hall, or with
//! one of its people. Changes nothing.

use crate::domain::body::Body;
use crate::domain::names::whole_name;
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::{Session, SessionState};
use crate::domain::warnings::{OtherSession, Warning};
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::records::all;
use crate::store::Tree;

/// The clashes of a session with others of its day; none of one that is over.
pub(super) fn clashes(office: &Office, session: &Session) -> Result<Vec<Warning>, Failure> {
    let is_ahead = matches!(session.state, SessionState::Planned | SessionState::Running);
    let Some(date) = session.date.filter(|_| is_ahead && session.start.is_some()) else {
        return Ok(Vec::new());
    };
    let store = office.store();
    let mut warnings = Vec::new();
    for id in office.lookup().on_day(date)? {
        let other = store.get::<Session>(Tree::Sessions, id.as_str())?;
        let Some(other) = other.filter(|other| other.id != session.id && session.meets_beside(other)) else {
            continue;
        };
        let seats: Vec<Seat> = all(store, Tree::Seats, "")?;
        let body = store.get::<Body>(Tree::Bodies, other.body.as_str())?;
        let named = OtherSession {
            body: body.map(|body| body.brief().to_owned()).unwrap_or_default(),
            ordinal: other.ordinal,
        };
        warnings.extend(same_place(session, &other).map(|place| Warning::HallTaken {
            place,
            other: named.clone(),
        }));
        let elsewhere = people_of(&seats, &other);
        for person in people_of(&seats, session) {
            if elsewhere.iter().any(|other| other.is_same_person(person)) {
                warnings.push(Warning::PersonElsewhere {
                    person: person.name.clone(),
                    other: named.clone(),
                });
            }
        }
    }
    Ok(warnings)
}

/// The place where both are.
fn same_place(one: &Session, other: &Session) -> Option<String> {
    let place = one.place.as_ref().filter(|place| !place.trim().is_empty())?;
    let is_same = whole_name(place) == whole_name(other.place.as_deref()?);
    is_same.then(|| place.clone())
}

/// Who sits in the seats of a session's body on its day.
fn people_of<'s>(seats: &'s [Seat], session: &Session) -> Vec<&'s Holder> {
    let own = seats
        .iter()
        .filter(|seat| seat.body == session.body && seat.exists_on(session.date));
    own.filter_map(|seat| seat.holder_on(session.date))
        .filter(|holder| !holder.name.trim().is_empty())
        .collect()
}

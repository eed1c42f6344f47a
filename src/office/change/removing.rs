//! Bodies, seats, organisations and imports taken away, and what that touches. Nothing that was signed loses a word.
//! Does not know how it is asked for.

use super::guard::{Road, guard};
use super::transaction::{CommandNote, Transaction};
use super::{Applied, importing, merging, sessions, twins};
use crate::domain::attendance::Attendance;
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, OrganisationId, SeatId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::office::command::{Failure, Refusal, Removal, Touched};
use crate::store::{Store, Tree};

/// Takes something away, or puts it together with another of its kind.
pub(super) fn remove(t: &mut Transaction, removal: &Removal) -> Applied {
    let note = match removal {
        Removal::Body(id) => {
            body(t, id)?;
            CommandNote::named("remove_body")
        }
        Removal::Seat(id) => {
            seat(t, id)?;
            CommandNote::named("remove_seat")
        }
        Removal::Organisation(id) => {
            organisation(t, id)?;
            CommandNote::named("remove_organisation")
        }
        Removal::IntoOrganisation { gone, kept } => {
            merging::organisations(t, gone, kept)?;
            CommandNote::named("merge_organisations")
        }
        Removal::IntoSeat { gone, kept } => {
            merging::seats(t, gone, kept)?;
            CommandNote::named("merge_seats")
        }
        Removal::IntoSession { gone, kept } => {
            twins::put_into(t, gone, kept)?;
            CommandNote::about_session("merge_sessions", kept)
        }
        Removal::Session(id) => return sessions::remove(t, id),
        Removal::Import(entry) => {
            importing::take_back(t, *entry)?;
            CommandNote::named("remove_import")
        }
    };
    Ok((note, Vec::new()))
}

/// What a removal would touch: it is carried out on paper and counted.
///
/// # Errors
/// Those of the store; a rule that would refuse it is in the answer.
pub(in crate::office) fn look(store: &Store, removal: &Removal) -> Result<Touched, Failure> {
    let mut t = Transaction::over(store);
    let done = remove(&mut t, removal).and_then(|_| guard(&t, Road::Command));
    let refused = match done {
        Ok(()) => None,
        Err(Failure::Refused(why)) => Some(why),
        Err(failure) => return Err(failure),
    };
    let asked = match removal {
        Removal::Seat(id) => [Some((Tree::Seats, id.as_str())), None],
        Removal::Organisation(id) => [Some((Tree::Organisations, id.as_str())), None],
        Removal::IntoSeat { gone, kept } => [gone, kept].map(|id| Some((Tree::Seats, id.as_str()))),
        Removal::IntoOrganisation { gone, kept } => {
            [gone, kept].map(|id| Some((Tree::Organisations, id.as_str())))
        }
        Removal::IntoSession { gone, kept } => [gone, kept].map(|id| Some((Tree::Sessions, id.as_str()))),
        Removal::Session(id) => [Some((Tree::Sessions, id.as_str())), None],
        Removal::Body(_) | Removal::Import(_) => [None, None],
    };
    let count = |tree: Tree| {
        let keys = t.differing(tree);
        let is_asked = |key: &&&str| asked.contains(&Some((tree, **key)));
        u32::try_from(keys.iter().filter(|key| !is_asked(key)).count()).unwrap_or(u32::MAX)
    };
    Ok(Touched {
        sessions: count(Tree::Sessions),
        resolutions: count(Tree::Resolutions),
        notes: count(Tree::Notes),
        marks: count(Tree::Attendance),
        seats: count(Tree::Seats),
        organisations: count(Tree::Organisations),
        refused,
    })
}

/// Takes a body away with its seats and sessions; one with signed minutes stays.
fn body(t: &mut Transaction, id: &BodyId) -> Result<(), Failure> {
    t.require::<Body>(Tree::Bodies, id.as_str())?;
    let mut own = t.standing::<Session>(Tree::Sessions, "")?;
    own.retain(|session| session.body == *id);
    if own.iter().any(|session| !session.state.is_open()) {
        return Err(Refusal::BodyHasSigned.into());
    }
    for session in own {
        sessions::remove(t, &session.id)?;
    }
    for seat in t.standing::<Seat>(Tree::Seats, "")? {
        if seat.body == *id {
            t.remove(Tree::Seats, seat.id.as_str())?;
        }
    }
    t.remove(Tree::Bodies, id.as_str())
}

/// Takes a seat away with its marks; one that stands in signed minutes stays.
fn seat(t: &mut Transaction, id: &SeatId) -> Result<(), Failure> {
    let seat: Seat = t.require(Tree::Seats, id.as_str())?;
    refuse_signed_seat(t, &seat)?;
    for mark in marks_of(t, id)? {
        t.remove(Tree::Attendance, &Attendance::key(&mark.session, id))?;
    }
    let mut body: Body = t.require(Tree::Bodies, seat.body.as_str())?;
    body.reading.seats.retain(|_, said| said.means != *id);
    t.put(Tree::Bodies, body.id.as_str(), &body)?;
    t.remove(Tree::Seats, id.as_str())
}

/// The marks of a seat in all rolls.
pub(super) fn marks_of(t: &Transaction, id: &SeatId) -> Result<Vec<Attendance>, Failure> {
    let mut marks = t.standing::<Attendance>(Tree::Attendance, "")?;
    marks.retain(|mark| mark.seat == *id);
    Ok(marks)
}

/// Refuses a seat that the roll of signed minutes shows: it was ticked there, or belonged to the body on that day.
pub(super) fn refuse_signed_seat(t: &Transaction, seat: &Seat) -> Result<(), Failure> {
    let marks = marks_of(t, &seat.id)?;
    let is_in = |session: &Session| {
        let is_ticked = marks.iter().any(|mark| mark.session == session.id);
        is_ticked || (session.body == seat.body && seat.exists_on(session.date))
    };
    let sessions = t.standing::<Session>(Tree::Sessions, "")?;
    match sessions
        .iter()
        .find(|session| !session.state.is_open() && is_in(session))
    {
        Some(_) => Err(Refusal::SeatIsSigned.into()),
        None => Ok(()),
    }
}

/// Takes an organisation away; where it is to act its name stays as written, in signed minutes too.
fn organisation(t: &mut Transaction, id: &OrganisationId) -> Result<(), Failure> {
    t.require::<Organisation>(Tree::Organisations, id.as_str())?;
    rename(t, id, None)?;
    t.remove(Tree::Organisations, id.as_str())
}

/// Puts another organisation, or none, in the place of one, wherever a record points at it. The words stay.
pub(super) fn rename(
    t: &mut Transaction,
    from: &OrganisationId,
    to: Option<&OrganisationId>,
) -> Result<(), Failure> {
    for mut resolution in t.standing::<Resolution>(Tree::Resolutions, "")? {
        let mut is_changed = false;
        for who in resolution.all_responsible_mut() {
            if who.organisation.as_ref() == Some(from) {
                who.organisation = to.cloned();
                is_changed = true;
            }
        }
        if is_changed {
            t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
        }
    }
    for mut seat in t.standing::<Seat>(Tree::Seats, "")? {
        if seat.organisation.as_ref() == Some(from) {
            seat.organisation = to.cloned();
            t.put(Tree::Seats, seat.id.as_str(), &seat)?;
        }
    }
    Ok(())
}

//! What a person has said of a body's minutes: put on a session that was read, and learnt with it.
//! Does not know how minutes are read, nor who was asked.

use super::transaction::Transaction;
use crate::domain::body::Body;
use crate::domain::deadline::{Deadline, Meaning, read_deadline};
use crate::domain::ids::{BodyId, OrganisationId};
use crate::domain::organisation::Organisation;
use crate::domain::reading_profile::ReadingProfile;
use crate::domain::seat::Seat;
use crate::office::command::{Failure, ImportedSession};
use crate::store::Tree;

/// Reads the deadlines that are not understood by what was said of their words, which stay written as they are, and calls
/// the seats whose other names somebody told by their own; of a seat that is gone nothing is known.
pub fn put_on(session: &mut ImportedSession, profile: &ReadingProfile, seats: &[Seat]) {
    let day = session.session.date;
    // Heads that somebody named are understood.
    session
        .source
        .kept
        .retain(|line| !profile.is_of_heads(&line.text));
    for (name, _) in &mut session.attendance {
        let said = profile.seat(name);
        let seat = seats.iter().find(|seat| Some(&seat.id) == said);
        if let Some(seat) = seat {
            name.clone_from(&seat.name);
        }
    }
    for resolution in &mut session.resolutions {
        let of_clauses = resolution.clauses.values_mut().map(|state| &mut state.deadline);
        for deadline in std::iter::once(&mut resolution.deadline)
            .chain(of_clauses)
            .flatten()
        {
            let said = (deadline.meaning == Meaning::Unclear).then(|| profile.deadline(&deadline.written));
            if let Some(words) = said.flatten() {
                let Deadline { meaning, .. } = read_deadline(words, day);
                deadline.meaning = meaning;
            }
        }
    }
}

/// Keeps with the body what was said while its minutes were taken in.
pub(super) fn keep(t: &mut Transaction, body: &BodyId, learnt: ReadingProfile) -> Result<(), Failure> {
    if learnt.is_empty() {
        return Ok(());
    }
    let mut body: Body = t.require(Tree::Bodies, body.as_str())?;
    body.reading.learn(learnt);
    t.put(Tree::Bodies, body.id.as_str(), &body)?;
    Ok(())
}

/// Gives organisations the names that somebody said are theirs, too.
pub(super) fn name_organisations(
    t: &mut Transaction,
    names: &[(String, OrganisationId)],
) -> Result<(), Failure> {
    for (name, id) in names {
        let mut organisation: Organisation = t.require(Tree::Organisations, id.as_str())?;
        if organisation.names().all(|known| known != name) {
            organisation.aliases.push(name.clone());
            t.put(Tree::Organisations, id.as_str(), &organisation)?;
        }
    }
    Ok(())
}

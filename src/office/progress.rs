//! What comes of resolutions: follow-ups, states, longer times. They are taken after the minutes are final too, for
//! they say what came of a resolution, not what it is. Does not know how they are shown.

use super::command::{Failure, Refusal};
use super::execute::{Applied, need_words};
use super::import;
use super::transaction::{CommandNote, Transaction};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::{ClauseState, Extension, FollowUp, Resolution, Status};
use crate::domain::session::Session;
use crate::domain::wording;
use crate::store::Tree;
use std::collections::HashSet;

/// Adds a follow-up, with the status it brings.
pub(super) fn add_follow_up(t: &mut Transaction, id: &ResolutionId, follow_up: FollowUp) -> Applied {
    need_words(&follow_up.text, "text")?;
    let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    if let Some(status) = follow_up.status {
        take_status(&mut resolution, follow_up.clause.as_deref(), status);
    }
    resolution.follow_ups.push(follow_up);
    t.put(Tree::Resolutions, id.as_str(), &resolution)?;
    Ok((CommandNote::about_resolution("add_follow_up", id), vec![]))
}

fn take_status(resolution: &mut Resolution, clause: Option<&str>, status: Status) {
    match clause {
        Some(letter) => resolution.clauses.entry(letter.to_owned()).or_default().status = status,
        None => resolution.status = status,
    }
}

/// Records what is known of a clause. In final minutes only its status and longer times may differ.
pub(super) fn set_clause(
    t: &mut Transaction,
    id: &ResolutionId,
    letter: &str,
    before: &ClauseState,
    after: ClauseState,
) -> Applied {
    let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    require_clause(&resolution, letter)?;
    let stored = resolution.clauses.get(letter).cloned().unwrap_or_default();
    if stored != *before {
        return Err(Refusal::RecordIsStale.into());
    }
    let session: Session = t.require(Tree::Sessions, id.session().as_str())?;
    let same_minutes = after.responsible == stored.responsible && after.deadline == stored.deadline;
    if !session.state.is_open() && !same_minutes {
        return Err(Refusal::SessionIsFinal.into());
    }
    match after == ClauseState::default() {
        true => resolution.clauses.remove(letter),
        false => resolution.clauses.insert(letter.to_owned(), after),
    };
    if !same_minutes {
        import::name_organisations(t, &mut resolution)?;
    }
    t.put(Tree::Resolutions, id.as_str(), &resolution)?;
    Ok((CommandNote::about_resolution("set_clause", id), vec![]))
}

/// Refuses a letter that neither the wording nor what is known of its clauses has.
fn require_clause(resolution: &Resolution, letter: &str) -> Result<(), Failure> {
    let in_wording = || {
        wording::clauses(&resolution.text)
            .iter()
            .any(|c| c.letter == letter)
    };
    if resolution.clauses.contains_key(letter) || in_wording() {
        Ok(())
    } else {
        Err(Refusal::NoSuchClause(letter.to_owned()).into())
    }
}

/// Gives several resolutions one status.
pub(super) fn set_status(t: &mut Transaction, ids: &[ResolutionId], status: Status) -> Applied {
    for id in ids {
        let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
        resolution.status = status;
        t.put(Tree::Resolutions, id.as_str(), &resolution)?;
    }
    let sessions: HashSet<SessionId> = ids.iter().map(ResolutionId::session).collect();
    let mut note = CommandNote::named("set_status");
    if sessions.len() == 1 {
        note.session = sessions.into_iter().next();
    }
    if let [only] = ids {
        note.resolution = Some(only.clone());
    }
    Ok((note, vec![]))
}

/// Grants a longer time to a resolution or to one of its clauses; the first deadline stays.
pub(super) fn extend(
    t: &mut Transaction,
    id: &ResolutionId,
    clause: Option<&str>,
    extension: Extension,
) -> Applied {
    need_words(&extension.deadline.written, "deadline")?;
    let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    match clause {
        Some(letter) => {
            require_clause(&resolution, letter)?;
            let state = resolution.clauses.entry(letter.to_owned()).or_default();
            state.extensions.push(extension);
        }
        None => resolution.extensions.push(extension),
    }
    t.put(Tree::Resolutions, id.as_str(), &resolution)?;
    Ok((CommandNote::about_resolution("extend_deadline", id), vec![]))
}

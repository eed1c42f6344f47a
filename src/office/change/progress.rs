//! What comes of resolutions: follow-ups, states, longer times. They are taken after the minutes are final too, for
//! they say what came of a resolution, not what it is. Does not know how they are shown.

use super::organisations;
use super::transaction::{CommandNote, Transaction};
use super::{Applied, need_words};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::{ClauseState, Extension, FollowUp, Resolution, Status};
use crate::domain::session::Session;
use crate::domain::wording;
use crate::office::command::{Failure, Refusal};
use crate::store::Tree;
use std::collections::HashSet;

/// Adds a follow-up, with the status it brings.
pub(super) fn add_follow_up(t: &mut Transaction, id: &ResolutionId, follow_up: FollowUp) -> Applied {
    need_words(&follow_up.text, "text")?;
    let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    if let Some(letter) = &follow_up.clause {
        require_clause(&resolution, letter)?;
    }
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
        organisations::name_organisations(t, &mut resolution)?;
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
    to_each(t, "set_status", ids, |t, id| {
        let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
        resolution.status = status;
        t.put(Tree::Resolutions, id.as_str(), &resolution)
    })
}

/// Adds the same follow-up to several resolutions.
pub(super) fn add_follow_ups(t: &mut Transaction, ids: &[ResolutionId], follow_up: &FollowUp) -> Applied {
    // What is wrong with the follow-up itself is no fault of the first row.
    need_words(&follow_up.text, "text")?;
    to_each(t, "add_follow_up", ids, |t, id| {
        add_follow_up(t, id, follow_up.clone()).map(|_| ())
    })
}

/// Grants several resolutions the same longer time.
pub(super) fn extend_all(t: &mut Transaction, ids: &[ResolutionId], extension: &Extension) -> Applied {
    need_words(&extension.deadline.written, "deadline")?;
    to_each(t, "extend_deadline", ids, |t, id| {
        extend(t, id, None, extension.clone()).map(|_| ())
    })
}

/// Does the same to several resolutions under one name; a refusal says which one stopped it, and then none is changed.
fn to_each(
    t: &mut Transaction,
    name: &str,
    ids: &[ResolutionId],
    mut change: impl FnMut(&mut Transaction, &ResolutionId) -> Result<(), Failure>,
) -> Applied {
    for id in ids {
        change(t, id).map_err(|failure| match failure {
            Failure::Refused(why) => Failure::Refused(Refusal::AtResolution {
                resolution: id.clone(),
                why: Box::new(why),
            }),
            failure => failure,
        })?;
    }
    let sessions: HashSet<SessionId> = ids.iter().map(ResolutionId::session).collect();
    let mut note = CommandNote::named(name);
    if sessions.len() == 1 {
        note.session = sessions.into_iter().next();
    }
    if let [only] = ids {
        note.resolution = Some(only.clone());
    }
    Ok((note, vec![]))
}

/// Edits a follow-up, or takes it away where there is none afterwards.
pub(super) fn revise_follow_up(
    t: &mut Transaction,
    id: &ResolutionId,
    at: usize,
    before: &FollowUp,
    after: Option<FollowUp>,
) -> Applied {
    let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    if resolution.follow_ups.get(at) != Some(before) {
        return Err(Refusal::RecordIsStale.into());
    }
    let same = after
        .as_ref()
        .is_some_and(|after| (after.status, &after.clause) == (before.status, &before.clause));
    if let Some(status) = resolution.status_before(at).filter(|_| !same) {
        take_status(&mut resolution, before.clause.as_deref(), status);
    }
    let name = match after {
        Some(after) => {
            need_words(&after.text, "text")?;
            let brings = |one: &FollowUp| one.clause == after.clause && one.status.is_some();
            let is_last = !resolution.follow_ups[at + 1..].iter().any(brings);
            if let Some(status) = after.status.filter(|_| is_last && !same) {
                take_status(&mut resolution, after.clause.as_deref(), status);
            }
            resolution.follow_ups[at] = after;
            "revise_follow_up"
        }
        None => {
            resolution.follow_ups.remove(at);
            "remove_follow_up"
        }
    };
    t.put(Tree::Resolutions, id.as_str(), &resolution)?;
    Ok((CommandNote::about_resolution(name, id), vec![]))
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

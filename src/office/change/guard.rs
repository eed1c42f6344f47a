//! What no change may do to minutes that are signed, whatever command it comes from. Does not know the commands.

use super::freezing::{Side, records, version_that_holds};
use super::transaction::Transaction;
use crate::domain::correction::Correction;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::domain::signed_minutes::SignedMinutes;
use crate::domain::verification::canonical;
use crate::office::command::{Failure, Refusal};
use crate::store::Tree;

/// Where a change comes from, for what it may do to final minutes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Road {
    /// A command.
    Command,
    /// The command that opens signed minutes again.
    Reopening,
    /// Undo or redo: it may take back the import that brought signed minutes.
    Journal,
}

/// Refuses a transaction that would change what final minutes say, or a version that was signed. What is stored of final
/// minutes is what was signed with its corrections: a command that records one, and undo, come out there.
pub(super) fn guard(t: &Transaction, road: Road) -> Result<(), Failure> {
    for id in t.sessions() {
        let before: Option<Session> = t.stood(Tree::Sessions, id.as_str())?;
        let after: Option<Session> = t.get(Tree::Sessions, id.as_str())?;
        let was_final = before.as_ref().is_some_and(|s| !s.state.is_open());
        let is_final = after.as_ref().is_some_and(|s| !s.state.is_open());
        match (before, after) {
            (Some(before), Some(after)) if was_final && is_final => keeps_content(t, before, after)?,
            (Some(_), Some(_)) if was_final && road == Road::Reopening => {}
            (Some(_), None) if road == Road::Journal => {}
            (Some(_), _) if was_final => return Err(Refusal::SessionIsFinal.into()),
            (Some(_), None) if is_kept(t, &id)? => return Err(Refusal::WasSigned.into()),
            _ => {}
        }
    }
    keeps_versions(t, road)
}

/// Whether a version of the session's minutes was signed.
fn is_kept(t: &Transaction, id: &SessionId) -> Result<bool, Failure> {
    let kept: Vec<SignedMinutes> = t.stored(Tree::SignedMinutes, &format!("{id}/"))?;
    Ok(!kept.is_empty())
}

fn keeps_content(t: &Transaction, before: Session, after: Session) -> Result<(), Failure> {
    let id = after.id.clone();
    let after = canonical(records(t, Side::After, after)?.content().alone());
    if canonical(records(t, Side::Before, before)?.content().alone()) == after {
        return Ok(());
    }
    let corrections: Vec<Correction> = t.standing(Tree::Corrections, &format!("{id}/"))?;
    let signed = version_that_holds(t, Side::After, &id)?;
    let right = signed.map(|signed| signed.corrected(&corrections));
    match right {
        Some(right) if canonical(right.content().alone()) == after => Ok(()),
        _ => Err(Refusal::SessionIsFinal.into()),
    }
}

/// A version that was signed stays as it is, but that it may be opened again.
fn keeps_versions(t: &Transaction, road: Road) -> Result<(), Failure> {
    for key in t.touched(Tree::SignedMinutes) {
        let before: Option<SignedMinutes> = t.stood(Tree::SignedMinutes, &key)?;
        let after: Option<SignedMinutes> = t.get(Tree::SignedMinutes, &key)?;
        let is_kept = match (before, after) {
            (None, _) => true,
            (Some(before), Some(after)) => {
                let opened = SignedMinutes {
                    reopened: after.reopened.clone(),
                    ..before.clone()
                };
                after == before || (road == Road::Reopening && before.reopened.is_none() && after == opened)
            }
            // With the session, when the import that brought both is taken back.
            (Some(_), None) => road == Road::Journal,
        };
        if !is_kept {
            return Err(Refusal::SessionIsFinal.into());
        }
    }
    Ok(())
}

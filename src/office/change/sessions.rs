//! Sessions: recorded, taken away, and how far they have come. Does not know what stands in them.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, agenda, approval, final_minutes, meeting, open_session, roll};
use crate::domain::attendance::Attendance;
use crate::domain::body::Body;
use crate::domain::correction::Correction;
use crate::domain::ids::SessionId;
use crate::domain::resolution::Resolution;
use crate::domain::session::{Note, Session, SessionState, Source};
use crate::office::command::{Created, Failure, Refusal};
use crate::store::Tree;

/// Adds or edits the head of a session.
pub(super) fn record(
    t: &mut Transaction,
    before: Option<Session>,
    mut after: Session,
    ids: &mut FreshIds,
) -> Applied {
    t.require::<Body>(Tree::Bodies, after.body.as_str())?;
    match &before {
        Some(seen) => {
            open_session(t, &seen.id)?;
            let seen = &meeting::seen_session(t, seen)?;
            t.expect_unchanged(Tree::Sessions, after.id.as_str(), seen)?;
            // State, signing and the rest have their own commands, with their own rules.
            after.talk = seen.talk;
            after.item_times.clone_from(&seen.item_times);
            after.answers.clone_from(&seen.answers);
            after.invitation_text.clone_from(&seen.invitation_text);
            after.state = seen.state;
            after.signing.clone_from(&seen.signing);
            after.verification.clone_from(&seen.verification);
            after.approves.clone_from(&seen.approves);
            after.approval.clone_from(&seen.approval);
            agenda::carry_along(t, seen, &mut after)?;
            agenda::hide_along(t, &after)?;
        }
        None => after.id = SessionId(ids()),
    }
    refuse_taken_ordinal(t, &after)?;
    t.put(Tree::Sessions, after.id.as_str(), &after)?;
    let note = CommandNote::about_session("record_session", &after.id);
    let created = before.is_none().then_some(Created::Session(after.id));
    Ok((note, created.into_iter().collect()))
}

/// Refuses a second session of the same body, year and ordinal.
pub(super) fn refuse_taken_ordinal(t: &Transaction, session: &Session) -> Result<(), Failure> {
    let Some(ordinal) = session.ordinal else {
        return Ok(());
    };
    let same = |s: &Session| {
        s.id != session.id && s.body == session.body && s.ordinal == session.ordinal && s.year == session.year
    };
    match t.stored::<Session>(Tree::Sessions, "")?.into_iter().find(same) {
        Some(other) => Err(Refusal::OrdinalIsTaken {
            ordinal,
            session: other.id,
        }
        .into()),
        None => Ok(()),
    }
}

/// Takes a session away with everything in it.
pub(super) fn remove(t: &mut Transaction, id: &SessionId) -> Applied {
    let session = open_session(t, id)?;
    let inside = format!("{id}/");
    for note in t.stored::<Note>(Tree::Notes, &inside)? {
        t.remove(Tree::Notes, note.id.as_str())?;
    }
    for resolution in t.stored::<Resolution>(Tree::Resolutions, &inside)? {
        t.remove(Tree::Resolutions, resolution.id.as_str())?;
    }
    for mark in t.stored::<Attendance>(Tree::Attendance, &inside)? {
        t.remove(Tree::Attendance, &Attendance::key(id, &mark.seat))?;
    }
    for correction in t.stored::<Correction>(Tree::Corrections, &inside)? {
        t.remove(Tree::Corrections, correction.id.as_str())?;
    }
    // The file it was read from, and those of sessions that were put into it.
    for source in t.standing::<Source>(Tree::Sources, "")? {
        if source.session == *id || session.source.as_ref() == Some(&source.sha256) {
            t.remove(Tree::Sources, &source.sha256)?;
        }
    }
    approval::forget(t, &session)?;
    t.remove(Tree::Sessions, id.as_str())?;
    Ok((CommandNote::about_session("remove_session", id), vec![]))
}

/// Records how far a session has come.
pub(super) fn set_state(t: &mut Transaction, id: &SessionId, state: SessionState) -> Applied {
    let mut session: Session = t.require(Tree::Sessions, id.as_str())?;
    if session.state == SessionState::Final && state != SessionState::Final {
        return Err(Refusal::StateNotReachable.into());
    }
    if session.state != SessionState::Final && state == SessionState::Final {
        final_minutes::lock(t, session, None)?;
        return Ok((CommandNote::about_session("set_state", id), vec![]));
    }
    let begins = state == SessionState::Running && session.state != SessionState::Running;
    if session.state == SessionState::Running && !begins && state != SessionState::Running {
        meeting::end(&mut session);
    }
    session.state = state;
    if begins {
        roll::apply_custom(t, &session)?;
    }
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("set_state", id), vec![]))
}

//! Final minutes: signed, locked, known by their code, and opened again by a command of its own. Does not know how that
//! is shown.

use super::freezing::{self, Side};
use super::transaction::{CommandNote, Transaction};
use super::{Applied, need_words, open_session};
use crate::calendar::Day;
use crate::domain::ids::SessionId;
use crate::domain::resolution::Resolution;
use crate::domain::session::{Session, SessionState, Signing};
use crate::domain::signed_minutes::{Reopening, SignedMinutes};
use crate::domain::verification::Verification;
use crate::office::command::{Failure, Refusal};
use crate::store::Tree;

/// Makes the minutes final with who signed them.
pub(super) fn finalise(t: &mut Transaction, id: &SessionId, signing: Signing) -> Applied {
    need_words(&signing.chair, "name")?;
    need_words(&signing.secretary, "name")?;
    let session = open_session(t, id)?;
    lock(t, session, Some(signing))?;
    Ok((CommandNote::about_session("finalise", id), vec![]))
}

/// Writes a session as final, with the code of its minutes as they will stand, and keeps those whole.
pub(super) fn lock(
    t: &mut Transaction,
    mut session: Session,
    signing: Option<Signing>,
) -> Result<(), Failure> {
    session.state = SessionState::Final;
    // Nothing is talked about any more.
    session.talk = None;
    session.signing = signing;
    let mut minutes = freezing::minutes(t, Side::After, session)?;
    minutes.session.verification = Some(Verification::of(minutes.content()));
    t.put(Tree::Sessions, minutes.session.id.as_str(), &minutes.session)?;
    freezing::put(t, &minutes)
}

/// Opens signed minutes again: they become a draft, and the version that was signed is kept with who opened it and why.
pub(super) fn reopen(t: &mut Transaction, id: &SessionId, reopening: Reopening, today: Day) -> Applied {
    need_words(&reopening.by, "name")?;
    need_words(&reopening.reason, "reason")?;
    let mut session: Session = t.require(Tree::Sessions, id.as_str())?;
    if session.state.is_open() {
        return Err(Refusal::SessionIsNotFinal.into());
    }
    let signed = match freezing::version_that_holds(t, Side::After, id)? {
        Some(signed) => signed,
        None => freezing::keep_late(t, session.clone(), today)?,
    };
    let signed = SignedMinutes {
        reopened: Some(reopening),
        ..signed
    };
    freezing::put(t, &signed)?;
    forget_corrections(t, id)?;
    session.state = SessionState::Draft;
    session.signing = None;
    session.verification = None;
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("reopen", id), vec![]))
}

/// What was corrected is in the words that will be signed now; the corrections are those of the version before.
fn forget_corrections(t: &mut Transaction, id: &SessionId) -> Result<(), Failure> {
    for mut resolution in t.stored::<Resolution>(Tree::Resolutions, &format!("{id}/"))? {
        if !resolution.corrected.is_empty() {
            resolution.corrected.clear();
            t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
        }
    }
    Ok(())
}

/// Records the day of notification.
pub(super) fn notify(t: &mut Transaction, id: &SessionId, notified: Option<Day>) -> Applied {
    let mut session: Session = t.require(Tree::Sessions, id.as_str())?;
    session.notified = notified;
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("record_notification", id), vec![]))
}

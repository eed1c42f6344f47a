//! Final minutes: signed, locked, known by their code, corrected only beside themselves. Does not know how that is
//! shown.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, need_words, open_session};
use crate::calendar::Day;
use crate::domain::attendance::Attendance;
use crate::domain::correction::{Corrected, Correction};
use crate::domain::ids::{CorrectionId, SessionId};
use crate::domain::resolution::Resolution;
use crate::domain::session::{Note, Session, SessionState, Signing};
use crate::domain::verification::{Agreement, Content, Verification, canonical};
use crate::office::command::{Created, Failure, Refusal};
use crate::store::Tree;

/// Makes the minutes final with who signed them.
pub(super) fn finalise(t: &mut Transaction, id: &SessionId, signing: Signing) -> Applied {
    need_words(&signing.chair, "name")?;
    need_words(&signing.secretary, "name")?;
    let session = open_session(t, id)?;
    lock(t, session, Some(signing))?;
    Ok((CommandNote::about_session("finalise", id), vec![]))
}

/// Writes a session as final, with the code of its minutes as they will stand.
pub(super) fn lock(
    t: &mut Transaction,
    mut session: Session,
    signing: Option<Signing>,
) -> Result<(), Failure> {
    session.state = SessionState::Final;
    // Nothing is talked about any more.
    session.talk = None;
    session.signing = signing;
    let minutes = CodeRecords::standing(t, session)?;
    let mut session = minutes.session.clone();
    session.verification = Some(Verification::of(minutes.content()));
    t.put(Tree::Sessions, session.id.as_str(), &session)
}

/// The records that a code is made of.
struct CodeRecords {
    session: Session,
    attendance: Vec<Attendance>,
    notes: Vec<Note>,
    resolutions: Vec<Resolution>,
}

impl CodeRecords {
    /// As they will stand after the transaction.
    fn standing(t: &Transaction, session: Session) -> Result<CodeRecords, Failure> {
        let inside = format!("{}/", session.id);
        Ok(CodeRecords {
            attendance: t.standing(Tree::Attendance, &inside)?,
            notes: t.standing(Tree::Notes, &inside)?,
            resolutions: t.standing(Tree::Resolutions, &inside)?,
            session,
        })
    }

    /// As they stood before it.
    fn stood(t: &Transaction, session: Session) -> Result<CodeRecords, Failure> {
        let inside = format!("{}/", session.id);
        Ok(CodeRecords {
            attendance: t.stored(Tree::Attendance, &inside)?,
            notes: t.stored(Tree::Notes, &inside)?,
            resolutions: t.stored(Tree::Resolutions, &inside)?,
            session,
        })
    }

    fn content(&self) -> Content<'_> {
        Content {
            session: &self.session,
            attendance: &self.attendance,
            notes: &self.notes,
            resolutions: &self.resolutions,
        }
    }
}

/// Where a change comes from, for what it may do to final minutes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Road {
    /// A command.
    Command,
    /// Undo or redo: it may take back the signing itself.
    Journal,
}

/// Refuses a transaction that would change what final minutes say, whatever command it comes from.
pub(super) fn guard(t: &Transaction, road: Road) -> Result<(), Failure> {
    for id in t.sessions() {
        let before: Option<Session> = t.stood(Tree::Sessions, id.as_str())?;
        let after: Option<Session> = t.get(Tree::Sessions, id.as_str())?;
        let was_final = before.as_ref().is_some_and(|s| !s.state.is_open());
        let is_final = after.as_ref().is_some_and(|s| !s.state.is_open());
        match (before, after) {
            (Some(before), Some(after)) if was_final && is_final => keeps_content(t, before, after)?,
            (Some(_), Some(_)) if was_final && road == Road::Journal => has_no_correction(t, &id)?,
            (Some(_), _) if was_final => return Err(Refusal::SessionIsFinal.into()),
            (_, Some(after)) if is_final && road == Road::Journal => still_agrees(t, after)?,
            _ => {}
        }
    }
    Ok(())
}

fn keeps_content(t: &Transaction, before: Session, after: Session) -> Result<(), Failure> {
    let (before, after) = (CodeRecords::stood(t, before)?, CodeRecords::standing(t, after)?);
    if canonical(before.content()) == canonical(after.content()) {
        Ok(())
    } else {
        Err(Refusal::SessionIsFinal.into())
    }
}

/// Minutes that were corrected since stay signed.
fn has_no_correction(t: &Transaction, id: &SessionId) -> Result<(), Failure> {
    let corrections: Vec<Correction> = t.stored(Tree::Corrections, &format!("{id}/"))?;
    if corrections.is_empty() {
        Ok(())
    } else {
        Err(Refusal::ChangedSince.into())
    }
}

/// A signing is brought back only upon what was signed.
fn still_agrees(t: &Transaction, after: Session) -> Result<(), Failure> {
    let minutes = CodeRecords::standing(t, after)?;
    match &minutes.session.verification {
        Some(code) if code.check(minutes.content()) == Agreement::Differs => {
            Err(Refusal::ChangedSince.into())
        }
        _ => Ok(()),
    }
}

/// Records a correction beside final minutes.
pub(super) fn correct(
    t: &mut Transaction,
    id: &SessionId,
    mut correction: Correction,
    ids: &mut FreshIds,
) -> Applied {
    let session: Session = t.require(Tree::Sessions, id.as_str())?;
    if session.state.is_open() {
        return Err(Refusal::SessionIsNotFinal.into());
    }
    need_words(&correction.reason, "reason")?;
    need_words(&format!("{}{}", correction.was, correction.shall_be), "text")?;
    require_corrected(t, id, &correction.about)?;
    let earlier: Vec<Correction> = t.stored(Tree::Corrections, &format!("{id}/"))?;
    let last = earlier.iter().map(|c| c.number).max().unwrap_or(0);
    correction.number = last.saturating_add(1);
    correction.id = CorrectionId::in_session(id, &ids());
    t.put(Tree::Corrections, correction.id.as_str(), &correction)?;
    let note = match &correction.about {
        Corrected::Resolution(resolution) => CommandNote::about_resolution("record_correction", resolution),
        _ => CommandNote::about_session("record_correction", id),
    };
    Ok((note, vec![Created::Correction(correction.id)]))
}

/// Refuses a record that is not there, or is another session's.
fn require_corrected(t: &Transaction, id: &SessionId, about: &Corrected) -> Result<(), Failure> {
    let none = |id: &str| Err(Refusal::NoSuchRecord(id.to_owned()).into());
    match about {
        Corrected::Session => Ok(()),
        Corrected::Attendance(seat) => t
            .require::<Attendance>(Tree::Attendance, &Attendance::key(id, seat))
            .map(|_| ()),
        Corrected::Note(note) if note.session() == *id => {
            t.require::<Note>(Tree::Notes, note.as_str()).map(|_| ())
        }
        Corrected::Resolution(resolution) if resolution.session() == *id => t
            .require::<Resolution>(Tree::Resolutions, resolution.as_str())
            .map(|_| ()),
        Corrected::Note(note) => none(note.as_str()),
        Corrected::Resolution(resolution) => none(resolution.as_str()),
    }
}

/// Records the day of notification.
pub(super) fn notify(t: &mut Transaction, id: &SessionId, notified: Option<Day>) -> Applied {
    let mut session: Session = t.require(Tree::Sessions, id.as_str())?;
    session.notified = notified;
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("record_notification", id), vec![]))
}

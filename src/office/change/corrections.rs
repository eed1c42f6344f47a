//! Corrections of final minutes, which stay as they were signed. Does not know how that is shown.

use super::freezing::Side;
use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, freezing, need_words, organisations};
use crate::calendar::Day;
use crate::domain::attendance::Attendance;
use crate::domain::correction::{Correctable, Corrected, Correction, FieldChange};
use crate::domain::ids::{CorrectionId, SessionId};
use crate::domain::resolution::Resolution;
use crate::domain::session::{Note, Session};
use crate::domain::signed_minutes::SignedMinutes;
use crate::office::command::{Created, Failure, Refusal};
use crate::store::Tree;

/// Records a correction beside final minutes, and sets the fields right that it names: lists, figures and letters have
/// what is right from then on, and the version that was signed stays.
pub(super) fn correct(
    t: &mut Transaction,
    id: &SessionId,
    mut correction: Correction,
    today: Day,
    ids: &mut FreshIds,
) -> Applied {
    let session: Session = t.require(Tree::Sessions, id.as_str())?;
    if session.state.is_open() {
        return Err(Refusal::SessionIsNotFinal.into());
    }
    need_words(&correction.reason, "reason")?;
    need_words(&format!("{}{}", correction.was, correction.shall_be), "text")?;
    let signed = match freezing::version_that_holds(t, Side::After, id)? {
        Some(signed) => signed,
        None => freezing::keep_late(t, session.clone(), today)?,
    };
    require_corrected(t, &signed, &correction.about)?;
    correction.version = signed.version;
    let earlier: Vec<Correction> = t.stored(Tree::Corrections, &format!("{id}/"))?;
    let last = earlier.iter().map(|c| c.number).max().unwrap_or(0);
    correction.number = last.saturating_add(1);
    correction.id = CorrectionId::in_session(id, &ids());
    set_right(t, session, &correction)?;
    t.put(Tree::Corrections, correction.id.as_str(), &correction)?;
    let note = match &correction.about {
        Corrected::Resolution(resolution) => CommandNote::about_resolution("record_correction", resolution),
        _ => CommandNote::about_session("record_correction", id),
    };
    Ok((note, vec![Created::Correction(correction.id)]))
}

/// Sets the fields of the record right that the correction is about.
fn set_right(t: &mut Transaction, mut session: Session, correction: &Correction) -> Result<(), Failure> {
    let (date, changes) = (session.date, correction.changes.as_slice());
    match &correction.about {
        Corrected::Session => {
            set_all(&mut session, changes, date)?;
            put_changed(t, Tree::Sessions, session.id.as_str(), &session, changes)
        }
        Corrected::Attendance(seat) => {
            let key = Attendance::key(&session.id, seat);
            let mark: Option<Attendance> = t.get(Tree::Attendance, &key)?;
            let mut mark = mark.unwrap_or_else(|| Attendance {
                session: session.id.clone(),
                seat: seat.clone(),
                ..Attendance::default()
            });
            set_all(&mut mark, changes, date)?;
            put_changed(t, Tree::Attendance, &key, &mark, changes)
        }
        Corrected::Note(id) => {
            let mut note: Note = t.require(Tree::Notes, id.as_str())?;
            set_all(&mut note, changes, date)?;
            put_changed(t, Tree::Notes, id.as_str(), &note, changes)
        }
        Corrected::Resolution(id) => {
            let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
            set_all(&mut resolution, changes, date)?;
            organisations::name_organisations(t, &mut resolution)?;
            resolution.corrected.push(correction.number);
            t.put(Tree::Resolutions, id.as_str(), &resolution)
        }
    }
}

fn put_changed<T: serde::Serialize>(
    t: &mut Transaction,
    tree: Tree,
    key: &str,
    record: &T,
    changes: &[FieldChange],
) -> Result<(), Failure> {
    match changes {
        [] => Ok(()),
        _ => t.put(tree, key, record),
    }
}

/// Sets every field, of which each must still say what the correction says it was.
fn set_all<T: Correctable>(
    record: &mut T,
    changes: &[FieldChange],
    date: Option<Day>,
) -> Result<(), Failure> {
    let refused = |why| Failure::from(Refusal::NotCorrectable(why));
    for FieldChange { field, was, shall_be } in changes {
        if record.value(field).map_err(refused)? != *was {
            return Err(Refusal::RecordIsStale.into());
        }
        record.set(field, shall_be, date).map_err(refused)?;
    }
    Ok(())
}

/// Refuses a record that was not signed.
fn require_corrected(t: &Transaction, signed: &SignedMinutes, about: &Corrected) -> Result<(), Failure> {
    let id = &signed.session.id;
    match about {
        Corrected::Session => Ok(()),
        Corrected::Attendance(seat) if signed.seats.iter().any(|one| one.id == *seat) => Ok(()),
        Corrected::Attendance(seat) => t
            .require::<Attendance>(Tree::Attendance, &Attendance::key(id, seat))
            .map(|_| ()),
        Corrected::Note(note) if note.session() == *id => {
            t.require::<Note>(Tree::Notes, note.as_str()).map(|_| ())
        }
        Corrected::Resolution(resolution) if resolution.session() == *id => t
            .require::<Resolution>(Tree::Resolutions, resolution.as_str())
            .map(|_| ()),
        Corrected::Note(note) => Err(Refusal::NoSuchRecord(note.to_string()).into()),
        Corrected::Resolution(resolution) => Err(Refusal::NoSuchRecord(resolution.to_string()).into()),
    }
}

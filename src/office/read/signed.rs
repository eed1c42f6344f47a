//! Minutes as they were signed, and whether what is stored agrees with them. Changes nothing.

use crate::domain::correction::Correction;
use crate::domain::ids::SessionId;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::domain::signed_minutes::{SignedMinutes, SignedRoll};
use crate::domain::verification::{Agreement, Content, differences};
use crate::office::command::Failure;
use crate::office::query::CheckedCode;
use crate::office::records::all;
use crate::store::{Store, Tree};

/// Every version of a session's minutes that was signed, the first one first.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub(super) fn versions(store: &Store, session: &SessionId) -> Result<Vec<SignedMinutes>, Failure> {
    let mut all: Vec<SignedMinutes> = all(store, Tree::SignedMinutes, &format!("{session}/"))?;
    all.sort_by_key(|one| one.version);
    Ok(all)
}

/// The version that holds; none of open minutes.
pub(super) fn that_holds<'v>(session: &Session, versions: &'v [SignedMinutes]) -> Option<&'v SignedMinutes> {
    let last = versions.last().filter(|last| last.reopened.is_none());
    last.filter(|_| !session.state.is_open())
}

/// The seats that were expected in a session by its signed minutes, as they were signed; none where they are open, or
/// where nothing was kept.
pub(super) fn expected_seats(store: &Store, session: &Session) -> Result<Option<Vec<Seat>>, Failure> {
    if session.state.is_open() {
        return Ok(None);
    }
    let versions = all::<SignedRoll>(store, Tree::SignedMinutes, &format!("{}/", session.id))?;
    Ok(SignedRoll::that_holds(versions).map(|roll| {
        let mut seats = roll.seats;
        // One that was ticked outside of its own days was not expected.
        seats.retain(|seat| seat.exists_on(session.date));
        seats
    }))
}

/// The corrections of a session's minutes, by number; those of a version that was opened again are in its place.
pub(super) fn corrections(
    store: &Store,
    session: &Session,
    version: Option<u32>,
) -> Result<Vec<Correction>, Failure> {
    let mut corrections: Vec<Correction> = all(store, Tree::Corrections, &format!("{}/", session.id))?;
    corrections.retain(|one| version.is_none_or(|version| one.version == version));
    corrections.sort_by(|a, b| (a.number, &a.id).cmp(&(b.number, &b.id)));
    Ok(corrections)
}

/// The code of final minutes, whether it agrees with what was signed, and that, with its corrections, with what is
/// stored; none where there is no code.
pub(super) fn checked_code(
    now: Content,
    signed: Option<&SignedMinutes>,
    corrections: &[Correction],
) -> Option<CheckedCode> {
    let code = now.session.verification.as_ref()?;
    let Some(signed) = signed else {
        return Some(CheckedCode {
            code: code.code.clone(),
            agreement: code.check(now),
            covers_surroundings: code.covers_surroundings(),
            ..CheckedCode::default()
        });
    };
    let differences = differences(signed.corrected(corrections).content().alone(), now);
    let agreement = match code.check(signed.content()) {
        Agreement::Agrees if !differences.is_empty() => Agreement::Differs,
        agreement => agreement,
    };
    Some(CheckedCode {
        code: code.code.clone(),
        agreement,
        differences,
        version: Some(signed.version),
        covers_surroundings: code.covers_surroundings(),
        kept_late: signed.kept_late,
    })
}

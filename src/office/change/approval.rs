//! A later session approves the minutes of an earlier one, or no longer. Does not know how it is shown.

use super::freezing::{self, Side};
use super::transaction::{CommandNote, Transaction};
use super::{Applied, open_session};
use crate::calendar::Day;
use crate::domain::approval::{ApprovedMinutes, MinutesApproval};
use crate::domain::correction::Correction;
use crate::domain::ids::SessionId;
use crate::domain::session::{Session, SessionState};
use crate::office::command::{Failure, Refusal};
use crate::store::Tree;

/// Records that `id` approves the minutes of `of`, or of the latest earlier session of its body; or takes that back.
pub(super) fn approve(
    t: &mut Transaction,
    id: &SessionId,
    of: Option<SessionId>,
    approved: bool,
    today: Day,
) -> Applied {
    let later = open_session(t, id)?;
    let earlier = match of {
        Some(of) => t.require::<Session>(Tree::Sessions, of.as_str())?,
        None => the_one_before(t, &later)?,
    };
    match approved {
        true => record(t, later, earlier, today)?,
        false => take_back(t, later, earlier)?,
    }
    Ok((CommandNote::about_session("approve_minutes", id), vec![]))
}

/// The latest session of the body that was held before this one, whatever its state.
fn the_one_before(t: &Transaction, later: &Session) -> Result<Session, Failure> {
    let mut sessions: Vec<Session> = t.stored(Tree::Sessions, "")?;
    sessions
        .retain(|one| one.body == later.body && one.is_held() && one.id != later.id && one.is_before(later));
    let latest = sessions
        .into_iter()
        .reduce(|a, b| if a.is_before(&b) { b } else { a });
    latest.ok_or_else(|| Refusal::NothingToApprove.into())
}

fn record(t: &mut Transaction, mut later: Session, mut earlier: Session, today: Day) -> Result<(), Failure> {
    if later.state == SessionState::Planned {
        return Err(Refusal::SessionIsNotHeld.into());
    }
    if earlier.body != later.body || !earlier.is_before(&later) {
        return Err(Refusal::NothingToApprove.into());
    }
    if earlier.state.is_open() {
        return Err(Refusal::EarlierIsNotSigned.into());
    }
    let signed = match freezing::version_that_holds(t, Side::After, &earlier.id)? {
        Some(signed) => signed,
        None => freezing::keep_late(t, earlier.clone(), today)?,
    };
    let corrections: Vec<Correction> = t.stored(Tree::Corrections, &format!("{}/", earlier.id))?;
    let own = corrections.iter().filter(|one| one.version == signed.version);
    let mut numbers: Vec<u32> = own.map(|one| one.number).collect();
    numbers.sort_unstable();
    let approved = ApprovedMinutes::of(&signed, numbers);
    earlier.approval = Some(MinutesApproval::of(
        &approved,
        &later,
        later.date.unwrap_or(today),
    ));
    later.approves.retain(|one| one.session != earlier.id);
    later.approves.push(approved);
    put_both(t, &later, &earlier)
}

fn take_back(t: &mut Transaction, mut later: Session, mut earlier: Session) -> Result<(), Failure> {
    later.approves.retain(|one| one.session != earlier.id);
    if earlier
        .approval
        .as_ref()
        .is_some_and(|approval| approval.by == later.id)
    {
        earlier.approval = None;
    }
    put_both(t, &later, &earlier)
}

fn put_both(t: &mut Transaction, later: &Session, earlier: &Session) -> Result<(), Failure> {
    t.put(Tree::Sessions, later.id.as_str(), later)?;
    t.put(Tree::Sessions, earlier.id.as_str(), earlier)
}

/// What a session approved is no longer approved when it goes.
pub(super) fn forget(t: &mut Transaction, later: &Session) -> Result<(), Failure> {
    for approved in &later.approves {
        let earlier: Option<Session> = t.get(Tree::Sessions, approved.session.as_str())?;
        let of_it = |one: &Session| {
            one.approval
                .as_ref()
                .is_some_and(|approval| approval.by == later.id)
        };
        if let Some(mut earlier) = earlier.filter(of_it) {
            earlier.approval = None;
            t.put(Tree::Sessions, earlier.id.as_str(), &earlier)?;
        }
    }
    Ok(())
}

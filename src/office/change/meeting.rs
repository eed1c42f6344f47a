//! What a secretary does while a session meets and before: the item that is talked about, what was agreed to, the
//! letter of invitation. Each has a command of its own, so a form that was open meanwhile is not stale for it. Does not
//! know how it is shown.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, open_session};
use crate::calendar::{TimeOfDay, tehran_day, tehran_time};
use crate::domain::ids::{ResolutionId, SeatId, SessionId};
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{InvitationAnswer, ItemTime, Session, SessionState, Talk};
use crate::domain::stretch::{TimeStretch, are_in_order};
use crate::domain::vote::{Ballot, Cast, Vote};
use crate::office::command::{Failure, Refusal};
use crate::store::Tree;
use std::collections::BTreeMap;

/// Goes to an item of the agenda.
pub(super) fn go_to_item(t: &mut Transaction, id: &SessionId, talk: Talk) -> Applied {
    let mut session = open_session(t, id)?;
    let items = u32::try_from(session.agenda.len()).unwrap_or(u32::MAX);
    if !(1..=items).contains(&talk.item) {
        return Err(Refusal::NoSuchRecord(talk.item.to_string()).into());
    }
    session.talk = Some(talk);
    note_time(&mut session, talk);
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("go_to_item", id), vec![]))
}

/// Notes when the items of a session that meets are talked about. Of a session of another day the clock knows nothing.
fn note_time(session: &mut Session, talk: Talk) {
    if session.state != SessionState::Running || session.date != Some(tehran_day(talk.since)) {
        return;
    }
    let now = tehran_time(talk.since);
    let open = session.item_times.last_mut();
    if let Some(open) = open.filter(|last| last.stretch.until.is_none()) {
        if open.item == talk.item {
            return;
        }
        open.stretch.until = Some(now.max(open.stretch.from));
    }
    // An item that was passed in the same minute was not talked about.
    session
        .item_times
        .retain(|time| time.stretch.until != Some(time.stretch.from));
    session.item_times.push(ItemTime {
        item: talk.item,
        stretch: TimeStretch::begun(now),
    });
}

/// A session that meets no longer: what went on ends with it, as far as its end is known.
pub(super) fn end(session: &mut Session) {
    let Some(end) = session.end else { return };
    let times = session.item_times.iter_mut().map(|time| &mut time.stretch);
    for open in times.chain(&mut session.breaks).filter(|one| one.until.is_none()) {
        open.until = Some(end.max(open.from));
    }
}

/// Records what seats answered to the invitation.
pub(super) fn record_answers(
    t: &mut Transaction,
    id: &SessionId,
    answers: Vec<(SeatId, Option<InvitationAnswer>)>,
) -> Applied {
    let mut session = open_session(t, id)?;
    for (seat, answer) in answers {
        t.require::<Seat>(Tree::Seats, seat.as_str())?;
        match answer {
            Some(answer) => drop(session.answers.insert(seat, answer)),
            None => drop(session.answers.remove(&seat)),
        }
    }
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("record_answers", id), vec![]))
}

/// Records the breaks of a session.
pub(super) fn record_breaks(
    t: &mut Transaction,
    id: &SessionId,
    before: &[TimeStretch],
    after: Vec<TimeStretch>,
) -> Applied {
    let mut session = open_session(t, id)?;
    if session.breaks != before {
        return Err(Refusal::RecordIsStale.into());
    }
    if !are_in_order(&after) {
        return Err(Refusal::BreaksNotInOrder.into());
    }
    session.breaks = after;
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("record_breaks", id), vec![]))
}

/// Ticks a resolution as agreed to, or no longer.
pub(super) fn agree(t: &mut Transaction, id: &ResolutionId, agreed: bool) -> Applied {
    open_session(t, &id.session())?;
    let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    resolution.agreed = agreed;
    t.put(Tree::Resolutions, id.as_str(), &resolution)?;
    Ok((CommandNote::about_resolution("agree", id), vec![]))
}

/// Records the vote on a resolution.
pub(super) fn record_vote(
    t: &mut Transaction,
    id: &ResolutionId,
    before: Option<&Vote>,
    after: Option<Vote>,
) -> Applied {
    open_session(t, &id.session())?;
    let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    if resolution.vote.as_ref() != before {
        return Err(Refusal::RecordIsStale.into());
    }
    if let Some(Cast::ByName(seats)) = after.as_ref().map(|vote| &vote.cast) {
        for seat in seats.keys() {
            t.require::<Seat>(Tree::Seats, seat.as_str())?;
        }
    }
    resolution.vote = after;
    t.put(Tree::Resolutions, id.as_str(), &resolution)?;
    Ok((CommandNote::about_resolution("record_vote", id), vec![]))
}

/// Records how seats voted by name; where none has voted any more, there is no vote.
pub(super) fn cast_ballots(
    t: &mut Transaction,
    id: &ResolutionId,
    at: Option<TimeOfDay>,
    ballots: Vec<(SeatId, Option<Ballot>)>,
) -> Applied {
    open_session(t, &id.session())?;
    let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    let known = resolution.vote.take();
    let at = known.as_ref().and_then(|vote| vote.at).or(at);
    let mut seats = match known.map(|vote| vote.cast) {
        Some(Cast::ByName(seats)) => seats,
        _ => BTreeMap::new(),
    };
    for (seat, ballot) in ballots {
        t.require::<Seat>(Tree::Seats, seat.as_str())?;
        match ballot {
            Some(ballot) => drop(seats.insert(seat, ballot)),
            None => drop(seats.remove(&seat)),
        }
    }
    resolution.vote = (!seats.is_empty()).then_some(Vote {
        at,
        cast: Cast::ByName(seats),
    });
    t.put(Tree::Resolutions, id.as_str(), &resolution)?;
    Ok((CommandNote::about_resolution("record_vote", id), vec![]))
}

/// Records the words of a letter of invitation.
pub(super) fn record_invitation(t: &mut Transaction, id: &SessionId, text: Option<String>) -> Applied {
    let mut session = open_session(t, id)?;
    session.invitation_text = text.filter(|text| !text.trim().is_empty());
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("record_invitation", id), vec![]))
}

/// The session as a form saw it, with what has commands of its own as it stands now.
pub(super) fn seen_session(t: &Transaction, seen: &Session) -> Result<Session, Failure> {
    let Session {
        talk,
        item_times,
        answers,
        invitation_text,
        approves,
        approval,
        // All of these a form has seen: where one is another now, the form is stale.
        id: _,
        body: _,
        year: _,
        ordinal: _,
        kind: _,
        invitation_number: _,
        invitation_date: _,
        date: _,
        weekday_written: _,
        start: _,
        end: _,
        place: _,
        chair: _,
        secretary: _,
        notified: _,
        state: _,
        agenda: _,
        guests: _,
        annexes: _,
        attachments: _,
        breaks: _,
        signatures: _,
        signing: _,
        verification: _,
        source: _,
        extra: _,
    } = t.require(Tree::Sessions, seen.id.as_str())?;
    Ok(Session {
        talk,
        item_times,
        answers,
        invitation_text,
        approves,
        approval,
        ..seen.clone()
    })
}

/// Whether a resolution is still what the form saw, but for its tick; returns it with the tick as it stands now.
pub(super) fn seen_resolution(t: &Transaction, seen: &Resolution) -> Result<Resolution, Failure> {
    let key = seen.id.as_str();
    let Resolution {
        agreed,
        // All of these a form has seen: where one is another now, the form is stale.
        id: _,
        position: _,
        row: _,
        subject: _,
        text: _,
        clauses: _,
        deadline: _,
        responsible: _,
        status: _,
        follow_ups: _,
        follows: _,
        from_note: _,
        agenda_item: _,
        extensions: _,
        vote: _,
        confidential: _,
        attachments: _,
        corrected: _,
        extra: _,
    } = t.require(Tree::Resolutions, key)?;
    let seen = Resolution {
        agreed,
        ..seen.clone()
    };
    t.expect_unchanged(Tree::Resolutions, key, &seen)?;
    Ok(seen)
}

/// Takes the tick off resolutions that read otherwise than they did, whatever command changed them.
pub(super) fn untick_changed(t: &mut Transaction) -> Result<(), Failure> {
    for key in t.touched(Tree::Resolutions) {
        let before: Option<Resolution> = t.stood(Tree::Resolutions, &key)?;
        let after: Option<Resolution> = t.get(Tree::Resolutions, &key)?;
        if let (Some(before), Some(mut after)) = (before, after)
            && after.agreed
            && !after.reads_as(&before)
        {
            after.agreed = false;
            t.put(Tree::Resolutions, &key, &after)?;
        }
    }
    Ok(())
}

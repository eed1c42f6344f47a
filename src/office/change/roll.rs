//! The roll call: ticking, what everybody is before it, and whether a decision has its quorum. Does not know how it is
//! shown.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, open_session};
use crate::calendar::{Moment, tehran_day, tehran_time};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::{Body, RollCall};
use crate::domain::ids::{SeatId, SessionId};
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{Session, SessionState};
use crate::domain::vote::Cast;
use crate::office::command::{Failure, Notice};
use crate::store::Tree;

/// Records how seats were filled.
pub(super) fn tick(t: &mut Transaction, id: &SessionId, marks: Vec<Attendance>) -> Applied {
    open_session(t, id)?;
    for mut mark in marks {
        t.require::<Seat>(Tree::Seats, mark.seat.as_str())?;
        mark.session = id.clone();
        let key = Attendance::key(id, &mark.seat);
        match mark.status {
            Presence::Unticked => t.remove(Tree::Attendance, &key)?,
            _ => t.put(Tree::Attendance, &key, &mark)?,
        }
    }
    Ok((CommandNote::about_session("tick", id), vec![]))
}

/// Opens the roll of a session by its body's custom.
pub(super) fn open_roll(t: &mut Transaction, id: &SessionId) -> Applied {
    let session = open_session(t, id)?;
    apply_custom(t, &session)?;
    Ok((CommandNote::about_session("open_roll", id), vec![]))
}

/// What a roll begins with where nobody was ticked yet: who said to be away or to send somebody is so, and where the
/// body's custom says so everybody else is present.
pub(super) fn apply_custom(t: &mut Transaction, session: &Session) -> Result<(), Failure> {
    let body: Option<Body> = t.get(Tree::Bodies, session.body.as_str())?;
    let all_present = body.is_some_and(|body| body.roll_call == RollCall::Present);
    if !all_present && session.answers.is_empty() {
        return Ok(());
    }
    let inside = format!("{}/", session.id);
    if !t.stored::<Attendance>(Tree::Attendance, &inside)?.is_empty() {
        return Ok(());
    }
    for seat in t.stored::<Seat>(Tree::Seats, "")? {
        if seat.body == session.body && seat.exists_on(session.date) {
            let key = Attendance::key(&session.id, &seat.id);
            if let Some(mark) = first_mark(session, seat.id, all_present) {
                t.put(Tree::Attendance, &key, &mark)?;
            }
        }
    }
    Ok(())
}

/// What a seat is ticked as before anybody ticks it; none where nothing says so.
fn first_mark(session: &Session, seat: SeatId, all_present: bool) -> Option<Attendance> {
    let answer = session.answers.get(&seat);
    let status = match answer.map(|answer| answer.coming) {
        Some(Presence::Video) => Presence::Video,
        _ => Presence::Present,
    };
    match answer.filter(|answer| answer.is_away()) {
        Some(away) => Some(away.mark(&session.id, &seat)),
        None => all_present.then(|| Attendance {
            session: session.id.clone(),
            seat,
            status,
            ..Attendance::default()
        }),
    }
}

/// Gives what a seat answered, and how it voted by name, to the seat that it becomes; what that one said itself stays.
pub(super) fn seat_becomes(t: &mut Transaction, gone: &Seat, kept: &SeatId) -> Result<(), Failure> {
    let sessions = t.standing::<Session>(Tree::Sessions, "")?.into_iter();
    for mut session in sessions.filter(|session| session.body == gone.body) {
        if let Some(answer) = session.answers.remove(&gone.id) {
            session.answers.entry(kept.clone()).or_insert(answer);
            t.put(Tree::Sessions, session.id.as_str(), &session)?;
        }
        for mut resolution in t.standing::<Resolution>(Tree::Resolutions, &format!("{}/", session.id))? {
            let cast = resolution.vote.as_mut().map(|vote| &mut vote.cast);
            let Some(Cast::ByName(seats)) = cast else {
                continue;
            };
            if let Some(ballot) = seats.remove(&gone.id) {
                seats.entry(kept.clone()).or_insert(ballot);
                t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
            }
        }
    }
    Ok(())
}

/// What is said of a resolution that a running session takes at `now` without its quorum. Times of arrival and
/// departure speak only on the day itself.
pub(super) fn quorum_notice(
    t: &Transaction,
    session: &Session,
    now: Moment,
) -> Result<Option<Notice>, Failure> {
    if session.state != SessionState::Running {
        return Ok(None);
    }
    let body: Option<Body> = t.get(Tree::Bodies, session.body.as_str())?;
    let rules = body.as_ref().and_then(|body| body.rules_for(session.date));
    let Some(quorum) = rules.and_then(|rules| rules.quorum) else {
        return Ok(None);
    };
    let marks = t.stored::<Attendance>(Tree::Attendance, &format!("{}/", session.id))?;
    let seats = t.stored::<Seat>(Tree::Seats, "")?;
    let of_day = |seat: &&Seat| {
        seat.body == session.body && (seat.exists_on(session.date) || marks.iter().any(|m| m.seat == seat.id))
    };
    let needed = quorum.needed(counted(seats.iter().filter(of_day).count()));
    let is_today = session.date == Some(tehran_day(now));
    let is_here = |mark: &&Attendance| match is_today {
        true => mark.counts_at(tehran_time(now)),
        false => mark.status.counts(),
    };
    let present = counted(marks.iter().filter(is_here).count());
    Ok((present < needed).then_some(Notice::QuorumNotMet { present, needed }))
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

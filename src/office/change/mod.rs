//! Carries out one command: the rules, then one transaction. Does not know who shows the answer.

mod agenda;
mod final_minutes;
pub mod import;
pub mod imported;
mod meeting;
mod notes;
mod progress;
mod resolutions;
mod roll;
pub mod transaction;
mod undo;

use crate::calendar::Moment;
use crate::domain::attendance::Attendance;
use crate::domain::body::Body;
use crate::domain::correction::Correction;
use crate::domain::ids::{BodyId, OrganisationId, SeatId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session, SessionState};
use crate::office::command::{Command, Created, Done, Failure, Notice, Refusal};
use crate::store::{Store, Tree};
use final_minutes::Road;
use transaction::{CommandNote, Transaction};

/// Makes fresh ids: short strings without a slash, never the same twice.
pub type FreshIds<'a> = dyn FnMut() -> String + 'a;

/// Positions of rows leave room between them, so that one can be put in without touching the others.
pub(super) const POSITION_STEP: u32 = 10;

/// Carries out `command` for `actor` at `now`. When it returns `Ok`, the change is on the disk.
///
/// # Errors
/// [`Failure::Refused`] with the rule that refused, or what went wrong in the store; nothing was changed then.
pub(in crate::office) fn execute(
    store: &Store,
    actor: &str,
    command: Command,
    now: Moment,
    ids: &mut FreshIds,
) -> Result<Done, Failure> {
    if let Command::Undo | Command::Redo = command {
        return undo::execute(store, actor, &command, now);
    }
    let mut transaction = Transaction::over(store);
    let decides = command.takes_a_decision();
    let (note, created) = apply(&mut transaction, command, ids)?;
    meeting::untick_changed(&mut transaction)?;
    final_minutes::guard(&transaction, Road::Command)?;
    let notices = notices(&transaction, decides, &note, now)?;
    let entry = transaction.commit(actor, now, &note)?;
    Ok(Done {
        entry,
        created,
        session: note.session,
        about: None,
        notices,
    })
}

/// What a decision is to be told beside that it is recorded.
fn notices(t: &Transaction, decides: bool, note: &CommandNote, now: Moment) -> Result<Vec<Notice>, Failure> {
    let session = note.session.as_ref().filter(|_| decides);
    let Some(session) = session else {
        return Ok(Vec::new());
    };
    let session: Session = t.require(Tree::Sessions, session.as_str())?;
    let notice = roll::quorum_notice(t, &session, now)?;
    Ok(notice.into_iter().collect())
}

pub(super) type Applied = Result<(CommandNote, Vec<Created>), Failure>;

#[expect(
    clippy::too_many_lines,
    reason = "one arm a command, and nothing in an arm but who carries it out"
)]
fn apply(t: &mut Transaction, command: Command, ids: &mut FreshIds) -> Applied {
    match command {
        Command::RecordBody { before, after } => record_body(t, before, after, ids),
        Command::RecordOrganisation { before, after } => record_organisation(t, before, after, ids),
        Command::RecordSeat { before, after } => record_seat(t, before, after, ids),
        Command::RecordSession { before, after } => record_session(t, before.map(|b| *b), *after, ids),
        Command::RemoveSession(id) => remove_session(t, &id),
        Command::SetState { session, state } => set_state(t, &session, state),
        Command::Tick { session, marks } => roll::tick(t, &session, marks),
        Command::OpenRoll(session) => roll::open_roll(t, &session),
        Command::RecordNote { before, after } => notes::record(t, before, after, ids),
        Command::MoveNote { note, places } => notes::move_by(t, &note, places),
        Command::RemoveNote(id) => notes::remove(t, &id),
        Command::RecordResolution { before, after } => {
            resolutions::record(t, before.map(|b| *b), *after, ids)
        }
        Command::RemoveResolution(id) => resolutions::remove(t, &id),
        Command::MoveResolution { resolution, places } => resolutions::move_by(t, &resolution, places),
        Command::SplitResolution { before, at_byte } => resolutions::split(t, &before, at_byte, ids),
        Command::MergeResolutions { first, second } => resolutions::merge(t, &first, &second),
        Command::CopyResolution {
            from,
            session,
            written,
        } => resolutions::copy(t, &from, &session, &written, ids),
        Command::Renumber(session) => resolutions::renumber(t, &session),
        Command::SetClause {
            resolution,
            letter,
            before,
            after,
        } => progress::set_clause(t, &resolution, &letter, &before, after),
        Command::SetStatus { resolutions, status } => progress::set_status(t, &resolutions, status),
        Command::ExtendDeadline {
            resolution,
            clause,
            extension,
        } => progress::extend(t, &resolution, clause.as_deref(), extension),
        Command::AddFollowUp {
            resolution,
            follow_up,
        } => progress::add_follow_up(t, &resolution, follow_up),
        Command::AddFollowUps {
            resolutions,
            follow_up,
        } => progress::add_follow_ups(t, &resolutions, &follow_up),
        Command::ExtendDeadlines {
            resolutions,
            extension,
        } => progress::extend_all(t, &resolutions, &extension),
        Command::ReviseFollowUp {
            resolution,
            at,
            before,
            after,
        } => progress::revise_follow_up(t, &resolution, at, &before, after),
        Command::Finalise { session, signing } => final_minutes::finalise(t, &session, signing),
        Command::RecordCorrection { session, correction } => {
            final_minutes::correct(t, &session, correction, ids)
        }
        Command::RecordNotification { session, notified } => final_minutes::notify(t, &session, notified),
        Command::GoToItem { session, talk } => meeting::go_to_item(t, &session, talk),
        Command::Agree { resolution, agreed } => meeting::agree(t, &resolution, agreed),
        Command::RecordInvitation { session, text } => meeting::record_invitation(t, &session, text),
        Command::ImportSession(session) => import::session(t, *session, ids),
        Command::ImportArchive(archive) => import::archive(t, *archive),
        // Taken care of before: they read the journal, not a form.
        Command::Undo | Command::Redo => Err(Refusal::NothingToUndo.into()),
    }
}

pub(super) fn need_words(text: &str, field: &'static str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        Err(Refusal::FieldIsEmpty(field))
    } else {
        Ok(())
    }
}

fn record_body(t: &mut Transaction, before: Option<Body>, mut after: Body, ids: &mut FreshIds) -> Applied {
    need_words(&after.name, "name")?;
    match &before {
        Some(seen) => t.expect_unchanged(Tree::Bodies, after.id.as_str(), seen)?,
        None => after.id = BodyId(ids()),
    }
    t.put(Tree::Bodies, after.id.as_str(), &after)?;
    let created = before.is_none().then_some(Created::Body(after.id));
    Ok((CommandNote::named("record_body"), created.into_iter().collect()))
}

fn record_organisation(
    t: &mut Transaction,
    before: Option<Organisation>,
    mut after: Organisation,
    ids: &mut FreshIds,
) -> Applied {
    need_words(&after.name, "name")?;
    match &before {
        Some(seen) => t.expect_unchanged(Tree::Organisations, after.id.as_str(), seen)?,
        None => after.id = OrganisationId(ids()),
    }
    t.put(Tree::Organisations, after.id.as_str(), &after)?;
    let created = before.is_none().then_some(Created::Organisation(after.id));
    Ok((
        CommandNote::named("record_organisation"),
        created.into_iter().collect(),
    ))
}

fn record_seat(t: &mut Transaction, before: Option<Seat>, mut after: Seat, ids: &mut FreshIds) -> Applied {
    need_words(&after.name, "name")?;
    t.require::<Body>(Tree::Bodies, after.body.as_str())?;
    match &before {
        Some(seen) => t.expect_unchanged(Tree::Seats, after.id.as_str(), seen)?,
        None => after.id = SeatId(ids()),
    }
    t.put(Tree::Seats, after.id.as_str(), &after)?;
    let created = before.is_none().then_some(Created::Seat(after.id));
    Ok((CommandNote::named("record_seat"), created.into_iter().collect()))
}

/// The session, when it may still be changed.
pub(super) fn open_session(t: &Transaction, id: &SessionId) -> Result<Session, Failure> {
    let session: Session = t.require(Tree::Sessions, id.as_str())?;
    if session.state.is_open() {
        Ok(session)
    } else {
        Err(Refusal::SessionIsFinal.into())
    }
}

fn record_session(
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
            after.invitation_text.clone_from(&seen.invitation_text);
            after.state = seen.state;
            after.signing.clone_from(&seen.signing);
            after.verification.clone_from(&seen.verification);
            agenda::carry_along(t, seen, &mut after)?;
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

fn remove_session(t: &mut Transaction, id: &SessionId) -> Applied {
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
    if let Some(source) = &session.source {
        t.remove(Tree::Sources, source)?;
    }
    t.remove(Tree::Sessions, id.as_str())?;
    Ok((CommandNote::about_session("remove_session", id), vec![]))
}

fn set_state(t: &mut Transaction, id: &SessionId, state: SessionState) -> Applied {
    let mut session: Session = t.require(Tree::Sessions, id.as_str())?;
    if session.state == SessionState::Final && state != SessionState::Final {
        return Err(Refusal::StateNotReachable.into());
    }
    if session.state != SessionState::Final && state == SessionState::Final {
        final_minutes::lock(t, session, None)?;
        return Ok((CommandNote::about_session("set_state", id), vec![]));
    }
    let begins = state == SessionState::Running && session.state != SessionState::Running;
    session.state = state;
    if begins {
        roll::apply_custom(t, &session)?;
    }
    t.put(Tree::Sessions, id.as_str(), &session)?;
    Ok((CommandNote::about_session("set_state", id), vec![]))
}

/// The wanted position, or the one behind all others where none is wanted.
pub(super) fn free_position(wanted: u32, taken: impl Iterator<Item = u32>) -> u32 {
    match wanted {
        0 => taken.max().unwrap_or(0).saturating_add(POSITION_STEP),
        wanted => wanted,
    }
}

/// Moves the record at `from` by so many places, no further than to the ends.
pub(super) fn move_in<T>(records: &mut Vec<T>, from: usize, places: i32) {
    let last = i64::try_from(records.len()).unwrap_or(i64::MAX) - 1;
    let to = (i64::try_from(from).unwrap_or(0) + i64::from(places)).clamp(0, last);
    let moved = records.remove(from);
    records.insert(usize::try_from(to).unwrap_or(0), moved);
}

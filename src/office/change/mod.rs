//! Carries out one command: the rules, then one transaction. Does not know who shows the answer.

mod agenda;
mod approval;
pub mod archive;
mod attaching;
mod corrections;
mod final_minutes;
mod freezing;
mod guard;
pub mod import;
pub mod imported;
mod importing;
pub mod learnt;
mod meeting;
mod member_list;
mod members;
mod merging;
mod moving;
mod notes;
mod organisations;
mod people;
mod progress;
pub mod removing;
mod resolutions;
mod roll;
mod seat_names;
pub mod seating;
mod sessions;
pub mod transaction;
mod twins;
mod undo;

use crate::calendar::{Day, Moment, tehran_day};
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::office::command::{Command, Created, Done, Failure, Notice, Refusal};
use crate::store::{Store, Tree};
use guard::{Road, guard};
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
    let road = match command {
        Command::Reopen { .. } => Road::Reopening,
        _ => Road::Command,
    };
    let today = tehran_day(now);
    let (note, created) = apply(&mut transaction, command, today, ids)?;
    meeting::untick_changed(&mut transaction)?;
    freezing::keep_what_changes(&mut transaction, today)?;
    guard(&transaction, road)?;
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
fn apply(t: &mut Transaction, command: Command, today: Day, ids: &mut FreshIds) -> Applied {
    match command {
        Command::RecordBody { before, after } => members::record_body(t, before, after, ids),
        Command::RecordOrganisation { before, after } => members::record_organisation(t, before, after, ids),
        Command::RecordSeat { before, after } => members::record_seat(t, before, after, ids),
        Command::RecordSession { before, after } => sessions::record(t, before.map(|b| *b), *after, ids),
        Command::SetState { session, state } => sessions::set_state(t, &session, state),
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
        Command::MoveToSession { resolution, session } => moving::move_to(t, &resolution, &session, ids),
        Command::SplitResolution { before, at_byte } => resolutions::split(t, &before, at_byte, ids),
        Command::MergeResolutions { first, second } => resolutions::merge(t, &first, &second),
        Command::CopyResolution {
            from,
            session,
            written,
        } => resolutions::copy(t, &from, &session, &written, ids),
        Command::RecordVote {
            resolution,
            before,
            after,
        } => meeting::record_vote(t, &resolution, before.as_ref(), after),
        Command::CastBallots {
            resolution,
            at,
            ballots,
        } => meeting::cast_ballots(t, &resolution, at, ballots),
        Command::RecordAnswers { session, answers } => meeting::record_answers(t, &session, answers),
        Command::RecordBreaks {
            session,
            before,
            after,
        } => meeting::record_breaks(t, &session, &before, after),
        Command::Attach { to, file, most_bytes } => attaching::attach(t, &to, &file, most_bytes),
        Command::Detach { from, attachment } => attaching::detach(t, &from, &attachment),
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
        Command::ApproveMinutes {
            session,
            of,
            approved,
        } => approval::approve(t, &session, of, approved, today),
        Command::Reopen { session, reopening } => final_minutes::reopen(t, &session, reopening, today),
        Command::RecordCorrection { session, correction } => {
            corrections::correct(t, &session, correction, today, ids)
        }
        Command::RecordNotification { session, notified } => final_minutes::notify(t, &session, notified),
        Command::GoToItem { session, talk } => meeting::go_to_item(t, &session, talk),
        Command::Agree { resolution, agreed } => meeting::agree(t, &resolution, agreed),
        Command::RecordInvitation { session, text } => meeting::record_invitation(t, &session, text),
        Command::MoveSeat { seat, places } => members::move_seat(t, &seat, places),
        Command::Remove(removal) => removing::remove(t, &removal),
        Command::ImportSession(session) => import::session(t, *session, ids),
        Command::ImportMembers(list) => member_list::take_in(t, &list, ids),
        Command::ImportArchive(archive) => archive::take_in(t, *archive),
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

/// The session, when it may still be changed.
pub(super) fn open_session(t: &Transaction, id: &SessionId) -> Result<Session, Failure> {
    let session: Session = t.require(Tree::Sessions, id.as_str())?;
    if session.state.is_open() {
        Ok(session)
    } else {
        Err(Refusal::SessionIsFinal.into())
    }
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

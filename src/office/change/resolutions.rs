//! Resolutions of a session that may still be changed: recorded, moved, taken apart, put together, taken over.
//! Does not know what comes of them.

use super::agenda;
use super::meeting::seen_resolution;
use super::organisations;
use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, POSITION_STEP, free_position, move_in, need_words, open_session};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::parts::{self, Conflict};
use crate::domain::resolution::Resolution;
use crate::domain::session::Note;
use crate::office::command::{Created, Failure, Refusal};
use crate::store::Tree;

/// Adds or edits a resolution.
pub(super) fn record(
    t: &mut Transaction,
    before: Option<Resolution>,
    mut after: Resolution,
    ids: &mut FreshIds,
) -> Applied {
    need_words(&after.text, "text")?;
    let session = after.id.session();
    let head = open_session(t, &session)?;
    let others = t.stored::<Resolution>(Tree::Resolutions, &format!("{session}/"))?;
    match &before {
        Some(seen) => after.agreed = seen_resolution(t, seen)?.agreed,
        None => {
            after.agreed = false;
            after.id = ResolutionId::in_session(&session, &ids());
            after.position = free_position(after.position, others.iter().map(|r| r.position));
        }
    }
    let row_was_there = before.as_ref().and_then(|b| b.row) == after.row;
    if let (false, Some(row)) = (row_was_there, after.row)
        && others.iter().any(|r| r.id != after.id && r.row == Some(row))
    {
        return Err(Refusal::RowIsTaken(row).into());
    }
    let seen = before.as_ref();
    refuse_missing_links(t, seen, &after)?;
    organisations::name_organisations(t, &mut after)?;
    let notes = t.stored::<Note>(Tree::Notes, &format!("{session}/"))?;
    // What belongs to a confidential item is confidential.
    after.confidential |= head.hides_item(agenda::item_of(&after, &notes));
    t.put(Tree::Resolutions, after.id.as_str(), &after)?;
    let note = CommandNote::about_resolution("record_resolution", &after.id);
    let created = before.is_none().then_some(Created::Resolution(after.id));
    Ok((note, created.into_iter().collect()))
}

/// Refuses a note of another session, and a note or earlier resolution that is not there; links that stood before
/// are left alone.
fn refuse_missing_links(
    t: &Transaction,
    before: Option<&Resolution>,
    after: &Resolution,
) -> Result<(), Failure> {
    if let Some(note) = &after.from_note
        && before.is_none_or(|b| b.from_note != after.from_note)
    {
        if note.session() != after.id.session() {
            return Err(Refusal::NoSuchRecord(note.to_string()).into());
        }
        t.require::<Note>(Tree::Notes, note.as_str())?;
    }
    if let Some(followed) = after.follows.as_ref().and_then(|f| f.resolution.as_ref())
        && before.is_none_or(|b| b.follows != after.follows)
    {
        t.require::<Resolution>(Tree::Resolutions, followed.as_str())?;
    }
    Ok(())
}

/// Takes a resolution away.
pub(super) fn remove(t: &mut Transaction, id: &ResolutionId) -> Applied {
    open_session(t, &id.session())?;
    t.require::<Resolution>(Tree::Resolutions, id.as_str())?;
    t.remove(Tree::Resolutions, id.as_str())?;
    Ok((CommandNote::about_resolution("remove_resolution", id), vec![]))
}

/// The resolutions of a session in their order.
fn in_order(t: &Transaction, session: &SessionId) -> Result<Vec<Resolution>, Failure> {
    let mut resolutions = t.stored::<Resolution>(Tree::Resolutions, &format!("{session}/"))?;
    resolutions.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok(resolutions)
}

/// Moves a resolution among those of its session.
pub(super) fn move_by(t: &mut Transaction, id: &ResolutionId, places: i32) -> Applied {
    let session = id.session();
    open_session(t, &session)?;
    let mut resolutions = in_order(t, &session)?;
    let from = resolutions.iter().position(|r| r.id == *id);
    let from = from.ok_or_else(|| Refusal::NoSuchRecord(id.to_string()))?;
    move_in(&mut resolutions, from, places);
    for (place, resolution) in (1u32..).zip(&mut resolutions) {
        resolution.position = place * POSITION_STEP;
        t.put(Tree::Resolutions, resolution.id.as_str(), resolution)?;
    }
    Ok((CommandNote::about_resolution("move_resolution", id), vec![]))
}

/// Gives the resolutions the rows 1, 2, 3 ... in their order.
pub(super) fn renumber(t: &mut Transaction, session: &SessionId) -> Applied {
    open_session(t, session)?;
    for (row, mut resolution) in (1u32..).zip(in_order(t, session)?) {
        resolution.row = Some(row);
        t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
    }
    Ok((CommandNote::about_session("renumber", session), vec![]))
}

/// Takes a resolution apart; the second part stands right behind the first.
pub(super) fn split(t: &mut Transaction, before: &Resolution, at_byte: usize, ids: &mut FreshIds) -> Applied {
    let session = before.id.session();
    open_session(t, &session)?;
    let before = &seen_resolution(t, before)?;
    let (first, mut second) = parts::split(before, at_byte).ok_or(Refusal::NoPlaceToSplit)?;
    second.id = ResolutionId::in_session(&session, &ids());
    let created = Created::Resolution(second.id.clone());
    let mut resolutions = in_order(t, &session)?;
    let place = resolutions.iter().position(|r| r.id == first.id);
    let place = place.ok_or_else(|| Refusal::NoSuchRecord(first.id.to_string()))?;
    second.position = first.position.saturating_add(1);
    resolutions[place] = first;
    resolutions.insert(place + 1, second);
    put_in_order(t, resolutions)?;
    Ok((
        CommandNote::about_resolution("split_resolution", &before.id),
        vec![created],
    ))
}

/// Writes the resolutions of a session, giving them new positions only where the order asks for it.
fn put_in_order(t: &mut Transaction, mut resolutions: Vec<Resolution>) -> Result<(), Failure> {
    let ascending = resolutions
        .windows(2)
        .all(|pair| pair[0].position < pair[1].position);
    for (place, resolution) in (1u32..).zip(&mut resolutions) {
        if !ascending {
            resolution.position = place * POSITION_STEP;
        }
        t.put(Tree::Resolutions, resolution.id.as_str(), resolution)?;
    }
    Ok(())
}

/// Puts a resolution and the next one together.
pub(super) fn merge(t: &mut Transaction, first: &Resolution, second: &Resolution) -> Applied {
    let session = first.id.session();
    open_session(t, &session)?;
    let (first, second) = (&seen_resolution(t, first)?, &seen_resolution(t, second)?);
    let resolutions = in_order(t, &session)?;
    let next = resolutions.iter().skip_while(|r| r.id != first.id).nth(1);
    if next.is_none_or(|next| next.id != second.id) {
        return Err(Refusal::NotTheNext.into());
    }
    let merged = parts::merge(first, second).map_err(|conflict| match conflict {
        Conflict::Deadline => Refusal::DeadlinesDiffer,
        Conflict::Clauses => Refusal::ClausesCollide,
        Conflict::Votes => Refusal::VotesDiffer,
    })?;
    t.put(Tree::Resolutions, first.id.as_str(), &merged)?;
    t.remove(Tree::Resolutions, second.id.as_str())?;
    Ok((
        CommandNote::about_resolution("merge_resolutions", &first.id),
        vec![],
    ))
}

/// Takes an earlier resolution over, behind those of the session.
pub(super) fn copy(
    t: &mut Transaction,
    from: &ResolutionId,
    id: &SessionId,
    written: &str,
    ids: &mut FreshIds,
) -> Applied {
    let session = open_session(t, id)?;
    let earlier: Resolution = t.require(Tree::Resolutions, from.as_str())?;
    let mut copied = parts::copy(&earlier, session.date, written);
    copied.id = ResolutionId::in_session(id, &ids());
    copied.position = free_position(0, in_order(t, id)?.iter().map(|r| r.position));
    t.put(Tree::Resolutions, copied.id.as_str(), &copied)?;
    let note = CommandNote::about_resolution("copy_resolution", &copied.id);
    Ok((note, vec![Created::Resolution(copied.id)]))
}

//! Notes of what was said: recorded, moved, taken away. Does not know how they are shown.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, POSITION_STEP, free_position, move_in, need_words, open_session};
use crate::domain::ids::NoteId;
use crate::domain::resolution::Resolution;
use crate::domain::session::Note;
use crate::office::command::{Created, Refusal};
use crate::store::Tree;

/// Adds or edits a note.
pub(super) fn record(
    t: &mut Transaction,
    before: Option<Note>,
    mut after: Note,
    ids: &mut FreshIds,
) -> Applied {
    need_words(&after.text, "text")?;
    let session = after.id.session();
    open_session(t, &session)?;
    match &before {
        Some(seen) => t.expect_unchanged(Tree::Notes, after.id.as_str(), seen)?,
        None => {
            after.id = NoteId::in_session(&session, &ids());
            let others = t.stored::<Note>(Tree::Notes, &format!("{session}/"))?;
            after.position = free_position(after.position, others.iter().map(|n| n.position));
        }
    }
    t.put(Tree::Notes, after.id.as_str(), &after)?;
    let note = CommandNote::about_session("record_note", &session);
    let created = before.is_none().then_some(Created::Note(after.id));
    Ok((note, created.into_iter().collect()))
}

/// Moves a note among those of its session.
pub(super) fn move_by(t: &mut Transaction, id: &NoteId, places: i32) -> Applied {
    let session = id.session();
    open_session(t, &session)?;
    let mut notes = t.stored::<Note>(Tree::Notes, &format!("{session}/"))?;
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    let from = notes.iter().position(|n| n.id == *id);
    let from = from.ok_or_else(|| Refusal::NoSuchRecord(id.to_string()))?;
    move_in(&mut notes, from, places);
    for (place, note) in (1u32..).zip(&mut notes) {
        note.position = place * POSITION_STEP;
        t.put(Tree::Notes, note.id.as_str(), note)?;
    }
    Ok((CommandNote::about_session("move_note", &session), vec![]))
}

/// Takes a note away; the resolutions made from it forget it.
pub(super) fn remove(t: &mut Transaction, id: &NoteId) -> Applied {
    open_session(t, &id.session())?;
    t.require::<Note>(Tree::Notes, id.as_str())?;
    t.remove(Tree::Notes, id.as_str())?;
    let inside = format!("{}/", id.session());
    for mut resolution in t.stored::<Resolution>(Tree::Resolutions, &inside)? {
        if resolution.from_note.as_ref() == Some(id) {
            resolution.from_note = None;
            t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
        }
    }
    Ok((CommandNote::about_session("remove_note", &id.session()), vec![]))
}

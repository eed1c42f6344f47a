//! What a changed agenda means for the notes and resolutions that name its items by number. Does not know how an agenda
//! is changed.

use super::transaction::Transaction;
use crate::domain::resolution::Resolution;
use crate::domain::session::{AgendaItem, ItemTime, Note, Session, Talk};
use crate::office::command::Failure;
use crate::store::Tree;

/// Gives the notes, the resolutions and the talk of a session the new numbers of their items; an item that was taken
/// away is forgotten.
pub(super) fn carry_along(t: &mut Transaction, before: &Session, after: &mut Session) -> Result<(), Failure> {
    let places = new_places(&before.agenda, &after.agenda);
    if places.iter().enumerate().all(|(old, new)| *new == Some(old)) {
        return Ok(());
    }
    let number = |old: Option<u32>| -> Option<u32> {
        let place = usize::try_from(old?).ok()?.checked_sub(1)?;
        match places.get(place) {
            Some(new) => new.and_then(|new| u32::try_from(new + 1).ok()),
            // No item had this number; it is left as it was written.
            None => old,
        }
    };
    after.talk = after.talk.and_then(|talk| {
        let item = number(Some(talk.item))?;
        Some(Talk { item, ..talk })
    });
    let times = std::mem::take(&mut after.item_times).into_iter();
    after.item_times = times
        .filter_map(|time| {
            let item = number(Some(time.item))?;
            Some(ItemTime { item, ..time })
        })
        .collect();
    let inside = format!("{}/", after.id);
    for mut note in t.stored::<Note>(Tree::Notes, &inside)? {
        let new = number(note.agenda_item);
        if new != note.agenda_item {
            note.agenda_item = new;
            t.put(Tree::Notes, note.id.as_str(), &note)?;
        }
    }
    for mut resolution in t.stored::<Resolution>(Tree::Resolutions, &inside)? {
        let new = number(resolution.agenda_item);
        if new != resolution.agenda_item {
            resolution.agenda_item = new;
            t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
        }
    }
    Ok(())
}

/// Makes the resolutions of confidential items confidential.
pub(super) fn hide_along(t: &mut Transaction, session: &Session) -> Result<(), Failure> {
    if session.agenda.iter().all(|item| !item.confidential) {
        return Ok(());
    }
    let inside = format!("{}/", session.id);
    let notes = t.standing::<Note>(Tree::Notes, &inside)?;
    for mut resolution in t.standing::<Resolution>(Tree::Resolutions, &inside)? {
        if !resolution.confidential && session.hides_item(item_of(&resolution, &notes)) {
            resolution.confidential = true;
            t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
        }
    }
    Ok(())
}

/// The item that a resolution belongs to: its own, else that of the note it was made from.
pub(super) fn item_of(resolution: &Resolution, notes: &[Note]) -> Option<u32> {
    let of_note = || {
        let from = resolution.from_note.as_ref()?;
        notes.iter().find(|note| note.id == *from)?.agenda_item
    };
    resolution.agenda_item.or_else(of_note)
}

/// For each item that there was, its place now: that of an equal one, its own place first; those that are left were
/// edited where as many are left on both sides, and are taken in their order. None for one that was taken away.
fn new_places(before: &[AgendaItem], after: &[AgendaItem]) -> Vec<Option<usize>> {
    let mut places: Vec<Option<usize>> = vec![None; before.len()];
    let mut taken = vec![false; after.len()];
    for (old, item) in before.iter().enumerate() {
        if after.get(old) == Some(item) {
            (places[old], taken[old]) = (Some(old), true);
        }
    }
    for (old, item) in before.iter().enumerate() {
        let equal = (0..after.len()).find(|new| !taken[*new] && after[*new] == *item);
        if let (None, Some(new)) = (places[old], equal) {
            (places[old], taken[new]) = (Some(new), true);
        }
    }
    let lost: Vec<usize> = (0..before.len()).filter(|old| places[*old].is_none()).collect();
    let fresh: Vec<usize> = (0..after.len()).filter(|new| !taken[*new]).collect();
    if lost.len() == fresh.len() {
        for (old, new) in lost.into_iter().zip(fresh) {
            places[old] = Some(new);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(before: &str, after: &str) -> Vec<Option<usize>> {
        let items = |titles: &str| -> Vec<AgendaItem> {
            let item = |title: char| AgendaItem {
                title: title.to_string(),
                ..AgendaItem::default()
            };
            titles.chars().map(item).collect()
        };
        new_places(&items(before), &items(after))
    }

    #[test]
    fn every_item_is_found_again_where_it_went() {
        for (before, after, expected) in [
            ("abc", "abc", vec![Some(0), Some(1), Some(2)]),
            ("abc", "bac", vec![Some(1), Some(0), Some(2)]),
            ("abc", "bc", vec![None, Some(0), Some(1)]),
            ("abc", "aXc", vec![Some(0), Some(1), Some(2)]),
            ("abc", "abcd", vec![Some(0), Some(1), Some(2)]),
            ("aab", "ab", vec![Some(0), None, Some(1)]),
            ("abc", "", vec![None, None, None]),
        ] {
            assert_eq!(places(before, after), expected, "{before} {after}");
        }
    }
}

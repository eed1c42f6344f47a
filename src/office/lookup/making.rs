//! The index of resolutions: how it is made from all records, merged, and brought up to what was changed. Does not know
//! filters, nor how the index answers.

use super::document::{document, facts};
use super::heads::Heads;
use super::kept::{self, IndexKind, Trouble, stamp};
use super::{State, locked};
use crate::calendar::Holidays;
use crate::domain::following::SessionDays;
use crate::domain::ids::{BodyId, ResolutionId};
use crate::domain::resolution::Resolution;
use crate::domain::session::Session;
use crate::domain::warnings::have_near_duplicates;
use crate::search::index::{FilterNames, Index, Making, SessionFacts};
use crate::store::{Store, StoreError, Tree};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};

/// The index of resolutions.
pub(super) const KIND: IndexKind = IndexKind {
    folder: "index",
    fresh_in_use: 500,
    follow,
};
/// Records read at a time while the index is made: others wait no longer than for these.
const AT_A_TIME: usize = 256;
/// Makes the index where there is none, and then merges segments as long as they are many.
pub(super) fn made_and_merged(
    store: &Store,
    state: &Mutex<State>,
    grown: &Condvar,
    stop: &AtomicBool,
) -> Result<(), Trouble> {
    if locked(state).kept.index.is_none() {
        let tell = |index, names| {
            locked(state).so_far = Some((index, names));
            grown.notify_all();
        };
        match made(store, stop, tell)? {
            Some(made) => {
                *locked(state) = made;
                grown.notify_all();
            }
            None => return Ok(()),
        }
    }
    let folder = KIND.folder(store);
    let to_merge = || locked(state).kept.index.as_ref().and_then(Index::to_merge);
    while let Some(merging) = to_merge() {
        let merged = merging.run(&folder, &|| !stop.load(Ordering::Relaxed))?;
        let mut state = locked(state);
        let stamp = stamp(store, state.kept.seq)?;
        let Some(index) = &mut state.kept.index else {
            return Ok(());
        };
        if !index.take_merged(merged, &folder)? {
            return Ok(());
        }
        index.save(&folder, &stamp)?;
    }
    Ok(())
}

/// Makes the index from all records; none where it was stopped.
fn made(
    store: &Store,
    stop: &AtomicBool,
    tell: impl Fn(Index, FilterNames),
) -> Result<Option<State>, Trouble> {
    // What is changed meanwhile is followed afterwards, whether it was read already or not.
    let seq = store.last_seq();
    let names = kept::names(store)?;
    let holidays = Holidays::built_in();
    let days = Heads::default().days(store)?;
    let mut making = Making::begin(&KIND.folder(store))?;
    let mut session: Vec<Resolution> = Vec::new();
    let mut after = String::new();
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let part = store.readable_after::<Resolution>(Tree::Resolutions, &after, AT_A_TIME)?;
        let is_last = part.is_empty();
        if let Some(so_far) = making.grown() {
            tell(so_far, kept::names(store)?);
        }
        for (key, resolution) in part {
            after = key;
            if session
                .last()
                .is_some_and(|last| last.id.session() != resolution.id.session())
            {
                add_session(store, &mut making, std::mem::take(&mut session), &days, &holidays)?;
            }
            session.push(resolution);
        }
        if is_last {
            add_session(store, &mut making, session, &days, &holidays)?;
            break;
        }
    }
    let (kept, so_far) = (KIND.made(store, making, names, seq)?, None);
    Ok(Some(State { kept, so_far }))
}

fn add_session(
    store: &Store,
    making: &mut Making,
    resolutions: Vec<Resolution>,
    days: &SessionDays,
    holidays: &Holidays,
) -> Result<(), Trouble> {
    let Some(first) = resolutions.first() else {
        return Ok(());
    };
    let session: Option<Session> = store.get(Tree::Sessions, first.id.session().as_str())?;
    // Resolutions of no session are in no list.
    let Some(session) = session else { return Ok(()) };
    let after = days.after(&session);
    let mut facts = facts(&session, after);
    facts.look_at_all = have_near_duplicates(&resolutions);
    for resolution in &resolutions {
        making.add(&document(&session, after, resolution, holidays), &facts)?;
    }
    Ok(())
}

/// The changed sessions and those that another one follows now than the index knows.
fn with_those_before(index: &Index, days: &SessionDays, mut changed: BTreeSet<String>) -> BTreeSet<String> {
    let has_another_next =
        |facts: &SessionFacts| days.next(&BodyId(facts.body.clone()), facts.date) != facts.next_session;
    changed.extend(index.sessions_that(has_another_next));
    changed
}

/// Takes in what became of changed sessions and resolutions.
fn follow(
    store: &Store,
    index: &mut Index,
    heads: &mut Heads,
    changed: &[(Tree, String)],
) -> Result<(), Trouble> {
    let of = |wanted: Tree| {
        changed
            .iter()
            .filter(move |(tree, _)| *tree == wanted)
            .map(|(_, key)| key.clone())
    };
    let (sessions, resolutions): (BTreeSet<String>, BTreeSet<String>) =
        (of(Tree::Sessions).collect(), of(Tree::Resolutions).collect());
    if sessions.is_empty() && resolutions.is_empty() {
        return Ok(());
    }
    let (holidays, days) = (Holidays::built_in(), heads.days(store)?);
    let sessions = match sessions.is_empty() {
        true => sessions,
        false => with_those_before(index, &days, sessions),
    };
    for id in &sessions {
        index.remove_session(id);
        if let Some(session) = store.get_readable::<Session>(Tree::Sessions, id)? {
            let after = days.after(&session);
            for resolution in store.readable::<Resolution>(Tree::Resolutions, &format!("{id}/")) {
                let document = document(&session, after, &resolution?.1, &holidays);
                index.put(document, facts(&session, after));
            }
        }
    }
    let mut touched = sessions.clone();
    for key in resolutions {
        let id = ResolutionId(key.clone()).session();
        touched.insert(id.0.clone());
        if !sessions.contains(id.as_str()) {
            match (
                store.get_readable::<Session>(Tree::Sessions, id.as_str())?,
                store.get(Tree::Resolutions, &key)?,
            ) {
                (Some(session), Some(resolution)) => {
                    let after = days.after(&session);
                    let document = document(&session, after, &resolution, &holidays);
                    index.put(document, facts(&session, after));
                }
                _ => index.remove(&key),
            }
        }
    }
    for id in touched {
        let inside = format!("{id}/");
        let own = store.readable::<Resolution>(Tree::Resolutions, &inside);
        let own: Vec<Resolution> = own.map(|row| Ok(row?.1)).collect::<Result<_, StoreError>>()?;
        index.touch(&id, have_near_duplicates(&own));
    }
    Ok(())
}
